<?php
require __DIR__ . '/../vendor/autoload.php';
$archive = new ZipArchive();
$archive->open('/tmp/log.zip', ZipArchive::CREATE | ZipArchive::OVERWRITE);
$archive->addFromString('day', (new Harbour\Log())->entry());
$archive->close();
$archive->open('/tmp/log.zip');
echo 'unpacked: ', $archive->getFromName('day');

<?php
require __DIR__ . '/../vendor/autoload.php';
echo (new Harbour\Log())->entry();

<?php

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

declare(strict_types=1);

require __DIR__ . '/../vendor/autoload.php';

use Hello\Router;

$path = parse_url($_SERVER['REQUEST_URI'] ?? '/', PHP_URL_PATH) ?: '/';
[$status, $body] = (new Router())->answer($path);

http_response_code($status);
header('Content-Type: text/plain; charset=utf-8');
echo $body;

<?php

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

declare(strict_types=1);

namespace Hello;

final class Router
{
    /** @return array{int, string} the status code and the text to send */
    public function answer(string $path): array
    {
        return match ($path) {
            '/' => [200, "Hello from a PHP container.\n"],
            '/healthz' => [200, "ok\n"],
            default => [404, "not found\n"],
        };
    }
}

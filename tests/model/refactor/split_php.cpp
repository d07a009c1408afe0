// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "split_case.h"

namespace drydock {
namespace {

const SplitCase phpCases[] = {
    {"extensions and their headers",
     "FROM php:8.3-apache-bookworm\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends libpng-dev libzip-dev && rm -rf "
     "/var/lib/apt/lists/*\n"
     "RUN docker-php-ext-install gd zip pdo_mysql\nRUN a2enmod rewrite\nCOPY . /var/www/html\n",
     "FROM php:8.3-apache-bookworm AS builder\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends libpng-dev libzip-dev && rm -rf "
     "/var/lib/apt/lists/*\n"
     "RUN docker-php-ext-install gd zip pdo_mysql\nRUN a2enmod rewrite\n\n"
     "FROM php:8.3-apache-bookworm\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends libpng16-16 libzip4 && rm -rf "
     "/var/lib/apt/lists/*\n"
     "RUN a2enmod rewrite\n"
     "COPY --from=builder /usr/local/lib/php/extensions /usr/local/lib/php/extensions\n"
     "COPY --from=builder /usr/local/etc/php/conf.d /usr/local/etc/php/conf.d\n"
     "COPY . /var/www/html\n"},
    {"composer and its packages",
     "FROM php:8.3-fpm-bookworm\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends libicu-dev git unzip\n"
     "RUN docker-php-ext-install intl opcache\n"
     "COPY --from=composer:2 /usr/bin/composer /usr/bin/composer\nWORKDIR /var/www/html\n"
     "COPY . .\nRUN composer install --no-dev && chown -R www-data:www-data storage\n"
     "USER www-data\n",
     "FROM php:8.3-fpm-bookworm AS builder\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends libicu-dev git unzip\n"
     "RUN docker-php-ext-install intl opcache\n"
     "COPY --from=composer:2 /usr/bin/composer /usr/bin/composer\nWORKDIR /var/www/html\n"
     "COPY . .\nRUN composer install --no-dev && chown -R www-data:www-data storage\n\n"
     "FROM php:8.3-fpm-bookworm\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends libicu72 && rm -rf "
     "/var/lib/apt/lists/*\n"
     "WORKDIR /var/www/html\n"
     "COPY --from=builder /usr/local/lib/php/extensions /usr/local/lib/php/extensions\n"
     "COPY --from=builder /usr/local/etc/php/conf.d /usr/local/etc/php/conf.d\n"
     "COPY --from=builder /var/www/html /var/www/html\nUSER www-data\n"},
    {"a program from elsewhere",
     "FROM php:8.3-apache-bookworm\n"
     "RUN set -ex && apt-get update && apt-get install -y --no-install-recommends libjpeg62-turbo-dev "
     "libpng-dev libfreetype6-dev\n"
     "RUN docker-php-ext-configure gd --with-freetype --with-jpeg && docker-php-ext-install gd\n"
     "RUN curl -sSL https://example.org/x.tar.gz | tar xz -C /var/www/html --strip-components=1 && chown -R "
     "www-data:www-data /var/www/html\n"
     "RUN echo \"max_execution_time=300\" > /usr/local/etc/php/conf.d/x.ini\n",
     "FROM php:8.3-apache-bookworm AS builder\n"
     "RUN set -ex && apt-get update && apt-get install -y --no-install-recommends libjpeg62-turbo-dev "
     "libpng-dev libfreetype6-dev\n"
     "RUN docker-php-ext-configure gd --with-freetype --with-jpeg && docker-php-ext-install gd\n"
     "RUN curl -sSL https://example.org/x.tar.gz | tar xz -C /var/www/html --strip-components=1 && chown -R "
     "www-data:www-data /var/www/html\n"
     "RUN echo \"max_execution_time=300\" > /usr/local/etc/php/conf.d/x.ini\n\n"
     "FROM php:8.3-apache-bookworm\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends libjpeg62-turbo libpng16-16 "
     "libfreetype6 && rm -rf /var/lib/apt/lists/*\n"
     "WORKDIR /var/www/html\n"
     "COPY --from=builder /usr/local/lib/php/extensions /usr/local/lib/php/extensions\n"
     "COPY --from=builder /usr/local/etc/php/conf.d /usr/local/etc/php/conf.d\n"
     "COPY --from=builder --chown=www-data:www-data /var/www/html /var/www/html\n"},
    {"no: nothing but what PHP brings",
     "FROM php:8.3-apache\nRUN docker-php-ext-install pdo_mysql\nCOPY . /var/www/html\n",
     "no: There is little to gain, about 0 MB: the program has to stay on php:8.3-apache, and nothing is "
     "installed that only a build needs."},
    {"no: a library from its sources",
     "FROM php:8.3-cli-bookworm\nRUN apt-get update && apt-get install -y libpng-dev\n"
     "RUN cd /tmp && ./configure && make && make install\nCOPY . /app\n"
     "CMD [\"php\", \"/app/main.php\"]\n",
     "no: “configure” on line 3 works in /tmp, and that is too much to be copied. Set a WORKDIR of its own "
     "for the program first."},
    {"no: a shell",
     "FROM php:8.3-cli-bookworm\n"
     "RUN apt-get update && apt-get install -y libpng-dev && docker-php-ext-install gd\n",
     "no: No CMD or ENTRYPOINT says what the image runs: it looks like one to work in or to build on. Say "
     "what it runs first."},
};

} // namespace

std::span<const SplitCase> phpSplits()
{
    return phpCases;
}

} // namespace drydock

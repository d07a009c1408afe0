// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "split_case.h"

namespace drydock {
namespace {

const SplitCase rubyCases[] = {
    {"gems of a Gemfile",
     "FROM ruby:3.3\nWORKDIR /app\nCOPY Gemfile Gemfile.lock ./\nRUN bundle install\nCOPY . .\n"
     "CMD [\"bundle\", \"exec\", \"puma\"]\n",
     "FROM ruby:3.3 AS builder\nWORKDIR /app\nCOPY Gemfile Gemfile.lock ./\nRUN bundle install\n\n"
     "FROM ruby:3.3-slim\nWORKDIR /app\nCOPY --from=builder /usr/local/bundle /usr/local/bundle\n"
     "COPY . .\nCMD [\"bundle\", \"exec\", \"puma\"]\n"},
    {"assets",
     "FROM ruby:3.3-bookworm\nENV RAILS_ENV=production\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends nodejs libpq-dev\n"
     "WORKDIR /rails\nCOPY Gemfile* ./\n"
     "RUN bundle config set --local without \"development test\" && bundle install\nCOPY . .\n"
     "RUN SECRET_KEY_BASE_DUMMY=1 ./bin/rails assets:precompile\nEXPOSE 3000\n"
     "CMD [\"./bin/rails\", \"server\"]\n",
     "FROM ruby:3.3-bookworm AS builder\nENV RAILS_ENV=production\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends nodejs libpq-dev\n"
     "WORKDIR /rails\nCOPY Gemfile* ./\n"
     "RUN bundle config set --local without \"development test\" && bundle install\nCOPY . .\n"
     "RUN SECRET_KEY_BASE_DUMMY=1 ./bin/rails assets:precompile\n\nFROM ruby:3.3-slim-bookworm\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf "
     "/var/lib/apt/lists/*\n"
     "ENV RAILS_ENV=production\nWORKDIR /rails\n"
     "COPY --from=builder /usr/local/bundle /usr/local/bundle\nCOPY --from=builder /rails /rails\n"
     "EXPOSE 3000\nCMD [\"./bin/rails\", \"server\"]\n"},
    {"gems in a folder of the program",
     "FROM ruby:3.3\nWORKDIR /app\nENV BUNDLE_PATH=vendor/bundle\nCOPY . .\nRUN bundle install\n"
     "CMD [\"bundle\", \"exec\", \"rackup\"]\n",
     "FROM ruby:3.3 AS builder\nWORKDIR /app\nENV BUNDLE_PATH=vendor/bundle\nCOPY . .\n"
     "RUN bundle install\n\nFROM ruby:3.3-slim\nENV BUNDLE_PATH=vendor/bundle\nWORKDIR /app\n"
     "COPY . .\nCOPY --from=builder /app/vendor/bundle /app/vendor/bundle\n"
     "CMD [\"bundle\", \"exec\", \"rackup\"]\n"},
    {"no: compilers that go at once",
     "FROM ruby:alpine\n"
     "RUN apk add --no-cache --virtual .build-deps build-base && gem install travis && apk del .build-deps\n"
     "ENTRYPOINT [\"travis\"]\n",
     "no: There is little to gain, about 0 MB: the program has to stay on ruby:alpine, and nothing is "
     "installed that only a build needs."},
    {"no: gems of an image that nobody knows",
     "FROM fedora:42\nRUN dnf install -y ruby-devel gcc make\nWORKDIR /app\nCOPY Gemfile ./\n"
     "RUN bundle install\nCOPY . .\nCMD [\"bundle\", \"exec\", \"puma\"]\n",
     "no: Nobody can tell where fedora:42 keeps gems. Set BUNDLE_PATH first: then that folder can be taken "
     "over."},
    {"gems by gem, and what bundler was told",
     "FROM ruby:3.4-bookworm\nRUN gem install bundler && bundle config --global jobs 4\n"
     "WORKDIR /app\nCOPY . .\nRUN bundle install --path vendor/gems\n"
     "CMD [\"bundle\", \"exec\", \"puma\"]\n",
     "FROM ruby:3.4-bookworm AS builder\n"
     "RUN gem install bundler && bundle config --global jobs 4\nWORKDIR /app\nCOPY . .\n"
     "RUN bundle install --path vendor/gems\n\nFROM ruby:3.4-slim-bookworm\nWORKDIR /app\n"
     "COPY . .\nCOPY --from=builder /root/.bundle /root/.bundle\n"
     "COPY --from=builder /usr/local/bundle /usr/local/bundle\n"
     "COPY --from=builder /app/vendor/gems /app/vendor/gems\n"
     "CMD [\"bundle\", \"exec\", \"puma\"]\n"},
};

} // namespace

std::span<const SplitCase> rubySplits()
{
    return rubyCases;
}

} // namespace drydock

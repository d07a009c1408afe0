// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/refactor/refactoring_table.h"

using namespace drydock;

/// The same image in a newer version, for all stages on it.
class TestNewerBase : public QObject {
    Q_OBJECT

private slots:
    void switches()
    {
        RefactorWish newer;
        newer.settings = {{"base", "newer"}};
        checkRows(
            "switch-base",
            {{"by number",
              "FROM debian:11-slim\nCMD [\"/x\"]\n",
              "FROM debian:13-slim\nCMD [\"/x\"]\n",
              {},
              newer},
             {"by name", "FROM debian:bullseye AS run\n", "FROM debian:trixie AS run\n", {}, newer},
             {"an old distribution goes", "FROM node:18-bullseye-slim\n", "FROM node:24-slim\n", {}, newer},
             {"the digest goes",
              "FROM docker.io/library/python:3.9@sha256:"
              "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
              "FROM docker.io/library/python:3.14\n",
              {},
              newer},
             {"packages are renamed",
              "FROM debian:bookworm\nRUN apt-get update && apt-get install -y libicu72 curl libfoo3\n",
              "FROM debian:trixie\nRUN apt-get update && apt-get install -y libicu76 curl libfoo3\n",
              {},
              newer},
             {"all stages on the image",
              "FROM python:3.9 AS build\nRUN pip install --target /deps flask\nFROM python:3.9-slim\nCOPY "
              "--from=build "
              "/deps /deps\n",
              "FROM python:3.14 AS build\nRUN pip install --target /deps flask\nFROM python:3.14-slim\nCOPY "
              "--from=build /deps /deps\n",
              {},
              newer},
             {"the newest", "FROM debian:13-slim\n", "no: No newer version than “debian:13-slim”", {}, newer},
             {"no version", "FROM debian\n", "no: No newer version", {}, newer},
             {"a day", "FROM debian:bookworm-20240101-slim\n", "no: No newer version", {}, newer},
             {"a variable",
              "ARG V=11\nFROM debian:$V\n",
              "no: The version of “debian:$V” comes from a variable: change what it stands for (“13”)",
              {},
              newer},
             {"a path",
              "FROM python:3.9-slim\nCOPY app /usr/local/lib/python3.9/site-packages/app\n",
              "no: Line 2 says “python3.9”",
              {},
              newer},
             {"a source of packages",
              "FROM debian:bullseye\nRUN echo deb http://deb.example.org bullseye main > "
              "/etc/apt/sources.list\n",
              "no: Line 2 says “bullseye”",
              {},
              newer},
             {".NET",
              "FROM mcr.microsoft.com/dotnet/aspnet:8.0\n",
              "no: What has been published for “mcr.microsoft.com/dotnet/aspnet:8.0” does not start",
              {},
              newer},
             {"a version",
              "FROM debian:11\nRUN apt-get install -y curl=7.74.0-1.3\n",
              "no: Line 2 asks for a version of “curl”",
              {},
              newer}});
        QCOMPARE(verdictOf("switch-base", "FROM debian:11-slim\n", newer), "assumes");
    }
};

QTEST_GUILESS_MAIN(TestNewerBase)
#include "tst_newer_base.moc"

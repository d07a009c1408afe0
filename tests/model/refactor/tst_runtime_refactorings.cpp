// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/refactor/refactoring_table.h"

using namespace drydock;

namespace {

const std::string check = "HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 CMD ";
const std::string addUser = "RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app "
                            "--no-log-init --home-dir "
                            "/nonexistent --shell /usr/sbin/nologin app\n";

RefactorWish wishing(const char *key, const char *value)
{
    RefactorWish wish;
    wish.settings[key] = value;
    return wish;
}

} // namespace

/// How the container runs, and for whom.
class TestRuntimeRefactorings : public QObject {
    Q_OBJECT

private slots:
    void nonRoot()
    {
        const std::string debian = "FROM debian:13\n";
        const std::string start = "CMD [\"/srv/app\"]\n";
        checkRows(
            "non-root",
            {{"Debian", debian + "COPY app /srv/\nEXPOSE 8080\n" + start,
              debian + addUser + "COPY app /srv/\nUSER 10001:10001\nEXPOSE 8080\n" + start},
             {"Alpine, CR LF, lower case", "from alpine:3.22\r\ncopy app /srv/\r\ncmd [\"/srv/app\"]",
              "from alpine:3.22\r\nrun addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app "
              "app\r\ncopy app /srv/\r\n"
              "user 10001:10001\r\ncmd [\"/srv/app\"]"},
             {"a user that is there", "FROM node:22\nCOPY . .\nCMD [\"node\", \"a.js\"]\n",
              "FROM node:22\nCOPY . .\nUSER 1000:1000\nCMD [\"node\", \"a.js\"]\n"},
             {"without a shell", "FROM gcr.io/distroless/static-debian13\nCOPY app /\nCMD [\"/app\"]\n",
              "FROM gcr.io/distroless/static-debian13\nCOPY app /\nUSER 65532:65532\nCMD [\"/app\"]\n"},
             {"folders to write to", debian + "RUN mkdir -p /srv/data /srv/bin\n" + start,
              debian + addUser
                  + "RUN mkdir -p /srv/data /srv/bin\nRUN mkdir -p /srv/data && chown 10001:10001 "
                    "/srv/data\nUSER 10001:10001\n"
                  + start},
             {"a volume", debian + "VOLUME /db\nCOPY app /srv/\n" + start,
              debian + addUser
                  + "RUN mkdir -p /db && chown 10001:10001 /db\nVOLUME /db\nCOPY app /srv/\nUSER "
                    "10001:10001\n"
                  + start},
             {"not root already", debian + "USER 1000\n" + start,
              "no: Line 2 starts the program as “1000” already."},
             {"by its base", "FROM gcr.io/distroless/static-debian13:nonroot\nCMD [\"/app\"]\n",
              "no: The base starts the program as"},
             {"root by intention", debian + "USER root\n" + start, "no: Line 2 asks for root"},
             {"a program that begins as root", debian + "CMD [\"nginx\"]\n",
              "no: Line 2 starts “nginx”, which has to begin as root."},
             {"a package for that", debian + "RUN apt-get install -y gosu\n" + start,
              "no: Line 2 installs “gosu”"},
             {"in root’s home", debian + "WORKDIR /root/app\n" + start, "no: Line 2 works in “/root/app”"},
             {"an image to build on", debian + "RUN true\n", "no: The container runs no program of its own"},
             {"a prompt", debian + "CMD [\"bash\"]\n", "no: The container runs no program of its own"}});
        QCOMPARE(verdictOf("non-root", debian + start), "assumes");
    }

    void execForm()
    {
        const std::string from = "FROM debian:13\n";
        checkRows(
            "exec-form",
            {{"CMD", from + "CMD node server.js --port=80\n",
              from + "CMD [\"node\", \"server.js\", \"--port=80\"]\n"},
             {"quotes, CR LF, several lines", "from debian:13\r\ncmd app 'a b' \\\r\n  \"c\"",
              "from debian:13\r\ncmd [\"app\", \"a b\", \"c\"]"},
             {"exec", from + "ENTRYPOINT exec app\n", from + "ENTRYPOINT [\"app\"]\n"},
             {"a check", from + "HEALTHCHECK --interval=5s CMD curl -f http://localhost/ || exit 1\n",
              from + "HEALTHCHECK --interval=5s CMD [\"curl\", \"-f\", \"http://localhost/\"]\n"},
             {"a check that does more", from + "HEALTHCHECK CMD curl -f http://localhost/ | grep ok\n",
              "no: Line 2 needs a shell"},
             {"no check", from + "HEALTHCHECK NONE\n",
              "no: No CMD, ENTRYPOINT or HEALTHCHECK is run by a shell."},
             {"an array already", from + "CMD [\"app\"]\n", "no: No CMD, ENTRYPOINT"},
             {"a variable", from + "CMD app $PORT\n", "no: Line 2 needs a shell"},
             {"a variable of its own", from + "CMD A=1 app\n", "no: Line 2 needs a shell"},
             {"several commands", from + "CMD a && b\n", "no: Line 2 needs a shell"},
             {"the shell itself", from + "CMD cd /x\n", "no: Line 2 needs a shell"},
             {"a comment inside", from + "CMD app \\\n# why\n  a\n", "no: A comment stands inside of line 2"},
             {"CMD that would be handed over", from + "CMD [\"a\"]\nENTRYPOINT app\n",
              "no: CMD in line 2 counts for nothing now"},
             {"behind a wrapper", from + "ENTRYPOINT [\"tini\", \"--\"]\nCMD app a\n",
              from + "ENTRYPOINT [\"tini\", \"--\"]\nCMD [\"app\", \"a\"]\n"},
             {"behind a program", from + "ENTRYPOINT [\"python\"]\nCMD app a\n",
              "no: ENTRYPOINT in line 2 gets a shell to call now"},
             {"a shell that logs in", from + "SHELL [\"/bin/bash\", \"-lc\"]\nCMD app\n",
              "no: SHELL in line 2 prepares something"},
             {"a shell that does not",
              from + "SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nCMD app\n",
              from + "SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nCMD [\"app\"]\n"},
             {"Windows", "# escape=`\n" + from + "CMD app\n", "no: On Windows"}});
        QCOMPARE(verdictOf("exec-form", from + "CMD exec app\n"), "safe");
        QCOMPARE(verdictOf("exec-form", from + "CMD app\n"), "assumes");
        QCOMPARE(verdictOf("exec-form", from + "HEALTHCHECK CMD app\n"), "safe");
    }

    void healthcheck()
    {
        const std::string node = "FROM node:22\nEXPOSE 3000\n";
        const std::string start = "CMD [\"node\", \"a.js\"]\n";
        checkRows(
            "healthcheck",
            {{"curl of the base", node + start,
              node + check + "[\"curl\", \"-fsS\", \"-o\", \"/dev/null\", \"http://127.0.0.1:3000/health\"]\n"
                  + start},
             {"the language", "FROM python:3.13-slim\nEXPOSE 80\nCMD [\"python3\", \"a.py\"]\n",
              "FROM python:3.13-slim\nEXPOSE 80\n" + check
                  + "[\"python3\", \"-c\", \"import urllib.request as u; "
                    "u.urlopen('http://127.0.0.1:80/health', timeout=2)\"]\nCMD [\"python3\", \"a.py\"]\n"},
             {"another path",
              node + start,
              node + check + "[\"curl\", \"-fsS\", \"-o\", \"/dev/null\", \"http://127.0.0.1:3000/\"]\n"
                  + start,
              {},
              wishing("path", "/")},
             {"no path", node + start, "no: A path begins with /", {}, wishing("path", "health")},
             {"at the end", "FROM alpine:3.22\r\nentrypoint [\"a\"]\r\nexpose 80",
              "FROM alpine:3.22\r\nHEALTHCHECK --interval=30s --timeout=3s --start-period=10s "
              "--retries=3 CMD [\"wget\", \"-q\", \"-O\", \"/dev/null\", \"-T\", \"3\", "
              "\"http://127.0.0.1:80/health\"]\r\nentrypoint [\"a\"]\r\nexpose 80"},
             {"several ports", node + "EXPOSE 4000\n" + start, "no: The program listens at several ports"},
             {"one of them",
              node + "EXPOSE 4000\n" + start,
              node + "EXPOSE 4000\n" + check
                  + "[\"curl\", \"-fsS\", \"-o\", \"/dev/null\", \"http://127.0.0.1:4000/health\"]\n" + start,
              {},
              wishing("port", "4000")},
             {"no port", "FROM node:22\n" + start, "no: No EXPOSE says"},
             {"a database’s port", "FROM node:22\nEXPOSE 5432\n" + start, "no: No EXPOSE says"},
             {"there already", node + "HEALTHCHECK NONE\n" + start,
              "no: Line 3 says how to check the container already."},
             {"nothing to ask with", "FROM debian:13\nEXPOSE 80\nCMD [\"a\"]\n",
              "no: As far as is known, “debian:13” has nothing that could ask"},
             {"something that is installed",
              "FROM debian:13\nRUN apt-get install -y curl\nEXPOSE 80\nCMD [\"a\"]\n",
              "FROM debian:13\nRUN apt-get install -y curl\nEXPOSE 80\n" + check
                  + "[\"curl\", \"-fsS\", \"-o\", \"/dev/null\", \"http://127.0.0.1:80/health\"]\nCMD "
                    "[\"a\"]\n"}});
        QCOMPARE(verdictOf("healthcheck", node + start), "assumes");
    }
};

QTEST_GUILESS_MAIN(TestRuntimeRefactorings)
#include "tst_runtime_refactorings.moc"

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/byte_size.h"
#include "model/knowledge/packages.h"
#include "tests/model/refactor/refactoring_table.h"

using namespace drydock;

namespace {

RefactorWish at(std::size_t offset)
{
    RefactorWish wish;
    wish.caret = offset;
    return wish;
}

} // namespace

/// What RUN does, and how many of them there are.
class TestRunRefactorings : public QObject {
    Q_OBJECT

private slots:
    void cleanApt()
    {
        const std::string install = "FROM debian:13\nRUN apt-get update && apt-get install -y curl";
        const std::string clean = " && rm -rf /var/lib/apt/lists/*";
        checkRows(
            "clean-apt",
            {{"one line", install + "\n", install + clean + "\n"},
             {"no final line end", install, install + clean},
             {"clean already", install + clean + "\n", "no: No RUN leaves apt’s package lists in the image."},
             {"clean too early", install + clean + " && apt-get update\n",
              install + clean + " && apt-get update" + clean + "\n"},
             {"several lines, CR LF",
              "FROM debian:13\r\nrun apt-get update \\\r\n  && apt-get install -y curl\r\n",
              "FROM debian:13\r\nrun apt-get update \\\r\n  && apt-get install -y curl \\\r\n  && rm -rf "
              "/var/lib/apt/lists/*\r\n"},
             {"a here-document",
              "FROM debian:13\nRUN <<EOF\nset -e\napt-get update\napt-get install -y curl\nEOF\n",
              "FROM debian:13\nRUN <<EOF\nset -e\napt-get update\napt-get install -y curl\nrm -rf "
              "/var/lib/apt/lists/*\nEOF\n"},
             {"in the background", "FROM debian:13\nRUN apt-get update &\n",
              "no: Behind the last command of line 2"},
             {"another line installs with them",
              "FROM debian:13\nRUN apt-get update\nRUN apt-get install -y curl\n",
              "no: Line 3 installs with the lists of line 2: merge the two first."},
             {"not in the image", install + "\nFROM scratch\n", "no: No RUN leaves"},
             {"in a cache mount",
              "FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt apt-get update\n",
              "no: No RUN leaves"}});
        QCOMPARE(verdictOf("clean-apt", install + "\n"), "assumes");
    }

    void noInstallRecommends()
    {
        checkRows(
            "no-install-recommends",
            {{"one", "FROM debian:13\nRUN apt-get install -y cron\n",
              "FROM debian:13\nRUN apt-get install --no-install-recommends -y cron\n"},
             {"who fetches needs certificates", "FROM debian:13\nRUN apt-get install -y curl nano\n",
              "FROM debian:13\nRUN apt-get install --no-install-recommends -y curl nano ca-certificates\n"},
             {"that are there already", "FROM debian:13\nRUN apt-get install -y ca-certificates curl\n",
              "FROM debian:13\nRUN apt-get install --no-install-recommends -y ca-certificates curl\n"},
             {"that an earlier line brings",
              "FROM ubuntu:24.04\nRUN apt-get install -y ca-certificates\nRUN apt-get install -y curl\n",
              "FROM ubuntu:24.04\nRUN apt-get install --no-install-recommends -y ca-certificates\nRUN "
              "apt-get install --no-install-recommends -y curl\n"},
             {"there already", "FROM debian:13\nRUN apt-get install -y --no-install-recommends cron\n",
              "no: No call of apt installs"},
             {"asked for", "FROM debian:13\nRUN apt-get install -y --install-recommends cron\n",
              "no: No call of apt installs"},
             {"by apt’s own settings",
              "FROM debian:13\nRUN echo 'APT::Install-Recommends \"0\";' > /etc/apt/apt.conf.d/x && apt-get "
              "install cron\n",
              "no: The file sets APT::Install-Recommends"},
             {"no Debian", "FROM alpine:3.22\nRUN apk add curl\n", "no: No call of apt installs"}});
        const PreparedFile file("FROM debian:12\nRUN apt-get install -y cmake\n");
        const Proposal proposal = propose(*refactoringCalled("no-install-recommends"), file.context());
        const auto size = sizeOfPackage("cmake");
        QVERIFY(size && size->bytesWithRecommended > size->bytes);
        QCOMPARE(inEnglish(proposal.parts.front().title),
                 "Line 2: about " + byteSize(size->bytesWithRecommended - size->bytes) + " less");
        QCOMPARE(proposal.verdict(), Verdict::Assumes);
    }

    void mergeRuns()
    {
        const std::string from = "FROM debian:13\n";
        checkRows(
            "merge-runs",
            {{"update and install", from + "RUN apt-get update\nRUN apt-get install -y curl\n",
              from + "RUN apt-get update \\\n    && apt-get install -y curl\n"},
             {"comments, blank lines and CR LF",
              "from debian:13\r\nrun apt-get update\r\n\r\n# What fetches.\r\nrun apt-get install -y curl",
              "from debian:13\r\nrun apt-get update \\\r\n    # What fetches.\r\n    && apt-get install -y "
              "curl"},
             {"a download that is removed",
              from + "RUN curl -o /tmp/x http://x\nRUN tar xf /tmp/x && rm /tmp/x\n",
              from + "RUN curl -o /tmp/x http://x \\\n    && tar xf /tmp/x && rm /tmp/x\n"},
             {"packages that are removed",
              from + "RUN apt-get install -y gcc\nRUN make && apt-get purge -y gcc\n",
              from + "RUN apt-get install -y gcc \\\n    && make && apt-get purge -y gcc\n"},
             {"of its own",
              "FROM alpine\nRUN apk add curl\nRUN apk add --virtual b gcc && make && apk del b\n",
              "no: No two RUNs"},
             {"nothing gained", from + "RUN a\nRUN b\n", "no: No two RUNs"},
             {"a line between", from + "RUN apt-get update\nENV A=1\nRUN apt-get install -y curl\n",
              "no: No two RUNs"},
             {"the shell’s state",
              from + "RUN cd /x && apt-get update && apt-get install -y gcc\nRUN apt-get purge -y gcc\n",
              "no: “cd /x” in line 2 would also count for what stands in line 3."},
             {"by another joint", from + "RUN apt-get update\nRUN apt-get install -y curl; true\n",
              "no: Line 3 joins its commands by something else than &&."},
             {"mounts come together",
              from
                  + "RUN --mount=type=cache,target=/a apt-get update\nRUN --mount=type=cache,target=/b "
                    "apt-get install -y curl\n",
              from
                  + "RUN --mount=type=cache,target=/a --mount=type=cache,target=/b \\\n    apt-get update "
                    "\\\n    && apt-get install -y curl\n"},
             {"other flags", from + "RUN --network=none apt-get update\nRUN apt-get install -y curl\n",
              "no: Lines 2 and 3 have different flags."},
             {"an array", from + "RUN [\"apt-get\", \"update\"]\nRUN apt-get install -y curl\n",
              "no: Line 2 or 3 calls its program without a shell."},
             {"at the caret",
              from + "RUN a\n",
              "no: No RUN follows right behind line 2.",
              {},
              at(from.size())},
             {"not at a RUN", from + "RUN a\n", "no: The caret stands in no RUN.", {}, at(0)}});
        const std::string two = from + "RUN a\nRUN b\n";
        QCOMPARE(afterRefactoring("merge-runs", two, at(from.size())), from + "RUN a \\\n    && b\n");
        QCOMPARE(verdictOf("merge-runs", two, at(from.size())), "safe");
    }

    void splitRun()
    {
        const std::string from = "FROM debian:13\n";
        checkRows("split-run",
                  {{"four", from + "RUN a && b \\\n  && c x \\\n y && d \n",
                    from + "RUN <<EOF\nset -e\na\nb\nc x \\\n  y\nd\nEOF\n"},
                   {"with set, a comment, a flag, CR LF",
                    "from debian:13\r\nrun --network=none set -ex \\\r\n# why\r\n  && a && b && c",
                    "from debian:13\r\nrun --network=none <<EOF\r\nset -ex\r\n# why\r\na\r\nb\r\nc\r\nEOF"},
                   {"three", from + "RUN a && b && c\n", "no: No RUN is a long chain"},
                   {"another joint", from + "RUN a && b && c; d && e\n", "no: No RUN is a long chain"},
                   {"turned round", from + "RUN a && b && ! c && d\n", "no: “set -e” overlooks"},
                   {"quotes over lines", from + "RUN a && b && c && d 'x \\\n y'\n",
                    "no: A script would read a command of line 2 otherwise"},
                   {"another shell", from + "SHELL [\"python\", \"-c\"]\nRUN a && b && c && d\n",
                    "no: SHELL names a shell"},
                   {"another escape character", "# escape=`\n" + from + "RUN a && b && c && d\n",
                    "no: With another escape character"},
                   {"an old frontend", "# syntax=docker/dockerfile:1.3\n" + from + "RUN a && b && c && d\n",
                    "no: Line 1 pins a frontend"}});
        QCOMPARE(afterRefactoring("split-run", from + "RUN a && b\n", at(from.size())),
                 from + "RUN <<EOF\nset -e\na\nb\nEOF\n");
        QCOMPARE(verdictOf("split-run", from + "RUN a && b && c && d\n"), "safe");
    }

    void sortPackages()
    {
        checkRows(
            "sort-packages",
            {{"one line", "FROM alpine\nRUN apk add git bash\n",
              "FROM alpine\nRUN apk add \\\n        bash \\\n        git\n"},
             {"several lines, versions, CR LF",
              "FROM debian\r\nRUN apt-get install -y \\\r\n  git=1 \\\r\n  bash curl \\\r\n && true\r\n",
              "FROM debian\r\nRUN apt-get install -y \\\r\n  bash \\\r\n  curl \\\r\n  git=1 \\\r\n && "
              "true\r\n"},
             {"two in order", "FROM alpine\nRUN apk add bash git\n", "no: All lists of packages are sorted."},
             {"three in order on one line", "FROM alpine\nRUN apk add a b c\n",
              "FROM alpine\nRUN apk add \\\n        a \\\n        b \\\n        c\n"},
             {"three in order", "FROM alpine\nRUN apk add \\\n  a \\\n  b \\\n  c\n",
              "no: All lists of packages are sorted."},
             {"a comment between", "FROM alpine\nRUN apk add \\\n  b \\\n# why\n  a\n", "no: All lists"},
             {"an option between", "FROM alpine\nRUN apk add b --no-cache a\n", "no: All lists"},
             {"another escape character", "# escape=`\nFROM alpine\nRUN apk add b a\n",
              "# escape=`\nFROM alpine\nRUN apk add `\n        a `\n        b\n"},
             {"no package manager of the system", "FROM python\nRUN pip install b a\n", "no: All lists"}});
    }

    void copyChown()
    {
        const std::string nginx = "FROM nginx:1.29\n";
        checkRows("copy-chown",
                  {{"owner", nginx + "COPY html /srv/html\nRUN chown -R nginx:nginx /srv/html\n",
                    nginx + "COPY --chown=nginx:nginx html /srv/html\n"},
                   {"without a group", nginx + "COPY html /srv/html\nRUN chown -R 101 /srv/html\n",
                    nginx + "COPY --chown=101:0 html /srv/html\n"},
                   {"mode", nginx + "copy run.sh /\nrun chmod 0755 /run.sh\n",
                    nginx + "copy --chmod=0755 run.sh /\n"},
                   {"+x", nginx + "COPY run.sh /\nRUN chmod +x /run.sh && /run.sh\n",
                    nginx + "COPY --chmod=755 run.sh /\nRUN /run.sh\n"},
                   {"an archive", nginx + "ADD run.sh /\nRUN chmod +x /run.sh\n", "no: No RUN changes owner"},
                   {"set already", nginx + "COPY --chown=1 a /srv/a\nRUN chown -R 101:101 /srv\n",
                    "no: Line 2 has --chown already."},
                   {"a user that comes later",
                    nginx + "COPY a /srv/a\nRUN useradd joe\nRUN chown -R joe:joe /srv/a\n",
                    "no: “joe:joe” may not be there yet where line 2 copies"},
                   {"a user that came before",
                    nginx + "RUN useradd joe\nCOPY a /srv/a\nRUN chown -R joe:joe /srv/a\n",
                    nginx + "RUN useradd joe\nCOPY --chown=joe:joe a /srv/a\n"},
                   {"others write there, too",
                    "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nRUN chown -R node:node /app\n",
                    "no: Line 4 may put files into “/app”, too"},
                   {"somewhere else", nginx + "COPY a /srv/a\nRUN chown -R 101:101 /var/log\n",
                    "no: No RUN changes owner"}});
        QCOMPARE(verdictOf("copy-chown", nginx + "COPY run.sh /\nRUN chmod 755 /run.sh\n"), "safe");
        QCOMPARE(verdictOf("copy-chown", nginx + "COPY run.sh /\nRUN chmod +x /run.sh\n"), "assumes");
        QCOMPARE(
            verdictOf("copy-chown", "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN chown -R node:node /app\n"),
            "assumes");
    }
};

QTEST_GUILESS_MAIN(TestRunRefactorings)
#include "tst_run_refactorings.moc"

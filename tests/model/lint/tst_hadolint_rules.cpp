// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/analysis.h"
#include "model/lint/registry.h"

#include <QTest>

using namespace drydock;

/// When each of hadolint's rules speaks, and about which words, and when it does not.
class TestHadolintRules : public QObject {
    Q_OBJECT

private slots:
    void speaks_data()
    {
        QTest::addColumn<QByteArray>("text"); // FROM is added if it begins with something else
        QTest::addColumn<QByteArray>("findings"); // of the rule whose id begins the row's name
        QTest::addColumn<bool>("hasLabels");
        const auto row = [](const char *name, const char *text, const char *findings) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(findings) << false;
        };
        const auto label = [](const char *name, const char *text, const char *findings) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(findings) << true;
        };
        row("DL1001 a comment that silences", "# hadolint ignore=DL3008\nRUN a",
            "DL1001@2: # hadolint ignore=DL3008");
        row("DL1001 another comment", "# why\nRUN a", "");
        row("DL3001 a program for people", "RUN top", "DL3001@2: top");
        row("DL3001 only a word of a command", "RUN echo top", "");
        row("DL3003 cd", "RUN cd /x && make", "DL3003@2: cd");
        row("DL3003 in what ONBUILD brings", "ONBUILD RUN cd /x && make", "DL3003@2: cd");
        row("DL3003 WORKDIR", "WORKDIR /x\nRUN make", "");
        row("DL3004 sudo", "RUN sudo make", "DL3004@2: sudo");
        row("DL3004 sudo as somebody else", "RUN sudo -u me make", "");
        row("DL3004 sudo as a package", "RUN echo sudo", "");
        row("DL3006 no tag", "FROM debian\nRUN a", "DL3006@1: debian");
        row("DL3006 scratch, a stage, a variable, a digest",
            "ARG B\nFROM scratch AS a\nFROM a\nFROM $B\nFROM "
            "debian@sha256:0000000000000000000000000000000000000000000000000000000000000000",
            "");
        row("DL3007 latest", "FROM debian:latest\nRUN a", "DL3007@1: debian:latest");
        row("DL3007 latest with a digest",
            "FROM debian:latest@sha256:0000000000000000000000000000000000000000000000000000000000000000", "");
        row("DL3008 unpinned", "RUN apt-get install -y curl git=1 wget", "DL3008@2: curl git=1 wget");
        row("DL3008 pinned, by release, a file, a variable", "RUN apt-get install -y a=1 b/stable ./c.deb $D",
            "");
        row("DL3008 an option's value is no package", "RUN apt-get -o A=b install -y -t stable a=1", "");
        row("DL3009 lists stay", "RUN apt-get update && apt-get install -y a=1", "DL3009@2: update");
        row("DL3009 cleaned too early",
            "RUN apt-get update && rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y a=1",
            "DL3009@2: update");
        row("DL3009 cleaned", "RUN apt-get update && apt-get install -y a=1 && rm -rf /var/lib/apt/lists/*",
            "");
        row("DL3009 a cache mount", "RUN --mount=type=cache,target=/var/lib/apt apt-get update", "");
        row("DL3009 a tmpfs mount", "RUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update", "");
        row("DL3009 a stage that is not shipped",
            "FROM debian:12 AS b\nRUN apt-get update\nFROM debian:12\nCOPY --from=b /a /a", "");
        row("DL3009 in what ONBUILD brings", "ONBUILD RUN apt-get update", "DL3009@2: update");
        row("DL3010 copied and unpacked", "COPY a.tar.gz /x/\nRUN tar xf /x/a.tar.gz", "DL3010@2: a.tar.gz");
        row("DL3010 copied from a stage",
            "FROM debian:12 AS b\nFROM debian:12\nCOPY --from=b a.tar /x/\nRUN tar xf /x/a.tar", "");
        row("DL3010 never unpacked", "COPY a.tar.gz /x/\nRUN ls", "");
        row("DL3013 unpinned", "RUN pip install flask", "DL3013@2: flask");
        row("DL3013 by way of python", "RUN python3 -m pip install flask", "DL3013@2: flask");
        row("DL3013 pinned, a list, a folder, a wheel",
            "RUN pip install flask==1 && pip install -r r.txt && pip install . && pip install a.whl", "");
        row("DL3014 asks", "RUN apt-get install a=1", "DL3014@2: install");
        row("DL3014 answers",
            "RUN apt-get install -y a && apt-get -qq install a && apt-get install --yes a && apt-get install "
            "-qy a && apt-get -q -q install a",
            "");
        row("DL3015 recommended packages", "RUN apt-get install -y a=1", "DL3015@2: install");
        row("DL3015 without them", "RUN apt-get install -y --no-install-recommends a=1", "");
        row("DL3016 unpinned", "RUN npm install -g @a/b", "DL3016@2: @a/b");
        row("DL3016 pinned, a commit, what package.json says",
            "RUN npm install a@1 @a/b@2 a/b#c && npm install", "");
        row("DL3018 unpinned", "RUN apk add --no-cache curl", "DL3018@2: curl");
        row("DL3018 pinned, a name for a group", "RUN apk add --no-cache -t deps a=1 b~2 c.apk", "");
        row("DL3019 the index stays", "RUN apk add a=1", "DL3019@2: add");
        row("DL3019 no cache, a cache mount",
            "RUN apk add --no-cache a=1\nRUN --mount=type=cache,target=/var/cache/apk apk add a=1", "");
        row("DL3020 ADD for a file", "ADD a /b", "DL3020@2: ADD");
        row("DL3020 an address, an archive, a variable", "ADD https://a/b /c\nADD a.tar.gz /c\nADD $A /c",
            "");
        row("DL3021 no slash", "COPY a b /c", "DL3021@2: /c");
        row("DL3021 a slash, a dot, a variable, one source",
            "COPY a b /c/\nWORKDIR /x\nCOPY a b .\nCOPY a b $C\nCOPY a /c", "");
        row("DL3026 another registry", "FROM quay.io/a/b:1\nRUN a", "DL3026@1: quay.io/a/b:1");
        row("DL3026 another registry in COPY", "COPY --from=quay.io/a/b:1 /a /a", "DL3026@2: quay.io/a/b:1");
        row("DL3026 another registry in a mount", "RUN --mount=from=quay.io/a/b:1,target=/x a",
            "DL3026@2: quay.io/a/b:1");
        row("DL3026 a trusted one", "FROM docker.io/library/debian:12\nCOPY --from=debian:11 /a /a", "");
        row("DL3027 apt", "RUN apt update", "DL3027@2: apt");
        row("DL3027 apt-get", "RUN apt-get update", "");
        row("DL3028 unpinned", "RUN gem install a", "DL3028@2: a");
        row("DL3028 pinned", "RUN gem install a:1 && gem install a -v 1", "");
        row("DL3030 asks", "RUN yum install a-1 && yum clean all", "DL3030@2: install");
        row("DL3030 answers", "RUN yum -y install a-1 && yum clean all", "");
        row("DL3032 no cleaning", "RUN yum install -y a-1", "DL3032@2: yum");
        row("DL3032 cleaned too early", "RUN yum clean all && yum install -y a-1", "DL3032@2: yum");
        row("DL3032 cleaned", "RUN yum install -y a-1 && rm -rf /var/cache/yum", "");
        row("DL3033 unpinned", "RUN yum install -y a && yum clean all", "DL3033@2: a");
        row("DL3033 pinned, a file, a group", "RUN yum install -y a-1 b.rpm @c && yum clean all", "");
        row("DL3034 asks", "RUN zypper install a=1 && zypper clean", "DL3034@2: install");
        row("DL3034 answers",
            "RUN zypper -n in a=1 && zypper in -y a=1 && zypper --non-interactive in a=1 && zypper cc", "");
        row("DL3035 another release", "RUN zypper dup", "DL3035@2: dup");
        row("DL3035 newer packages", "RUN zypper up", "");
        row("DL3036 no cleaning", "RUN zypper in -y a=1", "DL3036@2: zypper");
        row("DL3036 cleaned", "RUN zypper in -y a=1 && zypper cc", "");
        row("DL3037 unpinned", "RUN zypper in -y a && zypper cc", "DL3037@2: a");
        row("DL3037 pinned", "RUN zypper in -y a=1 && zypper cc", "");
        row("DL3038 asks", "RUN microdnf install a-1 && microdnf clean all", "DL3038@2: install");
        row("DL3038 answers", "RUN dnf install -y a-1 && dnf clean all", "");
        row("DL3040 no cleaning", "RUN dnf install -y a-1", "DL3040@2: dnf");
        row("DL3040 a cache mount", "RUN --mount=type=cache,target=/var/cache/dnf dnf install -y a-1", "");
        row("DL3041 unpinned", "RUN dnf install -y a && dnf clean all", "DL3041@2: a");
        row("DL3041 pinned", "RUN dnf install -y a-1 && dnf clean all", "");
        row("DL3042 the cache stays", "RUN pip install a==1", "DL3042@2: install");
        row("DL3042 no cache, a setting, a cache mount",
            "RUN pip install --no-cache-dir a==1\nRUN --mount=type=cache,target=/root/.cache pip install "
            "a==1\nENV PIP_NO_CACHE_DIR=1\nRUN pip install a==1",
            "");
        row("DL3045 relative", "COPY a b", "DL3045@2: b");
        row("DL3045 behind WORKDIR, of a parent too",
            "FROM debian:12 AS p\nWORKDIR /x\nCOPY a b\nFROM p\nCOPY a b", "");
        row("DL3045 absolute, a variable", "COPY a /b\nCOPY a $B", "");
        row("DL3046 a high number", "RUN useradd -u 123456 me", "DL3046@2: -u");
        row("DL3046 no log, a low number", "RUN useradd -l -u 123456 me && useradd -u 1000 you", "");
        row("DL3047 dots", "RUN wget https://a/b", "DL3047@2: wget");
        row("DL3047 quiet, a bar, a log",
            "RUN wget -q a && wget --progress=dot:giga a && wget -nv a && wget -o /l a", "");
        row("DL3048 capitals", "LABEL Title=a", "DL3048@2: Title");
        row("DL3048 Docker's own", "LABEL com.docker.a=b", "DL3048@2: com.docker.a");
        row("DL3048 well formed", "LABEL org.example.a-b=c", "");
        row("DL3057 none", "CMD [\"a\"]", "DL3057@1: FROM");
        row("DL3057 of a parent", "FROM debian:12 AS p\nHEALTHCHECK CMD [\"a\"]\nFROM p", "");
        row("DL3059 two that could be one", "RUN a\nRUN b", "DL3059@3: RUN");
        row("DL3059 other flags, something between, long ones",
            "RUN a\nRUN --network=none b\nUSER 1\nRUN c && d && e\nRUN f", "");
        row("DL3060 the cache stays", "RUN yarn install", "DL3060@2: yarn");
        row("DL3060 cleaned, a cache mount",
            "RUN yarn install && yarn cache clean\nRUN --mount=type=cache,target=/root/.cache/yarn yarn", "");
        row("DL3062 unpinned", "RUN go install a.b/c", "DL3062@2: a.b/c");
        row("DL3062 latest", "RUN go install a.b/c@latest", "DL3062@2: a.b/c@latest");
        row("DL3062 pinned, its own", "RUN go install a.b/c@v1 && go install ./...", "");
        row("DL3066 a name", "USER me", "DL3066@2: me");
        row("DL3066 a number, a variable, root", "USER 1000\nUSER 1000:1000\nUSER $U\nUSER root", "");
        row("DL4001 both", "RUN wget -q a\nRUN curl a", "DL4001@3: curl");
        row("DL4001 in two stages", "FROM debian:12 AS a\nRUN wget -q a\nFROM debian:12\nRUN curl a", "");
        row("DL4005 another shell", "RUN ln -sf /bin/bash /bin/sh", "DL4005@2: ln -sf /bin/bash /bin/sh");
        row("DL4005 another link", "RUN ln -s /a /b", "");
        row("DL4006 a pipe", "RUN curl a | sh", "DL4006@2: curl a");
        row("DL4006 in what ONBUILD brings", "ONBUILD RUN curl a | sh", "DL4006@2: curl a");
        row("DL4006 pipefail, echo, another shell",
            "RUN set -o pipefail && curl a | sh\nRUN echo a | b\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", "
            "\"-c\"]\nRUN curl a | sh",
            "");
        label("DL3049 a label is missing", "LABEL title=t", "DL3049@1: FROM");
        label("DL3049 it may be a variable's", "LABEL $A=b", "");
        label("DL3049 all of them",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\n",
              "");
        label("DL3050 one too many",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL other=x",
              "DL3050@3: other");
        label("DL3051 empty",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL title=\"\"",
              "DL3051@3: \"\"");
        label("DL3051 a variable",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL title=$T",
              "");
        label("DL3052 is no home: a.b",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL home=\"a.b\"",
              "DL3052@3: \"a.b\"");
        label("DL3052 is no home: https://",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL home=\"https://\"",
              "DL3052@3: \"https://\"");
        label("DL3052 is no home: http://a b",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL home=\"http://a b\"",
              "DL3052@3: \"http://a b\"");
        label("DL3052 is a home: https://a.b/c?d",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL home=\"https://a.b/c?d\"",
              "");
        label("DL3052 is a home: mailto:a@b",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL home=\"mailto:a@b\"",
              "");
        label("DL3053 is no created: 2026",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL created=\"2026\"",
              "DL3053@3: \"2026\"");
        label("DL3053 is no created: 2026-02-29T12:00:00Z",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL created=\"2026-02-29T12:00:00Z\"",
              "DL3053@3: \"2026-02-29T12:00:00Z\"");
        label("DL3053 is no created: 2026-02-28T24:00:00Z",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL created=\"2026-02-28T24:00:00Z\"",
              "DL3053@3: \"2026-02-28T24:00:00Z\"");
        label("DL3053 is no created: 2026-02-28T12:00:00",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL created=\"2026-02-28T12:00:00\"",
              "DL3053@3: \"2026-02-28T12:00:00\"");
        label("DL3053 is a created: 2024-02-29T12:00:00.5+01:00",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL created=\"2024-02-29T12:00:00.5+01:00\"",
              "");
        label("DL3053 is a created: 2026-02-28t12:00:00z",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL created=\"2026-02-28t12:00:00z\"",
              "");
        label("DL3054 is no license: GPL 3",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL license=\"GPL 3\"",
              "DL3054@3: \"GPL 3\"");
        label("DL3054 is no license: MIT AND",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL license=\"MIT AND\"",
              "DL3054@3: \"MIT AND\"");
        label("DL3054 is no license: (MIT",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL license=\"(MIT\"",
              "DL3054@3: \"(MIT\"");
        label("DL3054 is no license: MIT OR)",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL license=\"MIT OR)\"",
              "DL3054@3: \"MIT OR)\"");
        label("DL3054 is no license: LicenseRef-",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL license=\"LicenseRef-\"",
              "DL3054@3: \"LicenseRef-\"");
        label("DL3054 is no license: WITH",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL license=\"WITH\"",
              "DL3054@3: \"WITH\"");
        label("DL3054 is a license: mit",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL license=\"mit\"",
              "");
        label("DL3054 is a license: GPL-2.0+",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL license=\"GPL-2.0+\"",
              "");
        label("DL3054 is a license: (MIT OR Apache-2.0) AND GPL-2.0-only WITH Classpath-exception-2.0",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL license=\"(MIT OR Apache-2.0) AND GPL-2.0-only "
              "WITH Classpath-exception-2.0\"",
              "");
        label("DL3054 is a license: LicenseRef-mine",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL license=\"LicenseRef-mine\"",
              "");
        label("DL3055 is no commit: main",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL commit=\"main\"",
              "DL3055@3: \"main\"");
        label("DL3055 is no commit: abc",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL commit=\"abc\"",
              "DL3055@3: \"abc\"");
        label("DL3055 is no commit: 3f2a9c1x",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL commit=\"3f2a9c1x\"",
              "DL3055@3: \"3f2a9c1x\"");
        label("DL3055 is a commit: 3F2A9C1",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL commit=\"3F2A9C1\"",
              "");
        label("DL3055 is a commit: 0000000000000000000000000000000000000000",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL "
              "commit=\"0000000000000000000000000000000000000000\"",
              "");
        label("DL3055 is a commit: 0000000000000000000000000000000000000000000000000000000000000000",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL "
              "commit=\"0000000000000000000000000000000000000000000000000000000000000000\"",
              "");
        label("DL3056 is no version: 1.0",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL version=\"1.0\"",
              "DL3056@3: \"1.0\"");
        label("DL3056 is no version: v1.0.0",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL version=\"v1.0.0\"",
              "DL3056@3: \"v1.0.0\"");
        label("DL3056 is no version: 01.0.0",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL version=\"01.0.0\"",
              "DL3056@3: \"01.0.0\"");
        label("DL3056 is no version: 1.0.0-01",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL version=\"1.0.0-01\"",
              "DL3056@3: \"1.0.0-01\"");
        label("DL3056 is no version: 1.0.0+",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL version=\"1.0.0+\"",
              "DL3056@3: \"1.0.0+\"");
        label("DL3056 is a version: 1.0.0-rc.1+b.2",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL version=\"1.0.0-rc.1+b.2\"",
              "");
        label("DL3056 is a version: 0.0.0",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL version=\"0.0.0\"",
              "");
        label("DL3058 is no contact: me",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL contact=\"me\"",
              "DL3058@3: \"me\"");
        label("DL3058 is no contact: @b",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL contact=\"@b\"",
              "DL3058@3: \"@b\"");
        label("DL3058 is no contact: a@",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL contact=\"a@\"",
              "DL3058@3: \"a@\"");
        label("DL3058 is no contact: a..b@c",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL contact=\"a..b@c\"",
              "DL3058@3: \"a..b@c\"");
        label("DL3058 is no contact: Me <a@b.c>",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL contact=\"Me <a@b.c>\"",
              "DL3058@3: \"Me <a@b.c>\"");
        label("DL3058 is a contact: a.b+c@d.e",
              "LABEL title=t home=https://a.b created=2026-02-28T12:00:00Z license=MIT commit=3f2a9c1 "
              "version=1.0.0 contact=a@b.c free=\"\"\nLABEL contact=\"a.b+c@d.e\"",
              "");
    }
    void speaks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, findings);
        QFETCH(bool, hasLabels);
        const std::string id = QByteArray(QTest::currentDataTag()).left(6).toStdString();
        QVERIFY(ruleCalled(id));
        if (!text.startsWith("FROM ") && !text.startsWith("ARG "))
            text.prepend("FROM debian:12\n");
        const auto analysis = analyse(SourceText(text.toStdString()), {}, settingsFor(id, hasLabels));
        QVERIFY2(analysis->problems.empty() || id == "DL3006",
                 "the text is a Dockerfile that BuildKit accepts");
        QByteArrayList found;
        for (const Diagnostic &finding : analysis->diagnostics) {
            if (finding.rule != id)
                continue;
            const std::size_t line = analysis->text().lineAt(finding.range.begin) + 1;
            found << QByteArray::fromStdString(id + "@" + std::to_string(line) + ": "
                                               + std::string(analysis->text().slice(finding.range)));
        }
        // Of a set of missing labels the first is enough to see.
        if (id == "DL3049" && found.size() > 1)
            found = found.first(1);
        QCOMPARE(found.join('\n'), findings);
    }

private:
    static LintSettings settingsFor(const std::string &id, bool hasLabels)
    {
        LintSettings settings;
        if (const Rule *rule = ruleCalled(id); rule->isOptional)
            settings.severities[id] = rule->severity;
        if (id == "DL1001")
            settings.heedsComments = false;
        settings.trustedRegistries = {"docker.io"};
        settings.areLabelsStrict = id == "DL3050";
        if (hasLabels)
            settings.labels
                = {{"title", "text"},  {"home", "url"},       {"created", "rfc3339"}, {"license", "spdx"},
                   {"commit", "hash"}, {"version", "semver"}, {"contact", "email"},   {"free", "rawtext"}};
        return settings;
    }
};

QTEST_GUILESS_MAIN(TestHadolintRules)
#include "tst_hadolint_rules.moc"

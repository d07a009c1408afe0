// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/refactor/refactoring_table.h"

using namespace drydock;

namespace {

const std::string keep
    = "RUN rm -f /etc/apt/apt.conf.d/docker-clean; echo 'Binary::apt::APT::Keep-Downloaded-Packages "
      "\"true\";' > /etc/apt/apt.conf.d/keep-cache\n";
const std::string apt = "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n"
                        "    --mount=type=cache,target=/var/lib/apt,sharing=locked \\\n    ";
const std::string go = "RUN --mount=type=cache,target=/go/pkg/mod \\\n"
                       "    --mount=type=cache,target=/root/.cache/go-build \\\n    ";

} // namespace

/// What makes the next build faster.
class TestCacheRefactorings : public QObject {
    Q_OBJECT

private slots:
    void cacheMounts()
    {
        const std::vector<RefactoringRow> rows {
            {"npm", "FROM node:22\nRUN npm ci\n",
             "FROM node:22\nRUN --mount=type=cache,target=/root/.npm \\\n    npm ci\n"},
            {"lower case, CR LF, no final line end", "from node:22\r\nrun npm ci",
             "from node:22\r\nrun --mount=type=cache,target=/root/.npm \\\r\n    npm ci"},
            {"another escape character", "# escape=`\nFROM node:22\nRUN npm ci\n",
             "# escape=`\nFROM node:22\nRUN --mount=type=cache,target=/root/.npm `\n    npm ci\n"},
            {"flags stay", "FROM node:22\nRUN --network=host npm ci\n",
             "FROM node:22\nRUN --network=host --mount=type=cache,target=/root/.npm \\\n    npm ci\n"},
            {"cleaning goes", "FROM node:22\nRUN npm ci && npm cache clean --force\n",
             "FROM node:22\nRUN --mount=type=cache,target=/root/.npm \\\n    npm ci\n"},
            {"a folder of the cache among others", "FROM node:22\nRUN npm ci && rm -rf ~/.npm /tmp/x\n",
             "FROM node:22\nRUN --mount=type=cache,target=/root/.npm \\\n    npm ci && rm -rf /tmp/x\n"},
            {"a here-document", "FROM node:22\nRUN <<EOF\nset -e\nnpm ci\nnpm cache clean --force\nEOF\n",
             "FROM node:22\nRUN --mount=type=cache,target=/root/.npm \\\n    <<EOF\nset -e\nnpm ci\nEOF\n"},
            {"a user with a home", "FROM node:22\nUSER node\nRUN npm ci\n",
             "FROM node:22\nUSER node\nRUN --mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000 \\\n  "
             "  npm ci\n"},
            {"a user of whom nothing is known", "FROM node:22\nUSER joe\nRUN npm ci\n",
             "no: Line 3 does not run as root"},
            {"elsewhere by ENV", "FROM node:22\nENV NPM_CONFIG_CACHE=/c\nRUN npm ci\n",
             "FROM node:22\nENV NPM_CONFIG_CACHE=/c\nRUN --mount=type=cache,target=/c \\\n    npm ci\n"},
            {"elsewhere by ARG without a value", "FROM node:22\nARG NPM_CONFIG_CACHE\nRUN npm ci\n",
             "no: Line 3: where the cache is hangs on “NPM_CONFIG_CACHE”"},
            {"mounted already", "FROM node:22\nRUN --mount=type=cache,target=/root/.npm npm ci\n",
             "no: No RUN fetches anything"},
            {"pip", "FROM python:3.13\nRUN pip install --no-cache-dir -r r.txt\n",
             "FROM python:3.13\nRUN --mount=type=cache,target=/root/.cache/pip \\\n    pip install -r "
             "r.txt\n"},
            {"pip that must not", "FROM python:3.13\nENV PIP_NO_CACHE_DIR=1\nRUN pip install flask\n",
             "no: “PIP_NO_CACHE_DIR” turns the cache off that line 3 would use"},
            {"a folder above the cache", "FROM python:3.13\nRUN pip install flask && rm -rf /root/.cache\n",
             "no: Line 2: “rm -rf /root/.cache” would fail on the mount in it."},
            {"apk", "FROM alpine:3.22\nRUN apk add --no-cache curl\n",
             "FROM alpine:3.22\nRUN --mount=type=cache,target=/etc/apk/cache,sharing=locked \\\n    apk add "
             "--update-cache curl\n"},
            {"apk with the index of another line", "FROM alpine:3.22\nRUN apk update\nRUN apk add curl\n",
             "no: Line 3 installs with the package index of another line"},
            {"apt",
             "FROM debian:13\nRUN apt-get update && apt-get install -y curl && apt-get clean && rm -rf "
             "/var/lib/apt/lists/*\n",
             "FROM debian:13\n" + keep + apt + "apt-get update && apt-get install -y curl\n"},
            {"apt in two lines", "FROM debian:13\nRUN apt-get update\nRUN apt-get install -y curl\n",
             "no: Line 3 installs with the package lists of another line"},
            {"apt that removes what came along",
             "FROM debian:13\nRUN apt-get update && apt-get install -y gcc && apt-get purge -y --auto-remove "
             "gcc\n",
             "no: Line 2 removes packages that came along"},
            {"cleaning that something hangs on",
             "FROM debian:13\nRUN apt-get update && apt-get install -y curl && (apt-get clean || true)\n",
             "no: Line 2: “apt-get clean” would empty the cache"},
            {"Go, in a stage of its own",
             "FROM golang:1.26 AS build\nRUN go mod download\nRUN go build -o /app .\nFROM scratch\nCOPY "
             "--from=build /app /app\n",
             "FROM golang:1.26 AS build\n" + go + "go mod download\n" + go
                 + "go build -o /app .\nFROM scratch\nCOPY --from=build /app /app\n"},
            {"Go, whose modules another stage takes",
             "FROM golang:1.26 AS build\nRUN go mod download\nFROM golang:1.26\nCOPY --from=build /go /go\n",
             "no: Another stage takes “/go/pkg/mod” out of this one"},
            {"Go that the container runs",
             "FROM golang:1.26\nRUN go mod download\nCMD [\"go\", \"run\", \".\"]\n",
             "no: The container starts Go"},
            {"Maven without the network",
             "FROM maven:3 AS b\nRUN mvn dependency:go-offline\nRUN mvn -o package\nFROM scratch\nCOPY "
             "--from=b /x /\n",
             "no: Line 3 takes what an earlier line has fetched"},
            {"Yarn 2", "FROM node:22\nRUN yarn install --immutable\n", "no: Line 2: Yarn 2 and later"},
            {"Yarn 1", "FROM node:22\nRUN yarn install --frozen-lockfile\n",
             "FROM node:22\nRUN --mount=type=cache,target=/usr/local/share/.cache/yarn,sharing=locked \\\n   "
             " yarn install --frozen-lockfile\n"},
            {"a frontend that is too old", "# syntax=docker/dockerfile:1.1\nFROM node:22\nRUN npm ci\n",
             "no: Line 1 pins a frontend that is older than 1.2"},
        };
        for (const RefactoringRow &row : rows)
            checkRow("cache-mounts", row);
    }

    void cacheMountVerdicts()
    {
        QCOMPARE(verdictOf("cache-mounts", "FROM node:22\nRUN npm ci\n"), "safe");
        QCOMPARE(verdictOf("cache-mounts", "FROM my/image\nRUN npm ci\n"), "assumes");
        QCOMPARE(verdictOf("cache-mounts", "FROM golang:1.26\nRUN go build -o /app\nCMD [\"/app\"]\n"),
                 "assumes");
        const std::string lists = "FROM debian:13\nRUN apt-get update && apt-get install -y curl";
        QCOMPARE(verdictOf("cache-mounts", lists + "\n"), "assumes");
        QCOMPARE(verdictOf("cache-mounts", lists + " && rm -rf /var/lib/apt/lists/*\n"), "safe");
    }

    void manifestsFirst()
    {
        const LintSettings web = besides({"package.json", "package-lock.json", ".npmrc", "server.js"});
        const std::string node = "FROM node:22\nWORKDIR /app\n";
        const std::vector<RefactoringRow> rows {
            {"npm", node + "COPY . .\nRUN npm ci\n", node + "COPY package*.json ./\nRUN npm ci\nCOPY . .\n"},
            {"npm, with the folder", node + "COPY . .\nRUN npm ci\n",
             node + "COPY package.json package-lock.json .npmrc ./\nRUN npm ci\nCOPY . .\n", web},
            {"no manifest in the folder", node + "COPY . .\nRUN npm ci\n",
             "no: “package.json” does not lie at the root", besides({"a.js"})},
            {"packages in the folder", node + "COPY . .\nRUN npm ci\n",
             "no: “node_modules” lies in the folder",
             besides({"package.json", "node_modules", "node_modules/a.js"})},
            {"packages that are left out", node + "COPY . .\nRUN npm ci\n",
             node + "COPY package.json ./\nRUN npm ci\nCOPY . .\n",
             besides({"package.json", "node_modules", "node_modules/a.js"}, "node_modules\n")},
            {"CR LF, no final line end, lower case, a comment",
             "from node:22\r\nworkdir /app\r\n# all\r\ncopy . .\r\nrun npm ci",
             "from node:22\r\nworkdir /app\r\ncopy package*.json ./\r\nrun npm ci\r\n# all\r\ncopy . ."},
            {"installs and builds",
             node + "COPY --chown=node . .\nRUN --network=host npm ci && npm run build\n",
             node
                 + "COPY --chown=node package*.json ./\nRUN --network=host npm ci\nCOPY --chown=node . "
                   ".\nRUN --network=host npm run build\n"},
            {"builds and installs", node + "COPY . .\nRUN npm run build && npm ci\n",
             "no: No installation stands behind"},
            {"another folder", node + "COPY . /srv\nRUN npm ci\n", "no: No installation stands behind"},
            {"a folder that WORKDIR names later", "FROM node:22\nCOPY . /srv\nWORKDIR /srv\nRUN npm ci\n",
             "FROM node:22\nCOPY package*.json /srv/\nWORKDIR /srv\nRUN npm ci\nCOPY . /srv\n"},
            {"in the right order already",
             node + "COPY package.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\n", "no: No installation"},
            {"something else comes between", node + "COPY . .\nRUN make\nRUN npm ci\n",
             "no: No installation stands behind"},
            {"packages of the system come between",
             node + "COPY . .\nRUN apt-get update && apt-get install -y curl\nRUN npm ci\n",
             node
                 + "COPY package*.json ./\nRUN apt-get update && apt-get install -y curl\nRUN npm ci\nCOPY . "
                   ".\n"},
            {"packages of the system alone",
             "FROM debian:13\nWORKDIR /a\nCOPY . .\nRUN apt-get update && apt-get install -y gcc\nRUN make\n",
             "FROM debian:13\nWORKDIR /a\nRUN apt-get update && apt-get install -y gcc\nCOPY . .\nRUN "
             "make\n"},
            {"a package that lies in the folder",
             "FROM debian:13\nWORKDIR /a\nCOPY . .\nRUN apt-get install -y ./a.deb\n",
             "no: No installation stands behind"},
            {"pip", "FROM python:3.13\nWORKDIR /a\nCOPY . .\nRUN pip install -r requirements/prod.txt\n",
             "FROM python:3.13\nWORKDIR /a\nCOPY requirements/prod.txt ./requirements/\nRUN pip install -r "
             "requirements/prod.txt\nCOPY . .\n"},
            {"pip that installs the project", "FROM python:3.13\nWORKDIR /a\nCOPY . .\nRUN pip install .\n",
             "no: No installation"},
            {"uv, in two steps", "FROM python:3.13\nWORKDIR /a\nCOPY . .\nRUN uv sync --frozen\n",
             "FROM python:3.13\nWORKDIR /a\nCOPY pyproject.toml uv.lock ./\nRUN uv sync --no-install-project "
             "--frozen\nCOPY . .\nRUN uv sync --frozen\n"},
            {"uv, with more in its RUN",
             "FROM python:3.13\nWORKDIR /a\nCOPY . .\nRUN uv sync && uv pip check\n",
             "no: Line 4 installs the project itself as well"},
            {"Go", "FROM golang:1.26\nWORKDIR /a\nCOPY . .\nRUN go build -o /x .\n",
             "FROM golang:1.26\nWORKDIR /a\nCOPY go.mod go.sum* ./\nRUN go mod download\nCOPY . .\nRUN go "
             "build -o /x .\n"},
            {"Go with a step for it already",
             "FROM golang:1.26\nWORKDIR /a\nCOPY go.* ./\nRUN go mod download\nCOPY . .\nRUN go build\n",
             "no: No installation stands behind"},
            {"Go with its modules beside it", "FROM golang:1.26\nWORKDIR /a\nCOPY . .\nRUN go build\n",
             "no: No installation stands behind",
             besides({"go.mod", "main.go", "vendor/modules.txt", "vendor"})},
            {"Go in a folder below", "FROM golang:1.26\nWORKDIR /a\nCOPY . .\nRUN cd cmd && go build\n",
             "no: No installation stands behind"},
        };
        for (const RefactoringRow &row : rows)
            checkRow("manifests-first", row);
        QCOMPARE(verdictOf("manifests-first", node + "COPY . .\nRUN npm ci\n"), "assumes");
    }

    void manifestsFirstAsksTheManifests()
    {
        Manifests manifests;
        manifests.nodePackages.push_back({"package.json", {}});
        const std::string text = "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\n";
        QCOMPARE(afterRefactoring("manifests-first", text, {}, {}, &manifests),
                 "FROM node:22\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\n");
        manifests.nodePackages.front().facts.scripts["postinstall"] = "node gen.js";
        QVERIFY(afterRefactoring("manifests-first", text, {}, {}, &manifests)
                    .starts_with("no: package.json has a script “postinstall”"));
    }

    void dockerignore()
    {
        const std::string text = "FROM node:22\nCOPY . .\n";
        checkRows("dockerignore",
                  {{"no folder", text, "no: Nothing is known of the folder"},
                   {"there already", text, "no: “.dockerignore” is there already.", besides({"a.js"}, "b\n")},
                   {"nothing is copied", "FROM node:22\n", "no: No COPY or ADD takes anything",
                    besides({"a.js"})}});
        const auto written = [](const std::string &file, const LintSettings &settings,
                                const Manifests *manifests = nullptr) {
            const PreparedFile prepared(file, settings, manifests);
            const Proposal proposal = propose(*refactoringCalled("dockerignore"), prepared.context());
            const auto found = proposal.files.find(".dockerignore");
            return found == proposal.files.end() ? std::string() : "\n" + found->second;
        };
        const auto has = [](const std::string &lines, const std::string &pattern) {
            return lines.find("\n" + pattern + "\n") != std::string::npos;
        };
        Manifests manifests;
        manifests.nodePackages.push_back({"package.json", {}});
        const std::string plain = written(text, besides({"a.js", "dist/a.js"}), &manifests);
        QVERIFY(has(plain, ".git") && has(plain, "**/node_modules") && has(plain, ".env.*")
                && has(plain, "!.env.example"));
        QVERIFY(!has(plain, "**/dist")); // Nothing here makes it.
        QVERIFY(has(written("FROM node:22\nCOPY . .\nRUN npm run build\n", besides({"a.js", "dist/a.js"}),
                            &manifests),
                    "**/dist"));
        QVERIFY(!has(written("FROM node:22\nCOPY . .\nCOPY dist /d\nRUN npm run build\n",
                             besides({"a.js", "dist/a.js"}), &manifests),
                     "**/dist"));
        QVERIFY(!has(written("FROM node:22\nCOPY . .\nCOPY .env /d/\n", besides({"a.js", ".env"})), ".env"));
        QVERIFY(!has(written("FROM node:22\nCOPY . .\nRUN git describe > v\n", besides({"a.js"})), ".git"));
        QVERIFY(has(written(text, besides({"a.js", "x/tls.pem"})), "**/*.pem"));
        QVERIFY(!has(written(text, besides({"a.js"})), "**/*.pem"));
    }

    void copyLink()
    {
        const std::string build = "FROM golang:1.26 AS build\nRUN go build -o /app\nFROM scratch\n";
        const std::vector<RefactoringRow> rows {
            {"from a stage", build + "COPY --from=build /app /app\n",
             build + "COPY --link --from=build /app /app\n"},
            {"from the folder", build + "COPY app /app\n",
             "no: No COPY of the image takes from another stage"},
            {"there already", build + "COPY --link --from=build /app /app\n", "no: No COPY of the image"},
            {"a name as owner", build + "COPY --from=build --chown=joe /app /app\n",
             "no: Line 4 names an owner"},
            {"a number as owner", build + "copy --from=build --chown=10001:10001 /app /app\n",
             build + "copy --link --from=build --chown=10001:10001 /app /app\n"},
            {"behind what may be a link", build + "COPY --from=build /app /bin/app\n",
             "no: Line 4 copies to where a base may have a link"},
            {"not behind it", build + "COPY --from=build /app /usr/bin/app\n",
             build + "COPY --link --from=build /app /usr/bin/app\n"},
        };
        for (const RefactoringRow &row : rows)
            checkRow("copy-link", row);
        QCOMPARE(verdictOf("copy-link", build + "COPY --from=build /app /app\n"), "assumes");
    }
};

QTEST_GUILESS_MAIN(TestCacheRefactorings)
#include "tst_cache_refactorings.moc"

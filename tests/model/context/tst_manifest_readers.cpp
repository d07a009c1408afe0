// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Length: one example of each kind of manifest with what is read out of it, and a list does not get clearer by halves.
#include "model/context/manifests/data_tree.h"
#include "model/context/manifests/manifests.h"
#include "model/context/manifests/text_scan.h"

#include <QTest>

#include <random>

using namespace drydock;

namespace {

/// Facts as text: "key=value" by line, in the order in which they are added, what is empty left out.
class Facts {
public:
    Facts &add(const char *key, const std::string &value)
    {
        if (!value.empty())
            m_text += std::string(key) + '=' + value + '\n';
        return *this;
    }
    Facts &add(const char *key, const std::vector<std::string> &values)
    {
        std::string all;
        for (const std::string &value : values)
            all += (all.empty() ? "" : " ") + value;
        return add(key, all);
    }
    Facts &add(const char *key, const std::map<std::string, std::string> &values)
    {
        std::vector<std::string> all;
        for (const auto &[name, value] : values)
            all.push_back(name + ':' + value);
        return add(key, all);
    }
    Facts &add(const char *key, bool is) { return add(key, std::string(is ? "yes" : "")); }
    const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

template <typename T, typename Show>
std::string shown(const Result<T> &facts, Show show)
{
    if (!facts)
        return "refused: " + inEnglish(facts.error().text) + '\n';
    Facts all;
    show(all, *facts);
    return all.text();
}

std::string read(const QByteArray &kind, const std::string &b)
{
    if (kind == "go.mod")
        return shown(readGoModule(b), [](Facts &f, const GoModule &m) {
            f.add("module", m.module).add("go", m.goVersion).add("toolchain", m.toolchain);
            f.add("needs", m.dependencies).add("program", m.programName());
        });
    if (kind == "go")
        return shown(readGoSource(b), [](Facts &f, const GoPackage &p) {
            f.add("main", p.isMain)
                .add("c", p.usesC)
                .add("embed", p.embedsFiles)
                .add("zones", p.holdsTimeZones);
        });
    if (kind == "package.json")
        return shown(readNodePackage(b), [](Facts &f, const NodePackage &p) {
            f.add("name", p.name).add("type", p.type).add("main", p.main).add("bin", p.programs);
            f.add("scripts", p.scripts).add("needs", p.dependencies).add("dev", p.devDependencies);
            f.add("node", p.nodeVersion).add("manager", p.packageManager).add("workspaces", p.workspaces);
        });
    const auto lock = [](Facts &f, const NodeLock &l) {
        f.add("version", l.version).add("scripts", l.withInstallScript);
    };
    if (kind == "package-lock")
        return shown(readPackageLock(b), lock);
    if (kind == "pnpm")
        return shown(readPnpmLock(b), lock);
    if (kind == "deno")
        return shown(readDenoConfig(b), [](Facts &f, const DenoConfig &d) {
            f.add("tasks", d.tasks).add("imports", d.imports);
        });
    if (kind == "tsconfig")
        return shown(readTypeScriptConfig(b), [](Facts &f, const TypeScriptConfig &t) {
            f.add("out", t.outDir).add("root", t.rootDir);
        });
    const auto web = [](Facts &f, const WebConfig &w) {
        f.add("output", w.output).add("out", w.outDir).add("adapter", w.adapter);
    };
    if (kind == "web")
        return shown(readWebConfig(b), web);
    if (kind == "angular")
        return shown(readAngularConfig(b), web);
    const auto python = [](Facts &f, const PythonProject &p) {
        f.add("name", p.name)
            .add("python", p.pythonVersion)
            .add("backend", p.buildBackend)
            .add("tool", p.tool);
        f.add("needs", p.dependencies).add("scripts", p.scripts);
    };
    if (kind == "pyproject")
        return shown(readPyproject(b), python);
    if (kind == "pipfile")
        return shown(readPipfile(b), python);
    const auto packages
        = [](Facts &f, const PythonPackages &p) { f.add("names", p.names).add("files", p.files); };
    if (kind == "requirements")
        return shown(readRequirements(b), packages);
    if (kind == "conda")
        return shown(readCondaEnvironment(b), packages);
    if (kind == "python-lock")
        return shown(readPythonLock(b), packages);
    if (kind == "pom")
        return shown(readPom(b), [](Facts &f, const MavenProject &p) {
            f.add("group", p.groupId).add("artifact", p.artifactId).add("version", p.version);
            f.add("packaging", p.packaging).add("modules", p.modules).add("java", p.javaVersion);
            f.add("plugins", p.plugins).add("boot", p.usesSpringBoot).add("makes", p.artifactName());
        });
    if (kind == "gradle")
        return shown(readGradle(b), [](Facts &f, const GradleProject &p) {
            f.add("root", p.rootName).add("included", p.included).add("version", p.version);
            f.add("plugins", p.plugins).add("archive", p.archiveName).add("java", p.javaVersion);
        });
    if (kind == "csproj")
        return shown(readDotnetProject(b), [](Facts &f, const DotnetProject &p) {
            f.add("sdk", p.sdk).add("targets", p.targetFrameworks).add("assembly", p.assemblyName);
            f.add("type", p.outputType).add("aot", p.isAot).add("contained", p.isSelfContained);
            f.add("invariant", p.hasInvariantGlobalization).add("ids", p.runtimeIdentifiers);
            f.add("frameworks", p.frameworks).add("packages", p.packages).add("projects", p.projects);
        });
    if (kind == "cargo")
        return shown(readCargoToml(b), [](Facts &f, const RustCrate &c) {
            f.add("name", c.name)
                .add("edition", c.edition)
                .add("rust", c.rustVersion)
                .add("run", c.defaultRun);
            f.add("bin", c.programs).add("members", c.members).add("needs", c.dependencies);
            f.add("release", c.hasReleaseProfile);
        });
    if (kind == "cargo-lock")
        return shown(readCargoLock(b), [](Facts &f, const RustLock &l) { f.add("native", l.nativeCrates); });
    if (kind == "rust")
        return shown(readRustSettings(b), [](Facts &f, const RustSettings &s) {
            f.add("target", s.target).add("dir", s.targetDir).add("channel", s.channel);
        });
    if (kind == "composer")
        return shown(readComposer(b), [](Facts &f, const PhpProject &p) {
            f.add("name", p.name)
                .add("php", p.phpVersion)
                .add("ext", p.extensions)
                .add("needs", p.dependencies);
            f.add("scripts", p.scripts);
        });
    if (kind == "gemfile-lock")
        return shown(readGemfileLock(b), [](Facts &f, const RubyLock &l) {
            f.add("gems", l.gems).add("platforms", l.platforms).add("ruby", l.rubyVersion);
            f.add("bundler", l.bundlerVersion);
        });
    if (kind == "mix")
        return shown(readMix(b), [](Facts &f, const ElixirProject &p) {
            f.add("app", p.app).add("version", p.version).add("elixir", p.elixirVersion);
            f.add("releases", p.releases).add("needs", p.dependencies);
        });
    if (kind == "cmake")
        return shown(readCmake(b), [](Facts &f, const CmakeProject &p) {
            f.add("name", p.name).add("programs", p.programs).add("installed", p.installed);
            f.add("packages", p.packages).add("libraries", p.libraries);
        });
    if (kind == "make")
        return shown(readMakefile(b), [](Facts &f, const Makefile &m) {
            f.add("targets", m.targets).add("outputs", m.outputs).add("libraries", m.libraries);
            f.add("install", m.hasTarget("install"));
        });
    return shown(readHaskell(b), [](Facts &f, const HaskellProject &p) {
        f.add("name", p.name).add("programs", p.programs).add("libraries", p.libraries);
        f.add("resolver", p.resolver);
    });
}

constexpr const char *kinds[] = {
    "go.mod", "go",           "package.json", "package-lock", "pnpm",         "deno",  "tsconfig",
    "web",    "angular",      "pyproject",    "pipfile",      "requirements", "conda", "python-lock",
    "pom",    "gradle",       "csproj",       "cargo",        "cargo-lock",   "rust",  "composer",
    "mix",    "gemfile-lock", "cmake",        "make",         "haskell",
};

} // namespace

class TestManifestReaders : public QObject {
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *kind, const char *text, const char *expected) {
            QTest::newRow(name) << QByteArray(kind) << QByteArray(text) << QByteArray(expected);
        };
        row("a go.mod", "go.mod",
            "// a comment\nmodule example.org/tools/server/v2 // here\r\n\ngo 1.21\ntoolchain go1.21.3\n\n"
            "require github.com/mattn/go-sqlite3 v1.14.0\nrequire (\n\t\"a.b/c\" v1.0.0 // indirect\n\td.e/f "
            "v2.0.0\n)\n"
            "replace (\n\ta.b/c => ../c\n)\nexclude g.h/i v1.0.0\n",
            "module=example.org/tools/server/v2\ngo=1.21\ntoolchain=go1.21.3\n"
            "needs=github.com/mattn/go-sqlite3 a.b/c d.e/f\nprogram=server\n");
        row("a go.mod with a name in quotes", "go.mod", "module \"x\"\n", "module=x\nprogram=x\n");
        row("a Go program", "go",
            "// Package main\npackage main\n\nimport (\n\t\"fmt\"\n\t_ \"time/tzdata\"\n)\nimport \"C\"\n"
            "//go:embed static\nvar s = \"import \\\"C\\\"\"\n",
            "main=yes\nc=yes\nembed=yes\nzones=yes\n");
        row("a Go library", "go", "package x\nimport \"fmt\"\nvar c = \"C\"\n// \"C\"\n", "");
        row("a package.json", "package.json",
            R"({"name":"shop","type":"module","main":"dist/index.js","bin":{"shop":"cli.js","s2":"x"},
                "scripts":{"build":"tsc","start":"node dist -p 3000","n":1},"dependencies":{"next":"14","bcrypt":"^5"},
                "devDependencies":{"typescript":"5"},"engines":{"node":">=18"},"packageManager":"pnpm@9.1.0",
                "workspaces":["packages/*"]})",
            "name=shop\ntype=module\nmain=dist/index.js\nbin=shop s2\nscripts=build:tsc start:node dist -p "
            "3000\n"
            "needs=next bcrypt\ndev=typescript\nnode=>=18\nmanager=pnpm@9.1.0\nworkspaces=packages/*\n");
        row("a package.json of the old kind", "package.json",
            R"({"name":"x","bin":"cli.js","workspaces":{"packages":["a","b"]}})",
            "name=x\nbin=x\nworkspaces=a b\n");
        row("a package.json with odd types", "package.json",
            R"({"name":1,"bin":[1],"scripts":[],"dependencies":"x","engines":null,"workspaces":{"a":1}})",
            "name=1\n");
        row("a package.json that is a list", "package.json", "[1,2]", "");
        row("a package.json cut short", "package.json", R"({"name":"x)",
            "refused: This is not valid JSON.\n");
        row("a package.json with a comment", "package.json", "{} // no",
            "refused: This is not valid JSON.\n");
        row("an empty package.json", "package.json", "", "refused: This is not valid JSON.\n");
        row("a package-lock", "package-lock",
            R"({"lockfileVersion":3,"packages":{"":{"hasInstallScript":true},"node_modules/a":{},
                "node_modules/a/node_modules/@s/b":{"hasInstallScript":true},"node_modules/c":{"hasInstallScript":false}}})",
            "version=3\nscripts=@s/b\n");
        row("a pnpm-lock", "pnpm",
            "lockfileVersion: '6.0'\n\npackages:\n\n  /@esbuild/linux-x64@0.19.2:\n    requiresBuild: "
            "true\n\n"
            "  /left-pad@1.0.0:\n    dev: true\n\n  /sharp/0.32.0:\n    requiresBuild: true\n",
            "version=6.0\nscripts=@esbuild/linux-x64 sharp\n");
        row("a deno.jsonc", "deno",
            "{ // a comment\n \"tasks\": {\"start\": \"deno run // \\\"x\\\" a.ts\",},\n /* , } */ "
            "\"imports\": {\"std/\": \"x\",},\n}",
            "tasks=start:deno run // \"x\" a.ts\nimports=std/\n");
        row("a tsconfig.json", "tsconfig",
            "{\"compilerOptions\": {\"outDir\": \"./dist\", \"rootDir\": \"src\", \"paths\": {\"@/*\": "
            "[\"./src/*\",],},},}",
            "out=./dist\nroot=src\n");
        row("a next.config.js", "web",
            "/** x */\nmodule.exports = {\n  // output: 'export',\n  output: 'standalone', distDir: "
            "\"build\",\n  myoutput: 'x',\n}\n",
            "output=standalone\nout=build\n");
        row("a svelte.config.js", "web",
            "import adapter from '@sveltejs/adapter-node';\nexport default {};\n",
            "adapter=@sveltejs/adapter-node\n");
        row("an angular.json", "angular",
            R"({"projects":{"shop":{"architect":{"build":{"options":{"outputPath":"dist/shop"}}}}}})",
            "out=dist/shop\n");
        row("an angular.json of version 17", "angular",
            R"({"projects":{"s":{"architect":{"build":{"options":{"outputPath":{"base":"dist/s"}}}}}}})",
            "out=dist/s\n");
        row("a pyproject.toml", "pyproject",
            "[project]\nname = \"shop\"\nrequires-python = \">=3.9\"\n"
            "dependencies = [\"Flask[async]>=2\", \"psycopg2_binary ; python_version > '3'\", "
            "\"zope.interface\"]\n"
            "[project.scripts]\nshop = \"shop:main\"\n[build-system]\nbuild-backend = "
            "\"hatchling.build\"\n[tool.uv]\n",
            "name=shop\npython=>=3.9\nbackend=hatchling.build\ntool=uv\n"
            "needs=flask psycopg2-binary zope-interface\nscripts=shop:shop:main\n");
        row("a pyproject.toml of poetry", "pyproject",
            "[tool.poetry]\nname = \"old\"\n[tool.poetry.dependencies]\npython = \"^3.10\"\nDjango = "
            "\"^4\"\n",
            "name=old\npython=^3.10\ntool=poetry\nneeds=django\n");
        row("a broken pyproject.toml", "pyproject", "[project\n", "refused: This is not valid TOML.\n");
        row("a Pipfile", "pipfile",
            "[packages]\nrequests = \"*\"\n[dev-packages]\npytest = \"*\"\n[requires]\npython_version = "
            "\"3.11\"\n",
            "python=3.11\ntool=pipenv\nneeds=requests\n");
        row("a requirements.txt", "requirements",
            "# all\nFlask==2.0 # web\n\nuvicorn[standard] >= 0.2 ; python_version>'3'\n-r "
            "base.txt\n--constraint=c.txt\n"
            "--index-url https://x\n-e .\ngit+https://x/y\n",
            "names=flask uvicorn git\nfiles=base.txt c.txt\n");
        row("an environment.yml", "conda",
            "name: x\ndependencies:\n  - python=3.11\n  - conda-forge::numpy>=1\n  - pip:\n    - "
            "Flask==2\nprefix: /x\n- no\n",
            "names=python numpy flask\n");
        row("a poetry.lock", "python-lock",
            "[[package]]\nname = \"numpy\"\n[[package]]\nname = \"Foo_Bar\"\n", "names=numpy foo-bar\n");
        row("a pom.xml", "pom",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><project><parent><groupId>g</groupId>"
            "<artifactId>spring-boot-starter-parent</artifactId><version>3.2</version></parent><artifactId> "
            "shop </artifactId>"
            "<packaging>war</packaging><properties><java.version>17</java.version></"
            "properties><modules><module>a</module>"
            "<module>b</module></modules><build><plugins><plugin><artifactId>maven-shade-plugin</"
            "artifactId></plugin></plugins>"
            "</build></project>",
            "group=g\nartifact=shop\nversion=3.2\npackaging=war\nmodules=a "
            "b\njava=17\nplugins=maven-shade-plugin\nboot=yes\n"
            "makes=shop-3.2.war\n");
        row("a pom.xml with a name of its own", "pom",
            "<project><artifactId>a</artifactId><build><finalName>app</finalName></build></project>",
            "artifact=a\npackaging=jar\nmakes=app.jar\n");
        row("a pom.xml of a parent", "pom",
            "<project><artifactId>a</artifactId><packaging>pom</packaging></project>",
            "artifact=a\npackaging=pom\n");
        row("a broken pom.xml", "pom", "<project><a>",
            "refused: This is not a valid project file of Maven.\n");
        row("some other XML", "pom", "<html/>", "refused: This is not a valid project file of Maven.\n");
        row("a build.gradle", "gradle",
            "plugins {\n  id 'java'\n  id \"org.springframework.boot\" version '3.2.0' // x\n}\napply "
            "plugin: 'war'\n"
            "version = '1.0'\nbootJar {\n  archiveBaseName = 'shop'\n}\nsourceCompatibility = "
            "JavaVersion.VERSION_1_8\n"
            "dependencies { implementation 'x:y:1' }\n",
            "version=1.0\nplugins=java org.springframework.boot war\narchive=shop\njava=8\n");
        row("a build.gradle.kts", "gradle",
            "plugins {\n    application\n    kotlin(\"jvm\") version \"1.9\"\n    `java-library`\n}\nkotlin "
            "{ jvmToolchain(21) }\n"
            "tasks.jar { archiveFileName.set(\"app.jar\") }\n    archiveFileName.set(\"shop.jar\")\n",
            "plugins=application jvm java-library\narchive=shop.jar\njava=21\n");
        row("a settings.gradle", "gradle",
            "rootProject.name = 'shop'\ninclude 'api',\n  'web'\ninclude(\":lib\")\nincludeBuild 'x'\n",
            "root=shop\nincluded=api web :lib\n");
        row("a csproj", "csproj",
            "\xEF\xBB\xBF<Project Sdk=\"Microsoft.NET.Sdk.Web\"><PropertyGroup><TargetFrameworks>net8.0; "
            "net6.0</TargetFrameworks>"
            "<AssemblyName>Shop</AssemblyName><PublishAot>True</PublishAot><InvariantGlobalization>true</"
            "InvariantGlobalization>"
            "<RuntimeIdentifier>linux-x64</RuntimeIdentifier></PropertyGroup><ItemGroup><PackageReference "
            "Include=\"Npgsql\"/>"
            "<ProjectReference Include=\"..\\Lib\\Lib.csproj\"/><FrameworkReference "
            "Include=\"Microsoft.AspNetCore.App\"/>"
            "</ItemGroup></Project>",
            "sdk=Microsoft.NET.Sdk.Web\ntargets=net8.0 "
            "net6.0\nassembly=Shop\naot=yes\ninvariant=yes\nids=linux-x64\n"
            "frameworks=Microsoft.AspNetCore.App\npackages=Npgsql\nprojects=../Lib/Lib.csproj\n");
        row("a broken csproj", "csproj", "<Project", "refused: This is not a valid project file of .NET.\n");
        row("a Cargo.toml", "cargo",
            "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2021\"\nrust-version = "
            "\"1.70\"\ndefault-run = \"server\"\n"
            "[[bin]]\nname = \"server\"\n[[bin]]\nname = \"worker\"\n[dependencies]\nopenssl = "
            "\"0.10\"\ntokio = { version = \"1\" }\n"
            "[profile.release]\nstrip = true\n[workspace]\nmembers = [\"crates/*\"]\n",
            "name=shop\nedition=2021\nrust=1.70\nrun=server\nbin=server "
            "worker\nmembers=crates/*\nneeds=openssl tokio\nrelease=yes\n");
        row("a Cargo.lock", "cargo-lock",
            "version = 3\n[[package]]\nname = \"openssl-sys\"\n[[package]]\nname = \"serde\"\n",
            "native=openssl-sys\n");
        row("a config of cargo", "rust",
            "[build]\ntarget = [\"x86_64-unknown-linux-musl\"]\ntarget-dir = \"out\"\n",
            "target=x86_64-unknown-linux-musl\ndir=out\n");
        row("a rust-toolchain", "rust", "1.75.0\n", "channel=1.75.0\n");
        row("a rust-toolchain.toml", "rust", "[toolchain]\nchannel = \"stable\"\n", "channel=stable\n");
        row("a composer.json", "composer",
            R"({"name":"a/b","require":{"php":"^8.2","ext-pdo_mysql":"*","laravel/framework":"^11"},"scripts":{"test":"x"}})",
            "name=a/b\nphp=^8.2\next=pdo_mysql\nneeds=laravel/framework\nscripts=test\n");
        row("a Gemfile.lock", "gemfile-lock",
            "GEM\n  remote: https://x/\n  specs:\n    nokogiri (1.15.4-x86_64-linux)\n      racc (~> 1.4)\n  "
            "  rails (7.1.0)\n\n"
            "PLATFORMS\n  ruby\n  x86_64-linux\n\nDEPENDENCIES\n  rails\n\nRUBY VERSION\n   ruby "
            "3.2.2p53\n\nBUNDLED WITH\n   2.4.10\n",
            "gems=nokogiri:1.15.4-x86_64-linux rails:7.1.0\nplatforms=ruby "
            "x86_64-linux\nruby=3.2.2p53\nbundler=2.4.10\n");
        row("a mix.exs", "mix",
            "def project do\n  [\n    app: :shop, # x\n    version: \"0.1.0\",\n    elixir: \"~> 1.14\",\n   "
            " releases: [\n      shop: [\n"
            "        applications: [x: :permanent]\n      ],\n      admin: []\n    ],\n    deps: deps()\n  "
            "]\nend\n"
            "defp deps do\n  [\n    {:phoenix, \"~> 1.7\"},\n    {:ecto, \"~> 3\"}\n  ]\nend\n",
            "app=shop\nversion=0.1.0\nelixir=~> 1.14\nreleases=shop admin\nneeds=phoenix ecto\n");
        row("a CMakeLists.txt", "cmake",
            "# add_executable(no)\nproject(Shop\n  VERSION 1.0) #[[ add_executable(no) "
            "]]\nfind_package(OpenSSL 3 REQUIRED)\n"
            "add_executable(shop main.cpp)\nadd_executable(ext IMPORTED)\ntarget_link_libraries(shop PRIVATE "
            "OpenSSL::SSL \"z\" $<x:(y)>)\n"
            "install(TARGETS shop tool RUNTIME DESTINATION bin)\nif(X) message(\"a) b\") endif()\n",
            "name=Shop\nprograms=shop\ninstalled=shop tool\npackages=OpenSSL\nlibraries=OpenSSL::SSL z $<x: "
            "y >\n");
        row("a Makefile", "make",
            "CC := gcc\nall: shop\n.PHONY: all\nshop: main.o util.o # x\n\t$(CC) -o bin/shop $^ -lz "
            "-lm\n%.o: %.c\n\tcc -c $<\n"
            "install uninstall: shop\n\tcp a:b c\n",
            "targets=all shop install uninstall\noutputs=bin/shop\nlibraries=z m\ninstall=yes\n");
        row("a cabal file", "haskell",
            "name:          shop\n-- a comment\nexecutable shop-server\n  main-is: Main.hs\n  "
            "extra-libraries: pq, z\nExecutable other\n",
            "name=shop\nprograms=shop-server other\nlibraries=pq z\n");
        row("a package.yaml", "haskell",
            "name: shop\nexecutables:\n  shop-exe:\n    main: Main.hs\n    when:\n  two:\n    main: "
            "X\ntests:\n  t:\n    x: 1\n",
            "name=shop\nprograms=shop-exe two\n");
        row("a stack.yaml", "haskell", "resolver: lts-21.25 # x\npackages:\n- .\n", "resolver=lts-21.25\n");
    }
    void reads()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, text);
        QTEST(QByteArray::fromStdString(read(kind, text.toStdString())), "expected");
    }

    /// Any bytes, and any piece of a good file, are read or refused.
    void takesAnyBytes_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind : kinds)
            QTest::newRow(kind) << QByteArray(kind);
    }
    void takesAnyBytes()
    {
        QFETCH(QByteArray, kind);
        std::mt19937 random(1);
        constexpr std::string_view alphabet = "{}[]()<>\"'`=:,;.#-/\\ \n\t\r@!abX019\xC3\xA4\xFF";
        for (int round = 0; round < 400; ++round) {
            std::string bytes;
            for (std::size_t size = random() % 200; bytes.size() < size;)
                bytes += random() % 10 == 0 ? static_cast<char>(random())
                                            : alphabet[random() % alphabet.size()];
            read(kind, bytes);
        }
        for (const std::string_view piece :
             {"[", "{\"a\":", "<a>", "(", "\"", "[[a]]\n", "a = [", "include 'a',\n"}) {
            std::string bytes;
            for (int i = 0; i < 20000; ++i)
                bytes += piece;
            read(kind, bytes);
        }
    }

    void refusesDeepNesting()
    {
        const auto nested
            = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
        QVERIFY(parseJson(nested(100), JsonStyle::Strict));
        const auto tooDeep = parseJson(nested(101), JsonStyle::Strict);
        QVERIFY(!tooDeep);
        QCOMPARE(tooDeep.error().detail, "nested too deeply");
        QVERIFY(!parseToml("a = " + nested(100000)));
    }

    void keepsOtherValues()
    {
        const auto json = parseJson(
            R"({"i":-1,"u":18446744073709551615,"f":1.5,"t":true,"n":null,"big":1e999})", JsonStyle::Strict);
        QVERIFY(!json); // A number out of range is refused, not thrown.
        const auto toml = parseToml("d = 2024-01-02\nf = 1.5\ni = 3\nb = false\n[t]\nx = [1, \"a\"]\n");
        QVERIFY(toml);
        QCOMPARE(toml->textAt({"d"}), "2024-01-02");
        QCOMPARE(toml->textAt({"f"}), "1.5");
        QCOMPARE(toml->textAt({"i"}), "3");
        QCOMPARE(toml->textAt({"b"}), "false");
        QCOMPARE(toml->textsAt({"t", "x"}), std::vector<std::string> {"a"});
        QVERIFY(!toml->has("nothing"));
    }

    void keepsBytesBeyondAsciiInToml()
    {
        const auto toml = parseToml("\xEF\xBB\xBF# ď\n\"é\" = \"b0y ď \xFF \\u00E9\"\nď = 'x'\n");
        QVERIFY(toml);
        QCOMPARE(toml->textAt({"é"}), "b0y ď \xFF é");
        QCOMPARE(toml->textAt({"ď"}), "x");
    }
};

QTEST_GUILESS_MAIN(TestManifestReaders)
#include "tst_manifest_readers.moc"

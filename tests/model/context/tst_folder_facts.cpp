// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/folder_facts.h"
#include "tests/model/context/folder_tree.h"

#include <QTest>

using namespace drydock;

namespace {

QByteArray joined(const std::vector<std::string> &words)
{
    QByteArray all;
    for (const std::string &word : words)
        all += (all.isEmpty() ? "" : "+") + QByteArray::fromStdString(word);
    return all;
}

QByteArray shown(const FolderFacts &facts)
{
    QByteArray all = "go=" + joined(facts.goClients) + " rust=" + joined(facts.rustClients);
    all += facts.bringsCertificates ? " certificates" : "";
    all += facts.bringsTimeZones ? " zones" : "";
    all += facts.usesMaven ? " maven=" + joined(facts.jarPlugins) : QByteArray();
    all += facts.webOutput.empty() ? QByteArray() : " web=" + QByteArray::fromStdString(facts.webOutput);
    for (const Workflow &workflow : facts.workflows)
        all += " " + QByteArray::fromStdString(workflow.path) + (workflow.buildsImages ? "!" : "")
            + (workflow.keepsMounts ? "~" : "");
    return all;
}

} // namespace

class TestFolderFacts : public QObject {
    Q_OBJECT

private slots:
    void readsThem_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *path, const char *text, const char *expected) {
            QTest::newRow(name) << QByteArray(path) << QByteArray(text) << QByteArray(expected);
        };
        row("nothing", "a.txt", "", "go= rust=");
        row("a client in Go", "go.mod",
            "module x\nrequire (\n\tgithub.com/aws/aws-sdk-go-v2/service/s3 v1.0.0\n\tgithub.com/awsome/x "
            "v1\n)\n",
            "go=github.com/aws/aws-sdk-go-v2/service/s3 rust=");
        row("certificates in Go", "go.mod", "module x\nrequire github.com/breml/rootcerts v1\n",
            "go= rust= certificates");
        row("zones in Go", "main.go", "package main\nimport _ \"time/tzdata\"\n", "go= rust= zones");
        row("a client in Rust", "Cargo.lock", "[[package]]\nname = \"openssl-sys\"\n",
            "go= rust=openssl-sys");
        row("certificates in Rust", "Cargo.lock", "[[package]]\nname = \"webpki-roots\"\n",
            "go= rust= certificates");
        row("Maven", "pom.xml",
            "<project><artifactId>a</artifactId><build><plugins><plugin><artifactId>maven-shade-plugin</"
            "artifactId>"
            "</plugin><plugin><artifactId>maven-compiler-plugin</artifactId></plugin></plugins></build></"
            "project>",
            "go= rust= maven=maven-shade-plugin");
        row("Vite", "package.json",
            R"({"devDependencies": {"vite": "7"}, "scripts": {"build": "tsc -b && vite build"}})",
            "go= rust= web=dist");
        row("Vite with an option", "package.json",
            R"({"devDependencies": {"vite": "7"}, "scripts": {"build": "vite build --outDir ../x"}})",
            "go= rust=");
        row("Create React App", "package.json",
            R"({"dependencies": {"react-scripts": "5"}, "scripts": {"build": "react-scripts build"}})",
            "go= rust= web=build");
        row("a package below", "web/package.json",
            R"({"dependencies": {"react-scripts": "5"}, "scripts": {"build": "react-scripts build"}})",
            "go= rust=");
        row("a workflow", ".github/workflows/image.yml",
            "jobs:\n a:\n  steps:\n   - uses: docker/build-push-action@v6\n",
            "go= rust= .github/workflows/image.yml!");
        row("a machine of one's own", ".github/workflows/image.yaml",
            "runs-on: [self-hosted]\nrun: docker build -t a .\n", "go= rust= .github/workflows/image.yaml!~");
        row("a test", ".github/workflows/test.yml", "run: make test\n",
            "go= rust= .github/workflows/test.yml");
        row("no workflow", ".github/workflows/README.md", "docker build .\n", "go= rust=");
    }
    void readsThem()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, text);
        const FolderTree tree;
        tree.add(path.toStdString(), text.toStdString());
        const auto context = readBuildContext(tree.root(), "Dockerfile");
        QVERIFY(context);
        QTEST(shown(readFolderFacts(tree.root(), *context)), "expected");
    }

    /// A .dockerignore should name them, and then they are not in the context.
    void readsWorkflowsThatAreLeftOut()
    {
        const FolderTree tree;
        tree.add(".dockerignore", ".github\n");
        tree.add(".github/workflows/image.yml", "run: docker build .\n");
        const auto context = readBuildContext(tree.root(), "Dockerfile");
        QVERIFY(context);
        QCOMPARE(shown(readFolderFacts(tree.root(), *context)), "go= rust= .github/workflows/image.yml!");
    }

    /// A link may lead outside, where nothing is read.
    void followsNoLink()
    {
        const FolderTree tree;
        tree.link(".github", tree.outside());
        const auto context = readBuildContext(tree.root(), "Dockerfile");
        QVERIFY(context);
        QCOMPARE(shown(readFolderFacts(tree.root(), *context)), "go= rust=");
    }
};

QTEST_GUILESS_MAIN(TestFolderFacts)
#include "tst_folder_facts.moc"

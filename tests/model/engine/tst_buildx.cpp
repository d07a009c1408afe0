// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/buildx_build.h"
#include "model/engine/buildx_builders.h"
#include "tests/model/context/folder_tree.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace drydock;

namespace {

/// A docker-buildx that a test has written: a shell script.
class Script {
public:
    explicit Script(const std::string &body)
    {
        const std::string path = program().path;
        std::ofstream(path) << "#!/bin/sh\nhere='" << folder() << "'\n" << body << '\n';
        std::filesystem::permissions(path, std::filesystem::perms(0755));
    }

    std::string folder() const { return m_folder.path().toStdString(); }
    BuildxProgram program() const { return {folder() + "/docker-buildx", {0, 29}}; }
    std::string written(const std::string &name) const
    {
        std::ifstream file(folder() + '/' + name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    QTemporaryDir m_folder;
};

BuildWish wishFor(const FolderTree &tree)
{
    BuildWish wish;
    wish.text = "FROM alpine\nRUN a\n";
    wish.folder = tree.root();
    wish.dockerfile = "Dockerfile";
    return wish;
}

BuildPtr startScript(const Script &script, const BuildWish &wish)
{
    Endpoint endpoint;
    endpoint.url = "unix:///s";
    return startBuildx(script.program(), endpoint, ImageStore::GraphDriver, wish);
}

QByteArray endOf(const BuildJob &job)
{
    if (!job.result())
        return QByteArray::fromStdString(inEnglish(job.result().error().text) + '|'
                                         + job.result().error().detail);
    return QByteArray::fromStdString("built " + job.result()->imageId);
}

/// Writes the metadata file that the arguments name.
const std::string writeMetadata
    = "for argument; do\n"
      "  case \"$argument\" in --metadata-file=*) meta=\"${argument#--metadata-file=}\";; esac\n"
      "  case \"$argument\" in --file=*) cp \"${argument#--file=}\" \"$here/Dockerfile\";; esac\n"
      "done\n"
      "cat > \"$meta\" <<'END'\n"
      "{\"containerimage.config.digest\":\"sha256:c0\",\"containerimage.digest\":\"sha256:3a\",\"buildx."
      "build.provenance\":{\n"
      "\"buildConfig\":{\"digestMapping\":{\"b\":\"step1\"}},\n"
      "\"metadata\":{\"https://mobyproject.org/"
      "buildkit@v1#metadata\":{\"source\":{\"locations\":{\"step1\":{\"locations\":[{\"ranges\":[{\"start\":{"
      "\"line\":2}}]}]}}}}}}}\n"
      "END\n";

} // namespace

class TestBuildx : public QObject {
    Q_OBJECT

private slots:
    void builds()
    {
        const FolderTree tree;
        const Script script("cat >&2 <<'END'\n"
                            "{\n"
                            "  \"vertexes\": [\n"
                            "    {\"digest\": \"b\", \"name\": \"[other 1/1] RUN a\", \"started\": "
                            "\"2026-11-23T19:54:24Z\"}\n"
                            "  ]\n"
                            "}\n"
                            "{\"logs\":[{\"vertex\":\"b\",\"data\":\"aGkK\"}]}{\"vertexes\":[{\"digest\":"
                            "\"b\",\"completed\":\"2026-11-23T19:54:25Z\"}]}\n"
                            "END\n"
                            + writeMetadata);
        const BuildPtr job = startScript(script, wishFor(tree));
        QVERIFY(!job->inWords().empty());
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(endOf(*job), QByteArray("built sha256:c0"));
        const ProgressStep &step = job->progress().steps().front();
        QCOMPARE(step.state, StepState::Done);
        QCOMPARE(step.log.lines().front(), std::string("hi"));
        QCOMPARE(step.instruction, InstructionIndex {1}); // By its line, since its name says nothing.
        QCOMPARE(script.written("Dockerfile"), std::string("FROM alpine\nRUN a\n"));
    }

    void givesTheIdOfTheStore()
    {
        const FolderTree tree;
        const Script script(writeMetadata);
        const BuildPtr job = startBuildx(script.program(), {}, ImageStore::Containerd, wishFor(tree));
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(endOf(*job), QByteArray("built sha256:3a"));
    }

    void takesTheIgnoreFileOfTheDockerfileAlong()
    {
        const FolderTree tree;
        tree.add("docker/Dockerfile.dockerignore", "secret\n");
        const Script script("for argument; do case \"$argument\" in --file=*) cat "
                            "\"${argument#--file=}.dockerignore\" > \"$here/ignore\";; esac; done");
        BuildWish wish = wishFor(tree);
        wish.dockerfile = "docker/Dockerfile";
        const BuildPtr job = startScript(script, wish);
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(script.written("ignore"), std::string("secret\n"));
    }

    void fails_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("a step") << QByteArray(R"(cat >&2 <<'END'
{"vertexes":[{"digest":"b","name":"[stage-0 2/2] RUN a","error":"exit code: 1"}]}
Dockerfile:2
ERROR: failed to build: failed to solve: exit code: 1
END
exit 1)") << QByteArray("“RUN a” failed.|failed to build: failed to solve: exit code: 1");
        QTest::newRow("words alone") << QByteArray("echo 'unknown flag: --load' >&2; exit 125")
                                     << QByteArray("The build failed.|unknown flag: --load");
        QTest::newRow("without a word")
            << QByteArray("exit 3") << QByteArray("docker buildx failed without a word (3).|");
        QTest::newRow("killed") << QByteArray("kill -9 $$")
                                << QByteArray("docker buildx was ended from outside.|");
        QTest::newRow("half an object") << QByteArray("printf '{\"vertexes\":[{' >&2; exit 1")
                                        << QByteArray("docker buildx failed without a word (1).|");
    }
    void fails()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, end);
        const FolderTree tree;
        const Script script(body.toStdString());
        const BuildPtr job = startScript(script, wishFor(tree));
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(endOf(*job), end);
    }

    void saysThatItCannotBeStarted()
    {
        const FolderTree tree;
        const BuildPtr job
            = startBuildx({"/nowhere/docker-buildx", {0, 29}}, {}, ImageStore::Unknown, wishFor(tree));
        QTRY_VERIFY(job->isFinished());
        QVERIFY(endOf(*job).startsWith("“/nowhere/docker-buildx” cannot be started.|"));
    }

    void interruptsTheWholeGroup()
    {
        const FolderTree tree;
        const Script script(R"(trap 'echo yes > "$here/interrupted"; exit 130' INT
echo 'begun' >&2
sleep 600 &
echo $! > "$here/child"
echo '{"vertexes":[{"digest":"b","name":"x","started":"2026-11-23T19:54:24Z"}]}' >&2
wait)");
        const BuildPtr job = startScript(script, wishFor(tree));
        QTRY_VERIFY(!job->progress().steps().empty());
        job->cancel();
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(endOf(*job), QByteArray("The build was cancelled.|"));
        QCOMPARE(job->progress().steps().front().state, StepState::Cancelled);
        QCOMPARE(script.written("interrupted"), std::string("yes\n"));
    }

    void killsWhatDoesNotListen()
    {
        const FolderTree tree;
        const Script script(R"(trap '' INT
echo '{"vertexes":[{"digest":"b","name":"x"}]}' >&2
while :; do sleep 1; done)");
        const BuildPtr job = startScript(script, wishFor(tree));
        QTRY_VERIFY(!job->progress().steps().empty());
        job->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(job->isFinished(), 20'000);
        QCOMPARE(endOf(*job), QByteArray("The build was cancelled.|"));
    }

    void endsTheProgramWithTheJob()
    {
        const FolderTree tree;
        const Script script(R"(trap 'echo yes > "$here/interrupted"; exit 130' INT
echo '{"vertexes":[{"digest":"b","name":"x"}]}' >&2
while :; do sleep 0.1; done)");
        BuildPtr job = startScript(script, wishFor(tree));
        QTRY_VERIFY(!job->progress().steps().empty());
        job.reset();
        QTRY_COMPARE(script.written("interrupted"), std::string("yes\n"));
    }

    void survivesAFlood()
    {
        const FolderTree tree;
        std::string lines; // 100 of them: "hi".
        for (int i = 0; i < 100; ++i)
            lines += "aGkK";
        const Script script(
            "echo '{\"vertexes\":[{\"digest\":\"b\",\"name\":\"[stage-0 2/2] RUN a\"}]}' >&2\n"
            "yes '{\"logs\":[{\"vertex\":\"b\",\"data\":\""
            + lines + "\"}]}' | head -n 2000 >&2\n" + writeMetadata);
        const BuildPtr job = startScript(script, wishFor(tree));
        QSignalSpy changed(job.get(), &BuildJob::stepsChanged);
        QTRY_VERIFY_WITH_TIMEOUT(job->isFinished(), 60'000);
        QCOMPARE(endOf(*job), QByteArray("built sha256:c0"));
        const LogText &log = job->progress().steps().front().log;
        QCOMPARE(log.lines().size(), 10'000U);
        QCOMPARE(log.dropped(), 190'000U);
    }

    void givesArgumentsAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("an option") << QByteArray("-v/:/h");
        QTest::newRow("a blank") << QByteArray("a b");
        QTest::newRow("a command") << QByteArray("$(touch /tmp/x);`id`");
        QTest::newRow("quotes") << QByteArray("it's \"so\"");
        QTest::newRow("a line end") << QByteArray("a\nb");
        QTest::newRow("nothing") << QByteArray("");
        QTest::newRow("long") << QByteArray(100'000, 'x');
        QTest::newRow("letters") << QByteArray("größe");
    }
    void givesArgumentsAsTheyAre()
    {
        QFETCH(QByteArray, text);
        const FolderTree tree;
        const Script script(R"(printf '%s\0' "$0" "$@" > "$here/arguments")");
        BuildWish wish = wishFor(tree);
        wish.buildArgs = {{"A", text.toStdString()}};
        wish.tags = {text.toStdString()};
        wish.platform = "linux/amd64";
        const BuildPtr job = startScript(script, wish);
        QTRY_VERIFY(job->isFinished());
        const std::string given = script.written("arguments");
        QVERIFY(given.find(std::string("--tag=") + text.toStdString() + '\0') != std::string::npos);
        QVERIFY(given.find(std::string("--build-arg=A=") + text.toStdString() + '\0') != std::string::npos);
        // What is shown does the same in a shell.
        std::filesystem::remove(script.folder() + "/arguments");
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-s")});
        shell.write(QByteArray::fromStdString(job->inWords()));
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished());
        QCOMPARE(script.written("arguments") == given, true);
    }

    void putsTheCommandTogether()
    {
        Endpoint endpoint;
        endpoint.kind = EndpointKind::Tls;
        endpoint.url = "tcp://h:2376";
        endpoint.certificate = "/certs/cert.pem";
        BuildWish wish;
        wish.folder = "/f";
        wish.secrets = {{"a", "env:TOKEN"}, {"b", "/x,y\"z"}};
        wish.contexts = {{"c", "/d"}};
        wish.cacheTo = {"type=inline"};
        wish.labels = {{"l", "1"}};
        wish.noCache = wish.pull = true;
        const auto command = buildxCommand({"/p", {0, 29}}, endpoint, wish, "t", {"/t/Dockerfile", "/t/m"});
        QVERIFY(command.has_value());
        QCOMPARE(
            QByteArray::fromStdString(command->inWords()),
            QByteArray(
                "BUILDX_GIT_INFO=false BUILDX_METADATA_PROVENANCE=max DOCKER_CERT_PATH=/certs "
                "DOCKER_HOST=tcp://h:2376 DOCKER_TLS_VERIFY=1 /p build --progress=rawjson --builder=default "
                "--file=/t/Dockerfile --metadata-file=/t/m --load --target=t --label=l=1 --no-cache --pull "
                "--build-context=c=/d --cache-to=type=inline --secret=id=a,env=TOKEN "
                "'--secret=id=b,\"src=/x,y\"\"z\"' /f"));
        QCOMPARE(command->unset, std::vector<std::string> {"DOCKER_CONTEXT"});
        endpoint.name = "far";
        const auto context = buildxCommand({"/p", {0, 13}}, endpoint, wish, "", {"/t/Dockerfile", "/t/m"});
        QVERIFY(context->inWords().find("DOCKER_CONTEXT=far /p build --progress=rawjson --builder=far ")
                != std::string::npos);
        QVERIFY(context->inWords().find("PROVENANCE") == std::string::npos);
    }

    void refusesWhatCannotBeGiven_data()
    {
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<QByteArray>("folder");
        QTest::newRow("a NUL") << QByteArray("a\0b", 3) << QByteArray("/f");
        QTest::newRow("no UTF-8") << QByteArray("a\xff") << QByteArray("/f");
        QTest::newRow("a folder like an option") << QByteArray("a") << QByteArray("--privileged");
    }
    void refusesWhatCannotBeGiven()
    {
        QFETCH(QByteArray, tag);
        QFETCH(QByteArray, folder);
        BuildWish wish;
        wish.folder = folder.toStdString();
        wish.tags = {tag.toStdString()};
        QVERIFY(!buildxCommand({"/p", {0, 29}}, {}, wish, "", {}));
    }

    void findsTheProgram()
    {
        const Script script("true");
        const FolderTree project;
        project.add("docker-buildx", "#!/bin/sh\n");
        std::filesystem::permissions(project.root() + "/docker-buildx", std::filesystem::perms(0755));
        std::filesystem::create_directory_symlink(project.root(), script.folder() + "/link");
        std::filesystem::create_directory(script.folder() + "/planted");
        std::filesystem::create_symlink(project.root() + "/docker-buildx",
                                        script.folder() + "/planted/docker-buildx");
        const std::vector<std::string> folders {
            "", ".", "relative", project.root(), script.folder() + "/link", script.folder() + "/planted"};
        QCOMPARE(findBuildx(folders, project.root()), std::string());
        std::vector<std::string> more = folders;
        more.push_back(script.folder());
        QCOMPARE(findBuildx(more, project.root()), script.program().path);
    }

    void asksForItsVersion_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("upstream") << QByteArray("echo 'github.com/docker/buildx v0.29.1 abcdef'")
                                  << QByteArray("0.29");
        QTest::newRow("Debian") << QByteArray("echo 'github.com/docker/buildx 0.13.1+ds1 '")
                                << QByteArray("0.13");
        QTest::newRow("too old") << QByteArray("echo 'github.com/docker/buildx v0.11.2 abc'")
                                 << QByteArray("too old");
        QTest::newRow("another program") << QByteArray("echo hello") << QByteArray("does not say");
        QTest::newRow("a failure") << QByteArray("exit 1") << QByteArray("does not say");
    }
    void asksForItsVersion()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, answer);
        const Script script(body.toStdString());
        const auto job = askBuildx(script.program().path);
        QTRY_VERIFY(job->isFinished());
        if (const auto &program = job->result())
            QCOMPARE(QByteArray::number(program->version.major) + '.'
                         + QByteArray::number(program->version.minor),
                     answer);
        else
            QVERIFY(QByteArray::fromStdString(inEnglish(program.error().text)).contains(answer));
    }

    void listsBuilders()
    {
        const FolderTree tree;
        tree.add("buildx/instances/far",
                 "{\"Name\":\"far\",\"Driver\":\"remote\",\"Nodes\":[{\"Name\":\"n\",\"Endpoint\":\"tcp://"
                 "10.0.0.5:1234\"}]}");
        tree.add("buildx/instances/broken", "{");
        tree.add("buildx/instances/other", R"({"Name":7,"Nodes":{}})");
        const BuildxBuilder far {"far", "remote", {"tcp://10.0.0.5:1234"}};
        QCOMPARE(buildersIn(tree.root()), std::vector<BuildxBuilder> {far});
        QVERIFY(buildersIn("/nowhere").empty());
        QVERIFY(buildersIn("").empty());
    }
};

QTEST_GUILESS_MAIN(TestBuildx)
#include "tst_buildx.moc"

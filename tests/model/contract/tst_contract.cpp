// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/contract/port_names.h"
#include "model/contract/runtime_contract.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace drydock;

namespace {

/// Knows one image: `app/base`.
class OneImage : public ImageSource {
public:
    std::optional<ImageAnswer> answerFor(std::string_view reference) const override
    {
        if (reference != "app/base")
            return std::nullopt;
        ImageAnswer answer;
        answer.source = AnswerSource::Engine;
        answer.config = ImageConfig {{"/entry"},
                                     {"serve"},
                                     {{"A", "1"}, {"PATH", "/opt/bin"}},
                                     "/srv",
                                     "app",
                                     {"80/tcp"},
                                     {"/data"},
                                     "SIGQUIT",
                                     {"CMD-SHELL", "true"},
                                     {{"who", "me"}},
                                     {"/bin/bash", "-c"},
                                     {"ENV TRIGGERED=$A", "WORKDIR sub"}};
        return answer;
    }
};

RuntimeContract contractIn(const std::string &text, const BuildOptions &options = {})
{
    const OneImage images;
    const Syntax syntax = parse(SourceText(text));
    const StageGraph graph = makeStageGraph(syntax, options);
    return contractOf(syntax, graph, options, graph.target, &images);
}

template <typename Range, typename Text>
QByteArray joined(const Range &items, Text text)
{
    QByteArray lines;
    for (const auto &item : items)
        lines += (lines.isEmpty() ? "" : "\n") + QByteArray::fromStdString(inEnglish(text(item)));
    return lines;
}

QByteArray wordsOf(const RuntimeContract &contract)
{
    return joined(inWords(contract), [](const UserText &line) { return line; });
}

QByteArray differencesIn(const RuntimeContract &before, const RuntimeContract &after)
{
    return joined(differencesOf(before, after), [](const ContractDifference &each) { return each.text; });
}

constexpr auto unknown = "What the base image brings is not known.";

} // namespace

/// What whoever runs an image can rely on.
class TestContract : public QObject {
    Q_OBJECT

private slots:
    void inWords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *name, const char *text, const char *words) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(words);
        };
        // From scratch: nothing but what the file says.
        const auto own = [](const char *name, const char *text, const char *words) {
            QTest::newRow(name) << QByteArray("FROM scratch\n") + text
                                << QByteArray(words) + "What the base image brings was so on DATE.";
        };
        own("nothing", "COPY a /\n", "");
        own("exec form", "CMD [\"/app\", \"two words\", \"\"]\n", "Program: /app \"two words\" \"\"\n");
        own("shell form", "CMD serve --all\n", "Program: serve --all (run by /bin/sh -c)\nNeeds a shell.\n");
        own("shell form over lines", "CMD serve \\\n  --all\n",
            "Program: serve   --all (run by /bin/sh -c)\nNeeds a shell.\n");
        own("a shell in exec form", "CMD [\"sh\", \"-c\", \"serve $A\"]\n",
            "Program: serve $A (run by sh -c)\nNeeds a shell.\n");
        own("a shell of its own", "SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nCMD serve\n",
            "Program: serve (run by /bin/bash -o pipefail -c)\nNeeds a shell.\n");
        own("a shell that comes later", "CMD serve\nSHELL [\"/bin/bash\", \"-c\"]\n",
            "Program: serve (run by /bin/sh -c)\nNeeds a shell.\n");
        own("both", "ENTRYPOINT [\"/app\"]\nCMD [\"serve\"]\n", "Program: /app serve\n");
        own("CMD before ENTRYPOINT", "CMD [\"serve\"]\nENTRYPOINT [\"/app\"]\n", "Program: /app serve\n");
        own("a shell-form ENTRYPOINT ignores CMD", "ENTRYPOINT /app\nCMD [\"serve\"]\n",
            "Program: /app (run by /bin/sh -c)\nNeeds a shell.\n");
        own("unless its text asks for it", "ENTRYPOINT exec /app \"$@\"\nCMD [\"serve\"]\n",
            "Program: /bin/sh -c 'exec /app \"$@\"' serve\nNeeds a shell.\n");
        own("a script needs a shell", "ENTRYPOINT [\"/start.sh\"]\n", "Program: /start.sh\nNeeds a shell.\n");
        own("the last one counts", "CMD [\"a\"]\nCMD [\"b\"]\n", "Program: b\n");
        own("an empty ENTRYPOINT", "ENTRYPOINT [\"/app\"]\nENTRYPOINT []\nCMD [\"b\"]\n", "Program: b\n");
        own("ENV with what is set before", "ENV A=1\nENV A=2 B=$A\nENV C \"x y\" z\n",
            "Environment: A=2, B=1, C=x y z\n");
        own("ENV with ARG", "ARG V=3\nENV W=v$V\nENV N=$NONE.\n", "Environment: N=., W=v3\n");
        own("ARG alone is no ENV", "ARG V=3\n", "");
        own("PATH", "ENV PATH=/app:$PATH\n",
            "Environment: PATH=/app:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n");
        own("WORKDIR step by step", "ENV D=c\nWORKDIR /a\nWORKDIR b/../$D/\n",
            "Environment: D=c\nWorking directory: /a/c\n");
        own("USER", "ARG U=1000\nUSER $U:users\n", "User: 1000:users\n");
        own("EXPOSE", "ENV P=\"90 91/UDP\"\nEXPOSE 8080 127.0.0.1:70:71/tcp 7000-7002 $P\n",
            "Environment: P=90 91/UDP\nPorts: 7000/tcp, 7001/tcp, 7002/tcp, 71/tcp, 8080/tcp, 90/tcp, "
            "91/udp\n");
        own("VOLUME", "ENV D=/d\nVOLUME [\"/a b\", \"$D\"]\nVOLUME /c /e\n",
            "Environment: D=/d\nVolumes: /a b, /c, /d, /e\n");
        own("LABEL", "LABEL a=1 \"b c\"='d e'\nMAINTAINER me\n", "Labels: a=1, b c=d e\n");
        own("STOPSIGNAL", "STOPSIGNAL SIGINT\n", "Stop signal: SIGINT\n");
        own("HEALTHCHECK", "HEALTHCHECK --timeout=3s --interval=5m CMD [\"/app\", \"check\"]\n",
            "Health check: --interval=5m --timeout=3s CMD /app check\n");
        own("HEALTHCHECK in a shell", "HEALTHCHECK cmd curl -f http://localhost || exit 1\n",
            "Health check: CMD-SHELL \"curl -f http://localhost || exit 1\"\nNeeds a shell.\n");
        own("HEALTHCHECK NONE", "HEALTHCHECK CMD a\nHEALTHCHECK NONE\n", "Health check: NONE\n");
        own("ONBUILD", "ONBUILD RUN a && \\\n  b\n", "For images built on this one: RUN a &&   b\n");
        own("lower case and CRLF", "cmd [\"a\"]\r\nexpose 80\r\n", "Program: a\nPorts: 80/tcp\n");

        row("an unknown base", "FROM my/base\nENV A=1 PATH=/a:$PATH B=$HIS\nCMD [\"x\"]\nWORKDIR w\n",
            (QByteArray("Program: x\nEnvironment: A=1, B=${HIS}, PATH=/a:${PATH}\nWorking directory: /w\n")
             + unknown)
                .constData());
        row("a base that hangs on a variable", "ARG I\nFROM $I\nCMD [\"x\"]\n",
            (QByteArray("Program: x\n") + unknown).constData());
        row("a variable of a known base, its value not known",
            "FROM nginx:1.28\nENV V=$NGINX_VERSION W=$OTHER.\n",
            "Program: /docker-entrypoint.sh nginx -g \"daemon off;\"\nEnvironment: V=${NGINX_VERSION}, "
            "W=.\nPorts: 80/tcp\nStop signal: SIGQUIT\nNeeds a shell.\nWhat the base image brings was so on "
            "DATE.\nThe base image may set, to what is not known: ACME_VERSION, DYNPKG_RELEASE, "
            "NGINX_VERSION, NJS_RELEASE, NJS_VERSION, PKG_RELEASE");
        row("CMD of a known base", "FROM alpine:3.22\n",
            "Program: /bin/sh\nNeeds a shell.\nWhat the base image brings was so on DATE.");
        row("ENTRYPOINT drops it", "FROM alpine:3.22\nENTRYPOINT [\"/app\"]\n",
            "Program: /app\nWhat the base image brings was so on DATE.");
        row("what somebody knows of the image", "FROM app/base\n",
            "Program: /entry serve\nEnvironment: A=1, PATH=/opt/bin, TRIGGERED=1\nWorking directory: "
            "/srv/sub\nUser: app\nPorts: 80/tcp\nVolumes: /data\nStop signal: SIGQUIT\nHealth check: "
            "CMD-SHELL true\nLabels: who=me\nNeeds a shell.");
        row("its shell", "FROM app/base\nENTRYPOINT serve\nUSER root\n",
            "Program: serve (run by /bin/bash -c)\nEnvironment: A=1, PATH=/opt/bin, TRIGGERED=1\nWorking "
            "directory: /srv/sub\nUser: root\nPorts: 80/tcp\nVolumes: /data\nStop signal: SIGQUIT\nHealth "
            "check: CMD-SHELL true\nLabels: who=me\nNeeds a shell.");

        // Through FROM of a stage.
        own("a stage on a stage",
            "COPY a /\n\n\n\nFROM scratch AS one\nARG V=1\nENV A=$V\nWORKDIR /w\nCMD [\"a\"]\nFROM one\nENV "
            "B=$A$V\nWORKDIR x\n",
            "Program: a\nEnvironment: A=1, B=11\nWorking directory: /w/x\n");
        own("ENTRYPOINT drops the CMD of another stage",
            "\nFROM scratch AS one\nCMD [\"a\"]\nFROM one\nENTRYPOINT [\"/b\"]\n", "Program: /b\n");
        own("CMD stays in its own stage",
            "\nFROM scratch AS one\nENTRYPOINT [\"/b\"]\nFROM one\nCMD [\"a\"]\nENTRYPOINT [\"/c\"]\n",
            "Program: /c a\n");
        own("ONBUILD runs in the child alone",
            "\nFROM scratch AS one\nONBUILD CMD [\"on\"]\nONBUILD ENV A=1\nFROM one AS two\nENTRYPOINT "
            "[\"/e\"]\nFROM two\n",
            "Program: /e on\nEnvironment: A=1\n");
    }
    void inWords()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, words);
        words.replace("DATE", QByteArray::fromStdString(contractOfImage("scratch").baseDate));
        QCOMPARE(wordsOf(contractIn(text.toStdString())), words);
    }

    void isOpenWhereTheBaseDecides()
    {
        const RuntimeContract nothing = contractIn("FROM my/base\n");
        QVERIFY(!nothing.isBaseKnown);
        QCOMPARE(nothing.open.size(), std::size_t(9));
        const RuntimeContract said = contractIn(
            "FROM my/base\nENTRYPOINT [\"a\"]\nWORKDIR /a\nUSER b\nSTOPSIGNAL 9\nHEALTHCHECK NONE\n");
        QCOMPARE(said.open,
                 (std::set<ContractPart> {ContractPart::Variables, ContractPart::Ports, ContractPart::Volumes,
                                          ContractPart::Labels}));
        QVERIFY(contractIn("FROM my/base\nCMD [\"a\"]\n").open.contains(ContractPart::Program));
        QVERIFY(contractIn("FROM my/base\nWORKDIR a\n").open.contains(ContractPart::WorkingDirectory));
        QVERIFY(contractIn("FROM my/base\nUSER $U\n").open.contains(ContractPart::User));
        QCOMPARE(contractIn("FROM scratch\n").open, std::set<ContractPart>());
        QCOMPARE(contractIn("FROM app/base\n").open, std::set<ContractPart>());
        QCOMPARE(contractIn("FROM golang:1.26\n").fromBase, (std::set<std::string> {"GOPATH", "PATH"}));
        QVERIFY(!contractIn("FROM golang:1.26\nENV GOPATH=/x\n").fromBase.contains("GOPATH"));
    }
    void takesContextsForImages()
    {
        BuildOptions options;
        options.contexts["alpine"] = "docker-image://app/base";
        QCOMPARE(contractIn("FROM alpine\n", options).user, std::string("app"));
        options.contexts = {{"one", "../somewhere"}};
        const RuntimeContract replaced
            = contractIn("FROM scratch AS one\nCMD [\"a\"]\nFROM one\nUSER b\n", options);
        QVERIFY(!replaced.isBaseKnown && replaced.argv.empty());
        QCOMPARE(replaced.user, std::string("b"));
        options.contexts.clear();
        options.buildArgs["V"] = "7";
        QCOMPARE(contractIn("FROM scratch\nARG V=3\nENV W=$V\n", options).environment.at("W"),
                 std::string("7"));
    }
    void keepsLongRangesWhole()
    {
        QCOMPARE(portNames("10000-20000/udp"), (std::vector<std::string> {"10000-20000/udp"}));
        QCOMPARE(portNames("x"), (std::vector<std::string> {"x"}));
    }

    void differences_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("differences");
        const auto row
            = [](const char *name, const char *before, const char *after, const char *differences) {
                  QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QByteArray(differences);
              };
        const auto own
            = [&](const char *name, const char *before, const char *after, const char *differences) {
                  QTest::newRow(name) << QByteArray("FROM scratch\n") + before
                                      << QByteArray("FROM scratch\n") + after << QByteArray(differences);
              };
        own("none", "CMD [\"a\"]\nEXPOSE 80\n", "EXPOSE 80/tcp\nCMD [ \"a\" ]\n", "");
        own("the program appears", "", "CMD [\"a\"]\n", "“a” is started; before, nothing was.");
        own("the program goes", "CMD [\"a\"]\n", "", "Nothing is started any more; it was “a”.");
        own("the program changes", "CMD [\"a\"]\n", "CMD [\"a\", \"b\"]\n",
            "“a b” is started instead of “a”.");
        own("shell to exec form", "CMD a\n", "CMD [\"a\"]\n", "“a” is started instead of “/bin/sh -c a”.");
        own("shell form written out", "CMD a b\n", "CMD [\"/bin/sh\", \"-c\", \"a b\"]\n", "");
        own("another split", "CMD [\"a\", \"b\"]\n", "ENTRYPOINT [\"a\"]\nCMD [\"b\"]\n",
            "Arguments of docker run replace “b” instead of “a b”.");
        own("all of it fixed", "CMD [\"a\"]\n", "ENTRYPOINT [\"a\"]\n",
            "Arguments of docker run no longer replace “a”.");
        own("none of it fixed", "ENTRYPOINT [\"a\"]\n", "CMD [\"a\"]\n",
            "Arguments of docker run replace “a” now.");
        own("variables", "ENV A=1 B=2\n", "ENV B=3 C=4\n",
            "A is no longer set; it was “1”.\nB is “3” instead of “2”.\nC is set to “4”.");
        own("the directory", "", "WORKDIR /a\n", "The program starts in /a instead of /.");
        own("the user", "USER app\n", "", "The program runs as root instead of app.");
        own("root is root", "USER 0\n", "USER root:root\n", "");
        own("ports and volumes", "EXPOSE 80 81/udp\nVOLUME /a\n", "EXPOSE 82\nVOLUME /b\n",
            "Port 80 is no longer exposed.\nPort 81/udp is no longer exposed.\nPort 82 is exposed now.\n/a "
            "is no longer a volume.\n/b is a volume now.");
        own("the stop signal", "STOPSIGNAL TERM\n", "STOPSIGNAL quit\n",
            "The program is stopped by SIGQUIT instead of SIGTERM.");
        own("the usual stop signal", "STOPSIGNAL 15\n", "", "");
        own("the health check", "HEALTHCHECK CMD [\"a\"]\n", "HEALTHCHECK --retries=1 CMD [\"a\"]\n",
            "The health is checked by “--retries=1 CMD a” instead of “CMD a”.");
        own("no health check", "HEALTHCHECK NONE\n", "", "");
        own("the health check goes", "HEALTHCHECK CMD [\"a\"]\n", "HEALTHCHECK NONE\n",
            "The health is not checked any more: “CMD a” is gone.");
        own("the health check appears", "", "HEALTHCHECK CMD [\"a\"]\n",
            "The health is checked now: “CMD a”.");
        own("labels", "LABEL a=1 b=2\n", "LABEL b=3 c=4\n",
            "The label a is gone; it was “1”.\nThe label b is “3” instead of “2”.\nThe label c is set to "
            "“4”.");
        own("triggers", "ONBUILD RUN a\nONBUILD RUN a\nONBUILD RUN b\n", "ONBUILD RUN a\nONBUILD RUN c\n",
            "Images built on this one no longer run “RUN a”.\nImages built on this one no longer run “RUN "
            "b”.\nImages built on this one run “RUN c” now.");
        own("their order", "ONBUILD RUN a\nONBUILD RUN b\n", "ONBUILD RUN b\nONBUILD RUN a\n",
            "Images built on this one run their triggers in another order.");
        row("the base changes", "FROM golang:1.26\nCMD [\"/app\"]\n",
            "FROM gcr.io/distroless/static-debian13:nonroot\nCMD [\"/app\"]\n",
            "GOPATH is no longer set; it was “/go”.\nPATH is "
            "“/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin” instead of "
            "“/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/"
            "bin”.\nSSL_CERT_FILE is set to “/etc/ssl/certs/ca-certificates.crt”.\nWhat only the old base "
            "image may set is gone: GOLANG_DOWNLOAD_SHA1, GOLANG_DOWNLOAD_SHA256, GOLANG_DOWNLOAD_URL, "
            "GOLANG_VERSION, GOROOT, GOTOOLCHAIN.\nThe program starts in /home/nonroot instead of /go.\nThe "
            "program runs as 65532 instead of root.");
        row("what the base started", "FROM nginx:1.28\n", "FROM alpine:3.22\n",
            "“/bin/sh” is started instead of “/docker-entrypoint.sh nginx -g \"daemon off;\"”.\nWhat only "
            "the old base image may set is gone: ACME_VERSION, DYNPKG_RELEASE, NGINX_VERSION, NJS_RELEASE, "
            "NJS_VERSION, PKG_RELEASE.\nPort 80 is no longer exposed.\nThe program is stopped by SIGTERM "
            "instead of SIGQUIT.");
        row("from an unknown base", "FROM my/base\nCMD [\"a\"]\nEXPOSE 80\n",
            "FROM alpine\nCMD [\"a\"]\nEXPOSE 80\n",
            "“a” is started; what was before hangs on a base image that is not known.\nPATH is "
            "“/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin”; before, the base image may have "
            "set it otherwise.\nThe program starts in /; before, a base image that is not known decided "
            "it.\nThe program runs as root; before, a base image that is not known decided it.\nThe program "
            "is stopped by SIGTERM; before, a base image that is not known decided it.");
        row("an unknown base stays", "FROM my/base\nCMD [\"a\"]\n", "FROM my/base\nCMD [\"a\"]\nEXPOSE 80\n",
            "Port 80 is exposed now.");
        row("to an unknown base",
            "FROM scratch\nENTRYPOINT [\"a\"]\nUSER 1\nWORKDIR /\nSTOPSIGNAL 9\nEXPOSE 80\n",
            "FROM my/base\nCMD [\"a\"]\nUSER 1\nSTOPSIGNAL 9\nEXPOSE 80\n",
            "What is started hangs on a base image that is not known; before, the file alone said “a”.\nPATH "
            "is no longer “/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin”; the base image may "
            "set it otherwise.\nWhere the program starts hangs on a base image that is not known; before, it "
            "was /.");
    }
    void differences()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, differences);
        const RuntimeContract old = contractIn(before.toStdString());
        const RuntimeContract fresh = contractIn(after.toStdString());
        QCOMPARE(differencesIn(old, fresh), differences);
        QCOMPARE(differencesIn(old, old), QByteArray());
        // What appears one way goes the other way.
        QCOMPARE(differencesOf(fresh, old).empty(), differences.isEmpty());
    }

    void readsRealFiles()
    {
        const QDir folder(QStringLiteral(DRYDOCK_SOURCE_DIR "/../shared/corpus/dockerfiles"));
        if (!folder.exists())
            QSKIP("The corpus of real Dockerfiles is not beside the project (../shared/corpus).");
        (void)contractOfImage("scratch"); // The tables are read once.
        int files = 0;
        int known = 0;
        int settled = 0;
        qint64 slowest = 0;
        QElapsedTimer total;
        total.start();
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const BuildOptions options;
            const Syntax syntax = parse(SourceText(file.readAll().toStdString()));
            const StageGraph graph = makeStageGraph(syntax, options);
            QElapsedTimer timer;
            timer.start();
            ++files;
            for (std::size_t stage = 0; stage < syntax.stages.size(); ++stage) {
                const RuntimeContract contract = contractOf(syntax, graph, options, {stage});
                QVERIFY2(differencesOf(contract, contract).empty(), qPrintable(name));
                QVERIFY2(contract.workingDirectory.starts_with('/')
                             || contract.open.contains(ContractPart::WorkingDirectory),
                         qPrintable(name));
                if (graph.target.value != stage)
                    continue;
                known += contract.isBaseKnown ? 1 : 0;
                settled += contract.open.contains(ContractPart::Program) ? 0 : 1;
            }
            slowest = std::max(slowest, timer.nsecsElapsed());
        }
        qInfo("%d files: base known in %d, program settled in %d; slowest %.2f ms, all %lld ms with parsing",
              files, known, settled, double(slowest) / 1e6, total.elapsed());
        QVERIFY(files > 2000);
        QVERIFY(known * 2 > files);
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"

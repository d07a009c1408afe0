// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/docker_ignore.h"
#include "model/context/path_match.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace drydock;

namespace {

QByteArray unescaped(const QByteArray &text)
{
    QByteArray result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\')
            result += text[i];
        else if (text[i + 1] == 'x') {
            result += QByteArray::fromHex(text.mid(i + 2, 2));
            i += 3;
        } else {
            result += text[++i] == 'n' ? '\n' : '\\';
        }
    }
    return result;
}

/// Answers of the original, with the paths that were asked about (see the file's head).
struct Answers {
    QList<QByteArray> paths;
    QList<QList<QByteArray>> lines;
};

Answers readAnswers()
{
    QFile file(QStringLiteral(DRYDOCK_SOURCE_DIR "/tests/model/context/ignore_answers.txt"));
    Answers answers;
    if (!file.open(QIODevice::ReadOnly))
        return answers;
    bool isHead = true;
    for (QByteArray line : file.readAll().split('\n')) {
        if (isHead && line.startsWith('#'))
            continue;
        if (isHead)
            answers.paths = line.split(' ');
        else if (line.contains('\t'))
            answers.lines.append(line.split('\t'));
        isHead = false;
    }
    return answers;
}

QByteArray joined(const QList<QByteArray> &words)
{
    return words.join(' ');
}

} // namespace

class TestDockerIgnore : public QObject {
    Q_OBJECT

private slots:
    void answersAsTheOriginal_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("ignored");
        QTest::addColumn<QByteArray>("others");
        for (const QList<QByteArray> &line : readAnswers().lines)
            QTest::newRow(("“" + line[0] + "”").constData()) << unescaped(line[0]) << line[1] << line[2];
        QVERIFY(!readAnswers().lines.isEmpty());
    }
    void answersAsTheOriginal()
    {
        QFETCH(QByteArray, text);
        static const QList<QByteArray> paths = readAnswers().paths;
        const auto ignore = DockerIgnore::parse(text.toStdString());
        if (!ignore) {
            QTEST(QByteArray("refused"), "ignored");
            return;
        }
        QList<QByteArray> ignored;
        QList<QByteArray> others;
        for (const QByteArray &path : paths) {
            const std::string bytes = unescaped(path).toStdString();
            const bool isIgnored = ignore->isIgnored(bytes);
            const bool isSourceIgnored = ignore->isSourceIgnored(bytes);
            if (isIgnored)
                ignored += path;
            if (isIgnored != isSourceIgnored)
                others += (isSourceIgnored ? "+" : "-") + path;
            const auto rule = ignore->decidingRule(bytes);
            QCOMPARE(rule && !ignore->rules()[*rule].isException, isIgnored);
        }
        QTEST(joined(ignored), "ignored");
        QTEST(joined(others), "others");
    }

    void namesTheRuleThatDecides_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("expected"); // The rule's bytes in the text.
        QTest::newRow("none applies") << QByteArray("a\nb\n") << QByteArray("c") << QByteArray("-");
        QTest::newRow("the one that does") << QByteArray("a\n  b  \n") << QByteArray("b") << QByteArray("b");
        QTest::newRow("a folder above") << QByteArray("x\n/a/\n") << QByteArray("a/b/c") << QByteArray("/a/");
        QTest::newRow("the first of two that say the same")
            << QByteArray("*.md\nREADME.md\n") << QByteArray("README.md") << QByteArray("*.md");
        QTest::newRow("an exception")
            << QByteArray("*\n! src \n") << QByteArray("src/x") << QByteArray("! src");
        QTest::newRow("an exception without anything to except")
            << QByteArray("!src\n") << QByteArray("src") << QByteArray("-");
        QTest::newRow("what comes after the exception")
            << QByteArray("*\n!src\nsrc/x*") << QByteArray("src/xy") << QByteArray("src/x*");
        QTest::newRow("behind a byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                                "a\r\n")
                                                  << QByteArray("a") << QByteArray("a");
    }
    void namesTheRuleThatDecides()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, path);
        const auto ignore = DockerIgnore::parse(text.toStdString());
        QVERIFY(ignore);
        const auto rule = ignore->decidingRule(path.toStdString());
        QByteArray actual = "-";
        if (rule) {
            const TextRange range = ignore->rules()[*rule].range;
            actual = text.mid(qsizetype(range.begin), qsizetype(range.size()));
        }
        QTEST(actual, "expected");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("an open class") << QByteArray("a\n b[ \n") << "“b[” is not a valid pattern. (2: b[)";
        QTest::newRow("an escape that Go does not know")
            << QByteArray("src\\project*") << "“src\\project*” is not a valid pattern. (1: src\\project*)";
        QTest::newRow("a bad exception") << QByteArray("![a-") << "“![a-” is not a valid pattern. (1: ![a-)";
        QTest::newRow("an exclamation mark alone")
            << QByteArray("#\n\n!") << "A pattern has to follow the “!”. (3: !)";
        QTest::newRow("a line that Go's scanner does not take")
            << QByteArray("a\n") + QByteArray(65536, 'x') << "Line 2 is too long. (2: )";
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        const auto ignore = DockerIgnore::parse(text.toStdString());
        QVERIFY(!ignore);
        QTEST(QString::fromStdString(inEnglish(ignore.error().text) + " (" + ignore.error().detail + ")"),
              "expected");
    }

    void takesTheLongestLineThatGoTakes() { QVERIFY(DockerIgnore::parse(std::string(65535, 'x') + "\n")); }

    void takesPatternsOfExclude()
    {
        const std::vector<std::string> patterns {"*.txt", "#x", "!a.txt", "/b"};
        const auto excludes = DockerIgnore::fromPatterns(patterns);
        QVERIFY(excludes);
        QVERIFY(excludes->isIgnored("b.txt"));
        QVERIFY(excludes->isIgnored("#x"));
        QVERIFY(!excludes->isIgnored("a.txt"));
        QVERIFY(!excludes->isIgnored("b")); // Only a file loses the "/" in front.
        QVERIFY(!DockerIgnore::fromPatterns(std::vector<std::string> {"["}));
    }

    void knowsWhereNothingComesBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<bool>("expected");
        QTest::newRow("no exception") << QByteArray("*") << QByteArray("a") << true;
        QTest::newRow("another folder") << QByteArray("*\n!b/x") << QByteArray("a") << true;
        QTest::newRow("a file in it") << QByteArray("*\n!a/x") << QByteArray("a") << false;
        QTest::newRow("a file deeper in it") << QByteArray("*\n!a/b/x") << QByteArray("a") << false;
        QTest::newRow("a neighbour with its name in front")
            << QByteArray("*\n!ab") << QByteArray("a") << true;
        QTest::newRow("anything anywhere") << QByteArray("*\n!**/*.go") << QByteArray("a") << false;
        QTest::newRow("anything in another folder")
            << QByteArray("*\n!src/**/*.go") << QByteArray("a") << true;
        QTest::newRow("anything in this one") << QByteArray("*\n!a/**/*.go") << QByteArray("a/b") << false;
        QTest::newRow("what it holds directly") << QByteArray("*\n!a/*") << QByteArray("a") << false;
        QTest::newRow("an alternative") << QByteArray("*\n!x|a*") << QByteArray("b") << false;
    }
    void knowsWhereNothingComesBack()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, folder);
        const auto ignore = DockerIgnore::parse(text.toStdString());
        QVERIFY(ignore);
        QTEST(ignore->isIgnoredThroughout(folder.toStdString()), "expected");
    }

    /// What a backtracking matcher needs 2^n steps for. Bounded by the test's own time limit.
    void doesNotGoBack_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::newRow("many stars") << QByteArray("a*").repeated(200) + "[b]";
        QTest::newRow("many double stars") << QByteArray("**/").repeated(200) + "[b]";
        QTest::newRow("double stars between names") << QByteArray("**/a").repeated(100) + "[b]";
        QTest::newRow("a long run of stars") << QByteArray(60000, '*') + "[b]";
        QTest::newRow("stars in a class") << QByteArray("[a*]").repeated(200) + "[b]";
        QTest::newRow("many question marks") << QByteArray("?*").repeated(200) + "[b]";
        QTest::newRow("counts") << QByteArray("*a{1,1000}").repeated(20) + "[b]";
    }
    void doesNotGoBack()
    {
        QFETCH(QByteArray, pattern);
        const auto ignore = DockerIgnore::parse(pattern.toStdString());
        QVERIFY(ignore);
        std::string path;
        for (int i = 0; i < 400; ++i)
            path += i % 80 == 79 ? "/" : "a";
        QVERIFY(!ignore->isIgnored(path + "c"));
        QVERIFY(matchPath(pattern.toStdString(), std::string(2000, 'a')) == PathMatch::No);
    }

    void takesAnyBytes_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 0; seed < 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void takesAnyBytes()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        constexpr std::string_view alphabet = "ab/*?[]\\^!-|{}1,.#\n \xC3\xA9\xFF";
        const auto word = [&](std::size_t most) {
            std::string bytes;
            for (std::size_t size = random() % most; bytes.size() < size;)
                bytes
                    += random() % 8 == 0 ? static_cast<char>(random()) : alphabet[random() % alphabet.size()];
            return bytes;
        };
        for (int i = 0; i < 500; ++i) {
            const std::string text = word(40);
            const std::string path = pathFromRoot(word(12));
            if (const auto ignore = DockerIgnore::parse(text)) {
                const auto rule = ignore->decidingRule(path);
                QVERIFY(!rule || *rule < ignore->rules().size());
                for (const IgnoreRule &each : ignore->rules())
                    QVERIFY(each.range.begin < each.range.end && each.range.end <= text.size());
                if (!ignore->hasExceptions())
                    QCOMPARE(ignore->isIgnored(path), ignore->isSourceIgnored(path));
            }
            matchPath(text, path);
        }
    }

    void matchesPaths_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *pattern, const char *path, PathMatch expected) {
            QTest::addRow("%s on %s", pattern, path)
                << QByteArray(pattern) << QByteArray(path) << int(expected);
        };
        row("abc", "abc", PathMatch::Yes);
        row("*", "abc", PathMatch::Yes);
        row("*", "a/b", PathMatch::No);
        row("*c", "abc", PathMatch::Yes);
        row("a*", "a", PathMatch::Yes);
        row("a*/b", "abc/b", PathMatch::Yes);
        row("a*/b", "a/c/b", PathMatch::No);
        row("a*b*c*d*e*/f", "axbxcxdxe/f", PathMatch::Yes);
        row("a*b?c*x", "abxbbxdbxebxczzx", PathMatch::Yes);
        row("a*b?c*x", "abxbbxdbxebxczzy", PathMatch::No);
        row("ab[b-d]", "abc", PathMatch::Yes);
        row("ab[^b-d]", "abc", PathMatch::No);
        row("a[^x]b", "a/b", PathMatch::Yes);
        row("a?b", "a/b", PathMatch::No);
        row("a\\*b", "a*b", PathMatch::Yes);
        row("a?b", "aäb", PathMatch::Yes);
        row("a??b", "aäb", PathMatch::No);
        row("a?b",
            "a\xFF"
            "b",
            PathMatch::Yes);
        row("[\\]a]", "]", PathMatch::Yes);
        row("[x\\-]", "-", PathMatch::Yes);
        row("[a-ζ]*", "α", PathMatch::Yes);
        row("[]a]", "]", PathMatch::BadPattern);
        row("[-]", "-", PathMatch::BadPattern);
        row("[a-b-c]", "a", PathMatch::BadPattern);
        row("[", "a", PathMatch::BadPattern);
        row("a[", "x", PathMatch::BadPattern);
        row("a\\", "b", PathMatch::BadPattern);
        row("*x", "xxx", PathMatch::Yes);
        row("**", "a/b", PathMatch::No);
        row("*[^x]*b", "a/b", PathMatch::No); // Go takes the first place for a piece, and does not come back.
        row("", "", PathMatch::Yes);
        row("", "a", PathMatch::No);
    }
    void matchesPaths()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, path);
        QTEST(int(matchPath(pattern.toStdString(), path.toStdString())), "expected");
    }

    void cleansPaths_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *path, const char *expected) {
            QTest::newRow(path) << QByteArray(path) << QByteArray(expected);
        };
        row("", ".");
        row("a", "a");
        row("a/", "a");
        row("./a//b/.", "a/b");
        row("a/../b", "b");
        row("a/..", ".");
        row("../a", "../a");
        row("../../a/..", "../..");
        row("/..", "/");
        row("/../a", "/a");
        row("//", "/");
        row("!a/", "!a");
    }
    void cleansPaths()
    {
        QFETCH(QByteArray, path);
        QTEST(QByteArray::fromStdString(cleanPath(path.toStdString())), "expected");
    }
};

QTEST_GUILESS_MAIN(TestDockerIgnore)
#include "tst_docker_ignore.moc"

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/stage_graph.h"
#include "model/image/file_history.h"
#include "model/image/waste.h"
#include "tests/model/image/made_image.h"

#include <QTest>

#include <map>
#include <random>

using namespace drydock;

namespace {

QString nameOf(WasteKind kind)
{
    return kind == WasteKind::Removed ? "removed" : kind == WasteKind::Repeated ? "repeated" : "replaced";
}

QString inWords(const WasteReport &report)
{
    QStringList lines;
    for (const WastedFile &file : report.files)
        lines << QString("%1 %2 of %3 %4 in %5")
                     .arg(QString::fromStdString(file.path))
                     .arg(file.bytes)
                     .arg(file.addedIn)
                     .arg(nameOf(file.kind))
                     .arg(file.lostIn);
    lines << QString("%1 of %2 wasted, efficiency %3")
                 .arg(report.wastedBytes)
                 .arg(report.totalBytes)
                 .arg(report.efficiency());
    return lines.join('\n');
}

} // namespace

class TestWaste : public QObject {
    Q_OBJECT

private slots:
    void wasteIsFound_data();
    void wasteIsFound();
    void layersAreTakenTogetherInPairs();
    void layersAreSeenAsByWalkingThemSlowly();
    void aFixIsNamed_data();
    void aFixIsNamed();
    void layersKnowTheirInstructions();
};

void TestWaste::wasteIsFound_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << ""
                             << "0 of 0 wasted, efficiency 1";
    QTest::newRow("nothing is touched twice") << "a 5\n--\nb 6\n"
                                              << "0 of 11 wasted, efficiency 1";
    QTest::newRow("chown -R over 900 MB wastes 900 MB, not 1.8 GB")
        << "srv/ 0\nsrv/data 900000000\n--\nsrv/ 0\nsrv/data 900000000\n"
        << "srv/data 900000000 of 0 repeated in 1\n900000000 of 1800000000 wasted, efficiency 0.5";
    QTest::newRow("replaced by something smaller")
        << "a 60\n--\na 20\n"
        << "a 60 of 0 replaced in 1\n60 of 80 wasted, efficiency 0.25";
    QTest::newRow("removed") << "a 60\nb 60\n--\n-a\n"
                             << "a 60 of 0 removed in 1\n60 of 120 wasted, efficiency 0.5";
    QTest::newRow("a folder is removed with all in it, its neighbour is not")
        << "d/ 0\nd/a 1\nd/e/b 2\nd.x 4\ndd/c 8\n--\n-d\n"
        << "d/e/b 2 of 0 removed in 1\nd/a 1 of 0 removed in 1\n3 of 15 wasted, efficiency 0.8";
    QTest::newRow("a folder is emptied, and what its layer brings is not")
        << "d/ 0\nd/a 1\n--\nd/b 1\n=d\n"
        << "d/a 1 of 0 removed in 1\n1 of 2 wasted, efficiency 0.5";
    QTest::newRow("a whiteout hides lower layers only, wherever it stands")
        << "a 1\n--\na 3\n-a\n"
        << "a 1 of 0 removed in 1\n1 of 4 wasted, efficiency 0.75";
    QTest::newRow("a folder upon a folder keeps what is in it") << "d/ 0\nd/a 1\n--\nd/ 0\nd/b 1\n"
                                                                << "0 of 2 wasted, efficiency 1";
    QTest::newRow("a file in place of a folder") << "d/ 0\nd/a 1\n--\nd 3\n"
                                                 << "d/a 1 of 0 removed in 1\n1 of 4 wasted, efficiency 0.75";
    QTest::newRow("three times over")
        << "a 2\n--\na 3\n--\na 3\n"
        << "a 3 of 1 repeated in 2\na 2 of 0 replaced in 1\n5 of 8 wasted, efficiency 0.375";
    QTest::newRow("a path twice in one layer is there once") << "a 2\na 3\n"
                                                             << "0 of 3 wasted, efficiency 1";
    QTest::newRow("everything is emptied")
        << "a 2\nb/c 3\n--\n=\n"
        << "b/c 3 of 0 removed in 1\na 2 of 0 removed in 1\n5 of 5 wasted, efficiency 0";
    QTest::newRow("sizes beyond all numbers")
        << "a 18446744073709551615\nb 18446744073709551615\n--\n-a\n"
        << "a 18446744073709551615 of 0 removed in 1\n18446744073709551615 of 18446744073709551615 wasted, "
           "efficiency 1";
}

void TestWaste::wasteIsFound()
{
    QFETCH(QString, image);
    QTEST(inWords(wasteOf(madeImage(image))), "expected");
}

void TestWaste::layersAreTakenTogetherInPairs()
{
    const WasteReport report = wasteOf(madeImage("a 1\nb 2\nc 4\n--\n-a\n-b\nc 4\n"));
    QStringList pairs;
    for (const WastePair &pair : report.pairs)
        pairs << QString("%1-%2 %3: %4 files, %5")
                     .arg(pair.addedIn)
                     .arg(pair.lostIn)
                     .arg(nameOf(pair.kind))
                     .arg(pair.files)
                     .arg(pair.bytes);
    QCOMPARE(pairs.join('\n'), QString("0-1 repeated: 1 files, 4\n0-1 removed: 2 files, 3"));
}

/// The same by the book, path by path, for images that chance makes.
void TestWaste::layersAreSeenAsByWalkingThemSlowly()
{
    std::mt19937 random(3);
    const QStringList names {"a", "b", "a.b", "ab"};
    for (int round = 0; round < 300; ++round) {
        QString text;
        for (int i = 0; i < 14; ++i) {
            QString path = names[static_cast<int>(random() % 4)];
            for (auto depth = random() % 3; depth > 0; --depth)
                path += '/' + names[static_cast<int>(random() % 4)];
            static const char *const prefixes[] = {"", "", "", "-", "="};
            text += random() % 4 == 0 ? "--\n" : "";
            text += prefixes[random() % 5] + path + ' ' + QString::number(random() % 9) + '\n';
        }
        const ImageContents image = madeImage(text);
        std::map<std::string, std::uint64_t> files;
        std::uint64_t total = 0;
        for (const FileLayer &layer : image.layers) {
            std::map<std::string, std::uint64_t> own;
            for (const LayerEntry &entry : layer.entries) {
                const bool hides
                    = entry.kind == LayerEntryKind::Removed || entry.kind == LayerEntryKind::Emptied;
                if (hides)
                    std::erase_if(files, [&](const auto &each) {
                        return each.first.starts_with(entry.path + "/")
                            || (entry.kind == LayerEntryKind::Removed && each.first == entry.path);
                    });
                else
                    own[entry.path] = entry.bytes;
            }
            for (const auto &[path, bytes] : own) {
                files[path] = bytes;
                total += bytes;
            }
        }
        const WasteReport report = wasteOf(image);
        std::uint64_t sum = 0;
        for (const auto &[path, bytes] : files)
            sum += bytes;
        QCOMPARE(report.finalBytes, sum);
        QCOMPARE(report.totalBytes, total);
        QCOMPARE(finalFilesOf(image).size(), files.size());
    }
}

void TestWaste::aFixIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("added");
    QTest::addColumn<int>("lost");
    QTest::addColumn<WasteKind>("kind");
    QTest::addColumn<QString>("expected");
    // Instructions by their line less one; -1 is the base.
    QTest::newRow("RUN and then RUN rm") << "FROM a\nRUN make\nRUN rm /x\n"
                                         << "x" << 1 << 2 << WasteKind::Removed << "merge-runs 2";
    QTest::newRow("an ENV between does not matter") << "FROM a\nRUN make\nENV A=1\nRUN rm /x\n"
                                                    << "x" << 1 << 3 << WasteKind::Removed << "merge-runs 2";
    QTest::newRow("a COPY between does") << "FROM a\nRUN make\nCOPY b /b\nRUN rm /x\n"
                                         << "x" << 1 << 3 << WasteKind::Removed << "split 2";
    QTest::newRow("apt’s lists") << "FROM a\nRUN apt-get update\nRUN rm -r /var/lib/apt/lists\n"
                                 << "var/lib/apt/lists/x" << 1 << 2 << WasteKind::Removed << "clean-apt 2";
    QTest::newRow("a cache") << "FROM a\nRUN pip install x\nRUN rm -r /root/.cache\n"
                             << "root/.cache/pip/x" << 1 << 2 << WasteKind::Removed << "cache-mounts 2";
    QTest::newRow("chown behind COPY") << "FROM a\nCOPY . /srv\nRUN chown -R 7 /srv\n"
                                       << "srv/x" << 1 << 2 << WasteKind::Repeated << "copy-chown 2";
    QTest::newRow("COPY and nothing but rm")
        << "FROM a\nCOPY . /srv\nRUN rm -rf /srv/.git\n"
        << "srv/.git/x" << 1 << 2 << WasteKind::Removed << "dockerignore 2";
    QTest::newRow("COPY, use and rm") << "FROM a\nCOPY x.deb /\nRUN dpkg -i /x.deb && rm /x.deb\n"
                                      << "x.deb" << 1 << 2 << WasteKind::Removed << "split 2";
    QTest::newRow("COPY of a stage and rm") << "FROM a\nCOPY --from=b . /srv\nRUN rm -rf /srv/.git\n"
                                            << "srv/.git/x" << 1 << 2 << WasteKind::Removed << "split 2";
    QTest::newRow("the base’s files are removed") << "FROM a\nRUN rm /x\n"
                                                  << "x" << -1 << 1 << WasteKind::Removed << "switch-base 1";
    QTest::newRow("the base’s files are changed") << "FROM a\nRUN apk upgrade\n"
                                                  << "x" << -1 << 1 << WasteKind::Replaced << "";
    QTest::newRow("the base does both") << "FROM a\n"
                                        << "x" << -1 << -1 << WasteKind::Removed << "";
    QTest::newRow("COPY over COPY") << "FROM a\nCOPY a /\nCOPY b /\n"
                                    << "x" << 1 << 2 << WasteKind::Replaced << "";
    QTest::newRow("an instruction of another text") << "FROM a\n"
                                                    << "x" << 77 << 78 << WasteKind::Removed << "";
}

void TestWaste::aFixIsNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    QFETCH(int, added);
    QFETCH(int, lost);
    QFETCH(WasteKind, kind);
    const Syntax syntax = parse(SourceText(text.toStdString()));
    const auto indexOf = [](int line) {
        return line < 0 ? InstructionIndex() : InstructionIndex {static_cast<std::size_t>(line)};
    };
    const WastedFile file {path.toStdString(), 1, 0, 1, kind};
    const auto fix = fixFor(file, syntax, {indexOf(added), indexOf(lost)});
    QString said;
    if (fix) {
        const auto at = static_cast<qsizetype>(fix->caret);
        said = QString::fromUtf8(fix->refactoring.data(), static_cast<qsizetype>(fix->refactoring.size()))
            + QString(" %1").arg(1 + text.left(at).count('\n'));
        QVERIFY(!fix->text.source.empty());
    }
    QTEST(said, "expected");
}

void TestWaste::layersKnowTheirInstructions()
{
    const Syntax syntax = parse(SourceText(std::string("FROM a\nENV A=1\nRUN make\nCOPY . .\n")));
    ImageContents image;
    const char *const words[] = {"", "ENV A=1", "RUN /bin/sh -c make # buildkit", "COPY . . # buildkit"};
    for (const char *each : words) {
        image.history.push_back({});
        image.history.back().createdBy = each;
    }
    image.layers.resize(3);
    image.layers[1].historyEntry = 2;
    image.layers[2].historyEntry = 3;
    QCOMPARE(instructionsOfLayers(syntax, makeStageGraph(syntax, {}), {0}, image),
             (std::vector<InstructionIndex> {{}, {2}, {3}}));
}

QTEST_APPLESS_MAIN(TestWaste)
#include "tst_waste.moc"

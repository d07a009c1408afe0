// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/saved_image.h"
#include "tests/model/image/made_archive.h"

#include <QTemporaryFile>
#include <QTest>

#include <algorithm>
#include <random>

using namespace drydock;

namespace {

QString inWords(const ImageContents &image)
{
    QStringList lines;
    for (const std::string &tag : image.tags)
        lines << "tag " + QString::fromStdString(tag);
    for (const HistoryEntry &entry : image.history)
        lines << QString("step %1 %2 %3")
                     .arg(QString::fromStdString(entry.createdBy))
                     .arg(entry.created)
                     .arg(entry.bytes);
    static const char *const kinds[] = {"file", "folder", "link", "other", "removed", "emptied"};
    for (const FileLayer &layer : image.layers) {
        lines << QString("layer %1 of step %2, %3")
                     .arg(QString::fromStdString(layer.diffId))
                     .arg(layer.historyEntry)
                     .arg(layer.bytes);
        for (const LayerEntry &entry : layer.entries)
            lines << QString("%1 %2 %3")
                         .arg(kinds[static_cast<int>(entry.kind)], QString::fromStdString(entry.path))
                         .arg(entry.bytes);
    }
    return lines.join('\n');
}

const QString expectedFiles
    = "tag a:1\nstep ADD base / # buildkit 1767225600 1004\nstep ENV A=1 1767225600 0\n"
      "step COPY s /s # buildkit 60 5\nlayer sha256:1 of step 0, 1004\nfolder etc 0\n"
      "file etc/passwd 4\nlink etc/link 0\nfile bin/sh 1000\nfile bin/ash 0\nother dev/null 0\n"
      "layer sha256:2 of step 2, 5\nfile s 5\nremoved etc/passwd 0\nemptied bin 0";

std::string sayOf(const Result<ImageContents> &image)
{
    return image ? inWords(*image).toStdString() : "no: " + inEnglish(image.error().text);
}

Result<ImageContents> readText(const std::string &archive, const SavedImageOptions &options = {})
{
    TextInput input(archive);
    return readSavedImage(input, options);
}

std::string savedImage()
{
    return madeTar({{"one/layer.tar", lowerLayer()},
                    {"two/layer.tar", upperLayer()},
                    {"c.json", config},
                    {"manifest.json", manifest}});
}

} // namespace

class TestSavedImage : public QObject {
    Q_OBJECT

private slots:
    void imagesAreRead_data();
    void imagesAreRead();
    void itDoesNotMatterHowTheBytesCome();
    void anyCutIsAnErrorOrTheWholeImage();
    void anyFlippedByteIsRead();
    void oneOfSeveralIsChosenByItsTag_data();
    void oneOfSeveralIsChosenByItsTag();
    void whatIsMissingIsSaid_data();
    void whatIsMissingIsSaid();
    void limitsAreKept_data();
    void limitsAreKept();
    void readingCanBeCancelled();
    void aFileIsRead();
    void namesKeepTheirLetters();
};

void TestSavedImage::imagesAreRead_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("expected");
    const auto row
        = [](const char *name, const std::string &archive, const QString &expected = expectedFiles) {
              QTest::newRow(name) << QByteArray::fromStdString(archive) << expected;
          };
    row("the manifest comes last", savedImage());
    row("the manifest comes first",
        madeTar({{"manifest.json", manifest},
                 {"c.json", config},
                 {"two/layer.tar", upperLayer()},
                 {"one/layer.tar", lowerLayer()}}));
    row("layers are packed, each in its own way",
        madeTar({{"one/layer.tar", lowerLayer(Packing::Gzip)},
                 {"two/layer.tar", upperLayer(Packing::Zstd)},
                 {"c.json", config},
                 {"manifest.json", manifest}}));
    row("all of it is packed",
        madeTar({{"one/layer.tar", lowerLayer(Packing::Gzip)},
                 {"two/layer.tar", upperLayer()},
                 {"c.json", config},
                 {"manifest.json", manifest}},
                Packing::Gzip));
    row("both forms in one archive",
        madeTar(
            {{"blobs/", "", AE_IFDIR},
             {"blobs/sha256/c", config},
             {"blobs/sha256/1", lowerLayer()},
             {"blobs/sha256/2", upperLayer()},
             {"index.json", "{\"manifests\":[]}"},
             {"oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}"},
             {"manifest.json",
              R"([{"Config":"blobs/sha256/c","RepoTags":["a:1"],"Layers":["blobs/sha256/1","blobs/sha256/2"]}])"}}));
    row("an image layout, with what vouches for it and an index in an index",
        madeTar(
            {{"blobs/sha256/c", config},
             {"blobs/sha256/1", lowerLayer(Packing::Gzip)},
             {"blobs/sha256/2", upperLayer()},
             {"blobs/sha256/m",
              R"({"config":{"digest":"sha256:c"},"layers":[{"digest":"sha256:1"},{"digest":"sha256:2"}]})"},
             {"blobs/sha256/x", R"({"config":{"digest":"sha256:no"},"layers":[]})"},
             {"blobs/sha256/i",
              R"({"manifests":[{"digest":"sha256:x","platform":{"architecture":"unknown","os":"unknown"}},
                                   {"digest":"sha256:m","platform":{"architecture":"amd64","os":"linux"}}]})"},
             {"index.json",
              R"({"manifests":[{"digest":"sha256:i","annotations":{"org.opencontainers.image.ref.name":"a:1"}}]})"}}));
    row("a layer that is a link to another one",
        madeTar({{"one/layer.tar", "", AE_IFLNK, "../three/layer.tar"},
                 {"three/layer.tar", lowerLayer()},
                 {"two/layer.tar", upperLayer()},
                 {"c.json", config},
                 {"manifest.json", manifest}}));
    row("an imported image, without history",
        madeTar({{"l", madeTar({{"a", "xyz"}})},
                 {"c.json", "{}"},
                 {"manifest.json", R"([{"Config":"c.json","RepoTags":null,"Layers":["l"]}])"}}),
        "step  0 3\nlayer  of step 0, 3\nfile a 3");
    row("a layer of nothing, and one of no bytes at all",
        madeTar({{"l.tar", std::string(1024, '\0')},
                 {"m.tar", ""},
                 {"c.json", "{}"},
                 {"manifest.json", R"([{"Config":"c.json","Layers":["l.tar","m.tar"]}])"}}),
        "step  0 0\nstep  0 0\nlayer  of step 0, 0\nlayer  of step 1, 0");
    row("names that lead out of the image are names",
        madeTar({{"l", madeTar({{"../../etc/passwd", "x"}, {"/etc/shadow", "yz"}, {"..", "", AE_IFDIR}})},
                 {"c.json", "{}"},
                 {"manifest.json", R"([{"Config":"c.json","Layers":["l"]}])"}}),
        "step  0 3\nlayer  of step 0, 3\nfile ../../etc/passwd 1\nfile etc/shadow 2\nfolder .. 0");
}

void TestSavedImage::imagesAreRead()
{
    QFETCH(QByteArray, archive);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(sayOf(readText(archive.toStdString()))), expected);
}

void TestSavedImage::itDoesNotMatterHowTheBytesCome()
{
    const std::string archive = savedImage();
    for (const std::size_t step : {1U, 7U, 511U, 513U, 10240U}) {
        TextInput input(archive, step);
        QCOMPARE(QString::fromStdString(sayOf(readSavedImage(input))), expectedFiles);
    }
}

void TestSavedImage::anyCutIsAnErrorOrTheWholeImage()
{
    const std::string archive = savedImage();
    const std::string whole = expectedFiles.toStdString();
    for (std::size_t size = 0; size < archive.size(); size += 197) {
        const std::string said = sayOf(readText(archive.substr(0, size)));
        QVERIFY2(said == whole || said.starts_with("no: "), said.c_str());
    }
}

void TestSavedImage::anyFlippedByteIsRead()
{
    std::mt19937 random(7);
    for (const Packing packing : {Packing::Plain, Packing::Gzip, Packing::Zstd}) {
        const std::string archive = madeTar({{"one/layer.tar", lowerLayer(packing)},
                                             {"two/layer.tar", upperLayer(packing)},
                                             {"c.json", config},
                                             {"manifest.json", manifest}});
        for (int i = 0; i < 60; ++i) {
            std::string broken = archive;
            for (int flips = 0; flips < 3; ++flips)
                broken[random() % broken.size()] = static_cast<char>(random());
            QVERIFY(!sayOf(readText(broken)).empty());
        }
    }
}

void TestSavedImage::oneOfSeveralIsChosenByItsTag_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none asked for: the first") << ""
                                               << "file first 1";
    QTest::newRow("as it is written") << "b:2"
                                      << "file second 2";
    QTest::newRow("with the registry written out") << "docker.io/library/b:2"
                                                   << "file second 2";
    QTest::newRow("latest goes without saying") << "c"
                                                << "file third 3";
    QTest::newRow("one that is not there") << "d"
                                           << "no: The archive holds no image that is called “d”.";
}

void TestSavedImage::oneOfSeveralIsChosenByItsTag()
{
    QFETCH(QString, tag);
    const std::string archive = madeTar(
        {{"1", madeTar({{"first", "x"}})},
         {"2", madeTar({{"second", "xx"}})},
         {"3", madeTar({{"third", "xxx"}})},
         {"c.json", "{}"},
         {"manifest.json",
          R"([{"Config":"c.json","RepoTags":["a:1"],"Layers":["1"]},{"Config":"c.json","RepoTags":["x:1","b:2"],"Layers":["2"]},
              {"Config":"c.json","RepoTags":["c:latest"],"Layers":["3"]}])"}});
    SavedImageOptions options;
    options.tag = tag.toStdString();
    QTEST(QString::fromStdString(sayOf(readText(archive, options))).section('\n', -1), "expected");
}

void TestSavedImage::whatIsMissingIsSaid_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const std::string &archive, const char *expected) {
        QTest::newRow(name) << QByteArray::fromStdString(archive) << QString(expected);
    };
    const std::string layer = madeTar({{"a", std::string(2000, 'x')}});
    const char *one = R"([{"Config":"c.json","Layers":["l"]}])";
    row("nothing at all", "", "The archive of the image is broken.");
    row("a text", "{\"message\":\"No such image\"}", "The archive of the image is broken.");
    row("an archive of something else", madeTar({{"a", "b"}}), "This is no archive of an image.");
    row("a manifest that is none", madeTar({{"manifest.json", "{}"}}),
        "The list of images in the archive is broken.");
    row("a manifest of nothing", madeTar({{"manifest.json", "[]"}}), "The archive holds no image.");
    row("a manifest of numbers", madeTar({{"manifest.json", "[1,{\"Config\":2}]"}}),
        "The archive holds no image.");
    row("a layer is missing", madeTar({{"c.json", "{}"}, {"manifest.json", one}}),
        "The archive lacks the layer “l”.");
    row("a configuration is missing", madeTar({{"l", layer}, {"manifest.json", one}}),
        "The archive lacks the configuration of the image.");
    row("a configuration that is none", madeTar({{"l", layer}, {"c.json", "7"}, {"manifest.json", one}}),
        "The configuration of the image is broken.");
    row("a layer that ends too early",
        madeTar({{"l", layer.substr(0, 1500)}, {"c.json", "{}"}, {"manifest.json", one}}),
        "The layer “l” is broken.");
    row("links in a circle",
        madeTar(
            {{"l", "", AE_IFLNK, "k"}, {"k", "", AE_IFLNK, "l"}, {"c.json", "{}"}, {"manifest.json", one}}),
        "The archive lacks the layer “l”.");
    row("an index that holds itself",
        madeTar({{"blobs/sha256/i", R"({"manifests":[{"digest":"sha256:i"},{"digest":"sha256:i"}]})"},
                 {"index.json", R"({"manifests":[{"digest":"sha256:i"},{"digest":"sha256:i"}]})"}}),
        "The archive holds no image.");
}

void TestSavedImage::whatIsMissingIsSaid()
{
    QFETCH(QByteArray, archive);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(sayOf(readText(archive.toStdString()))), "no: " + expected);
}

void TestSavedImage::limitsAreKept_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("expected");
    const char *one = R"([{"Config":"c.json","Layers":["l"]}])";
    const auto row = [](const char *name, const std::string &archive, const char *expected) {
        QTest::newRow(name) << QByteArray::fromStdString(archive) << QString(expected);
    };
    std::vector<MadeEntry> many(200);
    for (std::size_t i = 0; i < many.size(); ++i)
        many[i].name = std::to_string(i);
    row("more files than one would have",
        madeTar({{"l", madeTar(many)}, {"c.json", "{}"}, {"manifest.json", one}}),
        "The archive has more files than Drydock reads.");
    row("more files around the layers", madeTar(many), "The archive has more files than Drydock reads.");
    row("names without end",
        madeTar({{"l", madeTar({{std::string(9000, 'n'), "x"}})}, {"c.json", "{}"}, {"manifest.json", one}}),
        "The archive has more files than Drydock reads.");
    row("texts without end", madeTar({{"c.json", std::string(9000, ' ')}}),
        "The archive has larger descriptions of images than Drydock reads.");
    row("a layer that unpacks to far more than it is",
        madeTar({{"l", madeTar({{"zeros", std::string(4'000'000, '\0')}, {"after", ""}}, Packing::Gzip)},
                 {"c.json", "{}"},
                 {"manifest.json", one}}),
        "The archive unpacks to far more than an image would.");
    row("an archive that unpacks to far more than it is",
        madeTar({{"l", std::string(4'000'000, '\0')}, {"c.json", "{}"}, {"manifest.json", one}},
                Packing::Gzip),
        "The archive unpacks to far more than an image would.");
    std::string layers = R"([{"Config":"c.json","Layers":["l")";
    for (int i = 0; i < 50; ++i)
        layers.append(R"(,"l")");
    row("the same layer again and again",
        madeTar({{"l", madeTar({{"a", "x"}})}, {"c.json", "{}"}, {"manifest.json", layers + "]}]"}}),
        "The image has more layers than Drydock reads.");
}

void TestSavedImage::limitsAreKept()
{
    QFETCH(QByteArray, archive);
    QFETCH(QString, expected);
    SavedImageOptions options;
    options.limits = {100, 5000, 5000, 40, 1'000'000, 5};
    TextInput input({archive.constData(), static_cast<std::size_t>(archive.size())}, 512);
    QCOMPARE(QString::fromStdString(sayOf(readSavedImage(input, options))), "no: " + expected);
}

void TestSavedImage::readingCanBeCancelled()
{
    std::stop_source source;
    SavedImageOptions options;
    options.stop = source.get_token();
    std::uint64_t told = 0;
    options.progress = [&](std::uint64_t bytes) {
        told = bytes;
        if (bytes > 3000)
            source.request_stop();
    };
    const std::string archive = savedImage();
    TextInput input(archive, 1000);
    QCOMPARE(sayOf(readSavedImage(input, options)), std::string("no: Reading the image was cancelled."));
    QCOMPARE(told, std::uint64_t {4000});
}

void TestSavedImage::aFileIsRead()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(QByteArray::fromStdString(savedImage()));
    file.close();
    const auto input = FileInput::open(file.fileName().toStdString());
    QVERIFY(input);
    QCOMPARE(QString::fromStdString(sayOf(readSavedImage(**input))), expectedFiles);
    const auto missing = FileInput::open("/there/is/no/such/file");
    QVERIFY(!missing);
    QVERIFY(!missing.error().detail.empty());
}

void TestSavedImage::namesKeepTheirLetters()
{
    // Of both forms: written out in a header of its own, and as bytes of no encoding.
    std::string layer = madeTar({{"latin", "x"}});
    layer.replace(0, 5, "l\xe4tin");
    unsigned sum = 0;
    std::fill_n(layer.begin() + 148, 8, ' ');
    for (std::size_t i = 0; i < 512; ++i)
        sum += static_cast<unsigned char>(layer[i]);
    std::snprintf(layer.data() + 148, 8, "%06o", sum);
    const std::string record = "18 path=gr\xc3\xbc\xc3\x9f"
                               "e/x\n";
    std::string pax = madeTar({{"header", record}, {"plain", "yz"}});
    pax[156] = 'x';
    sum = 0;
    std::fill_n(pax.begin() + 148, 8, ' ');
    for (std::size_t i = 0; i < 512; ++i)
        sum += static_cast<unsigned char>(pax[i]);
    std::snprintf(pax.data() + 148, 8, "%06o", sum);
    const std::string archive = madeTar({{"1", layer},
                                         {"2", pax},
                                         {"c.json", "{}"},
                                         {"manifest.json", R"([{"Config":"c.json","Layers":["1","2"]}])"}});
    const auto image = readText(archive);
    QVERIFY2(image, sayOf(image).c_str());
    QCOMPARE(image->layers[0].entries[0].path, std::string("l\xe4tin"));
    QCOMPARE(record.size(), std::size_t {18});
    QCOMPARE(image->layers[1].entries[0].path,
             std::string("gr\xc3\xbc\xc3\x9f"
                         "e/x"));
}

QTEST_APPLESS_MAIN(TestSavedImage)
#include "tst_saved_image.moc"

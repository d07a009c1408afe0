// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/image_reference.h"
#include "model/knowledge/base_images.h"
#include "model/knowledge/base_traits.h"
#include "model/knowledge/end_of_life.h"

#include <QTest>

#include <set>

using namespace drydock;

/// The table that travels inside the program.
class TestBaseImages : public QObject {
    Q_OBJECT

private slots:
    void isRead()
    {
        const BaseImages &table = baseImages();
        QVERIFY(table.images.size() > 30);
        QCOMPARE(table.date.size(), std::size_t(10));
        const BaseImage *golang = table.find("golang");
        QVERIFY(golang);
        QVERIFY(!golang->tags.empty() && !golang->about.empty());
        QVERIFY(!table.find("nothing-of-the-kind"));
    }
    /// The tables agree: what this one offers, the others do not warn about.
    void offersNothingThatHasEnded()
    {
        QByteArrayList ended;
        for (const BaseImage &image : baseImages().images) {
            for (const std::string &tag : image.tags) {
                const std::string reference = image.name + ":" + tag;
                if (const auto end = endOfLifeOf(reference))
                    ended << QByteArray::fromStdString(reference + ": " + end->what + " until " + end->until);
                const auto traits = baseTraitsOf(reference);
                if (traits && !traits->advice.empty())
                    ended << QByteArray::fromStdString(reference + ": " + traits->advice);
            }
        }
        QCOMPARE(ended.join('\n'), QByteArray());
    }
    void holdsReferencesOnly()
    {
        std::set<std::string> names;
        for (const BaseImage &image : baseImages().images) {
            QVERIFY2(names.insert(image.name).second, image.name.c_str());
            QVERIFY2(!image.tags.empty(), image.name.c_str());
            for (const std::string &tag : image.tags) {
                const auto reference = parseImageReference(image.name + ":" + tag);
                QVERIFY2(reference && reference->tag == tag, (image.name + ":" + tag).c_str());
                QVERIFY2(tag != "latest", image.name.c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestBaseImages)
#include "tst_base_images.moc"

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/image_choice.h"
#include "model/engine/fake_engine_client.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace drydock;
using namespace drydock::app;

namespace {

FakeImage imageOf(const char *id, std::vector<std::string> tags)
{
    FakeImage image;
    image.facts.id = id;
    image.facts.tags = std::move(tags);
    return image;
}

} // namespace

/// Choosing among what an engine has.
class TestImageChoice : public QObject {
    Q_OBJECT

private slots:
    void listsNamesButNotOurs()
    {
        FakeEngineClient engine;
        engine.addImage(imageOf("sha256:1", {"web:2", "Web:1"}));
        engine.addImage(imageOf("sha256:2", {"drydock/abc:build"}));
        engine.addImage(imageOf("sha256:3", {}));
        ImageChoice choice(engine);
        auto *images = choice.findChild<QComboBox *>();
        auto *ok = choice.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled());
        images->setEditText(QStringLiteral(" typed "));
        QTRY_COMPARE(images->count(), 2);
        QCOMPARE(images->itemText(0), QStringLiteral("Web:1"));
        QCOMPARE(images->itemText(1), QStringLiteral("web:2"));
        QCOMPARE(choice.image(), QStringLiteral("typed")); // The list came while somebody typed.
        QVERIFY(ok->isEnabled());
    }

    void saysWhatTheEngineSays()
    {
        FakeEngineClient engine;
        engine.fail("images", {{"No luck.", {}}, {}});
        ImageChoice choice(engine);
        const auto isSaid = [&choice] {
            for (const auto *label : choice.findChildren<QLabel *>())
                if (label->text() == QLatin1String("No luck."))
                    return true;
            return false;
        };
        QTRY_VERIFY(isSaid());
    }
};

QTEST_MAIN(TestImageChoice)
#include "tst_image_choice.moc"

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/hadolint_config.h"

#include <QTest>

#include <random>

using namespace drydock;

/// `.hadolint.yaml` as settings.
class TestHadolintConfig : public QObject {
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *name, const char *yaml, const char *result) {
            QTest::newRow(name) << QByteArray(yaml) << QByteArray(result);
        };
        row("nothing", "", "");
        row("a comment alone", "# nothing\n", "");
        row("rules that are off", "ignored:\n  - DL3008\n  - SC2086\n", "DL3008=off SC2086=off");
        row("an empty list of rules", "ignored:\n", "");
        row("other severities",
            "override:\n  error: [DL3008]\n  warning: [DL3015]\n  info: [DL3003]\n  style: [DL3059]\n",
            "DL3003=info DL3008=error DL3015=warning DL3059=info");
        row("ignored wins, wherever it stands", "ignored: [DL3008]\noverride:\n  error: [DL3008]\n",
            "DL3008=off");
        row("registries", "trustedRegistries:\n  - docker.io\n  - \"ghcr.io\"\n",
            "trust:docker.io trust:ghcr.io");
        row("labels", "label-schema:\n  title: text\n  version: semver\nstrict-labels: true\n",
            "title:text version:semver strict");
        row("comments", "disable-ignore-pragma: true\n", "deaf");
        row("a threshold", "failure-threshold: warning\n", "from:warning");
        row("the lowest threshold", "failure-threshold: style\n", "from:info");
        row("no threshold", "failure-threshold: none\n", "never");
        row("no failure", "no-fail: true\n", "never");
        row("what is about output", "format: json\nno-color: true\nverbose: yes\n", "");
        row("a key of tomorrow", "tomorrow: [1, {a: b}]\n", "");
        row("no YAML", "ignored: [DL3008\n", "Line 2 of the configuration cannot be read as YAML.");
        row("no YAML further down", "no-fail: true\nignored: *x\n",
            "Line 2 of the configuration cannot be read as YAML.");
        row("a list on top", "- DL3008\n",
            "Line 1: “.hadolint.yaml” has to have names with values below it.");
        row("one name instead of a list", "\nignored: DL3008\n",
            "Line 2: “ignored” has to be a list of names.");
        row("a map in a list", "ignored:\n  - a: b\n", "Line 2: “ignored” has to be a list of names.");
        row("a severity of one's own", "override:\n  fatal: [DL3008]\n",
            "Line 2: “fatal” is none of error, warning, info and style.");
        row("a kind of label of one's own", "label-schema:\n  title: required\n",
            "Line 2: “title” has to be text, rawtext, url, email, semver, rfc3339, spdx or hash.");
        row("neither true nor false", "no-fail: perhaps\n", "Line 1: “no-fail” has to be true or false.");
        row("a threshold of one's own", "failure-threshold: [a]\n",
            "Line 1: “failure-threshold” has to be error, warning, info, style, ignore or none.");
    }
    void reads()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, result);
        QCOMPARE(described(readHadolintConfig(yaml.toStdString())), result);
    }

    void anyBytesGiveAnAnswer()
    {
        static constexpr std::string_view pieces[]
            = {"ignored", ":",  " ", "\n", "- ", "[", "]", "{", "}", "&a ", "*a",
               "!!",      "? ", "|", ">",  "\"", "'", ",", "#", "%", "\t",  "---"};
        for (unsigned seed = 0; seed < 3000; ++seed) {
            std::mt19937 random(seed);
            std::string yaml;
            for (auto i = random() % 60; i > 0; --i) {
                if (random() % 4 == 0)
                    yaml += static_cast<char>(random() % 256);
                else
                    yaml += pieces[random() % std::size(pieces)];
            }
            (void)described(readHadolintConfig(yaml));
        }
        for (const char *deep : {"[", "{", "- ", "? ", "a: {"}) {
            std::string yaml;
            for (int i = 0; i < 20'000; ++i)
                yaml += deep;
            QVERIFY(!readHadolintConfig(yaml));
        }
        QVERIFY(!readHadolintConfig(std::string(2'000'000, ' ')));
    }

private:
    static const char *name(Severity severity)
    {
        return severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "info";
    }
    static QByteArray described(const Result<HadolintConfig> &config)
    {
        if (!config)
            return QByteArray::fromStdString(inEnglish(config.error().text));
        std::string words;
        for (const auto &[rule, severity] : config->settings.severities)
            words += rule + "=" + (severity ? name(*severity) : "off") + " ";
        for (const std::string &registry : config->settings.trustedRegistries)
            words += "trust:" + registry + " ";
        for (const auto &[label, kind] : config->settings.labels)
            words += label + ":" + kind + " ";
        words += config->settings.areLabelsStrict ? "strict " : "";
        words += config->settings.heedsComments ? "" : "deaf ";
        words += config->failsFrom ? std::string("from:") + name(*config->failsFrom) + " " : "";
        words += config->neverFails ? "never " : "";
        return QByteArray::fromStdString(words).trimmed();
    }
};

QTEST_GUILESS_MAIN(TestHadolintConfig)
#include "tst_hadolint_config.moc"

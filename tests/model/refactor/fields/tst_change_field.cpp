// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/stage_graph.h"
#include "model/refactor/fields/change_field.h"

#include <QDir>
#include <QTest>

using namespace drydock;

namespace {

QString kindName(FieldKind kind)
{
    const std::array<const char *, 8> names {"keyword", "flag",        "switch", "mount",
                                             "sources", "destination", "value",  "arguments"};
    return QString::fromLatin1(names[std::size_t(kind)]);
}

/// "flag chown#0" names a field.
QString titleOf(const InstructionField &field)
{
    QString title = kindName(field.kind);
    if (!field.name.empty())
        title += u' ' + QString::fromStdString(field.name);
    if (field.kind == FieldKind::Flag && field.ordinal > 0)
        title += QStringLiteral("#%1").arg(field.ordinal);
    return title;
}

/// The caret's instruction; the caret is '|'.
struct Caret {
    explicit Caret(QByteArray text)
    {
        const qsizetype at = text.indexOf('|');
        text.remove(at, 1);
        bytes = text;
        syntax = parse(SourceText(text.toStdString()));
        index = syntax.instructionAt(std::size_t(at));
    }

    std::vector<InstructionField> fields(const QString &wanted) const
    {
        if (!wanted.startsWith(u"mount"))
            return fieldsOf(syntax, index);
        const StageGraph graph = makeStageGraph(syntax, {});
        for (const GraphEdge &edge : graph.edges)
            if (edge.kind == EdgeKind::Mount && edge.instruction.value == index.value)
                return mountFieldsOf(syntax, index, edge.cause);
        return {};
    }

    QByteArray bytes;
    Syntax syntax;
    InstructionIndex index;
};

} // namespace

class TestChangeField : public QObject {
    Q_OBJECT

private slots:
    void listsFields_data();
    void listsFields();
    void changes_data();
    void changes();
    void corpusFieldsReadBack();
};

void TestChangeField::listsFields_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("COPY with a flag and two sources")
        << QByteArray("FROM a\n|COPY --chown=1:2 a b /c/\n")
        << QStringList {"keyword=COPY",    "flag chown=1:2", "flag from?",  "flag chmod?",    "switch link?",
                        "switch parents?", "flag exclude?",  "sources=a b", "destination=/c/"};
    QTest::newRow("RUN with two mounts keeps a place for a third")
        << QByteArray("FROM a\n|RUN --mount=type=cache,target=/x --mount=type=tmpfs,target=/y make\n")
        << QStringList {"keyword=RUN",
                        "flag device?",
                        "flag mount=type=cache,target=/x",
                        "flag mount#1=type=tmpfs,target=/y",
                        "flag mount#2?",
                        "flag network?",
                        "flag security?",
                        "arguments=make"};
    QTest::newRow("ENV with two values") << QByteArray("FROM a\n|ENV A=1 B=\"two words\"\n")
                                         << QStringList {"keyword=ENV", "value A=1", "value B=\"two words\""};
    QTest::newRow("ENV of the old form has arguments")
        << QByteArray("FROM a\n|ENV A rest of line\n")
        << QStringList {"keyword=ENV", "arguments=A rest of line"};
    QTest::newRow("ARG without a value has arguments")
        << QByteArray("|ARG A\nFROM a\n") << QStringList {"keyword=ARG", "arguments=A"};
    QTest::newRow("a quoted flag shows what it means")
        << QByteArray("FROM a\n|WORKDIR /x\n") << QStringList {"keyword=WORKDIR", "arguments=/x"};
    QTest::newRow("a switch that is off")
        << QByteArray("FROM a\n|ADD --link=false a b\n")
        << QStringList {
               "keyword=ADD",    "flag chown?",    "flag chmod?",   "switch link?", "switch keep-git-dir?",
               "flag checksum?", "switch unpack?", "flag exclude?", "sources=a",    "destination=b"};
    QTest::newRow("an unknown word") << QByteArray("FROM a\n|FRUM x y\n")
                                     << QStringList {"keyword=FRUM", "arguments=x y"};
    QTest::newRow("COPY with one path has arguments")
        << QByteArray("FROM a\n|COPY --link a\n")
        << QStringList {"keyword=COPY", "flag chown?",     "flag from?",    "flag chmod?",
                        "switch link=", "switch parents?", "flag exclude?", "arguments=a"};
}

void TestChangeField::listsFields()
{
    QFETCH(QByteArray, text);
    const Caret caret(text);
    QStringList titles;
    for (const InstructionField &field : fieldsOf(caret.syntax, caret.index))
        titles.append(titleOf(field)
                      + (field.isGiven ? u'=' + QString::fromStdString(field.text) : QStringLiteral("?")));
    QTEST(titles, "expected");
}

void TestChangeField::changes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");

    const auto row
        = [](const char *name, const char *text, const char *field, const char *value, const char *expected) {
              QTest::newRow(name) << QByteArray(text) << QString(field) << QByteArray(value)
                                  << QByteArray(expected);
          };
    // Flags
    row("a flag's value", "FROM a\n|COPY --chown=1 a b\n", "flag chown", "2:3",
        "FROM a\nCOPY --chown=2:3 a b\n");
    row("a new flag behind the keyword", "FROM a\n|COPY a b\n", "flag chmod", "755",
        "FROM a\nCOPY --chmod=755 a b\n");
    row("a new flag behind the others", "FROM a\n|COPY --from=x a b\n", "flag chown", "me",
        "FROM a\nCOPY --from=x --chown=me a b\n");
    row("a flag that goes", "FROM a\n|COPY --from=x --chown=me a b\n", "flag chown", "",
        "FROM a\nCOPY --from=x a b\n");
    row("the first flag goes", "FROM a\n|COPY --chown=me --from=x a b\n", "flag chown", "",
        "FROM a\nCOPY --from=x a b\n");
    row("a flag on a line of its own goes with the line",
        "FROM a\n|RUN --network=none \\\n    --mount=type=cache,target=/x \\\n    make\n", "flag mount", "",
        "FROM a\nRUN --network=none \\\n    make\n");
    row("a flag at the beginning of a continued line", "FROM a\n|RUN \\\n    --network=none make\n",
        "flag network", "", "FROM a\nRUN \\\n    make\n");
    row("a blank is quoted", "FROM a\n|COPY --chown=1 a b\n", "flag chown", "a b",
        "FROM a\nCOPY --chown=\"a b\" a b\n");
    row("an empty value where there is none", "FROM a\n|COPY a b\n", "flag chown", "", "unchanged");
    row("the same value", "FROM a\n|COPY --chown=1 a b\n", "flag chown", "1", "unchanged");
    row("the second mount", "FROM a\n|RUN --mount=type=cache,target=/x --mount=type=tmpfs,target=/y make\n",
        "flag mount#1", "type=tmpfs,target=/z",
        "FROM a\nRUN --mount=type=cache,target=/x --mount=type=tmpfs,target=/z make\n");
    row("a mount that BuildKit does not know", "FROM a\n|RUN --mount=type=cache,target=/x make\n",
        "flag mount", "type=nonsense",
        "no: BuildKit would refuse that. (unsupported mount type \"nonsense\")");
    row("lower case and CR LF stay", "from a\r\n|copy a b\r\n", "flag chown", "1",
        "from a\r\ncopy --chown=1 a b\r\n");
    row("no last line end", "FROM a\n|COPY a b", "flag chown", "1", "FROM a\nCOPY --chown=1 a b");
    row("a platform", "|FROM a AS b\n", "flag platform", "linux/arm64",
        "FROM --platform=linux/arm64 a AS b\n");
    row("a line break in a flag", "FROM a\n|COPY a b\n", "flag chown", "1\nRUN evil",
        "no: That would change more than this instruction.");
    // Switches
    row("on", "FROM a\n|COPY a b\n", "switch link", "on", "FROM a\nCOPY --link a b\n");
    row("off", "FROM a\n|COPY --link a b\n", "switch link", "", "FROM a\nCOPY a b\n");
    row("on where it was written off", "FROM a\n|COPY --link=false a b\n", "switch link", "on",
        "FROM a\nCOPY --link a b\n");
    row("on again", "FROM a\n|COPY --link a b\n", "switch link", "on", "unchanged");
    // Mount options
    row("a mount's target", "FROM a AS x\nFROM b\n|RUN --mount=type=bind,from=x,target=/in make\n",
        "mount target", "/out", "FROM a AS x\nFROM b\nRUN --mount=type=bind,from=x,target=/out make\n");
    row("a mount's source is added", "FROM a AS x\nFROM b\n|RUN --mount=from=x,target=/in make\n",
        "mount source", "/src", "FROM a AS x\nFROM b\nRUN --mount=from=x,target=/in,source=/src make\n");
    row("a mount's option goes", "FROM a AS x\nFROM b\n|RUN --mount=from=x,source=/s,target=/in make\n",
        "mount source", "", "FROM a AS x\nFROM b\nRUN --mount=from=x,target=/in make\n");
    row("a comma in a mount", "FROM a AS x\nFROM b\n|RUN --mount=from=x,target=/in make\n", "mount target",
        "/a,b", "no: A comma or a quote here has to be written in the text.");
    row("a blank in a mount", "FROM a AS x\nFROM b\n|RUN --mount=from=x,target=/in make\n", "mount target",
        "/a b", "no: BuildKit would read that as something else. Quotes may be missing.");
    // Paths
    row("a destination", "FROM a\n|COPY a b\n", "destination", "/c/", "FROM a\nCOPY a /c/\n");
    row("two sources", "FROM a\n|COPY a /b/\n", "sources", "a c", "FROM a\nCOPY a c /b/\n");
    row("a destination with a blank", "FROM a\n|COPY a b\n", "destination", "c d",
        "no: BuildKit would read another path. Paths with blanks need a JSON array.");
    row("no destination", "FROM a\n|COPY a b\n", "destination", "", "no: This cannot be empty.");
    row("a JSON destination keeps its quotes", "FROM a\n|COPY [\"a b\", \"/c\"]\n", "destination", "\"/d e\"",
        "FROM a\nCOPY [\"a b\", \"/d e\"]\n");
    row("a JSON destination without quotes", "FROM a\n|COPY [\"a b\", \"/c\"]\n", "destination", "/d",
        "no: BuildKit would read another path. Paths with blanks need a JSON array.");
    row("a comment between stays", "FROM a\n|COPY a \\\n# why\n  b /c/\n", "destination", "/d/",
        "FROM a\nCOPY a \\\n# why\n  b /d/\n");
    // Values
    row("a value", "FROM a\n|ENV A=1 B=2\n", "value B", "3", "FROM a\nENV A=1 B=3\n");
    row("a value with a blank is quoted", "FROM a\n|ENV A=1 B=2\n", "value A", "x y",
        "FROM a\nENV A=\"x y\" B=2\n");
    row("a value that becomes empty", "FROM a\n|ENV A=1 B=2\n", "value A", "", "FROM a\nENV A= B=2\n");
    row("only the letter that differs", "FROM a\n|LABEL a=\"long text\"\n", "value a", "\"long test\"",
        "FROM a\nLABEL a=\"long test\"\n");
    // Arguments
    row("a command", "FROM a\n|RUN make all\n", "arguments", "make check", "FROM a\nRUN make check\n");
    row("a command over two lines", "FROM a\n|RUN make \\\n  all\nUSER x\n", "arguments", "make \\\n  check",
        "FROM a\nRUN make \\\n  check\nUSER x\n");
    row("a trailing continuation", "FROM a\n|RUN make\nUSER x\n", "arguments", "make \\",
        "no: That would change more than this instruction.");
    row("a here-document begins", "FROM a\n|RUN make\nUSER x\n", "arguments", "<<EOF",
        "no: That would change more than this instruction.");
    row("nothing left", "FROM a\n|RUN make\n", "arguments", " ", "no: This cannot be empty.");
    row("BuildKit's own words", "FROM a\n|EXPOSE 80\n", "arguments", "80/nonsense",
        "no: BuildKit would refuse that. (invalid port: \"80/nonsense\": invalid proto: nonsense)");
    row("what was wrong before may stay wrong", "FROM a\n|FRUM a\n", "arguments", "b", "FROM a\nFRUM b\n");
    row("arguments where there are none", "FROM a\n|RUN\n", "arguments", "make", "FROM a\nRUN make\n");
    row("a here-document's body stays", "FROM a\n|RUN <<EOF\nmake\nEOF\n", "arguments", "<<EOF sh",
        "FROM a\nRUN <<EOF sh\nmake\nEOF\n");
    // Keywords
    row("another instruction", "FROM a\n|CMD x\n", "keyword", "ENTRYPOINT", "FROM a\nENTRYPOINT x\n");
    row("its case follows the old one", "FROM a\n|cmd x\n", "keyword", "Entrypoint",
        "FROM a\nentrypoint x\n");
    row("a misspelt one", "FROM a\n|RUNN x\n", "keyword", "RUN", "FROM a\nRUN x\n");
    row("no such instruction", "FROM a\n|RUN x\n", "keyword", "RAN", "no: There is no such instruction.");
    row("flags that the other does not know", "FROM a\n|COPY --from=x a b\n", "keyword", "ADD",
        "no: BuildKit would refuse that. (unknown flag: --from)");
    row("a stage is not begun", "FROM a\n|RUN x\n", "keyword", "FROM",
        "no: FROM begins a stage; an instruction cannot become one here.");
}

void TestChangeField::changes()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, field);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, expected);
    const Caret caret(text);
    for (const InstructionField &each : caret.fields(field)) {
        if (titleOf(each) != field)
            continue;
        const Result<EditSet> edits = changeField(caret.syntax, {}, caret.index, each,
                                                  std::string_view(value.data(), std::size_t(value.size())));
        QByteArray actual;
        if (!edits) {
            actual = "no: " + QByteArray::fromStdString(inEnglish(edits.error().text));
            if (!edits.error().detail.empty())
                actual += " (" + QByteArray::fromStdString(edits.error().detail) + ")";
        } else if (edits->isEmpty()) {
            actual = "unchanged";
        } else {
            const std::string before = caret.bytes.toStdString();
            const std::string after = edits->applyTo(before);
            QCOMPARE(edits->inverse(before).applyTo(after), before);
            actual = QByteArray::fromStdString(after);
        }
        QCOMPARE(actual, expected);
        return;
    }
    QFAIL("there is no such field");
}

/// On real files: writing what stands there changes nothing, and a change that is accepted can be read again.
void TestChangeField::corpusFieldsReadBack()
{
    const QDir folder(QStringLiteral(DRYDOCK_SOURCE_DIR) + QStringLiteral("/../shared/corpus/dockerfiles"));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    if (names.isEmpty())
        QSKIP("There are no real files beside this folder.");
    constexpr int every = 40; // The whole would take minutes.
    for (qsizetype i = 0; i < names.size(); i += every) {
        QFile file(folder.filePath(names[i]));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Syntax syntax = parse(SourceText(file.readAll().toStdString()));
        for (std::size_t at = 0; at < std::min<std::size_t>(syntax.instructions.size(), 40); ++at) {
            for (const InstructionField &field : fieldsOf(syntax, InstructionIndex {at})) {
                const auto same
                    = changeField(syntax, {}, InstructionIndex {at}, field,
                                  field.kind == FieldKind::Switch && field.isGiven ? "on" : field.text);
                QVERIFY2(same && same->isEmpty(), qPrintable(names[i] + " " + titleOf(field)));
                if (field.kind != FieldKind::Arguments && field.kind != FieldKind::Value)
                    continue;
                const auto other = changeField(syntax, {}, InstructionIndex {at}, field, field.text + "x");
                if (!other)
                    continue;
                const Syntax after = parse(SourceText(other->applyTo(syntax.text.bytes())));
                QCOMPARE(after.instructions.size(), syntax.instructions.size());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestChangeField)
#include "tst_change_field.moc"

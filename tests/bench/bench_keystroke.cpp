// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From a key in the editor of the real window to the end of the paint that shows it, with the graph beside it.
// Usage: bench_keystroke [CORPUS-FOLDER]
#include "app/disk_watch.h"
#include "app/editor_tab.h"
#include "app/main_window.h"
#include "app/program.h"
#include "tests/bench/inputs.h"
#include "tests/bench/measure.h"
#include "ui/graph/graph_pane.h"
#include "ui/graph/graph_view.h"
#include "ui/text/code_edit.h"
#include "ui/text/text_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace drydock;
using namespace drydock::bench;

namespace {

constexpr int keysPerRun = 200;
constexpr int patience = 2000; // Milliseconds for one key.

/// Notices that a widget has been painted.
class PaintWatch final : public QObject {
public:
    explicit PaintWatch(QWidget &widget) { widget.installEventFilter(this); }
    void reset() { m_hasPainted = false; }
    bool hasPainted() const { return m_hasPainted; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_hasPainted = m_hasPainted || event->type() == QEvent::Paint;
        return false;
    }

private:
    bool m_hasPainted = false;
};

void settle()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 500)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
}

void press(QWidget &editor, int key, const QString &text)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(&editor, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(&editor, &up);
}

/// Milliseconds from the key to the end of the paint of all `watches`; a round of events ends with its paints.
double keyToPaint(QWidget &editor, std::vector<PaintWatch *> watches)
{
    for (PaintWatch *watch : watches)
        watch->reset();
    const auto start = Clock::now();
    press(editor, Qt::Key_X, QStringLiteral("x"));
    const auto allHavePainted = [&] {
        return std::all_of(watches.begin(), watches.end(),
                           [](const PaintWatch *w) { return w->hasPainted(); });
    };
    while (!allHavePainted() && secondsSince(start) * 1e3 < patience)
        QCoreApplication::processEvents();
    return secondsSince(start) * 1e3;
}

/// Behind the last letter of a RUN line near the middle, or of a stage's name.
std::size_t placeToType(const Analysis &analysis, bool inName)
{
    const std::size_t middle = analysis.text().size() / 2;
    for (const Instruction &instruction : analysis.syntax.instructions) {
        if (instruction.range.begin < middle)
            continue;
        if (!inName && instruction.keyword == Keyword::Run && !instruction.isContinued()
            && instruction.heredocs.isEmpty())
            return instruction.range.end;
        const TextRange name
            = instruction.stage ? analysis.syntax.stages[instruction.stage.value].name : TextRange();
        if (inName && instruction.keyword == Keyword::From && !name.isEmpty())
            return name.end;
    }
    return analysis.text().size();
}

void report(const std::string &what, std::vector<double> samples, const std::string &reach,
            const std::string &beside)
{
    const double median = percentile(samples, 0.5);
    printRow(what,
             number(median, 1) + " / " + number(percentile(samples, 0.95), 1) + " / "
                 + number(percentile(samples, 0.99), 1) + " ms",
             reach, beside);
}

void measure(const std::string &text, const std::string &what, const std::string &reach)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Dockerfile"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(text.data(), static_cast<qint64>(text.size()));
    file.close();

    app::Settings settings;
    settings.isPersistent = false;
    app::Appearance appearance;
    const app::RecoveryStore recovery;
    app::DiskWatch watch;
    app::FileController files(settings, {&watch, &recovery}, {});
    app::MainWindow window(settings, appearance, files);
    window.resize(1400, 900);
    window.show();
    files.open(path);
    settle();

    app::EditorTab *tab = window.currentTab();
    if (!tab || !tab->textView() || !tab->graphPane()) {
        std::fprintf(stderr, "bench_keystroke: the window shows no text or no graph\n");
        return;
    }
    ui::CodeEdit &editor = tab->textView()->editor();
    Document &document = editor.document();
    PaintWatch textWatch(*editor.viewport());
    PaintWatch graphWatch(*tab->graphPane()->view().viewport());
    const std::string stages = std::to_string(document.analysis().graph.stageCount()) + " stages";
    for (const bool inName : {false, true}) {
        const std::size_t place = placeToType(document.analysis(), inName);
        tab->textView()->reveal({place, place}, true);
        settle();
        std::vector<double> samples;
        for (int i = 0; i < keysPerRun; ++i)
            samples.push_back(keyToPaint(
                editor, inName ? std::vector {&textWatch, &graphWatch} : std::vector {&textWatch}));
        report("Key → painted p50/p95/p99, " + what
                   + (inName ? ", in a stage's name, text and graph" : ", in a RUN line"),
               samples, inName ? "" : reach, stages);
    }
    document.undoStack().clear();
    document.markSaved();
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    app::prepareApplication();
    QApplication::setCursorFlashTime(0);
    const Inputs inputs = loadInputs(argc > 1 ? argv[1] : DRYDOCK_SOURCE_DIR "/../shared/corpus/dockerfiles");
    for (const std::size_t lines : {200U, 2000U, 10000U})
        measure(joinedByLines(inputs, lines), std::to_string(lines) + " lines",
                lines == 2000 ? "p99 ≤ 8 ms" : "");
    return 0;
}

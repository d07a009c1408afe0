// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/file_layers.h"
#include "ui/size/compared_size.h"
#include "ui/size/layers_model.h"

#include <QWidget>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <variant>

class QComboBox;
class QStackedWidget;
class QTabWidget;

namespace drydock::ui {

class ComparePane;
class FilesPage;
class LayersPane;
class MapPane;
class SizeHeader;
class SizeNotice;
class WastePane;

/// What each stage of the file weighs, as far as an engine or a saved image has told. Asks nobody: whoever owns it brings
/// the numbers and follows the signals.
class SizePanel final : public QWidget {
    Q_OBJECT

public:
    explicit SizePanel(QWidget *parent = nullptr);

    void setTheme(ThemeKind kind);
    ThemeKind theme() const { return m_theme; }
    /// The text in front; null: no file is open.
    void setAnalysis(std::shared_ptr<const Analysis> analysis);

    /// Nothing was built.
    void showUnknown();
    /// \param sentence "Not connected: permission denied on /run/docker.sock." \param detail the engine's own words.
    void showNotConnected(const QString &sentence, const QString &detail = {});
    void showWaiting(const QString &sentence);
    /// \param before what it is compared with first: pinned, or an estimate. \param isStale the text in front is not the one
    /// that was built; if it is, call setAnalysis() first.
    void showMeasured(const Measurement &measurement, std::optional<ComparedSize> before, bool isStale);
    void showFailed(const Error &error);

    /// What is shown is a proposal that stands in no text yet: its text has not changed, whatever showMeasured() is told.
    void setProposal(bool isProposal);
    /// The text in front became, or is no longer, the one that was built.
    void setStale(bool isStale);
    /// What was measured before, newest first; the panel offers the first 20 to compare with.
    void setMeasurements(std::vector<Measurement> measurements);
    /// What the stages of the text in front would weigh, for as long as it is not the one that was built. Empty: nobody can say.
    /// \param target which of the stages the build produces.
    void setEstimates(std::vector<ComparedSize> stages, StageIndex target);
    /// Offers `side` to compare with and chooses it: the answer to otherImageRequested().
    void compareWith(const ComparedSize &side);
    /// How the last build came by each layer; empty: not known.
    void setSteps(std::vector<LayerStep> steps);
    /// What a run of the image showed: "answers 200 on /". Empty: it was not run.
    void setVerification(const QString &text, bool isGood);

    /// The files of an image that filesRequested() named; shared.
    void setFiles(const QString &image, std::shared_ptr<const ImageContents> files);
    /// \param done, total bytes; total 0: nobody knows.
    void setFilesProgress(const QString &image, std::uint64_t done, std::uint64_t total);
    void setFilesFailed(const QString &image, const Error &error);

    /// Selects what belongs to an instruction of the text in front. Tells nobody.
    void setCurrentInstruction(InstructionIndex instruction);
    /// The stage whose numbers are shown; none while there are none.
    StageIndex stage() const;
    void setStage(StageIndex stage);

signals:
    void buildRequested();
    void retryRequested();
    void chooseEngineRequested();
    void savedImageRequested();
    void pinRequested();
    void runRequested();
    /// Another image is to be measured to compare with: answer with compareWith().
    void otherImageRequested();
    void filesRequested(const QString &image);
    void filesCancelled(const QString &image);
    /// A layer was chosen: the place of its instruction in the text in front.
    void revealed(drydock::TextRange range);
    /// The mouse rests on a layer; empty: it left.
    void pointedAt(drydock::TextRange range);
    /// A refactoring shall mend waste. \param caret where it is asked for, a byte offset.
    void fixRequested(const QString &refactoring, std::size_t caret);

private:
    struct Unknown { };
    struct NotConnected {
        QString sentence;
        QString detail;
    };
    struct Waiting {
        QString sentence;
    };
    struct Measured {
        Measurement measurement;
        std::optional<ComparedSize> before;
        bool isStale = false;
    };
    using State = std::variant<Unknown, NotConnected, Waiting, Measured, Error>;
    struct Reading {
        std::uint64_t done = 0;
        std::uint64_t total = 0;
    };
    using Files = std::variant<std::monostate, Reading, Error, std::shared_ptr<const ImageContents>>;

    void makeTabs();
    void makeFilePage(QWidget *content, const QString &title);
    /// \param images whose files the page needs.
    void connectFilesPage(FilesPage &page, const std::function<QStringList()> &images);
    void setState(State state);
    void showState(const Unknown &);
    void showState(const NotConnected &state);
    void showState(const Waiting &state);
    void showState(const Measured &state);
    void showState(const Error &error);
    void fillStages(const Measured &state);
    void refresh();
    void refreshFiles(const StageSize &shown);
    void refreshChangedFiles();
    Files filesOf(const QString &image) const;
    static bool showFilesState(FilesPage &page, const Files &files);
    /// Of those that may have changed, and of too many.
    void forgetFiles();
    /// Fills the views that need files. \returns what each layer of `size` carries for nothing.
    WasteByLayer showFiles(const ImageContents &files, const ComparedSize &size);
    void requestFix(const QString &refactoring, std::size_t caret);
    const StageSize *shownStage() const;
    std::vector<ComparedSize> choices(const Measured &state) const;
    ComparedSize sideOf(const Measured &state, const StageSize &shown) const;
    /// Null if nobody can say.
    const ComparedSize *estimateOf(const Measured &state, const StageSize &shown) const;
    TextRange rangeOf(InstructionIndex instruction) const;

    ThemeKind m_theme = ThemeKind::Light;
    State m_state;
    std::shared_ptr<const Analysis> m_analysis; ///< Of the text in front.
    std::shared_ptr<const Analysis>
        m_built; ///< Of the text that was measured; null if it was never in front.
    std::vector<Measurement> m_measurements;
    std::vector<ComparedSize> m_others; ///< Other images, in the order in which they were asked for.
    std::vector<ComparedSize> m_estimates; ///< Of the stages of the text in front.
    StageIndex m_estimatedTarget;
    std::map<QString, Files> m_files; ///< By image.
    StageIndex m_stage; ///< That a person chose; none: the target.
    bool m_hasChosenTab = false;
    QStackedWidget *m_pages; ///< This and the following are owned by the panel.
    SizeNotice *m_notice;
    SizeHeader *m_header;
    QComboBox *m_stages;
    QTabWidget *m_tabs;
    ComparePane *m_compare;
    LayersPane *m_layers;
    std::array<MapPane *, 2> m_maps;
    WastePane *m_waste;
    std::vector<FilesPage *> m_filePages; ///< Treemap, icicle, waste.
};

} // namespace drydock::ui

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/file_build.h"
#include "model/engine/verify_job.h"
#include "model/image/file_layers.h"
#include "ui/build/verify_view.h"
#include "ui/common/selection.h"
#include "ui/common/theme.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

class QWidget;

namespace drydock::ui {
class BuildPanel;
class SizePanel;
class VerifyPane;
} // namespace drydock::ui

namespace drydock::app {

class EditorTab;
class EngineRoom;
class MeasurementStore;
class StatusLine;

/// What the window shows of engines and builds: the panels Size, Build and Run, and the corner of the status bar. Follows
/// the tab in front; asks the engine for nothing that the reader has not asked for.
class EngineDesk final : public QObject {
    Q_OBJECT

public:
    /// All are borrowed and must outlive the desk.
    EngineDesk(EngineRoom &room, StatusLine &status, QObject *parent = nullptr);
    ~EngineDesk() override;

    /// Each is made once, when its dock is first shown. Owned by `parent`.
    QWidget *makeSizePanel(QWidget *parent);
    QWidget *makeBuildPanel(QWidget *parent);
    QWidget *makeVerifyPane(QWidget *parent);

    /// The tab in front; null: none.
    void setTab(EditorTab *tab);
    /// The views of a tab exist now: they show what is known of the file.
    void adoptViews(EditorTab &tab);
    /// The file is about to be closed.
    void forget(const OpenFile &file);
    void setTheme(ui::ThemeKind kind);

    // What the reader asks for, of the tab in front.
    void build();
    void cancel();
    /// Asks how the file is to be built.
    void chooseOptions(QWidget *parent);
    /// The last measurement becomes what others are compared with.
    void pin();
    void buildProposal(const std::string &text, const ContextFiles &files, const QString &name);
    /// Shows the sizes of an archive that `docker save` has written.
    void openSavedImage(const QString &path);
    /// Asks for an image of the engine and shows what it weighs.
    void openImage();
    /// Searches the image of the last build for known weaknesses, by a program that is installed for it.
    void scan(QWidget *parent);

    bool isBuilding() const;
    bool canCompare() const;

signals:
    /// Whether something runs, or something was measured, has changed.
    void changed();
    void statusText(const QString &sentence);
    /// The dock "size", "build" or "verify" is to be shown.
    void panelWanted(const QString &id);
    void revealed(drydock::TextRange range);
    void refactoringWanted(const QString &id, std::size_t caret);
    void engineChoiceWanted();
    void savedImageWanted();

private:
    FileBuild *current() const;
    FileBuild &buildOf(OpenFile &file);
    void follow(FileBuild &build);
    void onRoomChanged();
    void refreshSize();
    void refreshBuild();
    void refreshVerify();
    void showMeasured(const FileBuild &build);
    void refreshEstimate();
    void compareWithImage();
    void askForImage(const std::function<void(const Measurement &)> &answer);
    /// An image that the file in front has not made, until the next build or another tab.
    void showForeign(Measurement measurement, std::shared_ptr<const ImageContents> files);
    void readFiles(const QString &image);
    void stopReading(const QString &image);
    void showSaved(const ImageContents &files, const QString &path);
    void saveLog(const QString &text, QWidget *parent);
    void verify(const ui::VerifyWish &wish);
    void stopVerifying();
    /// What is run: before, if there is one, and after. Pointers into the build in front.
    std::vector<const Measurement *> toRun() const;
    std::vector<std::string> imagesToRun() const;

    EngineRoom &m_room;
    StatusLine &m_status;
    std::unique_ptr<MeasurementStore> m_store;
    std::map<const OpenFile *, std::unique_ptr<FileBuild>> m_builds;
    QPointer<EditorTab> m_tab;
    ui::ThemeKind m_theme = ui::ThemeKind::Light;
    QPointer<ui::SizePanel> m_size; ///< Each is null until it is made.
    QPointer<ui::BuildPanel> m_build;
    QPointer<ui::VerifyPane> m_verify;
    std::map<QString, JobPtr<ImageContents>> m_reading; ///< By image.
    JobPtr<Measurement> m_measuring; ///< Of an image that was asked for.
    std::optional<Measurement> m_foreign; ///< What showForeign() shows.
    std::shared_ptr<const ImageContents> m_foreignFiles;
    QTimer m_estimating; ///< Runs while the reader types.
    VerifyPtr m_verifying;
    VerifyReport m_report; ///< Of the last run.
};

} // namespace drydock::app

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/editor_tab.h"
#include "app/file_controller.h"
#include "app/main_window.h"
#include "app/open_file.h"
#include "app/settings.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// A window over one file in a folder of its own, as a reader has it.
class WindowFixture {
public:
    explicit WindowFixture(const QByteArray &text, drydock::app::Settings settings = {})
        : m_settings(std::move(settings))
    {
        m_settings.isPersistent = false;
        QFile file(m_folder.filePath(QStringLiteral("Dockerfile")));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        file.close();
        m_window.resize(1200, 800);
        m_window.show();
        m_isReady = QTest::qWaitForWindowExposed(&m_window);
        m_window.activateWindow();
        if (!text.isNull())
            m_isReady = m_files.open(file.fileName()) && m_isReady;
    }

    bool isReady() const { return m_isReady; }
    drydock::app::MainWindow &window() { return m_window; }
    drydock::app::EditorTab &tab() { return *m_window.currentTab(); }
    drydock::Document &document() { return tab().file().document(); }
    drydock::ui::Selection &selection() { return tab().file().selection(); }
    drydock::app::Settings &settings() { return m_settings; }
    QByteArray text() { return QByteArray::fromStdString(std::string(document().text().bytes())); }
    QAction *action(const char *name) { return m_window.template findChild<QAction *>(QLatin1String(name)); }
    /// As somebody at the keyboard: to whoever has the focus.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

private:
    QTemporaryDir m_folder;
    drydock::app::Settings m_settings;
    drydock::app::Appearance m_appearance;
    drydock::app::FileController m_files {m_settings, {}, {}};
    drydock::app::MainWindow m_window {m_settings, m_appearance, m_files};
    bool m_isReady = false;
};

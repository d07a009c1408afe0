// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <string>
#include <string_view>

namespace drydock::ui {

/// Colours what stands inside a Dockerfile in another language: shell commands, scripts, configuration files.
/// KSyntaxHighlighting does the work; its repository is loaded with the first body, once for the whole program.
///
/// Languages are named as KSyntaxHighlighting names them ("Bash", "Python"); an empty name is "none known".
class BodyHighlighter {
public:
    BodyHighlighter();
    ~BodyHighlighter();
    BodyHighlighter(const BodyHighlighter &) = delete;
    BodyHighlighter &operator=(const BodyHighlighter &) = delete;

    /// The next body need not wait for the repository, which takes as long as all of a window's first picture.
    static bool isLoaded();

    /// One CodeStyle per byte of `body`, which may hold any bytes. Remembered per text, so asking again is
    /// cheap. Valid until the next call.
    const std::string &stylesOf(std::string_view body, const QString &language);

    /// "/usr/bin/python3" → "Python". Empty for a program that reads no script we know.
    QString languageOfProgram(std::string_view program);
    /// "#!/usr/bin/env node" → "JavaScript". Empty if `body` does not begin with `#!`.
    QString languageOfShebang(std::string_view body);
    /// "nginx.conf" → the definition that claims such names.
    QString languageOfFile(std::string_view fileName);

private:
    class Engine;
    Engine &engine();

    std::unique_ptr<Engine> m_engine; ///< Null until the first body.
};

} // namespace drydock::ui

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace drydock::ui {

/// What "Run and Verify" is asked to do. Plain data.
struct VerifyWish {
    QString path = QStringLiteral("/"); ///< Of the URL, with its query.
    QString port; ///< "8080/tcp"; empty: none, nothing is asked over HTTP.
    int timeoutSeconds = 30;
    std::optional<int> expectedStatus; ///< None: the same before and after is enough.
    QString command; ///< As in a shell; empty: the image's own.
    int memoryMegabytes = 512;

    bool operator==(const VerifyWish &) const = default;
};

/// How far one of the two images has come.
enum class VerifyState : std::uint8_t { Waiting, Starting, Asking, Over };

/// What one image did. What is not known is empty.
struct VerifySide {
    QString image; ///< "go-webapp:before"
    VerifyState state = VerifyState::Waiting;
    std::optional<bool> hasStarted;
    QString health; ///< "healthy", "none"
    std::optional<int> status; ///< Of the HTTP answer.
    std::optional<qint64> bodyBytes;
    std::optional<int> exitCode; ///< None: it still ran.
    bool wasKilledForMemory = false;
    QString probe; ///< What a look inside told: "no shell, user 65532".
    QString logs; ///< What it printed.
    QString error; ///< The engine's own words, if something went wrong.
};

/// How the two compare.
struct VerifyReport {
    VerifySide before;
    VerifySide after;
    std::optional<bool> isBodyEqual;
    QString bodyDifference; ///< In words or as a diff; empty if they are equal.
    bool isOver = false;
    bool isGood = false; ///< The image after does what the one before did.
    QString verdict; ///< One sentence; empty while it runs.
};

} // namespace drydock::ui

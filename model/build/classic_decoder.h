// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/build/build_decoder.h"
#include "model/build/json_lines.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace drydock {

/// What an engine answers to `POST /build` without BuildKit: what the builder prints, as JSON objects. Steps follow each other,
/// "Step 5/21 : RUN make", and all that is printed between belongs to the one before. Podman's "STEP 2/4: …" likewise.
class ClassicDecoder final : public BuildDecoder {
public:
    /// \param clock tells the time in milliseconds since 1970: this builder does not.
    explicit ClassicDecoder(std::function<std::int64_t()> clock);

    BuildNews add(std::string_view bytes) override;
    BuildNews end() override;

private:
    void take(const JsonPiece &piece, BuildNews &news);
    void takeText(std::string_view text, BuildNews &news);
    bool beginStep(std::string_view text, BuildNews &news);
    void endStep(BuildNews &news, std::string error = {});

    std::function<std::int64_t()> m_clock;
    JsonLines m_lines;
    std::string m_step; ///< Its id; empty before the first.
    std::size_t m_number = 0; ///< Of the last step.
    bool m_isRunning = false;
    bool m_isPodman = false; ///< It has said so.
};

} // namespace drydock

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/build/build_decoder.h"
#include "model/build/json_lines.h"

namespace drydock {

/// What `docker-buildx build --progress=rawjson` prints on stderr: objects, one per line or spread over many (0.13), and
/// lines of text when something is wrong ("ERROR: failed to build: …").
class RawjsonDecoder final : public BuildDecoder {
public:
    BuildNews add(std::string_view bytes) override;
    BuildNews end() override;

private:
    JsonLines m_lines;
};

} // namespace drydock

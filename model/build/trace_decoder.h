// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/build/build_decoder.h"
#include "model/build/json_lines.h"

namespace drydock {

/// What an engine answers to `POST /build?version=2`: JSON objects that hold BuildKit's own reports
/// (`moby.buildkit.v1.StatusResponse`) in protobuf, in base64.
class TraceDecoder final : public BuildDecoder {
public:
    BuildNews add(std::string_view bytes) override;
    BuildNews end() override;

private:
    JsonLines m_lines;
};

} // namespace drydock

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/rawjson_decoder.h"

#include "model/build/encodings.h"
#include "model/build/json_parts.h"

#include <nlohmann/json.hpp>

namespace drydock {
namespace {

using nlohmann::json;

void takeObject(const json &object, BuildNews &news)
{
    for (const json &vertex : listOf(object, "vertexes")) {
        StepReport step;
        step.id = textOf(vertex, "digest");
        step.name = textOf(vertex, "name");
        step.started = fromTimestamp(textOf(vertex, "started"));
        step.completed = fromTimestamp(textOf(vertex, "completed"));
        step.isCached = isTrue(vertex, "cached");
        step.error = textOf(vertex, "error");
        if (!step.id.empty())
            news.steps.push_back(std::move(step));
    }
    for (const json &status : listOf(object, "statuses")) {
        StepAmount amount {textOf(status, "vertex"), textOf(status, "id"), countOf(status, "current"),
                           countOf(status, "total")};
        if (!amount.id.empty())
            news.amounts.push_back(std::move(amount));
    }
    for (const json &log : listOf(object, "logs")) {
        auto bytes = fromBase64(textOf(log, "data"));
        StepOutput output {textOf(log, "vertex"), bytes ? std::move(*bytes) : std::string()};
        if (!output.id.empty() && !output.bytes.empty())
            news.output.push_back(std::move(output));
    }
    for (const json &warning : listOf(object, "warnings")) {
        auto text = fromBase64(textOf(warning, "short"));
        if (text && !text->empty())
            news.warnings.push_back(std::move(*text));
    }
}

void takeLine(std::string_view line, BuildNews &news)
{
    constexpr std::string_view error = "ERROR: ";
    constexpr std::string_view warning = "WARNING: ";
    if (line.starts_with(error)) {
        news.error = line.substr(error.size());
    } else if (line.starts_with(warning)) {
        news.warnings.emplace_back(line.substr(warning.size()));
    } else {
        news.notice += line;
        news.notice += '\n';
    }
}

void take(const JsonPiece &piece, BuildNews &news)
{
    if (piece.kind == JsonPieceKind::Text)
        takeLine(piece.text, news);
    else if (piece.kind == JsonPieceKind::Object)
        takeObject(readJson(piece.text), news);
}

} // namespace

BuildNews RawjsonDecoder::add(std::string_view bytes)
{
    BuildNews news;
    for (const JsonPiece &piece : m_lines.add(bytes))
        take(piece, news);
    return news;
}

BuildNews RawjsonDecoder::end()
{
    BuildNews news;
    if (const auto piece = m_lines.finish())
        take(*piece, news);
    return news;
}

} // namespace drydock

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/trace_decoder.h"

#include "model/build/encodings.h"
#include "model/build/engine_message.h"
#include "model/build/json_parts.h"
#include "model/build/protobuf_fields.h"

#include <nlohmann/json.hpp>

namespace drydock {
namespace {

// Numbers of fields: api/services/control/control.proto of BuildKit.

std::optional<std::int64_t> readTime(std::string_view message)
{
    std::uint64_t seconds = 0;
    std::uint64_t nanoseconds = 0;
    ProtobufFields fields(message);
    while (const auto field = fields.next()) {
        if (field->number == 1)
            seconds = field->value;
        else if (field->number == 2)
            nanoseconds = field->value;
    }
    constexpr std::uint64_t mostSeconds = std::uint64_t {1} << 40U;
    if (seconds == 0 || seconds > mostSeconds || nanoseconds >= 1'000'000'000)
        return std::nullopt;
    return static_cast<std::int64_t>(seconds * 1000 + nanoseconds / 1'000'000);
}

StepReport readVertex(std::string_view message)
{
    StepReport step;
    ProtobufFields fields(message);
    while (const auto field = fields.next()) {
        switch (field->number) {
        case 1:
            step.id = field->bytes;
            break;
        case 3:
            step.name = field->bytes;
            break;
        case 4:
            step.isCached = field->value != 0;
            break;
        case 5:
            step.started = readTime(field->bytes);
            break;
        case 6:
            step.completed = readTime(field->bytes);
            break;
        case 7:
            step.error = field->bytes;
            break;
        default:
            break;
        }
    }
    return step;
}

/// Counts are int64: what is negative is not known.
std::uint64_t readCount(std::uint64_t value)
{
    return value >> 63U == 0 ? value : 0;
}

StepAmount readStatus(std::string_view message)
{
    StepAmount amount;
    ProtobufFields fields(message);
    while (const auto field = fields.next()) {
        switch (field->number) {
        case 1:
            amount.what = field->bytes;
            break;
        case 2:
            amount.id = field->bytes;
            break;
        case 4:
            amount.current = readCount(field->value);
            break;
        case 5:
            amount.total = readCount(field->value);
            break;
        default:
            break;
        }
    }
    return amount;
}

StepOutput readLog(std::string_view message)
{
    StepOutput output;
    ProtobufFields fields(message);
    while (const auto field = fields.next()) {
        if (field->number == 1)
            output.id = field->bytes;
        else if (field->number == 4)
            output.bytes = field->bytes;
    }
    return output;
}

std::string readWarning(std::string_view message)
{
    std::string text;
    ProtobufFields fields(message);
    while (const auto field = fields.next()) {
        if (field->number == 3)
            text = field->bytes;
    }
    return text;
}

void takeStatus(std::string_view response, BuildNews &news)
{
    ProtobufFields fields(response);
    while (const auto field = fields.next()) {
        if (field->number == 1) {
            StepReport step = readVertex(field->bytes);
            if (!step.id.empty())
                news.steps.push_back(std::move(step));
        } else if (field->number == 2) {
            StepAmount amount = readStatus(field->bytes);
            if (!amount.id.empty())
                news.amounts.push_back(std::move(amount));
        } else if (field->number == 3) {
            StepOutput output = readLog(field->bytes);
            if (!output.id.empty() && !output.bytes.empty())
                news.output.push_back(std::move(output));
        } else if (field->number == 4) {
            std::string warning = readWarning(field->bytes);
            if (!warning.empty())
                news.warnings.push_back(std::move(warning));
        }
    }
}

void take(const JsonPiece &piece, BuildNews &news)
{
    if (piece.kind == JsonPieceKind::Text)
        news.notice += piece.text + '\n';
    if (piece.kind != JsonPieceKind::Object)
        return;
    const nlohmann::json message = readJson(piece.text);
    if (textOf(message, "id") == "moby.buildkit.trace") {
        if (const auto response = fromBase64(textOf(message, "aux")))
            takeStatus(*response, news);
        return;
    }
    takeEngineMessage(message, news);
    news.notice += textOf(message, "stream");
}

} // namespace

BuildNews TraceDecoder::add(std::string_view bytes)
{
    BuildNews news;
    for (const JsonPiece &piece : m_lines.add(bytes))
        take(piece, news);
    return news;
}

BuildNews TraceDecoder::end()
{
    BuildNews news;
    if (const auto piece = m_lines.finish())
        take(*piece, news);
    return news;
}

} // namespace drydock

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/classic_decoder.h"

#include "model/build/engine_message.h"
#include "model/build/json_parts.h"
#include "model/build/step_name.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace drydock {
namespace {

constexpr std::string_view arrow = " ---> ";

std::string_view withoutLineEnd(std::string_view text)
{
    while (text.ends_with('\n') || text.ends_with('\r'))
        text.remove_suffix(1);
    return text;
}

/// "a9720912e3de": the image after a step.
bool isImageId(std::string_view text)
{
    return text.size() >= 11 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

/// Podman's "--> 3833ede0ea9", which ends a step, and "--> Using cache 3833ede0ea91…".
std::string_view podmanImage(std::string_view line, bool &isCached)
{
    constexpr std::string_view podmanArrow = "--> ";
    constexpr std::string_view cache = "Using cache ";
    if (!line.starts_with(podmanArrow))
        return {};
    line.remove_prefix(podmanArrow.size());
    isCached = line.starts_with(cache);
    if (isCached)
        line.remove_prefix(cache.size());
    return isImageId(line) ? line : std::string_view();
}

/// "[2/2] COMMIT localhost/web": the last step of a stage is over.
bool isPodmanCommit(std::string_view line)
{
    const std::size_t bracket = line.find("] ");
    if (line.starts_with('[') && bracket != std::string_view::npos)
        line.remove_prefix(bracket + 2);
    return line.starts_with("COMMIT ");
}

} // namespace

ClassicDecoder::ClassicDecoder(std::function<std::int64_t()> clock)
    : m_clock(std::move(clock))
{ }

void ClassicDecoder::endStep(BuildNews &news, std::string error)
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    StepReport step;
    step.id = m_step;
    step.completed = m_clock();
    step.error = std::move(error);
    news.steps.push_back(std::move(step));
}

bool ClassicDecoder::beginStep(std::string_view text, BuildNews &news)
{
    const std::string_view line = withoutLineEnd(text);
    const StepName name = readStepName(line);
    StepReport step;
    if (name.kind == StepName::Kind::Classic) {
        // A command may print the same words; it would have to guess the number to be taken for a step.
        if (m_number != 0 && name.number != m_number + 1)
            return false;
        step.id = std::to_string(name.number);
        step.name = line;
        m_number = name.number;
    } else if (name.kind == StepName::Kind::Podman) {
        m_isPodman = true;
        step.id = std::to_string(name.stageNumber) + '.' + std::to_string(name.number);
        step.name = line;
    } else {
        return false;
    }
    endStep(news);
    m_step = step.id;
    m_isRunning = true;
    step.started = m_clock();
    news.steps.push_back(std::move(step));
    return true;
}

void ClassicDecoder::takeText(std::string_view text, BuildNews &news)
{
    if (text.empty() || beginStep(text, news))
        return;
    const std::string_view line = withoutLineEnd(text);
    if (m_isRunning && line.starts_with(arrow)) {
        const std::string_view what = line.substr(arrow.size());
        if (what == "Using cache") {
            StepReport step;
            step.id = m_step;
            step.isCached = true;
            news.steps.push_back(std::move(step));
            return;
        }
        if (isImageId(what)) {
            endStep(news);
            return;
        }
        if (what.starts_with("Running in "))
            return;
    }
    if (m_isRunning && m_isPodman) {
        bool isCached = false;
        const bool isImage = !podmanImage(line, isCached).empty();
        if (isImage && isCached) {
            StepReport step;
            step.id = m_step;
            step.isCached = true;
            news.steps.push_back(std::move(step));
            return;
        }
        if (isImage || isPodmanCommit(line)) {
            endStep(news);
            return;
        }
    }
    if (m_step.empty() || !m_isRunning) {
        news.notice += text;
        return;
    }
    if (line.empty() || line.starts_with("Removing intermediate container "))
        return;
    news.output.push_back({m_step, std::string(text)});
}

void ClassicDecoder::take(const JsonPiece &piece, BuildNews &news)
{
    if (piece.kind == JsonPieceKind::Text)
        news.notice += piece.text + '\n';
    if (piece.kind != JsonPieceKind::Object)
        return;
    const nlohmann::json message = readJson(piece.text);
    takeText(textOf(message, "stream"), news);
    BuildNews common;
    takeEngineMessage(message, common);
    news.imageIds.insert(news.imageIds.end(), common.imageIds.begin(), common.imageIds.end());
    if (common.error.empty())
        return;
    endStep(news, common.error);
    news.error = std::move(common.error);
}

BuildNews ClassicDecoder::add(std::string_view bytes)
{
    BuildNews news;
    for (const JsonPiece &piece : m_lines.add(bytes))
        take(piece, news);
    return news;
}

BuildNews ClassicDecoder::end()
{
    BuildNews news;
    if (const auto piece = m_lines.finish())
        take(*piece, news);
    return news;
}

} // namespace drydock

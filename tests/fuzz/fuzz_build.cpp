// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a builder sends is as little to be trusted as the file that it builds: whatever the bytes are and wherever they are
// cut, the same comes out, it is safe to show, and nothing claims a success that was not told.
#include "model/build/build_ending.h"
#include "model/build/classic_decoder.h"
#include "model/build/engine_message.h"
#include "model/build/provenance.h"
#include "model/build/rawjson_decoder.h"
#include "model/build/trace_decoder.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace drydock;

namespace {

void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "Broken promise: %s\n", promise);
    std::abort();
}

void checkLine(const std::string &line)
{
    require(SourceText(line).isValidUtf8(), "a line is UTF-8");
    require(line.size() <= std::size_t {64} * 1024, "a line has an end");
    require(std::none_of(line.begin(), line.end(),
                         [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == 0x7F; }),
            "a line has no control characters");
}

void checkLog(std::string_view bytes, std::size_t cut)
{
    LogText whole;
    whole.append(bytes);
    LogText parts;
    parts.append(bytes.substr(0, cut));
    parts.append(bytes.substr(cut));
    require(whole.lines() == parts.lines(), "a log does not depend on its cuts");
    require(whole.isClipped() == parts.isClipped(), "nor does what is known of it");
    std::size_t size = 0;
    for (const std::string &line : whole.lines()) {
        checkLine(line);
        size += line.size();
    }
    require(size == whole.bytes(), "a log knows its size");
}

struct Replayed {
    BuildProgress progress {parse(SourceText("FROM a AS b\nCOPY . .\nFROM b\nRUN c\n"))};
    std::string imageId;

    void take(const BuildNews &news)
    {
        for (const std::size_t index : progress.add(news))
            require(index < progress.steps().size(), "a step that changed exists");
        if (!news.imageIds.empty())
            imageId = news.imageIds.back();
    }
    std::string all() const
    {
        std::string text = imageId + '\n' + progress.error() + '\n';
        for (const ProgressStep &step : progress.steps()) {
            text += step.id + '|' + step.name + '|' + step.error + '|'
                + std::to_string(step.instruction.value);
            for (const std::string &line : step.log.lines())
                text += line + '\n';
        }
        return text;
    }
};

Replayed replay(BuildDecoder &decoder, std::string_view bytes, std::size_t cut)
{
    Replayed result;
    result.take(decoder.add(bytes.substr(0, cut)));
    result.take(decoder.add(bytes.substr(cut)));
    result.take(decoder.end());
    result.progress.finish(false);
    for (const ProgressStep &step : result.progress.steps()) {
        require(!step.instruction || step.instruction.value < result.progress.syntax().instructions.size(),
                "an instruction exists");
        for (const std::string &line : step.log.lines())
            checkLine(line);
    }
    require(!endingOf(result.progress, result.imageId, StreamEnd::Cut), "what is cut did not go well");
    if (endingOf(result.progress, result.imageId, StreamEnd::Whole))
        require(!result.imageId.empty() && result.progress.error().empty(),
                "a success has an image and no error");
    return result;
}

template <typename Make>
void checkDecoder(std::string_view bytes, std::size_t cut, Make make)
{
    const auto first = make();
    const auto second = make();
    require(replay(*first, bytes, 0).all() == replay(*second, bytes, cut).all(),
            "news do not depend on the cuts");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const std::size_t cut = size == 0 ? 0 : data[0] * size / 256;
    checkLog(bytes, cut);
    checkDecoder(bytes, cut, [] { return std::make_unique<RawjsonDecoder>(); });
    checkDecoder(bytes, cut, [] { return std::make_unique<TraceDecoder>(); });
    checkDecoder(bytes, cut,
                 [] { return std::make_unique<ClassicDecoder>([] { return std::int64_t {1}; }); });
    readBuildMetadata(bytes);
    wordsOfRefusal(bytes);
    return 0;
}

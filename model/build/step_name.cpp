// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/step_name.h"

#include <charconv>

namespace drydock {
namespace {

std::string_view withoutBlanks(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

/// Reads "3/7".
bool readNumbers(std::string_view text, StepName &name)
{
    const char *const end = text.data() + text.size();
    const auto number = std::from_chars(text.data(), end, name.number);
    if (number.ec != std::errc {} || number.ptr == end || *number.ptr != '/')
        return false;
    const auto count = std::from_chars(number.ptr + 1, end, name.count);
    return count.ec == std::errc {} && count.ptr == end && name.number >= 1 && name.number <= name.count;
}

/// Reads "[2/3] STEP 1/4: RUN make".
bool readPodman(std::string_view name, StepName &read)
{
    std::string_view rest = name;
    StepName stage;
    stage.number = 1;
    if (const std::size_t bracket = name.find("] ");
        name.starts_with('[') && bracket != std::string_view::npos) {
        if (!readNumbers(name.substr(1, bracket - 1), stage))
            return false;
        rest = name.substr(bracket + 2);
    }
    constexpr std::string_view step = "STEP ";
    const std::size_t colon = rest.find(": ");
    if (!rest.starts_with(step) || colon == std::string_view::npos
        || !readNumbers(rest.substr(step.size(), colon - step.size()), read))
        return false;
    read.kind = StepName::Kind::Podman;
    read.stageNumber = stage.number;
    read.text = rest.substr(colon + 2);
    return true;
}

} // namespace

StepName readStepName(std::string_view name)
{
    StepName read;
    if (readPodman(name, read))
        return read;
    constexpr std::string_view step = "Step ";
    if (name.starts_with(step)) {
        const std::size_t colon = name.find(" : ");
        if (colon != std::string_view::npos
            && readNumbers(name.substr(step.size(), colon - step.size()), read)) {
            read.kind = StepName::Kind::Classic;
            read.text = name.substr(colon + 3);
            return read;
        }
    }
    const std::size_t bracket = name.find("] ");
    if (name.starts_with('[') && bracket != std::string_view::npos) {
        const std::string_view inside = name.substr(1, bracket - 1);
        const std::size_t blank = inside.rfind(' ');
        const std::size_t numbers = blank == std::string_view::npos ? 0 : blank + 1;
        if (readNumbers(inside.substr(numbers), read)) {
            // A platform may stand in front of the stage: "linux/amd64 build".
            const std::string_view before = withoutBlanks(inside.substr(0, numbers));
            const std::string_view last = before.substr(before.rfind(' ') + 1);
            read.kind = StepName::Kind::BuildKit;
            read.stage = last.find('/') == std::string_view::npos ? last : std::string_view();
            read.text = name.substr(bracket + 2);
            return read;
        }
    }
    read = {};
    read.text = name;
    return read;
}

} // namespace drydock

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/mount_check.h"

#include "model/base/suggest.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <set>
#include <string_view>

namespace drydock {
namespace {

constexpr std::array<std::string_view, 5> mountTypes {"bind", "cache", "tmpfs", "secret", "ssh"};
constexpr std::array<std::string_view, 3> sharingModes {"shared", "private", "locked"};
constexpr std::array<std::string_view, 17> mountKeys {
    "type", "from", "source", "target", "readonly", "id", "sharing", "required", "size",
    "mode", "uid",  "gid",    "src",    "dst",      "ro", "rw",      "readwrite"};

bool isBoolean(std::string_view value)
{
    static const std::set<std::string_view> known {"1", "t", "T", "TRUE",  "true",  "True",
                                                   "0", "f", "F", "FALSE", "false", "False"};
    return known.contains(value);
}

bool isUnsigned(std::string_view value, int base)
{
    std::uint32_t number = 0;
    const auto [end, status] = std::from_chars(value.data(), value.data() + value.size(), number, base);
    return status == std::errc() && end == value.data() + value.size() && !value.empty();
}

/// "5m", "1.5GiB", "100": docker/go-units RAMInBytes.
bool isByteSize(std::string_view value)
{
    std::size_t at = 0;
    while (at < value.size() && ((value[at] >= '0' && value[at] <= '9') || value[at] == '.'))
        ++at;
    if (at == 0 || value[0] == '.')
        return false;
    std::string unit = lowered(trimmed(value.substr(at)));
    if (unit.ends_with('b'))
        unit.pop_back();
    if (unit.ends_with('i'))
        unit.pop_back();
    return unit.empty()
        || (unit.size() == 1 && std::string_view("kmgtp").find(unit[0]) != std::string_view::npos);
}

/// State that the options are checked against as they come: BuildKit looks at the type read so far only.
struct Reading {
    Mount &mount;
    bool hasMode = false;
    bool hasUid = false;
    bool hasGid = false;

    std::string notForType(const std::string &key) const
    {
        return "unexpected key '" + key + "' for mount type '" + mount.type + "'";
    }
    bool canBeRequired() const { return mount.type == "secret" || mount.type == "ssh"; }

    std::string flagLike(const FlagOption &option) const
    {
        if (option.key == "readonly" || option.key == "ro" || option.key == "readwrite" || option.key == "rw")
            return {};
        if (option.key == "required")
            return canBeRequired() ? "" : notForType(option.key);
        return "invalid field '" + option.field + "' must be a key=value pair";
    }

    std::string valued(const FlagOption &option, const std::string &value)
    {
        const std::string &key = option.key;
        const std::string badValue = "invalid value for " + key + ": " + value;
        if (key == "type") {
            const std::string type = lowered(value);
            if (std::ranges::find(mountTypes, type) == mountTypes.end())
                return "unsupported mount type " + quoted(value)
                    + didYouMean(value, mountTypes, MatchCase::Sensitive);
            mount.type = type;
        } else if (key == "from") {
            mount.from = value;
        } else if (key == "source" || key == "src") {
            mount.source = value;
        } else if (key == "target" || key == "dst" || key == "destination") {
            mount.target = value;
        } else if (key == "readonly" || key == "ro" || key == "readwrite" || key == "rw") {
            return isBoolean(value) ? "" : badValue;
        } else if (key == "required") {
            return !canBeRequired() ? notForType(key) : isBoolean(value) ? "" : badValue;
        } else if (key == "size") {
            return mount.type != "tmpfs" ? notForType(key) : isByteSize(value) ? "" : badValue;
        } else if (key == "id") {
            mount.id = value;
        } else if (key == "sharing") {
            const std::string mode = lowered(value);
            if (std::ranges::find(sharingModes, mode) == sharingModes.end())
                return "unsupported sharing value " + quoted(value)
                    + didYouMean(value, sharingModes, MatchCase::Sensitive);
            mount.sharing = mode;
        } else if (key == "mode") {
            hasMode = true;
            return isUnsigned(value, 8) ? "" : "invalid value " + value + " for mode";
        } else if (key == "uid" || key == "gid") {
            (key == "uid" ? hasUid : hasGid) = true;
            return isUnsigned(value, 10) ? "" : "invalid value " + value + " for " + key;
        } else if (key != "env") {
            return "unexpected key '" + key + "' in '" + option.field + "'"
                + didYouMean(key, mountKeys, MatchCase::Sensitive);
        }
        return {};
    }

    std::string whole() const
    {
        const bool hasFileInfo = mount.type == "secret" || mount.type == "ssh" || mount.type == "cache";
        const std::string_view info = hasMode ? "mode" : hasUid ? "uid" : hasGid ? "gid" : "";
        if (!hasFileInfo && !info.empty())
            return std::string(info) + " not allowed for " + quoted(mount.type) + " type mounts";
        if (mount.type == "secret") {
            if (!mount.from.empty())
                return "secret mount should not have a from";
            if (!mount.sharing.empty())
                return "secret mount should not define sharing";
            if (mount.source.empty() && mount.target.empty() && mount.id.empty())
                return "invalid secret mount. one of source, target required";
            if (!mount.source.empty() && !mount.id.empty())
                return "both source and id can't be set";
        }
        if (!mount.sharing.empty() && mount.type != "cache")
            return "invalid cache sharing set for " + mount.type + " mount";
        return {};
    }
};

} // namespace

std::string checkMount(const std::vector<FlagOption> &options, const ExpandValue &expand, Mount &mount,
                       TextRange &culprit)
{
    Reading reading {mount};
    for (const FlagOption &option : options) {
        culprit = option.range;
        std::string error;
        if (!option.hasValue) {
            error = reading.flagLike(option);
        } else {
            const std::string value = expand(option.value, error);
            if (error.empty())
                error = reading.valued(option, value);
        }
        if (!error.empty())
            return error;
    }
    if (!options.empty())
        culprit = {options.front().range.begin, options.back().range.end};
    return reading.whole();
}

} // namespace drydock

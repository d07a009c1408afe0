// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/hadolint_config.h"

#include "model/lint/label_formats.h"
#include "model/syntax/characters.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <exception>

namespace drydock {
namespace {

constexpr std::size_t largest = 1'000'000; // Bytes; real ones have a few hundred.

/// Carries a refusal out of the reading; never leaves this file.
struct BadValue {
    Error error;
};

std::string lineOf(const YAML::Mark &mark)
{
    return std::to_string(std::max(mark.line, 0) + 1);
}

[[noreturn]] void refuse(const char *sentence, const YAML::Node &node, const std::string &name)
{
    throw BadValue {{{sentence, {lineOf(node.Mark()), name}}, {}}};
}

bool truth(const YAML::Node &node, const std::string &name)
{
    bool value = false;
    if (!node.IsScalar() || !YAML::convert<bool>::decode(node, value))
        refuse(QT_TRANSLATE_NOOP("lint", "Line %1: “%2” has to be true or false."), node, name);
    return value;
}

std::vector<std::string> names(const YAML::Node &node, const std::string &name)
{
    if (node.IsNull())
        return {};
    if (!node.IsSequence())
        refuse(QT_TRANSLATE_NOOP("lint", "Line %1: “%2” has to be a list of names."), node, name);
    std::vector<std::string> all;
    for (const YAML::Node &each : node) {
        if (!each.IsScalar())
            refuse(QT_TRANSLATE_NOOP("lint", "Line %1: “%2” has to be a list of names."), each, name);
        all.push_back(each.Scalar());
    }
    return all;
}

/// A key whose value is a map: calls `visit(key, value)`.
template <typename Visit>
void eachEntry(const YAML::Node &node, const std::string &name, Visit visit)
{
    if (node.IsNull())
        return;
    if (!node.IsMap())
        refuse(QT_TRANSLATE_NOOP("lint", "Line %1: “%2” has to have names with values below it."), node,
               name);
    for (const auto &entry : node) {
        if (entry.first.IsScalar())
            visit(entry.first.Scalar(), entry.second);
    }
}

std::optional<Severity> severityCalled(std::string_view name)
{
    if (name == "error")
        return Severity::Error;
    if (name == "warning")
        return Severity::Warning;
    if (name == "info" || name == "style")
        return Severity::Info;
    return std::nullopt;
}

void readThreshold(const YAML::Node &node, HadolintConfig &config)
{
    const std::string name = node.IsScalar() ? lowered(node.Scalar()) : std::string();
    config.failsFrom = name == "ignore" ? Severity::Info : severityCalled(name);
    config.neverFails = config.neverFails || name == "none";
    if (!config.failsFrom && name != "none")
        refuse(
            QT_TRANSLATE_NOOP("lint", "Line %1: “%2” has to be error, warning, info, style, ignore or none."),
            node, "failure-threshold");
}

HadolintConfig read(const YAML::Node &root)
{
    HadolintConfig config;
    LintSettings &settings = config.settings;
    std::vector<std::string> ignored;
    eachEntry(root, ".hadolint.yaml", [&](const std::string &key, const YAML::Node &value) {
        if (key == "ignored") {
            ignored = names(value, key);
        } else if (key == "override") {
            eachEntry(value, key, [&](const std::string &level, const YAML::Node &list) {
                const auto severity = severityCalled(level);
                if (!severity)
                    refuse(
                        QT_TRANSLATE_NOOP("lint", "Line %1: “%2” is none of error, warning, info and style."),
                        list, level);
                for (std::string &rule : names(list, level))
                    settings.severities[std::move(rule)] = severity;
            });
        } else if (key == "trustedRegistries") {
            settings.trustedRegistries = names(value, key);
        } else if (key == "label-schema") {
            eachEntry(value, key, [&](const std::string &label, const YAML::Node &kind) {
                if (!kind.IsScalar() || !isLabelKind(kind.Scalar()))
                    refuse(QT_TRANSLATE_NOOP("lint",
                                             "Line %1: “%2” has to be text, rawtext, url, email, semver, "
                                             "rfc3339, spdx or hash."),
                           kind, label);
                settings.labels[label] = kind.Scalar();
            });
        } else if (key == "strict-labels") {
            settings.areLabelsStrict = truth(value, key);
        } else if (key == "disable-ignore-pragma") {
            settings.heedsComments = !truth(value, key);
        } else if (key == "no-fail") {
            config.neverFails = truth(value, key) || config.neverFails;
        } else if (key == "failure-threshold") {
            readThreshold(value, config);
        }
    });
    // Last: what is ignored stays so, wherever it stands in the file.
    for (std::string &rule : ignored)
        settings.severities[std::move(rule)] = std::nullopt;
    return config;
}

} // namespace

Result<HadolintConfig> readHadolintConfig(std::string_view yaml)
{
    if (yaml.size() > largest)
        return refusal(QT_TRANSLATE_NOOP("lint", "The configuration is larger than a megabyte."));
    try {
        return read(YAML::Load(std::string(yaml)));
    } catch (const BadValue &bad) {
        return tl::unexpected<Error>(bad.error);
    } catch (const YAML::Exception &exception) {
        return tl::unexpected<Error>(
            Error {{QT_TRANSLATE_NOOP("lint", "Line %1 of the configuration cannot be read as YAML."),
                    {lineOf(exception.mark)}},
                   exception.msg});
    } catch (const std::exception &exception) {
        return tl::unexpected<Error>(Error {
            {QT_TRANSLATE_NOOP("lint", "The configuration cannot be read as YAML."), {}}, exception.what()});
    }
}

} // namespace drydock

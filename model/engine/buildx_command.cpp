// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/buildx_build.h"
#include "model/text/source_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace drydock {
namespace {

/// A field of the comma separated values that buildx takes; RFC 4180 quotes.
std::string csvField(const std::string &field)
{
    if (field.find_first_of("\",\n\r") == std::string::npos)
        return field;
    std::string quoted = "\"";
    for (const char c : field) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    quoted += '"';
    return quoted;
}

std::string secretFlag(const std::string &id, const std::string &source)
{
    constexpr std::string_view variable = "env:";
    const bool isVariable = source.starts_with(variable);
    std::string flag = "--secret=";
    flag += csvField("id=" + id);
    flag += ',';
    flag += csvField(isVariable ? "env=" + source.substr(variable.size()) : "src=" + source);
    return flag;
}

bool canBeGiven(const std::string &argument)
{
    return argument.find('\0') == std::string::npos && SourceText(argument).isValidUtf8();
}

std::string defaultBuilder(const Endpoint &endpoint)
{
    return endpoint.name.empty() ? "default" : endpoint.name;
}

} // namespace

Result<CommandLine> buildxCommand(const BuildxProgram &program, const Endpoint &endpoint,
                                  const BuildWish &wish, const std::string &target, const BuildxFiles &files)
{
    if (!wish.folder.starts_with('/'))
        return refusal(QT_TRANSLATE_NOOP("engine", "The build context “%1” is no absolute path."),
                       {wish.folder});
    CommandLine command;
    command.program = program.path;
    std::vector<std::string> &arguments = command.arguments;
    // The builder that somebody has made the current one may leave its results elsewhere.
    arguments = {"build", "--progress=rawjson",
                 "--builder=" + (wish.builder.empty() ? defaultBuilder(endpoint) : wish.builder),
                 "--file=" + files.dockerfile, "--metadata-file=" + files.metadata};
    // An engine cannot hold images of several platforms that buildx loads.
    if (wish.platform.find(',') == std::string::npos)
        arguments.emplace_back("--load");
    const std::vector<std::string> flags = flagsOf(wish, target);
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    for (const auto &[name, source] : wish.contexts)
        arguments.push_back("--build-context=" + name + '='
                            + source); // NOLINT(performance-inefficient-string-concatenation)
    for (const std::string &place : wish.cacheTo)
        arguments.push_back("--cache-to=" + place);
    for (const auto &[id, source] : wish.secrets)
        arguments.push_back(secretFlag(id, source));
    arguments.push_back(wish.folder);
    const auto bad = std::find_if_not(arguments.begin(), arguments.end(), canBeGiven);
    if (bad != arguments.end())
        return refusal(
            QT_TRANSLATE_NOOP("engine", "“%1” cannot be given to docker buildx: it is no UTF-8 text."),
            {*bad});
    reachEndpoint(endpoint, command);
    if (program.version >= firstWithLines)
        command.environment["BUILDX_METADATA_PROVENANCE"] = "max";
    command.environment["BUILDX_GIT_INFO"]
        = "false"; // It would run git in a folder that nobody has to trust.
    return command;
}

} // namespace drydock

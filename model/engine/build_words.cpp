// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/build_words.h"

#include <algorithm>
#include <string_view>

namespace drydock {
namespace {

bool needsQuotes(const std::string &word)
{
    constexpr std::string_view harmless = "%+,-./:=@_";
    return word.empty() || !std::all_of(word.begin(), word.end(), [=](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                   || harmless.find(c) != std::string_view::npos;
           });
}

void addPairs(std::vector<std::string> &flags, const std::string &flag,
              const std::map<std::string, std::string> &pairs)
{
    for (const auto &[name, value] : pairs)
        flags.push_back(flag + name + '=' + value); // NOLINT(performance-inefficient-string-concatenation)
}

std::string folderOf(const std::string &path)
{
    return path.substr(0, path.rfind('/'));
}

} // namespace

std::string inShell(const std::string &word)
{
    if (!needsQuotes(word))
        return word;
    std::string quoted = "'";
    for (const char c : word) {
        if (c == '\'')
            quoted += R"('\'')";
        else
            quoted += c;
    }
    quoted += '\'';
    return quoted;
}

std::string CommandLine::inWords() const
{
    std::string words;
    for (const auto &[name, value] : environment) {
        words += name;
        words += '=';
        words += inShell(value);
        words += ' ';
    }
    words += inShell(program);
    for (const std::string &argument : arguments) {
        words += ' ';
        words += inShell(argument);
    }
    return words;
}

std::vector<std::string> flagsOf(const BuildWish &wish, const std::string &target)
{
    std::vector<std::string> flags;
    if (!target.empty())
        flags.push_back("--target=" + target);
    for (const std::string &tag : wish.tags)
        flags.push_back("--tag=" + tag); // NOLINT(performance-inefficient-vector-operation)
    addPairs(flags, "--build-arg=", wish.buildArgs);
    addPairs(flags, "--label=", wish.labels);
    for (const std::string &source : wish.cacheFrom)
        flags.push_back("--cache-from=" + source); // NOLINT(performance-inefficient-vector-operation)
    if (!wish.platform.empty())
        flags.push_back("--platform=" + wish.platform);
    if (wish.noCache)
        flags.emplace_back("--no-cache");
    if (wish.pull)
        flags.emplace_back("--pull");
    return flags;
}

void reachEndpoint(const Endpoint &endpoint, CommandLine &command)
{
    const bool isContext = !endpoint.name.empty() && endpoint.name != "default";
    std::map<std::string, std::string> &set = command.environment;
    if (isContext) {
        set["DOCKER_CONTEXT"] = endpoint.name;
    } else {
        set["DOCKER_HOST"] = endpoint.url;
        if (endpoint.kind == EndpointKind::Tls) {
            const std::string &file
                = endpoint.certificate.empty() ? endpoint.authority : endpoint.certificate;
            if (!file.empty())
                set["DOCKER_CERT_PATH"] = folderOf(file);
            if (!endpoint.skipsVerification)
                set["DOCKER_TLS_VERIFY"] = "1";
        }
    }
    for (const char *const name :
         {"DOCKER_CONTEXT", "DOCKER_HOST", "DOCKER_CERT_PATH", "DOCKER_TLS_VERIFY"}) {
        if (set.count(name) == 0)
            command.unset.emplace_back(name);
    }
}

std::string dockerCommand(const Endpoint &endpoint, const BuildWish &wish, const std::string &target,
                          bool usesBuildKit)
{
    CommandLine command;
    command.program = "docker";
    reachEndpoint(endpoint, command);
    command.environment["DOCKER_BUILDKIT"] = usesBuildKit ? "1" : "0";
    command.arguments = {"build"};
    if (!wish.dockerfile.empty())
        command.arguments.push_back("--file=" + wish.folder + '/' + wish.dockerfile);
    const std::vector<std::string> flags = flagsOf(wish, target);
    command.arguments.insert(command.arguments.end(), flags.begin(), flags.end());
    command.arguments.push_back(wish.folder);
    return command.inWords();
}

} // namespace drydock

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/native_project.h"
#include "model/context/manifests/text_scan.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

constexpr std::size_t mostArguments = 1000;

struct Call {
    std::string name; ///< Lower case.
    std::vector<std::string> arguments;
};

/// The calls of a CMake file: `name(arguments)` on one line or many.
class CallReader {
public:
    explicit CallReader(std::string_view text)
        : m_text(text)
    { }

    bool next(Call &call)
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '#') {
                skipComment();
            } else if (const std::string_view name = nameAt(m_text, m_at, ""); !name.empty()) {
                m_at += name.size();
                std::size_t open = m_at;
                while (open < m_text.size() && (m_text[open] == ' ' || m_text[open] == '\t'))
                    ++open;
                if (open == m_text.size() || m_text[open] != '(')
                    continue;
                m_at = open + 1;
                call = {lowered(name), {}};
                takeArguments(call.arguments);
                return true;
            } else {
                ++m_at;
            }
        }
        return false;
    }

private:
    void skipComment()
    {
        if (m_text.substr(m_at).starts_with("#[[")) {
            const std::size_t end = m_text.find("]]", m_at);
            m_at = end == std::string_view::npos ? m_text.size() : end + 2;
            return;
        }
        m_at = std::min(m_text.find('\n', m_at), m_text.size());
    }

    void takeArguments(std::vector<std::string> &arguments)
    {
        int depth = 1;
        while (m_at < m_text.size() && arguments.size() < mostArguments) {
            const char c = m_text[m_at];
            if (c == '#') {
                skipComment();
            } else if (c == '(' || c == ')') {
                ++m_at;
                depth += c == '(' ? 1 : -1;
                if (depth == 0)
                    return;
            } else if (c == '"') {
                std::size_t end = m_at + 1;
                while (end < m_text.size() && m_text[end] != '"')
                    end += m_text[end] == '\\' ? 2 : 1;
                end = std::min(end, m_text.size());
                arguments.emplace_back(m_text.substr(m_at + 1, end - m_at - 1));
                m_at = std::min(end + 1, m_text.size());
            } else if (isAsciiSpace(c)) {
                ++m_at;
            } else {
                const std::size_t end
                    = std::min(m_text.find_first_of(" \t\r\n\v\f()\"#", m_at), m_text.size());
                arguments.emplace_back(m_text.substr(m_at, end - m_at));
                m_at = end;
            }
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

bool isKeyword(std::string_view argument)
{
    constexpr std::array<std::string_view, 12> keywords {
        "PUBLIC",  "PRIVATE", "INTERFACE", "debug",       "optimized", "general",
        "RUNTIME", "ARCHIVE", "LIBRARY",   "DESTINATION", "EXPORT",    "COMPONENT"};
    return std::find(keywords.begin(), keywords.end(), argument) != keywords.end();
}

} // namespace

Result<CmakeProject> readCmake(std::string_view bytes)
{
    CmakeProject result;
    CallReader reader(bytes);
    for (Call call; reader.next(call);) {
        if (call.arguments.empty())
            continue;
        const std::string &first = call.arguments.front();
        if (call.name == "project" && result.name.empty()) {
            result.name = first;
        } else if (call.name == "add_executable") {
            // An imported or alias target is not built here.
            if (call.arguments.size() < 2
                || (call.arguments[1] != "IMPORTED" && call.arguments[1] != "ALIAS"))
                addOnce(result.programs, first);
        } else if (call.name == "find_package") {
            addOnce(result.packages, first);
        } else if (call.name == "install" && first == "TARGETS") {
            for (std::size_t i = 1; i < call.arguments.size() && !isKeyword(call.arguments[i]); ++i)
                addOnce(result.installed, call.arguments[i]);
        } else if (call.name == "target_link_libraries") {
            for (std::size_t i = 1; i < call.arguments.size(); ++i) {
                if (!isKeyword(call.arguments[i]))
                    addOnce(result.libraries, call.arguments[i]);
            }
        }
    }
    return result;
}

} // namespace drydock

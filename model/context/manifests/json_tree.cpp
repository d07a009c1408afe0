// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/data_tree.h"

#include <nlohmann/json.hpp>

namespace drydock {
namespace {

constexpr std::size_t deepest = 100;

/// Takes the parser's reports and builds the tree; nothing is built twice.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return add(DataTree::Kind::Null, {}); }
    bool boolean(bool value) override { return add(DataTree::Kind::Boolean, value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override // NOLINT(readability-identifier-naming)
    {
        return add(DataTree::Kind::Number, std::to_string(value));
    }
    bool number_unsigned(number_unsigned_t value) override // NOLINT(readability-identifier-naming)
    {
        return add(DataTree::Kind::Number, std::to_string(value));
    }
    bool number_float(number_float_t, const string_t &text) override // NOLINT(readability-identifier-naming)
    {
        return add(DataTree::Kind::Number, text);
    }
    bool string(string_t &value) override { return add(DataTree::Kind::Text, std::move(value)); }
    bool binary(binary_t &) override { return false; }

    bool start_object(std::size_t) override // NOLINT(readability-identifier-naming)
    {
        return open(DataTree::Kind::Table);
    }
    bool end_object() override { return close(); } // NOLINT(readability-identifier-naming)
    bool start_array(std::size_t) override // NOLINT(readability-identifier-naming)
    {
        return open(DataTree::Kind::List);
    }
    bool end_array() override { return close(); } // NOLINT(readability-identifier-naming)
    bool key(string_t &value) override
    {
        m_open.back().keys.push_back(std::move(value));
        return true;
    }
    bool parse_error(std::size_t, const std::string &, // NOLINT(readability-identifier-naming)
                     const nlohmann::detail::exception &error) override
    {
        m_error = error.what();
        return false;
    }

    DataTree takeRoot() { return std::move(m_root); }
    const std::string &error() const { return m_error; }

private:
    bool put(DataTree item)
    {
        if (m_open.empty())
            m_root = std::move(item);
        else
            m_open.back().items.push_back(std::move(item));
        return true;
    }
    bool add(DataTree::Kind kind, std::string text)
    {
        DataTree item;
        item.kind = kind;
        item.text = std::move(text);
        return put(std::move(item));
    }
    bool open(DataTree::Kind kind)
    {
        if (m_open.size() == deepest) {
            m_error = "nested too deeply";
            return false;
        }
        m_open.emplace_back();
        m_open.back().kind = kind;
        return true;
    }
    bool close()
    {
        DataTree done = std::move(m_open.back());
        m_open.pop_back();
        return put(std::move(done));
    }

    DataTree m_root;
    std::vector<DataTree> m_open;
    std::string m_error;
};

/// Blanks that stand for each comma before a closing bracket, outside of texts and comments.
std::string withoutLastCommas(std::string_view bytes)
{
    std::string result(bytes);
    std::size_t comma = std::string::npos;
    for (std::size_t at = 0; at < result.size(); ++at) {
        const char c = result[at];
        if (c == '/' && result.compare(at, 2, "//") == 0) {
            at = std::min(result.find('\n', at), result.size() - 1);
        } else if (c == '/' && result.compare(at, 2, "/*") == 0) {
            const std::size_t end = result.find("*/", at + 2);
            at = end == std::string::npos ? result.size() - 1 : end + 1;
        } else if (c == ',') {
            comma = at;
        } else if (c == ']' || c == '}') {
            if (comma != std::string::npos)
                result[comma] = ' ';
            comma = std::string::npos;
        } else if (c == '"') {
            for (++at; at < result.size() && result[at] != '"'; ++at)
                at += result[at] == '\\' ? 1 : 0;
            comma = std::string::npos;
        } else if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
            comma = std::string::npos;
        }
    }
    return result;
}

} // namespace

Result<DataTree> parseJson(std::string_view bytes, JsonStyle style)
{
    TreeBuilder builder;
    const bool isRelaxed = style == JsonStyle::Relaxed;
    const std::string relaxed = isRelaxed ? withoutLastCommas(bytes) : std::string();
    const std::string_view text = isRelaxed ? std::string_view(relaxed) : bytes;
    try {
        if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder,
                                      nlohmann::json::input_format_t::json, true, isRelaxed))
            return builder.takeRoot();
    } catch (const std::exception &error) { // A number that is too large, for one.
        return tl::unexpected(
            Error {{QT_TRANSLATE_NOOP("context", "This is not valid JSON."), {}}, error.what()});
    }
    return tl::unexpected(
        Error {{QT_TRANSLATE_NOOP("context", "This is not valid JSON."), {}}, builder.error()});
}

} // namespace drydock

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/data_tree.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace drydock {
[[noreturn]] static void refuseToml(const char *broken)
{
    throw std::logic_error(broken);
}
} // namespace drydock

// toml++ 3.3 asserts what odd input breaks ("[" and a carriage return is enough); built for release it even takes it
// for granted. So its assertions stay on here, and one that fails refuses the file.
#undef NDEBUG
#define TOML_ASSERT(expression)                                                                              \
    (static_cast<bool>(expression) ? static_cast<void>(0) : drydock::refuseToml(#expression))
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

namespace drydock {
namespace {

/// Leads bytes beyond ASCII around toml++ 3.3, whose tables of Unicode run into what they call unreachable (any "ď"
/// in a key). In the parser's hands each such byte is a mark that does not occur in the file, and two digits.
class AsciiDetour {
public:
    explicit AsciiDetour(std::string_view bytes)
    {
        constexpr std::string_view digits = "0123456789abcdef";
        do
            m_mark = "b" + std::to_string(m_number++) + "y";
        while (bytes.find(m_mark) != std::string_view::npos);
        if (bytes.starts_with("\xEF\xBB\xBF"))
            bytes.remove_prefix(3);
        for (const char c : bytes) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte < 0x80)
                m_ascii += c;
            else
                ((m_ascii += m_mark) += digits[byte / 16]) += digits[byte % 16];
        }
    }

    const std::string &ascii() const { return m_ascii; }

    std::string back(std::string_view text) const
    {
        std::string bytes;
        for (;;) {
            const std::size_t at = text.find(m_mark);
            bytes += text.substr(0, at);
            if (at == std::string_view::npos)
                return bytes;
            const std::string_view digits = text.substr(at + m_mark.size(), 2);
            if (digits.size() == 2)
                bytes += static_cast<char>(std::stoi(std::string(digits), nullptr, 16));
            text.remove_prefix(std::min(at + m_mark.size() + 2, text.size()));
        }
    }

private:
    std::size_t m_number = 0;
    std::string m_mark;
    std::string m_ascii;
};

/// The parser itself goes 256 deep at most.
DataTree treeOf(const toml::node &node, const AsciiDetour &detour)
{
    DataTree tree;
    if (const toml::table *const table = node.as_table()) {
        tree.kind = DataTree::Kind::Table;
        for (const auto &[key, value] : *table) {
            tree.keys.push_back(detour.back(key.str()));
            tree.items.push_back(treeOf(value, detour));
        }
    } else if (const toml::array *const array = node.as_array()) {
        tree.kind = DataTree::Kind::List;
        for (const toml::node &item : *array)
            tree.items.push_back(treeOf(item, detour));
    } else if (const auto *const text = node.as_string()) {
        tree.kind = DataTree::Kind::Text;
        tree.text = detour.back(text->get());
    } else if (const auto *const boolean = node.as_boolean()) {
        tree.kind = DataTree::Kind::Boolean;
        tree.text = boolean->get() ? "true" : "false";
    } else {
        tree.kind = DataTree::Kind::Number;
        std::ostringstream words;
        node.visit([&](const auto &value) {
            if constexpr (toml::is_value<decltype(value)>)
                words << value.get();
        });
        tree.text = words.str();
    }
    return tree;
}

} // namespace

Result<DataTree> parseToml(std::string_view bytes)
{
    try {
        const AsciiDetour detour(bytes);
        return treeOf(toml::parse(detour.ascii()), detour);
    } catch (const std::exception &error) {
        return tl::unexpected(
            Error {{QT_TRANSLATE_NOOP("context", "This is not valid TOML."), {}}, error.what()});
    }
}

} // namespace drydock

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/body_highlighter.h"

#include "ui/text/code_style.h"
#include "ui/text/utf16_text.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

namespace drydock::ui {
namespace {

using KTheme = KSyntaxHighlighting::Theme;

/// A longer body or line is shown plain: a highlighter's rules are regular expressions, and time is short.
constexpr std::size_t maxBody = 256'000;
constexpr std::size_t maxLine = 20'000;
/// Bytes of bodies remembered before the memory is emptied.
constexpr std::size_t maxRemembered = 4'000'000;

CodeStyle styleOf(KTheme::TextStyle style)
{
    switch (style) {
    case KTheme::Keyword:
    case KTheme::ControlFlow:
    case KTheme::Import:
    case KTheme::Preprocessor:
        return CodeStyle::BodyKeyword;
    case KTheme::Function:
    case KTheme::BuiltIn:
    case KTheme::Extension:
        return CodeStyle::BodyCommand;
    case KTheme::Variable:
        return CodeStyle::BodyVariable;
    case KTheme::Operator:
        return CodeStyle::BodyOperator;
    case KTheme::Attribute:
        return CodeStyle::BodyOption;
    case KTheme::String:
    case KTheme::VerbatimString:
    case KTheme::SpecialString:
    case KTheme::Char:
        return CodeStyle::BodyString;
    case KTheme::DecVal:
    case KTheme::BaseN:
    case KTheme::Float:
    case KTheme::Constant:
        return CodeStyle::BodyNumber;
    case KTheme::Comment:
    case KTheme::Documentation:
    case KTheme::Annotation:
    case KTheme::CommentVar:
    case KTheme::RegionMarker:
    case KTheme::Information:
    case KTheme::Warning:
    case KTheme::Alert:
        return CodeStyle::BodyComment;
    case KTheme::SpecialChar:
    case KTheme::DataType:
        return CodeStyle::BodySpecial;
    case KTheme::Error:
        return CodeStyle::BodyError;
    case KTheme::Normal:
    case KTheme::Others:
        break;
    }
    return CodeStyle::BodyPlain;
}

bool isRepositoryLoaded = false;

/// All definitions that there are. Constant, hence shared: loading it costs 10 ms and some memory.
const KSyntaxHighlighting::Repository &repository()
{
    static const KSyntaxHighlighting::Repository loaded;
    isRepositoryLoaded = true;
    return loaded;
}

} // namespace

bool BodyHighlighter::isLoaded()
{
    return isRepositoryLoaded;
}

class BodyHighlighter::Engine final : public KSyntaxHighlighting::AbstractHighlighter {
public:
    const std::string &stylesOf(std::string_view body, const QString &language)
    {
        std::string key = language.toStdString();
        key += '\0';
        key += body;
        if (const auto known = m_known.find(key); known != m_known.end())
            return known->second;
        m_rememberedBytes += 2 * key.size();
        if (m_rememberedBytes > maxRemembered) {
            m_known.clear();
            m_rememberedBytes = 2 * key.size();
        }
        return m_known.emplace(std::move(key), highlighted(body, language)).first->second;
    }

    KSyntaxHighlighting::Definition definition(const QString &name) const
    {
        return repository().definitionForName(name);
    }
    const QString &languageOfFile(const QString &name)
    {
        const auto known = m_fileLanguages.constFind(name);
        if (known != m_fileLanguages.cend())
            return *known;
        QString language = repository().definitionForFileName(name).name();
        if (language == QLatin1String("None") || language == QLatin1String("Normal"))
            language.clear(); // "Text" is no language.
        return *m_fileLanguages.insert(name, language);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length <= 0)
            return;
        const std::size_t begin = m_line->offsets[static_cast<std::size_t>(offset)];
        const std::size_t end
            = m_line->offsets[static_cast<std::size_t>(offset) + static_cast<std::size_t>(length)];
        const auto style = static_cast<char>(styleOf(format.textStyle()));
        std::fill(m_styles.begin() + static_cast<std::ptrdiff_t>(m_lineBegin + begin),
                  m_styles.begin() + static_cast<std::ptrdiff_t>(m_lineBegin + end), style);
    }

private:
    std::string highlighted(std::string_view body, const QString &language)
    {
        m_styles.assign(body.size(), static_cast<char>(CodeStyle::BodyPlain));
        setDefinition(definition(language));
        if (!AbstractHighlighter::definition().isValid() || body.size() > maxBody)
            return m_styles;
        KSyntaxHighlighting::State state;
        for (std::size_t begin = 0; begin < body.size();) {
            const std::size_t newLine = std::min(body.find('\n', begin), body.size());
            std::string_view bytes = body.substr(begin, newLine - begin);
            if (bytes.ends_with('\r'))
                bytes.remove_suffix(1);
            if (bytes.size() <= maxLine) {
                const Utf16Text line(bytes);
                m_line = &line;
                m_lineBegin = begin;
                state = highlightLine(QStringView(line.text), state);
                m_line = nullptr;
            }
            begin = newLine + 1;
        }
        return m_styles;
    }

    std::unordered_map<std::string, std::string> m_known; ///< Language, NUL, body → styles.
    std::size_t m_rememberedBytes = 0;
    QHash<QString, QString> m_fileLanguages; ///< Asking the repository compares hundreds of patterns.
    const Utf16Text *m_line = nullptr; ///< During highlightLine().
    std::size_t m_lineBegin = 0;
    std::string m_styles;
};

BodyHighlighter::BodyHighlighter() = default;
BodyHighlighter::~BodyHighlighter() = default;

BodyHighlighter::Engine &BodyHighlighter::engine()
{
    if (!m_engine)
        m_engine = std::make_unique<Engine>();
    return *m_engine;
}

const std::string &BodyHighlighter::stylesOf(std::string_view body, const QString &language)
{
    return engine().stylesOf(body, language);
}

QString BodyHighlighter::languageOfProgram(std::string_view program)
{
    static constexpr std::array<std::pair<std::string_view, const char *>, 19> known {{
        {"sh", "Bash"},
        {"bash", "Bash"},
        {"dash", "Bash"},
        {"ash", "Bash"},
        {"ksh", "Bash"},
        {"zsh", "Zsh"},
        {"fish", "Fish"},
        {"pwsh", "PowerShell"},
        {"powershell", "PowerShell"},
        {"python", "Python"},
        {"node", "JavaScript"},
        {"nodejs", "JavaScript"},
        {"perl", "Perl"},
        {"ruby", "Ruby"},
        {"php", "PHP/PHP"},
        {"lua", "Lua"},
        {"awk", "AWK"},
        {"Rscript", "R Script"},
        {"psql", "SQL (PostgreSQL)"},
    }};
    if (const std::size_t slash = program.find_last_of("/\\"); slash != std::string_view::npos)
        program.remove_prefix(slash + 1);
    if (program.ends_with(".exe"))
        program.remove_suffix(4);
    while (!program.empty() && (program.back() == '.' || (program.back() >= '0' && program.back() <= '9')))
        program.remove_suffix(1); // python3.12
    const auto found
        = std::find_if(known.begin(), known.end(), [&](const auto &entry) { return entry.first == program; });
    return found == known.end() ? QString() : QString::fromLatin1(found->second);
}

QString BodyHighlighter::languageOfShebang(std::string_view body)
{
    if (!body.starts_with("#!"))
        return {};
    std::string_view line = body.substr(2, std::min(body.find('\n'), body.size()) - 2);
    std::string_view program;
    while (!line.empty()) {
        const std::size_t begin = std::min(line.find_first_not_of(" \t\r"), line.size());
        const std::size_t end = std::min(line.find_first_of(" \t\r", begin), line.size());
        program = line.substr(begin, end - begin);
        line.remove_prefix(end);
        const bool isEnv = program == "env" || program.ends_with("/env");
        const bool isEnvOption = program.starts_with('-') || program.find('=') != std::string_view::npos;
        if (!isEnv && !isEnvOption)
            break;
    }
    return languageOfProgram(program);
}

QString BodyHighlighter::languageOfFile(std::string_view fileName)
{
    if (fileName.empty())
        return {};
    return engine().languageOfFile(
        QString::fromUtf8(fileName.data(), static_cast<qsizetype>(fileName.size())));
}

} // namespace drydock::ui

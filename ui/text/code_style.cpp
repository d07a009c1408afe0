// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/code_style.h"

#include "ui/text/scintilla_call.h"

#include <QByteArray>

#include <array>
#include <utility>

namespace drydock::ui {
namespace {

struct Look {
    char letter;
    Role role;
    bool isBold = false;
    bool isItalic = false;
};

constexpr std::array<Look, static_cast<std::size_t>(CodeStyle::Count)> looks {{
    {'.', Role::Text}, // Plain
    {'c', Role::CodeComment, false, true}, // Comment
    {'d', Role::CodeComment, false, true}, // Directive
    {'\\', Role::SecondaryText}, // Continuation
    {'K', Role::CodeKeyword, true}, // Keyword
    {'f', Role::CodeFlag}, // Flag
    {'v', Role::CodeFlag}, // FlagValue
    {'n', Role::CodeName}, // StageName
    {'k', Role::CodeName}, // Key
    {'=', Role::Text}, // Value
    {'s', Role::CodeString}, // String
    {'0', Role::CodeNumber}, // Number
    {'$', Role::CodeVariable}, // Variable
    {'@', Role::CodeFlag}, // Digest
    {'p', Role::SecondaryText}, // Punctuation
    {'h', Role::CodeKeyword}, // HeredocMark
    {'H', Role::Text}, // HeredocText
    {'b', Role::Text}, // BodyPlain
    {'W', Role::CodeKeyword}, // BodyKeyword
    {'C', Role::CodeVariable}, // BodyCommand
    {'O', Role::SecondaryText}, // BodyOption
    {'V', Role::CodeName}, // BodyVariable
    {'S', Role::CodeString}, // BodyString
    {'9', Role::CodeNumber}, // BodyNumber
    {'#', Role::CodeComment, false, true}, // BodyComment
    {'&', Role::SecondaryText}, // BodyOperator
    {'x', Role::CodeFlag}, // BodySpecial
    {'!', Role::Error}, // BodyError
}};

const Look &lookOf(CodeStyle style)
{
    return looks[static_cast<std::size_t>(style)];
}

void setStyle(const QsciScintilla &editor, int style, const QColor &text, const QColor &paper,
              const QFont &font)
{
    const auto number = static_cast<unsigned long>(style);
    editor.SendScintilla(Sci::SCI_STYLESETFORE, number, text);
    editor.SendScintilla(Sci::SCI_STYLESETBACK, number, paper);
    const QByteArray family = font.family().toUtf8();
    editor.SendScintilla(Sci::SCI_STYLESETFONT, static_cast<uintptr_t>(number), family.constData());
    send(editor, Sci::SCI_STYLESETSIZEFRACTIONAL, number, static_cast<long>(font.pointSizeF() * 100));
    send(editor, Sci::SCI_STYLESETWEIGHT, number, font.bold() ? 700 : 400);
    send(editor, Sci::SCI_STYLESETITALIC, number, font.italic() ? 1 : 0);
}

} // namespace

CodeStyle styleOf(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Comment:
        return CodeStyle::Comment;
    case TokenKind::Directive:
        return CodeStyle::Directive;
    case TokenKind::Continuation:
        return CodeStyle::Continuation;
    case TokenKind::Keyword:
    case TokenKind::As:
        return CodeStyle::Keyword;
    case TokenKind::FlagName:
    case TokenKind::FlagEquals:
    case TokenKind::FlagEnd:
        return CodeStyle::Flag;
    case TokenKind::FlagValue:
        return CodeStyle::FlagValue;
    case TokenKind::StageName:
        return CodeStyle::StageName;
    case TokenKind::Key:
        return CodeStyle::Key;
    case TokenKind::Equals:
    case TokenKind::Punctuation:
        return CodeStyle::Punctuation;
    case TokenKind::Value:
        return CodeStyle::Value;
    case TokenKind::String:
        return CodeStyle::String;
    case TokenKind::HeredocBody:
        return CodeStyle::HeredocText;
    case TokenKind::HeredocEnd:
        return CodeStyle::HeredocMark;
    case TokenKind::ByteOrderMark:
    case TokenKind::Space:
    case TokenKind::NewLine:
    case TokenKind::Word:
    case TokenKind::Text:
        return CodeStyle::Plain;
    }
    return CodeStyle::Plain;
}

char letterOf(CodeStyle style)
{
    return lookOf(style).letter;
}

Role roleOf(CodeStyle style)
{
    return lookOf(style).role;
}

void applyStyles(QsciScintilla &editor, const Theme &theme, const QFont &font)
{
    const QColor paper = theme.color(Role::Canvas);
    const QColor text = theme.color(Role::Text);
    setStyle(editor, Sci::STYLE_DEFAULT, text, paper, font);
    send(editor, Sci::SCI_STYLECLEARALL);
    for (std::size_t i = 0; i < looks.size(); ++i) {
        QFont look = font;
        look.setBold(looks[i].isBold);
        look.setItalic(looks[i].isItalic);
        setStyle(editor, static_cast<int>(i), theme.color(looks[i].role), paper, look);
    }
    setStyle(editor, Sci::STYLE_LINENUMBER, theme.color(Role::SecondaryText), paper, font);
    setStyle(editor, Sci::STYLE_BRACELIGHT, theme.color(Role::EdgeCopy), theme.color(Role::SelectedLine),
             font);
    send(editor, Sci::SCI_STYLESETWEIGHT, Sci::STYLE_BRACELIGHT, 700);
    setStyle(editor, Sci::STYLE_BRACEBAD, theme.color(Role::Error), paper, font);
    setStyle(editor, Sci::STYLE_CONTROLCHAR, theme.color(Role::Warning), paper, font);
}

} // namespace drydock::ui

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/json_lines.h"

#include <utility>

namespace drydock {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Runs of such bytes are taken at once: most of a stream lies in strings.
bool isPlainInString(char c)
{
    return c != '"' && c != '\\' && c != '\n';
}

} // namespace

std::vector<JsonPiece> JsonLines::add(std::string_view bytes)
{
    std::vector<JsonPiece> pieces;
    std::size_t i = 0;
    while (i < bytes.size()) {
        if (m_place == Place::String && !m_isTooLong) {
            std::size_t end = i;
            while (end < bytes.size() && isPlainInString(bytes[end])
                   && m_kept.size() + (end - i) < m_mostBytes)
                ++end;
            m_kept.append(bytes, i, end - i);
            i = end;
            if (i == bytes.size())
                break;
        }
        take(bytes[i], pieces);
        ++i;
    }
    return pieces;
}

std::optional<JsonPiece> JsonLines::finish()
{
    std::vector<JsonPiece> pieces;
    const bool isText = m_place == Place::Text || m_place == Place::LineBegin;
    end(isText ? JsonPieceKind::Text : JsonPieceKind::Unfinished, pieces);
    if (pieces.empty())
        return std::nullopt;
    return std::move(pieces.front());
}

void JsonLines::keep(char c, std::vector<JsonPiece> &pieces)
{
    if (m_isTooLong)
        return;
    if (m_kept.size() < m_mostBytes) {
        m_kept += c;
        return;
    }
    m_isTooLong = true;
    pieces.push_back({JsonPieceKind::TooLong, std::exchange(m_kept, {})});
}

void JsonLines::take(char c, std::vector<JsonPiece> &pieces)
{
    switch (m_place) {
    case Place::LineBegin:
        if (c == '{') {
            // Blanks before an object are nobody's.
            m_kept.clear();
            m_depth = 1;
            m_place = Place::AfterBrace;
            keep(c, pieces);
        } else if (c == '\n') {
            end(JsonPieceKind::Text, pieces);
        } else {
            if (!isBlank(c))
                m_place = Place::Text;
            else if (m_kept.size() >= m_mostBytes)
                return;
            keep(c, pieces);
        }
        return;
    case Place::Text:
        if (c == '\n')
            end(JsonPieceKind::Text, pieces);
        else
            keep(c, pieces);
        return;
    case Place::AfterBrace:
        if (isBlank(c)) {
            keep(c, pieces);
        } else if (c == '"' || c == '}') {
            m_place = Place::Object;
            takeInObject(c, pieces);
        } else {
            m_place = Place::Text;
            keep(c, pieces);
        }
        return;
    case Place::Object:
        takeInObject(c, pieces);
        return;
    case Place::String:
    case Place::Escape:
        takeInString(c, pieces);
        return;
    }
}

void JsonLines::takeInObject(char c, std::vector<JsonPiece> &pieces)
{
    keep(c, pieces);
    if (c == '"') {
        m_place = Place::String;
    } else if (c == '{') {
        ++m_depth;
    } else if (c == '}') {
        --m_depth;
        if (m_depth == 0)
            end(JsonPieceKind::Object, pieces);
    }
}

void JsonLines::takeInString(char c, std::vector<JsonPiece> &pieces)
{
    if (c == '\n') {
        end(JsonPieceKind::Text, pieces);
        return;
    }
    keep(c, pieces);
    if (m_place == Place::Escape)
        m_place = Place::String;
    else if (c == '\\')
        m_place = Place::Escape;
    else if (c == '"')
        m_place = Place::Object;
}

void JsonLines::end(JsonPieceKind kind, std::vector<JsonPiece> &pieces)
{
    std::string text = std::exchange(m_kept, {});
    const bool isReported = std::exchange(m_isTooLong, false);
    m_place = Place::LineBegin;
    m_depth = 0;
    if (kind == JsonPieceKind::Text) {
        while (!text.empty() && text.back() == '\r')
            text.pop_back();
        if (text.find_first_not_of(" \t\r\n") == std::string::npos)
            return;
    }
    if (!isReported && !text.empty())
        pieces.push_back({kind, std::move(text)});
}

} // namespace drydock

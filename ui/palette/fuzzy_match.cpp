// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/fuzzy_match.h"

#include <QString>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int impossible = -1'000'000;
constexpr int forWordStart = 8;
constexpr int forNeighbour = 7;
constexpr int forNextStart = 5; ///< A letter that goes on at the beginning of a later word.
constexpr int forGap = -3; ///< Letters of the same word left out.
constexpr int forWholeWord = 4;
constexpr int forFirstWord = 2;
constexpr int forMidst = 2; ///< For each letter found in the midst of a word.
/// Longer texts are cut: nobody types so much, and the table is as large as both together.
constexpr qsizetype longestText = 300;
constexpr qsizetype longestWord = 40;

bool isWordStart(QStringView text, qsizetype at)
{
    if (!text[at].isLetterOrNumber())
        return false;
    if (at == 0 || !text[at - 1].isLetterOrNumber())
        return true;
    return text[at].isUpper() && text[at - 1].isLower();
}

bool isEqual(QChar a, QChar b)
{
    return a.toCaseFolded() == b.toCaseFolded();
}

/// The best way to find `word`, letter by letter: a table of the best score with letter i at place j.
std::optional<FuzzyMatch> findByStarts(QStringView word, QStringView text)
{
    const qsizetype letters = word.size();
    const qsizetype places = text.size();
    const auto cell
        = [places](qsizetype letter, qsizetype place) { return std::size_t(letter * places + place); };
    std::vector<int> best(std::size_t(letters * places), impossible);
    std::vector<qsizetype> before(std::size_t(letters * places), -1);
    for (qsizetype letter = 0; letter < letters; ++letter) {
        int anywhere = impossible; // The best with the letter before at any place so far.
        qsizetype anywhereAt = -1;
        int inWord = impossible; // The same, in the word we are in.
        qsizetype inWordAt = -1;
        for (qsizetype place = 0; place < places; ++place) {
            const bool isStart = isWordStart(text, place);
            if (isStart || !text[place].isLetterOrNumber())
                inWord = impossible;
            if (isEqual(word[letter], text[place])) {
                const auto offer = [&](int score, qsizetype from) {
                    if (score > best[cell(letter, place)]) {
                        best[cell(letter, place)] = score;
                        before[cell(letter, place)] = from;
                    }
                };
                if (isStart && letter == 0)
                    offer(forWordStart + (place == 0 ? forFirstWord : 0), -1);
                if (isStart && letter > 0 && anywhere > impossible)
                    offer(anywhere + forNextStart, anywhereAt);
                if (letter > 0 && inWord > impossible)
                    offer(inWord + forGap, inWordAt);
                if (letter > 0 && place > 0 && best[cell(letter - 1, place - 1)] > impossible)
                    offer(best[cell(letter - 1, place - 1)] + forNeighbour, place - 1);
            }
            if (letter > 0) {
                const int previous = best[cell(letter - 1, place)];
                if (previous > anywhere) {
                    anywhere = previous;
                    anywhereAt = place;
                }
                if (previous > inWord) {
                    inWord = previous;
                    inWordAt = place;
                }
            }
        }
    }
    qsizetype end = -1;
    for (qsizetype place = 0; place < places; ++place)
        if (best[cell(letters - 1, place)] > impossible
            && (end < 0 || best[cell(letters - 1, place)] > best[cell(letters - 1, end)]))
            end = place;
    if (end < 0)
        return std::nullopt;
    FuzzyMatch match {best[cell(letters - 1, end)], {}};
    for (qsizetype letter = letters - 1, place = end; letter >= 0; --letter) {
        match.marks.push_back(place);
        place = before[cell(letter, place)];
    }
    std::reverse(match.marks.begin(), match.marks.end());
    const bool isWhole = match.marks.back() - match.marks.front() + 1 == letters
        && (end + 1 == places || !text[end + 1].isLetterOrNumber());
    if (isWhole)
        match.score += forWholeWord;
    return match;
}

std::optional<FuzzyMatch> findWord(QStringView word, QStringView text)
{
    if (std::optional<FuzzyMatch> found = findByStarts(word, text))
        return found;
    const qsizetype at = word.size() < 2 ? -1 : text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at < 0)
        return std::nullopt;
    FuzzyMatch match {forMidst * int(word.size()), {}};
    for (qsizetype i = 0; i < word.size(); ++i)
        match.marks.push_back(at + i);
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView query, QStringView text)
{
    text = text.first(std::min(text.size(), longestText));
    FuzzyMatch all;
    qsizetype at = 0;
    while (at < query.size()) {
        if (query[at].isSpace()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < query.size() && !query[end].isSpace())
            ++end;
        if (end - at > longestWord)
            return std::nullopt;
        const std::optional<FuzzyMatch> found = findWord(query.mid(at, end - at), text);
        if (!found)
            return std::nullopt;
        all.score += found->score;
        all.marks.insert(all.marks.end(), found->marks.begin(), found->marks.end());
        at = end;
    }
    std::sort(all.marks.begin(), all.marks.end());
    all.marks.erase(std::unique(all.marks.begin(), all.marks.end()), all.marks.end());
    return all;
}

} // namespace drydock::ui

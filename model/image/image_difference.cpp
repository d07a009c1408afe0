// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/image_difference.h"

#include "model/image/file_history.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <tuple>

namespace drydock {
namespace {

/// What two layers are the same by.
struct LayerMark {
    std::string_view diffId;
    std::string_view createdBy;
    std::uint64_t bytes = 0;

    bool goesWith(const LayerMark &other) const
    {
        return (!diffId.empty() && diffId == other.diffId)
            || (!createdBy.empty() && createdBy == other.createdBy);
    }
};

template <typename Layer>
std::vector<LayerMark> marksOf(const std::vector<Layer> &layers)
{
    std::vector<LayerMark> marks;
    marks.reserve(layers.size());
    for (const Layer &layer : layers)
        marks.push_back({layer.diffId, layer.createdBy, layer.bytes});
    return marks;
}

/// The longest common row of both, with what is in one of them only around it.
class LayerPairs {
public:
    LayerPairs(std::span<const LayerMark> before, std::span<const LayerMark> after)
        : m_before(before)
        , m_after(after)
    { }

    std::vector<LayerDifference> run()
    {
        // Images have some hundred layers at most; what is beyond is told as gone and new.
        constexpr std::size_t mostCells = 1'000'000;
        const bool isSmall = (m_before.size() + 1) <= mostCells / (m_after.size() + 1);
        if (isSmall)
            measure();
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < m_before.size() || j < m_after.size()) {
            const bool hasBoth = i < m_before.size() && j < m_after.size();
            if (hasBoth && isSmall && m_before[i].goesWith(m_after[j]) && at(i, j) == at(i + 1, j + 1) + 1)
                add(i++, j++);
            else if (i < m_before.size() && (!hasBoth || !isSmall || at(i + 1, j) >= at(i, j + 1)))
                add(i++, std::nullopt);
            else
                add(std::nullopt, j++);
        }
        return std::move(m_pairs);
    }

private:
    std::uint32_t &at(std::size_t i, std::size_t j) { return m_lengths[i * (m_after.size() + 1) + j]; }

    /// Lengths of the longest common rows behind each pair of places.
    void measure()
    {
        m_lengths.resize((m_before.size() + 1) * (m_after.size() + 1));
        for (std::size_t i = m_before.size(); i-- > 0;) {
            for (std::size_t j = m_after.size(); j-- > 0;)
                at(i, j) = m_before[i].goesWith(m_after[j]) ? at(i + 1, j + 1) + 1
                                                            : std::max(at(i + 1, j), at(i, j + 1));
        }
    }

    void add(std::optional<std::size_t> before, std::optional<std::size_t> after)
    {
        m_pairs.push_back(
            {before, after, {before ? m_before[*before].bytes : 0, after ? m_after[*after].bytes : 0}});
    }

    std::span<const LayerMark> m_before;
    std::span<const LayerMark> m_after;
    std::vector<std::uint32_t> m_lengths;
    std::vector<LayerDifference> m_pairs;
};

std::uint64_t distanceOf(const BytesChange &bytes)
{
    return std::max(bytes.before, bytes.after) - std::min(bytes.before, bytes.after);
}

void add(std::uint64_t &sum, std::uint64_t bytes)
{
    sum += std::min(bytes, std::numeric_limits<std::uint64_t>::max() - sum);
}

/// Adds a path that is in one of the images or in both.
void addFile(ImageDifference &difference, const LayerEntry *before, const LayerEntry *after)
{
    const bool wasFile = before && before->kind != LayerEntryKind::Folder;
    const bool isFile = after && after->kind != LayerEntryKind::Folder;
    if (!wasFile && !isFile)
        return;
    FileDifference file;
    file.path = wasFile ? before->path : after->path;
    file.bytes = {wasFile ? before->bytes : 0, isFile ? after->bytes : 0};
    add(difference.bytes.before, file.bytes.before);
    add(difference.bytes.after, file.bytes.after);
    if (!wasFile) {
        file.change = FileChange::Added;
    } else if (!isFile) {
        file.change = FileChange::Removed;
    } else if (before->bytes != after->bytes || before->kind != after->kind) {
        file.change = FileChange::Resized;
    } else {
        ++difference.sameFiles;
        return;
    }
    difference.files.push_back(std::move(file));
}

/// Knows one image.
class OneImage : public ImageSource {
public:
    explicit OneImage(const ImageConfig &config)
        : m_config(config)
    { }

    std::optional<ImageAnswer> answerFor(std::string_view /*reference*/) const override
    {
        ImageAnswer answer;
        answer.source = AnswerSource::Engine;
        answer.config = m_config;
        return answer;
    }

private:
    const ImageConfig &m_config;
};

RuntimeContract contractOf(const ImageConfig &config)
{
    const OneImage image(config);
    return contractOfImage("image", &image);
}

} // namespace

std::int64_t BytesChange::difference() const
{
    const std::uint64_t distance
        = std::min(distanceOf(*this), static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
    const auto result = static_cast<std::int64_t>(distance);
    return after < before ? -result : result;
}

std::optional<double> BytesChange::share() const
{
    if (before == 0)
        return std::nullopt;
    return (static_cast<double>(after) - static_cast<double>(before)) / static_cast<double>(before);
}

ImageDifference differenceOf(const ImageContents &before, const ImageContents &after)
{
    const std::vector<PlacedEntry> left = finalFilesOf(before);
    const std::vector<PlacedEntry> right = finalFilesOf(after);
    ImageDifference difference;
    for (auto i = left.begin(), j = right.begin(); i != left.end() || j != right.end();) {
        const bool hasLeft = i != left.end() && (j == right.end() || i->entry->path <= j->entry->path);
        const bool hasRight = j != right.end() && (i == left.end() || j->entry->path <= i->entry->path);
        addFile(difference, hasLeft ? i->entry : nullptr, hasRight ? j->entry : nullptr);
        i += hasLeft ? 1 : 0;
        j += hasRight ? 1 : 0;
    }
    std::ranges::sort(difference.files, [](const FileDifference &a, const FileDifference &b) {
        const std::uint64_t first = distanceOf(a.bytes);
        const std::uint64_t second = distanceOf(b.bytes);
        return std::tie(second, a.path) < std::tie(first, b.path);
    });
    difference.layers = LayerPairs(marksOf(before.layers), marksOf(after.layers)).run();
    return difference;
}

Result<MeasurementDifference> differenceOf(const Measurement &before, const Measurement &after)
{
    if (before.store != after.store)
        return refusal(QT_TRANSLATE_NOOP("image",
                                         "The two sizes come from different kinds of image stores, which "
                                         "count differently; they cannot be compared."));
    const StageSize *left = before.result();
    const StageSize *right = after.result();
    if (!left || !right)
        return refusal(QT_TRANSLATE_NOOP("image", "One of the two images was not measured."));
    MeasurementDifference difference;
    difference.bytes = {left->bytes, right->bytes};
    difference.scale = std::max(left->bytes, right->bytes);
    difference.layers = LayerPairs(marksOf(left->layers), marksOf(right->layers)).run();
    std::array<BytesChange, static_cast<std::size_t>(LayerCategory::Other) + 1> sums;
    for (const LayerSize &layer : left->layers)
        add(sums.at(static_cast<std::size_t>(layer.category)).before, layer.bytes);
    for (const LayerSize &layer : right->layers)
        add(sums.at(static_cast<std::size_t>(layer.category)).after, layer.bytes);
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (sums.at(i).before > 0 || sums.at(i).after > 0)
            difference.categories.push_back({static_cast<LayerCategory>(i), sums.at(i)});
    }
    return difference;
}

std::vector<ContractDifference> differencesOf(const ImageConfig &before, const ImageConfig &after)
{
    return differencesOf(contractOf(before), contractOf(after));
}

} // namespace drydock

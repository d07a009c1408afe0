// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/pull_estimate.h"

#include "model/base/byte_size.h"
#include "model/knowledge/base_sizes.h"

#include <algorithm>

namespace drydock {
namespace {

constexpr double usualRatio = 2.5;

std::uint64_t times(std::uint64_t bytes, double ratio)
{
    constexpr double most = 1e18;
    return static_cast<std::uint64_t>(std::min(static_cast<double>(bytes) * ratio, most));
}

} // namespace

UserText PullEstimate::inWords() const
{
    return {QT_TRANSLATE_NOOP("engine", "%1 to download, ≈ %2 unpacked"),
            {byteSize(downloadBytes), byteSize(unpackedBytes)}};
}

PullEstimate pullEstimateOf(std::string_view reference, const ImagePlatform &platform,
                            std::uint64_t downloadBytes)
{
    PullEstimate estimate {platform, downloadBytes, 0, {}};
    const auto known = baseSizeOf(reference);
    if (known && known->packedLeast + known->packedMost > 0) {
        const double ratio = static_cast<double>(known->least + known->most)
            / static_cast<double>(known->packedLeast + known->packedMost);
        estimate.unpackedBytes = times(downloadBytes, ratio);
        estimate.basis = {QT_TRANSLATE_NOOP("engine", "packed and unpacked sizes of this image, as of %1"),
                          {baseSizesDate()}};
        return estimate;
    }
    estimate.unpackedBytes = times(downloadBytes, usualRatio);
    estimate.basis
        = {QT_TRANSLATE_NOOP("engine", "images are mostly two to three times as big as they are packed"), {}};
    return estimate;
}

} // namespace drydock

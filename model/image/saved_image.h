// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/image/byte_input.h"
#include "model/image/file_layers.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace drydock {

/// What an archive may cost at most. Whatever goes beyond is refused with a sentence.
struct SavedImageLimits {
    std::size_t entries = 1'000'000; ///< Of the archive and of all layers in it together.
    std::size_t nameBytes = std::size_t {128} << 20; ///< Of their names together.
    std::size_t textBytes = std::size_t {32} << 20; ///< Of manifests and configurations together.
    std::size_t layers = 4096; ///< Of the image. Docker itself allows 127.
    /// Beyond so many unpacked bytes, an archive must not unpack to more than `unpackedPerByte` times its size.
    std::uint64_t freeUnpackedBytes = std::uint64_t {8} << 30;
    std::uint64_t unpackedPerByte = 200;
};

struct SavedImageOptions {
    std::string tag; ///< Which image of several: "alpine:3.18". Empty: the first.
    std::stop_token stop;
    std::function<void(std::uint64_t)> progress; ///< Told the bytes read so far, now and then. May be empty.
    SavedImageLimits limits;
};

/// Reads what `docker save` or `GET /images/{name}/get` gives, or an archive of an OCI image layout, down to the list of files in
/// each layer. One pass, from which nothing is kept but names and sizes; writes nothing.
///
/// The archive and each layer in it may be plain, gzip or zstd. Entries may come in any order; `manifest.json` says what they
/// are, or `index.json` where there is none. Layers that stand in the archive twice may be links to each other.
/// \returns an Error if it is no such archive, if a part of the image is missing or broken, if `options.stop` asked to stop, or
/// if it goes beyond the limits.
Result<ImageContents> readSavedImage(ByteInput &input, const SavedImageOptions &options = {});

} // namespace drydock

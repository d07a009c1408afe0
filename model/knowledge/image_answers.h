// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock {

/// What an image says about how a container of it runs (OCI image-spec, config.md).
struct ImageConfig {
    std::vector<std::string> entrypoint;
    std::vector<std::string> command; ///< CMD
    std::vector<std::pair<std::string, std::string>> environment;
    std::string workingDirectory; ///< Empty: the root.
    std::string user; ///< As written; empty: root.
    std::vector<std::string> ports; ///< "80/tcp"
    std::vector<std::string> volumes;
    std::string stopSignal; ///< Empty: SIGTERM.
    std::vector<std::string> healthcheck; ///< {"CMD", …}, {"CMD-SHELL", text}, {"NONE"}; empty: none.
    std::vector<std::pair<std::string, std::string>> labels;
    std::vector<std::string> shell; ///< Empty: /bin/sh -c.
    std::vector<std::string> triggers; ///< ONBUILD

    bool operator==(const ImageConfig &) const = default;
};

/// Who gave an answer, the surest first.
enum class AnswerSource : std::uint8_t {
    Engine, ///< The Docker engine that has the image.
    Registry,
    Table, ///< A file of resources/knowledge; true on its date.
};

/// What somebody knows of one image. What is empty is not known.
struct ImageAnswer {
    AnswerSource source = AnswerSource::Table;
    std::string date; ///< Of the answer, year-month-day.
    std::optional<ImageConfig> config;
    /// Of the index, if the image has several platforms: "sha256:…". Empty if it is not known or the image was never in a
    /// registry.
    std::string digest;
    std::vector<std::string>
        tags; ///< Tags of the same repository that name the very same image: "1.26.1-trixie".
    std::uint64_t bytes = 0; ///< Unpacked.
    std::uint64_t packedBytes = 0; ///< What a pull transfers.
};

/// Whoever can be asked about images. Answers at once with what is known by now; never waits for a network.
class ImageSource {
public:
    ImageSource() = default;
    ImageSource(const ImageSource &) = delete;
    ImageSource &operator=(const ImageSource &) = delete;
    virtual ~ImageSource() = default;

    /// \param reference as it stands in the file, variables replaced. Nothing if this source does not know it.
    virtual std::optional<ImageAnswer> answerFor(std::string_view reference) const = 0;
};

} // namespace drydock

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/refactor_command.h"
#include "app/engine_cli/engine_commands.h"
#include "app/engine_cli/engine_session.h"
#include "app/engine_cli/registry_session.h"
#include "app/engine_cli/size_words.h"
#include "model/base/byte_size.h"
#include "model/engine/known_images.h"
#include "model/engine/pull_estimate.h"
#include "model/exporting/printable.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace drydock::cli {
namespace {

using Json = nlohmann::ordered_json;
using Downloads = std::vector<PlatformDownload>;
using Tags = std::vector<std::string>;

/// What is known of one image.
struct Found {
    std::string image; ///< As it was given.
    std::string digest;
    std::vector<PullEstimate> pulls; ///< For each platform.
    Tags tags;
};

/// "linux/arm64" means every variant of it.
bool isMeant(const ImagePlatform &platform, const std::string &wanted)
{
    const std::string label = platform.label();
    return label == wanted || label.starts_with(wanted + '/');
}

std::string textOf(const Found &found)
{
    std::string out = "digest  " + printable(found.digest) + "\n\n";
    std::vector<std::vector<std::string>> rows {{"platform", "download", "unpacked"}};
    for (const PullEstimate &pull : found.pulls)
        rows.push_back({printable(pull.platform.label()), byteSize(pull.downloadBytes),
                        "≈ " + byteSize(pull.unpackedBytes)});
    out += table(rows, "lrr");
    constexpr std::size_t most = 20;
    out += "\ntags  ";
    for (std::size_t i = 0; i < std::min(found.tags.size(), most); ++i)
        out.append(i > 0 ? ", " : "").append(printable(found.tags[i]));
    if (found.tags.size() > most)
        out += " and " + std::to_string(found.tags.size() - most) + " more";
    return out + "\n";
}

std::string jsonOf(const Found &found)
{
    Json json {{"image", found.image}, {"digest", found.digest}};
    json["platforms"] = Json::array();
    for (const PullEstimate &pull : found.pulls)
        json["platforms"].push_back({{"platform", pull.platform.label()},
                                     {"downloadBytes", pull.downloadBytes},
                                     {"estimatedBytes", pull.unpackedBytes},
                                     {"basis", inEnglish(pull.basis)}});
    json["tags"] = found.tags;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Found> find(RegistryClient &registry, const Arguments &arguments)
{
    Found found;
    found.image = arguments.inputs.front();
    const JobPtr<std::string> asking = registry.digest(found.image);
    const Result<std::string> digest = wait(*asking);
    if (!digest)
        return tl::unexpected(digest.error());
    found.digest = *digest;
    const JobPtr<Downloads> weighing = registry.downloads(found.image);
    const Result<Downloads> downloads = wait(*weighing);
    if (!downloads)
        return tl::unexpected(downloads.error());
    for (const PlatformDownload &each : *downloads) {
        if (!arguments.isPlatformGiven || isMeant(each.platform, arguments.build.platform))
            found.pulls.push_back(pullEstimateOf(found.image, each.platform, each.bytes));
    }
    if (found.pulls.empty())
        return refusal(QT_TRANSLATE_NOOP("engine", "There is no “%1” for %2."),
                       {found.image, arguments.build.platform});
    const JobPtr<Tags> listing = registry.tags(found.image);
    const Result<Tags> tags = wait(*listing);
    if (!tags)
        return tl::unexpected(tags.error());
    found.tags = *tags;
    return found;
}

} // namespace

ExitCode sizesInRegistry(const Arguments &arguments, Output &output)
{
    RegistrySession session;
    const Result<Found> found = find(session.client(), arguments);
    if (!found) {
        tell(output, found.error());
        return ExitCode::Failed;
    }
    output.write(arguments.format == Format::Json ? jsonOf(*found) : textOf(*found));
    return ExitCode::Fine;
}

ExitCode refactorAskingRegistries(const Arguments &arguments, Output &output)
{
    RegistrySession session;
    KnownImages images(&session.client());
    const auto ask = [&](const std::vector<std::string> &references) -> Result<const ImageSource *> {
        QEventLoop loop;
        QObject::connect(&images, &KnownImages::changed, &loop, [&] {
            if (!images.isAsking())
                loop.quit();
        });
        images.ask(references);
        if (images.isAsking())
            loop.exec();
        if (images.isAsking())
            return refusal(QT_TRANSLATE_NOOP("cli", "Interrupted."));
        for (const std::string &reference : references) {
            if (const std::optional<Error> problem = images.problemWith(reference))
                tell(output, *problem);
        }
        return &images;
    };
    return refactor(arguments, output, ask);
}

} // namespace drydock::cli

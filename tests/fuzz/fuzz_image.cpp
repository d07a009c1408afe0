// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What engines, registries and saved archives say of images is not to be trusted: whatever comes is read or refused with a
// sentence, within limits, and what is made of it adds up.
#include "model/graph/stage_graph.h"
#include "model/image/file_tree.h"
#include "model/image/image_difference.h"
#include "model/image/layer_reader.h"
#include "model/image/measurement_list.h"
#include "model/image/measurement_text.h"
#include "model/image/saved_image.h"
#include "model/image/saved_manifest.h"
#include "model/image/treemap.h"
#include "model/image/waste.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace drydock;

namespace {

void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "Broken promise: %s\n", promise);
    std::abort();
}

const Syntax &syntax()
{
    static const Syntax made
        = parse(SourceText(std::string("FROM a AS b\nONBUILD RUN make\nRUN apt-get update\nFROM b\nCOPY . "
                                       "/srv\nRUN rm -rf /srv/x\nLABEL a=1\n")));
    return made;
}

void checkFiles(const ImageContents &image)
{
    const WasteReport report = wasteOf(image);
    if (report.totalBytes < UINT64_MAX)
        require(report.totalBytes == report.finalBytes + report.wastedBytes,
                "what is stored is of use or wasted");
    static const StageGraph graph = makeStageGraph(syntax(), {});
    const auto instructions = instructionsOfLayers(syntax(), graph, {1}, image);
    require(instructions.size() == image.layers.size(), "each layer has an instruction or none");
    for (const WastedFile &file : report.files) {
        require(file.addedIn < file.lostIn && file.lostIn < image.layers.size(), "waste has two layers");
        if (const auto fix = fixFor(file, syntax(), instructions))
            require(fix->caret < syntax().text.size(), "a fix lies in the text");
    }
    for (const FileTree &tree : {finalTreeOf(image, {5, 0.01}), layerTreeOf(image)}) {
        for (std::size_t i = 0; i < tree.nodes.size(); ++i)
            require(i == 0 || tree.nodes[i].parent < i, "parents come first");
        const auto boxes = treemapOf(tree, 0, {0, 0, 100, 80});
        for (const NodeBox &each : boxes)
            require(each.box.x >= -1e-6 && each.box.x + each.box.width <= 100 + 1e-6, "a box lies inside");
    }
    require(differenceOf(image, image).files.empty(), "an image is like itself");
}

void checkArchive(std::string_view bytes)
{
    TextInput input(bytes, 100);
    SavedImageOptions options;
    options.limits = {5000, 100'000, 100'000, 100, 1'000'000, 50};
    const auto image = readSavedImage(input, options);
    if (image)
        checkFiles(*image);
    else
        require(!image.error().text.source.empty(), "a refusal says why");
}

/// Archives have checksums, which nobody finds by chance: the texts in them are tried by themselves.
void checkTexts(const std::string &bytes)
{
    for (const char *name : {"manifest.json", "index.json"}) {
        const auto manifest = savedManifestOf({{name, bytes}, {"blobs/sha256/a", bytes}}, "a:1");
        require(manifest || !manifest.error().text.source.empty(), "a refusal says why");
    }
    ImageContents image;
    image.layers.resize(2);
    if (readSavedConfig(bytes, image)) {
        for (const FileLayer &layer : image.layers)
            require(layer.historyEntry < image.history.size(), "a layer has an entry of the history");
    }
}

/// A line per entry of a layer; an empty line begins the next one.
ImageContents filesIn(std::string_view bytes)
{
    ImageContents image;
    image.layers.resize(1);
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        LayerEntry entry;
        if (end == 0)
            image.layers.emplace_back();
        else if (makeEntry(std::string(bareName(bytes.substr(0, end))),
                           bytes[0] == 'd' ? LayerEntryKind::Folder : LayerEntryKind::File, end, entry))
            image.layers.back().entries.push_back(std::move(entry));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return image;
}

void checkAnswers(std::string_view bytes)
{
    readImageFacts(bytes);
    if (const auto history = readHistory(bytes)) {
        static const StageGraph graph = makeStageGraph(syntax(), {});
        const StageSize size = matchHistory(syntax(), graph, {1}, *history, {"sha256:1", "sha256:2"});
        require(size.layers.size() == history->size(), "each entry has a size");
        require(size.baseBytes <= size.bytes, "a base is no larger than the image");
    }
    if (const auto measurement = readMeasurement(bytes)) {
        const auto again = readMeasurement(measurementText(*measurement));
        require(again && *again == *measurement, "a measurement that was read is written as it is");
    }
    if (const auto list = MeasurementList::read(bytes))
        require(MeasurementList::read(list->text()).has_value(), "a list that was read is written");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char *>(data), size);
    checkArchive(bytes);
    checkTexts(bytes);
    checkFiles(filesIn(bytes));
    checkAnswers(bytes);
    return 0;
}

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/image/file_layers.h"
#include "model/image/size_report.h"
#include "ui/size/compared_size.h"

#include <QDateTime>

/// A Go web server before and after its split, as an engine would measure it.
namespace drydock::samples {

inline const char *const goText = "FROM golang:1.21 AS build\n"
                                  "WORKDIR /src\n"
                                  "COPY go.mod go.sum ./\n"
                                  "RUN go mod download\n"
                                  "COPY . .\n"
                                  "RUN CGO_ENABLED=0 go build -trimpath -ldflags=\"-s -w\" \\\n"
                                  "    -o /server ./cmd/server\n"
                                  "FROM alpine:3.18\n"
                                  "RUN apk add --no-cache ca-certificates\n"
                                  "COPY --from=build /server /server\n"
                                  "EXPOSE 8080\n"
                                  "USER 10001\n"
                                  "CMD [\"/server\"]\n";

inline std::shared_ptr<const Analysis> goAnalysis(const std::string &text = goText)
{
    return analyse(SourceText(text));
}

inline LayerSize layer(std::size_t instruction, std::uint64_t bytes, LayerCategory category,
                       std::string createdBy = {})
{
    return {InstructionIndex {instruction}, std::move(createdBy), bytes, category, {}};
}

inline LayerSize baseLayer(std::uint64_t bytes, std::string createdBy)
{
    return {{}, std::move(createdBy), bytes, LayerCategory::Base, {}};
}

inline StageSize sized(StageIndex stage, std::string image, std::vector<LayerSize> layers)
{
    StageSize size;
    size.stage = stage;
    size.image = std::move(image);
    for (const LayerSize &each : layers) {
        size.bytes += each.bytes;
        if (each.category == LayerCategory::Base)
            size.baseBytes += each.bytes;
    }
    size.layers = std::move(layers);
    return size;
}

inline std::vector<LayerSize> golangLayers()
{
    return {baseLayer(116'600'000, "/bin/sh -c #(nop) ADD file:ab in / "),
            baseLayer(0, "/bin/sh -c #(nop)  CMD [\"bash\"]"),
            baseLayer(190'400'000, "RUN /bin/sh -c apt-get update && apt-get install -y g++ make # buildkit"),
            baseLayer(220'100'000, "COPY /usr/local/go/ /usr/local/go/ # buildkit")};
}

/// Two stages: "build" of 699 MB, and the result of 9 MB.
inline Measurement goMeasurement()
{
    std::vector<LayerSize> build = golangLayers();
    build.push_back(layer(1, 0, LayerCategory::Other));
    build.push_back(layer(2, 3'200, LayerCategory::Application));
    build.push_back(layer(3, 96'300'000, LayerCategory::Dependencies));
    build.push_back(layer(4, 4'100'000, LayerCategory::Application));
    build.push_back(layer(5, 71'500'000, LayerCategory::BuildOutput));
    Measurement measurement;
    measurement.stages.push_back(sized(StageIndex {0}, "sha256:build", build));
    measurement.stages.push_back(sized(
        StageIndex {1}, "go-webapp:dev",
        {baseLayer(0, "CMD [\"/bin/sh\"]"), baseLayer(2'300'000, "ADD alpine-minirootfs.tar.gz / # buildkit"),
         layer(7, 310'000, LayerCategory::Packages), layer(8, 6'430'000, LayerCategory::Application),
         layer(9, 0, LayerCategory::Other), layer(10, 0, LayerCategory::Other),
         layer(11, 0, LayerCategory::Other)}));
    measurement.stages.back().downloadBytes = 3'600'000;
    measurement.target = StageIndex {1};
    measurement.textHash = "after";
    measurement.image = "go-webapp:dev";
    measurement.engine = "docker 28.5 (unix:///var/run/docker.sock)";
    measurement.store = ImageStore::GraphDriver;
    measurement.time = QDateTime(QDate::currentDate(), QTime(12, 4)).toSecsSinceEpoch();
    return measurement;
}

/// The single stage of before, 740 MB.
inline Measurement fatMeasurement()
{
    std::vector<LayerSize> all = golangLayers();
    all.push_back(layer(1, 0, LayerCategory::Other, "WORKDIR /src"));
    all.push_back(layer(2, 45'300'000, LayerCategory::Application, "COPY . . # buildkit"));
    all.push_back(
        layer(3, 96'300'000, LayerCategory::Dependencies, "RUN /bin/sh -c go mod download # buildkit"));
    all.push_back(
        layer(4, 71'500'000, LayerCategory::BuildOutput, "RUN /bin/sh -c go build -o /server # buildkit"));
    all.push_back(layer(5, 0, LayerCategory::Other, "CMD [\"/server\"]"));
    Measurement measurement;
    measurement.stages.push_back(sized(StageIndex {0}, "go-webapp:before", all));
    measurement.target = StageIndex {0};
    measurement.textHash = "before";
    measurement.image = "go-webapp:before";
    measurement.engine = "docker 28.5 (unix:///var/run/docker.sock)";
    measurement.store = ImageStore::GraphDriver;
    measurement.time = QDateTime(QDate::currentDate(), QTime(11, 40)).toSecsSinceEpoch();
    return measurement;
}

inline LayerEntry file(std::string path, std::uint64_t bytes)
{
    return {std::move(path), LayerEntryKind::File, bytes};
}

/// The files of stage 0, "build": a layer for each of its entries that has bytes; an archive that a later line deletes, and a
/// file that is stored twice.
inline ImageContents buildFiles()
{
    ImageContents files;
    const StageSize size = goMeasurement().stages.front();
    for (const LayerSize &each : size.layers) {
        HistoryEntry entry;
        entry.createdBy = each.createdBy;
        entry.bytes = each.bytes;
        files.history.push_back(std::move(entry));
    }
    const auto add = [&files](std::size_t historyEntry, std::vector<LayerEntry> entries) {
        FileLayer layer;
        layer.historyEntry = historyEntry;
        layer.createdBy = files.history[historyEntry].createdBy;
        for (const LayerEntry &each : entries)
            layer.bytes += each.bytes;
        layer.entries = std::move(entries);
        files.layers.push_back(std::move(layer));
    };
    add(0,
        {file("usr/lib/x86_64-linux-gnu/libc.so.6", 31'000'000),
         file("usr/lib/x86_64-linux-gnu/libcrypto.so.3", 24'000'000), file("usr/bin/perl", 18'600'000),
         file("usr/share/doc/a", 23'000'000), file("var/lib/dpkg/status", 20'000'000)});
    add(2,
        {file("usr/lib/gcc/x86_64-linux-gnu/12/cc1plus", 86'000'000),
         file("usr/lib/gcc/x86_64-linux-gnu/12/cc1", 60'400'000),
         file("usr/include/c++/12/bits/regex.h", 44'000'000)});
    add(3,
        {file("usr/local/go/bin/go", 40'100'000),
         file("usr/local/go/pkg/tool/linux_amd64/compile", 90'000'000),
         file("usr/local/go/src/net/http/server.go", 90'000'000)});
    add(5, {file("src/go.mod", 1'200), file("src/go.sum", 2'000)});
    add(6,
        {file("go/pkg/mod/github.com/gin-gonic/gin/gin.go", 40'000'000),
         file("go/pkg/mod/cache/download/x.zip", 52'200'000), file("tmp/tools.tar.gz", 4'100'000)});
    add(7,
        {file("src/cmd/server/main.go", 2'100'000), file("src/go.sum", 2'000),
         file("src/assets/logo.svg", 2'000'000)});
    add(8,
        {file("server", 6'430'000),
         file("root/.cache/go-build/ab/cd", 65'070'000),
         {"tmp/tools.tar.gz", LayerEntryKind::Removed, 0}});
    return files;
}

inline ui::ComparedSize pinned()
{
    const Measurement fat = fatMeasurement();
    return {QStringLiteral("pinned 11:40"), fat.stages.front(), fat.store, {}, nullptr, {}, nullptr};
}

} // namespace drydock::samples

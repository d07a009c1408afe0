// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/buildx_build.h"

#include "model/build/build_ending.h"
#include "model/build/provenance.h"
#include "model/build/rawjson_decoder.h"
#include "model/build/stage_names.h"
#include "model/context/folder.h"
#include "model/context/path_match.h"
#include "model/engine/build_run.h"
#include "model/engine/buildx_process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>
#include <utility>

namespace drydock {
namespace {

constexpr std::size_t mostIgnoreBytes = std::size_t {1024} * 1024;
constexpr qint64 mostMetadataBytes = qint64 {64} * 1024 * 1024;

Result<void> write(const std::string &path, const std::string &bytes)
{
    QFile file(QString::fromStdString(path));
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        && file.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size())
        && file.flush())
        return {};
    return tl::unexpected(Error {{QT_TRANSLATE_NOOP("engine", "“%1” cannot be written."), {path}},
                                 file.errorString().toStdString()});
}

class BuildxBuild final : public BuildRun {
public:
    BuildxBuild(const BuildxProgram &program, const Endpoint &endpoint, ImageStore store, BuildWish wish,
                const Syntax &syntax)
        : BuildRun(syntax, BuildWay::Buildx)
        , m_store(store)
        , m_wish(std::move(wish))
        , m_folder(std::make_shared<QTemporaryDir>())
    {
        const Result<CommandLine> command = prepare(program, endpoint, syntax);
        if (!command) {
            endLater(command.error());
            return;
        }
        setWords(command->inWords());
        m_process = std::make_unique<BuildxProcess>(*command, m_folder);
        connect(m_process.get(), &QProcess::readyReadStandardError, this, &BuildxBuild::read);
        connect(m_process.get(), &QProcess::finished, this, &BuildxBuild::conclude);
        connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                failToStart();
        });
        // Not from here: that it cannot be started is told at once.
        QTimer::singleShot(0, m_process.get(), [process = m_process.get()] { process->start(); });
    }

    void abort() override { BuildxProcess::leave(std::move(m_process)); }

    void cancel() override
    {
        if (isFinished() || m_isCancelled)
            return;
        m_isCancelled = true;
        if (m_process && m_process->state() == QProcess::Running) {
            m_process->interrupt();
            return;
        }
        BuildxProcess::leave(std::move(m_process));
        endCancelled();
    }

private:
    Result<CommandLine> prepare(const BuildxProgram &program, const Endpoint &endpoint, const Syntax &syntax)
    {
        if (!m_folder->isValid())
            return tl::unexpected(
                Error {{QT_TRANSLATE_NOOP("engine", "There is no place for temporary files."), {}},
                       m_folder->errorString().toStdString()});
        const Result<BuildTarget> target = targetCalled(syntax, m_wish.target);
        if (!target)
            return tl::unexpected(target.error());
        const std::string name(nameOfPath(m_wish.dockerfile));
        BuildxFiles files;
        files.dockerfile = m_folder->filePath(QStringLiteral("build")).toStdString();
        files.metadata = m_folder->filePath(QStringLiteral("metadata.json")).toStdString();
        if (!QDir().mkpath(QString::fromStdString(files.dockerfile)))
            return refusal(QT_TRANSLATE_NOOP("engine", "“%1” cannot be written."), {files.dockerfile});
        files.dockerfile += '/' + (name.empty() || name == "." || name == ".." ? "Dockerfile" : name);
        Result<CommandLine> command = buildxCommand(program, endpoint, m_wish, target->name, files);
        if (!command)
            return command;
        if (const auto written = write(files.dockerfile, target->edits.applyTo(m_wish.text)); !written)
            return tl::unexpected(written.error());
        if (const auto written = writeIgnoreFile(files.dockerfile + ".dockerignore"); !written)
            return tl::unexpected(written.error());
        m_metadata = files.metadata;
        return command;
    }

    /// buildx looks for `<Dockerfile>.dockerignore` beside the Dockerfile that it is given.
    Result<void> writeIgnoreFile(const std::string &path) const
    {
        if (m_wish.dockerfile.empty())
            return {};
        const Result<Folder> folder = Folder::open(m_wish.folder);
        if (!folder)
            return tl::unexpected(folder.error());
        const auto text = folder->read(m_wish.dockerfile + ".dockerignore", mostIgnoreBytes);
        if (!text)
            return tl::unexpected(text.error());
        return *text ? write(path, **text) : Result<void>();
    }

    void read()
    {
        const QByteArray bytes = m_process->readAllStandardError();
        take(m_decoder.add({bytes.data(), static_cast<std::size_t>(bytes.size())}));
    }

    void failToStart()
    {
        if (m_isCancelled)
            return;
        Error error {
            {QT_TRANSLATE_NOOP("engine", "“%1” cannot be started."), {m_process->program().toStdString()}},
            m_process->errorString().toStdString()};
        end(tl::unexpected(std::move(error)));
    }

    void conclude(int code, QProcess::ExitStatus status)
    {
        read();
        take(m_decoder.end());
        if (m_isCancelled) {
            endCancelled();
            return;
        }
        const bool isSuccess = status == QProcess::NormalExit && code == 0;
        const BuildMetadata metadata = isSuccess ? readMetadata() : BuildMetadata();
        BuildNews lines;
        lines.steps = metadata.lines;
        take(lines);
        finishProgress(false);
        if (isSuccess)
            end(BuildOutcome {way(), imageIdOf(metadata)});
        else
            end(tl::unexpected(failure(code, status)));
    }

    Error failure(int code, QProcess::ExitStatus status) const
    {
        const std::string words = progress().error().empty() ? plainText(notices()) : progress().error();
        if (status == QProcess::CrashExit && progress().error().empty())
            return {{QT_TRANSLATE_NOOP("engine", "docker buildx was ended from outside."), {}}, words};
        if (words.empty() && !progress().failed())
            return {{QT_TRANSLATE_NOOP("engine", "docker buildx failed without a word (%1)."),
                     {std::to_string(code)}},
                    {}};
        return whyItFailed(progress(), words);
    }

    BuildMetadata readMetadata() const
    {
        QFile file(QString::fromStdString(m_metadata));
        if (!file.open(QIODevice::ReadOnly) || file.size() > mostMetadataBytes)
            return {};
        const QByteArray bytes = file.readAll();
        return readBuildMetadata({bytes.data(), static_cast<std::size_t>(bytes.size())});
    }

    std::string imageIdOf(const BuildMetadata &metadata) const
    {
        const bool isManifest = m_store == ImageStore::Containerd || metadata.imageId.empty();
        return isManifest && !metadata.manifest.empty() ? metadata.manifest : metadata.imageId;
    }

    ImageStore m_store;
    BuildWish m_wish;
    std::shared_ptr<QTemporaryDir> m_folder;
    std::string m_metadata;
    RawjsonDecoder m_decoder;
    std::unique_ptr<BuildxProcess> m_process;
    bool m_isCancelled = false;
};

} // namespace

BuildPtr startBuildx(const BuildxProgram &program, const Endpoint &endpoint, ImageStore store,
                     const BuildWish &wish)
{
    return BuildPtr(new BuildxBuild(program, endpoint, store, wish, parse(SourceText(wish.text))));
}

} // namespace drydock

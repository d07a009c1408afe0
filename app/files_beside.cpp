// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files_beside.h"

#include "app/file_reader.h"
#include "app/file_writer.h"
#include "app/words.h"
#include "model/context/path_match.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace drydock::app {
namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("files", text);
}

} // namespace

QString writeBeside(const QString &dockerfile, const BuildContext *folder,
                    const std::map<std::string, std::string> &files)
{
    const QString root = QFileInfo(dockerfile).absolutePath() + u'/';
    for (const auto &[path, bytes] : files) {
        const QString name = root + QFile::decodeName(pathFromRoot(path).c_str()); // ".." does not lead out.
        WriteRequest request {name, bytes, FileStamp::of(name), {}};
        if (request.expected) {
            const auto content = readFile(name);
            if (!content)
                return sentence(content.error());
            if (content->bytes == bytes)
                continue;
            const bool isKnown
                = folder && folder->ignoreFile().path == path && folder->ignoreFile().text == content->bytes;
            if (!isKnown)
                return words(QT_TRANSLATE_NOOP(
                                 "files",
                                 "“%1” is not what it was when this was worked out. Nothing was written."))
                    .arg(name);
            request.expected = content->stamp;
        }
        const WriteOutcome outcome = writeFile(request);
        if (outcome.kind != WriteOutcome::Kind::Written)
            return sentence(outcome.error);
    }
    return {};
}

} // namespace drydock::app

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/file_finder.h"

#include "model/exporting/printable.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>

namespace drydock::cli {

namespace {

bool isFolder(const std::string &path)
{
    struct stat status = {};
    return path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool isRegularFile(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

/// A link to a folder is none: following it could lead in a circle.
bool isRealFolder(const std::string &path, unsigned char type)
{
    if (type != DT_UNKNOWN)
        return type == DT_DIR;
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string inFolder(const std::string &folder, const std::string &name)
{
    return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

} // namespace

bool isDockerfileName(std::string_view name)
{
    if (name.ends_with(".dockerignore") || name.starts_with('.'))
        return false;
    return name == "Dockerfile" || name == "Containerfile" || name.starts_with("Dockerfile.")
        || name.starts_with("Containerfile.") || name.ends_with(".Dockerfile")
        || name.ends_with(".dockerfile");
}

FileFinder::FileFinder(std::vector<std::string> arguments, Names names)
    : m_arguments(std::move(arguments))
    , m_names(names)
{ }

std::optional<Result<FoundFile>> FileFinder::next()
{
    while (true) {
        if (m_isInFolder) {
            if (auto found = nextInFolder())
                return found;
        }
        if (m_nextArgument == m_arguments.size())
            return {};
        const std::string &argument = m_arguments[m_nextArgument++];
        if (!isFolder(argument))
            return FoundFile {argument, argument};
        m_isInFolder = true;
        m_foundAny = false;
        m_folder = argument;
        m_stack.push_back({argument, true});
    }
}

std::optional<Result<FoundFile>> FileFinder::nextInFolder()
{
    while (!m_stack.empty()) {
        const Entry entry = std::move(m_stack.back());
        m_stack.pop_back();
        if (!entry.isFolder) {
            m_foundAny = true;
            if (m_names == Names::AsGiven)
                return FoundFile {entry.path, entry.path};
            return FoundFile {entry.path, entry.path.substr(inFolder(m_folder, "").size())};
        }
        if (!open(entry.path)) {
            m_foundAny = true;
            return tl::unexpected(Error {{QT_TRANSLATE_NOOP("cli", "Cannot read the folder “%1”: %2."),
                                          {printable(entry.path), std::generic_category().message(errno)}},
                                         {}});
        }
    }
    m_isInFolder = false;
    if (m_foundAny)
        return {};
    return tl::unexpected(Error {
        {QT_TRANSLATE_NOOP("cli", "There is no Dockerfile in the folder “%1”."), {printable(m_folder)}}, {}});
}

bool FileFinder::open(const std::string &folder)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> handle(::opendir(folder.c_str()), ::closedir);
    if (!handle)
        return false;
    std::vector<Entry> entries;
    while (const dirent *item = ::readdir(handle.get())) {
        const std::string name = item->d_name;
        if (name.starts_with('.') || name == "node_modules")
            continue;
        std::string path = inFolder(folder, name);
        if (isRealFolder(path, item->d_type))
            entries.push_back({std::move(path), true});
        else if (isDockerfileName(name) && isRegularFile(path))
            entries.push_back({std::move(path), false});
    }
    // The last entry comes first: files by name, then folders by name.
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return a.isFolder != b.isFolder ? a.isFolder : a.path > b.path;
    });
    m_stack.insert(m_stack.end(), std::make_move_iterator(entries.begin()),
                   std::make_move_iterator(entries.end()));
    return true;
}

} // namespace drydock::cli

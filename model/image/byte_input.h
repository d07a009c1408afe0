// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace drydock {

/// Bytes that come one after the other: of a file, of an engine's answer.
class ByteInput {
public:
    ByteInput() = default;
    ByteInput(const ByteInput &) = delete;
    ByteInput &operator=(const ByteInput &) = delete;
    virtual ~ByteInput() = default;

    /// Fills `to` with 1 to `size` bytes; waits for them if need be. \returns how many; 0 at the end.
    virtual Result<std::size_t> read(char *to, std::size_t size) = 0;
};

/// The bytes of a file on disk.
class FileInput : public ByteInput {
public:
    /// \param path in the encoding of the system. \returns an Error if it cannot be opened.
    static Result<std::unique_ptr<FileInput>> open(const std::string &path);

    Result<std::size_t> read(char *to, std::size_t size) override;

private:
    struct Close {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };

    explicit FileInput(std::unique_ptr<std::FILE, Close> file);

    std::unique_ptr<std::FILE, Close> m_file;
};

/// The bytes of a text in memory.
class TextInput : public ByteInput {
public:
    /// \param text borrowed. \param step the most that one read() gives.
    explicit TextInput(std::string_view text, std::size_t step = 65536);

    Result<std::size_t> read(char *to, std::size_t size) override;

private:
    std::string_view m_text;
    std::size_t m_step;
};

} // namespace drydock

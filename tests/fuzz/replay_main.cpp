// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Feeds files to a fuzz target without libFuzzer. Arguments are files and folders; also tries each file cut short at
// many places, which finds much of what a fuzzer would.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

void feed(const std::string &bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
}

void replay(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string bytes {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    // Said before, so that the last line names the culprit of a crash.
    std::fprintf(stderr, "%s\n", path.c_str());
    feed(bytes);
    const std::size_t step = 1 + bytes.size() / 200;
    for (std::size_t size = 0; size < bytes.size(); size += step)
        feed(bytes.substr(0, size));
}

} // namespace

int main(int argc, char **argv)
{
    std::size_t count = 0;
    for (const std::string &argument : std::vector<std::string>(argv + 1, argv + argc)) {
        if (!std::filesystem::is_directory(argument)) {
            replay(argument);
            ++count;
            continue;
        }
        for (const auto &entry : std::filesystem::recursive_directory_iterator(argument)) {
            if (entry.is_regular_file()) {
                replay(entry.path());
                ++count;
            }
        }
    }
    std::printf("%zu files replayed\n", count);
    return count == 0;
}

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_program.h"

#include <unistd.h>

#include <filesystem>
#include <string>
#include <system_error>

namespace drydock::cli {

Error becomeEngineProgram(char **argv)
{
    constexpr const char *name = "drydock-cli-engine";
    std::error_code code;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", code);
    const std::filesystem::path folder = self.parent_path();
    for (const std::filesystem::path &place :
         {folder / name, folder.parent_path() / DRYDOCK_LIBEXEC / name}) {
        if (std::filesystem::exists(place, code))
            ::execv(place.c_str(), argv);
    }
    return {{QT_TRANSLATE_NOOP("cli", "The program “%1”, which asks engines, is missing beside %2."),
             {name, self.string()}},
            {}};
}

} // namespace drydock::cli

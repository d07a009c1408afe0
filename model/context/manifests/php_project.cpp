// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/php_project.h"

#include "model/context/manifests/data_tree.h"

namespace drydock {

Result<PhpProject> readComposer(std::string_view bytes)
{
    const Result<DataTree> tree = parseJson(bytes, JsonStyle::Strict);
    if (!tree)
        return tl::unexpected(tree.error());
    PhpProject result;
    result.name = tree->textAt({"name"});
    result.phpVersion = tree->textAt({"require", "php"});
    for (const std::string &required : tree->at({"require"}).keys) {
        if (required.starts_with("ext-"))
            result.extensions.push_back(required.substr(4));
        else if (required.find('/') != std::string::npos)
            result.dependencies.push_back(required);
    }
    result.scripts = tree->at({"scripts"}).keys;
    return result;
}

} // namespace drydock

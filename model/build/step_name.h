// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace drydock {

/// What a builder calls a step, taken apart. Views of the name.
struct StepName {
    enum class Kind {
        BuildKit, ///< "[linux/amd64 build 2/4] COPY . ."
        Classic, ///< "Step 3/7 : RUN make"
        Podman, ///< "[2/3] STEP 1/4: RUN make"; without the bracket if there is one stage.
        Other, ///< "[internal] load build context", "exporting to image"
    };

    Kind kind = Kind::Other;
    std::string_view
        stage; ///< BuildKit: in lower case as BuildKit prints it; empty if the file has one unnamed stage.
    std::size_t stageNumber = 0; ///< Podman: from 1, of those up to the target.
    std::size_t number
        = 0; ///< From 1, of `count`. BuildKit and Podman: within the stage; classic: within the file.
    std::size_t count = 0;
    std::string_view text; ///< What the step does: "COPY . .". Other: the whole name.
};

/// Sources: `prefixCommand` of BuildKit's dockerfile2llb; the classic builder's dispatcher; for Podman a stream of 4.3.1.
StepName readStepName(std::string_view name);

} // namespace drydock

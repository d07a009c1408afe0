// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a pom.xml says.
struct MavenProject {
    std::string groupId; ///< Its own, else its parent's.
    std::string artifactId;
    std::string version; ///< Its own, else its parent's. May hold a property: "${revision}".
    std::string packaging; ///< "jar" if nothing is said.
    std::string finalName; ///< build.finalName as written; empty: Maven's "artifactId-version".
    std::vector<std::string> modules;
    std::string
        javaVersion; ///< maven.compiler.release, java.version or maven.compiler.target, the first there is.
    std::vector<std::string> plugins; ///< artifactIds of build plugins.
    bool usesSpringBoot = false; ///< spring-boot-maven-plugin or the parent spring-boot-starter-parent.

    /// What ends up in target/: "app-1.0.jar", as written. Empty for packaging "pom".
    std::string artifactName() const;
};

/// What a build.gradle(.kts) or settings.gradle(.kts) says, looked through line by line.
struct GradleProject {
    std::string rootName; ///< settings: rootProject.name
    std::vector<std::string> included; ///< settings: projects behind `include`.
    std::string version;
    std::vector<std::string>
        plugins; ///< Ids: "org.springframework.boot", "application"; Kotlin's short names too.
    std::string archiveName; ///< archiveBaseName or archiveFileName
    std::string javaVersion; ///< Of the toolchain, sourceCompatibility or jvmToolchain: "21".
};

Result<MavenProject> readPom(std::string_view bytes);
Result<GradleProject> readGradle(std::string_view bytes);

} // namespace drydock

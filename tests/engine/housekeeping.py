# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stays in the private engine and in the cache, and what goes."""
import json

LABEL = "drydock-engine-test"  # of all that tests build and run


def remove_tested(engine):
    """Removes what tests built and ran, also those of a run that was killed."""
    containers = engine.docker("ps", "--all", "--quiet").stdout.split()
    if containers:
        engine.docker("rm", "--force", *containers)
    built = engine.docker("image", "ls", "--quiet", f"--filter=label={LABEL}").stdout.split()
    if built:
        engine.docker("image", "rm", "--force", *built)
    engine.docker("builder", "prune", "--all", "--force")


def layers_of_images(engine):
    """{id: digests of its layers, lowest first}"""
    images = engine.docker("image", "ls", "--quiet", "--no-trunc").stdout.split()
    said = engine.docker("image", "inspect", "--format={{.Id}} {{json .RootFS.Layers}}", *images).stdout if images else ""
    return {line.split(" ", 1)[0]: json.loads(line.split(" ", 1)[1]) for line in said.splitlines()}


def remove_outdated(engine, layers, distribution):
    """Keeps of stand-ins what can be used again: in the engine, and not a second time as files."""
    digests = layers.digests()
    there = layers_of_images(engine)
    outdated = [image for image, parts in there.items() if not digests.issuperset(parts)]
    if outdated:
        engine.docker("image", "rm", "--force", *outdated)
    layers.forget_files({digest for parts in there.values() for digest in parts})
    distribution.forget_files()

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drydock on an engine: each sample is built and run as it is and as Drydock rewrites it, and the two are compared; and what
a person does with drydock-cli and an engine (stories.py).

    run_engine_tests.py all FOLDER DRYDOCK-CLI [CASE...]   everything: what CTest does in single steps
    run_engine_tests.py start FOLDER                       an engine, that ends with the process that called this
    run_engine_tests.py start-other FOLDER                 the same, the one in $DRYDOCK_ENGINE_PROGRAMS
    run_engine_tests.py run FOLDER DRYDOCK-CLI CASE        one test in it
    run_engine_tests.py stop FOLDER                        ends the engine and writes FOLDER/sizes.txt
    run_engine_tests.py list                               the names of all tests
    run_engine_tests.py list-stories                       of those that are stories

FOLDER takes notes of the run. Exit code 77: it cannot be done here, and the sentence says why.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import builds
import contract
import housekeeping
import layers
import private_engine
import samples
import standins
import stories
from distribution import Distribution, Unavailable

SKIPPED = 77


def cache():
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return pathlib.Path(os.environ.get("DRYDOCK_ENGINE_CACHE") or f"{home}/drydock/engine")


def start(folder, owner, find_programs=lambda: None):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        if os.geteuid() != 0:
            raise Unavailable("the engine tests start an engine of their own, and that takes root")
        place = private_engine.start(Distribution(cache()), owner, find_programs())
    except Unavailable as why:
        (folder / "skipped").write_text(f"{why}\n")
        print(f"skipped: {why}")
        return SKIPPED
    (folder / "engine").write_text(str(place))
    housekeeping.remove_tested(private_engine.Engine(place))
    return 0


def refactor(program, folder, name, settings):
    """Has the Dockerfile in FOLDER rewritten, with the files that come along."""
    chosen = [f"--set={key}={value}" for key, value in settings.items()]
    run = subprocess.run([program, "refactor", name, folder / "Dockerfile", "--format", "json", *chosen], capture_output=True,
                         text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    try:
        proposal = json.loads(run.stdout)
    except ValueError:
        raise builds.Failure(f"drydock-cli refactor {name} ends with {run.returncode}: {run.stdout}{run.stderr}") from None
    if proposal["verdict"] == "blocked":
        raise builds.Failure(f"{name} is blocked, line {proposal['line']}: {proposal['reason']}")
    with open(folder / "Dockerfile", encoding="utf-8", newline="") as file:
        if file.read() == proposal["text"]:
            raise builds.Failure(f"{name} changes nothing")
    (folder / "Dockerfile").write_text(proposal["text"], newline="")
    for path, text in proposal.get("files", {}).items():
        (folder / path).write_text(text, newline="")
    return proposal


def compare(builder, program, name):
    """Runs the test NAME. Returns what is worth a line in the table; raises Failure."""
    case = samples.CASES[name]
    sample = samples.SAMPLES[case.sample]
    with tempfile.TemporaryDirectory(prefix="drydock-engine-sample-") as scratch:
        sides = {side: pathlib.Path(scratch) / side for side in ("before", "after")}
        for folder in sides.values():
            samples.lay_out(case.sample, folder)
        proposals = [refactor(program, sides["after"], *step) for step in case.steps]
        text = (sides["after"] / "Dockerfile").read_text()
        try:
            images, runs = {}, {}
            for side, folder in sides.items():
                tag = f"drydock/{name}:{side}"
                images[side] = builder.build((folder / "Dockerfile").read_text(), folder, tag)
                runs[side] = builder.run(tag, sample.port, f"{name}-{side}")
            complain(case, sample, images, runs, proposals)
            if case.touched:
                with open(sides["after"] / case.touched, "a") as file:
                    file.write("\n")
                builder.build(text, sides["after"], f"drydock/{name}:again")
                if not any(case.kept in step for step in builder.kept):
                    raise builds.Failure(f"when {case.touched} changes, “{case.kept}” runs again; kept: {builder.kept}")
        except builds.Failure as failure:
            raise builds.Failure(f"{failure}\nThe new Dockerfile:\n{text}\nassumed: "
                                 + "; ".join(a["text"] for proposal in proposals for a in proposal["assumptions"])) from None
    return {"before": images["before"]["Size"], "after": images["after"]["Size"], "verdict": proposals[0]["verdict"], "text": text}


def complain(case, sample, images, runs, proposals):
    """Raises Failure unless nobody notices a difference."""
    before, after = runs["before"], runs["after"]
    problems = []
    if before.answer != sample.answer or (not sample.port and before.status != sample.status):
        problems.append(f"the sample itself says {before.answer!r} and ends with {before.status}")
    if after.answer != before.answer:
        problems.append(f"it said {before.answer!r} and now says {after.answer!r}")
    if after.status != before.status:
        problems.append(f"it ended with {before.status} and now ends with {after.status}")
    base = standins.IMAGES[standins.standin_for(builds.FROM.search((samples.FOLDER / case.sample / "Dockerfile").read_text())[1])]
    contracts = {side: contract.of_image(image) for side, image in images.items()}
    problems += contract.lost(contracts["before"], contracts["after"], contract.of_image({"Config": base.config}))
    problems += contract.contradicted(proposals[0]["contractBefore"], contracts["before"])
    problems += contract.contradicted(proposals[-1]["contractAfter"], contracts["after"])
    gone = 1 - images["after"]["Size"] / images["before"]["Size"]
    if gone < case.shrinks:
        problems.append(f"it gets smaller by {100 * gone:.1f} %, not by {100 * case.shrinks:.0f} %")
    if problems:
        raise builds.Failure("\n".join(problems))


def run(folder, program, name):
    if not (folder / "engine").exists():
        why = (folder / "skipped").read_text() if (folder / "skipped").exists() else "no engine has been started\n"
        print(f"skipped: {why}", end="")
        return SKIPPED
    engine = private_engine.Engine((folder / "engine").read_text())
    builder = builds.Builder(engine, layers.Layers(Distribution(cache()), standins.LAYERS), f"{housekeeping.LABEL}={name}")
    try:
        if name in stories.STORIES:
            print(json.dumps(stories.tell(engine, builder, pathlib.Path(program).resolve(), name)))
            return 0
        result = compare(builder, pathlib.Path(program).resolve(), name)
    except builds.Failure as failure:
        print(f"{name}: {failure}")
        return 1
    except stories.Skipped as why:
        print(f"skipped: {why}")
        return SKIPPED
    (folder / f"{name}.json").write_text(json.dumps(result))
    print(table({name: result}), end="")
    return 0


def table(results):
    width = max(len(name) for name in results)
    lines = [f"{'':{width}}     before      after      gone"]
    for name, result in results.items():
        before, after = result["before"], result["after"]
        lines.append(f"{name:{width}}  {before / 1e6:6.1f} MB  {after / 1e6:6.1f} MB  {100 * (1 - after / before):6.1f} %")
    return "\n".join(lines) + "\n"


def stop(folder):
    if (folder / "engine").exists():
        place = (folder / "engine").read_text()
        distribution = Distribution(cache())
        try:
            engine = private_engine.Engine(place)
            housekeeping.remove_tested(engine)
            housekeeping.remove_outdated(engine, layers.Layers(distribution, standins.LAYERS), distribution)
        finally:
            private_engine.stop(place)
            (folder / "engine").unlink()
    results = {name: json.loads((folder / f"{name}.json").read_text()) for name in samples.CASES
               if (folder / f"{name}.json").exists()}
    if results:
        (folder / "sizes.txt").write_text(table(results))
        print(table(results), end="")
    return 0


def everything(folder, program, *names):
    try:
        failed = start(folder, os.getpid())
        if failed:
            return failed
        return int(any([run(folder, program, name) for name in names or [*samples.CASES, *stories.STORIES]]))
    finally:
        stop(folder)


def main(arguments):
    verbs = {"start": lambda folder: start(folder, os.getppid()), "run": run, "stop": stop, "all": everything,
             "start-other": lambda folder: start(folder, os.getppid(), private_engine.other_programs)}
    lists = {"list": [*samples.CASES, *stories.STORIES], "list-stories": stories.STORIES}
    if len(arguments) == 1 and arguments[0] in lists:
        print("\n".join(lists[arguments[0]]))
        return 0
    if len(arguments) < 2 or arguments[0] not in verbs:
        print(__doc__, file=sys.stderr)
        return 2
    return verbs[arguments[0]](pathlib.Path(arguments[1]).resolve(), *arguments[2:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

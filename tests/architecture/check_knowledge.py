# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of resources/knowledge are well formed: dates, keys, ranges, versions, nothing twice, no name that leads nowhere.

Whether they are true is for packaging/check-knowledge to say. Needs Python 3.11.
"""
import datetime
import pathlib
import re
import sys

try:
    import tomllib
except ImportError:  # Python before 3.11
    tomllib = None

import common

KEYS = {
    "base_configs": {"date": None, "config": {"image", "tag", "also", "from", "below", "entrypoint", "command", "workdir",
                                              "ports", "volumes", "stop", "user", "environment", "open"}},
    "base_images": {"date": None, "image": {"name", "about", "tags"}},
    "base_sizes": {"date": None, "size": {"image", "tag", "unpacked", "packed", "source"}},
    "base_variants": {"date": None, "program": None,
                      "image": {"name", "slim", "alpine", "distroless", "chainguard", "flavours", "without", "program",
                                "advice", "advice_below"}},
    "end_of_life": {"date": None, "product": {"images", "newest", "names", "until", "variant", "variants"}},
    "image_versions": {"date": None, "image": {"names", "variable", "least", "most"}},
    "language_packages": {"date": None, "package": {"language", "names", "libraries", "packages"}},
    "packages": {"date": None, "libraries": None, "sizes": None, "full": None, "alpine_has": None,
                 "pattern": {"world", "like", "use"},
                 "package": {"apt", "trixie", "apk", "dnf", "from", "use", "programs"}},
    "releases": {"date": None, "release": {"family", "name", "version", "glibc", "openssl", "python"},
                 "standard": {"image", "since", "release"}},
    "runtime_images": {"date": None, "archived": None, "majors": None, "libraries": None, "packages": None, "crates": None,
                       "image": {"image", "tag", "run", "run_alpine", "other"}},
}
WORLDS = ("apt", "apk", "dnf")
USES = {"build", "library", "tool", "runtime"}
# Headers of so many libraries, or of such as have no package of their own everywhere, that nobody has listed them.
UNLISTED = {"libboost-all-dev"}
OPEN = {"program", "ports", "volumes", "directory", "stop", "user"}
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9+._-]*")


def is_day(text):
    try:
        return bool(datetime.date.fromisoformat(text)) and len(text) == 10
    except (TypeError, ValueError):
        return False


def is_version(text):
    return bool(re.fullmatch(r"\d+(\.\d+)*", text))


def twice(names):
    seen = set()
    return sorted({name for name in names if name in seen or seen.add(name)})


def is_range(pair):
    return (isinstance(pair, list) and len(pair) == 2 and all(isinstance(n, (int, float)) for n in pair)
            and 0 <= pair[0] <= pair[1])


def unknown_keys(kind, data):
    for key, allowed in KEYS.get(kind, {}).items():
        for entry in data.get(key, []) if allowed else []:
            for wrong in sorted(set(entry) - allowed):
                yield f"{key}: key “{wrong}” is read by nobody"
    for wrong in sorted(set(data) - set(KEYS.get(kind, data))):
        yield f"key “{wrong}” is read by nobody"


def base_configs(data):
    for entry in data["config"]:
        what = " ".join([entry["image"], *entry.get("tag", [])])
        for key in ("from", "below"):
            if not is_version(entry.get(key, "0")):
                yield f"{what}: {key} “{entry[key]}” cannot be put in order"
        for port in entry.get("ports", []):
            if not re.fullmatch(r"\d+/(tcp|udp|sctp)", port):
                yield f"{what}: “{port}” is no port"
        for path in [entry.get("workdir", "/"), *entry.get("volumes", [])]:
            if not path.startswith("/"):
                yield f"{what}: “{path}” is no path of an image"
        for part in sorted(set(entry.get("open", [])) - OPEN):
            yield f"{what}: “{part}” is no part of a configuration"


def base_images(data):
    for name in twice(image["name"] for image in data["image"]):
        yield f"{name} stands there twice"


def base_sizes(data):
    for entry in data["size"]:
        what = f"{entry['image']}:{entry.get('tag', '')}"
        for key in ("unpacked", "packed"):
            if not is_range(entry.get(key)):
                yield f"{what}: {key} is no range"
                return
        if entry["packed"][1] > entry["unpacked"][1]:
            yield f"{what}: takes more packed than unpacked"
        if entry.get("source") not in ("read", "stated", "known"):
            yield f"{what}: says not where it comes from"
    for name in twice((entry["image"], entry.get("tag", "")) for entry in data["size"]):
        yield f"{' '.join(name)} stands there twice"


def end_of_life(data):
    for product in data["product"]:
        what = product["images"][0]
        for cycle, until in product["until"].items():
            if not is_version(cycle):
                yield f"{what}: “{cycle}” cannot be put in order"
            if not is_day(until) and not is_day(until + "-01"):
                yield f"{what} {cycle}: “{until}” is no day and no month"
        if product["newest"] not in product["until"]:
            yield f"{what}: the newest is not in the list"
        for name, cycle in product.get("names", {}).items():
            if not is_version(cycle):
                yield f"{what}: {name} stands for “{cycle}”, which is no version"


def releases(data):
    for release in data["release"]:
        what = f"{release['family']} {release['version']}"
        for key in ("version", "glibc", "openssl", "python"):
            if key in release and not is_version(release[key]):
                yield f"{what}: {key} “{release[key]}” cannot be put in order"
    for name in twice((release["family"], release["version"]) for release in data["release"]):
        yield f"{' '.join(name)} stands there twice"
    names = {release.get("name") for release in data["release"]}
    for standard in data["standard"]:
        if standard["release"] not in names:
            yield f"{standard['image']}: nobody knows {standard['release']}"


def image_versions(data):
    for entry in data["image"]:
        if not re.fullmatch(r"[A-Z][A-Z0-9_]*", entry.get("variable", "")):
            yield f"{entry['names']}: “{entry.get('variable')}” is no variable"
        if not 1 <= entry.get("least", 1) <= entry.get("most", 3):
            yield f"{entry['names']}: at least more numbers than at most"
    for name in twice(name for entry in data["image"] for name in entry["names"]):
        yield f"{name} stands there twice"


def packages(data):
    libraries = data["libraries"]
    for number, row in enumerate(data["package"]):
        what = next((row[world] for world in WORLDS if row.get(world)), f"line {number}")
        if row.get("use") not in USES:
            yield f"{what}: “{row.get('use')}” is no use"
        if row.get("from", "apt") not in WORLDS or ("from" in row and row["from"] not in row):
            yield f"{what}: comes from a world that it has no name in"
        for key in (*WORLDS, "trixie"):
            for name in row.get(key, "").split():
                if name != "?" and not NAME.fullmatch(name):
                    yield f"{what}: “{name}” is no name of a package"
        if row.get("use") != "library":
            continue
        for name in row.get("apt", "").split():
            if name.endswith("-dev") and name not in libraries["bookworm"] and name not in UNLISTED:
                yield f"{name}: its libraries are missing"
    for world in WORLDS:
        plain = (row[world] for row in data["package"] if "from" not in row and row.get(world) and world == "apt")
        alone = (row.get(world, "") for row in data["package"] if row.get("from") == world)
        for name in twice(plain) + twice(alone):
            yield f"{world}: {name} stands there twice"
    for release, table in libraries.items():
        for name, values in table.items():
            if values != "?" and any(value.endswith(("-dev", "-devel")) or not NAME.fullmatch(value)
                                     for value in values.split() or [""]):
                yield f"{release}: {name} leads to “{values}”"
            if release == "trixie" and values == libraries["bookworm"].get(name):
                yield f"trixie: {name} differs in nothing"
    apt = {name for row in data["package"] for name in row.get("apt", "").split()}
    for name in [*data.get("full", []), *data.get("alpine_has", [])]:
        if name not in apt:
            yield f"{name}: no line has it"
    for name, pair in data["sizes"].items():
        if not is_range(pair):
            yield f"size of {name} is no range"
    for pattern in data["pattern"]:
        if pattern["world"] not in WORLDS or pattern["use"] not in USES or pattern["like"].count("*") != 1:
            yield f"pattern {pattern['like']} is not understood"


def language_packages(data):
    for entry in data["package"]:
        if entry.get("language") not in ("node", "python", "ruby") or not entry.get("names"):
            yield f"{entry} is of no language or has no names"
        for name in entry.get("libraries", []) + entry.get("packages", []):
            if not NAME.fullmatch(name):
                yield f"“{name}” is no name of a package"
    for name in twice((entry["language"], name) for entry in data["package"] for name in entry["names"]):
        yield f"{' '.join(name)} stands there twice"


def runtime_images(data):
    hole = re.compile(r"\{(\w+)\}")
    for row in data["image"]:
        what = f"{row['image']}:{row['tag']}"
        holes = set(hole.findall(row["tag"]))
        if holes - {"version", "major", "minor", "more", "rest"} or row["tag"].find("{rest}") not in (-1, len(row["tag"]) - 6):
            yield f"{what} is not understood"
        for key in ("run", "run_alpine"):
            if set(hole.findall(row.get(key, ""))) - holes - {"kind"}:
                yield f"{what}: {key} has holes that nothing fills"
    for name in twice((row["image"], row["tag"]) for row in data["image"]):
        yield f"{':'.join(name)} stands there twice"
    for image, majors in data["majors"].items():
        if not all(is_version(major) for major in majors):
            yield f"{image}: a major version that is none"
    for image, paths in data["libraries"].items():
        if not all(path.startswith("/") for path in paths):
            yield f"{image}: a library without its folder"
    for language, worlds in data["packages"].items():
        if set(worlds) - set(WORLDS) or not all(NAME.fullmatch(name) for names in worlds.values() for name in names):
            yield f"packages of {language} are not understood"
    for crate, package in data["crates"].items():
        if not package.endswith("-dev"):
            yield f"{crate}: “{package}” has no headers"


CHECKS = {"base_configs": base_configs, "base_images": base_images, "base_sizes": base_sizes, "end_of_life": end_of_life,
          "image_versions": image_versions, "language_packages": language_packages, "packages": packages, "releases": releases,
          "runtime_images": runtime_images}


def findings(root):
    for path in common.files(root, "resources/knowledge"):
        if path.suffix != ".toml":
            continue
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            yield f"{path.name}: {error}"
            continue
        if not is_day(data.get("date")):
            yield f"{path.name}: says not when it was true"
        wrong = list(unknown_keys(path.stem, data))
        for sentence in wrong or CHECKS.get(path.stem, lambda _: ())(data):
            yield f"{path.name}: {sentence}"


def main():
    if not tomllib:
        print("Tables of knowledge: not looked at, for that needs Python 3.11")
        return 0
    return common.report(list(findings(pathlib.Path(sys.argv[1]))), "Tables of knowledge")


if __name__ == "__main__":
    sys.exit(main())

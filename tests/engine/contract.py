# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What whoever runs an image can rely on: as the engine says, and as Drydock says."""
import re

import housekeeping

# For the compiler and the package manager: no program that runs asks for these.
FOR_BUILDING = re.compile(r"(CGO_ENABLED|GO(OS|ARCH|FLAGS|PROXY|PRIVATE|SUMDB|TOOLCHAIN|CACHE|MODCACHE)|GO111MODULE|DEBIAN_FRONTEND"
                          r"|CC|CXX|C(XX)?FLAGS|LDFLAGS|MAKEFLAGS|MAVEN_(OPTS|CONFIG)|(CARGO|RUSTUP|PIP|CMAKE|COMPOSER|NPM_CONFIG)_.*)")


def of_image(inspected):
    """Of what `docker image inspect` says."""
    config = inspected["Config"]
    return {
        "argv": [*(config.get("Entrypoint") or []), *(config.get("Cmd") or [])],
        "environment": dict(setting.split("=", 1) for setting in config.get("Env") or []),
        "workingDirectory": config.get("WorkingDir") or "/",
        "user": plain_user(config.get("User")),
        "ports": sorted(config.get("ExposedPorts") or {}),
        "volumes": sorted(config.get("Volumes") or {}),
        "stopSignal": config.get("StopSignal") or "",
        "healthcheck": (config.get("Healthcheck") or {}).get("Test") or [],
        "labels": {key: value for key, value in (config.get("Labels") or {}).items() if key != housekeeping.LABEL},
    }


def plain_user(user):
    return "" if user in (None, "0", "root", "0:0", "root:root") else user


def lost(before, after, base):
    """What must not differ, whatever Drydock says: sentences. BASE is the contract of the image that the first one stood on."""
    found = [f"{part} was {before[part]} and is {after[part]}" for part in ("ports", "volumes", "stopSignal", "healthcheck", "labels")
             if before[part] != after[part]]
    own = {name: value for name, value in before["environment"].items()
           if base["environment"].get(name) != value and not FOR_BUILDING.fullmatch(name)}
    found += [f"{name} was {value} and is {after['environment'].get(name)}" for name, value in own.items()
              if after["environment"].get(name) != value and name != "PATH"]
    if before["user"] and not after["user"]:
        found.append(f"the user was {before['user']} and is root")
    return found


def contradicted(said, built):
    """What the engine has built otherwise than Drydock SAID it would: sentences. Stand-ins have paths and versions of their own
    in variables, so only those that the file sets count."""
    found = [f"Drydock says that {part} is {said[part]}, and it is {built[part]}"
             for part, name in (("argv", "program"), ("workingDirectory", "workingDirectory"), ("ports", "ports"),
                                ("volumes", "volumes"), ("stopSignal", "stopSignal"))
             if name not in said["open"] and said[part] != built[part]]
    if "user" not in said["open"] and plain_user(said["user"]) != built["user"]:
        found.append(f"Drydock says that the user is {said['user']!r}, and it is {built['user']!r}")
    found += [f"Drydock says that {name} is {value!r}, and it is {built['environment'].get(name)!r}"
              for name, value in said["environment"].items()
              if name not in said["fromBase"] and name != "PATH" and built["environment"].get(name) != value]
    return found

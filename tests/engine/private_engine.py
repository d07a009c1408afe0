# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An engine that nobody else sees: Debian's docker.io, unpacked and not installed, in namespaces of its own. With the
namespaces go its processes, mounts and network, so that the system's own engine and bridge are never touched, and nothing
of it outlives its keeper, however that ends. What outlives it are the images that stand in for published ones, in the
cache.

Another version, unpacked by whoever runs the tests, takes its place where a test asks for it: OTHER says how."""
import ctypes
import fcntl
import hashlib
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

from distribution import Unavailable

NAME = "drydock-engine-tests"
PLACE = pathlib.Path(os.environ.get("DRYDOCK_ENGINE_PLACE", "/var/tmp"))
OTHER = """DRYDOCK_ENGINE_PROGRAMS names no folder with another engine: unpack Debian's docker.io, docker-cli, containerd and runc of another
suite (dpkg-deb --extract) or Docker's static programs into one; with {"features": {"containerd-snapshotter": true}} in its
etc/docker/daemon.json, images are kept by containerd"""
# What every system has in the version that its loader fits to.
SYSTEMS_OWN = re.compile(r"(libc6|libgcc-s1|gcc-\d+-base|libstdc\+\+6|libc-bin|libcrypt1|debconf|perl.*|adduser|passwd)_")


class Engine:
    """One that runs already; FOLDER is its folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.settings = json.loads((self.folder / "engine.json").read_text())

    def docker(self, *arguments, timeout=300, **more):
        buildkit = "0" if arguments[0] == "builder" else "1"  # newer clients would ask buildx to prune, which need not be there
        environment = {**self.settings["environment"], "DOCKER_HOST": f"unix://{self.folder}/socket", "DOCKER_BUILDKIT": buildkit,
                       "DOCKER_CONFIG": str(self.folder / "config"), "BUILDKIT_PROGRESS": "plain", "HOME": str(self.folder)}
        command = ["docker", *map(str, arguments)]
        try:
            return subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=timeout, env=environment, **more)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, 124, "", f"no answer in {timeout} s")

    def process(self):
        """The number of its process, whose network it publishes ports in."""
        host = os.fsencode(f"--host=unix://{self.folder}/socket")
        for command in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = command.read_bytes().split(b"\0")
            except OSError:
                continue  # it has just ended
            if words[0].endswith(b"dockerd") and host in words:
                return int(command.parent.name)
        raise RuntimeError("the engine has ended")

    def has_containerd_store(self):
        """Whether containerd keeps its images: then it names them by manifests, and takes no archive without all layers."""
        return "io.containerd.snapshotter" in self.docker("info", "--format={{json .DriverStatus}}").stdout

    def load(self, write):
        """WRITE(stream) writes an archive of images."""
        environment = {**self.settings["environment"], "DOCKER_HOST": f"unix://{self.folder}/socket"}
        with subprocess.Popen(["docker", "load", "--quiet"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, env=environment) as load:
            try:
                write(load.stdin)
            finally:
                load.stdin.close()
            answer = load.stdout.read().decode(errors="replace")
            if load.wait() != 0:
                raise RuntimeError(f"docker load: {answer}")


def unpacked(distribution):
    """The folder with the engine's programs and libraries."""
    try:
        packages = ["docker.io", "docker-cli", "docker-buildx"]
        distribution.closure(packages, may_refresh=False)
    except Unavailable:
        packages = ["docker.io"]
    return distribution.unpack("engine", packages, lambda file: not SYSTEMS_OWN.match(file))


def _environment(programs):
    libraries = [str(path) for path in (*programs.glob("usr/lib/*-linux-gnu*"), *programs.glob("lib/*-linux-gnu*"))]
    paths = [str(programs / path) for path in ("usr/bin", "usr/sbin", "bin", "sbin")]
    paths.append(str(programs))
    return {"PATH": ":".join([*paths, "/usr/sbin", "/usr/bin", "/sbin", "/bin"]), "LD_LIBRARY_PATH": ":".join(libraries),
            "LC_ALL": "C.UTF-8"}


def other_programs():
    """The folder with an engine that is not the distribution's."""
    given = os.environ.get("DRYDOCK_ENGINE_PROGRAMS")
    if not given:
        raise Unavailable(OTHER)
    folder = pathlib.Path(given).resolve()
    if not shutil.which("dockerd", path=_environment(folder)["PATH"].partition(":/usr/sbin")[0]):
        raise Unavailable(f"there is no dockerd in {folder} or its usr/sbin, which DRYDOCK_ENGINE_PROGRAMS names")
    return folder


def start(distribution, owner, programs=None):
    """Starts an engine that ends when the process OWNER does. Returns its folder.
    \param programs the folder of another engine than the distribution's."""
    for program in ("unshare", "mount"):
        if not shutil.which(program):
            raise Unavailable(f"the engine tests start an engine of their own, and {program} is missing for that")
    sweep()
    data = "data"
    if programs:
        data = f"data-{hashlib.sha256(str(programs).encode()).hexdigest()[:8]}"  # no version reads what a newer one has written
    else:
        programs = unpacked(distribution)
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"{NAME}-", dir=PLACE))
    (folder / "engine.json").write_text(json.dumps({"environment": _environment(programs), "cache": str(distribution.cache),
                                                    "data": data}))
    (folder / "config").mkdir()
    given = programs / "etc/docker/daemon.json"
    (folder / "config" / "daemon.json").write_text(given.read_text() if given.exists() else '{"storage-driver": "overlay2"}')
    with open(folder / "keeper.log", "wb") as log:
        keeper = subprocess.Popen([sys.executable, "-B", __file__, folder, str(owner)], stdin=subprocess.DEVNULL, stdout=log,
                                  stderr=log, start_new_session=True)
    (folder / "keeper").write_text(str(keeper.pid))
    engine = Engine(folder)
    end = time.monotonic() + 60
    while engine.docker("version").returncode != 0:
        if keeper.poll() is not None or time.monotonic() > end:
            why = _complaint(folder)
            stop(folder)
            raise Unavailable(f"the engine does not start here: {why}")
        time.sleep(0.1)
    return folder


def _complaint(folder):
    log = folder / "dockerd.log"
    said = log.read_text(errors="replace") if log.exists() else ""
    return ([*re.findall(r"(?:failed|error|level=fatal).*", said)] or [said[-300:]])[-1]


def stop(folder):
    """Ends the engine in FOLDER and removes all it left."""
    folder = pathlib.Path(folder)
    try:
        keeper = int((folder / "keeper").read_text())
        if _keeps(keeper, folder):
            os.kill(keeper, signal.SIGTERM)
            end = time.monotonic() + 60
            while _keeps(keeper, folder) and time.monotonic() < end:
                time.sleep(0.05)
    except (OSError, ValueError):
        pass
    _remove(folder)


def sweep():
    """Removes what killed runs left. Only what carries our name and has no keeper any more."""
    for folder in PLACE.glob(f"{NAME}-*"):
        try:
            keeper = int((folder / "keeper").read_text())
        except (OSError, ValueError):
            keeper = 0 if time.time() - folder.stat().st_mtime > 60 else os.getpid()
        if keeper != os.getpid() and not _keeps(keeper, folder):
            _remove(folder)


def _keeps(process, folder):
    """Whether PROCESS is alive and the keeper of FOLDER."""
    try:
        command = pathlib.Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return os.fsencode(folder) in command and any(argument.endswith(b"private_engine.py") for argument in command)


def _remove(folder):
    shutil.rmtree(folder, ignore_errors=True)
    for group in sorted(pathlib.Path("/sys/fs/cgroup").glob(f"**/{folder.name}"), reverse=True):
        for path, _, _ in os.walk(group, topdown=False):
            try:
                os.rmdir(path)
            except OSError:
                pass


def _keep(folder, owner):
    """Runs the engine in FOLDER for as long as OWNER lives and nobody says stop."""
    settings = json.loads((folder / "engine.json").read_text())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    data = pathlib.Path(settings["cache"]) / settings["data"]
    with open(pathlib.Path(settings["cache"]) / "locks" / data.name, "w") as lock, open(folder / "dockerd.log", "wb") as log:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            data = folder / "data"  # another run has the images
        os.set_inheritable(lock.fileno(), True)  # for as long as anything of the engine is alive
        engine = _run(folder, data, settings["environment"], log, lock)
        begin = time.monotonic()
        try:
            while engine.poll() is None and os.path.exists(f"/proc/{owner}"):
                time.sleep(0.2)
            if engine.poll() is not None and time.monotonic() - begin < 30:
                shutil.rmtree(data, ignore_errors=True)  # should it be the images that it cannot start with: they can be made anew
        finally:
            has_failed = engine.poll() is not None  # then somebody wants to read its log
            _end(engine)
            if not has_failed:
                _remove(folder)


def _run(folder, data, environment, log, lock):
    libc = ctypes.CDLL(None)
    # The bridge docker0 that it makes is in this network alone. Ports are published by its proxy, so no packet filter is asked.
    command = ["unshare", "--net", "--mount", "--pid", "--mount-proc", "--fork", "--kill-child",
               sys.executable, "-B", __file__, "--with-loopback", "dockerd",
               f"--host=unix://{folder}/socket", f"--data-root={data}", f"--exec-root={folder}/exec", f"--pidfile={folder}/pid",
               f"--config-file={folder}/config/daemon.json", f"--cgroup-parent=/{folder.name}", "--iptables=false",
               "--ip6tables=false", "--ip-forward=false", "--ip-masq=false"]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, start_new_session=True,
                            pass_fds=[lock.fileno()], preexec_fn=lambda: libc.prctl(1, signal.SIGKILL))  # PR_SET_PDEATHSIG


def _end(engine):
    """Lets it write down what it knows; then all in its namespaces goes."""
    try:
        for child in pathlib.Path(f"/proc/{engine.pid}/task/{engine.pid}/children").read_text().split():
            os.kill(int(child), signal.SIGTERM)
        engine.wait(timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        pass
    engine.kill()
    engine.wait()


def _with_loopback(command):
    """Becomes COMMAND once this network can talk to itself: a new one begins with its loopback down."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        up = struct.pack("16sH14x", b"lo", 0x41)  # IFF_UP | IFF_RUNNING
        fcntl.ioctl(any_socket, 0x8914, up)  # SIOCSIFFLAGS
    os.execvp(command[0], command)


if __name__ == "__main__":
    if sys.argv[1] == "--with-loopback":
        _with_loopback(sys.argv[2:])
    _keep(pathlib.Path(sys.argv[1]), int(sys.argv[2]))

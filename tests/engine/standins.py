# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in for published base images where no registry is asked: images out of Debian packages that have the
programs, paths, users and configuration of the published ones, as far as the samples and refactorings rely on them.
The versions are Debian's, whatever the tag says."""
import dataclasses
import re

from layers import Layer

# The real one would ask the network. What a layer has is named in files, so that `install` can tell what is there.
APT_GET = """#!/bin/sh
while [ "${1#-}" != "$1" ]; do shift; done
case $1 in
    update|clean|autoclean|autoremove|remove|purge|upgrade) exit 0 ;;
    install) shift ;;
    *) echo "E: Invalid operation $1" >&2; exit 100 ;;
esac
for name in "$@"; do
    case $name in -*) continue ;; esac
    cat /usr/share/standin/*.packages | grep -qx "${name%%[:=]*}" && continue
    echo "E: Unable to locate package $name" >&2
    exit 100
done
"""
APK = """#!/bin/sh
while [ "${1#-}" != "$1" ]; do shift; done
case $1 in
    update|upgrade|del|cache|fix) exit 0 ;;
    add) shift ;;
    *) echo "ERROR: '$1' is not an apk command" >&2; exit 1 ;;
esac
for name in "$@"; do
    case $name in -*|tzdata|ca-certificates) continue ;; esac
    echo "ERROR: unable to select packages: $name (no such package)" >&2
    exit 1
done
"""
NODE_ENTRYPOINT = """#!/bin/sh
set -e
if [ "${1#-}" != "$1" ] || [ -z "$(command -v "$1")" ] || { [ -f "$1" ] && ! [ -x "$1" ]; }; then
    set -- node "$@"
fi
exec "$@"
"""
PHP_ENTRYPOINT = """#!/bin/sh
set -e
[ "${1#-}" = "$1" ] || set -- php "$@"
exec "$@"
"""
# Composer itself is a pile of libraries in Debian; the samples need no more of it than this.
COMPOSER = """#!/usr/bin/env php
<?php
$verb = $argv[1] ?? '';
if (!in_array($verb, ['install', 'dump-autoload', 'dumpautoload', 'dump'])) {
    fwrite(STDERR, "this stand-in knows no $verb\\n");
    exit(1);
}
$project = json_decode(file_get_contents('composer.json'), true);
if (!empty($project['require']) && array_filter(array_keys($project['require']), fn ($name) => str_contains($name, '/'))) {
    fwrite(STDERR, "this stand-in cannot download\\n");
    exit(1);
}
@mkdir('vendor');
if ($verb == 'install' && in_array('--no-autoloader', $argv)) {
    exit(0);
}
$prefixes = var_export($project['autoload']['psr-4'] ?? [], true);
file_put_contents('vendor/autoload.php', "<?php\\nspl_autoload_register(function (\\$class) {\\n    foreach ($prefixes as \\$prefix => \\$folder)\\n"
    . "        if (str_starts_with(\\$class, \\$prefix) && is_file(\\$file = __DIR__ . '/../' . \\$folder"
    . " . strtr(substr(\\$class, strlen(\\$prefix)), '\\\\\\\\', '/') . '.php'))\\n            require \\$file;\\n});\\n");
"""
# The real one compiles the extension.
PHP_EXTENSIONS = """#!/bin/sh
set -e
folder=/usr/local/lib/php/extensions/no-debug-non-zts-20220829
mkdir -p "$folder"
for name in "$@"; do
    cp "/usr/src/php/ext/$name.so" "$folder"
    echo "extension=$folder/$name.so" >"/usr/local/etc/php/conf.d/docker-php-ext-$name.ini"
done
"""
MAVEN_SETTINGS = """<settings>
  <localRepository>/usr/share/maven-repo</localRepository>
  <offline>true</offline>
</settings>
"""
PLAIN_ENTRYPOINT = '#!/bin/sh\nexec "$@"\n'
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
PYTHON_MOVES = [(r"^usr/lib/(python3\.\d+)(/|$)", r"usr/local/lib/\1\2"), (r"^usr/bin/(py.*|pip.*)$", r"usr/local/bin/\1"),
                (r"^usr/lib/python3/dist-packages", "usr/local/lib/python3.11/site-packages")]
PYTHON_CHANGES = {r"usr/local/lib/python3\.\d+/sysconfig\.py": [("'posix_local')", "'posix_prefix')"),
                                                                ("prefix_scheme = 'posix_local'", "prefix_scheme = 'posix_prefix'")],
                  r"usr/local/bin/pip.*": [("#!/usr/bin/python3", "#!/usr/local/bin/python3")]}
BUNDLE = "usr/share/ca-certificates/mozilla/"


def users(writer, passwd="", group=""):
    for name, more in (("passwd", passwd), ("group", group)):
        writer.file(f"etc/{name}", writer.kept[f"usr/share/base-passwd/{name}.master"].replace("*", "x") + more)


def debian_files(writer):
    for folder in ("bin", "sbin", "lib", "lib64"):
        writer.link(folder, "usr/" + folder)
    users(writer)
    for folder in ("proc", "sys", "dev", "run", "root", "home", "usr/local/bin", "usr/local/lib", "etc/apt", "var/lib/apt/lists"):
        writer.file(folder + "/", "")
    writer.folder("tmp", 0o1777)
    writer.folder("var/tmp", 0o1777)


def busybox_files(writer):
    applets = """[ ash awk base64 basename bunzip2 bzip2 cat chgrp chmod chown cmp cp cut date dd df diff dirname du echo egrep env
        expr false fgrep find fold free getopt grep gunzip gzip head hostname id install kill less ln ls md5sum mkdir mktemp more mv
        nc nice nl nohup od paste pidof ping printf ps pwd readlink realpath rm rmdir sed seq sh sha256sum sha512sum sleep sort
        split stat strings stty su sync tail tar tee test time timeout touch tr true tty uname unexpand uniq unzip vi wc wget which
        who whoami xargs xzcat yes zcat adduser addgroup deluser delgroup""".split()
    for applet in applets:
        writer.link("bin/" + applet, "busybox")
    writer.file("etc/passwd", "root:x:0:0:root:/root:/bin/ash\nwww-data:x:82:82::/var/www:/sbin/nologin\n"
                              "nobody:x:65534:65534:nobody:/:/sbin/nologin\n")
    writer.file("etc/group", "root:x:0:root\nwww-data:x:82:\nnogroup:x:65533:\nnobody:x:65534:\n")
    for folder in ("proc", "sys", "dev", "run", "root", "home", "usr/bin", "usr/local/bin", "var"):
        writer.file(folder + "/", "")
    writer.folder("tmp", 0o1777)


def distroless_files(writer):
    writer.file("etc/passwd", "root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin\n"
                              "nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n")
    writer.file("etc/group", "root:x:0:\nnobody:x:65534:\ntty:x:5:\nstaff:x:50:\nnonroot:x:65532:\n")
    for folder in ("proc", "sys", "dev", "root", "home/nonroot"):
        writer.file(folder + "/", "")
    writer.folder("tmp", 0o1777)


def certificate_bundle(writer):
    writer.file("etc/ssl/certs/ca-certificates.crt", "".join(text for path, text in sorted(writer.kept.items())
                                                             if path.startswith(BUNDLE)))


KEEP_CERTIFICATES = {BUNDLE + ".*": [("\r", "")]}

LAYERS = {
    "debian": Layer("apt bash coreutils dash findutils grep sed mawk tar gzip passwd debianutils diffutils hostname libc-bin"
                    " base-files base-passwd tzdata".split(), without="(lib)?apt", hook=debian_files,
                    files={"usr/bin/apt-get": APT_GET}, links={"usr/bin/awk": "mawk", "usr/bin/which": "which.debianutils"}),
    "certificates": Layer(["ca-certificates"], only="ca-certificates", changed=KEEP_CERTIFICATES, hook=certificate_bundle),
    "gcc": Layer("gcc g++ make cmake pkg-config libc6-dev".split(), beneath=["debian"],
                 links={"usr/bin/cc": "gcc", "usr/bin/c++": "g++"}),
    "go": Layer(["golang-go"], only="golang", files={"go/src/": "", "go/bin/": ""},
                moved=[(r"^usr/lib/go-[0-9.]+/", "usr/local/go/")]),
    "rust": Layer(["cargo"], beneath=["debian", "gcc"],
                  links={f"usr/local/cargo/bin/{name}": f"/usr/bin/{name}" for name in ("cargo", "rustc", "rustdoc")}),
    "node": Layer(["npm"], beneath=["debian"], without="(lib)?python3|libssl-dev|libnode-dev",
                  links={"usr/local/bin/node": "/usr/bin/node", "usr/local/bin/npm": "/usr/bin/npm"},
                  files={"usr/local/bin/docker-entrypoint.sh": NODE_ENTRYPOINT}),
    "node-user": Layer(["base-passwd"], only="base-passwd", files={"home/node/": ""},
                       hook=lambda writer: users(writer, "node:x:1000:1000::/home/node:/bin/bash\n", "node:x:1000:\n")),
    "python": Layer("python3 python3-pip python3-venv python3-setuptools python3-wheel".split(), beneath=["debian"],
                    moved=PYTHON_MOVES, changed=PYTHON_CHANGES,
                    # site.py, which looks for Debian's name, is compiled into the interpreter.
                    links={"usr/local/bin/python": "python3", "usr/local/lib/python3.11/dist-packages": "site-packages"}),
    "jre": Layer(["default-jre-headless"], beneath=["debian"], moved=[(r"^usr/lib/jvm/java-\d+-openjdk-[^/]+", "opt/java/openjdk")],
                 files={"__cacert_entrypoint.sh": PLAIN_ENTRYPOINT}),
    "jdk": Layer(["default-jdk-headless"], beneath=["debian", "jre"],
                 moved=[(r"^usr/lib/jvm/java-\d+-openjdk-[^/]+", "opt/java/openjdk")]),
    "maven": Layer("maven libmaven-resources-plugin-java libmaven-compiler-plugin-java libmaven-jar-plugin-java libsurefire-java"
                   " libmaven-install-plugin-java".split(), beneath=["debian", "jre", "jdk"], only="(lib.*-java|maven|junit|velocity|ant)",
                   files={"root/.m2/settings.xml": MAVEN_SETTINGS,
                                                  "usr/local/bin/mvn-entrypoint.sh": PLAIN_ENTRYPOINT}, links={"usr/local/bin/mvn": "/usr/share/maven/bin/mvn"}),
    "composer": Layer(files={"usr/bin/composer": COMPOSER}),
    "php": Layer(["php-cli"], beneath=["debian"], moved=[(r"^usr/bin/php[0-9.]+$", "usr/local/bin/php")],
                 files={"usr/local/bin/docker-php-entrypoint": PHP_ENTRYPOINT, "usr/local/etc/php/conf.d/": "",
                        "usr/local/lib/php/extensions/": "", "usr/local/bin/docker-php-ext-install": PHP_EXTENSIONS}),
    "php-zip": Layer(["php-zip", "libzip-dev"], beneath=["debian", "gcc", "php"],
                     moved=[(r"^usr/lib/php/\d+/zip\.so$", "usr/src/php/ext/zip.so")]),
    "ruby": Layer(["ruby", "bundler"], beneath=["debian"], files={"usr/local/bundle/": ""}),
    "alpine": Layer(["busybox-static", "musl", "tzdata"], only="(busybox|musl|tzdata)", merged=False, hook=busybox_files),
    "apk": Layer(files={"sbin/apk": APK}),
    # Newer versions of Go know by themselves that there is no C compiler.
    "go-alpine": Layer(["golang-go"], merged=False, files={"go/src/": "", "go/bin/": "", "root/.config/go/env": "CGO_ENABLED=0\n"},
                       moved=[(r"^usr/lib/go-[0-9.]+/", "usr/local/go/")]),
    "distroless": Layer(["ca-certificates", "tzdata", "base-files"], only="(ca-certificates|tzdata)",
                        changed=KEEP_CERTIFICATES, hook=lambda writer: (distroless_files(writer), certificate_bundle(writer))),
    "distroless-base": Layer(["libc6", "libssl3"], only="(libc6|libssl3)", merged=False),
    "distroless-cc": Layer(["libstdc++6", "libgcc-s1"], only=r"(libstdc|libgcc)", merged=False),
}


@dataclasses.dataclass
class Image:
    layers: list
    names: str  # pattern of the published references that it stands in for
    config: dict = dataclasses.field(default_factory=dict)


def config(command=None, entrypoint=None, path=PATH, env=(), **more):
    return {"Cmd": command, "Entrypoint": entrypoint, "Env": [f"PATH={path}", *env], **more}


def published(name, *tags):
    """A pattern for NAME with a tag that matches one of TAGS; without any: whatever the tag."""
    return re.escape(name) + ":(" + "|".join(tags or [".*"]) + ")"


VERSION = r"[0-9][0-9.]*(?:-(?:bookworm|trixie))?|latest|bookworm|trixie"
SLIM = r"(?:[0-9.]+-)?(?:slim|slim-bookworm|bookworm-slim|slim-trixie|trixie-slim)"
JAVA = dict(path="/opt/java/openjdk/bin:" + PATH,
            env=("JAVA_HOME=/opt/java/openjdk", "LANG=en_US.UTF-8", "LANGUAGE=en_US:en", "LC_ALL=en_US.UTF-8", "JAVA_VERSION=jdk-17.0.19"))
RUBY = dict(path="/usr/local/bundle/bin:" + PATH, env=("LANG=C.UTF-8", "RUBY_VERSION=3.1.2", "GEM_HOME=/usr/local/bundle",
                                                       "BUNDLE_SILENCE_ROOT_WARNING=1", "BUNDLE_APP_CONFIG=/usr/local/bundle"))
GO = dict(path="/go/bin:/usr/local/go/bin:" + PATH, env=("GOLANG_VERSION=1.21.13", "GOTOOLCHAIN=local", "GOPATH=/go"), WorkingDir="/go")
NODE = dict(env=("NODE_VERSION=20.19.0", "YARN_VERSION=1.22.22"), entrypoint=["docker-entrypoint.sh"])
PYTHON = dict(env=("LANG=C.UTF-8", "PYTHON_VERSION=3.11.2"))
PHP = dict(env=("PHPIZE_DEPS=autoconf gcc make", "PHP_INI_DIR=/usr/local/etc/php", "PHP_VERSION=8.2.29",
                "PHP_INI_SCAN_DIR=:/usr/local/etc/php/conf.d"),
           entrypoint=["docker-php-entrypoint"])
DISTROLESS = dict(env=("SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt",), WorkingDir="/")

IMAGES = {
    "debian": Image(["debian", "certificates"], published("debian"), config(["bash"])),
    "alpine": Image(["alpine", "certificates", "apk"], published("alpine"), config(["/bin/sh"])),
    "busybox": Image(["alpine"], published("busybox"), config(["sh"])),
    "gcc": Image(["debian", "certificates", "gcc"], published("gcc"), config(["bash"], env=("GCC_VERSION=12.2.0",))),
    "golang": Image(["debian", "certificates", "gcc", "go"], published("golang", VERSION), config(["bash"], **GO)),
    "golang-alpine": Image(["alpine", "certificates", "apk", "go-alpine"], published("golang", ".*alpine.*"), config(["/bin/sh"], **GO)),
    "rust": Image(["debian", "certificates", "gcc", "rust"], published("rust", VERSION),
                  config(["bash"], path="/usr/local/cargo/bin:" + PATH,
                         env=("RUSTUP_HOME=/usr/local/rustup", "CARGO_HOME=/usr/local/cargo", "RUST_VERSION=1.63.0"))),
    "node": Image(["debian", "certificates", "gcc", "node", "node-user"], published("node", VERSION), config(["node"], **NODE)),
    "node-slim": Image(["debian", "node", "node-user"], published("node", SLIM), config(["node"], **NODE)),
    "python": Image(["debian", "certificates", "gcc", "python"], published("python", VERSION), config(["python3"], **PYTHON)),
    "python-slim": Image(["debian", "certificates", "python"], published("python", SLIM), config(["python3"], **PYTHON)),
    "jdk": Image(["debian", "certificates", "jre", "jdk"], published("eclipse-temurin", r"\d+(?:-jdk.*)?"),
                 config(["jshell"], entrypoint=["/__cacert_entrypoint.sh"], **JAVA)),
    "jre": Image(["debian", "certificates", "jre"], published("eclipse-temurin", r"\d+-jre.*"),
                 config(None, entrypoint=["/__cacert_entrypoint.sh"], **JAVA)),
    "maven": Image(["debian", "certificates", "jre", "jdk", "maven"], published("maven"),
                   config(["mvn"], entrypoint=["/usr/local/bin/mvn-entrypoint.sh"], path=JAVA["path"],
                          env=(*JAVA["env"], "MAVEN_HOME=/usr/share/maven", "MAVEN_CONFIG=/root/.m2", "MAVEN_VERSION=3.8.7"))),
    "composer": Image(["debian", "certificates", "php", "composer"], published("composer"),
                      config(["composer"], entrypoint=["/docker-entrypoint.sh"], WorkingDir="/app", env=PHP["env"])),
    "php": Image(["debian", "certificates", "gcc", "php", "php-zip"], published("php"), config(["php", "-a"], **PHP)),
    "ruby": Image(["debian", "certificates", "gcc", "ruby"], published("ruby", VERSION), config(["irb"], **RUBY)),
    "ruby-slim": Image(["debian", "certificates", "ruby"], published("ruby", SLIM), config(["irb"], **RUBY)),
    "static": Image(["distroless"], r"gcr\.io/distroless/static.*|cgr\.dev/chainguard/static:.*", config(**DISTROLESS, User="0")),
    "base": Image(["distroless", "distroless-base"], r"gcr\.io/distroless/base.*", config(**DISTROLESS, User="0")),
    "cc": Image(["distroless", "distroless-base", "distroless-cc"], r"gcr\.io/distroless/cc.*", config(**DISTROLESS, User="0")),
}


def user_of(reference):
    """The user that a published image REFERENCE has, where the tag says so."""
    return "65532" if ":nonroot" in reference else None


def standin_for(reference):
    """The name in IMAGES of what stands in for REFERENCE; None: nothing does."""
    name, _, tag = reference.partition("@")[0].partition(":")
    name = re.sub(r"^(docker\.io/)?(library/)?", "", name)
    full = f"{name}:{tag or 'latest'}"
    return next((key for key, image in IMAGES.items() if re.fullmatch(image.names, full)), None)

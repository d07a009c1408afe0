#!/bin/sh
# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds KSyntaxHighlighting for Qt 6 where the distribution has no package of it (Debian 12).
# Usage: sh packaging/deps.sh [PREFIX]      (PREFIX: .deps beside this folder)
#
# Nothing outside PREFIX is changed, no root is needed. Does nothing when the library is
# there already, be it from the distribution or from an earlier run.
# Sources come from the Debian mirror this system already uses, checked against fixed hashes.
# Environment, all optional:
#   DRYDOCK_KSH_TARBALL, DRYDOCK_ECM_DEB  local files instead of a download
#   DEBIAN_MIRROR                         another Debian mirror
#   DRYDOCK_FORCE=1                       build even if the distribution has the library
#   DRYDOCK_VIA_APT=1                     take the files through a private package index
#   JOBS                                  parallel compilers
set -eu

here=$(cd "$(dirname "$0")" && pwd)
prefix=${1:-$here/../.deps}
mkdir -p "$prefix/src"
prefix=$(cd "$prefix" && pwd)

version=5.116.0
tarball=ksyntax-highlighting_$version.orig.tar.xz
tarball_sha=6f8ccacebd0dc9ce050b2b23b715750c97938b3336fbbb80967920cb8c1dfaa7
ecm=extra-cmake-modules_6.13.0-1_amd64.deb   # CMake files only: fits every architecture
ecm_sha=2f10d5092800eeba58137f6788541c9a3bdf2a07b228a01ce8ddb88ef622f206
later_suite=trixie                           # where both of the above are published
built=$prefix/.ksyntax-$version-2            # stamp: built here
system=$prefix/.ksyntax-system               # stamp: holds the path of the system's package

say() { printf 'deps: %s\n' "$*"; }
die() { printf 'deps: error: %s\n' "$*" >&2; exit 1; }

up_to_date() {
    [ -z "${DRYDOCK_FORCE:-}" ] && [ -s "$system" ] && [ -f "$(cat "$system")/KF6SyntaxHighlightingConfig.cmake" ] && return 0
    [ -f "$built" ]
}
if up_to_date; then exit 0; fi

# Two runs at once would build into each other's folder.
if command -v flock >/dev/null; then
    exec 9>"$prefix/.lock"
    flock 9
    if up_to_date; then exit 0; fi
fi

command -v cmake >/dev/null || die "cmake is needed"
generator=
command -v ninja >/dev/null && generator=Ninja   # a lean system often has no make

configure() {
    if [ -n "$generator" ]; then cmake -G "$generator" "$@"; else cmake "$@"; fi
}

# Only CMake's own answer counts: it is what the build will see.
system_package() (
    t=$(mktemp -d)
    trap 'rm -rf "$t"' EXIT
    cat >"$t/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.16)
project(probe LANGUAGES CXX)
find_package(KF6SyntaxHighlighting REQUIRED)
file(WRITE ${PROJECT_BINARY_DIR}/where ${KF6SyntaxHighlighting_DIR})
CMAKE
    configure -S "$t" -B "$t/b" >/dev/null 2>&1 && cat "$t/b/where"
)
if [ -z "${DRYDOCK_FORCE:-}" ] && where=$(system_package); then
    printf '%s' "$where" >"$system"
    say "the system's KF6SyntaxHighlighting is used"
    exit 0
fi

# The Debian mirrors this system is set up for, one per line.
mirrors() {
    if [ -n "${DEBIAN_MIRROR:-}" ]; then
        printf '%s\n' "${DEBIAN_MIRROR%/}"
        return
    fi
    # shellcheck disable=SC2016  # $(…) is apt's own format syntax
    apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        while read -r release uri; do
            case $release in *security*) continue ;; esac
            case $uri in
                mirror+file:*) # the address is in that file; comments and options go with it
                    sed -e 's/#.*//' -e 's/[[:space:]].*//' -e '/^$/d' -e 's,/*$,,' "/${uri#mirror+file:*/}" 2>/dev/null || true ;;
                *) printf '%s\n' "${uri%/}" ;;
            esac
        done | awk '!seen[$0]++'
}

matches() { [ -f "$1" ] && [ "$(sha256sum "$1" | cut -d' ' -f1)" = "$2" ]; }

# fetch FILE SHA256 POOL-FOLDER
# apt's own downloader goes first: it knows the system's proxy settings. As root it would
# drop to a user who may not write here, and warn; hence the sandbox option.
fetch() {
    matches "$1" "$2" && return 0
    for mirror in $(mirrors); do
        url=$mirror/pool/main/k/$3/$1
        rm -f "$1"
        if [ -x /usr/lib/apt/apt-helper ]; then
            /usr/lib/apt/apt-helper -qq -o APT::Sandbox::User=root download-file "$url" "$1" "SHA256:$2" >/dev/null 2>&1 || true
        fi
        if ! [ -f "$1" ] && command -v curl >/dev/null; then curl -fsSL --retry 3 -o "$1" "$url" 2>/dev/null || true; fi
        if ! [ -f "$1" ] && command -v wget >/dev/null; then wget -q -O "$1" "$url" || true; fi
        if matches "$1" "$2"; then return 0; fi
    done
    rm -f "$1"
    return 1
}

# The mirror no longer has exactly these files: read its signed index into folders of our
# own (about 20 MB), and take the versions that it names.
fetch_by_index() {
    view=$prefix/apt
    for mirror in $(mirrors); do
        rm -rf "$view"
        mkdir -p "$view/parts" "$view/lists/partial" "$view/cache/archives/partial"
        printf 'Types: deb deb-src\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' \
            "$mirror" "$later_suite" /usr/share/keyrings/debian-archive-keyring.gpg >"$view/parts/debian.sources"
        set -- -qq -o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$view/parts" \
            -o "Dir::State::Lists=$view/lists" -o "Dir::Cache=$view/cache" -o Acquire::Languages=none \
            -o APT::Sandbox::User=root -o APT::Architectures=amd64
        if apt-get "$@" update && apt-get "$@" source --download-only --tar-only ksyntax-highlighting >/dev/null &&
            apt-get "$@" download extra-cmake-modules >/dev/null; then
            rm -rf "$view"
            return 0
        fi
    done
    rm -rf "$view"
    return 1
}

newest() { find . -maxdepth 1 -name "$1" | sort -V | tail -n 1; }

perl -MPerlIO -e 1 2>/dev/null || die "perl is needed (Debian: apt-get install perl)"
cd "$prefix/src"
if [ -n "${DRYDOCK_KSH_TARBALL:-}" ] && [ -n "${DRYDOCK_ECM_DEB:-}" ]; then
    cp "$DRYDOCK_KSH_TARBALL" "$tarball"
    cp "$DRYDOCK_ECM_DEB" "$ecm"
elif [ -n "${DRYDOCK_VIA_APT:-}" ] || ! { fetch "$tarball" $tarball_sha ksyntax-highlighting &&
    fetch "$ecm" $ecm_sha kf6-extra-cmake-modules; }; then
    say "asking the package index"
    rm -f ksyntax-highlighting_* extra-cmake-modules_*
    fetch_by_index || die "cannot fetch KSyntaxHighlighting $version; set DRYDOCK_KSH_TARBALL and DRYDOCK_ECM_DEB to local copies"
fi

rm -rf ecm ksh build
mkdir ecm ksh
dpkg-deb -x "$(newest 'extra-cmake-modules_*.deb')" ecm
archive=$(newest 'ksyntax-highlighting_5*.orig.tar.xz')
(cd ksh && cmake -E tar xf "../$archive")   # CMake brings its own xz
top=$(find ksh -mindepth 1 -maxdepth 1 -type d)
rm -rf "$top/poqm"   # translated names of the definitions: not used, and would need Qt's linguist tools

# Three definitions are GPL 2 without "or later", which does not go with the GPL 3 of QScintilla
# in one program: they and what rests on them stay out.
(cd "$top/data/syntax" && rm -f nesc.xml taskjuggler.xml r.xml rdoc.xml rmarkdown.xml &&
    sed -i '/##nesC"/d' latex.xml && sed -i '/##R Script"/d' markdown.xml)

say "building KSyntaxHighlighting $version for Qt 6"
configure -S "$top" -B build -DECM_DIR="$PWD/ecm/usr/share/ECM/cmake" -DQT_MAJOR_VERSION=6 \
    -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DBUILD_SHARED_LIBS=OFF -DCMAKE_POSITION_INDEPENDENT_CODE=ON \
    -DCMAKE_DISABLE_FIND_PACKAGE_Qt6Quick=ON -DCMAKE_DISABLE_FIND_PACKAGE_Qt6PrintSupport=ON \
    -DCMAKE_DISABLE_FIND_PACKAGE_Qt6Widgets=ON -DNO_STANDARD_PATHS=ON \
    -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib >build.log 2>&1 ||
    { tail -n 20 build.log >&2; die "configuring failed, see $prefix/src/build.log"; }
cmake --build build -j "${JOBS:-$(nproc)}" >>build.log 2>&1 ||
    { tail -n 30 build.log >&2; die "building failed, see $prefix/src/build.log"; }
cmake --install build >>build.log 2>&1 || die "installing failed, see $prefix/src/build.log"
if [ -z "${DRYDOCK_KEEP_SOURCE:-}" ]; then rm -rf build ecm ksh; fi
: >"$built"

// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/flag_words.h"

#include "model/syntax/characters.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

constexpr std::array<WordChoice, 2> booleans {{{"true", ""}, {"false", ""}}};
constexpr std::array<WordChoice, 11> platformWords {{
    {"$BUILDPLATFORM",
     QT_TRANSLATE_NOOP("language", "the machine that builds: for compilers that cross-compile")},
    {"$TARGETPLATFORM", QT_TRANSLATE_NOOP("language", "what is built for, which is the default")},
    {"linux/amd64", QT_TRANSLATE_NOOP("language", "64-bit Intel and AMD")},
    {"linux/arm64", QT_TRANSLATE_NOOP("language", "64-bit ARM")},
    {"linux/arm/v7", QT_TRANSLATE_NOOP("language", "32-bit ARM")},
    {"linux/arm/v6", QT_TRANSLATE_NOOP("language", "32-bit ARM, older")},
    {"linux/386", QT_TRANSLATE_NOOP("language", "32-bit Intel")},
    {"linux/ppc64le", ""},
    {"linux/s390x", ""},
    {"linux/riscv64", ""},
    {"windows/amd64", ""},
}};
constexpr std::array<WordChoice, 3> networks {{
    {"default", QT_TRANSLATE_NOOP("language", "the builder's own network")},
    {"none", QT_TRANSLATE_NOOP("language", "no network at all")},
    {"host", QT_TRANSLATE_NOOP("language", "the host's network; the builder must allow it")},
}};
constexpr std::array<WordChoice, 2> securities {{
    {"sandbox", QT_TRANSLATE_NOOP("language", "as always")},
    {"insecure", QT_TRANSLATE_NOOP("language", "with all privileges; the builder must allow it")},
}};
constexpr std::array<WordChoice, 1> devices {{{"vendor.com/device=", ""}}};
constexpr std::array<WordChoice, 4> owners {{
    {"root:root", ""},
    {"1000:1000", ""},
    {"65532:65532", QT_TRANSLATE_NOOP("language", "“nonroot” of distroless images")},
    {"nobody:nogroup", ""},
}};
constexpr std::array<WordChoice, 6> modes {{
    {"0755", QT_TRANSLATE_NOOP("language", "programs: all may run, the owner may write")},
    {"0644", QT_TRANSLATE_NOOP("language", "files: all may read, the owner may write")},
    {"0444", QT_TRANSLATE_NOOP("language", "all may read, nobody may write")},
    {"0600", QT_TRANSLATE_NOOP("language", "only the owner may read and write")},
    {"0700", QT_TRANSLATE_NOOP("language", "only the owner, folders and programs")},
    {"u=rwX,go=rX", QT_TRANSLATE_NOOP("language", "folders stay folders, programs stay programs")},
}};
constexpr std::array<WordChoice, 2> checksums {{{"sha256:", ""}, {"sha512:", ""}}};
constexpr std::array<WordChoice, 4> excludes {
    {{"**/*.md", ""}, {"**/*_test.go", ""}, {"**/node_modules", ""}, {".git", ""}}};
constexpr std::array<WordChoice, 5> durations {
    {{"30s", QT_TRANSLATE_NOOP("language", "what it is without the flag")},
     {"5s", ""},
     {"10s", ""},
     {"1m", ""},
     {"5m", ""}}};
constexpr std::array<WordChoice, 4> starts {
    {{"0s", QT_TRANSLATE_NOOP("language", "what it is without the flag")},
     {"10s", ""},
     {"30s", ""},
     {"1m", ""}}};
constexpr std::array<WordChoice, 3> startIntervals {
    {{"5s", QT_TRANSLATE_NOOP("language", "what it is without the flag")}, {"1s", ""}, {"2s", ""}}};
constexpr std::array<WordChoice, 3> retries {
    {{"3", QT_TRANSLATE_NOOP("language", "what it is without the flag")}, {"1", ""}, {"5", ""}}};

constexpr std::array<FlagWords, 1> from {{
    {"platform",
     QT_TRANSLATE_NOOP("language", "Takes the image for this platform instead of the one that is built for."),
     platformWords},
}};
constexpr std::array<FlagWords, 4> run {{
    {"mount",
     QT_TRANSLATE_NOOP("language", "Lends files to this one command; they do not get into the image."),
     {}},
    {"network", QT_TRANSLATE_NOOP("language", "Which network the command sees."), networks},
    {"security", QT_TRANSLATE_NOOP("language", "Whether the command runs with all privileges."), securities},
    {"device",
     QT_TRANSLATE_NOOP("language", "Gives the command a device of the host (CDI); needs a labs syntax."),
     devices},
}};
constexpr std::array<FlagWords, 6> copy {{
    {"from",
     QT_TRANSLATE_NOOP("language",
                       "Copies from an earlier stage or another image instead of the build context."),
     {}},
    {"chown", QT_TRANSLATE_NOOP("language", "Who owns the copied files; root without it."), owners},
    {"chmod", QT_TRANSLATE_NOOP("language", "The permissions of the copied files."), modes},
    {"link",
     QT_TRANSLATE_NOOP(
         "language",
         "Makes a layer of its own that does not depend on those before and stays cached when they change."),
     booleans},
    {"parents", QT_TRANSLATE_NOOP("language", "Keeps the folders that lead to each source."), booleans},
    {"exclude",
     QT_TRANSLATE_NOOP("language", "Leaves out what matches a pattern; may be given several times."),
     excludes},
}};
constexpr std::array<FlagWords, 7> add {{
    {"chown", QT_TRANSLATE_NOOP("language", "Who owns the copied files; root without it."), owners},
    {"chmod", QT_TRANSLATE_NOOP("language", "The permissions of the copied files."), modes},
    {"link",
     QT_TRANSLATE_NOOP(
         "language",
         "Makes a layer of its own that does not depend on those before and stays cached when they change."),
     booleans},
    {"checksum",
     QT_TRANSLATE_NOOP("language", "What the download has to add up to; anything else stops the build."),
     checksums},
    {"unpack",
     QT_TRANSLATE_NOOP("language",
                       "Whether an archive is unpacked; without it local ones are, downloads are not."),
     booleans},
    {"keep-git-dir", QT_TRANSLATE_NOOP("language", "Keeps the .git folder of a repository."), booleans},
    {"exclude",
     QT_TRANSLATE_NOOP("language", "Leaves out what matches a pattern; may be given several times."),
     excludes},
}};
constexpr std::array<FlagWords, 5> healthcheck {{
    {"interval", QT_TRANSLATE_NOOP("language", "How long to wait between two checks."), durations},
    {"timeout", QT_TRANSLATE_NOOP("language", "A check that takes longer has failed."), durations},
    {"start-period", QT_TRANSLATE_NOOP("language", "Failures in this time after the start do not count."),
     starts},
    {"start-interval",
     QT_TRANSLATE_NOOP("language", "How long to wait between two checks during the start period."),
     startIntervals},
    {"retries", QT_TRANSLATE_NOOP("language", "So many failures in a row make the container unhealthy."),
     retries},
}};

constexpr std::array<WordChoice, 5> mountTypes {{
    {"bind", QT_TRANSLATE_NOOP("language", "files of the build context, a stage or an image, read only")},
    {"cache", QT_TRANSLATE_NOOP("language", "a folder that stays from one build to the next")},
    {"secret", QT_TRANSLATE_NOOP("language", "a file that never gets into a layer")},
    {"ssh", QT_TRANSLATE_NOOP("language", "the keys of the ssh agent")},
    {"tmpfs", QT_TRANSLATE_NOOP("language", "an empty folder in memory")},
}};
constexpr std::array<WordChoice, 3> sharings {{
    {"shared", QT_TRANSLATE_NOOP("language", "builds at the same time use one folder")},
    {"private", QT_TRANSLATE_NOOP("language", "builds at the same time get folders of their own")},
    {"locked", QT_TRANSLATE_NOOP("language", "one build waits for the other, as apt needs it")},
}};
constexpr std::array<WordChoice, 14> cacheTargets {{
    {"/root/.cache/go-build", "Go"},
    {"/go/pkg/mod", "Go"},
    {"/root/.npm", "npm"},
    {"/usr/local/share/.cache/yarn", "Yarn"},
    {"/root/.local/share/pnpm/store", "pnpm"},
    {"/root/.cache/pip", "pip"},
    {"/root/.cache/uv", "uv"},
    {"/usr/local/cargo/registry", "Cargo"},
    {"/root/.m2", "Maven"},
    {"/root/.gradle", "Gradle"},
    {"/root/.nuget/packages", "NuGet"},
    {"/root/.cache/composer", "Composer"},
    {"/var/cache/apt", "apt"},
    {"/var/lib/apt", "apt"},
}};
constexpr std::array<WordChoice, 3> octals {{{"0400", ""}, {"0600", ""}, {"0755", ""}}};
constexpr std::array<WordChoice, 3> sizes {{{"64m", ""}, {"256m", ""}, {"1g", ""}}};
constexpr std::array<WordChoice, 3> numbers {{{"0", ""}, {"1000", ""}, {"65532", ""}}};

constexpr std::array<MountKeyWords, 14> keys {{
    {"type", "", "bind cache tmpfs secret ssh", false,
     QT_TRANSLATE_NOOP("language", "What kind of mount it is; bind without it."), mountTypes},
    {"target", "dst destination", "bind cache tmpfs secret ssh", false,
     QT_TRANSLATE_NOOP("language", "Where it appears for the command."), cacheTargets},
    {"source",
     "src",
     "bind cache secret",
     false,
     QT_TRANSLATE_NOOP("language", "What of it appears: a path in the source, or the secret’s name."),
     {}},
    {"from",
     "",
     "bind cache",
     false,
     QT_TRANSLATE_NOOP("language", "The stage or image whose files are lent; the build context without it."),
     {}},
    {"id",
     "",
     "cache secret ssh",
     false,
     QT_TRANSLATE_NOOP("language",
                       "Which cache, secret or agent it is; a cache goes by its target without it."),
     {}},
    {"sharing", "", "cache", false,
     QT_TRANSLATE_NOOP("language", "What happens when two builds use the cache at the same time."), sharings},
    {"readonly", "ro", "bind cache", true, QT_TRANSLATE_NOOP("language", "The command cannot write there."),
     booleans},
    {"readwrite", "rw", "bind cache", true,
     QT_TRANSLATE_NOOP("language", "The command can write there; what it writes is thrown away."), booleans},
    {"required", "", "secret ssh", true, QT_TRANSLATE_NOOP("language", "The build stops if it is not given."),
     booleans},
    {"env",
     "",
     "secret",
     false,
     QT_TRANSLATE_NOOP("language", "The environment variable that holds the secret for the command."),
     {}},
    {"mode", "", "cache secret ssh", false, QT_TRANSLATE_NOOP("language", "Its permissions, octal."), octals},
    {"uid", "", "cache secret ssh", false,
     QT_TRANSLATE_NOOP("language", "The number of the user that owns it."), numbers},
    {"gid", "", "cache secret ssh", false,
     QT_TRANSLATE_NOOP("language", "The number of the group that owns it."), numbers},
    {"size", "", "tmpfs", false, QT_TRANSLATE_NOOP("language", "How large it may become."), sizes},
}};

constexpr std::array<WordChoice, 9> signals {{
    {"SIGTERM", QT_TRANSLATE_NOOP("language", "what it is without this line")},
    {"SIGINT", QT_TRANSLATE_NOOP("language", "as Ctrl+C does")},
    {"SIGQUIT", QT_TRANSLATE_NOOP("language", "nginx and PHP-FPM finish what they are at")},
    {"SIGWINCH", QT_TRANSLATE_NOOP("language", "Apache finishes what it is at")},
    {"SIGRTMIN+3", QT_TRANSLATE_NOOP("language", "systemd shuts down")},
    {"SIGKILL", QT_TRANSLATE_NOOP("language", "cannot be handled: nothing is tidied up")},
    {"SIGHUP", ""},
    {"SIGUSR1", ""},
    {"SIGUSR2", ""},
}};
constexpr std::array<WordChoice, 5> users {{
    {"nobody", ""},
    {"nonroot", QT_TRANSLATE_NOOP("language", "distroless images have it, with the number 65532")},
    {"1000:1000", ""},
    {"65532:65532", ""},
    {"root", ""},
}};
constexpr std::array<WordChoice, 8> ports {{{"80", "HTTP"},
                                            {"443", "HTTPS"},
                                            {"8080", "HTTP"},
                                            {"8443", "HTTPS"},
                                            {"3000", ""},
                                            {"5000", ""},
                                            {"5432", "PostgreSQL"},
                                            {"6379", "Redis"}}};
constexpr std::array<WordChoice, 4> shells {{
    {"[\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]",
     QT_TRANSLATE_NOOP("language", "a failure anywhere in a pipe is one")},
    {"[\"/bin/sh\", \"-c\"]", QT_TRANSLATE_NOOP("language", "what it is without this line")},
    {"[\"powershell\", \"-Command\"]", "Windows"},
    {"[\"cmd\", \"/S\", \"/C\"]", "Windows"},
}};
constexpr std::array<WordChoice, 4> directories {
    {{"/app", ""}, {"/src", ""}, {"/usr/src/app", ""}, {"/work", ""}}};
constexpr std::array<WordChoice, 2> healthTypes {{
    {"CMD", QT_TRANSLATE_NOOP("language", "the command that finds out whether all is well")},
    {"NONE", QT_TRANSLATE_NOOP("language", "switches off the check that the base brings")},
}};
constexpr std::array<WordChoice, 9> labels {{
    {"org.opencontainers.image.title", ""},
    {"org.opencontainers.image.description", ""},
    {"org.opencontainers.image.source", QT_TRANSLATE_NOOP("language", "where the source code is")},
    {"org.opencontainers.image.version", ""},
    {"org.opencontainers.image.revision", QT_TRANSLATE_NOOP("language", "the commit it was built from")},
    {"org.opencontainers.image.licenses", ""},
    {"org.opencontainers.image.authors", ""},
    {"org.opencontainers.image.created", ""},
    {"org.opencontainers.image.url", ""},
}};

bool holdsWord(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const std::string_view first = list.substr(0, list.find(' '));
        if (first == word)
            return true;
        list.remove_prefix(std::min(first.size() + 1, list.size()));
    }
    return false;
}

} // namespace

FlagWords flagWords(Keyword keyword, std::string_view name)
{
    std::span<const FlagWords> known;
    if (keyword == Keyword::From)
        known = from;
    else if (keyword == Keyword::Run)
        known = run;
    else if (keyword == Keyword::Copy)
        known = copy;
    else if (keyword == Keyword::Add)
        known = add;
    else if (keyword == Keyword::Healthcheck)
        known = healthcheck;
    const auto found = std::ranges::find(known, name, &FlagWords::name);
    return found == known.end() ? FlagWords {{}, "", {}} : *found;
}

std::span<const MountKeyWords> mountKeys()
{
    return keys;
}

const MountKeyWords *mountKeyNamed(std::string_view key)
{
    const std::string wanted = lowered(key);
    for (const MountKeyWords &known : mountKeys()) {
        if (known.key == wanted || holdsWord(known.alias, wanted))
            return &known;
    }
    return nullptr;
}

bool suits(const MountKeyWords &key, std::string_view type)
{
    return holdsWord(key.types, type);
}

std::span<const WordChoice> valuesOf(Keyword keyword)
{
    switch (keyword) {
    case Keyword::Stopsignal:
        return signals;
    case Keyword::User:
        return users;
    case Keyword::Expose:
        return ports;
    case Keyword::Shell:
        return shells;
    case Keyword::Workdir:
        return directories;
    case Keyword::Healthcheck:
        return healthTypes;
    default:
        return {};
    }
}

std::span<const WordChoice> platforms()
{
    return platformWords;
}

std::span<const WordChoice> labelKeys()
{
    return labels;
}

} // namespace drydock

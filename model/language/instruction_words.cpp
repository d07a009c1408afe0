// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/instruction_words.h"

#include <array>

namespace drydock {
namespace {

using Words1 = std::array<FormWord, 1>;
using Words2 = std::array<FormWord, 2>;
using Words3 = std::array<FormWord, 3>;
using Words4 = std::array<FormWord, 4>;

constexpr FormWord flags {"[OPTIONS]", FormPart::Flags};

constexpr Words3 fromWords {flags, {"IMAGE[:TAG|@DIGEST]"}, {"[AS NAME]", FormPart::As}};
constexpr Words2 shellWords {flags, {"COMMAND", FormPart::Arguments}};
constexpr Words4 jsonWords {flags, {"[\"PROGRAM\","}, {"\"ARGUMENT\"…", FormPart::Arguments}, {"]"}};
constexpr Words2 heredocWords {flags, {"<<EOF", FormPart::Arguments}};
constexpr Words1 plainShellWords {{{"COMMAND", FormPart::Arguments}}};
constexpr Words3 plainJsonWords {{{"[\"PROGRAM\","}, {"\"ARGUMENT\"…", FormPart::Arguments}, {"]"}}};
constexpr Words3 defaultArguments {{{"[\"ARGUMENT\","}, {"\"ARGUMENT\"…", FormPart::Arguments}, {"]"}}};
constexpr Words3 copyWords {flags, {"SOURCE…", FormPart::Arguments}, {"DESTINATION"}};
constexpr Words4 copyJsonWords {flags, {"[\"SOURCE\"…,", FormPart::Arguments}, {"\"DESTINATION\""}, {"]"}};
constexpr Words3 copyHeredocWords {flags, {"<<FILE…", FormPart::Arguments}, {"DESTINATION"}};
constexpr Words3 addWords {flags, {"SOURCE|URL|REPOSITORY…", FormPart::Arguments}, {"DESTINATION"}};
constexpr Words1 pairWords {{{"NAME=VALUE…", FormPart::Arguments}}};
constexpr Words2 legacyPair {{{"NAME"}, {"VALUE", FormPart::Arguments}}};
constexpr Words1 argWords {{{"NAME[=DEFAULT]…", FormPart::Arguments}}};
constexpr Words1 exposeWords {{{"PORT[-PORT][/tcp|/udp|/sctp]…", FormPart::Arguments}}};
constexpr Words1 pathWords {{{"PATH", FormPart::Arguments}}};
constexpr Words1 pathsWords {{{"PATH…", FormPart::Arguments}}};
constexpr Words3 pathsJson {{{"[\"PATH\","}, {"\"PATH\"…", FormPart::Arguments}, {"]"}}};
constexpr Words1 userWords {{{"USER[:GROUP]", FormPart::Arguments}}};
constexpr Words1 signalWords {{{"SIGNAL", FormPart::Arguments}}};
constexpr Words1 maintainerWords {{{"NAME", FormPart::Arguments}}};
constexpr Words1 onbuildWords {{{"INSTRUCTION", FormPart::Arguments}}};
constexpr Words3 healthWords {flags, {"CMD"}, {"COMMAND", FormPart::Arguments}};
constexpr Words1 healthNone {{{"NONE"}}};

constexpr std::array<InstructionForm, 1> from {{
    {fromWords, false, false, QT_TRANSLATE_NOOP("language", "An image or the name of an earlier stage.")},
}};
constexpr std::array<InstructionForm, 3> run {{
    {shellWords, false, false, QT_TRANSLATE_NOOP("language", "A shell runs the command.")},
    {jsonWords, true, false,
     QT_TRANSLATE_NOOP("language", "The program is started directly, without a shell.")},
    {heredocWords, false, true, QT_TRANSLATE_NOOP("language", "The lines up to EOF are the script.")},
}};
constexpr std::array<InstructionForm, 3> cmd {{
    {plainJsonWords, true, false,
     QT_TRANSLATE_NOOP("language", "The program is started directly and gets signals itself.")},
    {plainShellWords, false, false, QT_TRANSLATE_NOOP("language", "A shell runs the command.")},
    {defaultArguments, true, false,
     QT_TRANSLATE_NOOP("language", "Beside ENTRYPOINT: what it gets if nothing else is given.")},
}};
constexpr std::array<InstructionForm, 2> entrypoint {{
    {plainJsonWords, true, false,
     QT_TRANSLATE_NOOP("language", "The program is started directly and gets signals and CMD’s arguments.")},
    {plainShellWords, false, false,
     QT_TRANSLATE_NOOP("language", "A shell runs the command; CMD is ignored.")},
}};
constexpr std::array<InstructionForm, 3> copy {{
    {copyWords, false, false,
     QT_TRANSLATE_NOOP("language", "Sources are relative to the build context or to the root of --from.")},
    {copyJsonWords, true, false, QT_TRANSLATE_NOOP("language", "For paths with blanks.")},
    {copyHeredocWords, false, true,
     QT_TRANSLATE_NOOP("language", "The lines up to FILE become a file of that name.")},
}};
constexpr std::array<InstructionForm, 3> add {{
    {addWords, false, false,
     QT_TRANSLATE_NOOP("language", "Unpacks local archives, downloads addresses, clones repositories.")},
    {copyJsonWords, true, false, QT_TRANSLATE_NOOP("language", "For paths with blanks.")},
    {copyHeredocWords, false, true,
     QT_TRANSLATE_NOOP("language", "The lines up to FILE become a file of that name.")},
}};
constexpr std::array<InstructionForm, 2> env {{
    {pairWords, false, false, QT_TRANSLATE_NOOP("language", "Values with blanks stand in quotes.")},
    {legacyPair, false, false,
     QT_TRANSLATE_NOOP("language", "The old way: all behind the name is the value.")},
}};
constexpr std::array<InstructionForm, 1> arg {{
    {argWords, false, false,
     QT_TRANSLATE_NOOP("language", "Without a default it takes the one of above the first FROM.")},
}};
constexpr std::array<InstructionForm, 1> expose {{
    {exposeWords, false, false,
     QT_TRANSLATE_NOOP("language", "Says where the program listens; nothing is opened.")},
}};
constexpr std::array<InstructionForm, 1> workdir {{
    {pathWords, false, false,
     QT_TRANSLATE_NOOP("language", "Relative to the one before; made if it does not exist.")},
}};
constexpr std::array<InstructionForm, 2> volume {{
    {pathsWords, false, false,
     QT_TRANSLATE_NOOP("language", "Folders whose content outlives the container.")},
    {pathsJson, true, false, QT_TRANSLATE_NOOP("language", "For paths with blanks.")},
}};
constexpr std::array<InstructionForm, 1> user {{
    {userWords, false, false,
     QT_TRANSLATE_NOOP("language", "Names or numbers; a name must exist in the image.")},
}};
constexpr std::array<InstructionForm, 1> stopsignal {{
    {signalWords, false, false, QT_TRANSLATE_NOOP("language", "A name such as SIGTERM, or a number.")},
}};
constexpr std::array<InstructionForm, 1> shell {{
    {plainJsonWords, true, false, QT_TRANSLATE_NOOP("language", "What shell forms below are handed to.")},
}};
constexpr std::array<InstructionForm, 2> healthcheck {{
    {healthWords, false, false, QT_TRANSLATE_NOOP("language", "Exit code 0 means healthy, 1 unhealthy.")},
    {healthNone, false, false, QT_TRANSLATE_NOOP("language", "Switches off the check that the base brings.")},
}};
constexpr std::array<InstructionForm, 1> onbuild {{
    {onbuildWords, false, false, QT_TRANSLATE_NOOP("language", "Any but FROM, MAINTAINER and ONBUILD.")},
}};
constexpr std::array<InstructionForm, 1> maintainer {{
    {maintainerWords, false, false, QT_TRANSLATE_NOOP("language", "Deprecated: use a LABEL.")},
}};

struct About {
    std::span<const InstructionForm> forms;
    const char *sentence;
    std::string_view page;
};

About aboutOf(Keyword keyword)
{
    switch (keyword) {
    case Keyword::Unknown:
        break;
    case Keyword::Add:
        return {
            add,
            QT_TRANSLATE_NOOP("language", "Copies files like COPY, unpacks archives and fetches addresses."),
            "add"};
    case Keyword::Arg:
        return {arg, QT_TRANSLATE_NOOP("language", "Declares a variable of the build."), "arg"};
    case Keyword::Cmd:
        return {cmd,
                QT_TRANSLATE_NOOP("language",
                                  "Says what a container of this image runs if nothing else is asked for."),
                "cmd"};
    case Keyword::Copy:
        return {copy,
                QT_TRANSLATE_NOOP("language", "Copies files of the build context, a stage or an image."),
                "copy"};
    case Keyword::Entrypoint:
        return {entrypoint, QT_TRANSLATE_NOOP("language", "Says which program a container of this image is."),
                "entrypoint"};
    case Keyword::Env:
        return {
            env,
            QT_TRANSLATE_NOOP("language", "Sets environment variables, for the build and for the container."),
            "env"};
    case Keyword::Expose:
        return {expose, QT_TRANSLATE_NOOP("language", "Says on which ports the container listens."),
                "expose"};
    case Keyword::From:
        return {from, QT_TRANSLATE_NOOP("language", "Begins a stage on top of an image or an earlier stage."),
                "from"};
    case Keyword::Healthcheck:
        return {healthcheck,
                QT_TRANSLATE_NOOP("language", "Says how to find out whether the container works."),
                "healthcheck"};
    case Keyword::Label:
        return {env, QT_TRANSLATE_NOOP("language", "Writes facts about the image into it."), "label"};
    case Keyword::Maintainer:
        return {maintainer, QT_TRANSLATE_NOOP("language", "Says who made the image."), "maintainer"};
    case Keyword::Onbuild:
        return {
            onbuild,
            QT_TRANSLATE_NOOP("language", "Keeps an instruction for the images that are based on this one."),
            "onbuild"};
    case Keyword::Run:
        return {run, QT_TRANSLATE_NOOP("language", "Runs a command and keeps what it changes as a layer."),
                "run"};
    case Keyword::Shell:
        return {shell, QT_TRANSLATE_NOOP("language", "Chooses the shell of the commands below."), "shell"};
    case Keyword::Stopsignal:
        return {stopsignal,
                QT_TRANSLATE_NOOP("language", "Says by which signal the container is told to stop."),
                "stopsignal"};
    case Keyword::User:
        return {user,
                QT_TRANSLATE_NOOP("language", "Says as which user the commands below and the container run."),
                "user"};
    case Keyword::Volume:
        return {volume,
                QT_TRANSLATE_NOOP("language", "Says which folders are stored outside of the container."),
                "volume"};
    case Keyword::Workdir:
        return {workdir, QT_TRANSLATE_NOOP("language", "Changes to a folder for all that follows."),
                "workdir"};
    }
    return {{}, "", {}};
}

} // namespace

std::span<const InstructionForm> formsOf(Keyword keyword)
{
    return aboutOf(keyword).forms;
}

const char *aboutInstruction(Keyword keyword)
{
    return aboutOf(keyword).sentence;
}

std::string_view pageOf(Keyword keyword)
{
    return aboutOf(keyword).page;
}

} // namespace drydock

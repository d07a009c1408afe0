// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/size_estimate.h"

#include "model/base/one_of.h"
#include "model/context/build_context.h"
#include "model/knowledge/base_sizes.h"
#include "model/knowledge/image_answers.h"
#include "model/lint/build_folder.h"
#include "model/lint/copy_steps.h"
#include "model/lint/layer_mounts.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/package_worlds.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

constexpr std::uint64_t megabyte = 1'000'000;

/// What a command of a language usually leaves in the image, in megabytes.
struct Habit {
    std::string_view program;
    std::string_view verb; ///< Empty: any.
    std::uint64_t least;
    std::uint64_t most;
};

constexpr std::array<Habit, 27> habits {{
    {"pip", "install", 20, 400},
    {"pip3", "install", 20, 400},
    {"poetry", "install", 60, 400},
    {"uv", "sync", 60, 400},
    {"uv", "pip", 20, 400},
    {"pipenv", "install", 60, 400},
    {"conda", "install", 100, 2000},
    {"npm", "ci", 50, 300},
    {"npm", "install", 50, 300},
    {"npm", "i", 50, 300},
    {"yarn", "", 50, 300},
    {"pnpm", "install", 50, 300},
    {"bun", "install", 50, 300},
    {"go", "build", 50, 800},
    {"go", "install", 50, 800},
    {"cargo", "build", 200, 2000},
    {"cargo", "install", 50, 1500},
    {"mvn", "", 80, 500},
    {"mvnw", "", 80, 500},
    {"gradle", "", 100, 900},
    {"gradlew", "", 100, 900},
    {"dotnet", "publish", 30, 400},
    {"bundle", "install", 30, 300},
    {"composer", "install", 10, 150},
    {"make", "", 1, 100},
    {"mix", "release", 30, 150},
    {"gem", "install", 1, 60},
}};

class Estimator {
public:
    Estimator(const LintContext &context, StageIndex stage, const ImageSource *images)
        : m_context(context)
        , m_stage(stage)
        , m_reference(rootImageOf(context, stage))
        , m_images(images)
    { }

    std::optional<SizeEstimate> run()
    {
        if (m_reference.empty() || !addBase())
            return std::nullopt;
        if (const auto traits = baseTraitsOf(m_reference))
            m_isFull = traits->tools && traits->tools->size() > 1; // Debian's buildpack-deps is underneath.
        for (StageIndex each = m_stage; each; each = m_context.stage(each).parent) {
            for (const Instruction &instruction : m_context.instructionsOf(each)) {
                if (m_context.isRun(instruction))
                    addRun(instruction);
                else if (const auto step = copyStepOf(m_context, instruction))
                    addCopy(*step);
            }
        }
        return m_sum;
    }

private:
    void add(std::uint64_t least, std::uint64_t most, SizeBasis basis)
    {
        m_sum.least += least;
        m_sum.most += most;
        m_sum.basis = std::max(m_sum.basis, basis);
    }

    void date(const std::string &date)
    {
        if (m_sum.date.empty() || date < m_sum.date)
            m_sum.date = date;
    }

    bool addBase()
    {
        m_sum.basis = SizeBasis::Measured;
        if (m_images) {
            const auto answer = m_images->answerFor(m_reference);
            if (answer && answer->bytes > 0) {
                const bool isTable = answer->source == AnswerSource::Table;
                add(answer->bytes, answer->bytes, isTable ? SizeBasis::Table : SizeBasis::Measured);
                if (isTable)
                    date(answer->date);
                return true;
            }
        }
        const auto size = baseSizeOf(m_reference);
        if (!size)
            return false;
        add(size->least, size->most, SizeBasis::Table);
        date(baseSizesDate());
        return true;
    }

    void addRun(const Instruction &run)
    {
        bool hasLists = false;
        for (const ScriptCommand &command : m_context.commandsOf(run)) {
            const PackageCommand *package = m_context.packageOf(command);
            const auto world = package ? worldOf(package->manager) : std::nullopt;
            if (world && package->installs())
                addPackages(run, *package, *world);
            else if (world == PackageWorld::Apt && package->isVerb("update"))
                hasLists = true;
            else if (command.name() == "rm" && removesLists(command))
                hasLists = false;
            else
                addCommand(run, command);
        }
        if (hasLists && !isMounted(m_context, run, "/var/lib/apt/lists"))
            add(18 * megabyte, 22 * megabyte, SizeBasis::Table);
    }

    static bool removesLists(const ScriptCommand &command)
    {
        return std::ranges::any_of(command.arguments(), [](const ScriptWord &word) {
            return std::string_view(word.value).starts_with("/var/lib/apt");
        });
    }

    void addPackages(const Instruction &run, const PackageCommand &package, PackageWorld world)
    {
        const bool isLean = world != PackageWorld::Apt || package.command->has({"--no-install-recommends"});
        std::uint64_t largest = 0;
        std::uint64_t sum = 0;
        for (const ScriptWord *word : package.packages) {
            const std::string name(packageName(word->value));
            if (isRemoved(run, name))
                continue;
            const auto size = sizeIn(world, name);
            if (!size) {
                m_sum.isPartial = true;
                continue;
            }
            const std::uint64_t bytes = isLean ? size->bytes : size->bytesWithRecommended;
            // A full base has most tools and headers.
            if (!m_isFull || useOf(world, name) == PackageUse::Runtime)
                largest = std::max(largest, bytes);
            sum += bytes;
        }
        // They share what they depend on: together they take more than the largest alone and less than all one by one.
        const bool isDebian = world == PackageWorld::Apt;
        add(isDebian ? largest : largest / 4, sum, isDebian ? SizeBasis::Table : SizeBasis::Guess);
        date(packagesDate());
    }

    /// Taken out again by the same RUN: `apk del .build-deps`, `apt-get purge gcc`.
    bool isRemoved(const Instruction &run, std::string_view name) const
    {
        return std::ranges::any_of(m_context.commandsOf(run), [&](const ScriptCommand &command) {
            const PackageCommand *package = m_context.packageOf(command);
            if (!package || !package->isOfSystem()
                || !package->isAnyVerb({"purge", "remove", "del", "erase"}))
                return false;
            return std::ranges::any_of(package->packages, [&](const ScriptWord *word) {
                return word->value == name || word->value.starts_with('.') || word->value.find('$') == 0;
            });
        });
    }

    static std::optional<PackageSize> sizeIn(PackageWorld world, std::string_view name)
    {
        if (world == PackageWorld::Apt)
            return sizeOfPackage(name);
        const auto names = translated(name, world, PackageWorld::Apt, "bookworm");
        if (!names)
            return std::nullopt;
        PackageSize sum;
        for (const std::string &each : *names) {
            const auto size = sizeOfPackage(each);
            if (!size)
                return std::nullopt;
            sum.bytes += size->bytes;
            sum.bytesWithRecommended += size->bytesWithRecommended;
        }
        return sum;
    }

    void addCommand(const Instruction &run, const ScriptCommand &command)
    {
        if (isOneOf(command.name(), {"curl", "wget", "git", "ADD"})) {
            m_sum.isPartial = true; // Nobody knows how large a download is.
            return;
        }
        const auto operands = command.operands();
        const std::string_view verb
            = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
        const auto habit = std::ranges::find_if(habits, [&](const Habit &each) {
            return each.program == command.name() && (each.verb.empty() || each.verb == verb);
        });
        if (habit == habits.end())
            return;
        add(habit->least * megabyte, habit->most * megabyte, SizeBasis::Guess);
        if (command.name().starts_with("pip") && !command.has({"--no-cache-dir"})
            && !m_context.variableAt(run, "PIP_NO_CACHE_DIR")
            && !isMounted(m_context, run, "/root/.cache/pip"))
            add(0, 150 * megabyte, SizeBasis::Guess);
    }

    void addCopy(const CopyStep &step)
    {
        if (step.isFromFolderOfBuild()) {
            const BuildContext *folder = buildFolderOf(m_context);
            if (folder && step.takesAll())
                add(folder->sentBytes(), folder->sentBytes(), SizeBasis::Measured);
            else if (step.takesAll())
                add(megabyte / 10, 20 * megabyte, SizeBasis::Guess);
            else
                add(0, 2 * megabyte, SizeBasis::Guess);
            return;
        }
        if (!step.stage) {
            m_sum.isPartial = true; // Of another image.
            return;
        }
        for (const CopiedSource &source : step.sources)
            addArtifact(step.stage, source);
    }

    /// What is copied from a stage, by the name of the file and by what the stage builds.
    void addArtifact(StageIndex from, const CopiedSource &source)
    {
        const std::string_view name = source.name();
        const auto guess = [this](std::uint64_t least, std::uint64_t most) {
            add(least * megabyte, most * megabyte, SizeBasis::Guess);
        };
        if (name == "ca-certificates.crt")
            return add(megabyte / 4, megabyte / 4, SizeBasis::Guess);
        if (name == "node_modules")
            return guess(50, 300);
        if (isOneOf(name, {"venv", ".venv", "site-packages", "virtualenv"}))
            return guess(60, 400);
        if (name.ends_with(".jar") || name.ends_with(".war"))
            return guess(20, 80);
        const auto builds = [&](std::initializer_list<std::string_view> programs) {
            for (StageIndex each = from; each; each = m_context.stage(each).parent) {
                for (const Instruction &run : m_context.instructionsOf(each)) {
                    for (const ScriptCommand &command : m_context.commandsOf(run)) {
                        if (isBuildStep(command) && isOneOf(command.name(), programs))
                            return true;
                    }
                }
            }
            return false;
        };
        if (builds({"go"}))
            return guess(8, 30);
        if (builds({"cargo", "rustc"}))
            return guess(3, 20);
        if (builds({"mvn", "mvnw", "gradle", "gradlew"}))
            return guess(20, 80);
        if (builds({"dotnet"}))
            return guess(1, 100);
        if (builds({"npm", "yarn", "pnpm", "bun"}))
            return guess(1, 20);
        return guess(0, 100);
    }

    const LintContext &m_context;
    StageIndex m_stage;
    std::string m_reference;
    const ImageSource *m_images;
    bool m_isFull = false;
    SizeEstimate m_sum;
};

} // namespace

std::optional<SizeEstimate> estimatedSize(const LintContext &context, StageIndex stage,
                                          const ImageSource *images)
{
    return Estimator(context, stage, images).run();
}

} // namespace drydock

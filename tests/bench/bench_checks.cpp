// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the rules cost: beside taking the same files apart, and beside the validator of dockerfile-utils in the same run.
// Usage: bench_checks DRYDOCK-CLI [CORPUS-FOLDER]
// The validator is asked if DRYDOCK_DOCKERFILE_UTILS names a node_modules folder with dockerfile-utils in it.
#include "model/analysis/analysis.h"
#include "model/lint/registry.h"
#include "tests/bench/inputs.h"
#include "tests/bench/measure.h"

#include <sys/wait.h>

#include <cstdlib>
#include <deque>
#include <map>
#include <string>
#include <vector>

using namespace drydock;
using namespace drydock::bench;

namespace {

double megabytesOf(const std::vector<std::string> &files)
{
    std::size_t bytes = 0;
    for (const std::string &file : files)
        bytes += file.size();
    return static_cast<double>(bytes) / 1e6;
}

double secondsForAll(const std::vector<std::string> &files, const LintSettings &settings)
{
    return bestSeconds([] { return 0; },
                       [&](int) {
                           for (const std::string &file : files)
                               keep(analyse(SourceText(file), {}, settings)->diagnostics.size());
                       });
}

/// The files as far as the rules need them.
struct Prepared {
    explicit Prepared(const std::string &file)
        : syntax(parse(SourceText(file)))
        , graph(makeStageGraph(syntax, {}))
        , context(syntax, graph, options, settings)
    { }
    BuildOptions options;
    LintSettings settings;
    Syntax syntax;
    StageGraph graph;
    LintContext context;
};

/// What each rule adds, the dearest first.
void measureRules(const std::vector<std::string> &files)
{
    std::deque<Prepared> prepared;
    for (const std::string &file : files)
        prepared.emplace_back(file);
    std::multimap<double, std::string, std::greater<>> costs;
    for (const Rule &rule : rules()) {
        const double seconds = bestSeconds([] { return 0; },
                                           [&](int) {
                                               const Report nowhere([](const Finding &) {});
                                               for (const Prepared &file : prepared)
                                                   rule.check(file.context, nowhere);
                                           },
                                           3);
        costs.emplace(seconds, rule.id);
    }
    int shown = 0;
    for (const auto &[seconds, id] : costs) {
        if (++shown > 8)
            break;
        printRow("Rule " + id + " alone", number(seconds * 1e3, 1) + " ms", "", "the whole corpus, one core");
    }
}

int exitCodeOf(const std::string &command)
{
    const int status = std::system(command.c_str()); // NOLINT: a benchmark of ours, with our own words
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void measureProgram(const std::string &program, const std::string &folder)
{
    const std::string command
        = "'" + program + "' check --format json --fail-on never '" + folder + "' >/dev/null 2>&1";
    const double seconds = medianSeconds([] { return 0; }, [&](int) { keep(exitCodeOf(command)); }, 5);
    printRow("`drydock-cli check` of the corpus, JSON", number(seconds * 1e3, 0) + " ms", "≤ 1000 ms",
             "all cores, with starting and reading");
}

void measurePeer(const std::string &folder, double megabytes, double mine)
{
    const char *modules = std::getenv("DRYDOCK_DOCKERFILE_UTILS");
    if (!modules) {
        std::fprintf(stderr, "DRYDOCK_DOCKERFILE_UTILS is not set: dockerfile-utils is not measured\n");
        return;
    }
    // Prints the seconds of the fastest of three runs over all files, read before.
    const std::string script
        = "const fs=require('fs'),p=require('path'),u=require('dockerfile-utils');const f=[];"
          "for(const n of fs.readdirSync(process.argv[1],{recursive:true})){const "
          "q=p.join(process.argv[1],n);"
          "if(fs.statSync(q).isFile())f.push(fs.readFileSync(q,'latin1'));}let b=1e9;"
          "for(let i=0;i<3;++i){const t=process.hrtime.bigint();for(const s of "
          "f){try{u.validate(s)}catch(e){}}"
          "b=Math.min(b,Number(process.hrtime.bigint()-t)/1e9);}console.log(b)";
    const std::string command
        = "NODE_PATH='" + std::string(modules) + "' node -e \"" + script + "\" '" + folder + "'";
    FILE *pipe = popen(command.c_str(), "r"); // NOLINT: as above
    double seconds = 0;
    const bool isRead = pipe && std::fscanf(pipe, "%lf", &seconds) == 1;
    if (pipe)
        pclose(pipe);
    if (!isRead) {
        std::fprintf(stderr, "dockerfile-utils could not be measured\n");
        return;
    }
    printRow("`analyse()` beside `validate()` of dockerfile-utils", number(seconds / mine, 0) + "x as fast",
             "", "it: " + number(megabytes / seconds, 2) + " MB/s, one core each");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_checks DRYDOCK-CLI [CORPUS-FOLDER]\n");
        return 2;
    }
    const std::string folder = argc > 2 ? argv[2] : DRYDOCK_SOURCE_DIR "/../shared/corpus/dockerfiles";
    const Inputs inputs = loadInputs(folder);
    std::fprintf(stderr, "bench_checks uses %s\n", inputs.origin.c_str());
    const double megabytes = megabytesOf(inputs.files);
    const double parsing = bestSeconds([] { return 0; },
                                       [&](int) {
                                           for (const std::string &file : inputs.files)
                                               keep(parse(SourceText(file)).tokens.size());
                                       });
    LintSettings onlyBuildKit;
    onlyBuildKit.onlyBuildKit = true;
    const double all = secondsForAll(inputs.files, {});
    const double buildKits = secondsForAll(inputs.files, onlyBuildKit);
    printRow("`parse()`, corpus file by file", number(megabytes / parsing, 0) + " MB/s", "", "one core");
    printRow("`analyse()` with BuildKit's rules", number(megabytes / buildKits, 0) + " MB/s", "",
             number(buildKits / parsing, 1) + "x the time of `parse()`");
    printRow("`analyse()` with all " + std::to_string(rules().size()) + " rules",
             number(megabytes / all, 0) + " MB/s", "≥ 100 MB/s",
             number(all / parsing, 1) + "x the time of `parse()`");
    measureRules(inputs.files);
    measureProgram(argv[1], folder);
    measurePeer(folder, megabytes, all);
    return 0;
}

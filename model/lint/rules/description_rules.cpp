// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/fixes.h"
#include "model/lint/rules/rules.h"
#include "model/syntax/values.h"

namespace drydock {
namespace {

/// \param names what the comment may begin with.
void checkDescription(const LintContext &context, const Report &report, const Instruction &instruction,
                      const std::vector<std::string> &names)
{
    const Syntax &syntax = context.syntax();
    const std::vector<std::string> comments = docCommentValues(syntax, instruction);
    if (comments.empty() || names.empty())
        return;
    const std::string first = comments.back().substr(0, comments.back().find(' '));
    for (const std::string &name : names) {
        if (first == name)
            return;
    }
    const std::string &example = names.size() > 1 ? "<arg_key>" : names.front();
    report(instruction, syntax.docCommentsOf(instruction).back().range,
           "Comment for " + std::string(nameOf(instruction.keyword)) + " should follow the format: `# "
               + example + " <description>`");
}

} // namespace

/// `docker build --call=outline` shows such comments as descriptions (`validations.go`: validateDefinitionDescription).
void checkInvalidDefinitionDescription(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &instruction : syntax.instructions) {
        std::vector<std::string> names;
        if (instruction.keyword == Keyword::From && instruction.stage) {
            const Stage &stage = syntax.stages[instruction.stage.value];
            if (!stage.name.isEmpty())
                names.push_back(syntax.joined(instruction, stage.name));
        } else if (instruction.keyword == Keyword::Arg) {
            for (const KeyValue &pair : keyValuesOf(syntax, instruction))
                names.push_back(wordValue(syntax, instruction, *pair.key));
        }
        checkDescription(context, report, instruction, names);
    }
}

} // namespace drydock

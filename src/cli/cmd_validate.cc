#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/diagnostic.h"
#include "cli/command.h"
#include "cli/document_inputs.h"
#include "cli/document_kinds.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/session.h"
#include "cli/validate_all.h"
#include "cli/validation.h"
#include "cli/version.h"
#include "report/diagnostics.h"

namespace claudestep::cli {

namespace {

constexpr std::string_view kFormatText = "text";

void print_validation(const Context& context, const Arguments& arguments,
                      const ValidationResult& result) {
  const std::string format =
      arguments.json() ? "json" : arguments.maybe("format").value_or(std::string(kFormatText));
  const check::Tally tally = check::tally_of(result.diagnostics);
  if (format == "json") {
    return context.out(
        report::diagnostics_json(result.files, result.diagnostics, std::nullopt, result.unread));
  }
  report::Style style = style_of(context);
  if (format == kFormatText) {
    context.out(excerpts_of(result, style));
    if (context.talk != Talk::kQuiet) {
      context.out(report::diagnostics_summary(result.files, tally, style, result.unread));
    }
    return;
  }
  if (format == "jsonl") context.out(report::diagnostics_jsonl(result.diagnostics));
  if (format == "github") context.out(report::diagnostics_github(result.diagnostics));
  if (format == "sarif") {
    context.out(report::diagnostics_sarif(result.diagnostics, CLAUDESTEP_VERSION));
  }
  style.color = false;
  say(context, trim(report::diagnostics_summary(result.files, tally, style, result.unread)));
}

Status check_validate_words(const Arguments& arguments) {
  const bool has_paths = !arguments.all("PATH").empty();
  if (arguments.has("staged") && has_paths) {
    return fail(ErrorCode::kUsage, "--staged takes no PATH");
  }
  if (!arguments.has("staged") && !has_paths) {
    return fail(Error{ErrorCode::kUsage, "nothing to validate"}.hint("claudestep validate ."));
  }
  return {};
}

// What has no path has no earlier version.
Status check_compared(const std::vector<std::string>& words) {
  if (std::find(words.begin(), words.end(), "-") == words.end()) return {};
  return fail(
      Error{ErrorCode::kUsage, "--against compares by path, and standard input has none"}.hint(
          "claudestep validate PATH --against REV"));
}

Result<std::vector<DocumentSource>> sources_of(const Context& context, const Arguments& arguments) {
  std::optional<std::string> against = arguments.maybe("against");
  if (!arguments.has("staged")) {
    CS_ASSIGN(auto sources, find_documents(context, arguments, arguments.all("PATH")));
    if (against) {
      CS_TRY(check_compared(arguments.all("PATH")));
      CS_ASSIGN(const auto repository, open_repository(context, arguments));
      CS_TRY(add_earlier(context, repository, *against, sources));
    }
    return sources;
  }
  CS_ASSIGN(const auto repository, open_repository(context, arguments));
  return staged_sources(context, repository, std::move(against));
}

Result<int> run_validate(Context& context, const Arguments& arguments) {
  CS_TRY(check_validate_words(arguments));
  CS_ASSIGN(auto sources, sources_of(context, arguments));
  if (const auto kind = arguments.maybe("kind")) {
    for (DocumentSource& source : sources) source.input.kind = find_document_kind(*kind);
  }
  CS_ASSIGN(const auto schemas, DocumentSchemas::compile());
  const ValidationResult result = validate_all(context, sources, schemas);
  print_validation(context, arguments, result);
  const check::Tally tally = check::tally_of(result.diagnostics);
  return tally.errors > 0 || (arguments.has("strict") && tally.warnings > 0) ? 1 : 0;
}

}  // namespace

extern const CommandSpec kValidateCommand = {
    .name = "validate",
    .group = Group::kCheck,
    .kind = CommandKind::kFree,
    .summary = "check specifications and other documents, with line, reason and way out",
    .example = "claudestep validate specs/",
    .description =
        "Reads each document, holds it to the schema of its kind and to the rules that no schema "
        "can say: ids that are nowhere, tasks that wait for each other, dates out of order. "
        "'claudestep explain CODE' says more of a finding.\n\n"
        "PATH is a file, a folder, - for standard input, or REV:PATH for what a revision of the "
        "repository has. The path tells the kind (spec.yaml, trust_model.yaml, *.af, "
        "metrics/compound.yaml, claude-progress.txt, configuration.yml of a project, "
        "projects/*.json), else the keys at the root do, else --kind. In a folder, what is of no "
        "known kind is passed over, and so is what has no more of ours than a key that others "
        "have as well, 'task' or 'api' (-v names it); files that cannot be read and show none of "
        "these keys are counted. A PATH that cannot be read is an error of the command line, and "
        "nothing is checked.\n\n"
        "--against REV compares each document with how it was and refuses steps that its states "
        "do not allow. --staged checks what is about to be committed, against HEAD; "
        "what only its name would make one of these, outside of the folders of projects, is passed "
        "over unless it has the key that tells its kind, 'feature' in a spec.yaml (-v says so).",
    .operands = {{.name = "PATH",
                  .type = ValueType::kFile,
                  .help = "a file, a folder, - or REV:PATH",
                  .optional = true,
                  .repeatable = true}},
    .options = {{.name = "against",
                 .type = ValueType::kRevision,
                 .value_name = "REV",
                 .help = "hold the steps of states since this revision to what is legal"},
                {.name = "staged", .help = "check what is staged instead of PATH"},
                {.name = "kind",
                 .type = ValueType::kChoice,
                 .value_name = "KIND",
                 .help = "what the documents are, whatever their paths say",
                 .choices = document_kind_names()},
                {.name = "strict", .help = "warnings make the exit code 1 as well"},
                {.name = "format",
                 .type = ValueType::kChoice,
                 .value_name = "FORMAT",
                 .help = "the form of the answer: github for annotations, sarif for code scanning",
                 .choices = {"text", "json", "jsonl", "github", "sarif"}}},
    .json_kind = "diagnostics",
    .run = run_validate,
    .no_means = "an error was found, with --strict a warning",
    .more_codes = "356",
};

}  // namespace claudestep::cli

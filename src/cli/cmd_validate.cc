#include <algorithm>
#include <atomic>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/diagnostic.h"
#include "cli/command.h"
#include "cli/document_inputs.h"
#include "cli/document_kinds.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/session.h"
#include "cli/validation.h"
#include "cli/version.h"
#include "report/diagnostics.h"
#include "report/excerpt.h"

namespace claudestep::cli {

namespace {

constexpr std::size_t kMostThreads = 8;
constexpr std::string_view kFormatText = "text";

struct ValidationResult {
  std::size_t files = 0;
  std::vector<check::Diagnostic> diagnostics;
  std::map<std::string, std::string> texts;  // of the files that have findings
};

// One source after its turn.
struct ValidatedSource {
  bool counts = false;
  std::vector<check::Diagnostic> diagnostics;
  std::string text;
};

ValidatedSource validate_source(const Context& context, DocumentSource& source,
                                const DocumentSchemas& schemas) {
  ValidatedSource done;
  if (source.path) {
    auto bytes = read_file_or_input(context, *source.path);
    if (!bytes) {
      std::string message = "the file cannot be read";
      for (const std::string& cause : bytes.error().causes) message += ": " + cause;
      done.counts = true;
      done.diagnostics = {
          check::diagnose("document/unreadable", Place{source.input.file}, std::move(message))};
      return done;
    }
    source.input.bytes = *std::move(bytes);
  }
  auto found = validate_document(source.input, schemas, context.clock->now());
  done.counts = found.kind.has_value() || !found.diagnostics.empty();
  done.diagnostics = std::move(found.diagnostics);
  if (!done.diagnostics.empty()) done.text = std::move(source.input.bytes);
  source.input.bytes.clear();
  source.input.bytes.shrink_to_fit();
  return done;
}

// All of them, in parallel; the answer does not depend on who was first.
ValidationResult validate_all(const Context& context, std::vector<DocumentSource>& sources,
                              const DocumentSchemas& schemas) {
  std::vector<ValidatedSource> done(sources.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t at = next++; at < sources.size(); at = next++) {
      done[at] = validate_source(context, sources[at], schemas);
    }
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < std::min({cores, kMostThreads, sources.size()}); ++i) {
    threads.emplace_back(work);
  }
  work();
  for (std::thread& thread : threads) thread.join();

  ValidationResult result;
  for (std::size_t at = 0; at < done.size(); ++at) {
    if (done[at].counts) ++result.files;
    if (done[at].diagnostics.empty()) continue;
    result.texts.emplace(sources[at].input.file, std::move(done[at].text));
    std::move(done[at].diagnostics.begin(), done[at].diagnostics.end(),
              std::back_inserter(result.diagnostics));
  }
  check::sort_diagnostics(result.diagnostics);
  return result;
}

std::string excerpts_of(const ValidationResult& result, const report::Style& style) {
  std::map<std::string, report::SourceText> sources;
  return report::diagnostics_excerpts(
      result.diagnostics,
      [&](const std::string& file) -> const report::SourceText* {
        const auto text = result.texts.find(file);
        if (text == result.texts.end()) return nullptr;
        return &sources.try_emplace(file, text->second).first->second;
      },
      style);
}

void print_validation(const Context& context, const Arguments& arguments,
                      const ValidationResult& result) {
  const std::string format =
      arguments.json() ? "json" : arguments.maybe("format").value_or(std::string(kFormatText));
  const check::Tally tally = check::tally_of(result.diagnostics);
  if (format == "json") {
    return context.out(report::diagnostics_json(result.files, result.diagnostics));
  }
  report::Style style = style_of(context);
  if (format == kFormatText) {
    context.out(excerpts_of(result, style));
    if (context.talk != Talk::kQuiet) {
      context.out(report::diagnostics_summary(result.files, tally, style));
    }
    return;
  }
  if (format == "jsonl") context.out(report::diagnostics_jsonl(result.diagnostics));
  if (format == "github") context.out(report::diagnostics_github(result.diagnostics));
  if (format == "sarif") {
    context.out(report::diagnostics_sarif(result.diagnostics, CLAUDESTEP_VERSION));
  }
  style.color = false;
  say(context, trim(report::diagnostics_summary(result.files, tally, style)));
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

Result<std::vector<DocumentSource>> sources_of(const Context& context, const Arguments& arguments) {
  std::optional<std::string> against = arguments.maybe("against");
  if (!arguments.has("staged")) {
    CS_ASSIGN(auto sources, find_documents(context, arguments, arguments.all("PATH")));
    if (against) {
      CS_ASSIGN(const auto repository, open_repository(context, arguments));
      CS_TRY(add_earlier(context, repository, *against, sources));
    }
    return sources;
  }
  CS_ASSIGN(const auto repository, open_repository(context, arguments));
  CS_ASSIGN(auto sources, staged_documents(context, repository));
  if (!against && repository.resolve_commit("HEAD")) against = "HEAD";
  if (against) CS_TRY(add_earlier(context, repository, *against, sources));
  return sources;
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
        "known kind is passed over.\n\n"
        "--against REV compares each document with how it was and refuses steps that its states "
        "do not allow. --staged checks what is about to be committed, against HEAD.",
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
};

}  // namespace claudestep::cli

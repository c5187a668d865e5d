#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/session.h"
#include "cli/validation.h"
#include "codec/documents.h"
#include "model/glob.h"
#include "model/trust.h"
#include "report/trust.h"

namespace claudestep::cli {

namespace {

constexpr std::string_view kModelName = "trust_model.yaml";

// trust_model.yaml in the folder or in the nearest above it, up to the one that has .git.
std::optional<std::string> find_trust_model(const Context& context) {
  namespace fs = std::filesystem;
  std::error_code error;
  for (fs::path folder = context.cwd; !folder.empty(); folder = folder.parent_path()) {
    const fs::path candidate = folder / kModelName;
    if (fs::is_regular_file(candidate, error)) return candidate.string();
    if (fs::exists(folder / ".git", error) || folder == folder.parent_path()) break;
  }
  return std::nullopt;
}

// A pattern that cannot be used would match nothing, and trust would go where it was not given.
Status check_patterns(const model::TrustModel& trust, const std::string& file) {
  for (const model::TrustRules* rules : {&trust.low, &trust.high, &trust.medium}) {
    for (const model::TrustContext& context : rules->contexts) {
      const auto flaw = context.pattern ? model::glob_flaw(context.pattern->value) : std::nullopt;
      if (!flaw) continue;
      const Mark mark = context.pattern->origin.mark;
      return fail(Error{ErrorCode::kInvalidInput, "a pattern cannot be used: " + *flaw}
                      .at({file, mark.line, mark.column})
                      .hint("claudestep validate " + claudestep::quoted(file)));
    }
  }
  return {};
}

Result<model::TrustModel> load_trust_model(const Context& context, const std::string& file) {
  CS_ASSIGN(auto bytes, read_file_or_input(context, file));
  CS_ASSIGN(const Document document,
            read_document(std::move(bytes), file, DocumentKind::kTrustModel));
  auto trust = codec::whole(codec::read_trust_model(document.root(), file));
  if (!trust) {
    return fail(std::move(trust).error().hint("claudestep validate " + claudestep::quoted(file)));
  }
  CS_TRY(check_patterns(*trust, file));
  return trust;
}

// Where the work tree is, or the folder where there is none.
std::string root_of(const Context& context, const Arguments& arguments) {
  const auto repository = open_repository(context, arguments);
  return repository ? repository->work_dir().value_or(context.cwd) : context.cwd;
}

std::string_view without_slashes(std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  return path;
}

// `word` as patterns see it, relative to `root`.
Result<std::string> path_of_change(const std::string& root, const std::string& word) {
  auto path = model::plain_path(word);
  if (word.starts_with('/')) {
    const std::string folder = model::plain_path(without_slashes(root)).value_or("") + "/";
    const auto whole = model::plain_path(without_slashes(word));
    if (whole && whole->starts_with(folder)) path = whole->substr(folder.size());
  }
  if (path) return *std::move(path);
  return fail(Error{ErrorCode::kUsage,
                    claudestep::quoted(word) + " is no path from the top of the repository"}
                  .hint("name what changes as 'git diff --name-only' does"));
}

Result<int> run_trust_eval(Context& context, const Arguments& arguments) {
  std::optional<std::string> file = arguments.maybe("model");
  if (!file) file = find_trust_model(context);
  if (!file) {
    return fail(Error{ErrorCode::kNotFound, "there is no " + claudestep::quoted(kModelName) +
                                                " here or in a folder above"}
                    .hint("name the model with --model FILE, or begin one: claudestep doc new "
                          "trust-model"));
  }
  CS_ASSIGN(const auto trust, load_trust_model(context, *file));
  const std::optional<std::string> task_type = arguments.maybe("task-type");
  report::TrustAnswer answer{trust, *file, task_type, {}, {}};
  const std::string root = root_of(context, arguments);
  for (const std::string& word : arguments.all("PATH")) {
    CS_ASSIGN(const std::string path, path_of_change(root, word));
    const auto decision = model::evaluate_trust(trust, path, task_type);
    answer.overall = answer.paths.empty() ? decision.level
                                          : model::stricter(trust, answer.overall, decision.level);
    answer.paths.push_back({word, decision});
  }
  context.out(arguments.json() ? report::trust_json(answer)
                               : report::trust_text(answer, style_of(context)));
  const bool is_free =
      model::rules_of(trust, answer.overall).supervision == model::Supervision::kMinimal;
  return arguments.has("gate") && !is_free ? 1 : 0;
}

}  // namespace

extern const CommandSpec kTrustEvalCommand = {
    .name = "trust eval",
    .group = Group::kCheck,
    .kind = CommandKind::kFree,
    .summary = "say how far an agent is trusted with a change, and why",
    .example = "claudestep trust eval src/auth/login.py --task-type feature",
    .description =
        "Asks the levels of a trust model in the order low, high, medium; the first context that "
        "matches decides, and where none does it is medium. A context with a pattern and a task "
        "type needs both. In patterns * stays within a folder and ** crosses folders; a pattern "
        "without a slash is held against the last name of the path. Of several paths the one that "
        "is watched most closely decides for all.",
    .operands = {{.name = "PATH",
                  .type = ValueType::kFile,
                  .help = "a path of the change, relative to the top of the repository or "
                          "absolute and inside of it; it need not exist",
                  .repeatable = true}},
    .options = {{.name = "task-type",
                 .type = ValueType::kText,
                 .value_name = "T",
                 .help = "the type of the task at hand"},
                {.name = "model",
                 .type = ValueType::kFile,
                 .value_name = "FILE",
                 .help = "the trust model (trust_model.yaml here or above)"},
                {.name = "gate", .help = "exit with 1 unless supervision is minimal"}},
    .json_kind = "trust",
    .run = run_trust_eval,
    .no_means = "with --gate: a person must look at the change",
    .more_codes = "356",
};

}  // namespace claudestep::cli

#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/validation.h"
#include "codec/documents.h"
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

Result<model::TrustModel> load_trust_model(const Context& context, const std::string& file) {
  CS_ASSIGN(auto bytes, read_file_or_input(context, file));
  CS_ASSIGN(const Document document,
            read_document(std::move(bytes), file, DocumentKind::kTrustModel));
  auto trust = codec::whole(codec::read_trust_model(document.root(), file));
  if (!trust) {
    return fail(std::move(trust).error().hint("claudestep validate " + claudestep::quoted(file)));
  }
  return trust;
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
  for (const std::string& path : arguments.all("PATH")) {
    const auto plain = model::plain_path(path);
    if (!plain) {
      return fail(Error{ErrorCode::kUsage,
                        claudestep::quoted(path) + " is no path from the top of the repository"}
                      .hint("name what changes as 'git diff --name-only' does"));
    }
    const auto decision = model::evaluate_trust(trust, *plain, task_type);
    answer.overall = answer.paths.empty() ? decision.level
                                          : model::stricter(trust, answer.overall, decision.level);
    answer.paths.push_back({path, decision});
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
                  .help = "a path of the change, relative to the repository; it need not exist",
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
};

}  // namespace claudestep::cli

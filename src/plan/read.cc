#include "plan/read.h"

#include <type_traits>
#include <utility>

#include "base/text.h"
#include "codec/documents.h"
#include "codec/json_reader.h"
#include "codec/yaml_reader.h"
#include "plan/checklist.h"
#include "plan/spec_plan.h"

namespace claudestep::plan {
namespace {

constexpr std::string_view kTaskHint = "a task is a line such as '- [ ] Add user authentication'";

Error no_plan(std::string_view path, std::string why) {
  return Error{ErrorCode::kInvalidInput, "cannot read a plan from " + quoted(path)}.caused_by(
      std::move(why));
}

bool ends_in(std::string_view path, std::string_view ending) {
  return to_lower_ascii(path).ends_with(ending);
}

Result<Plan> read_markdown(const std::string& bytes, std::string_view path) {
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != std::string::npos) {
    return fail(no_plan(path, "byte " + std::to_string(bad + 1) + " is not UTF-8"));
  }
  Plan plan{"checklist", std::string(path), read_checklist(bytes), {}};
  if (plan.items.empty()) {
    return fail(no_plan(path, "it has no tasks").hint(std::string(kTaskHint)));
  }
  return plan;
}

// A specification that has errors is no plan: its tasks may be the error.
template <typename T>
Result<Plan> plan_from(std::string kind, codec::Typed<T> typed, std::string_view path) {
  auto document = codec::whole(std::move(typed));
  if (!document) {
    return fail(std::move(document.error()).hint("for all that is wrong: claudestep validate"));
  }
  Plan plan{std::move(kind), std::string(path), items_of(*document), {}};
  if constexpr (std::is_same_v<T, model::FeatureSpec>)
    plan.requirements = requirements_of(*document);
  if (plan.items.empty()) return fail(no_plan(path, "it has no tasks"));
  return plan;
}

Result<Plan> read_document(const Document& document, std::string_view path) {
  if (document.root().find("feature") != nullptr) {
    return plan_from("feature-spec", codec::read_feature_spec(document.root(), path), path);
  }
  const bool has_tasks = document.root().find("tasks") != nullptr;
  if (document.root().find("phase_data") != nullptr || has_tasks) {
    return plan_from("phase-data", codec::read_phase_data(document.root(), path), path);
  }
  return fail(no_plan(path, "it is neither a feature specification nor the data of phases")
                  .hint("the one has a member 'feature', the other 'phase_data' or 'tasks'"));
}

}  // namespace

Status check_plan_path(std::string_view path) {
  for (const std::string_view ending : {".md", ".markdown", ".json", ".yaml", ".yml"}) {
    if (ends_in(path, ending)) return {};
  }
  return fail(no_plan(path, "its name ends in none of .md, .yaml, .yml and .json"));
}

Result<Plan> read_plan(std::string bytes, std::string_view path) {
  CS_TRY(check_plan_path(path));
  if (ends_in(path, ".md") || ends_in(path, ".markdown")) return read_markdown(bytes, path);
  const std::string file(path);
  if (ends_in(path, ".json")) {
    CS_ASSIGN(const auto document,
              codec::read_json(std::move(bytes), {.file = file, .code = ErrorCode::kInvalidInput}));
    return read_document(document, path);
  }
  CS_ASSIGN(const auto document, codec::read_yaml(std::move(bytes), {.file = file}));
  return read_document(document, path);
}

std::string project_for(std::string_view path) {
  const std::size_t name = path.rfind('/');
  if (name == std::string_view::npos) return {};
  const std::string_view folder = path.substr(0, name);
  return std::string(folder.substr(folder.rfind('/') + 1));
}

}  // namespace claudestep::plan

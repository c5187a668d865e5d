#include "plan/read.h"

#include <utility>

#include "base/text.h"
#include "plan/checklist.h"

namespace claudestep::plan {
namespace {

Error no_plan(std::string_view path, std::string why) {
  return Error{ErrorCode::kInvalidInput, "cannot read a plan from " + quoted(path)}.caused_by(
      std::move(why));
}

bool ends_in(std::string_view path, std::string_view ending) {
  return to_lower_ascii(path).ends_with(ending);
}

}  // namespace

Result<Plan> read_plan(std::string bytes, std::string_view path) {
  if (!ends_in(path, ".md") && !ends_in(path, ".markdown")) {
    return fail(no_plan(path, "its name does not end in .md"));
  }
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != std::string::npos) {
    return fail(no_plan(path, "byte " + std::to_string(bad + 1) + " is not UTF-8"));
  }
  Plan plan{"checklist", std::string(path), read_checklist(bytes)};
  if (plan.items.empty()) {
    return fail(no_plan(path, "it has no tasks")
                    .hint("a task is a line such as '- [ ] Add user authentication'"));
  }
  return plan;
}

std::string project_for(std::string_view path) {
  const std::size_t name = path.rfind('/');
  if (name == std::string_view::npos) return {};
  const std::string_view folder = path.substr(0, name);
  return std::string(folder.substr(folder.rfind('/') + 1));
}

}  // namespace claudestep::plan

#include "store/fsck_names.h"

#include <cstddef>

namespace claudestep::store {

ProjectLines::ProjectLines(const std::vector<NamedOperation>& operations) {
  for (const NamedOperation& operation : operations) {
    std::optional<std::size_t>& at = after_[operation.project];
    if (!at) {
      // Who has a name that was given away in this commit was made in it.
      const bool is_new = operation.name == "create-project" || before_.contains(operation.project);
      at = lines_.size();
      ProjectLine line{std::nullopt, operation.project, {}};
      if (!is_new) line.before = operation.project;
      (is_new ? made_ : before_).emplace(operation.project, *at);
      lines_.push_back(std::move(line));
    }
    const std::size_t line = *at;
    lines_[line].operations.push_back(&operation);
    const auto name = operation.project_after();
    if (name == operation.project) continue;
    at.reset();
    lines_[line].after = name;
    if (name) after_[*name] = line;
  }
}

ProjectLine ProjectLines::called_before(const std::string& name) const {
  if (const auto found = before_.find(name); found != before_.end()) return lines_[found->second];
  const auto found = made_.find(name);
  return found == made_.end() ? ProjectLine{name, name, {}} : lines_[found->second];
}

ProjectLine ProjectLines::called_after(const std::string& name) const {
  const auto found = after_.find(name);
  if (found == after_.end()) return {name, name, {}};
  if (!found->second) return {std::nullopt, name, {}};
  return lines_[*found->second];
}

}  // namespace claudestep::store

#include "store/identity.h"

#include <algorithm>

namespace claudestep::store {

Identity identity_of(const model::Project& project) {
  Identity identity;
  if (project.former_names) {
    for (const model::Text& former : *project.former_names) {
      identity.former_names.push_back(former.value);
    }
  }
  for (const model::Task& task : project.tasks) {
    if (task.id) identity.tasks.push_back(task.id->value);
  }
  std::sort(identity.tasks.begin(), identity.tasks.end());
  if (project.created_at) identity.created_at = project.created_at->value.instant();
  return identity;
}

bool share_a_task(const Identity& a, const Identity& b) {
  if (b.tasks.size() < a.tasks.size()) return share_a_task(b, a);
  return std::any_of(a.tasks.begin(), a.tasks.end(), [&](const std::string& task) {
    return std::binary_search(b.tasks.begin(), b.tasks.end(), task);
  });
}

bool is_the_same(const Identity& a, const Identity& b) {
  return a.created_at && a.created_at == b.created_at && share_a_task(a, b);
}

bool were_made_apart(const Identity& a, const Identity& b) {
  return a.created_at && b.created_at && *a.created_at != *b.created_at;
}

bool was_made_later(const Identity& before, const Identity& now) {
  return before.created_at && now.created_at && *before.created_at < *now.created_at;
}

bool may_be_another(const Identity& before, const Identity& now) {
  if (were_made_apart(before, now)) return true;
  const auto& names = before.former_names;
  return std::any_of(now.former_names.begin(), now.former_names.end(),
                     [&](const std::string& former) {
                       return std::find(names.begin(), names.end(), former) == names.end();
                     });
}

}  // namespace claudestep::store

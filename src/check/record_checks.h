// Owns: what the parts of check_project() share. Private to check/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/diagnostic.h"
#include "check/outline.h"
#include "check/shape.h"
#include "model/project.h"

namespace claudestep::check {

// One project under the rules. `settled` has the same records in the same order as `stored`, with
// ids and statuses derived.
struct Records {
  const Outline& outline;
  const model::Project& stored;
  const model::Project& settled;
  const Subject& subject;
  std::vector<Diagnostic>& findings;

  void add(std::string_view code, const Spot& spot, std::string message) const;
};

void check_tasks(const Records& records);
void check_dependencies(const Records& records);
void check_pull_requests(const Records& records);
void check_operations(const Records& records);

// "task 3", by index.
[[nodiscard]] std::string task_label(const model::Task& task);

}  // namespace claudestep::check

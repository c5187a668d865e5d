// Owns: the page of `report --format html`: one file that loads nothing, whose only script is its
// own, and in which the content of project files is text.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "base/json_writer.h"
#include "query/burn_up.h"
#include "query/overview.h"
#include "query/pr_rows.h"
#include "query/task_rows.h"

namespace claudestep::report {

// What unfolds below the row of a project, gathered project by project so that only its text stays
// in memory.
class PageDetails {
 public:
  PageDetails();
  void add(const std::string& project, const std::vector<query::TaskRow>& tasks,
           const std::vector<query::PrRow>& pull_requests);
  [[nodiscard]] std::string finish() &&;

 private:
  [[nodiscard]] std::int64_t place_of(const std::string& reviewer);
  void write_task(const query::TaskRow& row);
  void write_pull_request(const query::PrRow& row, const std::vector<query::TaskRow>& tasks);

  JsonWriter writer_;
  std::vector<std::string> reviewers_;
  std::unordered_map<std::string, std::int64_t> places_;
};

// `details` is what PageDetails gathered of the projects of `overview`.
[[nodiscard]] std::string overview_html(const query::Overview& overview,
                                        const std::vector<query::BurnUpPoint>& burn_up,
                                        PageDetails details);

}  // namespace claudestep::report

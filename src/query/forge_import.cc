#include "query/forge_import.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "model/branch_name.h"
#include "model/derive.h"
#include "query/scan.h"

namespace claudestep::query {

namespace {

using model::ForgePull;
using model::PrState;

// The task that the name of a branch means.
struct ForgeTie {
  std::string project;
  std::int64_t task_index = 0;
};

// What is known of one pull request of the forge after a look at all projects.
struct ForgeCase {
  const ForgePull* pull = nullptr;
  std::vector<model::BranchReading> readings;
  std::vector<model::Operation> operations;
  std::vector<PullDoubt> doubts;
  bool recorded = false;
  bool named_project = false;              // a project has, or had, the name in its branch
  std::vector<ForgeTie> ties;              // to projects of the name that the branch has
  std::vector<ForgeTie> former_name_ties;  // to projects that once had that name
};

std::optional<Timestamp> end_of(const ForgePull& pull) {
  if (pull.state == PrState::kOpen) return std::nullopt;
  if (pull.state == PrState::kMerged && pull.merged_at) return pull.merged_at;
  return pull.closed_at;
}

std::optional<std::string> merge_commit_of(const ForgePull& pull) {
  return pull.state == PrState::kMerged ? pull.merge_commit : std::nullopt;
}

model::SetPrState state_operation(const std::string& project, const ForgePull& pull) {
  return {project, pull.number, pull.state, end_of(pull), merge_commit_of(pull)};
}

// What the record of a state lacks and the forge can say.
std::optional<model::SetPrState> completing_state(const std::string& project,
                                                  const model::PullRequest& record,
                                                  const ForgePull& pull) {
  model::SetPrState operation = state_operation(project, pull);
  if (pull.state == PrState::kMerged ? record.merged_at.has_value()
                                     : record.closed_at.has_value()) {
    operation.at.reset();
  }
  if (record.merge_commit) operation.merge_commit.reset();
  if (!operation.at && !operation.merge_commit) return std::nullopt;
  return operation;
}

void settle_state(ForgeCase& one, const std::string& project, const model::PullRequest& record) {
  const ForgePull& pull = *one.pull;
  if (record.state == pull.state) {
    if (auto operation = completing_state(project, record, pull)) {
      one.operations.emplace_back(*std::move(operation));
    }
  } else if (record.state == PrState::kMerged) {
    one.doubts.push_back({project, pull.number, std::string(to_string(record.state)),
                          std::string(to_string(pull.state)), "merged is final"});
  } else {
    one.operations.emplace_back(state_operation(project, pull));
  }
}

// Brings one record to what the forge says.
void settle_record(ForgeCase& one, const std::string& project, const model::PullRequest& record) {
  const ForgePull& pull = *one.pull;
  one.recorded = true;
  const std::string& branch = model::text_or_empty(record.branch_name);
  if (!branch.empty() && branch != pull.branch) {
    one.doubts.push_back({project, pull.number, branch, pull.branch,
                          "on another branch it may be of another repository"});
    return;
  }
  const std::string& reviewer = model::text_or_empty(record.reviewer);
  if (!pull.reviewers.empty() &&
      std::find(pull.reviewers.begin(), pull.reviewers.end(), reviewer) == pull.reviewers.end()) {
    one.operations.emplace_back(model::AssignPr{project, pull.number, pull.reviewers.front()});
  }
  if (pull.title && !pull.title->empty() && *pull.title != model::text_or_empty(record.title)) {
    one.operations.emplace_back(model::RetitlePr{project, pull.number, *pull.title});
  }
  settle_state(one, project, record);
}

void open_record(ForgeCase& one, const ForgeTie& tie) {
  const ForgePull& pull = *one.pull;
  model::OpenPr open{tie.project,  std::to_string(tie.task_index),
                     pull.number,  pull.branch,
                     std::nullopt, std::nullopt,
                     std::nullopt};
  if (!pull.reviewers.empty()) open.reviewer = pull.reviewers.front();
  if (pull.title && !pull.title->empty()) open.title = pull.title;
  open.created_at = pull.created_at;
  one.operations.emplace_back(std::move(open));
  if (pull.state != PrState::kOpen) one.operations.emplace_back(state_operation(tie.project, pull));
}

std::string describe_tie(const ForgeTie& tie) {
  return "task " + std::to_string(tie.task_index) + " of " + quoted(tie.project);
}

// Why no task could be found by the name of the branch.
std::string why_unknown(const ForgeCase& one, const std::vector<ForgeTie>& ties) {
  if (one.readings.empty()) return "its branch is not named for a task";
  if (one.pull->from_fork) return "it comes from a fork, where anybody can choose such a name";
  const model::BranchReading& reading = one.readings.front();
  if (ties.size() > 1) {
    return "its branch may mean " + describe_tie(ties[0]) + " or " + describe_tie(ties[1]);
  }
  if (!one.named_project) return "there is no project " + quoted(reading.project);
  return quoted(reading.project) + " has no task " +
         (reading.hash ? *reading.hash : std::to_string(*reading.index));
}

class ForgeImporter {
 public:
  explicit ForgeImporter(const std::vector<ForgePull>& pulls) {
    for (const ForgePull& pull : pulls) {
      ForgeCase& one = cases_[pull.number];
      one.pull = &pull;
      one.readings = model::read_branch_name(pull.branch);
      for (const model::BranchReading& reading : one.readings) {
        by_project_.emplace(reading.project, &one);
      }
    }
  }

  void look_at(const std::string& name, const model::Project& project) {
    for (const model::PullRequest& record : project.pull_requests) {
      const auto found = cases_.find(record.number.value);
      if (found != cases_.end()) settle_record(found->second, name, record);
    }
    look_for_ties(name, name, project);
    if (!project.former_names) return;
    for (const model::Text& former : *project.former_names) {
      if (former.value != name) look_for_ties(former.value, name, project);
    }
  }

  ForgeImport finish() && {
    ForgeImport result;
    for (auto& [number, one] : cases_) {
      decide(one, result);
      result.operations.insert(result.operations.end(),
                               std::make_move_iterator(one.operations.begin()),
                               std::make_move_iterator(one.operations.end()));
      result.doubts.insert(result.doubts.end(), std::make_move_iterator(one.doubts.begin()),
                           std::make_move_iterator(one.doubts.end()));
    }
    return result;
  }

 private:
  // The tasks of the project `name` that branches named after `called` mean: its name, or one that
  // it had.
  void look_for_ties(const std::string& called, const std::string& name,
                     const model::Project& project) {
    const auto [begin, end] = by_project_.equal_range(called);
    for (auto at = begin; at != end; ++at) {
      ForgeCase& one = *at->second;
      one.named_project = true;
      auto& ties = called == name ? one.ties : one.former_name_ties;
      // Several readings of one branch name one project: the first that fits is meant.
      if (!ties.empty() && ties.back().project == name) continue;
      for (const model::BranchReading& reading : one.readings) {
        if (reading.project != called) continue;
        const model::Task* task = model::task_meant(project, reading);
        if (task == nullptr) continue;
        ties.push_back({name, task->index.value});
        break;
      }
    }
  }

  static void decide(ForgeCase& one, ForgeImport& result) {
    const std::vector<ForgeTie>& ties = one.ties.empty() ? one.former_name_ties : one.ties;
    if (!one.recorded && ties.size() == 1 && !one.pull->from_fork) {
      open_record(one, ties.front());
    } else if (!one.recorded) {
      result.unknown.push_back({one.pull->number, one.pull->state, one.pull->branch,
                                one.pull->title.value_or(""), !one.readings.empty(),
                                why_unknown(one, ties)});
      return;
    }
    ++result.known;
    if (one.doubts.empty()) ++result.settled;
  }

  std::map<std::int64_t, ForgeCase> cases_;
  std::multimap<std::string, ForgeCase*, std::less<>> by_project_;
};

}  // namespace

Result<ForgeImport> import_pulls(const store::View& view, const std::vector<ForgePull>& pulls) {
  ForgeImporter importer(pulls);
  Selection all;
  all.archived = true;
  CS_ASSIGN(auto unreadable,
            scan(view, all, [&](const store::ProjectEntry& entry, const model::Project& project) {
              importer.look_at(entry.name, project);
            }));
  ForgeImport result = std::move(importer).finish();
  result.unreadable = std::move(unreadable);
  return result;
}

}  // namespace claudestep::query

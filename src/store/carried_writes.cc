#include "store/carried_writes.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "store/history.h"
#include "store/lineages.h"

namespace claudestep::store {

namespace {

// Whether it did nothing but claim one task, as a claim that is made anew does.
bool is_claim(const DoneWrite& write) {
  return write.count == 1 && write.is_complete() &&
         write.operations.front().operation.name == kClaimOperation;
}

// The projects of the work as the tip and the merge have them.
class Fates {
 public:
  Fates(const git::Repository& repository, const git::ObjectId& tip,
        const std::vector<TracedProject>& projects)
      : repository_(repository), tip_(tip) {
    for (const TracedProject& project : projects) {
      if (project.at[kOurs]) by_name_.emplace(project.at[kOurs]->name, &project);
    }
  }

  [[nodiscard]] std::string name_of(const std::string& project) const {
    const auto found = by_name_.find(project);
    const bool stays = found != by_name_.end() && found->second->merged;
    return stays ? found->second->merged->name : project;
  }

  // Whether the tip has that very claim of `project`, and not by the write `op_id`.
  Result<bool> is_of_another(const std::string& project, const ClaimMark& claim,
                             const std::string& op_id) {
    const auto found = by_name_.find(project);
    if (found == by_name_.end() || !found->second->at[kTheirs]) return false;
    CS_ASSIGN(const auto* claims, claims_in(*found->second->at[kTheirs]));
    if (!claims->contains(claim)) return false;
    if (!ids_) {
      CS_ASSIGN(ids_, op_ids_of(repository_, tip_));
    }
    return !ids_->contains(op_id);
  }

 private:
  using Claims = std::set<ClaimMark>;

  Result<const Claims*> claims_in(const ProjectEntry& entry) {
    const auto [known, is_new] = claims_.try_emplace(entry.path());
    if (!is_new) return &known->second;
    const auto project = read_entry(repository_, entry);
    if (!project && project.error().code == ErrorCode::kCorrupt) return &known->second;
    if (!project) return fail(project.error());
    for (const model::Task& task : project->tasks) {
      if (task.claim) known->second.insert(mark_of(task));
    }
    return &known->second;
  }

  const git::Repository& repository_;
  git::ObjectId tip_;
  std::map<std::string, const TracedProject*> by_name_;
  std::map<std::string, Claims> claims_;  // by path
  std::optional<std::set<std::string>> ids_;
};

}  // namespace

Status CarriedWrites::add(const git::Commit& commit) {
  for (NamedOperation& operation : named_operations(commit.message).operations) {
    if (operation.project_after() != operation.project) moves_.push_back(std::move(operation));
  }
  for (DoneWrite& write : done_writes(commit)) {
    if (!write.is_told) continue;
    for (DoneOperation& done : write.operations) {
      if (done.operation.name != kClaimOperation) continue;
      CS_ASSIGN(done.claim, claim_of(repository_, reader_, commit, write, done));
    }
    writes_.push_back({std::move(write), moves_.size()});
  }
  return {};
}

std::vector<std::string> CarriedWrites::add_first_ids() {
  std::map<std::string, Carried> missing;
  for (const Carried& carried : writes_) {
    const std::string first(first_id_of(carried.write.op_id));
    if (first != carried.write.op_id && is_claim(carried.write))
      missing.insert_or_assign(first, carried);
  }
  for (const Carried& carried : writes_) missing.erase(carried.write.op_id);
  std::vector<std::string> ids;
  for (auto& [id, carried] : missing) {
    carried.write.op_id = id;
    ids.push_back(id);
    writes_.push_back(std::move(carried));
  }
  return ids;
}

Result<std::vector<std::string>> CarriedWrites::trailers(
    const git::ObjectId& tip, const std::vector<TracedProject>& projects) const {
  Fates fates(repository_, tip, projects);
  const LaterNames later(moves_);
  std::vector<std::string> lines;
  std::set<std::vector<std::string>> said;  // the same may have been carried on before
  for (const Carried& carried : writes_) {
    DoneWrite write = carried.write;
    for (DoneOperation& done : write.operations) {
      done.project = later.after(done.project, carried.next);
      if (done.claim) {
        CS_ASSIGN(const bool is_unsure,
                  fates.is_of_another(done.project, *done.claim, write.op_id));
        if (is_unsure) done.claim.reset();
      }
      done.project = fates.name_of(done.project);
    }
    auto trailers = done_trailers(write);
    if (!said.insert(trailers).second) continue;
    std::move(trailers.begin(), trailers.end(), std::back_inserter(lines));
  }
  return lines;
}

}  // namespace claudestep::store

#include "store/claim_twin.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/time.h"
#include "model/derive.h"
#include "store/done_write.h"
#include "store/fsck_trailer.h"
#include "store/history.h"
#include "store/log.h"
#include "store/project_changes.h"

namespace claudestep::store {

namespace {

class TwinSearch {
 public:
  TwinSearch(const View& view, const std::string& project, const model::Task& task,
             const std::string& op_id)
      : view_(view),
        repository_(view.repository()),
        reader_(repository_),
        project_(project),
        op_id_(op_id),
        claim_(mark_of(task)),
        at_(task.claim->at.value.instant()) {}

  Result<std::optional<git::ObjectId>> run() {
    CS_ASSIGN(const auto candidates, this->candidates());
    for (const git::Commit& commit : candidates) {
      auto writes = done_writes(commit);
      if (auto rest = without_id(commit, writes)) writes.push_back(*std::move(rest));
      for (const DoneWrite& write : writes) {
        if (!write.op_id.empty() && first_id_of(write.op_id) == first_id_of(op_id_)) continue;
        CS_ASSIGN(const bool is_twin, has_the_claim(commit, write));
        if (is_twin) return std::optional(commit.id);
      }
    }
    return std::optional<git::ObjectId>();
  }

 private:
  // The commits that claimed since. When a commit was made says little: work is carried on hours
  // after, and its date may be given.
  Result<std::vector<git::Commit>> candidates() const {
    std::vector<git::Commit> found;
    PassedCommits passed(at_);
    CS_TRY(repository_.walk(*view_.commit(), [&](const git::Commit& commit) {
      if (is_of_a_claim(commit)) found.push_back(commit);
      return passed.goes_on(commit.committer.when);
    }));
    return found;
  }

  // What the commit did for nobody who gave an id, with all else that it did.
  static std::optional<DoneWrite> without_id(const git::Commit& commit,
                                             const std::vector<DoneWrite>& writes) {
    DoneWrite all = own_write(commit, "");
    if (writes.empty()) return all;
    if (!writes.front().is_carried) return std::nullopt;
    std::multiset<std::string> told;
    for (const DoneWrite& write : writes) {
      for (const DoneOperation& done : write.operations) told.insert(done.said);
    }
    // Others decide what an index means, so they stay: those that are told are no claims here.
    for (DoneOperation& done : all.operations) {
      const auto found = told.find(done.said);
      if (found == told.end()) continue;
      told.erase(found);
      if (done.operation.name == kClaimOperation) done.operation.name.clear();
    }
    return all;
  }

  static bool is_of_a_claim(const git::Commit& commit) {
    const auto operations = named_operations(commit.message).operations;
    return std::any_of(operations.begin(), operations.end(), [](const NamedOperation& operation) {
      return operation.name == kClaimOperation;
    });
  }

  Result<bool> has_the_claim(const git::Commit& commit, const DoneWrite& write) {
    for (const DoneOperation& done : write.operations) {
      if (done.operation.name != kClaimOperation) continue;
      CS_ASSIGN(const auto claim, claim_of(repository_, reader_, commit, write, done));
      if (claim && *claim != claim_) continue;
      CS_ASSIGN(const auto names, names_in(view_, project_, commit));
      if (!names.contains(done.project)) continue;
      if (claim) return true;
      CS_ASSIGN(const bool may_be, may_have_brought_it(commit, done));
      if (may_be) return true;
    }
    return false;
  }

  // Of a claim of which it cannot be told what it took: whether the project has the claim in the
  // commit, and had it not before, and no other claim there has the number that was claimed.
  Result<bool> may_have_brought_it(const git::Commit& commit, const DoneOperation& done) {
    CS_ASSIGN(const auto now, project_in(commit.tree, done.project));
    if (!has_it(now)) return false;
    const auto task = model::resolve_task(**now, done.operation.key("task"));
    if (task && (*task)->claim && mark_of(**task) != claim_) return false;
    if (commit.parents.empty()) return true;
    CS_ASSIGN(const git::Commit parent, repository_.read_commit(commit.parents.front()));
    CS_ASSIGN(const auto before, project_in(parent.tree, done.project));
    return !has_it(before);
  }

  bool has_it(const std::shared_ptr<const Result<model::Project>>& project) const {
    if (project == nullptr || !*project) return false;
    const model::Task* task = model::find_task_by_id(**project, claim_.task);
    return task != nullptr && task->claim && mark_of(*task) == claim_;
  }

  // Null where there is none.
  Result<std::shared_ptr<const Result<model::Project>>> project_in(const git::ObjectId& tree,
                                                                   const std::string& name) {
    CS_ASSIGN(const Shelves shelves, shelves_of(repository_, tree));
    CS_ASSIGN(const auto entry, find_entry(repository_, shelves, name));
    return entry ? reader_.read(*entry) : nullptr;
  }

  const View& view_;
  const git::Repository& repository_;
  ProjectReader reader_;
  const std::string& project_;
  const std::string& op_id_;
  ClaimMark claim_;
  Instant at_;
};

}  // namespace

Result<std::optional<git::ObjectId>> find_claim_twin(const View& view, const std::string& project,
                                                     const model::Task& task,
                                                     const std::string& op_id) {
  return TwinSearch(view, project, task, op_id).run();
}

}  // namespace claudestep::store

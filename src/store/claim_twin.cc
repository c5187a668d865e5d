#include "store/claim_twin.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
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
      CS_ASSIGN(const bool is_twin, has_twin(commit));
      if (is_twin) return std::optional(commit.id);
    }
    CS_TRY(check_whole());
    return std::optional<git::ObjectId>();
  }

 private:
  // The commits since that claimed, or did more than they list. When a commit was made says little:
  // work is carried on hours after, and its date may be given.
  Result<std::vector<git::Commit>> candidates() const {
    std::vector<git::Commit> found;
    PassedCommits passed(at_);
    CS_TRY(repository_.walk(*view_.commit(), [&](const git::Commit& commit) {
      if (may_claim(commit)) found.push_back(commit);
      return passed.goes_on(commit.committer.when);
    }));
    return found;
  }

  static bool may_claim(const git::Commit& commit) {
    const NamedOperations named = named_operations(commit.message);
    const auto is_claim = [](const NamedOperation& operation) {
      return operation.name == kClaimOperation;
    };
    return !named.complete ||
           std::any_of(named.operations.begin(), named.operations.end(), is_claim);
  }

  Result<bool> has_twin(const git::Commit& commit) {
    names_.reset();
    auto writes = done_writes(commit);
    if (auto rest = without_id(commit, writes)) writes.push_back(*std::move(rest));
    bool is_own = false;  // the claim that this commit brought is the one that is asked about
    bool lists_all = true;
    for (const DoneWrite& write : writes) {
      CS_ASSIGN(const bool has_it, has_the_claim(commit, write));
      const bool is_asked = !write.op_id.empty() && first_id_of(write.op_id) == first_id_of(op_id_);
      if (has_it && !is_asked) return true;
      is_own = is_own || has_it;
      lists_all = lists_all && (is_asked || write.is_complete());
      if (is_asked && has_it && !write.is_carried) own_.push_back(commit.id);
    }
    if (is_own || lists_all) return false;
    CS_ASSIGN(const auto* names, names_of_project(commit));
    for (const std::string& name : *names) {
      CS_ASSIGN(const bool brought_it, is_new_in(commit, name));
      if (brought_it) return true;
    }
    return false;
  }

  // What a shallow clone does not have may be the twin's, unless it lies behind the very commit
  // that made the claim: nobody claims what is claimed.
  Status check_whole() const {
    CS_ASSIGN(const bool is_cut, ends_early(repository_, *view_.commit(), at_));
    if (!is_cut) return {};
    for (const git::ObjectId& end : repository_.shallow_boundary()) {
      if (!repository_.has_object(end)) continue;
      CS_ASSIGN(const bool is_ours, repository_.reaches(*view_.commit(), end));
      if (!is_ours) continue;
      bool is_behind = false;
      for (const git::ObjectId& own : own_) {
        CS_ASSIGN(const bool is_there, repository_.reaches(own, end));
        is_behind = is_behind || is_there;
      }
      if (is_behind) continue;
      return fail(too_shallow(
          "cannot tell whether the claim of " + quoted(op_id_) + " is that of another as well",
          "who claimed the same task in the same second may be in what it "
          "does not have of the metadata branch"));
    }
    return {};
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

  Result<bool> has_the_claim(const git::Commit& commit, const DoneWrite& write) {
    for (const DoneOperation& done : write.operations) {
      if (done.operation.name != kClaimOperation) continue;
      CS_ASSIGN(const auto claim, claim_of(repository_, reader_, commit, write, done));
      if (claim && *claim != claim_) continue;
      CS_ASSIGN(const auto* names, names_of_project(commit));
      if (!names->contains(done.project)) continue;
      if (claim) return true;
      CS_ASSIGN(const bool may_be, may_have_brought_it(commit, done));
      if (may_be) return true;
    }
    return false;
  }

  // What the project is called in the commit, whose writes are looked at.
  Result<const std::set<std::string>*> names_of_project(const git::Commit& commit) {
    if (!names_) {
      CS_ASSIGN(names_, names_in(view_, project_, commit));
    }
    return &*names_;
  }

  // Of a claim of which it cannot be told what it took: whether the commit brought the claim, and
  // no other claim there has the number that was claimed.
  Result<bool> may_have_brought_it(const git::Commit& commit, const DoneOperation& done) {
    CS_ASSIGN(const auto now, project_in(commit.tree, done.project));
    if (!has_it(now)) return false;
    const auto task = model::resolve_task(**now, done.operation.key("task"));
    if (task && (*task)->claim && mark_of(**task) != claim_) return false;
    return is_new_in(commit, done.project);
  }

  // Whether what is called so has the claim in the commit, and before it had not.
  Result<bool> is_new_in(const git::Commit& commit, const std::string& name) {
    CS_ASSIGN(const auto now, project_in(commit.tree, name));
    if (!has_it(now)) return false;
    for (const git::ObjectId& id : commit.parents) {
      CS_ASSIGN(const git::Commit parent, repository_.read_commit(id));
      CS_ASSIGN(const auto before, project_in(parent.tree, name));
      if (has_it(before)) return false;
    }
    return true;
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
  std::vector<git::ObjectId> own_;  // the commits that the claim which is asked about was made by
  std::optional<std::set<std::string>> names_;
};

}  // namespace

Result<std::optional<git::ObjectId>> find_claim_twin(const View& view, const std::string& project,
                                                     const model::Task& task,
                                                     const std::string& op_id) {
  return TwinSearch(view, project, task, op_id).run();
}

}  // namespace claudestep::store

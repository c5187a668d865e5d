#include "store/claim_twin.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/time.h"
#include "store/done_write.h"
#include "store/fsck_trailer.h"
#include "store/history.h"
#include "store/log.h"
#include "store/project_changes.h"

namespace claudestep::store {

namespace {

// How far the date of a commit may be from the time of its claim: both are taken from the clock,
// one after the other.
constexpr std::int64_t kSeconds = 60;

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
      if (writes.empty()) writes.push_back(own_write(commit, ""));
      for (const DoneWrite& write : writes) {
        if (!write.op_id.empty() && first_id_of(write.op_id) == first_id_of(op_id_)) continue;
        CS_ASSIGN(const bool is_twin, has_the_claim(commit, write));
        if (is_twin) return std::optional(commit.id);
      }
    }
    return std::optional<git::ObjectId>();
  }

 private:
  // The commits that claimed at that time.
  Result<std::vector<git::Commit>> candidates() const {
    const Instant since = plus_seconds(at_, -kSeconds);
    const Instant until = plus_seconds(at_, kSeconds);
    std::vector<git::Commit> found;
    PassedCommits passed(since);
    CS_TRY(repository_.walk(*view_.commit(), [&](const git::Commit& commit) {
      const Instant when = commit.committer.when;
      if (since <= when && when <= until && is_of_a_claim(commit)) found.push_back(commit);
      return passed.goes_on(when);
    }));
    return found;
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
      if (claim != claim_) continue;
      CS_ASSIGN(const auto names, names_in(view_, project_, commit));
      if (names.contains(done.project)) return true;
    }
    return false;
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

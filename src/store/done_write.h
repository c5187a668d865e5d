// Owns: what a commit says that a write with an operation id did: by its operations; or, where it
// carries on the work of several, by trailers of their own that pair the two:
//   Claudestep-Done: claim project=auth task=2 op-id=run-7 id=c0bc7ee4 by=bot at=... expires=...
// Leaves to others: which commit answers for an id (store/history.h). Internal to store/, but for
// claims.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/project.h"
#include "store/fsck_trailer.h"
#include "store/project_changes.h"

namespace claudestep::store {

inline constexpr std::string_view kClaimOperation = "claim";

// What a claim took, and what tells it from any other claim of that task.
struct ClaimMark {
  std::string task;  // its id
  std::string by;
  std::string at;
  std::string expires;

  auto operator<=>(const ClaimMark&) const = default;
};

// That of the claim which `task` has; of none, the task alone.
[[nodiscard]] ClaimMark mark_of(const model::Task& task);

struct DoneOperation {
  std::string said;  // the trailer of the write itself: "claim project=auth task=2"
  NamedOperation operation;
  std::string project;             // the name that its project has in the commit
  std::optional<ClaimMark> claim;  // of a claim that was carried on, where it can be told
};

struct DoneWrite {
  std::string op_id;
  bool is_carried = false;  // the commit stands for other writes as well
  bool is_told = true;      // false: it does not say which of its operations are this write's
  std::size_t count = 0;    // of its operations, of which only the first may be listed
  std::vector<DoneOperation> operations;
  bool moves_tasks = false;  // one of them may give tasks other indices

  void add(DoneOperation operation);

  [[nodiscard]] bool is_complete() const { return is_told && count == operations.size(); }
};

// Whether an id ends as that of a claim which is made anew does ("run-7~2"). No user gives such a
// one, but histories of earlier versions have them for writes of any kind.
[[nodiscard]] bool is_numbered_id(std::string_view op_id);

// An id without that end; as it is where nothing else would be left of it.
[[nodiscard]] std::string_view first_id_of(std::string_view op_id);

// One for each operation id that the commit names.
[[nodiscard]] std::vector<DoneWrite> done_writes(const git::Commit& commit);

// All that the commit did, as that of one write.
[[nodiscard]] DoneWrite own_write(const git::Commit& commit, std::string op_id);

// That of `op_id`. Requires: the commit names it.
[[nodiscard]] DoneWrite done_write(const git::Commit& commit, std::string_view op_id);

// What the claim `operation`, one of `write`, took in `commit`; nothing where that cannot be told.
// `reader` reads of that repository. Fails where the project cannot be read.
[[nodiscard]] Result<std::optional<ClaimMark>> claim_of(const git::Repository& repository,
                                                        ProjectReader& reader,
                                                        const git::Commit& commit,
                                                        const DoneWrite& write,
                                                        const DoneOperation& operation);

// What projects are called behind a row of operations, told at once however long it is.
class LaterNames {
 public:
  explicit LaterNames(const std::vector<NamedOperation>& operations);

  // The name that the project which is called `name` has after the operations from the one at
  // `from` on; as it was where it went.
  [[nodiscard]] std::string after(const std::string& name, std::size_t from) const;

 private:
  // By name, that of a project which is called so, from each place on where an operation is about
  // it.
  std::map<std::string, std::map<std::size_t, std::string>> after_;
};

// The values of the trailers that pair `write` with its operations.
[[nodiscard]] std::vector<std::string> done_trailers(const DoneWrite& write);

}  // namespace claudestep::store

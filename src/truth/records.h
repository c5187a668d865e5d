// Owns: the recorded pull requests that are judged, each with the commits that its branch is known
// to end in.
// Leaves to others: the projects (store/view.h), the judging (evidence.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/project.h"

namespace claudestep::truth {

// What is known of the end of a branch.
struct Tip {
  git::ObjectId id;
  bool own = false;  // the forge's own head of this pull request: of no other, and never moved on
};

struct Record {
  std::string project;
  std::int64_t number = 0;
  std::string branch;  // "" when none is recorded
  model::PrState state = model::PrState::kOpen;
  std::optional<Instant> created_at;
  std::optional<Instant> ended_at;  // when it was closed or merged, as recorded
  std::optional<git::ObjectId> merge_commit;
  bool has_merge_commit =
      false;         // it is on the base, where the history that was read may end before
  std::string base;  // the name of the branch it is to be merged into; "" where that is not known
  std::vector<Tip> tips;
  // Where its branch ends now that a later pull request has it.
  std::vector<git::ObjectId> later_ends;
  bool judged = true;  // else it only tells what others are not
};

[[nodiscard]] Record record_of(const std::string& project, const model::PullRequest& pr);

// Whether a pull request was opened after another; numbers settle what times do not.
[[nodiscard]] bool opened_later(const Record& a, const Record& b);

inline constexpr std::int64_t kClockSlack = 300;  // seconds, where no number agrees

// The first moment at which a merge of `record` may be dated: clocks may differ by a day.
[[nodiscard]] std::optional<Instant> earliest(const Record& record);
[[nodiscard]] bool timely(const Record& record, Instant when);
// Whether a commit that no number ties to `record` was made after it was opened: what came before
// is the work of whoever had the branch then. A record that says merged is only confirmed by it.
[[nodiscard]] bool came_after(const Record& record, Instant when, std::int64_t slack);

// Which refs there are, listed once: most that a record could have are not there. Of the remotes
// only one counts, `home`, which pull requests are made on: another has other pull requests, and
// other branches, of the same names.
class RefNames {
 public:
  [[nodiscard]] static Result<RefNames> read(const git::Repository& repository,
                                             std::string_view metadata_ref);

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] const std::vector<std::string>& remotes() const { return remotes_; }
  // The remote of the metadata.
  [[nodiscard]] const std::optional<std::string>& home() const { return home_; }
  // The commit of a ref; nothing for one that is not there or cannot be read, which is not the end
  // of anything: fsck speaks of it.
  [[nodiscard]] std::optional<git::ObjectId> find(const std::string& name) const;
  // How the commit `a` stands to `b`.
  [[nodiscard]] Result<git::Ancestry> compare(const git::ObjectId& a,
                                              const git::ObjectId& b) const {
    return repository_->compare(a, b);
  }

 private:
  const git::Repository* repository_ = nullptr;
  std::vector<std::string> names_;  // sorted
  std::vector<std::string> remotes_;
  std::optional<std::string> home_;
};

// The forge's own head of a pull request: refs/pull/N/head, refs/merge-requests/N/head, and where
// such are fetched to from home, refs/remotes/R/pr/N and the like. Nothing where none was fetched.
[[nodiscard]] std::optional<git::ObjectId> own_head(const RefNames& refs, std::int64_t number);

// Whether `record` had been closed by then, as far as is known.
[[nodiscard]] bool was_over(const Record& record, Instant when);

// Where `branch` ends, here and at home, each commit once.
[[nodiscard]] std::vector<git::ObjectId> branch_ends(const RefNames& refs,
                                                     const std::string& branch);
// The same without an end here that home has left behind.
[[nodiscard]] Result<std::vector<git::ObjectId>> newest_ends(const RefNames& refs,
                                                             const std::string& branch);

// Finds the tips of all `records`. A branch that several pull requests had belongs to the one that
// was opened last; the others are known by their own heads, or have later_ends. A branch without
// commits of its own, and one that is the base itself, tells nothing, which is for evidence.h to
// see.
[[nodiscard]] Status find_tips(const RefNames& refs, std::vector<Record>& records);

}  // namespace claudestep::truth

// Owns: one commit under the question of fsck --frame: does it do what it says, and no more?
// Leaves to others: which commits there are and in which order (fsck_frame.cc). Internal to store/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "git/repository.h"
#include "store/fsck.h"
#include "store/fsck_ledger.h"
#include "store/fsck_names.h"
#include "store/fsck_receipts.h"
#include "store/fsck_trailer.h"
#include "store/fsck_undo.h"
#include "store/fsck_versions.h"
#include "store/lineages.h"
#include "store/merge_keeps.h"

namespace claudestep::store {

struct MergeFile;

// What becomes of a commit that names no operation.
enum class Foreign : std::uint8_t {
  kListed,  // it is told what it did
  kHeld,    // it may add, and change to something new; what it takes away is found
};

class FrameJudge {
 public:
  // All must outlive this. `merges`: those that led to what is put together; null where nobody
  // knows them, and only what a commit does tells whether a merge may have kept what it brings
  // back.
  FrameJudge(const git::Repository& repository, FsckReport& report,
             Foreign foreign = Foreign::kListed, MergeKeeps* merges = nullptr)
      : repository_(repository),
        versions_(repository),
        undone_commits_(repository),
        report_(report),
        foreign_(foreign),
        merges_(merges) {}

  // Takes note of what `commit` did without judging it.
  [[nodiscard]] Status recall(const git::Commit& commit);

  // Judges `commit`, whose parents were judged before.
  [[nodiscard]] Status judge(const git::Commit& commit);

  // What was changed otherwise than the commits name, or than can be known here: names of projects,
  // and "/" with the paths of other files. What was done by hand is not among it.
  [[nodiscard]] const std::set<std::string>& unproved() const { return unproved_; }
  // Receipts which a commit that carries on work has to have, as trailers: for what it takes from
  // its tip without an operation that does.
  [[nodiscard]] const std::vector<std::string>& owed() const { return owed_; }

  // What was taken away by hand.
  struct Loss {
    std::string project;
    Past past;
    FactChange change;
    check::Diagnostic found;
    git::ObjectId last;  // the commit that last took it away or brought it back
    bool is_back = false;
  };
  [[nodiscard]] const std::vector<Loss>& losses() const { return losses_; }
  // Finds what was taken away by hand and no undo among the judged commits brought back.
  void tell_losses();
  // The commit that made the fact what it was lost to.
  [[nodiscard]] std::optional<git::ObjectId> last_changed_by(const Loss& loss) const {
    return ledger_.last_changed_by(loss.past, loss.change.key);
  }

  // How many commits of others touched no project file.
  [[nodiscard]] std::size_t strangers() const { return strangers_; }

 private:
  enum class Verdict { kUndone, kUnnamed };

  // What a commit is judged about: a project, or "/" with the path of another file.
  struct Subject {
    std::string path;
    std::string name;
    Past past;  // by all names by which it was ever known, as far as it says
    // What the project says before and after the commit; null: nothing, or nobody asks.
    std::shared_ptr<const Version> old = nullptr;
    std::shared_ptr<const Version> now = nullptr;
  };
  [[nodiscard]] static Subject subject_at(const std::string& path);

  // The tree of a commit, and of a parent of it: zero for none. Where one has a name twice, what it
  // is taken for.
  [[nodiscard]] git::ObjectId tree_of(const git::Commit& commit) const;
  [[nodiscard]] Result<git::ObjectId> tree_before(const git::Commit& commit,
                                                  std::size_t parent) const;
  // What a commit did after its first parent.
  [[nodiscard]] Result<TreeStep> step_to(const git::Commit& commit);
  void add(std::string_view code, const git::Commit& commit, const std::string& path,
           std::string message);

  // Commits of ours (fsck_judge.cc).
  struct Deeds {
    const TreeStep& step;
    ProjectLines lines;
    std::set<std::string> carried;                     // names after the commit
    std::map<std::string, std::string> carried_as;     // by their names before
    std::map<std::string, ProjectEntry> carried_from;  // what was there, by names after
  };
  [[nodiscard]] Status judge_ours(const git::Commit& commit, const TreeStep& step,
                                  const NamedOperations& named);
  [[nodiscard]] Result<Deeds> deeds_in(const git::Commit& commit, const TreeStep& step,
                                       const NamedOperations& named) const;
  [[nodiscard]] Status judge_project(const git::Commit& commit, const std::string& name,
                                     const Deeds& deeds);
  [[nodiscard]] Status judge_arrival(const git::Commit& commit, const TreeStep& step,
                                     const std::string& name, const ProjectLines& lines);
  // Whether it may take back what that commit did: of work that is put upon another tip only what
  // this tip contains, since elsewhere nobody may have the commits that the work was made of.
  [[nodiscard]] bool can_undo(const git::Commit& commit, const NamedOperation& undo) const;
  // What an undo among the operations was to come to: nothing without one, or where there is no
  // such commit. False when that cannot be known here, which is then said.
  [[nodiscard]] bool tell_undone(const git::Commit& commit, const ProjectLine& line,
                                 const std::optional<ProjectEntry>& before,
                                 std::optional<UndoneProject>& undone);
  void judge_content(const git::Commit& commit, const std::string& name,
                     const std::optional<ProjectEntry>& before, const Placed& after,
                     const std::vector<const NamedOperation*>& operations, const Facts* undone,
                     bool is_carried = false);
  // A file or project as a whole, which no operation allows but one `by_hand`.
  void object_to_file(const git::Commit& commit, const Subject& subject, const FactChange& change,
                      const std::string& what, bool by_hand);
  void object_to(const git::Commit& commit, const Subject& subject, const FactChange& change,
                 const std::string& what);
  [[nodiscard]] std::string deed(const Past& past, const FactChange& change,
                                 const std::string& what, Verdict& verdict) const;

  // What was done, for those who judge what comes later (fsck_remember.cc).
  [[nodiscard]] Status remember(const git::Commit& commit, const TreeStep& step);
  // By scopes and keys, as the ledger takes note of it.
  using Deed = std::map<std::pair<std::string, FactKey>, FsckLedger::Note>;
  // `is_typed`: nothing but what was done by hand.
  [[nodiscard]] Deed deed_of(const TreeStep& step, bool is_typed);
  // The project of a step that came under another name, by its name before.
  [[nodiscard]] std::optional<std::string> name_before(const TreeStep& step,
                                                       const std::string& name);

  // What was done by hand (fsck_foreign.cc).
  [[nodiscard]] std::string foreign_deeds(const std::string& name, const ProjectStep& project);
  [[nodiscard]] std::string deeds_of(const Past& past, const std::vector<FactChange>& changes,
                                     const Version* old, const Version& now) const;
  // What was done by hand and is carried on by a commit of ours is listed, or held, like the rest
  // that others did.
  void tell_by_hand(const git::Commit& commit, const Subject& subject,
                    const std::vector<FactChange>& changes, const Version* old, const Version& now);
  void list_by_hand(const git::Commit& commit, const std::string& path, const std::string& deeds);
  void hold_change(const git::Commit& commit, const Subject& subject, const FactChange& change,
                   const std::string& what);
  void hold_brought_back(const git::Commit& commit, const std::string& name, const Placed& after);
  // What a project that comes brings back of one that was taken away: itself, or its tasks.
  [[nodiscard]] std::vector<FactChange> brought_back(const std::string& name, const Placed& after);
  // The tasks that a project which comes has and that were taken away from it before.
  [[nodiscard]] std::vector<FactChange> tasks_brought_back(const Past& past,
                                                           const Version& now) const;
  void list_foreign(const git::Commit& commit, const TreeStep& step);
  void hold_foreign(const git::Commit& commit, const TreeStep& step);

  // What was taken away and a commit that puts work together has all the same (fsck_kept.cc).
  // Whether it may have it, as a merge of the two would: where the merges are known, what they have
  // kept; else what the commit works on. So may an AI operation that each of the two has be with
  // one pull request alone. `by`: the commit whose work goes.
  [[nodiscard]] bool is_kept(const git::Commit& commit, const Subject& subject,
                             const FactChange& change, const git::ObjectId& by);
  [[nodiscard]] static bool is_with_another(const FactKey& operation, const Subject& subject);
  [[nodiscard]] bool is_task_kept(const Subject& subject, const std::string& id,
                                  std::set<std::string>& asked);
  [[nodiscard]] bool has_new_work(const Subject& subject, const Facts& before,
                                  const FactKey* record = nullptr) const;
  [[nodiscard]] bool is_new(const Subject& subject, const Facts& before, const FactKey& key) const;
  // The project as it was before that commit took `key` away; null where that cannot be had.
  [[nodiscard]] std::shared_ptr<const Version> before_loss(const git::ObjectId& taken_by,
                                                           const Past& past, const FactKey& key);

  // What is put upon another tip as a whole (fsck_carry.cc).
  // It may have more and other than before, not less.
  [[nodiscard]] Status judge_carried(const git::Commit& commit, const std::string& name,
                                     const Deeds& deeds);
  // Asks the commit for a receipt that names what is gone: whether it has one. Else it owes one
  // from then on (owed()).
  [[nodiscard]] bool demand_receipt(const std::string& name, const FactChange& change);

  // What was taken away by hand (fsck_losses.cc).
  void lose(const git::Commit& commit, const Subject& subject, const FactChange& change,
            std::string message);
  // Whether it brings back what a judged commit took away, which is told of that one.
  [[nodiscard]] bool brings_back_loss(const git::ObjectId& lost_by, const std::string& name,
                                      const FactChange& change) const;
  // Takes note of what `commit`, by undoing another, brought back or took away again.
  [[nodiscard]] Status follow_losses(const git::Commit& commit, const NamedOperations& named);
  // Whether the project, as it is now, has what was lost.
  [[nodiscard]] bool has_again(const std::optional<Placed>& placed, const Loss& loss);

  // Merges (fsck_merge.cc).
  struct MergedProject {
    std::optional<Placed> at[3];      // in the trees that were merged
    std::optional<std::string> name;  // in the merge
    std::optional<Placed> merged;
  };
  // The projects of a merge.
  struct MergeResult {
    std::map<std::string, Placed> placed;
    std::map<std::string, std::set<std::string>> remembered_by;  // by former name, once read
    bool are_read = false;

    void read_former_names(Versions& versions);
  };
  struct MergeFinding {
    std::string code;
    std::string path;
    FactKey key;  // the fact of the project, or kWholeFile
    std::string message;
  };
  [[nodiscard]] Status judge_merge(const git::Commit& commit);
  // Holds the merge to one of the commits that its sides began with, zero for none.
  [[nodiscard]] Status hold_merge(const git::Commit& commit, const git::ObjectId& beginning,
                                  std::vector<MergeFinding>& found);
  // Of what was found for two beginnings leaves in `found` what is in both, and what is not judged
  // for either.
  static void keep_common(std::vector<MergeFinding>& found, std::vector<MergeFinding>& more);
  // Whether claudestep makes the same of the two.
  [[nodiscard]] bool is_merged_by_us(const git::Commit& commit) const;
  // What each side did to the base, and the merge. `trees`: the base, ours, theirs, the merge; one
  // that has a name twice gives way to what it is taken for.
  [[nodiscard]] Result<std::array<TreeStep, 3>> steps_of_merge(
      std::array<git::ObjectId, 4>& trees) const;
  // The names that it may have in the merge, the likeliest first.
  [[nodiscard]] std::vector<std::string> merged_names(const Lineage& lineage,
                                                      const MergedProject& project,
                                                      MergeResult& merged);
  // Gives each a name of its own, as far as there are such.
  void name_merged(const std::vector<Lineage>& lineages, std::vector<MergedProject>& projects,
                   MergeResult& merged);
  [[nodiscard]] bool shares_a_task(const MergedProject& project, const Placed& merged);

  // The files under a merge that are no project's (fsck_merge_files.cc). `trees` and `steps` as
  // steps_of_merge() makes them.
  [[nodiscard]] Status hold_files(const git::Commit& commit,
                                  const std::array<git::ObjectId, 4>& trees,
                                  const std::array<TreeStep, 3>& steps,
                                  std::vector<MergeFinding>& found) const;
  // `moved`: what the merge itself has put elsewhere.
  static void judge_dropped(const git::Commit& commit, const MergeFile& file,
                            const std::set<git::ObjectId>& moved, std::vector<MergeFinding>& found);
  void judge_content_of(const git::Commit& commit, const MergeFile& file,
                        std::vector<MergeFinding>& found) const;
  static void judge_mode_of(const git::Commit& commit, const MergeFile& file,
                            std::vector<MergeFinding>& found);

  // The facts of one project under a merge (fsck_merge_facts.cc).
  void judge_merged(const git::Commit& commit, const MergedProject& project, const Lineage& lineage,
                    std::vector<MergeFinding>& found);
  void judge_place(const git::Commit& commit, const MergedProject& project, const Lineage& lineage,
                   const std::string& path, const Past& past,
                   std::vector<MergeFinding>& found) const;
  // What came in the merge and is none of `given`, the names of what its sides have.
  void judge_new(const std::map<std::string, Placed>& merged, const std::set<std::string>& given,
                 std::vector<MergeFinding>& found);
  [[nodiscard]] bool puts_back(const Past& past, const FactChange& change) const;

  const git::Repository& repository_;
  Versions versions_;
  UndoneCommits undone_commits_;
  FsckReport& report_;
  Foreign foreign_;
  MergeKeeps* merges_;
  FsckLedger ledger_;
  Receipts receipts_;                              // of the commit that is judged
  std::map<git::ObjectId, git::ObjectId> mended_;  // trees of commits that have a name twice
  std::vector<Loss> losses_;
  std::set<std::string> unproved_;
  std::vector<std::string> owed_;
  std::size_t strangers_ = 0;
};

// The states of these facts of a project: of kWholeFile and of kShelf.
[[nodiscard]] std::optional<std::string> state_of(const std::optional<Placed>& placed);
[[nodiscard]] std::optional<std::string> shelf_of(const std::optional<Placed>& placed);
// The same of another file by its id as hex, "" for absent.
[[nodiscard]] std::optional<std::string> state_of(const std::string& id);

// Adds the names that a project had.
void add_former_names(const Version& version, std::set<std::string>& names);

// Adds its names before, and when it was made. A null says nothing.
void add_past(const Version* version, Past& past);
// That of what is called `name` and has these versions, of which some may be null.
[[nodiscard]] Past past_of(const std::string& name, std::initializer_list<const Version*> versions);

// What is told of a fact: `project` is where the record is.
[[nodiscard]] std::string describe(const FactKey& key, const std::string& name,
                                   const Version* version);

// A merge is final: nothing that the tool itself does makes a merged pull request anything else.
[[nodiscard]] bool takes_back_merge(const FactChange& change);

// The first twelve digits of an id, as findings name commits.
[[nodiscard]] std::string short_commit(const git::ObjectId& id);

// Where findings place what a commit did to the file `path`, or to "" the branch.
[[nodiscard]] Place place_in(const git::Commit& commit, const std::string& path);

// The subject of a commit in quotes.
[[nodiscard]] std::string subject_of(const git::Commit& commit);

}  // namespace claudestep::store

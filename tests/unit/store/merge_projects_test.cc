// What becomes of projects when two sides rename, exchange, delete, make anew, put away and change
// them: by seeds, against what must be there.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>

#include "codec/project_codec.h"
#include "model/derive.h"
#include "store/lineages.h"
#include "store/merge_trees.h"
#include "tests/unit/model/ledger.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using model::Operation;
using Entries = std::map<std::string, model::test::MapSource::Entry, std::less<>>;
using Named = std::pair<std::string, model::test::MapSource::Entry>;

// Projects that bear a mark: the task "born NAME N" says which one it is wherever it goes, a task
// "change N" what was done to it, an operation "run-N" what was paid for it.
class Lives {
 public:
  explicit Lives(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t end) { return random_() % end; }

  // While time stands still all projects are made at one instant.
  void stand_still(bool still) { stands_still_ = still; }

  void create(model::test::Ledger& ledger, const std::string& name) {
    if (ledger.source.find(name)) return;
    create_empty(ledger, name);
    mark(ledger, name, "born " + name);
  }
  // Without a task nothing but its time says which one it is.
  void create_empty(model::test::Ledger& ledger, const std::string& name) {
    apply(ledger, model::CreateProject{name});
  }

  // Deletes a project that had another name before, which another has now.
  Named bury(model::test::Ledger& ledger) {
    create(ledger, "old");
    apply(ledger, model::RenameProject{"old", "new"});
    pay(ledger, "new");
    create_empty(ledger, "old");
    Named gone("new", ledger.source.entries.at("new"));
    apply(ledger, model::DeleteProject{"new"});
    return gone;
  }

  // Any of its pull requests, or a new one, gets an operation that costs.
  void pay(model::test::Ledger& ledger, const std::string& name) {
    const auto found = ledger.source.entries.find(name);
    if (found == ledger.source.entries.end()) return;
    const auto& prs = found->second.project.pull_requests;
    std::int64_t number = 0;
    if (!prs.empty() && below(3) != 0) {
      number = prs[below(prs.size())].number.value;
    } else {
      number = ++marks_;
      apply(ledger, model::OpenPr{name, "1", number, "b", {}, {}, {}});
    }
    model::AiOperation operation;
    operation.operation_id = model::Text("run-" + std::to_string(++marks_));
    operation.type = model::Text("PRCreation");
    operation.model = model::Text("m");
    operation.cost_usd = model::Cost(Money{marks_ * 10'000'000});
    operation.created_at = model::Time(model::test::time("2026-01-01T00:00:00Z"));
    apply(ledger, model::AddAiOperations{name, number, {operation}});
  }
  void live(model::test::Ledger& ledger) {
    for (auto left = 1 + below(5); left > 0; --left) step(ledger);
  }

 private:
  void apply(model::test::Ledger& ledger, const Operation& operation) {
    if (!stands_still_) ++seconds_;
    ledger.apply(operation, model::test::later(seconds_));
  }
  void mark(model::test::Ledger& ledger, const std::string& name, const std::string& word) {
    apply(ledger, model::AddTask{name, word + " " + std::to_string(++marks_), {}, {}});
  }
  std::string any(const model::test::Ledger& ledger) {
    const auto names = ledger.source.names();
    return names.empty() ? "none" : names[below(names.size())];
  }

  // By hand: a pull request goes with all its operations, or one of these.
  void take_away(model::test::Ledger& ledger, const std::string& name) {
    const auto found = ledger.source.entries.find(name);
    if (found == ledger.source.entries.end()) return;
    model::Project& project = found->second.project;
    auto& prs = project.pull_requests;
    if (prs.empty()) return;
    const auto pr = prs.begin() + static_cast<std::ptrdiff_t>(below(prs.size()));
    if (below(3) != 0 || pr->ai_operations.empty()) {
      prs.erase(pr);
    } else {
      pr->ai_operations.pop_back();
    }
    model::settle(project);
  }

  void step(model::test::Ledger& ledger) {
    const std::string name = any(ledger);
    const std::string other = any(ledger);
    const std::string fresh = std::string(1, static_cast<char>('v' + below(3)));
    switch (below(13)) {
      case 0:
        return apply(ledger, model::RenameProject{name, fresh});
      case 1:  // an exchange of names
        apply(ledger, model::RenameProject{name, "tmp"});
        apply(ledger, model::RenameProject{other, name});
        return apply(ledger, model::RenameProject{"tmp", other});
      case 2:
        apply(ledger, model::DeleteProject{name});
        return create(ledger, name);
      case 3:
        return apply(ledger, model::DeleteProject{name});
      case 4:
        return apply(ledger, model::ArchiveProject{name});
      case 5:  // the name of one that is gone
        if (name != other) apply(ledger, model::DeleteProject{other});
        return apply(ledger, model::RenameProject{name, other});
      case 6:
        return create(ledger, fresh);
      case 7:
      case 8:
      case 9:
        return pay(ledger, name);
      case 10:
        return take_away(ledger, name);
      default:
        return mark(ledger, name, "change");
    }
  }

  std::mt19937 random_;
  bool stands_still_ = false;
  int seconds_ = 0;
  int marks_ = 0;
};

std::set<std::string> marks_of(const model::Project& project) {
  std::set<std::string> marks;
  for (const model::Task& task : project.tasks) marks.insert(task.description.value);
  return marks;
}

// What was paid and for which pull requests, over all projects of a version.
struct Paid {
  std::map<std::string, std::pair<std::int64_t, Money>> operations;  // with the pull request
  std::set<std::int64_t> prs;

  void add(const model::Project& project) {
    for (const model::PullRequest& pr : project.pull_requests) {
      EXPECT_TRUE(prs.insert(pr.number.value).second) << "#" << pr.number.value << " twice";
      for (const model::AiOperation& operation : pr.ai_operations) {
        const auto paid = std::pair(pr.number.value, operation.cost_usd->value);
        EXPECT_TRUE(operations.emplace(operation.operation_id->value, paid).second)
            << operation.operation_id->value << " twice";
      }
    }
  }
};

Paid paid_in(const Entries& entries) {
  Paid paid;
  for (const auto& [name, entry] : entries) paid.add(entry.project);
  return paid;
}

bool is_told(const std::vector<model::Receipt>& receipts, const std::string& operation) {
  return std::any_of(receipts.begin(), receipts.end(),
                     [&](const model::Receipt& receipt) { return receipt.operation == operation; });
}

// The project with a mark, null when there is none.
const model::test::MapSource::Entry* bearer(const Entries& entries, const std::string& mark) {
  for (const auto& [name, entry] : entries) {
    if (marks_of(entry.project).contains(mark)) return &entry;
  }
  return nullptr;
}

bool is_as_it_was(const model::test::MapSource::Entry& before,
                  const model::test::MapSource::Entry& now) {
  return before.shelf == now.shelf && before.project == now.project;
}

// Three projects, and what two sides made of them.
struct TwoLives {
  model::test::Ledger base;
  model::test::Ledger ours;
  model::test::Ledger theirs;

  explicit TwoLives(int seed) {
    Lives lives(static_cast<std::uint32_t>(seed));
    lives.stand_still(seed % 3 == 0);  // as who imports many projects at once
    for (const char* name : {"a", "b", "c"}) {
      lives.create(base, name);
      lives.pay(base, name);
    }
    lives.stand_still(false);
    std::optional<Named> gone;
    if (seed % 2 == 0) gone = lives.bury(base);
    ours = base;
    theirs = base;
    if (gone) {  // undone, or kept by a merge
      for (model::test::Ledger* side : {&ours, &theirs}) {
        if (lives.below(4) != 0) side->source.entries.insert(*gone);
      }
    }
    lives.live(ours);
    lives.live(theirs);
  }
};

class ShelfMergeTest : public StoreTest {
 protected:
  // The tree of some projects, of which one file is named and not there.
  Result<git::ObjectId> tree_of(git::ObjectBatch& batch, const Entries& entries,
                                git::ObjectId lost = {}) {
    std::vector<git::TreeChange> changes;
    for (const auto& [name, entry] : entries) {
      git::TreeChange change;
      change.path =
          (entry.shelf == model::Shelf::kArchive ? "archive/" : "projects/") + name + ".json";
      const std::string bytes = codec::write_project(entry.project);
      change.blob = git::hash_object("blob", bytes);
      if (change.blob != lost) CS_TRY(batch.add_blob(bytes));
      changes.push_back(std::move(change));
    }
    return batch.add_tree({}, changes);
  }

  // The projects of a merge by path.
  Result<std::map<std::string, model::Project>> projects_of(const git::Repository& repository,
                                                            git::ObjectId root) {
    std::map<std::string, model::Project> projects;
    for (const std::string folder : {"projects", "archive"}) {
      CS_ASSIGN(const auto entry, repository.find_entry(root, folder));
      if (!entry) continue;
      CS_ASSIGN(const git::Tree tree, repository.read_tree(entry->id));
      for (const git::TreeEntry& item : tree.entries) {
        CS_ASSIGN(const std::string bytes, repository.read_blob(item.id));
        CS_ASSIGN(auto project, codec::read_project(bytes, item.name));
        projects.emplace(folder + "/" + item.name, std::move(project));
      }
    }
    return projects;
  }
};

// Money that a side ended with goes only when it was there before and the other side took it away:
// alone, or with a pull request that did not come back. Else a receipt says so.
void expect_paid(const Paid& base, const Paid& side, const Paid& other, const Paid& merged,
                 const std::vector<model::Receipt>& receipts) {
  for (const auto& [operation, paid] : side.operations) {
    const auto found = merged.operations.find(operation);
    if (found != merged.operations.end()) {
      EXPECT_EQ(found->second, paid) << operation;
      continue;
    }
    const bool taken = base.operations.contains(operation) && !other.operations.contains(operation);
    const bool alone = other.prs.contains(paid.first);
    EXPECT_TRUE((taken && (alone || !merged.prs.contains(paid.first))) ||
                is_told(receipts, operation))
        << operation << " of #" << paid.first << " went in silence";
  }
}

// Who became what is told of every file that a side has anew, and what a project says is where it
// is told to be.
void expect_traced(const std::vector<TracedProject>& traced, const Entries* (&sides)[3],
                   const std::map<std::string, model::Project>& merged) {
  std::set<std::string> told[3];
  for (const TracedProject& one : traced) {
    for (const Side side : kSides) {
      if (!one.at[side]) continue;
      EXPECT_TRUE(told[side].insert(one.at[side]->name).second) << one.at[side]->path();
      for (const std::string& mark : marks_of(sides[side]->at(one.at[side]->name).project)) {
        for (const auto& [path, project] : merged) {
          if (!marks_of(project).contains(mark)) continue;
          EXPECT_EQ(one.merged ? one.merged->path() : "nowhere", path) << mark;
        }
      }
    }
  }
  for (const Side side : {kOurs, kTheirs}) {
    for (const auto& [name, entry] : *sides[side]) {
      const auto before = sides[kBase]->find(name);
      const bool is_as_before =
          before != sides[kBase]->end() && is_as_it_was(before->second, entry);
      EXPECT_TRUE(is_as_before || told[side].contains(name)) << name;
    }
  }
}

// How often a mark must be there: once, or not at all when its project was deleted on one side and
// the other left it alone, or when both deleted it.
std::size_t wanted(const std::string& mark, const Entries& base, const Entries& ours,
                   const Entries& theirs) {
  const auto* before = bearer(base, mark);
  const auto* mine = bearer(ours, mark);
  const auto* other = bearer(theirs, mark);
  if (before == nullptr) return 1;
  if (mine != nullptr && other != nullptr) return 1;
  const auto* left = mine != nullptr ? mine : other;
  return left != nullptr && !is_as_it_was(*before, *left) ? 1 : 0;
}

// Of two that came to be one both were made anew, and under one name.
void expect_one(const model::Project& merged, const Entries& base) {
  std::vector<std::string> made_under;
  bool is_any_old = false;
  for (const std::string& mark : marks_of(merged)) {
    if (!mark.starts_with("born ")) continue;
    made_under.push_back(mark.substr(0, mark.rfind(' ')));
    is_any_old |= bearer(base, mark) != nullptr;
  }
  if (made_under.size() < 2) return;
  ASSERT_EQ(made_under.size(), 2U);
  EXPECT_FALSE(is_any_old) << merged.name.value;
  EXPECT_EQ(made_under[0], made_under[1]) << merged.name.value;
}

// What a side put away is in the archive, or a receipt says that it is not.
void expect_put_away(const Entries& side, const std::map<std::string, model::Project>& merged,
                     const std::vector<model::Receipt>& receipts) {
  for (const auto& [name, entry] : side) {
    if (entry.shelf != model::Shelf::kArchive) continue;
    for (const std::string& mark : marks_of(entry.project)) {
      for (const auto& [path, project] : merged) {
        if (path.starts_with("archive/") || !marks_of(project).contains(mark)) continue;
        EXPECT_TRUE(std::any_of(receipts.begin(), receipts.end(),
                                [&, &is = project](const model::Receipt& receipt) {
                                  return receipt.member == "archive" &&
                                         (receipt.project == is.name.value ||
                                          model::was_called(is, receipt.project));
                                }))
            << name << " is in " << path << " in silence";
      }
    }
  }
}

// Whether what came back on both sides has on one the name of another project of the base, which
// the other side left alone: nobody looks there (docs/merging.md).
bool is_unseen(const Entries& base, const Entries& side, const Entries& other) {
  return std::any_of(side.begin(), side.end(), [&](const auto& one) {
    const auto before = base.find(one.first);
    const auto there = other.find(one.first);
    if (before == base.end() || there == other.end()) return false;
    const std::set<std::string> marks = marks_of(one.second.project);
    return is_as_it_was(before->second, there->second) &&
           std::any_of(marks.begin(), marks.end(), [&](const std::string& mark) {
             return mark.starts_with("born ") && bearer(base, mark) == nullptr &&
                    bearer(other, mark) != nullptr;
           });
  });
}

TEST_F(ShelfMergeTest, EveryProjectIsInOneFile) {
  git::Repository repository = open();
  std::size_t all_paid = 0;
  for (int seed = 1; seed <= number_asked("CLAUDESTEP_LIVES", 300); ++seed) {
    SCOPED_TRACE(seed);
    const auto [base, ours, theirs] = TwoLives(seed);
    const Entries* sides[] = {&base.source.entries, &ours.source.entries, &theirs.source.entries};
    if (is_unseen(*sides[0], *sides[1], *sides[2]) || is_unseen(*sides[0], *sides[2], *sides[1])) {
      continue;
    }

    ASSERT_OK_AND_ASSIGN(auto batch, repository.begin_objects());
    git::ObjectId trees[3];
    for (std::size_t side = 0; side < 3; ++side) {
      ASSERT_OK_AND_ASSIGN(trees[side], tree_of(batch, *sides[side]));
    }
    (void)batch.hold();
    ASSERT_OK_AND_ASSIGN(const MergedTree merged,
                         merge_trees(repository, batch, trees[0], trees[1], trees[2]));
    ASSERT_OK_AND_ASSIGN(const MergedTree turned,
                         merge_trees(repository, batch, trees[0], trees[2], trees[1]));
    Trace trace;
    ASSERT_OK_AND_ASSIGN(const MergedTree told,
                         merge_trees(repository, batch, trees[0], trees[1], trees[2], &trace));
    (void)batch.hold();
    EXPECT_EQ(merged.tree, turned.tree);
    EXPECT_EQ(merged.receipts, turned.receipts);
    EXPECT_EQ(merged.tree, told.tree);

    ASSERT_OK_AND_ASSIGN(const auto projects, projects_of(repository, merged.tree));
    expect_traced(trace.projects, sides, projects);
    std::map<std::string, std::size_t> found;
    std::set<Instant> made;
    Paid paid;
    for (const auto& [path, project] : projects) {
      paid.add(project);
      EXPECT_EQ(path.substr(path.find('/') + 1), project.name.value + ".json");
      for (const std::string& mark : marks_of(project)) ++found[mark];
      if (seed % 3 != 0) {  // no time stood still
        EXPECT_TRUE(made.insert(project.created_at->value.instant()).second) << path;
      }
      expect_one(project, *sides[0]);
    }
    expect_put_away(*sides[1], projects, merged.receipts);
    expect_put_away(*sides[2], projects, merged.receipts);
    std::set<std::string> marks;
    for (const Entries* side : sides) {
      for (const auto& [name, entry] : *side) marks.merge(marks_of(entry.project));
    }
    for (const std::string& mark : marks) {
      EXPECT_EQ(found[mark], wanted(mark, *sides[0], *sides[1], *sides[2])) << mark;
    }
    const Paid before = paid_in(*sides[0]);
    const Paid mine = paid_in(*sides[1]);
    const Paid other = paid_in(*sides[2]);
    all_paid += paid.operations.size();
    expect_paid(before, mine, other, paid, merged.receipts);
    expect_paid(before, other, mine, paid, merged.receipts);
  }
  EXPECT_GT(all_paid, static_cast<std::size_t>(2 * number_asked("CLAUDESTEP_LIVES", 300)));
}

// Whoever lacks one of the files merges as everybody does, or not at all.
TEST_F(ShelfMergeTest, WithoutAFileItIsTheSameMergeOrNone) {
  int same = 0;
  int refused = 0;
  for (int seed = 1; seed <= number_asked("CLAUDESTEP_LIVES", 300); ++seed) {
    SCOPED_TRACE(seed);
    const auto [base, ours, theirs] = TwoLives(seed);
    const Entries* sides[] = {&base.source.entries, &ours.source.entries, &theirs.source.entries};
    std::vector<git::ObjectId> files;
    for (const Entries* side : sides) {
      for (const auto& [name, entry] : *side) {
        files.push_back(git::hash_object("blob", codec::write_project(entry.project)));
      }
    }
    const git::ObjectId lost = files[static_cast<std::size_t>(seed) % files.size()];
    const auto merge_without = [&](git::ObjectId file) -> Result<MergedTree> {
      const git::Repository repository = open();
      CS_ASSIGN(auto batch, repository.begin_objects());
      git::ObjectId trees[3];
      for (const Side side : kSides) {
        CS_ASSIGN(trees[side], tree_of(batch, *sides[side], file));
      }
      (void)batch.hold();
      return merge_trees(repository, batch, trees[kBase], trees[kOurs], trees[kTheirs]);
    };
    ASSERT_OK_AND_ASSIGN(const MergedTree whole, merge_without({}));
    const auto holed = merge_without(lost);
    if (holed) {
      ++same;
      EXPECT_EQ(holed->tree, whole.tree);
      EXPECT_EQ(holed->receipts, whole.receipts);
    } else {
      ++refused;
      EXPECT_THAT(holed,
                  test::FailsWith(ErrorCode::kCorrupt, "the blob " + lost.hex() + " is missing"));
    }
  }
  EXPECT_GT(same, number_asked("CLAUDESTEP_LIVES", 300) / 10);
  EXPECT_GT(refused, number_asked("CLAUDESTEP_LIVES", 300) / 10);
}

}  // namespace
}  // namespace claudestep::store

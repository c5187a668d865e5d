// What becomes of projects when two sides rename, exchange, delete, make anew, put away and change
// them: by seeds, against what must be there.
#include <gmock/gmock.h>

#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include "codec/project_codec.h"
#include "store/lineages.h"
#include "store/merge_trees.h"
#include "tests/unit/model/ledger.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using model::Operation;
using Entries = std::map<std::string, model::test::MapSource::Entry, std::less<>>;

// CLAUDESTEP_LIVES=N plays N pairs of lives.
int lives_to_play() {
  const char* many = std::getenv("CLAUDESTEP_LIVES");
  return many == nullptr ? 300 : std::atoi(many);
}

// Projects that bear a mark: the task "born N" says which one it is wherever it goes, a task
// "change N" what was done to it.
class Lives {
 public:
  explicit Lives(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t end) { return random_() % end; }

  // While time stands still all projects are made at one instant.
  void stand_still(bool still) { stands_still_ = still; }

  void create(model::test::Ledger& ledger, const std::string& name) {
    apply(ledger, model::CreateProject{name});
    mark(ledger, name, "born");
  }

  void live(model::test::Ledger& ledger) {
    for (auto left = 1 + below(3); left > 0; --left) step(ledger);
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

  void step(model::test::Ledger& ledger) {
    const std::string name = any(ledger);
    const std::string other = any(ledger);
    const std::string fresh = std::string(1, static_cast<char>('v' + below(3)));
    switch (below(8)) {
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
    for (const char* name : {"a", "b", "c"}) lives.create(base, name);
    lives.stand_still(false);
    ours = base;
    theirs = base;
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

TEST_F(ShelfMergeTest, EveryProjectIsInOneFile) {
  git::Repository repository = open();
  for (int seed = 1; seed <= lives_to_play(); ++seed) {
    SCOPED_TRACE(seed);
    const auto [base, ours, theirs] = TwoLives(seed);
    const Entries* sides[] = {&base.source.entries, &ours.source.entries, &theirs.source.entries};

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
    (void)batch.hold();
    EXPECT_EQ(merged.tree, turned.tree);
    EXPECT_EQ(merged.receipts, turned.receipts);

    ASSERT_OK_AND_ASSIGN(const auto projects, projects_of(repository, merged.tree));
    std::map<std::string, std::size_t> found;
    for (const auto& [path, project] : projects) {
      EXPECT_EQ(path.substr(path.find('/') + 1), project.name.value + ".json");
      for (const std::string& mark : marks_of(project)) ++found[mark];
    }
    std::set<std::string> marks;
    for (const Entries* side : sides) {
      for (const auto& [name, entry] : *side) marks.merge(marks_of(entry.project));
    }
    for (const std::string& mark : marks) {
      EXPECT_EQ(found[mark], wanted(mark, *sides[0], *sides[1], *sides[2])) << mark;
    }
  }
}

// Whoever lacks one of the files merges as everybody does, or not at all.
TEST_F(ShelfMergeTest, WithoutAFileItIsTheSameMergeOrNone) {
  int same = 0;
  int refused = 0;
  for (int seed = 1; seed <= lives_to_play(); ++seed) {
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
  EXPECT_GT(same, lives_to_play() / 10);
  EXPECT_GT(refused, lives_to_play() / 10);
}

}  // namespace
}  // namespace claudestep::store

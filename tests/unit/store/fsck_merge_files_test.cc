// Files that are no projects under a merge by hand: what the guard of a shared repository lets in,
// and what it refuses, wherever the file lies.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "store/push_guard.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using test::TreeEntry;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

using MergeEntries = std::vector<TreeEntry>;

class FsckMergeFiles : public StoreTest {
 protected:
  // The file `name`, "-" for none: a letter is its content, together with `salt`; with "+" it can
  // be run, with "@" it is a link, with "/" a folder that has a file.
  [[nodiscard]] MergeEntries entry(const std::string& name, const std::string& state,
                                   const std::string& salt = {}) {
    if (state == "-") return {};
    const char letter = state.back() == '+' ? state.front() : state.back();
    const std::string id = builder_.blob(salt + std::string(20, letter));
    if (state[0] == '/') return folder(name, {{std::string(test::kModeFile), "in", id}});
    const auto mode = state[0] == '@'       ? test::kModeSymlink
                      : state.back() == '+' ? test::kModeExecutable
                                            : test::kModeFile;
    return {{std::string(mode), name, id}};
  }

  // Nothing for one without entries.
  [[nodiscard]] MergeEntries folder(const std::string& name, const MergeEntries& entries) {
    if (entries.empty()) return {};
    return {{std::string(test::kModeFolder), name, builder_.tree(entries)}};
  }

  [[nodiscard]] std::string commit(MergeEntries entries, const std::vector<std::string>& sides,
                                   const std::vector<std::string>& parents) {
    for (const std::string& side : sides) {
      entries.push_back({std::string(test::kModeFile), side, builder_.blob(side)});
    }
    return builder_.commit_tree(builder_.tree(entries), parents);
  }

  // What the guard says of a merge: "path: message", "OURS" and "THEIRS" for the sides.
  [[nodiscard]] std::vector<std::string> judge(const MergeEntries& base, const MergeEntries& ours,
                                               const MergeEntries& theirs,
                                               const MergeEntries& merged) {
    const std::string begun = commit(base, {}, {});
    const std::string here = commit(ours, {"zo"}, {begun});
    const std::string there = commit(theirs, {"zt"}, {begun});
    const std::string both = commit(merged, {"zo", "zt"}, {here, there});
    git::Repository repository = open();
    const auto read = repository.read_commit(*git::ObjectId::parse(both));
    const auto found = examine_commits(repository, *git::ObjectId::parse(begun), {*read});
    EXPECT_THAT(found, test::IsOk());
    std::vector<std::string> lines;
    for (const auto& one : *found) {
      std::string line = one.place.file.substr(one.place.file.find(':') + 1) + ": " + one.message;
      EXPECT_EQ(one.code, "frame/lost-update") << line;
      for (const auto& [id, name] : {std::pair(here, "OURS"), std::pair(there, "THEIRS")}) {
        const auto at = line.find(id.substr(0, 12));
        if (at != std::string::npos) line.replace(at, 12, name);
      }
      lines.push_back(std::move(line));
    }
    return lines;
  }
};

TEST_F(FsckMergeFiles, KeepWhatOneSideDidAndWhatBothHave) {
  const std::string let_in;
  const std::string ours = "drops what OURS has here and the other side left alone";
  const std::string theirs = "drops what THEIRS has here and the other side left alone";
  const std::string both = "drops what both sides have here";
  const std::string neither = "puts the file back to how it was before both sides changed it";
  const std::string back = "brings back what neither side has here";
  const struct {
    const char* base;
    const char* ours;
    const char* theirs;
    const char* merged;
    std::string says;
  } rows[] = {
      // One side changed it, added it, took it away.
      {"A", "B", "A", "B", let_in},
      {"A", "B", "A", "A", ours},
      {"A", "A", "B", "A", theirs},
      {"A", "A", "@A", "A", theirs},
      {"A", "B", "A", "C", let_in},
      {"A", "B", "A", "-", both},
      {"-", "A", "-", "A", let_in},
      {"-", "A", "-", "-", "drops what OURS has added here"},
      {"-", "-", "A", "-", "drops what THEIRS has added here"},
      {"-", "-", "A", "B", let_in},
      {"A", "-", "A", "-", let_in},
      {"A", "-", "A", "A", "brings back what OURS took away here"},
      {"A", "-", "A", "B", let_in},
      // Both did.
      {"A", "B", "C", "B", let_in},
      {"A", "B", "C", "C", let_in},
      {"A", "B", "C", "D", let_in},
      {"A", "B", "C", "A", neither},
      {"A", "B", "C", "-", both},
      {"A", "B", "-", "B", let_in},
      {"A", "B", "-", "-", let_in},
      {"A", "B", "-", "A", neither},
      {"-", "A", "B", "-", both},
      {"-", "A", "A", "-", both},
      {"A", "-", "-", "A", back},
      {"A", "-", "-", "B", let_in},
      // Nobody but the merge.
      {"-", "-", "-", "A", let_in},
      {"A", "A", "A", "B", let_in},
      {"A", "A", "A", "A+", let_in},
      {"A", "A", "A", "-", both},
      // The mode of a file is for itself, unless both changed the rest and one is taken as it is.
      {"A", "A+", "A", "A+", let_in},
      {"A", "A+", "A", "A", "drops the mode that OURS has given the file"},
      {"A+", "A+", "A", "A+", "drops the mode that THEIRS has given the file"},
      {"A", "A+", "B", "B+", let_in},
      {"A", "A+", "B", "B", "drops the mode that OURS has given the file"},
      {"A", "B+", "C", "C", let_in},
      {"A", "B+", "C", "D", "drops the mode that OURS has given the file"},
      {"A", "A+", "A+", "A", "drops the mode that OURS has given the file"},
  };
  // All in one merge, each file called by its row and unlike those of other rows, in three folders.
  std::array<MergeEntries, 4> trees;
  std::vector<std::string> says;
  for (const auto& row : rows) {
    const std::array<std::string, 4> states = {row.base, row.ours, row.theirs, row.merged};
    const std::string name = states[0] + " " + states[1] + " " + states[2] + " " + states[3];
    for (std::size_t side = 0; side < trees.size(); ++side) {
      for (TreeEntry& one : entry(name, states[side], name)) trees[side].push_back(std::move(one));
    }
    if (row.says.empty()) continue;
    for (const char* where : {"", "notes/deep/", "projects/sub/"}) {
      says.push_back(where + name + ": the merge " + row.says);
    }
  }
  for (MergeEntries& tree : trees) {
    const MergeEntries files = tree;
    for (const auto& [outer, inner] : {std::pair("notes", "deep"), std::pair("projects", "sub")}) {
      for (TreeEntry& one : folder(outer, folder(inner, files))) tree.push_back(std::move(one));
    }
  }
  EXPECT_THAT(judge(trees[0], trees[1], trees[2], trees[3]),
              ::testing::UnorderedElementsAreArray(says));
}

TEST_F(FsckMergeFiles, MayHaveAFileOrAFolderWhereSidesHaveBoth) {
  const struct {
    const char* base;
    const char* ours;
    const char* theirs;
    const char* merged;
    const char* says;
  } rows[] = {
      {"-", "A", "/B", "A", ""},
      {"-", "A", "/B", "/B", ""},
      {"-", "A", "/B", "/C", ""},
      {"A", "B", "/B", "/B", ""},
      {"/A", "/B", "A", "A", ""},
      {"A", "A", "/B", "/B", ""},
      {"A", "A", "/B", "A", "x/in: the merge drops what THEIRS has added here"},
      {"/A", "A", "/A", "/A", "x/in: the merge brings back what OURS took away here"},
      {"-", "A", "/B", "-", "x: the merge drops what OURS has added here"},
      // A third file is neither.
      {"-", "A", "/B", "A+", ""},
      {"-", "A", "/B", "C", "x/in: the merge drops what THEIRS has added here"},
      {"-", "/B", "A", "C", "x/in: the merge drops what OURS has added here"},
      {"-", "A", "/B", "@A", "x/in: the merge drops what THEIRS has added here"},
      {"C", "A", "/B", "C", "x: the merge puts the file back to how it was"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(std::string(row.base) + " " + row.ours + " " + row.theirs + " " + row.merged);
    const auto found = judge(entry("x", row.base), entry("x", row.ours), entry("x", row.theirs),
                             entry("x", row.merged));
    if (*row.says == '\0') {
      EXPECT_THAT(found, IsEmpty());
    } else {
      EXPECT_THAT(found, ::testing::Contains(::testing::StartsWith(row.says)));
    }
  }
}

// Who has a file in the place of the folder has taken away what was in it, and git does so.
TEST_F(FsckMergeFiles, MayLoseWhatWasInAFolderThatAFileReplaces) {
  const auto in = [&](const std::string& was, const std::string& added) {
    MergeEntries entries = entry("one", added);
    for (const TreeEntry& other : entry("two", was)) entries.push_back(other);
    return folder("x", entries);
  };
  const MergeEntries begun = in("A", "-");
  const MergeEntries file = entry("x", "B");
  EXPECT_THAT(judge(begun, file, in("A", "C"), in("-", "C")), IsEmpty());
  EXPECT_THAT(judge(begun, file, in("A", "C"), in("A", "C")), IsEmpty());
  EXPECT_THAT(judge(begun, in("A", "C"), file, in("-", "C")), IsEmpty());
  EXPECT_THAT(judge(begun, file, in("A", "C"), in("A", "-")),
              ElementsAre("x/one: the merge drops what THEIRS has added here"));
  EXPECT_THAT(judge(begun, file, in("E", "-"), in("A", "-")),
              ElementsAre("x/two: the merge drops what THEIRS has here and the other side has no "
                          "folder for"));
  // A third file does not stand for the choice of one side: what it takes the place of is judged.
  EXPECT_THAT(judge(begun, file, in("E", "-"), entry("x", "D")), IsEmpty());
  EXPECT_THAT(judge(begun, file, in("E", "C"), entry("x", "D")),
              ElementsAre("x/one: the merge drops what THEIRS has added here"));
}

// git follows folders that were renamed: what the other side added is there under the new name.
TEST_F(FsckMergeFiles, MayBeMovedByTheMerge) {
  const auto in = [&](const std::string& name, const std::string& one, const std::string& two) {
    MergeEntries entries = entry("one", one);
    for (const TreeEntry& other : entry("two", two)) entries.push_back(other);
    return folder(name, entries);
  };
  EXPECT_THAT(judge(in("a", "A", "-"), in("a", "A", "B"), in("b", "A", "-"), in("b", "A", "B")),
              IsEmpty());
  EXPECT_THAT(judge(in("a", "A", "-"), in("a", "A", "-"), in("a", "A", "-"), in("b", "A", "-")),
              IsEmpty());
  // As it was before somebody changed it, it is not what is to be kept.
  EXPECT_THAT(judge(in("a", "A", "-"), in("a", "B", "-"), in("a", "A", "-"), in("b", "A", "-")),
              ElementsAre("a/one: the merge drops what both sides have here"));
  EXPECT_THAT(judge(in("a", "A", "-"), in("a", "B", "-"), in("a", "A", "-"), in("b", "B", "-")),
              IsEmpty());
  EXPECT_THAT(judge(in("a", "A", "-"), in("a", "A", "B"), in("b", "A", "-"), in("b", "A", "-")),
              ElementsAre("a/two: the merge drops what OURS has added here"));
}

// A folder of projects is worth more than what lies in its place; a mode that git writes otherwise
// is the same.
TEST_F(FsckMergeFiles, PassOverWhatIsToldOtherwise) {
  const MergeEntries shelf = folder("projects", entry("note", "A"));
  EXPECT_THAT(judge(shelf, entry("projects", "B"), shelf, shelf), IsEmpty());
  MergeEntries odd = entry("x", "B");
  odd.front().mode = "100664";
  EXPECT_THAT(judge(entry("x", "A"), odd, entry("x", "A"), entry("x", "B")), IsEmpty());
}

}  // namespace
}  // namespace claudestep::store

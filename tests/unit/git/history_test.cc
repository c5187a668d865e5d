// Walks and common ancestors, with `git rev-list` and `git merge-base` as judges.
#include <algorithm>
#include <ctime>
#include <limits>
#include <sstream>

#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> found;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) found.push_back(line);
  return found;
}

std::vector<std::string> walked(const Repository& repository, const std::string& tip,
                                bool first_parents, std::size_t limit = 1000) {
  std::vector<std::string> ids;
  const auto visit = [&](const Commit& commit) {
    ids.push_back(commit.id.hex());
    return ids.size() < limit;
  };
  const Status status = first_parents ? repository.walk_first_parents(id_of(tip), visit)
                                      : repository.walk(id_of(tip), visit);
  if (!status) ids.push_back(status.error().message);
  return ids;
}

// A history of `count` commits with merges, made by chance that is the same every time. The dates
// run forward.
std::vector<std::string> make_history(RepositoryBuilder& builder, int count, std::uint32_t seed) {
  const std::string tree = builder.tree({});
  std::vector<std::string> commits;
  const auto next = [&](std::size_t bound) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8U) % bound;
  };
  for (int i = 0; i < count; ++i) {
    std::vector<std::string> parents;
    const std::size_t wanted = i == 0 ? 0 : next(3);
    for (std::size_t p = 0; p < wanted; ++p) {
      const std::string& parent = commits[next(commits.size())];
      if (std::find(parents.begin(), parents.end(), parent) == parents.end())
        parents.push_back(parent);
    }
    commits.push_back(builder.commit_tree(tree, parents, std::to_string(i)));
  }
  return commits;
}

std::vector<std::string> git_merge_bases(const RepositoryBuilder& builder, const std::string& a,
                                         const std::string& b) {
  auto result = builder.try_git({"merge-base", "--all", a, b});
  auto bases = lines(result.out);
  std::sort(bases.begin(), bases.end());
  return bases;
}

TEST(Walk, GoesAsGitGoes) {
  RepositoryBuilder builder;
  const auto commits = make_history(builder, 40, 7);
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  for (std::size_t i = 5; i < commits.size(); i += 7) {
    const std::string& tip = commits[i];
    EXPECT_EQ(walked(repository, tip, false), lines(builder.git({"rev-list", tip})));
    EXPECT_EQ(walked(repository, tip, true),
              lines(builder.git({"rev-list", "--first-parent", tip})));
  }
  EXPECT_EQ(walked(repository, commits.back(), false, 1).size(), 1U);
  EXPECT_EQ(walked(repository, commits.back(), true, 1).size(), 1U);
}

TEST(Walk, NamesAMissingCommit) {
  RepositoryBuilder builder;
  const std::string absent(40, '1');
  const std::string tree = builder.tree({});
  const std::string tip =
      builder.git({"hash-object", "-w", "-t", "commit", "--literally", "--stdin"},
                  "tree " + tree + "\nparent " + absent +
                      "\nauthor a <a> 1 +0000\ncommitter a <a> 1 +0000\n\nm");
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_THAT(walked(repository, tip, false),
              ElementsAre(tip, "the commit " + absent + " is missing"));
  EXPECT_THAT(walked(repository, tip, true),
              ElementsAre(tip, "the commit " + absent + " is missing"));
}

TEST(MergeBases, AreThoseOfGitFromEitherSide) {
  RepositoryBuilder builder;
  const auto commits = make_history(builder, 30, 99);
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  for (std::size_t i = 10; i < commits.size(); i += 3) {
    for (std::size_t j = 11; j < commits.size(); j += 4) {
      ASSERT_OK_AND_ASSIGN(const auto bases,
                           repository.merge_bases(id_of(commits[i]), id_of(commits[j])));
      std::vector<std::string> hex;
      hex.reserve(bases.size());
      for (const ObjectId& id : bases) hex.push_back(id.hex());
      EXPECT_EQ(hex, git_merge_bases(builder, commits[i], commits[j])) << i << " " << j;
      EXPECT_THAT(repository.merge_bases(id_of(commits[j]), id_of(commits[i])),
                  IsOkAndHolds(bases));
    }
  }
}

TEST(MergeBases, CrissCrossHasTwo) {
  RepositoryBuilder builder;
  const std::string tree = builder.tree({});
  const std::string root = builder.commit_tree(tree, {}, "root");
  const std::string a = builder.commit_tree(tree, {root}, "a");
  const std::string b = builder.commit_tree(tree, {root}, "b");
  const std::string x = builder.commit_tree(tree, {a, b}, "x");
  const std::string y = builder.commit_tree(tree, {b, a}, "y");
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  std::vector<ObjectId> both = {id_of(a), id_of(b)};
  std::sort(both.begin(), both.end());
  EXPECT_THAT(repository.merge_bases(id_of(x), id_of(y)), IsOkAndHolds(both));
  EXPECT_THAT(repository.merge_bases(id_of(x), id_of(x)), IsOkAndHolds(ElementsAre(id_of(x))));
}

// Clocks that were wrong: a child older than its parents.
TEST(MergeBases, SurviveDatesThatLie) {
  RepositoryBuilder builder;
  const std::string tree = builder.tree({});
  const auto commit = [&](const std::vector<std::string>& parents, int date) {
    std::string text = "tree " + tree + "\n";
    for (const std::string& parent : parents) text += "parent " + parent + "\n";
    const std::string who = " a <a> " + std::to_string(date) + " +0000\n";
    text += "author" + who + "committer" + who + "\nm" + std::to_string(date);
    return builder.git({"hash-object", "-w", "-t", "commit", "--stdin"}, text);
  };
  const std::string root = commit({}, 1000);
  const std::string middle = commit({root}, 10);
  const std::string a = commit({middle}, 2000);
  const std::string b = commit({root, middle}, 5);
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  EXPECT_THAT(repository.merge_bases(id_of(a), id_of(b)), IsOkAndHolds(ElementsAre(id_of(middle))));
  EXPECT_EQ(git_merge_bases(builder, a, b), std::vector{middle});
}

// Two that merged the same commits; every fourth of these reaches the one before, and is dated as
// if it came first. Each held to each of the others reads every one as often as there are.
TEST(MergeBases, AreThoseOfGitHoweverMany) {
  constexpr int kMany = 1000;
  constexpr int kReadEach = 10;
  constexpr int kMostOfRead = 20;
  RepositoryBuilder builder;
  std::string stream;
  int made = 0;
  const auto commit = [&](const std::string& ref, int date, const std::vector<int>& parents) {
    const std::string mark = std::to_string(++made);
    stream += "commit refs/heads/" + ref + "\nmark :" + mark + "\ncommitter a <a> " +
              std::to_string(date) + " +0000\ndata " + std::to_string(mark.size()) + "\n" + mark;
    std::string_view how = "\nfrom :";
    for (const int parent : parents) {
      stream += how;
      stream += std::to_string(parent);
      how = "\nmerge :";
    }
    stream += "\n\n";
    return made;
  };
  const int root = commit("made", 1000, {});
  std::vector<int> bases;
  for (int at = 1; at <= kMany; ++at) {
    const bool is_child = at % 4 == 0;
    bases.push_back(commit("made", is_child ? 1001 : 3000 + at, {is_child ? bases.back() : root}));
  }
  commit("x", 5000, bases);
  std::reverse(bases.begin(), bases.end());
  commit("y", 5001, bases);
  builder.git({"fast-import", "--quiet"}, stream);
  const std::string x = *builder.resolve("x");
  const std::string y = *builder.resolve("y");
  // Held to what it takes to read each commit, which some builds do much slower than others; the
  // least of three times, as what else is at work makes it more, never less.
  std::clock_t least_read = std::numeric_limits<std::clock_t>::max();
  std::clock_t least = least_read;
  std::vector<ObjectId> found;
  for (int round = 0; round < 3; ++round) {
    // One that has walked nothing yet.
    ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
    ASSERT_OK_AND_ASSIGN(const Commit last, repository.read_commit(id_of(y)));
    const std::clock_t begun = std::clock();
    for (int time = 0; time < kReadEach; ++time) {
      for (const ObjectId& id : last.parents) ASSERT_TRUE(repository.read_commit(id));
    }
    const std::clock_t read = std::clock();
    ASSERT_OK_AND_ASSIGN(found, repository.merge_bases(id_of(x), id_of(y)));
    least_read = std::min(least_read, read - begun);
    least = std::min(least, std::clock() - read);
  }
  EXPECT_LT(least, kMostOfRead * least_read);
  std::vector<std::string> hex;
  for (const ObjectId& id : found) hex.push_back(id.hex());
  EXPECT_EQ(hex.size(), kMany * 3 / 4);
  EXPECT_EQ(hex, git_merge_bases(builder, x, y));
}

TEST(Compare, TellsHowTwoStandAndWhichHasTheOther) {
  RepositoryBuilder builder;
  const std::string tree = builder.tree({});
  const std::string root = builder.commit_tree(tree, {}, "root");
  const std::string left = builder.commit_tree(tree, {root}, "left");
  const std::string right = builder.commit_tree(tree, {root}, "right");
  const std::string other = builder.commit_tree(tree, {}, "other");
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  const auto stand = [&](const std::string& a, const std::string& b) {
    return repository.compare(id_of(a), id_of(b));
  };
  EXPECT_THAT(stand(root, root), IsOkAndHolds(Ancestry::kSame));
  EXPECT_THAT(stand(root, left), IsOkAndHolds(Ancestry::kBehind));
  EXPECT_THAT(stand(left, root), IsOkAndHolds(Ancestry::kAhead));
  EXPECT_THAT(stand(left, right), IsOkAndHolds(Ancestry::kDiverged));
  EXPECT_THAT(stand(left, other), IsOkAndHolds(Ancestry::kUnrelated));
  EXPECT_THAT(stand(left, std::string(40, '1')), FailsWith(ErrorCode::kCorrupt, "is missing"));
  const auto reaches = [&](const std::string& tip, const std::string& commit) {
    return repository.reaches(id_of(tip), id_of(commit));
  };
  EXPECT_THAT(reaches(root, root), IsOkAndHolds(true));
  EXPECT_THAT(reaches(left, root), IsOkAndHolds(true));
  EXPECT_THAT(reaches(root, left), IsOkAndHolds(false));
  EXPECT_THAT(reaches(left, right), IsOkAndHolds(false));
  EXPECT_THAT(reaches(left, other), IsOkAndHolds(false));
}

TEST(Shallow, WalksEndAtTheBoundary) {
  RepositoryBuilder builder;
  for (int i = 0; i < 6; ++i) builder.commit("refs/heads/main", {{"f", std::to_string(i)}});
  const fs::path clone = builder.beside("shallow");
  builder.git({"clone", "--quiet", "--bare", "--depth=3", "file://" + builder.path().string(),
               clone.string()});
  const Environment environment = builder.environment();
  ASSERT_OK_AND_ASSIGN(const auto repository, open_at(clone, environment));
  EXPECT_TRUE(repository.is_shallow());
  const std::string tip = *builder.resolve("main");
  EXPECT_EQ(walked(repository, tip, false),
            lines(builder.git({"-C", clone.string(), "rev-list", "main"})));
  EXPECT_EQ(walked(repository, tip, true).size(), 3U);
  const std::string oldest = *builder.resolve("main~2");
  EXPECT_THAT(repository.compare(id_of(oldest), id_of(tip)), IsOkAndHolds(Ancestry::kBehind));
  ASSERT_OK_AND_ASSIGN(const auto full, open(builder));
  EXPECT_FALSE(full.is_shallow());
}

}  // namespace
}  // namespace claudestep::git

#include "git/commit_order.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <numeric>
#include <random>
#include <sstream>

#include "tests/support/matchers.h"
#include "tests/support/random_history.h"

namespace claudestep::git {
namespace {

using test::FailsWith;
using ::testing::ElementsAre;

constexpr std::int64_t kThen = 1'700'000'000;

class CommitOrderTest : public ::testing::Test {
 protected:
  // Makes refs/heads/h from a graph and the date of each of its commits.
  void make(const test::Graph& graph, const std::vector<std::int64_t>& dates) const {
    std::string stream;
    for (std::size_t at = 0; at < graph.size(); ++at) {
      stream += test::import_lines("refs/heads/h", graph, at, kThen + dates[at]);
    }
    (void)builder_.git({"fast-import", "--quiet", "--force"}, stream);
  }

  [[nodiscard]] Repository open() {
    environment_ = builder_.environment();
    return *Repository::open({.cwd = builder_.path().string(),
                              .git_dir = {},
                              .environment = &environment_,
                              .git_accepts_owner = {}});
  }

  [[nodiscard]] ObjectId tip() const { return *ObjectId::parse(*builder_.resolve("h")); }

  // The ids of all that is told.
  [[nodiscard]] static std::vector<std::string> told(Result<CommitOrder> order) {
    std::vector<std::string> ids;
    while (true) {
      auto commit = order->next();
      EXPECT_THAT(commit, test::IsOk());
      if (!commit || !*commit) return ids;
      ids.push_back((*commit)->id.hex());
    }
  }

  [[nodiscard]] std::vector<std::string> by_git() const {
    std::istringstream lines(builder_.git({"rev-list", "--date-order", "h"}));
    return {std::istream_iterator<std::string>(lines), {}};
  }

  test::RepositoryBuilder builder_;
  Environment environment_;
};

TEST_F(CommitOrderTest, IsThatOfGitWhateverTheDatesSay) {
  std::mt19937 random(7);
  for (int round = 0; round < 25; ++round) {
    const test::Graph graph = test::random_graph(random, 30);
    std::vector<std::int64_t> dates(graph.size());
    std::iota(dates.begin(), dates.end(), 0);
    if (round % 5 != 0) std::shuffle(dates.begin(), dates.end(), random);
    make(graph, dates);
    const Repository repository = open();
    EXPECT_EQ(told(CommitOrder::from(repository, tip())), by_git()) << round;
  }
}

TEST_F(CommitOrderTest, ChildrenComeFirstWhereAllDatesAreEqual) {
  std::mt19937 random(11);
  for (int round = 0; round < 10; ++round) {
    const test::Graph graph = test::random_graph(random, 30);
    make(graph, std::vector<std::int64_t>(graph.size(), 0));
    const Repository repository = open();
    const auto ids = told(CommitOrder::from(repository, tip()));
    std::map<std::string, std::size_t> place;
    for (const std::string& id : ids) place.emplace(id, place.size());
    EXPECT_EQ(place.size(), by_git().size());
    for (const auto& [id, at] : place) {
      const auto commit = repository.read_commit(*ObjectId::parse(id));
      for (const ObjectId& parent : commit->parents) {
        EXPECT_LT(at, place.at(parent.hex())) << round;
      }
    }
  }
}

TEST_F(CommitOrderTest, ReadsNoFurtherThanToWhereAllLinesMeet) {
  // 0 - 1 - 2 - 3 - 6 - 7, and from 3 over 4 and 5 to 6.
  make({{}, {0}, {1}, {2}, {3}, {4}, {3, 5}, {6}}, {0, 1, 2, 3, 4, 5, 6, 7});
  int asked = 0;
  const Repository repository = open();
  auto order = CommitOrder::from(repository, tip(), [&](const Commit& /*commit*/) {
    ++asked;
    return true;
  });
  std::vector<int> asked_when_told;
  while (*order->next()) asked_when_told.push_back(asked);
  EXPECT_THAT(asked_when_told, ElementsAre(1, 4, 4, 4, 5, 6, 7, 8));
}

// A line of commits and one beside it that leaves it at `fork`, merged by the tip.
struct SideLine {
  static constexpr std::size_t kLine = 2500;
  static constexpr std::int64_t kStep = 10;

  SideLine(std::size_t fork, std::int64_t date) : graph(kLine + 2), dates(kLine + 2) {
    for (std::size_t at = 1; at < kLine; ++at) graph[at] = {at - 1};
    graph[kLine] = {fork};
    graph[kLine + 1] = {kLine - 1, kLine};
    for (std::size_t at = 0; at < graph.size(); ++at) {
      dates[at] = static_cast<std::int64_t>(at) * kStep;
    }
    dates[kLine] = date;
  }

  test::Graph graph;
  std::vector<std::int64_t> dates;
};

TEST_F(CommitOrderTest, ReadsNoMoreThanAThousandOlderOnes) {
  const SideLine line(0, 1);
  make(line.graph, line.dates);
  int asked = 0;
  const Repository repository = open();
  auto order = CommitOrder::from(repository, tip(), [&](const Commit& /*commit*/) {
    ++asked;
    return true;
  });
  const auto first = *order->next();
  EXPECT_EQ(first->id, tip());
  EXPECT_EQ(asked, 1001);
  EXPECT_EQ(told(CommitOrder::from(repository, tip())), by_git());
}

TEST_F(CommitOrderTest, ChildrenComeFirstWhereAClockStoodSomewhatWrong) {
  constexpr std::size_t kFork = SideLine::kLine - 10;
  const SideLine line(kFork, static_cast<std::int64_t>(kFork - 900) * SideLine::kStep + 1);
  make(line.graph, line.dates);
  const Repository repository = open();
  EXPECT_EQ(told(CommitOrder::from(repository, tip())), by_git());
}

TEST_F(CommitOrderTest, TellsEachOnceWhereAClockStoodWrongByFar) {
  const SideLine line(SideLine::kLine - 10, -1);
  make(line.graph, line.dates);
  const Repository repository = open();
  auto ids = told(CommitOrder::from(repository, tip()));
  auto expected = by_git();
  std::sort(ids.begin(), ids.end());
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(ids, expected);
}

TEST_F(CommitOrderTest, ReadsAgainWhatThereWasNoRoomFor) {
  make({{}, {0}, {1}, {2}, {3}, {4}, {3, 5}, {6}}, {0, 1, 2, 3, 4, 5, 6, 7});
  const Repository repository = open();
  auto order = CommitOrder::from(repository, tip(), {}, 2);
  std::vector<std::string> ids;
  while (const auto commit = *order->next()) {
    ids.push_back(commit->id.hex());
    EXPECT_EQ(commit->message, "m");
    EXPECT_EQ(commit->author.email, "a@b");
  }
  EXPECT_EQ(ids, by_git());
}

TEST_F(CommitOrderTest, TellsNothingBeyondWhereItIsToEnd) {
  make({{}, {0}, {1}, {0}, {2, 3}}, {0, 10, 20, 5, 30});
  const auto young = [](const Commit& commit) { return commit.committer.when.seconds > kThen + 7; };
  auto ids = by_git();
  ids.resize(3);
  const Repository repository = open();
  EXPECT_EQ(told(CommitOrder::from(repository, tip(), young)), ids);
}

TEST_F(CommitOrderTest, TellsWhatComesBeforeACommitThatIsLost) {
  make({{}, {0}, {1}, {0}, {2, 3}, {4}}, {0, 1, 2, 3, 4, 5});
  const std::string lost = builder_.git({"rev-parse", "h~3"});
  std::filesystem::remove(builder_.git_dir() / "objects" / lost.substr(0, 2) / lost.substr(2));
  const Repository repository = open();
  auto order = CommitOrder::from(repository, tip());
  for (const std::string revision : {"h", "h~1", "h~1^2"}) {
    EXPECT_EQ((*order->next())->id.hex(), builder_.git({"rev-parse", revision}));
  }
  EXPECT_THAT(order->next(), FailsWith(ErrorCode::kCorrupt, "the commit " + lost + " is missing"));
}

}  // namespace
}  // namespace claudestep::git

#include "store/done_write.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using test::IsOkAndHolds;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::Optional;
using ::testing::SizeIs;

git::Commit commit_saying(std::string_view subject, const std::vector<std::string>& trailers) {
  git::Commit commit;
  commit.message = std::string(subject) + "\n\n";
  for (const std::string& trailer : trailers) commit.message += trailer + "\n";
  return commit;
}

git::Commit commit_doing(const std::vector<std::string>& operations) {
  std::vector<std::string> trailers;
  trailers.reserve(operations.size());
  for (const std::string& operation : operations) {
    trailers.push_back("Claudestep-Op: " + operation);
  }
  return commit_saying("by hand", trailers);
}

git::Commit commit_carrying(const std::vector<std::string>& trailers) {
  return commit_saying("claudestep: put unpushed work on the remote's", trailers);
}

// The names that the projects of the operations have in the commit.
std::vector<std::string> projects_of(const std::vector<std::string>& operations) {
  std::vector<std::string> projects;
  for (const DoneOperation& done : own_write(commit_doing(operations), "").operations) {
    projects.push_back(done.project);
  }
  return projects;
}

std::vector<std::string> said_by(const DoneWrite& write) {
  std::vector<std::string> said;
  for (const DoneOperation& done : write.operations) said.push_back(done.said);
  return said;
}

TEST(OwnWrite, ProjectsHaveTheNamesOfTheEnd) {
  EXPECT_THAT(projects_of({"claim project=a task=1"}), ElementsAre("a"));
  EXPECT_THAT(projects_of({"claim project=a task=1", "rename project=a to=b"}),
              ElementsAre("b", "b"));
  EXPECT_THAT(projects_of({"rename project=a to=b", "claim project=a task=1"}),
              ElementsAre("b", "a"));
  EXPECT_THAT(projects_of({"claim project=a task=1", "rename project=a to=b",
                           "claim project=b task=1", "rename project=b to=c"}),
              ElementsAre("c", "c", "c", "c"));
}

TEST(OwnWrite, TwoProjectsMayTakeEachOthersNames) {
  EXPECT_THAT(
      projects_of({"claim project=a task=1", "claim project=b task=1", "rename project=a to=x",
                   "rename project=b to=a", "rename project=x to=b", "claim project=a task=2"}),
      ElementsAre("b", "a", "b", "a", "b", "a"));
}

TEST(OwnWrite, AProjectThatGoesKeepsItsLastName) {
  EXPECT_THAT(projects_of({"claim project=a task=1", "delete project=a", "create-project project=a",
                           "rename project=a to=b"}),
              ElementsAre("a", "a", "b", "b"));
  EXPECT_THAT(projects_of({"rename project=a to=b", "delete project=b"}), ElementsAre("b", "b"));
}

TEST(OwnWrite, WhatIsNoOperationIsCountedAndNotListed) {
  const DoneWrite write =
      own_write(commit_doing({"claim project=a task=1", "by-hand file=NOTES.md"}), "run-7");
  EXPECT_EQ(write.op_id, "run-7");
  EXPECT_EQ(write.count, 2U);
  EXPECT_THAT(said_by(write), ElementsAre("claim project=a task=1"));
  EXPECT_FALSE(write.is_complete());
}

// A square of these would take minutes.
TEST(OwnWrite, ThePlaceOfAnOperationAmongManyCostsNothing) {
  constexpr std::size_t kMany = 100'000;
  std::vector<std::string> operations;
  while (operations.size() < kMany) {
    operations.emplace_back("rename project=a to=b");
    operations.emplace_back("rename project=b to=a");
  }
  operations.emplace_back("rename project=a to=z");
  const auto projects = projects_of(operations);
  EXPECT_THAT(projects, SizeIs(kMany + 1));
  EXPECT_THAT(projects, Each("z"));
}

TEST(LaterNames, AreFollowedFromAnyPlaceOn) {
  std::vector<NamedOperation> operations;
  for (const char* said : {"rename project=a to=b", "delete project=b", "rename project=a to=c"}) {
    operations.push_back(*parse_operation_trailer(said));
  }
  const LaterNames later(operations);
  EXPECT_EQ(later.after("a", 0), "b");
  EXPECT_EQ(later.after("a", 1), "c");
  EXPECT_EQ(later.after("a", 3), "a");
  EXPECT_EQ(later.after("b", 2), "b");
  EXPECT_EQ(later.after("other", 0), "other");
}

TEST(DoneWrites, ACommitOfOneIdIsThatWritesOwn) {
  const auto writes =
      done_writes(commit_saying("auth: claim task 2", {"Claudestep-Op: claim project=auth task=2",
                                                       "Claudestep-Op-Id: run-7"}));
  ASSERT_THAT(writes, SizeIs(1));
  EXPECT_EQ(writes.front().op_id, "run-7");
  EXPECT_FALSE(writes.front().is_carried);
  EXPECT_THAT(said_by(writes.front()), ElementsAre("claim project=auth task=2"));
  EXPECT_TRUE(writes.front().is_complete());
}

TEST(DoneWrites, ACarriedWriteIsToldByTrailersOfItsOwn) {
  const auto writes = done_writes(commit_carrying(
      {"Claudestep-Op: claim project=auth task=2", "Claudestep-Op-Id: run-7",
       "Claudestep-Op-Id: run-8", "Claudestep-Op-Id: run-9",
       "Claudestep-Done: claim project=auth task=2 op-id=run-7 in=login id=c0bc7ee4 by=bot at=A "
       "expires=B",
       "Claudestep-Done: archive project=auth op-id=run-8",
       "Claudestep-Done: archive project=auth op-id=nobody"}));
  ASSERT_THAT(writes, SizeIs(3));
  ASSERT_THAT(writes[0].operations, SizeIs(1));
  EXPECT_TRUE(writes[0].is_complete());
  EXPECT_EQ(writes[0].operations.front().project, "login");
  EXPECT_THAT(writes[0].operations.front().claim, Optional(ClaimMark{"c0bc7ee4", "bot", "A", "B"}));
  EXPECT_THAT(said_by(writes[1]), ElementsAre("archive project=auth"));
  EXPECT_FALSE(writes[2].is_told);
  EXPECT_THAT(writes[2].operations, IsEmpty());
}

TEST(DoneWrites, AClaimOfTwoIsNobodys) {
  const auto of = [](const std::string& id) {
    return "Claudestep-Done: claim project=auth task=2 op-id=" + id +
           " id=c0 by=bot at=A expires=B";
  };
  const auto claims_of = [&](const std::string& first, const std::string& second) {
    std::vector<bool> claims;
    for (const DoneWrite& write :
         done_writes(commit_carrying({"Claudestep-Op-Id: " + first, "Claudestep-Op-Id: " + second,
                                      of(first), of(second)}))) {
      claims.push_back(write.operations.front().claim.has_value());
    }
    return claims;
  };
  EXPECT_THAT(claims_of("run-7", "run-8"), ElementsAre(false, false));
  EXPECT_THAT(claims_of("run-7", "run-7~2"), ElementsAre(true, true));
}

// Written by hand the count may be anything; what is listed was done all the same.
TEST(DoneWrites, AWriteDidNoLessThanItLists) {
  const auto counted = [](const std::vector<std::string>& done) {
    std::vector<std::string> trailers{"Claudestep-Op-Id: run-8"};
    for (const std::string& said : done) trailers.push_back("Claudestep-Done: " + said);
    const DoneWrite write = done_write(commit_carrying(trailers), "run-8");
    EXPECT_EQ(write.is_complete(), write.count == write.operations.size() && write.is_told);
    return write.count;
  };
  const std::string a = "archive project=a op-id=run-8";
  const std::string b = "archive project=b op-id=run-8";
  EXPECT_EQ(counted({a, b}), 2U);
  EXPECT_EQ(counted({a, b, "more operations=25 op-id=run-8"}), 25U);
  EXPECT_EQ(counted({"more operations=25 op-id=run-8", a, b}), 25U);
  EXPECT_EQ(counted({a, b, "more operations=1 op-id=run-8"}), 2U);
  EXPECT_EQ(counted({"more operations=1 op-id=run-8", a, b}), 2U);
  EXPECT_EQ(counted({a, "more operations=25 op-id=run-8", "more operations=1 op-id=run-8"}), 25U);
  EXPECT_EQ(counted({a, b, "more operations=none op-id=run-8"}), 2U);
  EXPECT_EQ(counted({a, b, "more operations=1 op-id=another"}), 2U);
}

TEST(DoneTrailers, TellAWriteSoThatItIsReadBack) {
  const std::vector<std::string> trailers{
      "claim project=auth task=2 op-id=run-7 in=login id=c0bc7ee4 by=A%20U%20Thor at=A expires=B",
      "archive project=auth op-id=run-7", "more operations=25 op-id=run-7"};
  std::vector<std::string> lines{"Claudestep-Op-Id: run-7"};
  for (const std::string& trailer : trailers) lines.push_back("Claudestep-Done: " + trailer);
  EXPECT_EQ(done_trailers(done_write(commit_carrying(lines), "run-7")), trailers);
}

TEST(FirstId, IsThatOfTheClaimWhichWasMadeAnew) {
  EXPECT_EQ(first_id_of("run-7~2"), "run-7");
  EXPECT_EQ(first_id_of("run-7~2~3"), "run-7~2");
  for (const std::string_view as_it_is : {"run-7", "run-7~", "run-7~x", "~2"}) {
    EXPECT_EQ(first_id_of(as_it_is), as_it_is);
  }
}

class ClaimOfTest : public StoreTest {
 protected:
  // What the first of the operations took, in a commit that did them and has the sample project.
  Result<std::optional<ClaimMark>> taken_by(const std::vector<std::string>& operations) {
    const git::Repository repository = open();
    std::string message = "by hand\n\n";
    for (const std::string& operation : operations) {
      message += "Claudestep-Op: " + operation + "\n";
    }
    const auto id = builder_.commit(kRef, {{"projects/a.json", sample_project("a")}}, message);
    CS_ASSIGN(const git::Commit commit, repository.read_commit(*git::ObjectId::parse(id)));
    ProjectReader reader(repository);
    const DoneWrite write = own_write(commit, "run-7");
    return claim_of(repository, reader, commit, write, write.operations.front());
  }

  [[nodiscard]] std::string id_of_first_task() {
    const auto mark = taken_by({"claim project=a task=1"});
    return mark && *mark ? (*mark)->task : "none";
  }
};

TEST_F(ClaimOfTest, AnIndexIsThatOfATaskWhereNoneIsMoved) {
  const std::string id = id_of_first_task();
  const auto is_of_it = IsOkAndHolds(Optional(ClaimMark{id, "", "", ""}));
  EXPECT_THAT(id, SizeIs(8));
  EXPECT_THAT(taken_by({"claim project=a task=1", "claim project=a task=2"}), is_of_it);
  EXPECT_THAT(taken_by({"claim project=a task=" + id, "add-task project=a index=1"}), is_of_it);
}

TEST_F(ClaimOfTest, AnIndexMayBeAnotherTasksWhereSomeAreMoved) {
  const auto is_unknown = IsOkAndHolds(Eq(std::nullopt));
  const std::string claim = "claim project=a task=1";
  EXPECT_THAT(taken_by({claim, "add-task project=a index=1"}), is_unknown);
  EXPECT_THAT(taken_by({claim, "set-plan project=a"}), is_unknown);
  EXPECT_THAT(taken_by({claim, "by-hand file=NOTES.md"}), is_unknown);
}

TEST_F(ClaimOfTest, WhatIsNotThereWasNotTaken) {
  EXPECT_THAT(taken_by({"claim project=a task=9"}), IsOkAndHolds(Eq(std::nullopt)));
  EXPECT_THAT(taken_by({"claim project=other task=1"}), IsOkAndHolds(Eq(std::nullopt)));
}

}  // namespace
}  // namespace claudestep::store

#include "store/claim_twin.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using test::FailsWith;
using test::IsOkAndHolds;
using ::testing::Eq;
using ::testing::Optional;

constexpr std::string_view kOther = "refs/heads/other";
constexpr std::string_view kFirstId = "aaaaaaaa";
constexpr std::string_view kClaimsFirst = "Op: claim project=a task=1";

// A claim that somebody made at that second of the year 2026.
std::string claim_at(int second) {
  const std::string at = "2026-01-01T00:00:0" + std::to_string(second) + "Z";
  return R"("claim": {"by": "bot", "at": ")" + at + R"(", "expires": "2026-01-02T00:00:00Z"})";
}

// Two tasks, of which each has that claim, or none.
std::string project_of_two(const std::string& first, const std::string& second = "",
                           const std::string& name = "a") {
  const auto task = [](int index, const std::string& id, const std::string& claim) {
    return R"({"index": )" + std::to_string(index) + R"(, "id": ")" + id +
           R"(", "description": "task )" + id + R"(", "status": "pending")" +
           (claim.empty() ? "" : ", " + claim) + "}";
  };
  return R"({"schema_version": "2.0", "project": ")" + name +
         R"(", "created_at": "2025-12-01T00:00:00Z", "last_updated": "2026-01-01T00:00:00Z", )" +
         (name == "a" ? "" : R"("former_names": ["a"], )") + R"("tasks": [)" +
         task(1, std::string(kFirstId), first) + ", " + task(2, "bbbbbbbb", second) +
         R"(], "pull_requests": []})";
}

class ClaimTwinTest : public StoreTest {
 protected:
  ClaimTwinTest() {
    begun_ = builder_.commit(kRef, {{"projects/a.json", project_of_two("")}}, "begin");
    builder_.set_ref(kOther, begun_);
  }

  // A commit on `ref` after which the project is so, with these trailers.
  git::ObjectId commit(std::string_view ref, const std::string& project,
                       const std::vector<std::string>& trailers,
                       const std::string& subject = "a: claim") {
    std::string message = subject + "\n\n";
    for (const std::string& trailer : trailers) message += "Claudestep-" + trailer + "\n";
    return *git::ObjectId::parse(builder_.commit(ref, {{"projects/a.json", project}}, message));
  }
  git::ObjectId claim_first(std::string_view ref, std::string_view op_id) {
    return commit(ref, project_of_two(claim_at(0)),
                  {std::string(kClaimsFirst), "Op-Id: " + std::string(op_id)});
  }

  // Both lines become one, as the first has it.
  void join() {
    builder_.set_ref(kRef, builder_.commit_tree(builder_.git({"rev-parse", tip() + "^{tree}"}),
                                                {tip(), *builder_.resolve(kOther)}, "merge"));
  }

  // The twin of the claim of the first task, which was made as `op_id`.
  Result<std::optional<git::ObjectId>> twin(std::string_view op_id, const std::string& name = "a") {
    const git::Repository repository = open();
    CS_ASSIGN(const View view, View::open(repository, view_options()));
    CS_ASSIGN(const model::Project project, view.load(name));
    return find_claim_twin(view, name, project.tasks.front(), std::string(op_id));
  }

  std::string begun_;
};

TEST_F(ClaimTwinTest, AClaimOfOneWriteHasNone) {
  claim_first(kRef, "run-7");
  EXPECT_THAT(twin("run-7"), IsOkAndHolds(Eq(std::nullopt)));
}

TEST_F(ClaimTwinTest, TheSameClaimOfAnotherWriteIsOne) {
  const auto ours = claim_first(kRef, "run-7");
  const auto theirs = claim_first(kOther, "run-8");
  EXPECT_THAT(twin("run-7"), IsOkAndHolds(Eq(std::nullopt)));
  join();
  EXPECT_THAT(twin("run-7"), IsOkAndHolds(Optional(theirs)));
  EXPECT_THAT(twin("run-8"), IsOkAndHolds(Optional(ours)));
}

TEST_F(ClaimTwinTest, AClaimThatWasMadeAnewIsOfTheSameWrite) {
  claim_first(kRef, "run-7");
  claim_first(kOther, "run-7~2");
  join();
  EXPECT_THAT(twin("run-7"), IsOkAndHolds(Eq(std::nullopt)));
  EXPECT_THAT(twin("run-7~2"), IsOkAndHolds(Eq(std::nullopt)));
}

TEST_F(ClaimTwinTest, WhoGaveNoIdMayBeAnother) {
  claim_first(kRef, "run-7");
  const auto theirs = commit(kOther, project_of_two(claim_at(0)), {std::string(kClaimsFirst)});
  join();
  EXPECT_THAT(twin("run-7"), IsOkAndHolds(Optional(theirs)));
}

TEST_F(ClaimTwinTest, AClaimOfAnotherTaskOrTimeIsNone) {
  claim_first(kRef, "run-7");
  commit(kOther, project_of_two("", claim_at(0)), {"Op: claim project=a task=2", "Op-Id: run-8"});
  commit(kOther, project_of_two(""), {"Op: release project=a task=2", "Op-Id: run-9"});
  commit(kOther, project_of_two(claim_at(1)), {std::string(kClaimsFirst), "Op-Id: run-10"});
  join();
  EXPECT_THAT(twin("run-7"), IsOkAndHolds(Eq(std::nullopt)));
}

TEST_F(ClaimTwinTest, AClaimOfAnotherProjectIsNone) {
  claim_first(kRef, "run-7");
  builder_.commit(kOther, {{"projects/b.json", project_of_two(claim_at(0))}},
                  "b: claim\n\nClaudestep-Op: claim project=b task=1\nClaudestep-Op-Id: run-8\n");
  join();
  EXPECT_THAT(twin("run-7"), IsOkAndHolds(Eq(std::nullopt)));
}

TEST_F(ClaimTwinTest, AProjectIsFollowedToTheNameThatItHadThen) {
  claim_first(kRef, "run-7");
  const auto theirs = claim_first(kOther, "run-8");
  join();
  builder_.commit(kRef,
                  {{"projects/a.json", std::nullopt},
                   {"projects/b.json", project_of_two(claim_at(0), "", "b")}},
                  "a: rename to b\n\nClaudestep-Op: rename project=a to=b\n");
  EXPECT_THAT(twin("run-7", "b"), IsOkAndHolds(Optional(theirs)));
}

// Where tasks were moved an index does not say whose claim it is: what the commit brought does.
TEST_F(ClaimTwinTest, WhatACommitBroughtWasClaimedInIt) {
  claim_first(kRef, "run-7");
  const auto theirs = commit(kOther, project_of_two(claim_at(0)),
                             {std::string(kClaimsFirst), "Op: add-task project=a", "Op-Id: run-8"});
  join();
  EXPECT_THAT(twin("run-7"), IsOkAndHolds(Optional(theirs)));
}

TEST_F(ClaimTwinTest, WhatACommitFoundWasNotClaimedInIt) {
  claim_first(kRef, "run-7");
  commit(kRef, project_of_two(claim_at(0), claim_at(1)),
         {std::string(kClaimsFirst), "Op: add-task project=a index=1", "Op-Id: run-8"});
  EXPECT_THAT(twin("run-7"), IsOkAndHolds(Eq(std::nullopt)));
}

TEST_F(ClaimTwinTest, ANumberThatHasAnotherClaimIsOfThat) {
  commit(kRef, project_of_two(claim_at(0), claim_at(1)),
         {"Op: claim project=a task=2", "Op: add-task project=a", "Op-Id: run-8"});
  EXPECT_THAT(twin("run-7"), IsOkAndHolds(Eq(std::nullopt)));
}

TEST_F(ClaimTwinTest, ACommitThatCarriesOnTwoSuchIsOne) {
  const auto done = [](const std::string& id) {
    return "Done: claim project=a task=1 op-id=" + id +
           " id=aaaaaaaa by=bot at=2026-01-01T00:00:00Z expires=2026-01-02T00:00:00Z";
  };
  const std::string subject = "claudestep: put unpushed work on the remote's";
  const std::string claimed = project_of_two(claim_at(0));
  const std::vector<std::string> of_one{std::string(kClaimsFirst), "Op-Id: run-7", done("run-7")};
  commit(kRef, claimed, of_one, subject);
  EXPECT_THAT(twin("run-7"), IsOkAndHolds(Eq(std::nullopt)));

  // What is told of no id is of somebody without one.
  builder_.set_ref(kRef, begun_);
  std::vector<std::string> of_nobody = of_one;
  of_nobody.insert(of_nobody.begin(), std::string(kClaimsFirst));
  const auto twice = commit(kRef, claimed, of_nobody, subject);
  EXPECT_THAT(twin("run-7"), IsOkAndHolds(Optional(twice)));

  builder_.set_ref(kRef, begun_);
  std::vector<std::string> of_two = of_one;
  of_two.emplace_back("Op-Id: run-8");
  of_two.push_back(done("run-8"));
  const auto both = commit(kRef, claimed, of_two, subject);
  EXPECT_THAT(twin("run-7"), IsOkAndHolds(Optional(both)));
}

TEST_F(ClaimTwinTest, ALostPastIsAnError) {
  claim_first(kRef, "run-7");
  ASSERT_TRUE(std::filesystem::remove(builder_.git_dir() / "objects" / begun_.substr(0, 2) /
                                      begun_.substr(2)));
  EXPECT_THAT(twin("run-7"), FailsWith(ErrorCode::kCorrupt, begun_));
}

}  // namespace
}  // namespace claudestep::store

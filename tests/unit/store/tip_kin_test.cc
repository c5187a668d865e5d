#include "store/tip_kin.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using test::Files;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr std::string_view kTipRef = "refs/heads/tip";

// A project as it was made on that day of a year, with these tasks.
std::string made(int day, const std::vector<std::string>& tasks, const std::string& former = "") {
  std::string text = R"({"schema_version": "2.0", "project": "x", "created_at": "2025-01-0)" +
                     std::to_string(day) +
                     R"(T00:00:00Z", "last_updated": "2026-01-01T00:00:00Z", )";
  if (!former.empty()) text += R"("former_names": [")" + former + R"("], )";
  text += R"("tasks": [)";
  for (std::size_t at = 0; at < tasks.size(); ++at) {
    text += (at == 0 ? "" : ", ") + (R"({"index": )" + std::to_string(at + 1)) + R"(, "id": ")" +
            tasks[at] + R"(", "description": ")" + tasks[at] + R"(", "status": "pending"})";
  }
  return text + R"(], "pull_requests": []})";
}

class TipKinTest : public StoreTest {
 protected:
  // The history that both have begins so, and the tip goes on from there.
  std::string fork(const Files& files) {
    std::string id = builder_.commit(kRef, files);
    builder_.set_ref(kTipRef, id);
    return id;
  }

  Result<Kin> kin(const std::string& base, const std::string& work, const std::string& tip) {
    const git::Repository repository = open();
    const auto read = [&](const std::string& id) {
      return repository.read_commit(*git::ObjectId::parse(id)).value();
    };
    return kin_of_tip(repository, read(base), read(work), read(tip));
  }

  [[nodiscard]] std::string tree_of(const std::string& commit) const {
    return builder_.git({"rev-parse", commit + "^{tree}"});
  }
  void lose(const std::string& id) const {
    ASSERT_TRUE(
        std::filesystem::remove(builder_.git_dir() / "objects" / id.substr(0, 2) / id.substr(2)));
  }
};

TEST_F(TipKinTest, WhatTheTipRenamedIsWhatItWasWhereTheyWentApart) {
  fork({{"projects/a.json", made(1, {"t1"})}, {"projects/same.json", made(2, {"t2"})}});
  const auto base = builder_.commit(kRef, {{"projects/a.json", made(1, {"t1", "t3"})}});
  const auto work = builder_.commit(
      kRef, {{"projects/a.json", std::nullopt}, {"projects/c.json", made(1, {"t1", "t3"}, "a")}});
  const auto tip = builder_.commit(
      kTipRef, {{"projects/a.json", std::nullopt}, {"projects/b.json", made(1, {"t1"}, "a")}});
  ASSERT_OK_AND_ASSIGN(const Kin found, kin(base, work, tip));
  EXPECT_THAT(found.in_base, ElementsAre(Pair("b", "a")));
  EXPECT_THAT(found.in_ours, ElementsAre(Pair("b", "c")));
}

TEST_F(TipKinTest, WhatKeptItsNameIsOneWhateverItsFileSays) {
  fork({{"projects/a.json", made(1, {"t1"})}});
  const auto base = builder_.commit(kRef, {{"projects/a.json", made(1, {"t4"})}});
  const auto tip = builder_.commit(kTipRef, {{"projects/a.json", made(1, {"t5"})}});
  ASSERT_OK_AND_ASSIGN(const Kin found, kin(base, base, tip));
  EXPECT_THAT(found.in_base, ElementsAre(Pair("a", "a")));
  EXPECT_THAT(found.in_ours, ElementsAre(Pair("a", "a")));
}

TEST_F(TipKinTest, WhatWasMadeSinceIsNobodyOfThePast) {
  fork({{"projects/old.json", made(1, {"t1"})}});
  const auto base = builder_.commit(kRef, {{"projects/x.json", made(2, {"t2"})}});
  const auto tip = builder_.commit(kTipRef, {{"projects/x.json", made(3, {"t3"})}});
  ASSERT_OK_AND_ASSIGN(const Kin found, kin(base, base, tip));
  EXPECT_THAT(found.in_base, IsEmpty());
  EXPECT_THAT(found.in_ours, IsEmpty());
}

TEST_F(TipKinTest, WhoTookANameOverIsNotWhoHadIt) {
  fork({{"projects/a.json", made(1, {"t1"})}});
  const auto base = builder_.commit(kRef, {{"projects/a.json", made(1, {"t1", "t2"})}});
  builder_.commit(kTipRef, {{"projects/a.json", std::nullopt}});
  const auto tip = builder_.commit(kTipRef, {{"projects/a.json", made(5, {"t5"})}});
  ASSERT_OK_AND_ASSIGN(const Kin found, kin(base, base, tip));
  EXPECT_THAT(found.in_base, IsEmpty());
}

TEST_F(TipKinTest, WithoutACommonPastNothingIsTold) {
  const auto base = builder_.commit(kRef, {{"projects/a.json", made(1, {"t1"})}});
  const auto tip = builder_.commit(kTipRef, {{"projects/a.json", made(1, {"t1", "t2"})}});
  ASSERT_OK_AND_ASSIGN(const Kin found, kin(base, base, tip));
  EXPECT_THAT(found.in_base, IsEmpty());
  EXPECT_THAT(found.in_ours, IsEmpty());
}

// Two were made under one name and merged, which says the earlier time; the tip has the later one
// as it was before.
class JoinedTest : public TipKinTest {
 protected:
  JoinedTest() {
    fork({{"projects/other.json", made(9, {"t9"})}});
    const std::string begun = this->tip();
    first_ = builder_.commit(kRef, {{"projects/x.json", made(1, {"t1"})}});
    builder_.set_ref("refs/heads/second", begun);
    second_ = builder_.commit("refs/heads/second", {{"projects/x.json", made(2, {"t2"})}});
    const std::string joined = builder_.commit(
        "refs/heads/joined",
        {{"projects/x.json", made(1, {"t1", "t2"})}, {"projects/other.json", made(9, {"t9"})}});
    joined_ = tree_of(joined);
    tip_ = builder_.commit(kTipRef, {{"projects/x.json", made(2, {"t2", "t3"})}});
  }

  std::string first_;
  std::string second_;
  std::string joined_;  // a tree
  std::string tip_;
};

TEST_F(JoinedTest, WhatWasMergedWithAnotherIsKnownFromBeforeTheMerge) {
  const auto base = builder_.commit_tree(joined_, {first_, second_});
  ASSERT_OK_AND_ASSIGN(const Kin found, kin(base, base, tip_));
  EXPECT_THAT(found.in_base, ElementsAre(Pair("x", "x")));
  EXPECT_THAT(found.in_ours, ElementsAre(Pair("x", "x")));
}

TEST_F(JoinedTest, WithoutTheMergeItIsAnother) {
  const auto base = builder_.commit_tree(joined_, {first_});
  ASSERT_OK_AND_ASSIGN(const Kin found, kin(base, base, tip_));
  EXPECT_THAT(found.in_base, IsEmpty());
}

TEST_F(JoinedTest, WhatOneCommitMadeOfAnotherIsNoMerge) {
  const auto base = builder_.commit_tree(joined_, {second_});
  ASSERT_OK_AND_ASSIGN(const Kin found, kin(base, base, tip_));
  EXPECT_THAT(found.in_base, IsEmpty());
}

TEST_F(JoinedTest, AMergeThatTheTipHasAsWellTellsNothingNew) {
  const auto base = builder_.commit_tree(joined_, {first_, second_});
  const auto tip = builder_.commit_tree(tree_of(tip_), {base});
  ASSERT_OK_AND_ASSIGN(const Kin found, kin(base, base, tip));
  EXPECT_THAT(found.in_base, IsEmpty());
}

TEST_F(JoinedTest, WhatWasPrunedTellsNothing) {
  const auto base = builder_.commit_tree(joined_, {first_, second_});
  lose(tree_of(second_));
  ASSERT_OK_AND_ASSIGN(const Kin found, kin(base, base, tip_));
  EXPECT_THAT(found.in_base, IsEmpty());
}

TEST_F(TipKinTest, AForkWhoseTreeIsLostTellsNothing) {
  const auto begun = fork({{"projects/a.json", made(1, {"t1"})}});
  const auto base = builder_.commit(kRef, {{"projects/a.json", made(1, {"t1", "t2"})}});
  const auto tip = builder_.commit(
      kTipRef, {{"projects/a.json", std::nullopt}, {"projects/b.json", made(1, {"t1"}, "a")}});
  lose(tree_of(begun));
  ASSERT_OK_AND_ASSIGN(const Kin found, kin(base, base, tip));
  EXPECT_THAT(found.in_base, IsEmpty());
}

// The file where they went apart says nothing, so that its name is all there is to go by.
TEST_F(TipKinTest, WhatBothFilesSayGoesBeforeANameOfThePast) {
  fork({{"projects/a.json", "{"}});
  const auto alone = builder_.commit(kRef, {{"projects/a.json", made(1, {"t1"})}});
  const auto beside = builder_.commit(kRef, {{"projects/c.json", made(2, {"t2"})}});
  const auto tip = builder_.commit(kTipRef, {{"projects/a.json", made(2, {"t2", "t3"})}});
  ASSERT_OK_AND_ASSIGN(const Kin by_name, kin(alone, alone, tip));
  EXPECT_THAT(by_name.in_base, ElementsAre(Pair("a", "a")));
  ASSERT_OK_AND_ASSIGN(const Kin by_file, kin(beside, beside, tip));
  EXPECT_THAT(by_file.in_base, IsEmpty());
}

}  // namespace
}  // namespace claudestep::store

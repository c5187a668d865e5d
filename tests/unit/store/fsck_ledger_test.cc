// Whose past a fact has: of several that had one name each has its own, and those that turn out to
// be one have that of both.
#include "store/fsck_ledger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <optional>
#include <string>

namespace claudestep::store {
namespace {

const FactKey kText{FactOf::kTask, "t", "description"};
const FactKey kMade{FactOf::kProject, "", "created_at"};

git::ObjectId commit(int number) {
  return *git::ObjectId::parse(std::string(39, '0') + std::to_string(number));
}

Instant at(std::int64_t seconds) {
  return plus_seconds(Instant{}, seconds);
}

FactChange to(const std::string& state, const FactKey& key = kText) {
  return {key, "now", state};
}

FsckLedger::Note from(const std::string& state, std::optional<Instant> made) {
  return {"auth", made, {kText, state, "now"}};
}

TEST(FsckLedger, OfSeveralThatHadANameEachHasItsOwnPast) {
  FsckLedger ledger;
  ledger.note(from("old", at(1)), commit(1));
  ledger.note(from("new", at(2)), commit(2));
  const Past first{{"auth"}, {at(1)}};
  const Past second{{"auth"}, {at(2)}};
  EXPECT_EQ(ledger.undone_by(first, to("old")), commit(1));
  EXPECT_EQ(ledger.undone_by(first, to("new")), std::nullopt);
  EXPECT_EQ(ledger.undone_by(second, to("new")), commit(2));
  EXPECT_EQ(ledger.undone_by(second, to("old")), std::nullopt);
  EXPECT_EQ(ledger.undone_by({{"other"}, {at(1)}}, to("old")), std::nullopt);
  EXPECT_EQ(ledger.undone_by({{"auth"}, {at(1), at(2)}}, to("new")), commit(2));
}

TEST(FsckLedger, WhatDoesNotSayWhenItWasMadeCountsForAll) {
  FsckLedger ledger;
  ledger.note(from("old", at(1)), commit(1));
  ledger.note(from("unknown", std::nullopt), commit(2));
  for (const Past& past : {Past{{"auth"}, {}}, Past{{"auth"}, {std::nullopt}}}) {
    EXPECT_EQ(ledger.undone_by(past, to("old")), commit(1));
    EXPECT_EQ(ledger.undone_by(past, to("unknown")), commit(2));
  }
  EXPECT_EQ(ledger.undone_by({{"auth"}, {at(9)}}, to("unknown")), commit(2));
  EXPECT_EQ(ledger.undone_by({{"auth"}, {at(9)}}, to("old")), std::nullopt);
}

TEST(FsckLedger, ThoseThatAreOneHaveThePastOfBoth) {
  FsckLedger ledger;
  ledger.note(from("old", at(1)), commit(1));
  ledger.note(from("new", at(2)), commit(2));
  ledger.note(from("stranger", at(4)), commit(3));
  ledger.join(at(3), at(2));
  ledger.join(at(1), at(2));
  ledger.join(at(2), at(1));
  ledger.note(from("later", at(3)), commit(4));
  for (const int made : {1, 2, 3}) {
    const Past past{{"auth"}, {at(made)}};
    // Who changed it last gave it the state that it has.
    for (const char* const state : {"old", "new", "later"}) {
      EXPECT_EQ(ledger.undone_by(past, to(state)), commit(4)) << made << " " << state;
    }
    EXPECT_EQ(ledger.undone_by(past, to("stranger")), std::nullopt);
    EXPECT_EQ(ledger.last_changed_by(past, kText), commit(4));
  }
  EXPECT_EQ(ledger.undone_by({{"auth"}, {at(4)}}, to("old")), std::nullopt);
}

TEST(FsckLedger, WhatAMergeBroughtIsTheWorkOfWhoDidIt) {
  FsckLedger ledger;
  ledger.note(from("old", at(1)), commit(1));
  ledger.note_merged(from("older", at(1)), commit(2));
  const Past past{{"auth"}, {at(1)}};
  EXPECT_EQ(ledger.undone_by(past, to("older")), commit(1));
  EXPECT_EQ(ledger.last_changed_by(past, kText), commit(1));
  EXPECT_EQ(ledger.last_changed_by(past, kMade), std::nullopt);
  ledger.note_merged({"auth", at(1), {kMade, "1", "2"}}, commit(2));
  EXPECT_EQ(ledger.last_changed_by(past, kMade), commit(2));
}

// How long it takes to make one project of as many that say different times, as a history does that
// changes the time with each commit.
double seconds_to_join(int many) {
  FsckLedger ledger;
  const auto begun = static_cast<double>(std::clock());
  for (int one = many; one > 0; --one) {
    const FactChange change{kMade, std::to_string(one), std::to_string(one - 1)};
    EXPECT_FALSE(ledger.undone_by({{"auth"}, {at(one), at(one - 1)}}, change));
    ledger.join(at(one), at(one - 1));
    ledger.note({"auth", at(one), change}, commit(1));
  }
  EXPECT_TRUE(ledger.undone_by({{"auth"}, {at(0)}}, to(std::to_string(many), kMade)));
  return (static_cast<double>(std::clock()) - begun) / CLOCKS_PER_SEC;
}

TEST(FsckLedger, ATimeThatChangesWithEachCommitCostsNoMoreEachTime) {
  double few = 1e9;
  double many = 1e9;
  for (int round = 0; round < 5; ++round) {
    few = std::min(few, seconds_to_join(200));
    many = std::min(many, seconds_to_join(3200));
  }
  EXPECT_LT(many / few, 64) << "for 16 times as many";
}

}  // namespace
}  // namespace claudestep::store

#include "store/rename_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/matchers.h"

namespace claudestep::store {
namespace {

using Renames = std::vector<model::RenameProject>;
using Owners = std::map<std::string, std::string>;  // of each name who has it, by his first name

Result<Renames> in_order(Renames renames) {
  int spares = 0;
  return renames_one_by_one(std::move(renames), [&](const std::string& name) {
    return Result<std::string>(name + "-spare" + std::to_string(++spares));
  });
}

// Who has which name after the renames, of which each must find its name free.
Owners owners_after(Owners owners, const Renames& ordered) {
  for (const model::RenameProject& rename : ordered) {
    EXPECT_FALSE(owners.contains(rename.to)) << rename.project << " to " << rename.to;
    auto moved = owners.extract(rename.project);
    EXPECT_FALSE(moved.empty()) << rename.project;
    if (moved.empty()) continue;
    moved.key() = rename.to;
    owners.insert(std::move(moved));
  }
  return owners;
}

std::vector<std::string> names_of(const Renames& renames) {
  std::vector<std::string> names;
  for (const model::RenameProject& rename : renames) {
    names.push_back(rename.project + ">" + rename.to);
  }
  return names;
}

TEST(RenameOrder, AChainBeginsAtItsFreeEnd) {
  ASSERT_OK_AND_ASSIGN(const auto ordered, in_order({{"a", "b"}, {"b", "c"}, {"c", "d"}}));
  ASSERT_EQ(ordered.size(), 3U);
  EXPECT_EQ(ordered.front().project, "c");
  EXPECT_EQ(owners_after({{"a", "a"}, {"b", "b"}, {"c", "c"}}, ordered),
            (Owners{{"b", "a"}, {"c", "b"}, {"d", "c"}}));
}

TEST(RenameOrder, ACircleIsOpenedByASpareName) {
  ASSERT_OK_AND_ASSIGN(const auto ordered, in_order({{"a", "b"}, {"b", "a"}}));
  EXPECT_EQ(ordered.size(), 3U);
  EXPECT_EQ(owners_after({{"a", "a"}, {"b", "b"}}, ordered), (Owners{{"b", "a"}, {"a", "b"}}));
}

TEST(RenameOrder, TwoThatWantOneNameBothComeWhenItsOwnerIsAway) {
  ASSERT_OK_AND_ASSIGN(const auto ordered, in_order({{"a", "c"}, {"b", "c"}, {"c", "a"}}));
  // c's own is wanted, so it waits under a spare name until a is away.
  EXPECT_EQ(names_of(ordered),
            (std::vector<std::string>{"a>a-spare1", "c>a", "a-spare1>c", "b>c"}));
}

TEST(RenameOrder, EachFindsItsNameFreeWhateverTheCircles) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    std::vector<std::string> names;
    for (char name = 'a'; name <= 'j'; ++name) names.emplace_back(1, name);
    std::vector<std::string> targets = names;
    std::shuffle(targets.begin(), targets.end(), random);
    Renames renames;
    Owners before;
    Owners after;
    for (std::size_t at = 0; at < names.size(); ++at) {
      before.emplace(names[at], names[at]);
      after.emplace(targets[at], names[at]);
      if (names[at] != targets[at]) renames.push_back({names[at], targets[at]});
    }
    ASSERT_OK_AND_ASSIGN(const auto ordered, in_order(renames));
    EXPECT_EQ(owners_after(before, ordered), after) << "seed " << seed;
  }
}

}  // namespace
}  // namespace claudestep::store

#include "model/spec_ids.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

namespace claudestep::model {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> ids(std::string_view text) {
  std::vector<std::string> found;
  for (const IdMention& mention : find_ids(text)) {
    EXPECT_EQ(text.substr(mention.offset, mention.id.size()), mention.id);
    found.emplace_back(mention.id);
  }
  return found;
}

TEST(SpecIds, AreFoundInText) {
  EXPECT_THAT(ids("FR-101"), ElementsAre("FR-101"));
  EXPECT_THAT(ids("see FR-101, NFR-002 and (BE-1)."), ElementsAre("FR-101", "NFR-002", "BE-1"));
  EXPECT_THAT(ids("FR-101/FR-102 FR-1..FR-3"), ElementsAre("FR-101", "FR-102", "FR-1", "FR-3"));
  EXPECT_THAT(ids("FR-AUTH-01- x"), ElementsAre("FR-AUTH-01"));
  EXPECT_THAT(ids("well-known 300-ms -FR-1 x2"), IsEmpty());
  EXPECT_THAT(ids("préFR-1"), ElementsAre("préFR-1")) << "no id begins inside a word";
  EXPECT_THAT(ids(""), IsEmpty());
}

TEST(SpecIds, RequirementsAreToldByTheirForm) {
  EXPECT_TRUE(is_requirement_id("FR-101"));
  EXPECT_TRUE(is_requirement_id("NFR-A1"));
  EXPECT_FALSE(is_requirement_id("FR-"));
  EXPECT_FALSE(is_requirement_id("FR-FR"));
  EXPECT_FALSE(is_requirement_id("fr-101"));
  EXPECT_FALSE(is_requirement_id("XFR-101"));
}

TEST(SpecIds, PrefixStandsBeforeTheNumber) {
  EXPECT_EQ(id_prefix("BE-001"), "BE");
  EXPECT_EQ(id_prefix("WEB-FE-7"), "WEB-FE");
  EXPECT_EQ(id_prefix("BE-1a"), "BE");
  EXPECT_EQ(id_prefix("BE-1-2"), "BE");
  EXPECT_EQ(id_prefix("BE-"), "");
  EXPECT_EQ(id_prefix("BE"), "");
}

TEST(SpecIds, WordsBehindAnIdAreNoPartOfIt) {
  EXPECT_EQ(without_word("FR-101-based"), "FR-101");
  EXPECT_EQ(without_word("FR-101-"), "FR-101");
  EXPECT_EQ(without_word("FR-101-2"), "FR-101-2");
  EXPECT_EQ(without_word("FR-101-b"), "FR-101-b");
  EXPECT_EQ(without_word("FR-101a"), "FR-101a");
  const std::set<std::string_view> known = {"FR-101", "set-up"};
  EXPECT_EQ(known_id("FR-101-based-work", known), "FR-101");
  EXPECT_EQ(known_id("set-up", known), "set-up");
  for (const char* other : {"FR-101a", "FR-101_b", "FR-101-2", "FR-1", "FR", ""}) {
    EXPECT_EQ(known_id(other, known), "") << other;
  }
}

TEST(SpecIds, SlipsOfThePen) {
  for (const char* slip : {"fr-101", "FR_101", "FR101", "FR-0101", "FR-101a", "FR-110"}) {
    EXPECT_TRUE(is_slip_of(slip, "FR-101")) << slip;
  }
  EXPECT_TRUE(is_slip_of("BE-1", "BE-001"));
  EXPECT_TRUE(is_slip_of("BE-001", "BE-001b"));
  for (const char* other : {"FR-300", "FR-100", "FR-1", "NFR-101", "BE-101", "FR-", "", "101"}) {
    EXPECT_FALSE(is_slip_of(other, "FR-101")) << other;
  }
  EXPECT_FALSE(is_slip_of("BE-001a", "BE-001b"));
}

}  // namespace
}  // namespace claudestep::model

#include "base/value.h"

#include <gtest/gtest.h>

#include "base/environment.h"

namespace claudestep {
namespace {

TEST(Value, DescribesItsKind) {
  EXPECT_EQ(describe(ValueKind::kNull), "null");
  EXPECT_EQ(describe(ValueKind::kBool), "a boolean");
  EXPECT_EQ(describe(ValueKind::kNumber), "a number");
  EXPECT_EQ(describe(ValueKind::kString), "a string");
  EXPECT_EQ(describe(ValueKind::kArray), "an array");
  EXPECT_EQ(describe(ValueKind::kObject), "an object");
}

TEST(Value, FindsItsMembers) {
  Value object;
  object.kind = ValueKind::kObject;
  object.members.emplace_back();
  object.members.back().key = "a";
  object.members.back().value.kind = ValueKind::kString;
  ASSERT_NE(object.find("a"), nullptr);
  EXPECT_TRUE(object.find("a")->is_string());
  EXPECT_EQ(object.find("b"), nullptr);
  EXPECT_EQ(Value().find("a"), nullptr);
}

TEST(Environment, KnowsUnsetFromEmpty) {
  Environment environment({{"EMPTY", ""}, {"HOME", "/home/a"}});
  EXPECT_EQ(environment.get("HOME"), "/home/a");
  EXPECT_EQ(environment.get("EMPTY"), "");
  EXPECT_EQ(environment.get_nonempty("EMPTY"), std::nullopt);
  EXPECT_EQ(environment.get("NONE"), std::nullopt);
  environment.set("NONE", "x");
  environment.unset("HOME");
  environment.unset("HOME");
  EXPECT_EQ(environment.get_nonempty("NONE"), "x");
  EXPECT_EQ(environment.all().size(), 2U);
}

}  // namespace
}  // namespace claudestep

#include "plan/likeness.h"

#include <gtest/gtest.h>

#include <string>

namespace claudestep::plan {
namespace {

int likeness(std::string_view a, std::string_view b) {
  const int there = Wording(a).likeness(Wording(b));
  EXPECT_EQ(there, Wording(b).likeness(Wording(a))) << a << " / " << b;
  return there;
}

TEST(Likeness, CountsSharedWords) {
  EXPECT_EQ(likeness("Add user authentication", "add USER, authentication!"), 1000);
  EXPECT_EQ(likeness("Add user authentication", "Add user auth"), 666);
  EXPECT_EQ(likeness("Add logging", "Remove tracing"), 0);
  EXPECT_EQ(likeness("a a a b", "a b"), 666);
  EXPECT_EQ(likeness("", ""), 0);
  EXPECT_EQ(likeness("!!!", "!!!"), 0);
  EXPECT_EQ(likeness("Größe ändern", "Größe ändern"), 1000);
}

TEST(Likeness, OtherNumbersAreOtherTasks) {
  EXPECT_EQ(likeness("Task 1", "Task 10"), 0);
  EXPECT_EQ(likeness("Move the parser to v2 of the API", "Move the parser to v3 of the API"), 0);
  EXPECT_GE(likeness("Support IPv6 in the parser", "Support addresses in the parser"), kLikeEnough);
}

}  // namespace
}  // namespace claudestep::plan

#include "model/project_name.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace claudestep::model {
namespace {

TEST(ProjectName, AcceptsTheLegalOnes) {
  for (const auto& name :
       {std::string("a"), std::string("0"), std::string("auth-refactor"), std::string("A.b_c-d"),
        std::string("a..b"), std::string("x.lock.y"), std::string(100, 'n')}) {
    EXPECT_OK(check_project_name(name)) << name;
  }
}

TEST(ProjectName, SaysWhichRuleIsBroken) {
  using namespace std::string_literals;
  const struct {
    std::string name;
    std::string message;
  } kCases[] = {
      {"", "'' is no project name: it is empty"},
      {"a/b", "'a/b' is no project name: it contains '/'"},
      {"a b", "'a b' is no project name: it contains ' '"},
      {"..", "'..' is no project name: it begins with '.'"},
      {"-x", "'-x' is no project name: it begins with '-'"},
      {"_x", "'_x' is no project name: it begins with '_'"},
      {"a\nb", "'a\\nb' is no project name: it contains '\\n'"},
      {"a\0b"s, "'a\\x00b' is no project name: it contains '\\x00'"},
      {"größe", "'größe' is no project name: it contains 'ö'"},
      {"a\xff", "'a\\xff' is no project name: it contains '\\xff'"},
      {"x.lock", "'x.lock' is no project name: it ends in .lock"},
      {"x.json", "'x.json' is no project name: it ends in .json"},
      {std::string(101, 'n'), "'" + std::string(101, 'n') +
                                  "' is no project name: it is 101 "
                                  "characters long"},
  };
  for (const auto& c : kCases) {
    const auto checked = check_project_name(c.name);
    ASSERT_FALSE(checked) << c.name;
    EXPECT_EQ(checked.error().code, ErrorCode::kInvalidInput);
    EXPECT_EQ(checked.error().message, c.message);
    EXPECT_EQ(checked.error().hints.size(), 1U);
  }
}

}  // namespace
}  // namespace claudestep::model

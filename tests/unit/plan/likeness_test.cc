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

TEST(Likeness, PunctuationOfEveryScriptIsNone) {
  EXPECT_EQ(likeness("ユーザー認証を追加する", "ユーザー認証を追加する。"), 1000);
  EXPECT_EQ(likeness("添加用户认证", "「添加用户认证」！"), 1000);
  EXPECT_EQ(likeness("Add “login” – now", "Add «login», now…"), 1000);
  EXPECT_EQ(likeness("Add\u00a0login", "add login"), 1000);
  EXPECT_EQ(likeness("ＡＰＩ　１２", "api 12"), 1000);
}

// What such scripts write in one run is compared by pairs of characters.
TEST(Likeness, NeedsNoSpacesBetweenWords) {
  EXPECT_EQ(likeness("ユーザー認証を追加する", "ユーザー認証を削除する"), 700);
  EXPECT_EQ(likeness("修复登录错误", "修复注销错误"), 400);
  EXPECT_GE(likeness("为项目添加用户认证功能", "为项目添加新用户认证功能"), kLikeEnough);
  EXPECT_GE(likeness("เพิ่มการยืนยันตัวตนผู้ใช้", "เพิ่มระบบการยืนยันตัวตนผู้ใช้"), kLikeEnough);
  EXPECT_EQ(likeness("添加用户认证", "编写测试文档"), 0);
  EXPECT_EQ(likeness("タスク1", "タスク10"), 0);
  EXPECT_EQ(likeness("修", "修"), 1000);
  EXPECT_EQ(likeness("APIを追加", "api を追加"), 1000);
}

TEST(Likeness, OtherNumbersAreOtherTasks) {
  EXPECT_EQ(likeness("Task 1", "Task 10"), 0);
  EXPECT_EQ(likeness("Move the parser to v2 of the API", "Move the parser to v3 of the API"), 0);
  EXPECT_GE(likeness("Support IPv6 in the parser", "Support addresses in the parser"), kLikeEnough);
}

}  // namespace
}  // namespace claudestep::plan

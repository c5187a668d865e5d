#include "plan/checklist.h"

#include <gmock/gmock.h>

#include <string>

namespace claudestep::plan {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> texts_in(std::string_view bytes) {
  std::vector<std::string> texts;
  for (const Item& item : read_checklist(bytes)) texts.push_back(item.text);
  return texts;
}

TEST(ReadChecklist, TakesEveryBulletAndBox) {
  const auto items = read_checklist("# Plan\n\n- [ ] one\n* [x] two\n+ [X] three\n\t- [ ] four\n");
  ASSERT_EQ(items.size(), 4U);
  EXPECT_EQ(items[0].text, "one");
  EXPECT_EQ(items[0].checked, false);
  EXPECT_EQ(items[0].line, 3U);
  EXPECT_EQ(items[1].checked, true);
  EXPECT_EQ(items[2].checked, true);
  EXPECT_EQ(items[3].text, "four");
  EXPECT_EQ(items[3].line, 6U);
}

TEST(ReadChecklist, KnowsWhatOnlyLooksLikeATask) {
  EXPECT_THAT(texts_in("### - [ ] a heading\n"
                       "-[ ] no space\n"
                       "- [] no box\n"
                       "- [y] no tick\n"
                       "- [ ]no space either\n"
                       "- [ ] \n"
                       "- [ ]\n"
                       "1. [ ] numbered\n"
                       "text - [ ] in the middle\n"
                       "> - [ ] quoted\n"),
              ElementsAre());
}

TEST(ReadChecklist, LeavesOutFencedBlocks) {
  EXPECT_THAT(
      texts_in("```\n- [ ] a\n```\n- [ ] b\n~~~~ sh\n- [ ] c\n~~~\n- [ ] d\n~~~~~\n- [ ] e\n"),
      ElementsAre("b", "e"));
  EXPECT_THAT(texts_in("- [ ] a\n  ```\n  - [ ] b\n  ```\n- [ ] c\n"), ElementsAre("a", "c"));
  EXPECT_THAT(texts_in("```code``` is no fence\n- [ ] a\n``\n- [ ] b\n"), ElementsAre("a", "b"));
  EXPECT_THAT(texts_in("```\n- [ ] never closed\n"), ElementsAre());
}

TEST(ReadChecklist, AFenceInAnItemEndsWithTheItem) {
  EXPECT_THAT(texts_in("- [ ] a\n\n  ```\n  - [ ] b\n\n- [ ] c\n"), ElementsAre("a", "c"));
}

TEST(ReadChecklist, AFenceMayStandBehindTheMarkerOfAnItem) {
  for (const std::string marker : {"-", "*", "+", "1.", "12)", "- -", "-\t*", "- 3."}) {
    const std::string indent(8, ' ');
    EXPECT_THAT(
        texts_in("- [ ] a\n" + marker + " ```sh\n" + indent + "- [ ] b\n    ```\n- [ ] c\n"),
        ElementsAre("a", "c"))
        << marker;
    EXPECT_THAT(texts_in(marker + " ~~~\n" + indent + "- [ ] b\n- [ ] c\n"), ElementsAre("c"))
        << marker << ", never closed";
  }
  for (const std::string marker : {"-", "1)", "* +"}) {
    EXPECT_THAT(texts_in(marker + " <!--\n- [ ] b\n-->\n- [ ] c\n"), ElementsAre("c")) << marker;
  }
  EXPECT_THAT(texts_in("-```\n- [ ] a\n1234567890. ```\n- [ ] b\n-      ```\n- [ ] c\n> ```\n"
                       "- [ ] d\n-\n- [ ] ```\n- [ ] e\n"),
              ElementsAre("a", "b", "c", "d", "```", "e"));
}

TEST(ReadChecklist, AFenceIsClosedByItsLike) {
  EXPECT_THAT(texts_in("````\n```\n~~~~\n````sh\n- [ ] a\n`````\n- [ ] b\n"), ElementsAre("b"));
  EXPECT_THAT(texts_in("```\n    ```\n- [ ] a\n   ``` \n- [ ] b\n"), ElementsAre("b"));
  EXPECT_THAT(texts_in("- x\n  ```\n      ```\n  - [ ] a\n     ```\n- [ ] b\n"), ElementsAre("b"));
  EXPECT_THAT(texts_in("      ```\n      - [ ] a\n      ```\n- [ ] b\n"), ElementsAre("b"));
}

TEST(ReadChecklist, LeavesOutComments) {
  EXPECT_THAT(texts_in("<!-- - [ ] a -->\n- [ ] b\n<!--\n- [ ] c\n-->\n- [ ] d\n"),
              ElementsAre("b", "d"));
  EXPECT_THAT(texts_in("- [ ] a\n  <!-- why\n  - [ ] b\n  -->\n- [ ] <!-- a text --> c\n"),
              ElementsAre("a", "<!-- a text --> c"));
}

TEST(ReadChecklist, DetailsAreNoTasks) {
  EXPECT_THAT(
      texts_in("- [ ] a\n  - a detail\n  another\n  # a comment\n\n  - [ ] a task in a task\n"),
      ElementsAre("a", "a task in a task"));
}

TEST(ReadChecklist, ReadsEveryLineEnd) {
  const auto items = read_checklist("\xef\xbb\xbf- [ ] a\r\n- [x] b \t\r\n- [ ] c");
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0].text, "a");
  EXPECT_EQ(items[1].text, "b");
  EXPECT_EQ(items[2].text, "c");
}

TEST(ReadChecklist, KeepsTextsApart) {
  EXPECT_THAT(texts_in("- [ ] Task 1\n- [ ] Task 10\n- [ ] Task 1\n- [ ] C:\\n\\t \\[x\\]\n"),
              ElementsAre("Task 1", "Task 10", "Task 1", "C:\\n\\t \\[x\\]"));
}

TEST(ReadChecklist, TakesLongLinesAndLongLists) {
  const std::string text(6000, 'w');
  std::string bytes;
  for (int i = 0; i < 310; ++i) bytes += "- [ ] " + text + std::to_string(i) + "\n";
  const auto items = read_checklist(bytes);
  ASSERT_EQ(items.size(), 310U);
  EXPECT_EQ(items[309].text, text + "309");
  EXPECT_EQ(items[309].line, 310U);
}

TEST(Tick, ChangesOneByte) {
  const std::string bytes = "\xef\xbb\xbf# P\r\n\r\n- [ ] a\r\n\t* [ ] b\r\n- [ ] a";
  const auto items = read_checklist(bytes);
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(tick(bytes, items[0]), "\xef\xbb\xbf# P\r\n\r\n- [x] a\r\n\t* [ ] b\r\n- [ ] a");
  EXPECT_EQ(tick(bytes, items[1]), "\xef\xbb\xbf# P\r\n\r\n- [ ] a\r\n\t* [x] b\r\n- [ ] a");
  EXPECT_EQ(tick(bytes, items[2]), "\xef\xbb\xbf# P\r\n\r\n- [ ] a\r\n\t* [ ] b\r\n- [x] a");
}

TEST(Checklist, IsAValueWhosePlacesAreTheBullets) {
  const Value value = checklist_value("- [ ] a\n\n  * [X] b\n");
  const Value* const tasks = value.find("tasks");
  ASSERT_NE(tasks, nullptr);
  ASSERT_EQ(tasks->items.size(), 2U);
  EXPECT_EQ(tasks->items[0].find("text")->text, "a");
  EXPECT_FALSE(tasks->items[0].find("checked")->boolean);
  EXPECT_EQ(tasks->items[1].mark, (Mark{3, 3}));
  EXPECT_TRUE(tasks->items[1].find("checked")->boolean);
}

}  // namespace
}  // namespace claudestep::plan

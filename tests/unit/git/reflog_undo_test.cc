#include "git/reflog_undo.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/temp_dir.h"

namespace claudestep::git {
namespace {

constexpr std::string_view kWho = " A <a@b> 1700000000 +0000\tclaudestep: x";

ObjectId undo_id(char digit) {
  return *ObjectId::parse(std::string(40, digit));
}

std::string undo_line(char from, char to) {
  return std::string(40, from) + " " + std::string(40, to) + std::string(kWho) + "\n";
}

// What is left of a reflog when the move from 1 to 2 did not come about.
std::string left_of(const std::string& log) {
  const test::TempDir folder;
  const auto path = folder.write("log", log);
  undo_reflogs((folder.path() / "lock").string(),
               {path.string(), (folder.path() / "none").string()}, undo_id('1'), undo_id('2'));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "lock"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "none"));
  return test::read_file(path);
}

TEST(ReflogUndo, TakesTheLastLinesOfTheMoveBack) {
  const std::string before = undo_line('0', '1');
  const std::string move = undo_line('1', '2');
  EXPECT_EQ(left_of(before + move), before);
  EXPECT_EQ(left_of(before + move + move + move), before);
  EXPECT_EQ(left_of(move), "");
}

TEST(ReflogUndo, TakesALineThatBrokeOffBack) {
  const std::string before = undo_line('0', '1');
  const std::string move = undo_line('1', '2');
  EXPECT_EQ(left_of(before + move.substr(0, 7)), before);
  EXPECT_EQ(left_of(before + move.substr(0, 60)), before);
  EXPECT_EQ(left_of(before + move + move.substr(0, 90)), before);
}

TEST(ReflogUndo, LeavesOtherLinesAlone) {
  for (const std::string& log :
       {std::string(), undo_line('0', '1'), undo_line('1', '2') + undo_line('2', '1'),
        undo_line('1', '2') + "what is this\n", std::string("no line end")}) {
    EXPECT_EQ(left_of(log), log);
  }
}

TEST(ReflogUndo, WaitsForNobody) {
  const test::TempDir folder;
  const auto log = folder.write("log", undo_line('1', '2'));
  const auto lock = folder.write("lock", "");
  undo_reflogs(lock.string(), {log.string()}, undo_id('1'), undo_id('2'));
  EXPECT_EQ(test::read_file(log), undo_line('1', '2'));
  EXPECT_TRUE(std::filesystem::exists(lock));
}

}  // namespace
}  // namespace claudestep::git

#include "base/folder.h"

#include <dirent.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/temp_dir.h"

namespace claudestep {
namespace {

TEST(Folder, HasAllButItselfAndTheOneAbove) {
  const test::TempDir folder;
  const std::string path = folder.path().string();
  std::ofstream(path + "/.hidden") << "x";
  std::ofstream(path + "/..2") << "x";
  ASSERT_EQ(::mkdir((path + "/below").c_str(), 0700), 0);
  std::vector<std::pair<std::string, bool>> found;
  for (const FolderEntry& entry : entries_in(path)) {
    found.emplace_back(entry.name, entry.type == DT_DIR || entry.type == DT_UNKNOWN);
  }
  std::sort(found.begin(), found.end());
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].first, "..2");
  EXPECT_EQ(found[1].first, ".hidden");
  EXPECT_EQ(found[2], std::pair(std::string("below"), true));
}

TEST(Folder, IsToldFromOneThatCannotBeLookedInto) {
  const test::TempDir folder;
  const std::string path = folder.path().string();
  std::ofstream(path + "/file") << "x";
  EXPECT_FALSE(list_folder(path + "/file"));
  EXPECT_FALSE(list_folder(path + "/none"));
  EXPECT_TRUE(entries_in(path + "/none").empty());
  ASSERT_EQ(::mkdir((path + "/empty").c_str(), 0700), 0);
  const auto empty = list_folder(path + "/empty");
  ASSERT_TRUE(empty.has_value());
  EXPECT_TRUE(empty->empty());
}

}  // namespace
}  // namespace claudestep

#include "base/file_rights.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/support/temp_dir.h"

namespace claudestep {
namespace {

namespace fs = std::filesystem;

// Ends the process: root, who may read everything, asks as somebody else.
[[noreturn]] void ask(const std::string& path, const std::string& expected) {
  constexpr uid_t kNobody = 65534;
  if (::geteuid() == 0 && ::setuid(kNobody) != 0) std::exit(2);
  std::exit(unreadable_place(path).value_or("") == expected ? 0 : 1);
}

TEST(UnreadablePlace, IsTheFileOrTheFirstFolderOnTheWay) {
  const test::TempDir folder;
  fs::permissions(folder.path(), fs::perms{0755});
  const std::string file = folder.write("a/b/file", "x");
  const std::string above = (folder.path() / "a").string();
  const auto asks = [](const std::string& path, const std::string& expected) {
    EXPECT_EXIT(ask(path, expected), ::testing::ExitedWithCode(0), "") << path;
  };
  asks(file, "");
  asks((folder.path() / "none").string(), "");
  fs::permissions(file, fs::perms::none);
  asks(file, file);
  fs::permissions(above, fs::perms::none);
  asks(file, above);
  asks(above, above);
  fs::permissions(above, fs::perms{0755});
}

TEST(WithOwner, NamesTheUserOrTheNumber) {
  const test::TempDir folder;
  const std::string file = folder.write("file", "x");
  EXPECT_EQ(with_owner("/"), "'/' is root's");
  EXPECT_EQ(with_owner(file + "/none"), "'" + file + "/none'");
  if (::geteuid() != 0) GTEST_SKIP() << "only root gives a file away";
  ASSERT_EQ(::chown(file.c_str(), 4'000'000, 0), 0);
  EXPECT_EQ(with_owner(file), "'" + file + "' is user 4000000's");
}

}  // namespace
}  // namespace claudestep

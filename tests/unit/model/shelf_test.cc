#include "model/shelf.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>

namespace claudestep::model {
namespace {

TEST(Shelf, IsAFolderOfTheRoot) {
  EXPECT_EQ(folder_name(Shelf::kProjects), "projects");
  EXPECT_EQ(folder_prefix(Shelf::kArchive), "archive/");
  for (const Shelf shelf : kShelves) {
    EXPECT_EQ(shelf_named(folder_name(shelf)), shelf);
    EXPECT_NE(other_than(shelf), shelf);
    EXPECT_EQ(other_than(other_than(shelf)), shelf);
  }
  for (const std::string_view other : {"", "project", "projects/", "Projects", "projects/x"}) {
    EXPECT_EQ(shelf_named(other), std::nullopt) << other;
  }
}

TEST(Shelf, AProjectIsAFileOfOneEnding) {
  EXPECT_EQ(path_of("auth", Shelf::kProjects), "projects/auth.json");
  EXPECT_EQ(path_of("auth", Shelf::kArchive), "archive/auth.json");
  EXPECT_EQ(name_in_file_name(file_name_of("auth")), "auth");
  EXPECT_EQ(name_in_file_name("a.json.json"), "a.json");
  EXPECT_EQ(name_in_file_name(".json"), "");
  for (const std::string_view other : {"", "auth", "auth.JSON", "auth.json~", "json"}) {
    EXPECT_EQ(name_in_file_name(other), std::nullopt) << other;
  }
}

}  // namespace
}  // namespace claudestep::model

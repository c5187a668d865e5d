#include "store/paired_changes.h"

#include <gmock/gmock.h>

#include <cstdio>
#include <ctime>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using Paths = std::pair<std::string, std::string>;

class PairedChangesTest : public StoreTest {
 protected:
  // A project that tells nothing of its names, but when it was made and with which task.
  static std::string made(const std::string& name, const std::string& time,
                          const std::string& task) {
    return R"({"schema_version": "2.0", "project": ")" + name + R"(", "created_at": ")" + time +
           R"(", "tasks": [{"index": 1, "id": ")" + task +
           R"(", "description": "One", "status": "pending"}]})";
  }

  // The shelves of a branch that holds nothing but these.
  Shelves shelves(const std::string& branch, const test::Files& files) {
    builder_.commit("refs/heads/" + branch, files);
    const auto tree = git::ObjectId::parse(*builder_.resolve(branch + "^{tree}"));
    return *shelves_of(open(), *tree);
  }

  std::vector<ProjectChange> pair(const test::Files& before, const test::Files& after) {
    const Shelves was = shelves("before", before);
    const Shelves is = shelves("after", after);
    const git::Repository repository = open();
    ProjectReader reader(repository);
    return *paired_changes(repository, reader, was, is);
  }

  static std::vector<Paths> paths(const std::vector<ProjectChange>& changes) {
    const auto path = [](const auto& entry) { return entry ? entry->path() : "none"; };
    std::vector<Paths> paths;
    for (const auto& [before, after] : changes) paths.emplace_back(path(before), path(after));
    return paths;
  }
};

TEST_F(PairedChangesTest, WhatWasMadeAtOneTimeWithOneTaskIsOne) {
  constexpr const char* kTime = "2026-01-01T00:00:00Z";
  const auto changes = pair({{"projects/a.json", made("a", kTime, "00000001")},
                             {"projects/b.json", made("b", kTime, "00000002")},
                             {"projects/c.json", made("c", kTime, "00000003")},
                             {"projects/d.json", made("d", kTime, "00000004")}},
                            {{"projects/v.json", made("v", "2026-01-02T00:00:00Z", "00000004")},
                             {"projects/w.json", made("w", kTime, "00000003")},
                             {"projects/x.json", made("x", kTime, "00000001")},
                             {"projects/y.json", made("y", kTime, "00000002")},
                             {"projects/z.json", made("z", kTime, "00000002")}});
  // Of the copies y and z none is taken for b, and v was made at another time than d.
  EXPECT_THAT(paths(changes),
              testing::UnorderedElementsAre(
                  Paths("projects/a.json", "projects/x.json"),
                  Paths("projects/c.json", "projects/w.json"), Paths("projects/b.json", "none"),
                  Paths("projects/d.json", "none"), Paths("none", "projects/v.json"),
                  Paths("none", "projects/y.json"), Paths("none", "projects/z.json")));
}

TEST_F(PairedChangesTest, TakesTimeThatGrowsWithTheProjects) {
  constexpr int kProjects = 400;
  test::Files before;
  test::Files after;
  for (int number = 1; number <= kProjects; ++number) {
    char id[9];
    std::snprintf(id, sizeof id, "%08x", number);
    for (auto& [files, name] : {std::pair(&before, "a"), std::pair(&after, "b")}) {
      files->emplace(std::string("projects/") + name + id + ".json",
                     made(std::string(name) + id, "2026-01-01T00:00:00Z", id));
    }
  }
  const Shelves was = shelves("before", before);
  const Shelves is = shelves("after", after);
  const git::Repository repository = open();
  ProjectReader reader(repository);
  const std::clock_t begun = std::clock();
  ASSERT_OK_AND_ASSIGN(const auto changes, paired_changes(repository, reader, was, is));
  // Read once for each pair, they take ten times as long.
  EXPECT_LT(static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC, 1);
  ASSERT_EQ(changes.size(), kProjects);
  EXPECT_EQ(paths(changes).back(), Paths("projects/a00000190.json", "projects/b00000190.json"));
}

}  // namespace
}  // namespace claudestep::store

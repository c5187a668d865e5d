#include "store/fact_cache.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "git/repository.h"
#include "model/derive.h"
#include "store/facts.h"
#include "tests/support/matchers.h"
#include "tests/support/repository_builder.h"
#include "tests/support/temp_dir.h"
#include "tests/unit/model/facts_text.h"

namespace claudestep::store {
namespace {

namespace fs = std::filesystem;
using model::test::facts_text;
using test::IsOk;

model::FactsTable sample_table() {
  model::Project project;
  project.name = model::Text("auth");
  for (std::int64_t index = 1; index <= 3; ++index) {
    model::Task task;
    task.index = index;
    task.description = model::Text("task " + std::to_string(index));
    project.tasks.push_back(std::move(task));
    model::PullRequest pr;
    pr.number = index;
    pr.task_index = index;
    pr.reviewer = model::Text("ann");
    model::AiOperation operation;
    operation.cost_usd = model::Cost(Money{Int128{1} << 70U});
    pr.ai_operations.push_back(std::move(operation));
    project.pull_requests.push_back(std::move(pr));
  }
  model::settle(project);
  model::FactsTable table;
  table.add(project);
  table.add_unreadable("line 1, column 1: no");
  return table;
}

std::string text_of(const model::FactsView& facts) {
  std::string text;
  for (const model::ProjectFacts& project : facts.projects) {
    text += model::test::FactsText(facts).of(project);
  }
  return text;
}

class FactCacheTest : public ::testing::Test {
 protected:
  fs::path only_file() const {
    std::vector<fs::path> files;
    for (const auto& item : fs::directory_iterator(cache_.folder())) files.push_back(item.path());
    EXPECT_EQ(files.size(), 1U);
    return files.at(0);
  }
  static std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static void write(const fs::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  }
  std::optional<std::string> found(std::string_view identity, FactDepth depth) {
    const auto facts = cache_.find(identity, depth, buffer_);
    if (!facts) return std::nullopt;
    return depth == FactDepth::kAll ? text_of(*facts) : std::string("sums");
  }

  test::TempDir dir_;
  FactCache cache_{dir_.path().string()};
  FactCache::Buffer buffer_;
  model::FactsTable table_ = sample_table();
};

TEST_F(FactCacheTest, GivesBackWhatItKept) {
  EXPECT_FALSE(cache_.has("one"));
  EXPECT_FALSE(found("one", FactDepth::kSums));
  cache_.keep("one", table_.view());
  EXPECT_TRUE(cache_.has("one"));
  EXPECT_EQ(found("one", FactDepth::kAll), text_of(table_.view()));
  EXPECT_FALSE(found("two", FactDepth::kAll));
  const auto sums = cache_.find("one", FactDepth::kSums, buffer_);
  ASSERT_TRUE(sums);
  EXPECT_TRUE(sums->operations.empty());
  EXPECT_EQ(to_string(sums->money(sums->projects[0].cost)),
            to_string(table_.view().money(table_.projects[0].cost)));
}

// A run of the same name but other files is not taken for it.
TEST_F(FactCacheTest, BelievesAFileOnlyForItsOwnRun) {
  cache_.keep("one", table_.view());
  const fs::path path = only_file();
  const std::string bytes = read(path);
  cache_.keep("two", table_.view());
  for (const auto& item : fs::directory_iterator(cache_.folder())) {
    if (item.path() != path) write(item.path(), bytes);
  }
  EXPECT_FALSE(found("two", FactDepth::kSums));
  EXPECT_TRUE(found("one", FactDepth::kSums));
}

TEST_F(FactCacheTest, BelievesNoDamagedFile) {
  cache_.keep("one", table_.view());
  const fs::path path = only_file();
  const std::string whole = read(path);
  const std::string expected = text_of(table_.view());
  for (std::size_t at = 0; at < whole.size(); at += 3) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    write(path, bytes);
    const auto facts = found("one", FactDepth::kAll);
    EXPECT_EQ(facts.value_or(expected), expected) << at;  // what lies between columns is nothing
    write(path, whole.substr(0, at));
    EXPECT_FALSE(found("one", FactDepth::kAll)) << at;
  }
  write(path, whole + "more");
  EXPECT_EQ(found("one", FactDepth::kAll), expected);
}

TEST_F(FactCacheTest, LooksAtRegularFilesOnly) {
  cache_.keep("one", table_.view());
  const fs::path path = only_file();
  const fs::path elsewhere = dir_.path() / "elsewhere";
  fs::rename(path, elsewhere);
  fs::create_symlink(elsewhere, path);
  EXPECT_FALSE(found("one", FactDepth::kSums));
  fs::remove(path);
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  EXPECT_FALSE(found("one", FactDepth::kSums));
  fs::remove(path);
  fs::create_directory(path);
  EXPECT_FALSE(found("one", FactDepth::kSums));
}

TEST_F(FactCacheTest, SaysNothingWhenItCannotKeep) {
  write(dir_.path() / "claudestep", "a file where the folder should be");
  cache_.keep("one", table_.view());
  EXPECT_FALSE(cache_.has("one"));
  EXPECT_EQ(cache_.size().files, 0U);
  cache_.prune({"one"});
}

TEST_F(FactCacheTest, TellsItsSizeAndIsCleared) {
  EXPECT_EQ(cache_.size().files, 0U);
  cache_.keep("one", table_.view());
  cache_.keep("two", table_.view());
  cache_.keep("two", table_.view());
  write(fs::path(cache_.folder()) / "README", "not ours");
  EXPECT_EQ(cache_.size().files, 2U);
  EXPECT_GT(cache_.size().bytes, 2 * EncodedFacts::kHeadSize);
  const auto cleared = cache_.clear();
  ASSERT_THAT(cleared, IsOk());
  EXPECT_EQ(cleared->files, 2U);
  EXPECT_EQ(cache_.size().files, 0U);
  EXPECT_TRUE(fs::exists(fs::path(cache_.folder()) / "README"));
}

TEST_F(FactCacheTest, ForgetsWhatKilledWritersLeft) {
  cache_.keep("one", table_.view());
  const fs::path old = fs::path(cache_.folder()) / "tmp-1-0.facts";
  const fs::path fresh = fs::path(cache_.folder()) / "tmp-2-0.facts";
  write(old, "half");
  write(fresh, "half");
  fs::last_write_time(old, fs::last_write_time(fresh) - std::chrono::hours(2));
  cache_.prune({"one"});
  EXPECT_FALSE(fs::exists(old));
  EXPECT_TRUE(fs::exists(fresh));
  EXPECT_TRUE(cache_.has("one"));
}

// Files that nobody uses stay as long as there is room, the youngest longest.
TEST_F(FactCacheTest, IsBounded) {
  cache_.keep("used", table_.view());
  const fs::path used = only_file();
  const auto now = fs::last_write_time(used);
  fs::last_write_time(used, now - std::chrono::hours(1000));
  constexpr std::uintmax_t kBig = 20ULL * 1024 * 1024;
  for (int age = 0; age < 5; ++age) {
    const fs::path idle = fs::path(cache_.folder()) / ("idle" + std::to_string(age) + ".facts");
    write(idle, "");
    fs::resize_file(idle, kBig);  // sparse
    fs::last_write_time(idle, now - std::chrono::hours(age));
  }
  cache_.prune({"used"});
  for (int age = 0; age < 5; ++age) {
    const fs::path idle = fs::path(cache_.folder()) / ("idle" + std::to_string(age) + ".facts");
    EXPECT_EQ(fs::exists(idle), age < 3) << age;
  }
  EXPECT_TRUE(cache_.has("used"));
}

std::vector<ProjectEntry> entries_named(const std::string& prefix, int count) {
  std::vector<ProjectEntry> entries;
  for (int i = 0; i < count; ++i) {
    ProjectEntry entry;
    entry.name = prefix + std::to_string(10000 + i);
    entries.push_back(std::move(entry));
  }
  return entries;
}

TEST(FactRuns, CoverEveryFileOnceAndEndWithTheFolder) {
  EXPECT_TRUE(runs_of({}).empty());
  auto entries = entries_named("p", 3000);
  for (std::size_t i = 2000; i < entries.size(); ++i) entries[i].shelf = model::Shelf::kArchive;
  std::size_t sum = 0;
  bool ends_with_folder = false;
  for (const std::size_t size : runs_of(entries)) {
    EXPECT_GT(size, 0U);
    EXPECT_LE(size, 256U);
    sum += size;
    ends_with_folder = ends_with_folder || sum == 2000;
  }
  EXPECT_EQ(sum, 3000U);
  EXPECT_TRUE(ends_with_folder);
}

// One more file changes the run that it falls into, not those after it.
TEST(FactRuns, StayWhatTheyAreBesideANewFile) {
  const auto identities = [](const std::vector<ProjectEntry>& entries) {
    std::vector<std::string> all;
    std::span<const ProjectEntry> rest(entries);
    for (const std::size_t size : runs_of(entries)) {
      all.push_back(identity_of(rest.first(size)));
      rest = rest.subspan(size);
    }
    return all;
  };
  auto entries = entries_named("p", 3000);
  const auto before = identities(entries);
  ProjectEntry fresh;
  fresh.name = "p10000-new";
  entries.insert(entries.begin() + 1, fresh);
  const auto after = identities(entries);
  ASSERT_GT(before.size(), 3U);
  EXPECT_EQ(std::vector(before.end() - 3, before.end()), std::vector(after.end() - 3, after.end()));
  EXPECT_NE(before.front(), after.front());
}

TEST(FactRuns, AreKnownByNamesBlobsAndObstacles) {
  auto entries = entries_named("p", 2);
  const std::string identity = identity_of(entries);
  entries[0].blob.bytes[19] = 1;
  const std::string other_blob = identity_of(entries);
  EXPECT_NE(identity, other_blob);
  entries[0].blob.bytes[19] = 0;
  entries[1].obstacle = "is a folder";
  EXPECT_NE(identity, identity_of(entries));
}

// So many files of the same bytes, under names of their own.
std::vector<ProjectEntry> many_entries(const std::string& blob, int count) {
  std::vector<ProjectEntry> entries;
  for (int at = 0; at < count; ++at) {
    ProjectEntry entry;
    entry.name = "p" + std::to_string(10'000 + at);
    entry.blob = *git::ObjectId::parse(blob);
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::size_t threads_of_this_process() {
  const fs::directory_iterator tasks("/proc/self/task");
  return static_cast<std::size_t>(std::distance(begin(tasks), end(tasks)));
}

TEST(Facts, OfDamagedFilesAreMadeAnewByAllThreads) {
  test::RepositoryBuilder repo;
  const auto entries = many_entries(repo.blob(R"({"project": "p", "tasks": []})"), 3000);
  const Environment environment = repo.environment();
  ASSERT_OK_AND_ASSIGN(const auto repository, git::Repository::open({.cwd = repo.path().string(),
                                                                     .git_dir = {},
                                                                     .environment = &environment,
                                                                     .git_accepts_owner = {}}));
  const FactsOptions options{FactDepth::kAll, true, 2};
  const FactCache cache(repository.common_dir());
  std::size_t visited = 0;
  std::size_t most_threads = 0;
  const auto visit = [&](const FactsRun& run) {
    visited += run.facts.projects.size();
    most_threads = std::max(most_threads, threads_of_this_process());
  };
  visit_facts(repository, entries, options, visit);
  EXPECT_EQ(visited, entries.size());

  const std::size_t alone = threads_of_this_process();
  most_threads = 0;
  visit_facts(repository, entries, options, visit);  // all is there
  EXPECT_EQ(most_threads, alone);

  std::vector<fs::path> files;
  for (const auto& item : fs::directory_iterator(cache.folder())) files.push_back(item.path());
  for (const fs::path& file : files) fs::resize_file(file, fs::file_size(file) / 2);
  visited = 0;
  visit_facts(repository, entries, options, visit);
  EXPECT_EQ(visited, entries.size());
  EXPECT_EQ(most_threads, alone + 1);
  EXPECT_EQ(count_cached(repository, entries), entries.size());
}

// Two versions of the program on one repository leave each other's files alone.
TEST_F(FactCacheTest, NamesTheVersionOfTheFacts) {
  cache_.keep("one", table_.view());
  EXPECT_THAT(only_file().stem().string(),
              ::testing::EndsWith("-" + std::to_string(kFactsVersion)));
}

}  // namespace
}  // namespace claudestep::store

#include "store/merge_cache.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

namespace fs = std::filesystem;
using test::IsOk;

constexpr std::string_view kMergeOurs = "refs/heads/ours";
constexpr std::string_view kMergeTheirs = "refs/heads/theirs";

// Two branches that both changed one project and each added one.
class MergeCacheTest : public StoreTest {
 protected:
  MergeCacheTest() {
    const std::string base =
        builder_.commit("refs/heads/base", {{"projects/a.json", sample_project("a")}});
    for (const std::string_view ref : {kMergeOurs, kMergeTheirs}) builder_.set_ref(ref, base);
    (void)open();  // makes the environment of the writes
    apply(kMergeOurs, model::AssignPr{"a", 80, "bob"});
    apply(kMergeTheirs, model::AssignPr{"a", 80, "carol"});
    builder_.commit(kMergeTheirs, {{"projects/b.json", sample_project("b")}});
  }

  void apply(std::string_view ref, const model::Operation& operation) {
    git::Repository repository = open();
    auto options = this->options();
    options.ref = ref;
    ASSERT_THAT(write(repository, options, {operation}), IsOk());
  }

  [[nodiscard]] std::pair<git::ObjectId, git::ObjectId> tips(const git::Repository& repository) {
    return {repository.resolve_commit(kMergeOurs).value(),
            repository.resolve_commit(kMergeTheirs).value()};
  }
  [[nodiscard]] git::ObjectId merged() {
    const git::Repository repository = open();
    const auto [ours, theirs] = tips(repository);
    return merge_commits(repository, ours, theirs).value().commit;
  }
  // What a fresh process reads of the merged project through the cache, after the commit's id.
  std::string ask() {
    const git::Repository repository = open();
    const auto [ours, theirs] = tips(repository);
    const auto commit = MergeCache(repository.common_dir()).merge(repository, theirs, ours);
    if (!commit) return commit.error().message;
    const auto tree = repository.read_commit(*commit);
    if (!tree) return tree.error().message;
    const auto entry = repository.find_path(tree->tree, "projects/a.json");
    if (!entry || !*entry) return "no project";
    const auto bytes = repository.read_blob((*entry)->id);
    return commit->hex() + "\n" + (bytes ? *bytes : bytes.error().message);
  }

  [[nodiscard]] fs::path folder() const { return builder_.git_dir() / "claudestep" / "merges"; }
  [[nodiscard]] std::vector<fs::path> kept() const {
    std::vector<fs::path> files;
    if (!fs::is_directory(folder())) return files;
    for (const auto& item : fs::directory_iterator(folder())) files.push_back(item.path());
    return files;
  }
  static std::string contents(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static void put(const fs::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  }
};

TEST_F(MergeCacheTest, AnswersAgainFromItsFile) {
  const std::string first = ask();
  EXPECT_EQ(first.substr(0, 40), merged().hex());
  EXPECT_THAT(first, ::testing::HasSubstr("\"carol\""));
  ASSERT_EQ(kept().size(), 1U);
  const auto written = fs::last_write_time(kept().at(0));
  EXPECT_EQ(ask(), first);
  EXPECT_EQ(fs::last_write_time(kept().at(0)), written);
  EXPECT_FALSE(builder_.resolve(first.substr(0, 40) + "^{commit}").has_value());
}

// Whatever byte is another one, the answer is the same, and the file is whole again afterwards.
TEST_F(MergeCacheTest, MakesADamagedFileAnew) {
  const std::string answer = ask();
  const fs::path file = kept().at(0);
  const std::string whole = contents(file);
  for (std::size_t at = 0; at < whole.size(); at += 37) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
    put(file, damaged);
    ASSERT_EQ(ask(), answer) << at;
    ASSERT_EQ(ask(), answer) << at;
  }
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{63}, whole.size() / 2, whole.size() - 1}) {
    put(file, whole.substr(0, size));
    ASSERT_EQ(ask(), answer) << size;
  }
  put(file, whole.substr(0, whole.size() / 2) + "x");
  EXPECT_EQ(ask(), answer);
  ask();
  EXPECT_EQ(contents(file), whole);
}

TEST_F(MergeCacheTest, BelievesAFileOnlyForItsOwnPair) {
  const std::string first = ask();
  const std::string of_first = contents(kept().at(0));
  apply(kMergeTheirs, model::AssignPr{"a", 80, "dave"});
  const std::string second = ask();
  EXPECT_NE(second, first);
  for (const fs::path& file : kept()) put(file, of_first);
  EXPECT_EQ(ask(), second);
}

TEST_F(MergeCacheTest, BelievesNoFileOfAnotherVersion) {
  const git::Repository repository = open();
  ask();
  auto [ours, theirs] = tips(repository);
  if (theirs < ours) std::swap(ours, theirs);
  const std::string path = kept().at(0).string();
  const auto nothing = [](const git::Repository&) {};
  EXPECT_EQ(repository.hold_file(path, kMergeVersion + 1, {ours, theirs}, nothing), std::nullopt);
  EXPECT_EQ(repository.hold_file(path, kMergeVersion, {theirs, ours}, nothing), std::nullopt);
  EXPECT_NE(repository.hold_file(path, kMergeVersion, {ours, theirs}, nothing), std::nullopt);
}

TEST_F(MergeCacheTest, KeepsTheLastFew) {
  for (int round = 0; round < 8; ++round) {
    apply(kMergeTheirs, model::AddTask{"a", "Task " + std::to_string(round), {}, {}});
    EXPECT_EQ(ask().substr(0, 40), merged().hex());
  }
  EXPECT_EQ(kept().size(), 4U);
  const MergeCache cache(open().common_dir());
  EXPECT_EQ(cache.size().files, 4U);
  ASSERT_OK_AND_ASSIGN(const CacheSize cleared, cache.clear());
  EXPECT_EQ(cleared.files, 4U);
  EXPECT_TRUE(kept().empty());
}

TEST_F(MergeCacheTest, SaysNothingWhenItCannotKeep) {
  fs::create_directories(folder().parent_path());
  put(folder(), "in the way");
  EXPECT_EQ(ask().substr(0, 40), merged().hex());
}

// A write after a look at the cached merge in the same process writes all of it.
TEST_F(MergeCacheTest, NothingThatIsWrittenComesFromIt) {
  ask();
  builder_.set_ref(kRef, *builder_.resolve(kMergeOurs));
  git::Repository repository = open();
  const auto [ours, theirs] = tips(repository);
  ASSERT_OK_AND_ASSIGN(const auto commit,
                       MergeCache(repository.common_dir()).merge(repository, ours, theirs));
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, merge(repository, options(), theirs));
  EXPECT_EQ(tip(), commit.hex());
  EXPECT_EQ(outcome.receipts.size(), 1U);
  EXPECT_EQ(builder_.fsck(), "");
}

}  // namespace
}  // namespace claudestep::store

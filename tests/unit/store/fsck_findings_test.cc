// Each finding that `explain` knows has a sample in tests/data/findings that shows it alone; a
// repair then leaves nothing, or the finding says what a person must decide.
#include <gmock/gmock.h>

#include <filesystem>
#include <set>
#include <string>

#include "check/rules.h"
#include "store/fsck.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

namespace fs = std::filesystem;

fs::path sample_of(std::string_view code) {
  return fs::path(CLAUDESTEP_TEST_DATA) / "findings" / code;
}

class FsckFindings : public StoreTest, public ::testing::WithParamInterface<check::Rule> {
 protected:
  // The branch with the files of the sample, and what its make.sh does to it.
  void build(const fs::path& sample) {
    test::Files files;
    for (const auto& item : fs::recursive_directory_iterator(sample)) {
      const std::string path = fs::relative(item.path(), sample).string();
      if (item.is_regular_file() && path.find('/') != std::string::npos) {
        files[path] = test::read_file(item.path());
      }
    }
    if (!files.empty()) builder_.commit(kRef, files);
    if (!fs::exists(sample / "make.sh")) return;
    Environment environment = builder_.environment();
    environment.set("SAMPLE", sample.string());
    environment.set("BRANCH", std::string(kRef));
    const auto made = test::run_process({"sh", (sample / "make.sh").string()},
                                        {.cwd = builder_.path(), .environment = environment});
    ASSERT_EQ(made.exit_code, 0) << made.err;
  }

  [[nodiscard]] FsckOptions fsck_options() const {
    return {view_options(), std::string_view(GetParam().code).starts_with("frame/")};
  }
};

std::set<std::string> codes_of(const FsckReport& report) {
  std::set<std::string> codes;
  for (const auto& found : report.diagnostics) codes.insert(found.code);
  return codes;
}

bool is_file_finding(const check::Diagnostic& found) {
  return found.place.line != 0;
}

TEST_P(FsckFindings, TheSampleShowsItAlone) {
  const check::Rule& rule = GetParam();
  const fs::path sample = sample_of(rule.code);
  ASSERT_TRUE(fs::is_directory(sample)) << "no sample at " << sample;
  ASSERT_NO_FATAL_FAILURE(build(sample));
  git::Repository repository = open();
  ASSERT_OK_AND_ASSIGN(const FsckReport report, fsck(repository, fsck_options()));
  EXPECT_EQ(codes_of(report), std::set<std::string>{std::string(rule.code)});
  for (const auto& found : report.diagnostics) {
    EXPECT_EQ(found.severity, rule.severity);
    EXPECT_EQ(found.fixable, rule.remedy == check::Remedy::kFix);
    EXPECT_FALSE(found.message.empty());
    EXPECT_FALSE(found.hint.empty()) << "what must a person decide?";
    EXPECT_FALSE(found.place.file.empty());
    EXPECT_EQ(found.place.column != 0, is_file_finding(found));
  }
}

TEST_P(FsckFindings, ARepairLeavesNothingThatItCanRepair) {
  const check::Rule& rule = GetParam();
  ASSERT_NO_FATAL_FAILURE(build(sample_of(rule.code)));
  git::Repository repository = open();
  const Instant now = test::kEpoch;
  const auto planner = [now](const View& view, model::Branch&) { return repairs_for(view, now); };
  if (rule.remedy != check::Remedy::kFix) {
    // A repair keeps away from what a person must decide.
    const auto view = View::open(repository, view_options());
    const auto repairs = view ? repairs_for(*view, now) : Result<std::vector<model::Operation>>();
    if (repairs) {
      EXPECT_EQ(repairs->size(), 0U);
    }
    return;
  }
  ASSERT_OK_AND_ASSIGN(const WriteOutcome outcome, write(repository, options(), planner));
  EXPECT_TRUE(outcome.changed);
  ASSERT_OK_AND_ASSIGN(const FsckReport after, fsck(repository, fsck_options()));
  EXPECT_EQ(codes_of(after), std::set<std::string>{});
  EXPECT_EQ(builder_.fsck(), "");
  ASSERT_OK_AND_ASSIGN(const WriteOutcome again, write(repository, options(), planner));
  EXPECT_FALSE(again.changed);
}

INSTANTIATE_TEST_SUITE_P(Rules, FsckFindings, ::testing::ValuesIn(check::fsck_rules()),
                         [](const auto& row) {
                           std::string name(row.param.code);
                           for (char& c : name) {
                             if (c == '/' || c == '-') c = '_';
                           }
                           return name;
                         });

// A sample that no rule asks for is one that nobody looks at.
TEST(FsckSamples, AreAllOfRules) {
  const fs::path root = sample_of("");
  for (const auto& group : fs::directory_iterator(root)) {
    if (!group.is_directory()) continue;
    for (const auto& sample : fs::directory_iterator(group.path())) {
      const std::string code = fs::relative(sample.path(), root).string();
      EXPECT_NE(check::find_rule(code), nullptr) << code;
    }
  }
}

}  // namespace
}  // namespace claudestep::store

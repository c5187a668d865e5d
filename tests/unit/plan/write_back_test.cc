#include "plan/write_back.h"

#include <gmock/gmock.h>

#include <string>

#include "plan/read.h"
#include "tests/support/matchers.h"

namespace claudestep::plan {
namespace {

using test::FailsWith;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string spec_with(const std::string& feature_status, const std::string& task_status) {
  return R"({"version": "1.0",
 "feature": {"id": "a", "name": "Login", "priority": "high", "status": )" +
         feature_status + R"(},
 "objective": {"summary": "s", "business_value": "b"},
 "requirements": {"functional": []},
 "tasks": {"qa": [{"id": "QA-1", "title": "Test", "status": )" +
         task_status + R"(, "acceptance_criteria": ["It works"], "done_when": ["pending"]}]}}
)";
}

Result<WrittenBack> all_done(const std::string& bytes, const std::string& path) {
  CS_ASSIGN(const Plan plan, read_plan(bytes, path));
  return write_back(bytes, plan, std::vector<bool>(plan.items.size(), true));
}

TEST(PlanWriteBack, MovesStatusesInJsonOneStep) {
  ASSERT_OK_AND_ASSIGN(const auto back,
                       all_done(spec_with("\"review\"", "\"pending\""), "a/spec.json"));
  EXPECT_EQ(back.bytes, spec_with("\"completed\"", "\"in_progress\""));
  EXPECT_THAT(back.edits, ElementsAre(PlanEdit{std::nullopt, 2, "review", "completed"},
                                      PlanEdit{0, 5, "pending", "in_progress"}));
}

TEST(PlanWriteBack, LeavesToPeopleWhatIsNotWorkedOnOrHeldUp) {
  for (const std::string status : {"\"planning\"", "\"blocked\"", "\"completed\""}) {
    const std::string spec = spec_with(status, "\"skipped\"");
    ASSERT_OK_AND_ASSIGN(const auto back, all_done(spec, "a/spec.json"));
    EXPECT_EQ(back.bytes, spec);
    EXPECT_THAT(back.edits, IsEmpty());
  }
}

TEST(PlanWriteBack, LeavesToPeopleATaskThatIsHeldUp) {
  for (const std::string status : {"\"blocked\"", "\"failed\"", "\"skipped\""}) {
    const std::string spec = spec_with("\"planning\"", status);
    ASSERT_OK_AND_ASSIGN(const auto back, all_done(spec, "a/spec.json"));
    EXPECT_EQ(back.bytes, spec);
  }
}

TEST(PlanWriteBack, RefusesAStatusThatCannotBeChangedAlone) {
  // An escape: the word is not there as it is read.
  EXPECT_THAT(all_done(spec_with("\"re\\u0076iew\"", "\"completed\""), "a/spec.json"),
              FailsWith(ErrorCode::kInvalidInput, "cannot change the status 'review'"));
  // An anchor, and a word that goes on over a line.
  const std::string anchored = spec_with("&s review", "*s");
  EXPECT_THAT(all_done(anchored, "a/spec.yaml"),
              FailsWith(ErrorCode::kInvalidInput, "cannot change the status 'review'"));
}

TEST(PlanWriteBack, HasNothingToSayInTheDataOfPhases) {
  const std::string data =
      R"({"tasks": {"tasks": [{"title": "One", "description": "d", "phase": "p", "priority": "high", "dependencies": []}]}})";
  ASSERT_OK_AND_ASSIGN(const auto back, all_done(data, "a/phase.json"));
  EXPECT_EQ(back.bytes, data);
}

}  // namespace
}  // namespace claudestep::plan

#include "plan/read.h"

#include <gmock/gmock.h>

#include <string>

#include "tests/support/matchers.h"

namespace claudestep::plan {
namespace {

using test::FailsWith;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kSpec = R"(version: "1.0"
feature: {id: user-auth, name: User authentication, priority: high, status: in_progress}
objective: {summary: Let users in, business_value: They stay}
requirements:
  functional:
    - {id: FR-101, title: Log in, description: With a password, priority: high,
       acceptance_criteria: [It works with a password]}
  non_functional:
    - {id: NFR-001, type: performance, requirement: Under 200 ms}
tasks:
  backend:
    - {id: BE-001, title: Add the session store, acceptance_criteria: [FR-101 holds],
       done_when: [Its tests pass], status: completed}
    - id: BE-002
      title: Add the login
      reference: [NFR-001-latency]
      acceptance_criteria: [Works for FR-101 and again FR-101]
      done_when: [Its tests pass]
      dependencies: [BE-001]
)";

TEST(ReadPlan, TakesTheTasksOfAFeatureSpec) {
  const auto plan = read_plan(std::string(kSpec), "specs/user-auth/spec.yaml");
  ASSERT_THAT(plan, test::IsOk());
  EXPECT_EQ(plan->kind, "feature-spec");
  ASSERT_EQ(plan->items.size(), 2U);
  EXPECT_EQ(plan->items[0].name, "BE-001");
  EXPECT_EQ(plan->items[0].text, "Add the session store");
  EXPECT_EQ(plan->items[0].checked, true);
  EXPECT_THAT(plan->items[0].requirements, ElementsAre("FR-101"));
  EXPECT_EQ(plan->items[1].checked, std::nullopt);
  EXPECT_THAT(plan->items[1].requirements, ElementsAre("NFR-001", "FR-101"));
  EXPECT_THAT(plan->items[1].depends_on, ElementsAre("BE-001"));
}

TEST(ReadPlan, ASpecWithErrorsIsNoPlan) {
  std::string bytes(kSpec);
  const std::string_view line = "      done_when: [Its tests pass]\n";
  bytes.erase(bytes.find(line), line.size());
  EXPECT_THAT(read_plan(bytes, "spec.yaml"),
              FailsWith(ErrorCode::kInvalidInput, "tasks.backend[1] has no member 'done_when'"));
}

TEST(ReadPlan, TakesTheTasksOfPhaseData) {
  const auto plan = read_plan(R"({"phase_data": {"tasks": {"tasks": [
      {"title": "One", "description": "d", "phase": "1", "priority": "high", "dependencies": []},
      {"id": "T2", "title": "Two", "description": "d", "phase": "1", "priority": "low", "dependencies": ["One"]},
      {"title": "Three", "description": "d", "phase": "2", "priority": "low", "dependencies": ["Two"]}]}}})",
                              "phases.json");
  ASSERT_THAT(plan, test::IsOk());
  EXPECT_EQ(plan->kind, "phase-data");
  ASSERT_EQ(plan->items.size(), 3U);
  EXPECT_EQ(plan->items[0].name, "One");
  EXPECT_THAT(plan->items[0].depends_on, IsEmpty());
  EXPECT_THAT(plan->items[1].depends_on, ElementsAre("One"));
  EXPECT_EQ(plan->items[1].name, "T2");
  EXPECT_THAT(plan->items[2].depends_on, ElementsAre("T2"));
}

TEST(ReadPlan, SaysWhyAFileIsNone) {
  EXPECT_THAT(read_plan("x", "plan.txt"), FailsWith(ErrorCode::kInvalidInput, "plan.txt"));
  EXPECT_THAT(read_plan("{}", "plan.json"), FailsWith(ErrorCode::kInvalidInput, "plan.json"));
  EXPECT_THAT(read_plan("# none\n", "spec.md"), FailsWith(ErrorCode::kInvalidInput, "spec.md"));
  EXPECT_THAT(read_plan("{", "plan.json"), FailsWith(ErrorCode::kInvalidInput, "expected"));
}

TEST(ProjectFor, IsTheFolder) {
  EXPECT_EQ(project_for("claude-step/auth/spec.md"), "auth");
  EXPECT_EQ(project_for("auth/spec.md"), "auth");
  EXPECT_EQ(project_for("spec.md"), "");
}

}  // namespace
}  // namespace claudestep::plan

// What the corners of the old dialects become; docs/formats/examples has the plain cases.
#include <gtest/gtest.h>

#include <string>

#include "codec/json_reader.h"
#include "codec/project_codec.h"
#include "codec/value_writer.h"
#include "tests/support/matchers.h"

namespace claudestep::codec {
namespace {

// The document that `bytes` is upgraded to, on one line and without what every one begins with.
std::string upgraded(std::string_view bytes) {
  const auto read = read_project(bytes, "old.json");
  if (!read) return to_string(read.error().place) + ": " + read.error().message;
  const std::string written = write_project(*read);
  const auto again = read_project(written, "new.json");
  if (!again) return "unreadable: " + written;
  EXPECT_EQ(again->dialect, model::Dialect::kHybrid);
  EXPECT_EQ(write_project(*again), written);
  const auto document = read_json(written);
  if (!document) return "unreadable: " + written;
  constexpr std::string_view kStart = R"({"schema_version":"2.0","project":"p",)";
  const std::string compact = compact_json(document->root());
  EXPECT_TRUE(compact.starts_with(kStart)) << compact;
  return compact.substr(kStart.size());
}

struct DialectCase {
  const char* name;
  std::string before;
  std::string after;
};

class Upgrade : public testing::TestWithParam<DialectCase> {};

TEST_P(Upgrade, LosesNothing) {
  EXPECT_EQ(upgraded(GetParam().before), GetParam().after);
}

std::string name_of_row(const testing::TestParamInfo<DialectCase>& row) {
  return row.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    SpecAndExecutions, Upgrade,
    testing::Values(
        DialectCase{
            "SpecMembersBesideTheProjects",
            R"({"project":"p","author":"a","title":1,"spec":{"author":"b","tasks":[],"plan":2,
                "pull_requests":3,"x":4},"executions":null})",
            R"("tasks":[],"pull_requests":[],"author":"a","title":1,"spec.author":"b",)"
            R"("spec.plan":2,"spec.pull_requests":3,"x":4})"},
        DialectCase{
            "ExecutionsWithoutAPullRequest",
            R"({"project":"p","spec":{"tasks":[{"index":1,"description":"d","executions":0}]},
                "executions":[{"execution_id":"e1","task_index":1},{"task_index":1,"pr_number":null},
                {"task_index":7},{"execution_id":"e4"}]})",
            R"("tasks":[{"index":1,"description":"d","status":"pending","executions":0,)"
            R"("was.executions":[{"execution_id":"e1","task_index":1},)"
            R"({"task_index":1,"pr_number":null}]}],"pull_requests":[],)"
            R"("executions":[{"execution_id":"e4"},{"task_index":7}]})"},
        DialectCase{
            "TheSpecsTasksMayHaveAllMembers",
            R"({"project":"p","spec":{"tasks":[{"index":2,"description":"d","id":"i","z":1}]},
                "executions":[{"task_index":2,"pr_number":4,"task_id":"i"}]})",
            R"("tasks":[{"index":2,"description":"d","status":"pending","id":"i","z":1}],)"
            R"("pull_requests":[{"task_index":2,"task_id":"i","pr_number":4,"pr_state":"open",)"
            R"("ai_operations":[]}]})"},
        DialectCase{"NoSpecObject", R"({"project":"p","spec":null,"executions":[]})",
                    "old.json:1:23: spec is null; expected an object"},
        DialectCase{"NoTasks", R"({"project":"p","spec":{},"executions":[]})",
                    "old.json:1:23: spec has no member 'tasks'"},
        DialectCase{"NoExecutionsArray", R"({"project":"p","spec":{"tasks":[]},"executions":3})",
                    "old.json:1:49: executions is 3; expected an array"},
        DialectCase{"AnExecutionThatIsNone",
                    R"({"project":"p","spec":{"tasks":[]},"executions":[3]})",
                    "old.json:1:50: executions[0] is 3; expected an object"}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    PullRequestCentred, Upgrade,
    testing::Values(
        DialectCase{
            "PlaceholdersAndATaskBeyondTheTotal",
            R"({"project":"p","total_tasks":1,"pull_requests":[
                {"task_index":3,"pr_number":1,"task_description":"c"}]})",
            R"("tasks":[{"index":1,"description":"Task 1","status":"pending","placeholder":true},)"
            R"({"index":3,"description":"c","status":"pending"}],)"
            R"("pull_requests":[{"task_index":3,"pr_number":1,"pr_state":"open",)"
            R"("ai_operations":[]}],"total_tasks":1})"},
        DialectCase{"NoTotal", R"({"project":"p","total_tasks":null})",
                    R"("tasks":[],"pull_requests":[],"total_tasks":null})"},
        DialectCase{"TheSameDescriptionTwice",
                    R"({"project":"p","total_tasks":1,"pull_requests":[
                {"task_index":1,"pr_number":1,"task_description":"c","task_id":"z"},
                {"task_index":1,"pr_number":2,"task_description":"c","x":1}]})",
                    R"("tasks":[{"index":1,"description":"c","status":"pending"}],)"
                    R"("pull_requests":[{"task_index":1,"pr_number":1,"pr_state":"open",)"
                    R"("ai_operations":[],"was.task_id":"z"},{"task_index":1,"pr_number":2,)"
                    R"("pr_state":"open","ai_operations":[],"x":1}]})"},
        DialectCase{"AMemberThatMeansSomethingElseNow",
                    R"({"project":"p","total_tasks":0,"plan":"later","was.plan":1,"x":2})",
                    R"("tasks":[],"pull_requests":[],"was.plan":"later","was.was.plan":1,"x":2})"},
        DialectCase{
            "TooManyTasks", R"({"project":"p","total_tasks":100001})",
            "old.json:1:30: total_tasks is 100001; expected a whole number from 0 to 100000"},
        DialectCase{"ANegativeTotal", R"({"project":"p","total_tasks":-1})",
                    "old.json:1:30: total_tasks is -1; expected a whole number from 0 to 100000"},
        DialectCase{"NoTaskIndex",
                    R"({"project":"p","total_tasks":1,"pull_requests":[{"pr_number":1}]})",
                    "old.json:1:49: pull_requests[0] has no member 'task_index'"}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    Steps, Upgrade,
    testing::Values(
        DialectCase{
            "SeveralOfOneIndex",
            R"({"project":"p","steps":[
                {"step_index":1,"step_description":"a","pr_number":5,"pr_state":"closed"},
                {"task_index":1,"task_description":"b","pr_number":6}]})",
            R"("tasks":[{"index":1,"description":"b","status":"pending","was.description":"a"}],)"
            R"("pull_requests":[{"task_index":1,"pr_number":5,"pr_state":"closed",)"
            R"("ai_operations":[]},{"task_index":1,"pr_number":6,"pr_state":"open",)"
            R"("ai_operations":[]}]})"},
        DialectCase{
            "WithoutADescription", R"({"project":"p","steps":[{"step_index":2}]})",
            R"("tasks":[{"index":2,"description":"Task 2","status":"pending","placeholder":true}],)"
            R"("pull_requests":[]})"},
        DialectCase{
            "WithoutAPullRequestKeepsItsMembers",
            R"({"project":"p","steps":[{"step_index":1,"step_description":"a","pr_number":null,
                "reviewer":null,"title":null,"branch_name":"b","ai_tasks":[{"cost_usd":0.50}],
                "status":"completed","note":null}]})",
            R"("tasks":[{"index":1,"description":"a","status":"completed","branch_name":"b",)"
            R"("ai_tasks":[{"cost_usd":0.50}],"note":null}],)"
            R"("pull_requests":[]})"},
        DialectCase{"SameNotesOfOneTaskAreKeptOnce",
                    R"({"project":"p","steps":[{"step_index":1,"step_description":"a","n":1},
                {"step_index":1,"step_description":"a","n":1},
                {"step_index":1,"step_description":"a","n":2},
                {"step_index":1,"step_description":"a","n":3}]})",
                    R"("tasks":[{"index":1,"description":"a","status":"pending","n":1,"was.n":2,)"
                    R"("was.n.2":3}],"pull_requests":[]})"},
        DialectCase{"RunIdServesThoseWithoutOne",
                    R"({"project":"p","steps":[{"step_index":1,"step_description":"a","pr_number":5,
                "workflow_run_id":"r","ai_tasks":[{},{"workflow_run_id":null},
                {"workflow_run_id":7}]}]})",
                    R"("tasks":[{"index":1,"description":"a","status":"pending"}],)"
                    R"("pull_requests":[{"task_index":1,"pr_number":5,"pr_state":"open",)"
                    R"("ai_operations":[{"workflow_run_id":"r"},{"workflow_run_id":"r"},)"
                    R"({"workflow_run_id":7}]}]})"},
        DialectCase{"RunIdThatServesNobodyIsKept",
                    R"({"project":"p","steps":[{"step_index":1,"step_description":"a","pr_number":5,
                "workflow_run_id":8,"ai_tasks":[{"workflow_run_id":7}]},
                {"step_index":1,"pr_number":6,"workflow_run_id":9.0}]})",
                    R"("tasks":[{"index":1,"description":"a","status":"pending"}],)"
                    R"("pull_requests":[{"task_index":1,"pr_number":5,"pr_state":"open",)"
                    R"("ai_operations":[{"workflow_run_id":7}],"workflow_run_id":8},)"
                    R"({"task_index":1,"pr_number":6,"pr_state":"open","ai_operations":[],)"
                    R"("workflow_run_id":9.0}]})"},
        DialectCase{
            "UnknownMembersGoToThePullRequest",
            R"({"project":"p","x":0,"tasks_done":1,"steps":[{"step_index":1,"step_description":"a",
                "pr_number":5,"task_index":1,"description":"more","x":1}]})",
            R"("tasks":[{"index":1,"description":"a","status":"pending"}],)"
            R"("pull_requests":[{"task_index":1,"pr_number":5,"pr_state":"open",)"
            R"("ai_operations":[],"was.task_index":1,"description":"more","x":1}],)"
            R"("x":0,"tasks_done":1})"},
        DialectCase{"WithoutAnIndex", R"({"project":"p","steps":[{"step_description":"a"}]})",
                    "old.json:1:25: steps[0] has no member 'step_index'"},
        DialectCase{"NoArray", R"({"project":"p","steps":{}})",
                    "old.json:1:24: steps is an object; expected an array"},
        DialectCase{"AStepThatIsNone", R"({"project":"p","steps":[null]})",
                    "old.json:1:25: steps[0] is null; expected an object"},
        DialectCase{
            "ABadOperation",
            R"({"project":"p","steps":[{"step_index":1,"pr_number":5,"ai_tasks":[{"cost_usd":"1"}]}]})",
            "old.json:1:79: steps[0].ai_tasks[0].cost_usd is \"1\"; expected an amount of dollars "
            "such as 0.17"}),
    name_of_row);

constexpr std::string_view kOneTask =
    R"("tasks":[{"index":1,"description":"a","status":"pending"}],"pull_requests":[)"
    R"({"task_index":1,"pr_number":5,"pr_state":"open",)";

std::string legacy(std::string_view members) {
  return R"({"project":"p","tasks":[{"task_index":1,"task_description":"a","pr_number":5,)" +
         std::string(members) + "}]}";
}

std::string with_legacy_pr(std::string_view members) {
  return std::string(kOneTask) + std::string(members) + "}]}";
}

INSTANTIATE_TEST_SUITE_P(
    LegacyTasks, Upgrade,
    testing::Values(
        DialectCase{"FlatCostsBecomeOperations",
                    legacy(R"("model":"m","main_task_cost_usd":0.10,"pr_summary_cost_usd":0,
                      "total_cost_usd":0.1,"workflow_run_id":3,"created_at":"2025-01-01T00:00:00")"),
                    with_legacy_pr(R"("created_at":"2025-01-01T00:00:00","ai_operations":[)"
                                   R"({"type":"PRCreation","model":"m","cost_usd":0.10,)"
                                   R"("created_at":"2025-01-01T00:00:00","workflow_run_id":3},)"
                                   R"({"type":"PRSummary","model":"m","cost_usd":0,)"
                                   R"("created_at":"2025-01-01T00:00:00","workflow_run_id":3}])")},
        DialectCase{"ATotalAloneIsOneOperation", legacy(R"("total_cost_usd":0.5,"model":null)"),
                    with_legacy_pr(
                        R"("ai_operations":[{"type":"PRCreation","model":null,"cost_usd":0.5}])")},
        DialectCase{"ATotalThatIsNoneIsKept",
                    legacy(R"("pr_summary_cost_usd":0.5,"total_cost_usd":0.7)"),
                    with_legacy_pr(R"("ai_operations":[{"type":"PRSummary","cost_usd":0.5}],)"
                                   R"("total_cost_usd":0.7)")},
        DialectCase{"NoCostsNoOperations", legacy(R"("model":"m","workflow_run_id":3)"),
                    with_legacy_pr(R"("ai_operations":[],"model":"m","workflow_run_id":3)")},
        DialectCase{
            "CostsThatRepeatTheOperationsAreDropped",
            legacy(R"("model":"m","main_task_cost_usd":0.2,"pr_summary_cost_usd":0,
                      "total_cost_usd":0.30,"ai_tasks":[
                      {"type":"PRCreation","model":"m","cost_usd":0.1},
                      {"type":"PRCreation","model":"m","cost_usd":0.1},
                      {"type":"Other","model":"m","cost_usd":0.1}])"),
            with_legacy_pr(R"("ai_operations":[{"type":"PRCreation","model":"m","cost_usd":0.1},)"
                           R"({"type":"PRCreation","model":"m","cost_usd":0.1},)"
                           R"({"type":"Other","model":"m","cost_usd":0.1}])")},
        DialectCase{
            "CostsThatContradictAreKept",
            legacy(R"("model":"n","main_task_cost_usd":0.2,"pr_summary_cost_usd":0.1,
                      "total_cost_usd":0.3,"ai_tasks":[{"type":"PRCreation","cost_usd":0.1}])"),
            with_legacy_pr(
                R"("ai_operations":[{"type":"PRCreation","cost_usd":0.1}],)"
                R"("main_task_cost_usd":0.2,"pr_summary_cost_usd":0.1,"total_cost_usd":0.3,)"
                R"("model":"n")")},
        DialectCase{"AnEmptyListIsNone", legacy(R"("ai_tasks":[],"main_task_cost_usd":1)"),
                    with_legacy_pr(R"("ai_operations":[{"type":"PRCreation","cost_usd":1}])")},
        DialectCase{"ItsProjectIsKeptWhenItDiffers", legacy(R"("project":"q")"),
                    with_legacy_pr(R"("ai_operations":[],"project":"q")")},
        DialectCase{"MixedWithPlainTasks",
                    R"({"project":"p","tasks":[{"index":1,"description":"a","status":"pending"},
                {"index":2,"description":"b","pr_number":4,"project":"p","status":"done"}]})",
                    R"("tasks":[{"index":1,"description":"a","status":"pending"},)"
                    R"({"index":2,"description":"b","status":"pending"}],)"
                    R"("pull_requests":[{"task_index":2,"pr_number":4,"pr_state":"open",)"
                    R"("ai_operations":[],"status":"done"}]})"},
        DialectCase{
            "ABadFlatCost", legacy(R"("total_cost_usd":true)"),
            "old.json:1:95: tasks[0].total_cost_usd is true; expected an amount of dollars such as "
            "0.17"}),
    name_of_row);

}  // namespace
}  // namespace claudestep::codec

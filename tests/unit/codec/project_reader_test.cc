#include <gtest/gtest.h>

#include <string>

#include "codec/json_reader.h"
#include "codec/project_codec.h"
#include "codec/value_writer.h"
#include "tests/support/matchers.h"

namespace claudestep::codec {
namespace {

using model::Dialect;
using model::Project;

constexpr std::string_view kFile = "projects/a.json";

// "projects/a.json:1:5: ..." and its causes, a line each.
std::string refusal_of_project(std::string_view bytes) {
  const auto read = read_project(bytes, kFile);
  if (read) return "accepted";
  EXPECT_EQ(read.error().code, ErrorCode::kCorrupt);
  std::string out = to_string(read.error().place) + ": " + read.error().message;
  for (const std::string& cause : read.error().causes) out += "\n  " + cause;
  return out;
}

// The document on one line, after reading and writing.
std::string rewritten(std::string_view bytes) {
  const auto read = read_project(bytes, kFile);
  if (!read) return refusal_of_project(bytes);
  const std::string written = write_project(*read);
  const auto document = read_json(written);
  return document ? compact_json(document->root()) : "unreadable: " + written;
}

// A 2.0 document around the members of its only task, or of its only pull request or operation.
std::string with_task(std::string_view members) {
  return std::string(R"({"project":"a","tasks":[{)").append(members).append("}]}");
}
std::string with_pr(std::string_view members) {
  return std::string(R"({"project":"a","tasks":[],"pull_requests":[{)")
      .append(members)
      .append("}]}");
}
std::string with_op(std::string_view members) {
  return with_pr(std::string(R"("task_index":1,"pr_number":1,"ai_operations":[{)").append(members) +
                 "}]");
}

TEST(TellDialect, LooksAtMembersInOrder) {
  struct Row {
    std::string_view bytes;
    Dialect dialect;
  };
  const Row rows[] = {
      {R"({"spec":{},"executions":[],"total_tasks":1,"steps":[]})", Dialect::kSpecAndExecutions},
      {R"({"total_tasks":1,"steps":[]})", Dialect::kPullRequestCentred},
      {R"({"spec":{},"steps":[]})", Dialect::kSteps},
      {R"({"tasks":[{"index":1},{"pr_number":3}]})", Dialect::kLegacyTasks},
      {R"({"tasks":[{"task_index":1}]})", Dialect::kLegacyTasks},
      {R"({"tasks":[{"step_description":""}]})", Dialect::kLegacyTasks},
      {R"({"tasks":[{"index":1,"model":"m"}]})", Dialect::kLegacyTasks},
      {R"({"tasks":[{"total_cost_usd":1}]})", Dialect::kLegacyTasks},
      {R"({"tasks":[]})", Dialect::kHybrid},
      {R"({"tasks":[{"index":1}]})", Dialect::kHybrid},
      {R"({"tasks":[{"index":1,"model":"m"}],"pull_requests":[]})", Dialect::kHybrid},
      {R"({"tasks":[],"spec":{},"executions":[],"total_tasks":3,"steps":[]})", Dialect::kHybrid},
      {R"({})", Dialect::kHybrid},
      {R"({"tasks":3})", Dialect::kHybrid},
  };
  for (const Row& row : rows) {
    ASSERT_OK_AND_ASSIGN(const Document document, read_json(std::string(row.bytes)));
    EXPECT_EQ(tell_dialect(document.root()), row.dialect) << row.bytes;
  }
}

TEST(ProjectReader, ToleratesWhatIsMerelyMissing) {
  ASSERT_OK_AND_ASSIGN(const Project project,
                       read_project(R"({"project":"a","tasks":[{"index":1,"description":"b"}],
                       "pull_requests":[{"task_index":1,"pr_number":2,"ai_operations":[{}]}]})",
                                    kFile));
  EXPECT_EQ(project.schema_version.value, "2.0");
  EXPECT_TRUE(project.last_updated.is_absent());
  EXPECT_EQ(project.tasks.at(0).status, model::TaskStatus::kPending);
  const model::PullRequest& pr = project.pull_requests.at(0);
  EXPECT_EQ(pr.state, model::PrState::kOpen);
  EXPECT_TRUE(pr.branch_name.is_absent());
  EXPECT_TRUE(pr.reviewer.is_absent());
  EXPECT_TRUE(pr.ai_operations.at(0).cost_usd.is_absent());
  EXPECT_TRUE(pr.ai_operations.at(0).workflow_run_id.is_absent());
}

struct Rewrite {
  std::string before;
  std::string after;
};

class ProjectRewrite : public testing::TestWithParam<Rewrite> {};

TEST_P(ProjectRewrite, KeepsEveryFact) {
  EXPECT_EQ(rewritten(GetParam().before), GetParam().after);
  EXPECT_EQ(rewritten(GetParam().after), GetParam().after);
}

constexpr std::string_view kHead = R"({"schema_version":"2.0","project":"a","tasks":[)";

std::string doc(std::string_view tasks, std::string_view prs, std::string_view rest = "") {
  return std::string(kHead) + std::string(tasks) + R"(],"pull_requests":[)" + std::string(prs) +
         "]" + std::string(rest) + "}";
}

INSTANTIATE_TEST_SUITE_P(
    Hybrid, ProjectRewrite,
    testing::Values(
        Rewrite{R"({"tasks":[],"project":"a"})", doc("", "")},
        Rewrite{R"({"tasks":[],"project":"a","schema_version":null,"last_updated":null,
                    "pull_requests":null,"plan":null,"former_names":null})",
                R"({"schema_version":"2.0","project":"a","last_updated":null,"former_names":null,)"
                R"("plan":null,"tasks":[],"pull_requests":[]})"},
        Rewrite{R"({"tasks":[],"project":"a","schema_version":"1.9"})", doc("", "")},
        Rewrite{R"({"tasks":[],"project":"a","schema_version":"2\u002e1"})",
                R"({"schema_version":"2\u002e1","project":"a","tasks":[],"pull_requests":[]})"},
        Rewrite{R"({"z":1,"tasks":[],"y":{"k": [1.0 ,2]},"project":"a","x\u0020y":"\u00e9"})",
                doc("", "", R"(,"z":1,"y":{"k":[1.0,2]},"x\u0020y":"\u00e9")")},
        Rewrite{with_task(R"("description":"\u00e9\n","index":1e0,"status":null,"id":null)"),
                doc(R"({"index":1e0,"description":"\u00e9\n","status":"pending","id":null})", "")},
        Rewrite{with_task(
                    R"("index":1,"description":"d","claim":{"z":0,"expires":"2026-01-01T02:00:00Z",
                             "at":"2026-01-01 00:00:00","by":"r","reviewer":null},"removed":true,
                             "source":{"requirements":["FR\u002d1"],"q":1,"spec":"s","task":null},
                             "placeholder":null,"checked":false,"depends_on":["a","b"],"id":"i",
                             "status":"completed")"),
                doc(R"({"index":1,"description":"d","status":"completed","id":"i",)"
                    R"("depends_on":["a","b"],"checked":false,"placeholder":null,"removed":true,)"
                    R"("source":{"spec":"s","task":null,"requirements":["FR\u002d1"],"q":1},)"
                    R"("claim":{"by":"r","reviewer":null,"at":"2026-01-01 00:00:00",)"
                    R"("expires":"2026-01-01T02:00:00Z","z":0}})",
                    "")},
        Rewrite{R"({"project":"a","tasks":[],"plan":{"k":1,"kind":"spec.md","path":"p"},
                    "former_names":["b\u0020c"]})",
                R"({"schema_version":"2.0","project":"a","former_names":["b\u0020c"],)"
                R"("plan":{"path":"p","kind":"spec.md","k":1},"tasks":[],"pull_requests":[]})"},
        Rewrite{
            with_pr(R"("pr_number":9007199254740993,"task_index":1,"x":[],"closed_at":null,
                           "title":null,"reviewer":null,"pr_state":null,"ai_operations":null)"),
            doc("",
                R"({"task_index":1,"pr_number":9007199254740993,"reviewer":null,)"
                R"("pr_state":"open","title":null,"closed_at":null,"ai_operations":[],"x":[]})")},
        Rewrite{with_op(R"("cost_usd":0.10,"duration_seconds":1.50,"tokens_input":5000.0)"),
                doc("", R"({"task_index":1,"pr_number":1,"pr_state":"open","ai_operations":[)"
                        R"({"cost_usd":0.10,"tokens_input":5000.0,"duration_seconds":1.50}]})")},
        Rewrite{
            with_op(R"("cost_usd":0.12345678949,"tokens_output":-0,"workflow_run_id":"x")"),
            doc("", R"({"task_index":1,"pr_number":1,"pr_state":"open","ai_operations":[)"
                    R"({"cost_usd":0.12345678949,"workflow_run_id":"x","tokens_output":-0}]})")},
        Rewrite{with_op(R"("cost_usd":-1,"workflow_run_id":123456789012345678901234567890)"),
                doc("", R"({"task_index":1,"pr_number":1,"pr_state":"open","ai_operations":[)"
                        R"({"cost_usd":-1,"workflow_run_id":123456789012345678901234567890}]})")},
        Rewrite{with_op(R"("cost_usd":null,"workflow_run_id":null,"operation_id":"o")"),
                doc("", R"({"task_index":1,"pr_number":1,"pr_state":"open","ai_operations":[)"
                        R"({"cost_usd":null,"workflow_run_id":null,"operation_id":"o"}]})")}));

struct RefusedProject {
  std::string bytes;
  std::string message;
};

class ProjectRefused : public testing::TestWithParam<RefusedProject> {};

TEST_P(ProjectRefused, WithPlaceAndPath) {
  EXPECT_EQ(refusal_of_project(GetParam().bytes), std::string(kFile) + ":" + GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Documents, ProjectRefused,
    testing::Values(
        RefusedProject{"", "1:1: expected a value, found nothing: the document is empty"},
        RefusedProject{"[]", "1:1: the document is an array; expected an object"},
        RefusedProject{"{}", "1:1: the document has no member 'project'"},
        RefusedProject{"\n {\"project\":\"a\"}", "2:2: the document has no member 'tasks'"},
        RefusedProject{R"({"project":3,"tasks":[]})", "1:12: project is 3; expected a string"},
        RefusedProject{R"({"project":"a","tasks":{}})",
                       "1:24: tasks is an object; expected an array"},
        RefusedProject{R"({"project":"a","tasks":null})", "1:24: tasks is null; expected an array"},
        RefusedProject{R"({"project":"a","tasks":[3]})", "1:25: tasks[0] is 3; expected an object"},
        RefusedProject{R"({"project":"a","tasks":[],"pull_requests":true})",
                       "1:43: pull_requests is true; expected an array"},
        RefusedProject{R"({"project":"a","tasks":[],"schema_version":2.0})",
                       "1:44: schema_version is 2.0; expected a string"},
        RefusedProject{R"({"project":"a","tasks":[],"schema_version":"two"})",
                       "1:44: schema_version is \"two\"; expected a version such as \"2.0\""},
        RefusedProject{
            R"({"project":"a","tasks":[],"last_updated":"soon"})",
            "1:42: last_updated is \"soon\"; expected a time such as 2026-01-27T10:00:00Z"},
        RefusedProject{
            R"({"project":"a","tasks":[],"last_updated":1769508000})",
            "1:42: last_updated is 1769508000; expected a time such as 2026-01-27T10:00:00Z"},
        RefusedProject{R"({"project":"a","tasks":[],"last_updated":"2026-02-30T00:00:00Z"})",
                       "1:42: last_updated is \"2026-02-30T00:00:00Z\"; expected a time such as "
                       "2026-01-27T10:00:00Z\n  there is no day 2026-02-30"},
        RefusedProject{R"({"project":"a","tasks":[],"plan":"spec.md"})",
                       "1:34: plan is \"spec.md\"; expected an object"},
        RefusedProject{R"({"project":"a","tasks":[],"former_names":["b",1]})",
                       "1:47: former_names[1] is 1; expected a string"}));

INSTANTIATE_TEST_SUITE_P(
    Tasks, ProjectRefused,
    testing::Values(
        RefusedProject{with_task(""), "1:25: tasks[0] has no member 'index'"},
        RefusedProject{with_task(R"("index":1)"), "1:25: tasks[0] has no member 'description'"},
        RefusedProject{with_task(R"("index":0,"description":"")"),
                       "1:34: tasks[0].index is 0; expected a whole number of 1 or more"},
        RefusedProject{with_task(R"("index":-1,"description":"")"),
                       "1:34: tasks[0].index is -1; expected a whole number of 1 or more"},
        RefusedProject{with_task(R"("index":1.5,"description":"")"),
                       "1:34: tasks[0].index is 1.5; expected a whole number of at most 64 bits"},
        RefusedProject{with_task(R"("index":1e30,"description":"")"),
                       "1:34: tasks[0].index is 1e30; expected a whole number of at most 64 bits"},
        RefusedProject{with_task(R"("index":true,"description":"")"),
                       "1:34: tasks[0].index is true; expected a whole number"},
        RefusedProject{with_task(R"("index":"1","description":"")"),
                       "1:34: tasks[0].index is \"1\"; expected a whole number"},
        RefusedProject{with_task(R"("index":1,"description":null)"),
                       "1:50: tasks[0].description is null; expected a string"},
        RefusedProject{with_task(R"("index":1,"description":"","status":"done")"),
                       "1:62: tasks[0].status is \"done\"; expected one of pending, in_progress, "
                       "completed"},
        RefusedProject{
            with_task(R"("index":1,"description":"","status":1)"),
            "1:62: tasks[0].status is 1; expected one of pending, in_progress, completed"},
        RefusedProject{with_task(R"("index":1,"description":"","checked":"yes")"),
                       "1:63: tasks[0].checked is \"yes\"; expected true or false"},
        RefusedProject{with_task(R"("index":1,"description":"","depends_on":"a")"),
                       "1:66: tasks[0].depends_on is \"a\"; expected an array"},
        RefusedProject{
            with_task(R"("index":1,"description":"","claim":{"by":"a","at":"x"})"),
            "1:76: tasks[0].claim.at is \"x\"; expected a time such as 2026-01-27T10:00:00Z"},
        RefusedProject{with_task(R"("index":1,"description":"","claim":{"by":"a"})"),
                       "1:61: tasks[0].claim has no member 'at'"},
        RefusedProject{with_task(R"("index":1,"description":"","source":[])"),
                       "1:62: tasks[0].source is an array; expected an object"},
        RefusedProject{with_task(R"("index":1,"description":"","source":{"requirements":[null]})"),
                       "1:79: tasks[0].source.requirements[0] is null; expected a string"}));

INSTANTIATE_TEST_SUITE_P(
    PullRequests, ProjectRefused,
    testing::Values(
        RefusedProject{with_pr(""), "1:44: pull_requests[0] has no member 'task_index'"},
        RefusedProject{with_pr(R"("task_index":1)"),
                       "1:44: pull_requests[0] has no member 'pr_number'"},
        RefusedProject{with_pr(R"("task_index":1,"pr_number":null)"),
                       "1:72: pull_requests[0].pr_number is null; expected a whole number"},
        RefusedProject{
            with_pr(R"("task_index":1,"pr_number":0)"),
            "1:72: pull_requests[0].pr_number is 0; expected a whole number of 1 or more"},
        RefusedProject{
            with_pr(R"("task_index":1,"pr_number":1,"pr_state":"MERGED")"),
            "1:85: pull_requests[0].pr_state is \"MERGED\"; expected one of open, merged, "
            "closed"},
        RefusedProject{with_pr(R"("task_index":1,"pr_number":1,"created_at":"soon")"),
                       "1:87: pull_requests[0].created_at is \"soon\"; expected a time such as "
                       "2026-01-27T10:00:00Z"},
        RefusedProject{with_pr(R"("task_index":1,"pr_number":1,"reviewer":["a"])"),
                       "1:85: pull_requests[0].reviewer is an array; expected a string"},
        RefusedProject{
            with_op(R"("cost_usd":"0.10")"),
            "1:103: pull_requests[0].ai_operations[0].cost_usd is \"0.10\"; expected an amount "
            "of dollars such as 0.17"},
        RefusedProject{
            with_op(R"("cost_usd":1e19)"),
            "1:103: pull_requests[0].ai_operations[0].cost_usd is 1e19; expected a number of "
            "at most 10^18"},
        RefusedProject{
            with_op(R"("duration_seconds":true)"),
            "1:111: pull_requests[0].ai_operations[0].duration_seconds is true; expected a "
            "number of seconds such as 12.5"},
        RefusedProject{
            with_op(R"("workflow_run_id":true)"),
            "1:110: pull_requests[0].ai_operations[0].workflow_run_id is true; expected a "
            "number or a string"},
        RefusedProject{
            with_op(R"("tokens_input":0.5)"),
            "1:107: pull_requests[0].ai_operations[0].tokens_input is 0.5; expected a whole "
            "number of at most 64 bits"}));

TEST(ProjectReader, ShowsLongAndStrangeValuesCut) {
  EXPECT_EQ(refusal_of_project(with_task(R"("index":1,"description":"","status":")" +
                                         std::string(200, 'x') + R"(\u001b[1m")")),
            "projects/a.json:1:62: tasks[0].status is \"" + std::string(30, 'x') + "…" +
                std::string(25, 'x') +
                "\\x1b[1m\"; expected one of pending, in_progress, completed");
}

TEST(ProjectReader, ReadsANewerSchemaAsFarAsItGoes) {
  ASSERT_OK_AND_ASSIGN(
      const Project project,
      read_project(R"({"schema_version":"3.1","project":"a","tasks":[],"epics":[1]})", kFile));
  EXPECT_TRUE(model::is_newer_schema(project.schema_version.value));
  EXPECT_EQ(project.extra.size(), 1U);
  EXPECT_EQ(refusal_of_project(R"({"schema_version":"3.1","project":"a","tasks":[{"index":"x"}]})"),
            "projects/a.json:1:57: tasks[0].index is \"x\"; expected a whole number");
}

TEST(ReadAiOperations, TakesOneOrMany) {
  ASSERT_OK_AND_ASSIGN(const auto one, read_ai_operations(R"({"type":"PRCreation","x":1})", "o"));
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one.at(0).type->value, "PRCreation");
  EXPECT_EQ(one.at(0).extra.size(), 1U);
  ASSERT_OK_AND_ASSIGN(const auto two, read_ai_operations(R"([{"cost_usd":0},{}])", "o"));
  EXPECT_EQ(two.size(), 2U);
  ASSERT_OK_AND_ASSIGN(const auto none, read_ai_operations("[]", "o"));
  EXPECT_TRUE(none.empty());
}

TEST(ReadAiOperations, RefusesWhatACallerMustNotRecord) {
  struct Row {
    std::string_view bytes;
    std::string_view message;
  };
  const Row rows[] = {
      {"3", "o.json:1:1: the document is 3; expected an operation or an array of them"},
      {"[3]", "o.json:1:2: [0] is 3; expected an object"},
      {"[", "o.json:1:2: expected a value or ']', found the end of the document"},
      {R"({"cost_usd":-0.1})", "o.json:1:13: cost_usd is -0.1; expected a number of 0 or more"},
      {R"([{"tokens_input":-1}])",
       "o.json:1:18: [0].tokens_input is -1; expected a number of 0 or more"},
      {R"({"tokens_output":-1})",
       "o.json:1:18: tokens_output is -1; expected a number of 0 or more"},
      {R"({"tokens_cache_read":-1})",
       "o.json:1:22: tokens_cache_read is -1; expected a number of 0 or more"},
      {R"({"tokens_cache_write":-1})",
       "o.json:1:23: tokens_cache_write is -1; expected a number of 0 or more"},
      {R"({"duration_seconds":-0.5})",
       "o.json:1:21: duration_seconds is -0.5; expected a number of 0 or more"},
  };
  for (const Row& row : rows) {
    const auto read = read_ai_operations(std::string(row.bytes), "o.json");
    ASSERT_FALSE(read.has_value()) << row.bytes;
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidInput);
    EXPECT_EQ(to_string(read.error().place) + ": " + read.error().message, row.message);
  }
}

}  // namespace
}  // namespace claudestep::codec

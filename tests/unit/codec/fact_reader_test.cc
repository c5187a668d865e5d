#include "codec/fact_reader.h"

#include <gmock/gmock.h>

#include <string>

#include "codec/project_codec.h"
#include "model/derive.h"
#include "tests/support/matchers.h"
#include "tests/unit/model/facts_text.h"

namespace claudestep::codec {
namespace {

using model::test::facts_text;
using test::FailsWith;
using test::IsOk;

// Everything that schema 2.0 has, once.
constexpr std::string_view kWhole = R"({
  "schema_version": "2.0",
  "project": "auth",
  "created_at": "2026-01-01T00:00:00Z",
  "last_updated": "2026-01-05T00:00:00Z",
  "former_names": ["login"],
  "plan": {"path": "spec.md", "kind": "spec.md", "x": [1, {"y": null}]},
  "tasks": [
    {"index": 1, "description": "One", "status": "completed", "id": "aaaaaaaa"},
    {"index": 2, "description": "T\u0077o \"", "status": "in_progress", "id": "bbbbbbbb",
     "depends_on": ["aaaaaaaa"], "source": {"spec": "s", "task": null, "requirements": ["R1"]}},
    {"index": 3, "description": "Three", "id": "cccccccc",
     "claim": {"by": "ci", "reviewer": "ann", "at": "2026-01-04T00:00:00Z",
               "expires": "2026-01-04T02:00:00Z"}},
    {"index": 4, "description": "Four", "id": "dddddddd", "removed": true, "checked": false},
    {"index": 5, "description": "Five", "id": "eeeeeeee", "checked": true, "placeholder": true}
  ],
  "pull_requests": [
    {"task_index": 1, "task_id": "aaaaaaaa", "pr_number": 7, "branch_name": "b", "reviewer": "ann",
     "pr_state": "merged", "created_at": "2026-01-02T00:00:00Z", "title": "First",
     "merged_at": "2026-01-03T00:00:00.25+02:00", "merge_commit": "c0ffee", "x": {"a": [], "b": {}},
     "ai_operations": [
       {"type": "PRCreation", "model": "sonnet", "cost_usd": 0.1234567891,
        "created_at": "2026-01-02T00:00:01Z", "workflow_run_id": 12, "tokens_input": 1e3,
        "tokens_output": 5, "duration_seconds": 7.25, "tokens_cache_read": 1,
        "tokens_cache_write": null},
       {"type": "PRSummary", "model": null, "cost_usd": 1.5e-05, "workflow_run_id": "run-1",
        "operation_id": "op"}]},
    {"task_index": 9, "task_id": "bbbbbbbb", "pr_number": 8, "reviewer": null, "pr_state": "open",
     "created_at": "2026-01-03T00:00:00", "title": null, "ai_operations": null},
    {"task_index": 9, "pr_number": 9, "pr_state": "closed", "closed_at": "2026-01-03T00:00:00Z"}
  ]
}
)";

constexpr std::string_view kWholeText =
    R"(schema 2.0 unreadable 
times 1767225600.0 1767571200.0 never
sums 123471789 1000 5 7250000
counts 4 2 1 1 1 1
task 1 completed 000 1
task 2 in_progress 000 1
task 3 pending 000 0
task 4 pending 100 0
task 5 completed 011 0
pr 7 1 0 merged ann 1767312000.0 1767391200.250000000 never
  op PRCreation sonnet 123456789 1767312001.0 7250000 1000 5 1 0
  op PRSummary  15000 never 0 0 0 0 0
pr 8 2 1 open  1767398400.0 never never
pr 9 9 -1 closed  never never 1767398400.0
claim 2 ci ann 1767484800.0 1767492000.0 Three
waiting 1767398400.0 8 2  1 |Two "
reviewer ann 123471789 0 1 0
reviewer  0 1 0 1
)";

std::string read_both_ways(std::string_view bytes, bool plain) {
  FactReader reader;
  model::FactsTable table;
  EXPECT_EQ(reader.read_plain(bytes, table), plain) << bytes;
  EXPECT_EQ(table.projects.size(), plain ? 1U : 0U);
  EXPECT_THAT(reader.read(bytes, "f", table), IsOk()) << bytes;
  auto project = read_project(bytes, "f");
  EXPECT_THAT(project, IsOk());
  model::settle(*project);
  model::FactsTable expected;
  expected.add(*project);
  std::string text = facts_text(table, table.projects.size() - 1);
  EXPECT_EQ(text, facts_text(expected, 0));
  return text;
}

// What is tested to be the same is also tested to be right, once.
TEST(FactReader, TellsAllThatAProjectHas) {
  EXPECT_EQ(read_both_ways(kWhole, true), kWholeText);
}

// `tasks` and `pull_requests` of a document, in place of those above.
std::string document(std::string_view tasks, std::string_view pull_requests) {
  std::string text = R"({"project": "p", "tasks": [)";
  text += tasks;
  text += R"(], "pull_requests": [)";
  return text.append(pull_requests) + "]}";
}

TEST(FactReader, ReadsPlainDocumentsWithoutRecords) {
  constexpr std::string_view kTask = R"({"index": 1, "description": "a"})";
  for (const std::string& text :
       {document("", ""), document(kTask, R"({"task_index": 1, "pr_number": 1})"),
        document(kTask, R"({"task_index": 2, "pr_number": 1, "created_at": null})"),
        document(R"({"index": 1, "description": "a", "id": null, "id2": ""})", ""),
        document("", R"({"task_index": 1, "task_id": "x", "pr_number": 1})"),
        std::string(R"({"tasks": [], "project": "p", "pull_requests": null, "spec": 1})")}) {
    read_both_ways(text, true);
  }
}

// Right, but read the long way.
TEST(FactReader, LeavesOddDocumentsToTheReaderOfRecords) {
  constexpr std::string_view kTask = R"({"index": 1, "description": "a"})";
  for (const std::string& text :
       {std::string(R"({"project": "p", "tasks": []})"),
        std::string(R"({"project": "p", "total_tasks": 2, "pull_requests": []})"),
        "\xef\xbb\xbf" + document("", ""),
        document(R"({"index": 1, "description": "a", "id": "x"}, {"index": 2, "description": "b"})",
                 ""),
        document(R"({"index": 1, "description": "a", "id": "x"},
                    {"index": 2, "description": "b", "id": "x"})",
                 R"({"task_index": 1, "task_id": "x", "pr_number": 1, "pr_state": "merged"})"),
        document(std::string(kTask) + ", " + std::string(kTask),
                 R"({"task_index": 1, "pr_number": 1, "pr_state": "merged"})"),
        document(kTask, R"({"task_index": 1, "pr_number": 1, "task_id": "2c26b46b"})"),
        document(kTask,
                 R"({"task_index": 1, "pr_number": 1, "created_at": "2999-01-01T00:00:00Z"})"),
        document(kTask, R"({"task_index": 1, "pr_number": 1,
                            "ai_operations": [{"cost_usd": 99999999999}]})"),
        std::string(R"({"project": "p", "\u0074asks": [], "pull_requests": []})")}) {
    read_both_ways(text, false);
  }
}

// As the reader of records does: with its very words.
void expect_refused(const Status& status, std::string_view text) {
  ASSERT_FALSE(status.has_value()) << text;
  const auto project = read_project(text, "f");
  ASSERT_FALSE(project.has_value()) << text;
  EXPECT_EQ(status.error(), project.error()) << text;
}

// Wrong in places that nobody needs to look at.
TEST(FactReader, RefusesWhatTheReaderOfRecordsRefuses) {
  for (const std::string_view extra : {R"("x": 01)",
                                       R"("x": 1.)",
                                       R"("x": .5)",
                                       R"("x": 1e)",
                                       R"("x": +1)",
                                       R"("x": -)",
                                       R"("x": tru)",
                                       R"("x": nulll)",
                                       R"("x": "\x")",
                                       R"("x": "\ud800")",
                                       R"("x": "\udc00\ud800")",
                                       R"("x": "\u12g4")",
                                       R"("x": [1 2])",
                                       R"("x": [1,])",
                                       R"("x": {"a" 1})",
                                       R"("x": {"a":1,})",
                                       R"("x": {"a":1,"a":2})",
                                       R"("x": {"a":1,"\u0061":2})",
                                       R"("x": 1, "x": 2)",
                                       R"("x": 1 "y": 2)",
                                       R"("x": "a" "b")",
                                       R"("x": "a"b)",
                                       R"("x": 12"b")",
                                       "\"x\": \"\t\"",
                                       "\"x\": \"\xff\"",
                                       "\"x\":\f1",
                                       R"("x")",
                                       R"("x":)",
                                       R"(x: 1)",
                                       R"("project": "q")",
                                       R"("created_at": "soon")",
                                       R"("plan": 3)",
                                       R"("plan": {"path": 1})",
                                       R"("former_names": [1])",
                                       R"("schema_version": "two")",
                                       R"("last_updated": 1)"}) {
    std::string text = R"({"project": "p", "tasks": [], "pull_requests": [], )";
    text.append(extra).append("}");
    FactReader reader;
    model::FactsTable table;
    EXPECT_FALSE(reader.read_plain(text, table)) << text;
    expect_refused(reader.read(text, "f", table), text);
    EXPECT_TRUE(table.projects.empty());
  }
  for (const std::string_view task :
       {R"({"index": 0, "description": "a"})", R"({"index": 1})", R"({"description": "a"})",
        R"({"index": 1, "description": null})",
        R"({"index": 1, "description": "a", "status": "x"})",
        R"({"index": 1, "description": "a", "checked": 1})",
        R"({"index": 1, "description": "a", "claim": {"by": "x"}})", R"([])", R"(1)"}) {
    FactReader reader;
    model::FactsTable table;
    expect_refused(reader.read(document(task, ""), "f", table), document(task, ""));
    EXPECT_TRUE(table.tasks.empty());
  }
}

TEST(FactReader, KeepsItsLimits) {
  FactReader reader;
  model::FactsTable table;
  const std::string deep(200, '[');
  const std::string closed(200, ']');
  const std::string text =
      R"({"project": "p", "tasks": [], "pull_requests": [], "x": )" + deep + closed + "}";
  EXPECT_THAT(reader.read(text, "f", table), FailsWith(ErrorCode::kCorrupt, "nested deeper"));
  std::string tasks;
  for (int i = 1; i <= 600; ++i) {
    if (i > 1) tasks += ",";
    tasks += R"({"index": )" + std::to_string(i) + R"(, "description": "a"})";
  }
  EXPECT_FALSE(reader.read_plain(document(tasks, ""), table));
  EXPECT_THAT(reader.read(document(tasks, ""), "f", table), IsOk());
  EXPECT_EQ(table.projects.at(0).planned, 600U);
}

}  // namespace
}  // namespace claudestep::codec

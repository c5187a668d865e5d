#include "codec/plain_project.h"

#include <gtest/gtest.h>

#include "codec/project_codec.h"

namespace claudestep::codec {
namespace {

constexpr std::string_view kPlainFile = R"({
  "schema_version": "2.0",
  "project": "auth",
  "created_at": "2026-01-01T00:00:00Z",
  "former_names": [
    "login"
  ],
  "plan": {
    "path": "spec.md"
  },
  "tasks": [
    {
      "index": 1,
      "description": "One – ä",
      "status": "completed",
      "id": "one",
      "depends_on": [
        "two",
        "three"
      ],
      "checked": true,
      "by_hand": false,
      "source": {
        "spec": "s.md",
        "task": "T1",
        "requirements": [
          "FR-1"
        ]
      },
      "claim": {
        "by": "ci",
        "at": "2026-01-02T00:00:00Z",
        "expires": "2026-01-03T00:00:00Z"
      }
    },
    {
      "index": 2,
      "description": "Two",
      "status": "pending",
      "id": "two",
      "depends_on": []
    }
  ],
  "pull_requests": [
    {
      "task_index": 1,
      "task_id": "one",
      "pr_number": 7,
      "pr_state": "merged",
      "created_at": "2026-01-02T00:00:00Z",
      "title": "One",
      "merged_at": "2026-01-03T00:00:00Z",
      "ai_operations": [
        {
          "type": "PRCreation",
          "cost_usd": 0.25,
          "created_at": "2026-01-02T00:00:00Z",
          "workflow_run_id": 12,
          "operation_id": "op-1",
          "tokens_input": 0,
          "duration_seconds": 1.5
        },
        {
          "created_at": "2026-01-02T00:00:01Z",
          "workflow_run_id": "12"
        }
      ]
    },
    {
      "task_index": 2,
      "task_id": "two",
      "pr_number": 8,
      "branch_name": "b",
      "pr_state": "open",
      "created_at": "2026-01-04T00:00:00Z",
      "ai_operations": []
    }
  ]
}
)";

std::string with(std::string_view old, std::string_view changed) {
  std::string file(kPlainFile);
  const std::size_t at = file.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return file.replace(at, old.size(), changed);
}

// "11/01": which tasks and pull requests are plain.
std::string plainness(const std::string& file) {
  const auto records = find_records(file);
  if (!records) return "other";
  std::string word;
  for (const PlainTask& task : records->tasks) word += task.is_plain ? '1' : '0';
  word += '/';
  for (const PlainPullRequest& pr : records->pull_requests) word += pr.is_plain ? '1' : '0';
  return word;
}

TEST(PlainProject, IsWrittenAsItIsRead) {
  EXPECT_EQ(write_project(read_project(kPlainFile, "a.json").value()), kPlainFile);
}

TEST(PlainProject, HasItsRecords) {
  const auto records = find_records(kPlainFile);
  ASSERT_TRUE(records);
  ASSERT_EQ(records->tasks.size(), 2U);
  EXPECT_EQ(records->tasks[0].id, "one");
  EXPECT_TRUE(records->tasks[0].checked);
  EXPECT_EQ(records->tasks[0].status, model::TaskStatus::kCompleted);
  EXPECT_EQ(records->tasks[1].index, 2);
  ASSERT_EQ(records->pull_requests.size(), 2U);
  const PlainPullRequest& pr = records->pull_requests[0];
  EXPECT_EQ(pr.number, 7);
  EXPECT_EQ(pr.task_id, "one");
  EXPECT_EQ(pr.created_at, "2026-01-02T00:00:00Z");
  EXPECT_EQ(pr.state, model::PrState::kMerged);
  EXPECT_EQ(records->operation_ids, std::vector<std::string_view>{"op-1"});
  EXPECT_EQ(pr.first_operation, 0U);
  EXPECT_EQ(pr.last_operation, 1U);
  EXPECT_EQ(records->pull_requests[1].first_operation, 1U);
  std::vector<std::string_view> tasks = {records->tasks[0].bytes, records->tasks[1].bytes};
  std::vector<std::string_view> prs = {pr.bytes, records->pull_requests[1].bytes};
  EXPECT_EQ(join_records(records->head, tasks, prs), kPlainFile);
  EXPECT_EQ(plainness(join_records(records->head, {}, prs)), "/11");
  EXPECT_EQ(plainness(join_records(records->head, tasks, {})), "11/");
}

TEST(PlainProject, TakesTheRecordsOfAnotherVersion) {
  const auto base = find_records(kPlainFile);
  const std::string changed = with("\"Two\"", "\"Zwei\"");
  const auto records = find_records(changed, &*base);
  ASSERT_TRUE(records);
  EXPECT_EQ(records->tasks[0].same_as, 0U);
  EXPECT_EQ(records->tasks[1].same_as, std::nullopt);
  EXPECT_EQ(records->pull_requests[1].same_as, 1U);
  EXPECT_EQ(records->tasks[0].bytes.data(), base->tasks[0].bytes.data());
  EXPECT_NE(records->tasks[1].bytes.data(), base->tasks[1].bytes.data());
  EXPECT_EQ(records->pull_requests[0].bytes.data(), base->pull_requests[0].bytes.data());
  EXPECT_EQ(records->pull_requests[1].bytes.data(), base->pull_requests[1].bytes.data());
}

TEST(PlainProject, TakesTheRecordsBehindOneThatIsGone) {
  const auto base = find_records(kPlainFile);
  const std::string shorter = join_records(base->head, std::vector{base->tasks[1].bytes},
                                           std::vector{base->pull_requests[1].bytes});
  const auto records = find_records(shorter, &*base);
  ASSERT_TRUE(records);
  ASSERT_EQ(records->tasks.size(), 1U);
  EXPECT_EQ(records->tasks[0].same_as, 1U);
  ASSERT_EQ(records->pull_requests.size(), 1U);
  EXPECT_EQ(records->pull_requests[0].same_as, 1U);
  // What stands between two records counts as well.
  EXPECT_FALSE(find_records(
      with("    },\n    {\n      \"index\"", "    } ,\n    {\n      \"index\""), &*base));
}

// What reading and writing would change, or what may not be valid.
TEST(PlainProject, KnowsWhatIsNotPlain) {
  EXPECT_EQ(plainness(with("\"Two\"", "\"T\\u0077o\"")), "10/11");
  EXPECT_EQ(plainness(with("\"Two\"", "null")), "10/11");
  EXPECT_EQ(plainness(with("\"Two\"", "\"T\two\"")), "10/11");
  EXPECT_EQ(plainness(with("\"pending\"", "\"done\"")), "10/11");
  EXPECT_EQ(plainness(with("\"checked\": true", "\"checked\": truer")), "01/11");
  EXPECT_EQ(plainness(with("\"by_hand\": false", "\"more\": false")), "01/11");
  EXPECT_EQ(plainness(with("      \"status\": \"pending\"", "       \"status\": \"pending\"")),
            "10/11");
  EXPECT_EQ(plainness(with("\"merged_at\": \"2026-01-03", "\"merged_at\": \"2026-02-30")), "11/01");
  EXPECT_EQ(plainness(with("T00:00:00Z\",\n      \"title\"", "T00:00:00Z\",\n      \"tytle\"")),
            "11/01");
  EXPECT_EQ(plainness(with("0.25", ".25")), "11/01");
  EXPECT_EQ(plainness(with("0.25", "00.25")), "11/01");
  EXPECT_EQ(plainness(with("0.25", "-0.25")), "11/01");
  EXPECT_EQ(plainness(with("0.25", "1e3")), "11/01");
  EXPECT_EQ(plainness(with("\"tokens_input\": 0", "\"tokens_input\": 1234567890123456789")),
            "11/01");
  EXPECT_EQ(plainness(with("T00:00:01Z", "T00:00:00Z")), "11/01");  // two runs at one time
  EXPECT_EQ(plainness(with("\"ai_operations\": []", "\"ai_operations\": [ ]")), "11/10");
}

TEST(PlainProject, IsNoFileThatIsLaidOutInAnotherWay) {
  for (const auto& [old, changed] : std::vector<std::pair<std::string, std::string>>{
           {"\"2.0\"", "\"2.1\""},
           {"\"path\"", R"("x": [}, "path")"},
           {"  \"plan\"", "  \"x\": 1,\n  \"plan\""},
           {"\"index\": 2", "\"index\": 0"},
           {"\"index\": 2", R"("index": 2, "index": 2)"},
           {R"("id": "two")", R"("id": "")"},
           {R"("id": "two")", R"("name": "two")"},
           {R"("id": "two")", R"("id": "tw\u006f")"},
           {"\"pr_number\": 8", "\"pr_number\": 8.0"},
           {"\"task_id\": \"two\",\n", ""},
           {R"("created_at": "2026-01-04T00:00:00Z")", R"("created_at": "2026-01-04")"},
           {"    },\n    {", "    }\n    {"},
           {"  ],\n  \"pull", "  ], \"pull"},
           {"\n}\n", "\n}\n\n"},
           {"\n}\n", ""},
           {"One –", "One \x80"},
           {"auth\"", "auth"}}) {
    EXPECT_EQ(plainness(with(old, changed)), "other") << old << " -> " << changed;
  }
  for (std::size_t size = 0; size < kPlainFile.size(); ++size) {
    EXPECT_EQ(plainness(std::string(kPlainFile.substr(0, size))), "other") << size;
  }
}

constexpr std::string_view kSimpleFile = R"({
  "schema_version": "2.0",
  "project": "auth",
  "created_at": "2026-01-01T00:00:00Z",
  "last_updated": "2026-01-02T00:00:00Z",
  "tasks": [
    {
      "index": 1,
      "description": "One – ä",
      "status": "completed",
      "id": "one",
      "checked": true
    },
    {
      "index": 7,
      "description": "",
      "status": "in_progress",
      "id": "two",
      "checked": false
    },
    {
      "index": 3,
      "description": "Three",
      "status": "pending",
      "id": "three"
    }
  ],
  "pull_requests": []
}
)";

// What read_simple() makes of the head and the tasks of a file.
std::optional<model::Project> read_simple_file(const std::string& file) {
  const auto records = find_records(file);
  EXPECT_TRUE(records) << file;
  if (!records) return std::nullopt;
  std::vector<std::string_view> tasks;
  for (const PlainTask& task : records->tasks) tasks.push_back(task.bytes);
  return read_simple(records->head, tasks);
}

TEST(SimpleProject, IsReadAsAnyOther) {
  const std::string whole(kSimpleFile);
  std::vector<std::string> files = {whole};
  for (const std::string_view line :
       {"  \"created_at\": \"2026-01-01T00:00:00Z\",\n",
        "  \"last_updated\": \"2026-01-02T00:00:00Z\",\n", ",\n      \"checked\": true"}) {
    files.push_back(whole);
    files.back().erase(whole.find(line), line.size());
  }
  for (const std::string& file : files) {
    const auto simple = read_simple_file(file);
    ASSERT_TRUE(simple) << file;
    EXPECT_EQ(*simple, read_project(file, "a.json").value()) << file;
    EXPECT_EQ(write_project(*simple), file);
  }
}

TEST(SimpleProject, IsNoneThatSaysMore) {
  for (const auto& [old, changed] : std::vector<std::pair<std::string, std::string>>{
           {"\"auth\"", R"("au\u0074h")"},
           {"\"2026-01-01T00:00:00Z\"", "null"},
           {"\"2026-01-01T00:00:00Z\"", "\"2026-01-01T01:00:00+01:00\""},
           {"\"2026-01-01T00:00:00Z\"", "\"2026-02-30T00:00:00Z\""},
           {"  \"tasks\"", "  \"former_names\": [\n    \"x\"\n  ],\n  \"tasks\""},
           {"  \"tasks\"", "  \"plan\": {},\n  \"tasks\""},
           {"\"Three\"", R"("Thr\u0065e")"},
           {"\"pending\"", "\"done\""},
           {"\"pending\",", "\"pending\",\n      \"note\": 1,"},
           {"\"checked\": true", "\"checked\": null"},
           {"\"checked\": true", "\"checked\": true,\n      \"by_hand\": true"},
           {R"("id": "three")", "\"id\": \"three\",\n      \"depends_on\": []"},
           {"\"index\": 3", "\"index\":3"}}) {
    std::string file(kSimpleFile);
    file.replace(file.find(old), old.size(), changed);
    EXPECT_FALSE(read_simple_file(file)) << file;
  }
}

}  // namespace
}  // namespace claudestep::codec

// One file under fsck: places and words, and that the shape of a document and its reader agree.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "codec/json_reader.h"
#include "codec/project_codec.h"
#include "codec/value_writer.h"
#include "store/fsck.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using check::Diagnostic;
using check::Severity;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Diagnostic> check(const std::string& bytes, const std::string& name = "auth") {
  return check_file(bytes, {"projects/" + name + ".json", name, test::kEpoch});
}

std::vector<std::string> lines(const std::vector<Diagnostic>& findings) {
  std::vector<std::string> out;
  out.reserve(findings.size());
  for (const Diagnostic& found : findings) {
    out.push_back(to_string(found.place) + " " + found.code + ": " + found.message);
  }
  return out;
}

TEST(FsckFile, RealFilesGiveWarningsOnly) {
  for (const Diagnostic& found : check(sample_project("auth"))) {
    EXPECT_EQ(found.severity, Severity::kWarning) << found.code << ": " << found.message;
  }
}

TEST(FsckFile, SaysWhereAndWhat) {
  EXPECT_THAT(lines(check(sample_project("auth"))),
              ElementsAre("projects/auth.json:4:19 time/no-zone: last_updated is "
                          "\"2025-12-29T21:37:06.201227\", which has no zone; it is read as UTC",
                          "projects/auth.json:24:21 time/no-zone: pull_requests[0].created_at is "
                          "\"2025-12-29T21:33:07.158704\", which has no zone; it is read as UTC",
                          "projects/auth.json:25:24 pr/no-operations: #80 has no AI operations"));
}

TEST(FsckFile, TellsAllThatIsWrongInAFileThatCannotBeRead) {
  const std::string bytes = R"({
  "schema_version": 2,
  "project": "auth",
  "last_updated": "yesterday",
  "tasks": [
    {"index": 0, "description": "one", "status": "complete"},
    {"description": 2},
    "three"
  ],
  "pull_requests": [
    {"task_index": 1, "pr_number": 1.5, "pr_state": "opened", "created_at": "2025-13-01T00:00:00Z",
     "ai_operations": [{"cost_usd": "0.17", "tokens_input": -4, "workflow_run_id": true}]}
  ]
})";
  EXPECT_THAT(
      lines(check(bytes)),
      ElementsAre(
          "projects/auth.json:2:21 schema/type: schema_version is 2; expected a version such as "
          "\"2.0\"",
          "projects/auth.json:4:19 schema/format: last_updated is \"yesterday\"; expected a time "
          "such as 2026-01-27T10:00:00Z",
          "projects/auth.json:6:15 schema/minimum: tasks[0].index is 0; expected a whole number of "
          "1 or more",
          "projects/auth.json:6:50 schema/enum: tasks[0].status is \"complete\"; expected one of "
          "pending, in_progress, completed (did you mean completed?)",
          "projects/auth.json:7:5 schema/required: tasks[1] has no member 'index'",
          "projects/auth.json:7:5 schema/required: tasks[1] has no member 'status'",
          "projects/auth.json:7:21 schema/type: tasks[1].description is 2; expected a string",
          "projects/auth.json:8:5 schema/type: tasks[2] is \"three\"; expected an object",
          "projects/auth.json:11:36 schema/type: pull_requests[0].pr_number is 1.5; expected a "
          "whole number of at most 64 bits",
          "projects/auth.json:11:53 schema/enum: pull_requests[0].pr_state is \"opened\"; expected "
          "one of open, merged, closed (did you mean open?)",
          "projects/auth.json:11:77 schema/format: pull_requests[0].created_at is "
          "\"2025-13-01T00:00:00Z\"; expected a time such as 2026-01-27T10:00:00Z: there is no "
          "month 13",
          "projects/auth.json:12:37 schema/type: pull_requests[0].ai_operations[0].cost_usd is "
          "\"0.17\"; expected an amount of dollars such as 0.17",
          "projects/auth.json:12:61 op/negative: pull_requests[0].ai_operations[0].tokens_input is "
          "-4, which is negative",
          "projects/auth.json:12:84 schema/type: "
          "pull_requests[0].ai_operations[0].workflow_run_id is true; expected a number or a "
          "string"));
  for (const Diagnostic& found : check(bytes)) EXPECT_FALSE(found.fixable) << found.message;
}

TEST(FsckFile, RepairsWhatTheNextWriteAdds) {
  const auto findings =
      check(R"({"project": "auth", "tasks": [{"index": 1, "description": "a"}]})");
  EXPECT_THAT(lines(findings),
              ElementsAre("projects/auth.json:1:1 schema/required: the document has no member "
                          "'schema_version'",
                          "projects/auth.json:1:1 schema/required: the document has no member "
                          "'pull_requests'",
                          "projects/auth.json:1:31 schema/required: tasks[0] has no member "
                          "'status'"));
  for (const Diagnostic& found : findings) {
    EXPECT_TRUE(found.fixable) << found.message;
    EXPECT_EQ(found.severity, check::Severity::kWarning) << found.message;
  }
}

TEST(FsckFile, TellsAWholeNumberThatIsTooLargeFromNone) {
  EXPECT_THAT(
      lines(check(R"({"schema_version": "2.0", "project": "auth", "tasks": [], "pull_requests": [
{"task_index": -9223372036854775809, "pr_number": 9223372036854775808, "pr_state": "open",
 "ai_operations": []}]})")),
      ElementsAre("projects/auth.json:2:16 schema/minimum: pull_requests[0].task_index is "
                  "-9223372036854775809; expected a whole number of at most 64 bits",
                  "projects/auth.json:2:51 schema/maximum: pull_requests[0].pr_number is "
                  "9223372036854775808; expected a whole number of at most 64 bits"));
}

TEST(FsckFile, FindsAllOfATimeThatIsOddTwice) {
  const auto findings = check(
      R"({"schema_version": "2.0", "project": "auth", "last_updated": "2031-01-01T00:00:00",
          "tasks": [], "pull_requests": []})");
  EXPECT_THAT(lines(findings),
              ElementsAre("projects/auth.json:1:62 time/future: last_updated is "
                          "\"2031-01-01T00:00:00\", but it is only 2026-01-01T00:00:00Z",
                          "projects/auth.json:1:62 time/no-zone: last_updated is "
                          "\"2031-01-01T00:00:00\", which has no zone; it is read as UTC"));
}

TEST(FsckFile, TakesNoEndOfAClaimForAMistake) {
  EXPECT_THAT(check(R"({
  "schema_version": "2.0",
  "project": "auth",
  "tasks": [
    {
      "index": 1,
      "description": "a",
      "status": "pending",
      "id": "ca978112",
      "claim": {
        "by": "bot",
        "at": "2026-01-01T00:00:00Z",
        "expires": "2026-01-01T02:00:00Z"
      }
    }
  ],
  "pull_requests": []
}
)"),
              IsEmpty());
}

TEST(FsckFile, SaysNothingElseOfANewerFile) {
  EXPECT_THAT(lines(check(R"({"schema_version": "2.1", "tasks": "elsewhere"})")),
              ElementsAre("projects/auth.json:1:20 project/newer-schema: the schema is '2.1', and "
                          "this claudestep knows 2.0"));
}

TEST(FsckFile, FindsTheRecordsOfOldForms) {
  const std::string steps = R"({
  "project": "auth", "last_updated": "2026-01-01T00:00:00Z",
  "steps": [
    {"step_index": 1, "step_description": "one", "pr_number": 4, "pr_state": "open"},
    {"step_index": 3, "step_description": "three", "pr_number": 4, "pr_state": "open",
     "ai_tasks": [{"type": "PRCreation", "cost_usd": -1}]}
  ]
})";
  EXPECT_THAT(
      lines(check(steps)),
      ElementsAre("projects/auth.json project/old-dialect: the file has an older form, '1.0 "
                  "steps'",
                  "projects/auth.json:4:5 pr/no-operations: #4 has no AI operations",
                  "projects/auth.json:5:20 task/index-gap: the index 3 follows 1: no task "
                  "has 2",
                  "projects/auth.json:5:65 pr/duplicate-number: #4 is recorded a second "
                  "time",
                  "projects/auth.json:6:54 op/negative: steps[1].ai_tasks[0].cost_usd is "
                  "-1, which is negative"));
}

// --- the shape of a document and its reader ---

// Visits every value of a document, each before those inside it. A visit may change its value if it
// puts it back as it was.
void for_each_place(Value& value, const std::function<void(Value&)>& visit) {
  visit(value);
  for (Value& item : value.items) for_each_place(item, visit);
  for (Member& member : value.members) for_each_place(member.value, visit);
}

Value scalar(ValueKind kind, std::string text) {
  Value value;
  value.kind = kind;
  value.text = std::move(text);
  return value;
}

std::vector<Value> replacements() {
  Value object;
  object.kind = ValueKind::kObject;
  Value array;
  array.kind = ValueKind::kArray;
  return {scalar(ValueKind::kNull, ""),
          scalar(ValueKind::kBool, ""),
          scalar(ValueKind::kNumber, "0"),
          scalar(ValueKind::kNumber, "-3"),
          scalar(ValueKind::kNumber, "7"),
          scalar(ValueKind::kNumber, "1.5"),
          scalar(ValueKind::kNumber, "1e400"),
          scalar(ValueKind::kNumber, "100001"),
          scalar(ValueKind::kString, ""),
          scalar(ValueKind::kString, "open"),
          scalar(ValueKind::kString, "pending"),
          scalar(ValueKind::kString, "2026-01-01T00:00:00Z"),
          scalar(ValueKind::kString, "1.0"),
          scalar(ValueKind::kString, "..."),
          object,
          array};
}

// A finding that keeps the file from being read.
bool keeps_from_reading(const Diagnostic& found) {
  return found.severity == Severity::kError && !found.fixable && found.code.starts_with("schema/");
}

class ShapeAndReader : public ::testing::TestWithParam<const char*> {
 protected:
  static Document load() {
    const std::string path =
        std::string(CLAUDESTEP_SOURCE_DIR) + "/docs/formats/examples/" + GetParam() + ".json";
    auto document = codec::read_json(test::read_file(path));
    EXPECT_THAT(document, test::IsOk());
    return *std::move(document);
  }

  // Whether both say the same of the document as it is now.
  static void expect_agreement(const Value& root) {
    if (!root.is_object()) return;
    const check::Subject subject{"a.json", "a", test::kEpoch};
    const auto shape = check::read_shape(root, codec::tell_dialect(root), subject);
    const auto project = codec::project_from_value(root, "a.json");
    const bool refused =
        std::any_of(shape.findings.begin(), shape.findings.end(), keeps_from_reading);
    ASSERT_EQ(refused, !project.has_value())
        << codec::compact_json(root) << (project ? "" : "\nthe reader: " + project.error().message);
    if (project) return;
    const bool placed =
        std::any_of(shape.findings.begin(), shape.findings.end(), [&](const Diagnostic& found) {
          return keeps_from_reading(found) && found.place.line == project.error().place.line &&
                 found.place.column == project.error().place.column;
        });
    ASSERT_TRUE(placed) << "the reader: " << project.error().message;
  }
};

TEST_P(ShapeAndReader, AgreeOnEveryValuePutInEveryPlace) {
  const Document document = load();
  Value root = document.root();
  expect_agreement(root);
  for_each_place(root, [&](Value& place) {
    const Value kept = place;
    for (Value value : replacements()) {
      if (HasFatalFailure()) break;
      value.mark = kept.mark;
      place = std::move(value);
      expect_agreement(root);
    }
    place = kept;
  });
}

TEST_P(ShapeAndReader, AgreeWhenAnyMemberIsMissing) {
  const Document document = load();
  Value root = document.root();
  for_each_place(root, [&](Value& place) {
    const std::vector<Member> kept = place.members;
    for (std::size_t at = 0; at < kept.size() && !HasFatalFailure(); ++at) {
      place.members = kept;
      place.members.erase(place.members.begin() + static_cast<std::ptrdiff_t>(at));
      expect_agreement(root);
    }
    place.members = kept;
  });
}

INSTANTIATE_TEST_SUITE_P(Examples, ShapeAndReader,
                         ::testing::Values("mixed", "retry", "quirks", "legacy-tasks",
                                           "pull-request-centred", "spec-and-executions", "steps"),
                         [](const auto& row) {
                           std::string name = row.param;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace claudestep::store

#include "codec/forge_reader.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>

#include "tests/support/matchers.h"

namespace claudestep::codec {
namespace {

using model::ForgePull;
using model::PrState;
using test::IsOkAndHolds;
using ::testing::ElementsAre;
using ::testing::Field;

constexpr std::string_view kOid = "0123456789ABCDEF0123456789abcdef01234567";
constexpr std::string_view kLowerOid = "0123456789abcdef0123456789abcdef01234567";

Timestamp forge_time(std::string_view text) {
  return Timestamp::parse(text).value();
}

// One object of gh with what it must have, and `more` members.
std::string gh(std::string_view more = "") {
  return R"({"number":42,"state":"OPEN","headRefName":"b")" + std::string(more) + "}";
}
std::string glab(std::string_view more = "") {
  return R"({"iid":42,"state":"opened","source_branch":"b")" + std::string(more) + "}";
}

TEST(ForgeReader, ReadsWhatGhPrints) {
  const std::string bytes = R"([
    {"number": 43, "state": "OPEN", "headRefName": "claude-chain-auth-39b1209d", "title": "Reset",
     "author": {"id": "x", "is_bot": true, "login": "app/github-actions", "name": ""},
     "assignees": [{"id": "MDQ6", "login": "alice", "name": "Alice"}, {"login": "bob"}],
     "createdAt": "2026-01-02T10:00:00Z", "mergedAt": null, "closedAt": null, "mergeCommit": null},
    {"number": 42, "state": "MERGED", "headRefName": "b", "title": "", "assignees": [],
     "createdAt": "2026-01-01T10:00:00Z", "mergedAt": "2026-01-01T12:00:00+01:00",
     "closedAt": "2026-01-01T11:00:01Z", "mergeCommit": {"oid": ")" +
                            std::string(kOid) + R"("}}])";
  ForgePull merged;
  merged.number = 42;
  merged.state = PrState::kMerged;
  merged.branch = "b";
  merged.title = "";
  merged.created_at = forge_time("2026-01-01T10:00:00Z");
  merged.merged_at = forge_time("2026-01-01T11:00:00Z");
  merged.closed_at = forge_time("2026-01-01T11:00:01Z");
  merged.merge_commit = kLowerOid;
  ForgePull open;
  open.number = 43;
  open.branch = "claude-chain-auth-39b1209d";
  open.title = "Reset";
  open.reviewers = {"alice", "bob"};
  open.created_at = forge_time("2026-01-02T10:00:00Z");
  EXPECT_THAT(read_forge_pulls(bytes, "f"), IsOkAndHolds(ElementsAre(merged, open)));
}

TEST(ForgeReader, ReadsWhatGlabPrints) {
  const std::string bytes = R"([{"id": 900, "iid": 7, "project_id": 3, "title": "Reset",
     "state": "merged", "source_branch": "b", "source_project_id": 3, "target_project_id": 3,
     "author": {"id": 1, "username": "bot"}, "assignee": {"username": "carol"},
     "assignees": [{"username": "carol"}], "reviewers": [{"username": "alice"}],
     "created_at": "2026-01-01T10:00:00.123Z", "merged_at": "2026-01-01T12:00:00.456+02:00",
     "closed_at": null, "merge_commit_sha": null, "squash_commit_sha": ")" +
                            std::string(kLowerOid) + R"("}])";
  ForgePull pull;
  pull.number = 7;
  pull.state = PrState::kMerged;
  pull.branch = "b";
  pull.title = "Reset";
  pull.reviewers = {"alice", "carol"};
  pull.created_at = forge_time("2026-01-01T10:00:00Z");
  pull.merged_at = forge_time("2026-01-01T10:00:00Z");
  pull.merge_commit = kLowerOid;
  ASSERT_OK_AND_ASSIGN(const auto pulls, read_forge_pulls(bytes, "f"));
  EXPECT_THAT(pulls, ElementsAre(pull));
  EXPECT_EQ(pulls[0].merged_at->text(), "2026-01-01T10:00:00Z");
}

TEST(ForgeReader, TakesOneObjectAndAnEmptyList) {
  EXPECT_THAT(read_forge_pulls(gh(), "f"),
              IsOkAndHolds(ElementsAre(Field(&ForgePull::number, 42))));
  EXPECT_THAT(read_forge_pulls("[]", "f"), IsOkAndHolds(testing::IsEmpty()));
}

TEST(ForgeReader, KnowsTheStates) {
  struct Row {
    std::string object;
    PrState state;
  };
  const Row rows[] = {
      {R"({"number":1,"state":"CLOSED","headRefName":"b"})", PrState::kClosed},
      {R"({"iid":1,"state":"locked","source_branch":"b"})", PrState::kOpen},
      {R"({"iid":1,"state":"closed","source_branch":"b"})", PrState::kClosed},
  };
  for (const Row& row : rows) {
    EXPECT_THAT(read_forge_pulls(row.object, "f"),
                IsOkAndHolds(ElementsAre(Field(&ForgePull::state, row.state))));
  }
}

TEST(ForgeReader, KnowsWhatComesFromAFork) {
  struct Row {
    std::string object;
    bool from_fork;
  };
  const Row rows[] = {
      {gh(R"(,"isCrossRepository":true)"), true},
      {gh(R"(,"isCrossRepository":false)"), false},
      {glab(R"(,"source_project_id":1,"target_project_id":2)"), true},
      {glab(R"(,"source_project_id":null,"target_project_id":2)"), true},
      {glab(R"(,"source_project_id":2,"target_project_id":2)"), false},
      {glab(), false},
  };
  for (const Row& row : rows) {
    EXPECT_THAT(read_forge_pulls(row.object, "f"),
                IsOkAndHolds(ElementsAre(Field(&ForgePull::from_fork, row.from_fork))))
        << row.object;
  }
}

TEST(ForgeReader, PassesOverTeams) {
  const std::string object = gh(
      R"(,"assignees":null,"reviewRequests":[{"__typename":"Team","slug":"x"},{"login":"bob"},null])");
  EXPECT_THAT(read_forge_pulls(object, "f"),
              IsOkAndHolds(ElementsAre(Field(&ForgePull::reviewers, ElementsAre("bob")))));
}

TEST(ForgeReader, RefusesWithThePlace) {
  struct Row {
    std::string bytes;
    std::string_view message;
  };
  const Row rows[] = {
      {"", "f:1:1: expected a value, found nothing: the document is empty"},
      {"[{]", "f:1:3: expected a key in double quotes or '}', found ']'"},
      {"\"x\"", "f:1:1: the document is \"x\"; expected an array of pull requests"},
      {"[\n 3]", "f:2:2: [0] is 3; expected an object"},
      {"[{}]", "f:1:2: [0] has no member 'number'"},
      {R"({"number":1,"headRefName":"b"})", "f:1:1: the document has no member 'state'"},
      {R"([{"number":0,"state":"OPEN","headRefName":"b"}])",
       "f:1:12: [0].number is 0; expected a whole number of 1 or more"},
      {R"([{"number":1,"state":"open","headRefName":"b"}])",
       "f:1:22: [0].state is \"open\"; expected one of OPEN, CLOSED, MERGED"},
      {R"([{"iid":1,"state":"OPEN","source_branch":"b"}])",
       "f:1:19: [0].state is \"OPEN\"; expected one of opened, locked, closed, merged"},
      {R"({"number":1,"state":"OPEN","headRefName":"a\u001bb"})",
       R"(f:1:42: headRefName is "a\x1bb"; expected a name on one line)"},
      {R"({"number":1,"state":"OPEN","headRefName":" "})",
       "f:1:42: headRefName is \" \"; expected a name on one line"},
      {gh(R"(,"title":"\u0000")"), R"(f:1:55: title is "\x00"; expected a title)"},
      {gh(R"(,"assignees":[{"login":7}])"),
       "f:1:69: assignees[0].login is 7; expected a name on one line"},
      {gh(R"(,"createdAt":"yesterday")"),
       "f:1:59: createdAt is \"yesterday\"; expected a time such as 2026-01-27T10:00:00Z"},
      {gh(R"(,"mergeCommit":{"oid":"abc"})"),
       "f:1:68: mergeCommit.oid is \"abc\"; expected the 40 hex digits of a commit"},
      {gh(R"(,"mergeCommit":"abc")"), "f:1:61: mergeCommit is \"abc\"; expected an object"},
      {"[" + gh() + "," + gh() + "]", "f:1:49: [1] tells of #42 again, after [0]"},
  };
  for (const Row& row : rows) {
    const auto read = read_forge_pulls(row.bytes, "f");
    ASSERT_FALSE(read.has_value()) << row.bytes;
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidInput);
    EXPECT_EQ(to_string(read.error().place) + ": " + read.error().message, row.message);
  }
}

TEST(ForgeReader, SaysWhatPrintsWhatItReads) {
  for (const char* bytes : {"{}", "3", R"([{"iid":1}])"}) {
    const auto read = read_forge_pulls(bytes, "f");
    ASSERT_FALSE(read.has_value()) << bytes;
    EXPECT_THAT(read.error().hints,
                ElementsAre(testing::StartsWith("gh pr list --state all "),
                            testing::StartsWith("glab mr list --all -F json ")));
  }
}

// With the command that we name, forks are told apart and those asked to review are known.
TEST(ForgeReader, NamesEveryMemberThatItReads) {
  const auto read = read_forge_pulls("3", "f");
  ASSERT_FALSE(read.has_value());
  for (const char* member :
       {"number", "state", "headRefName", "title", "assignees", "reviewRequests",
        "isCrossRepository", "createdAt", "mergedAt", "closedAt", "mergeCommit"}) {
    EXPECT_THAT(read.error().hints.front(), testing::HasSubstr(member));
  }
}

}  // namespace
}  // namespace claudestep::codec

#include "host/push_report.h"

#include <gmock/gmock.h>

namespace claudestep::host {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(PushReport, ReadsTheLinesOfRefs) {
  EXPECT_THAT(
      parse_push_report("To ../remote.git\n"
                        "=\trefs/heads/a:refs/heads/a\t[up to date]\n"
                        "!\t1a2b:refs/heads/b\t[remote rejected] (pre-receive hook declined)\n"
                        "Done\n"),
      ElementsAre(PushedRef{'=', "refs/heads/a", "refs/heads/a", "[up to date]", ""},
                  PushedRef{'!', "1a2b", "refs/heads/b", "[remote rejected]",
                            "pre-receive hook declined"}));
}

TEST(PushReport, LeavesOutWhatIsNoRef) {
  EXPECT_THAT(parse_push_report(""), IsEmpty());
  EXPECT_THAT(parse_push_report("!\n!\t\n!\tno colon\tx\nx\ta:b\tc\n*"), IsEmpty());
}

TEST(PushReport, KeepsBracketsOfAReason) {
  const auto refs = parse_push_report("!\ta:b\t[remote rejected] (no (really) no)");
  ASSERT_EQ(refs.size(), 1U);
  EXPECT_EQ(refs[0].summary, "[remote rejected]");
  EXPECT_EQ(refs[0].reason, "no (really) no");
}

TEST(PushReport, KnowsARaceFromARule) {
  const struct {
    char flag;
    const char* summary;
    const char* reason;
    PushStatus status;
  } cases[] = {
      {' ', "1a2b3c4..5d6e7f8", "", PushStatus::kDone},
      {'*', "[new branch]", "", PushStatus::kDone},
      {'=', "[up to date]", "", PushStatus::kDone},
      {'!', "[rejected]", "fetch first", PushStatus::kMovedOn},
      {'!', "[rejected]", "non-fast-forward", PushStatus::kMovedOn},
      {'!', "[rejected]", "stale info", PushStatus::kMovedOn},
      {'!', "[remote rejected]", "failed to update ref", PushStatus::kMovedOn},
      {'!', "[remote rejected]", "cannot lock ref 'refs/heads/x': is at 1 but expected 2",
       PushStatus::kMovedOn},
      {'!', "[remote rejected]", "incorrect old value provided", PushStatus::kMovedOn},
      {'!', "[remote rejected]", "Unable to create 'x.lock': File exists.", PushStatus::kMovedOn},
      {'!', "[remote rejected]", "pre-receive hook declined", PushStatus::kRejected},
      {'!', "[remote rejected]", "protected branch hook declined", PushStatus::kRejected},
      {'!', "[remote rejected]", "", PushStatus::kRejected},
      {'!', "[rejected]", "something new", PushStatus::kUnknown},
      {'!', "[remote failure]", "remote failed to report status", PushStatus::kUnknown},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(status_of({one.flag, "a", "b", one.summary, one.reason}), one.status)
        << one.summary << " " << one.reason;
  }
}

}  // namespace
}  // namespace claudestep::host

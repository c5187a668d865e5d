#include "report/forge_import.h"

#include <gtest/gtest.h>

#include "report/json.h"

namespace claudestep::report {
namespace {

constexpr Style kWidePlain{100, false, false};

query::ForgeImport forge_left() {
  query::ForgeImport import;
  import.known = 3;
  import.unknown = {{60, model::PrState::kOpen, "fix\x1b[31m", "", false, "no name"},
                    { 61,
                      model::PrState::kMerged,
                      "claude-step-x-1",
                      "T",
                      true,
                      "no project" }};
  import.doubts = {{ "auth", 40, "merged", "open", "it is final" }};
  return import;
}

TEST(ForgeLeftText, ShowsDoubtsThenWhatMayBelongToATask) {
  EXPECT_EQ(forge_left_text(forge_left(), kWidePlain),
            "left as they are, for a person to decide:\n"
            "  - #40 in auth: recorded as 'merged', the forge says 'open': it is final\n"
            "2 pull requests belong to no task:\n"
            "   PR  STATE   BRANCH           WHY\n"
            "  #61  merged  claude-step-x-1  no project\n"
            "  #60  open    fix\\x1b[31m      no name\n");
  EXPECT_EQ(forge_left_text({}, kWidePlain), "");
}

TEST(ForgeLeftText, StopsAfterTwenty) {
  query::ForgeImport import;
  for (int number = 1; number <= 30; ++number) {
    import.unknown.push_back({number, model::PrState::kOpen, "b", "", false, "no name"});
  }
  const std::string text = forge_left_text(import, kWidePlain);
  EXPECT_NE(text.find("#20"), std::string::npos);
  EXPECT_EQ(text.find("#21"), std::string::npos);
  EXPECT_NE(text.find("\n  and 10 more; --json lists all of them\n"), std::string::npos);
}

TEST(ForgeLeftJson, HasItsMembersInOrder) {
  JsonWriter writer = begin_answer("pr_import");
  write_forge_left(writer, forge_left());
  EXPECT_EQ(end_answer(std::move(writer)), R"({
  "kind": "pr_import",
  "version": 1,
  "known": 3,
  "unknown": [
    {
      "pr_number": 60,
      "pr_state": "open",
      "branch": "fix\u001b[31m",
      "title": null,
      "reason": "no name"
    },
    {
      "pr_number": 61,
      "pr_state": "merged",
      "branch": "claude-step-x-1",
      "title": "T",
      "reason": "no project"
    }
  ],
  "doubts": [
    {
      "project": "auth",
      "pr_number": 40,
      "recorded": "merged",
      "told": "open",
      "reason": "it is final"
    }
  ]
}
)");
}

}  // namespace
}  // namespace claudestep::report

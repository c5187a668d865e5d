#include "model/trust.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace claudestep::model {
namespace {

TrustContext context(std::optional<std::string> pattern, std::optional<std::string> task_type) {
  TrustContext made;
  if (pattern) made.pattern = Words{*std::move(pattern), {}};
  if (task_type) made.task_type = Words{*std::move(task_type), {}};
  return made;
}

TrustModel sample_trust() {
  TrustModel model;
  model.high.contexts = {context("docs/**", {}), context({}, "documentation"),
                         context("src/auth/README.md", {})};
  model.high.auto_approve.value = true;
  model.high.supervision = Supervision::kMinimal;
  model.medium.contexts = {context("src/**", {})};
  model.low.contexts = {context("src/auth/**", {}), context("migrations/**", "schema-change")};
  model.low.supervision = Supervision::kPairProgramming;
  return model;
}

TEST(Trust, LowIsAskedFirst) {
  const TrustModel model = sample_trust();
  const TrustDecision decision = evaluate_trust(model, "src/auth/README.md", std::nullopt);
  EXPECT_EQ(decision.level, TrustLevel::kLow);
  EXPECT_EQ(decision.reason, &model.low.contexts[0]);
  EXPECT_EQ(evaluate_trust(model, "src/auth/a.py", "documentation").level, TrustLevel::kLow);
}

TEST(Trust, HighBeforeMedium) {
  const TrustModel model = sample_trust();
  EXPECT_EQ(evaluate_trust(model, "docs/a/b.md", std::nullopt).level, TrustLevel::kHigh);
  const TrustDecision by_type = evaluate_trust(model, "src/a.py", "documentation");
  EXPECT_EQ(by_type.level, TrustLevel::kHigh);
  EXPECT_EQ(by_type.reason, &model.high.contexts[1]);
  EXPECT_EQ(evaluate_trust(model, "src/a.py", "feature").reason, &model.medium.contexts[0]);
}

TEST(Trust, ContextWithBothNeedsBoth) {
  const TrustModel model = sample_trust();
  EXPECT_EQ(evaluate_trust(model, "migrations/1.sql", "schema-change").level, TrustLevel::kLow);
  EXPECT_EQ(evaluate_trust(model, "migrations/1.sql", std::nullopt).level, TrustLevel::kMedium);
  EXPECT_EQ(evaluate_trust(model, "migrations/1.sql", "feature").level, TrustLevel::kMedium);
  EXPECT_EQ(evaluate_trust(model, "other/1.sql", "schema-change").level, TrustLevel::kMedium);
}

TEST(Trust, NothingMatchesIsMediumWithoutAReason) {
  const TrustModel model = sample_trust();
  EXPECT_EQ(evaluate_trust(model, "Makefile", std::nullopt).level, TrustLevel::kMedium);
  EXPECT_EQ(evaluate_trust(model, "Makefile", std::nullopt).reason, nullptr);
}

TEST(Trust, AWayRoundIsTheWayStraightOn) {
  EXPECT_EQ(plain_path("docs/../src/auth/./x.py"), "src/auth/x.py");
  EXPECT_EQ(plain_path("./a//b/"), "a/b");
  EXPECT_EQ(plain_path("a/..b/..."), "a/..b/...");
  for (const char* const out : {"", ".", "a/..", "..", "docs/../../x", "/etc/passwd", "//a"}) {
    EXPECT_EQ(plain_path(out), std::nullopt) << out;
  }
}

TEST(Trust, EmptyContextMatchesNothing) {
  TrustModel model;
  model.low.contexts = {context({}, {})};
  EXPECT_EQ(evaluate_trust(model, "a", "b").reason, nullptr);
}

TEST(Trust, TheStricterLevelIsTheOneThatIsWatchedMore) {
  const TrustModel model = sample_trust();
  EXPECT_EQ(stricter(model, TrustLevel::kHigh, TrustLevel::kMedium), TrustLevel::kMedium);
  EXPECT_EQ(stricter(model, TrustLevel::kLow, TrustLevel::kMedium), TrustLevel::kLow);
  EXPECT_EQ(stricter(model, TrustLevel::kHigh, TrustLevel::kHigh), TrustLevel::kHigh);
}

}  // namespace
}  // namespace claudestep::model

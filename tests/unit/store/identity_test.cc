#include "store/identity.h"

#include <gmock/gmock.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "codec/project_codec.h"
#include "tests/support/matchers.h"

namespace claudestep::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Words = std::vector<std::string>;

// Who was made then, in seconds, with these tasks and former names.
Identity who(std::optional<int> time, Words tasks = {}, Words names = {}) {
  Identity identity{std::move(names), std::move(tasks), {}};
  if (time) identity.created_at = Instant{*time, 0};
  return identity;
}

TEST(Identity, IsWhatTheProjectSays) {
  ASSERT_OK_AND_ASSIGN(const auto project, codec::read_project(R"({
    "schema_version": "2.0", "project": "a", "created_at": "1970-01-01T00:01:00+00:00",
    "last_updated": "2026-01-02T03:04:05Z", "former_names": ["z", "b"],
    "tasks": [{"index": 1, "id": "cccccccc", "description": "one", "status": "pending"},
              {"index": 2, "id": "aaaaaaaa", "description": "two", "status": "pending"}],
    "pull_requests": []})",
                                                               "a.json"));
  const Identity identity = identity_of(project);
  EXPECT_THAT(identity.former_names, ElementsAre("z", "b"));
  EXPECT_THAT(identity.tasks, ElementsAre("aaaaaaaa", "cccccccc"));
  EXPECT_EQ(identity.created_at, (Instant{60, 0}));
  const Identity nobody = identity_of(model::Project());
  EXPECT_THAT(nobody.former_names, IsEmpty());
  EXPECT_THAT(nobody.tasks, IsEmpty());
  EXPECT_EQ(nobody.created_at, std::nullopt);
}

TEST(Identity, IsTheSameByTimeAndTask) {
  EXPECT_TRUE(share_a_task(who({}, {"a", "c"}), who({}, {"b", "c"})));
  EXPECT_FALSE(share_a_task(who({}, {"a", "c"}), who({}, {"b", "d"})));
  EXPECT_FALSE(share_a_task(who({}), who({})));
  EXPECT_TRUE(is_the_same(who(1, {"a", "c"}), who(1, {"c", "d"}, {"other"})));
  EXPECT_FALSE(is_the_same(who(1, {"a"}), who(2, {"a"})));
  EXPECT_FALSE(is_the_same(who(1, {"a"}), who(1, {"b"})));
  EXPECT_FALSE(is_the_same(who({}, {"a"}), who({}, {"a"})));
}

TEST(Identity, OnlyTwoTimesTellAnything) {
  EXPECT_TRUE(were_made_apart(who(1), who(2)));
  EXPECT_TRUE(were_made_apart(who(2), who(1)));
  EXPECT_TRUE(was_made_later(who(1), who(2)));
  EXPECT_FALSE(was_made_later(who(2), who(1)));
  for (const auto& [a, b] : {std::pair(who(1), who(1)), std::pair(who(1), who({})),
                             std::pair(who({}), who(1)), std::pair(who({}), who({}))}) {
    EXPECT_FALSE(were_made_apart(a, b));
    EXPECT_FALSE(was_made_later(a, b));
  }
}

TEST(Identity, MayBeAnothersByTimeOrByAFormerName) {
  EXPECT_TRUE(may_be_another(who(1), who(2)));
  EXPECT_TRUE(may_be_another(who(2), who(1)));
  EXPECT_TRUE(may_be_another(who(1, {}, {"a"}), who(1, {}, {"a", "b"})));
  EXPECT_FALSE(may_be_another(who(1, {}, {"a", "b"}), who(1, {}, {"b"})));
  EXPECT_FALSE(may_be_another(who({}), who(1)));
}

}  // namespace
}  // namespace claudestep::store

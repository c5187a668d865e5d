// Owns: what the store's tests share: a real repository, a handle on it, and the options of a
// write.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "git/repository.h"
#include "store/transaction.h"
#include "store/view.h"
#include "tests/support/matchers.h"
#include "tests/support/number_asked.h"
#include "tests/support/repository_builder.h"
#include "tests/support/ticking_clock.h"

namespace claudestep::store {

inline constexpr std::string_view kRef = "refs/heads/claudestep-metadata";

// A project file as a bot wrote it: no final newline, a time without a zone, an unknown member.
inline std::string sample_project(std::string_view name) {
  return R"({
  "schema_version": "2.0",
  "project": ")" +
         std::string(name) + R"(",
  "last_updated": "2025-12-29T21:37:06.201227",
  "tasks": [
    {
      "index": 1,
      "description": "Add user authentication",
      "status": "in_progress"
    },
    {
      "index": 2,
      "description": "Add logging",
      "status": "pending"
    }
  ],
  "pull_requests": [
    {
      "task_index": 1,
      "pr_number": 80,
      "branch_name": "claude-step-a-1",
      "reviewer": "alice",
      "pr_state": "open",
      "created_at": "2025-12-29T21:33:07.158704",
      "ai_operations": [],
      "x_note": "kept"
    }
  ]
})";
}

class StoreTest : public ::testing::Test {
 protected:
  explicit StoreTest(
      test::RepositoryBuilder::Layout layout = test::RepositoryBuilder::Layout::kBare)
      : builder_(layout) {}

  [[nodiscard]] git::Repository open() {
    environment_ = builder_.environment();
    auto opened = git::Repository::open({.cwd = builder_.path().string(),
                                         .git_dir = {},
                                         .environment = &environment_,
                                         .git_accepts_owner = {}});
    EXPECT_THAT(opened, test::IsOk());
    return *std::move(opened);
  }

  [[nodiscard]] WriteOptions options() {
    WriteOptions options;
    options.environment = &environment_;
    options.clock = &clock_;
    options.timeout_seconds = 2;
    return options;
  }

  [[nodiscard]] ViewOptions view_options() const {
    return {.ref = std::string(kRef), .at = {}, .local = false, .now = test::kEpoch};
  }

  [[nodiscard]] std::string tip() const { return builder_.resolve(kRef).value_or("none"); }
  [[nodiscard]] int commits() const {
    return std::stoi(builder_.git({"rev-list", "--count", std::string(kRef)}));
  }
  [[nodiscard]] std::string message() const {
    return builder_.git({"log", "-1", "--format=%B", std::string(kRef)});
  }

  test::RepositoryBuilder builder_;
  Environment environment_;
  test::TickingClock clock_;
};

}  // namespace claudestep::store

// undo on a real branch: after any operation it restores the tree, and undone it is the change
// again.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "store/transaction.h"
#include "store/undo.h"
#include "tests/property/model_generators.h"
#include "tests/support/repository_builder.h"
#include "tests/support/ticking_clock.h"

namespace claudestep::store {
namespace {

constexpr int kUndoneSteps = 6;

// A branch with a project that a bot wrote its own way, and one that stays.
class Branch {
 public:
  Branch() {
    builder_.git({"config", "core.fsync", "none"});
    builder_.commit(kDefaultRef, {{"projects/auth.json",
                                   R"({"schema_version": "2.0", "project": "auth", "x": 1.50,
 "last_updated": "2025-12-29T21:37:06.2", "pull_requests": [],
 "tasks": [{"index": 1, "description": "a", "status": "pending"}]})"},
                                  {"projects/kept.json", R"({"tasks": [], "pull_requests": []})"}});
    environment_ = builder_.environment();
    repository_.emplace(git::Repository::open({.cwd = builder_.path().string(),
                                               .git_dir = {},
                                               .environment = &environment_,
                                               .git_accepts_owner = {}})
                            .value());
  }

  Result<WriteOutcome> apply(const model::Operation& operation) {
    return write(*repository_, options(), {operation});
  }
  Result<WriteOutcome> undo() {
    return write(*repository_, options(), [&](const View& view, model::Branch&) {
      return plan_undo(*repository_, view, std::nullopt).map([](UndoPlan&& plan) {
        return std::move(plan.operations);
      });
    });
  }
  [[nodiscard]] std::string tree() const {
    const auto tip = repository_->find_ref(kDefaultRef);
    return repository_->read_commit(**tip)->tree.hex();
  }

 private:
  WriteOptions options() {
    WriteOptions options;
    options.environment = &environment_;
    options.clock = &clock_;
    return options;
  }

  test::RepositoryBuilder builder_;
  Environment environment_;
  test::TickingClock clock_;
  std::optional<git::Repository> repository_;
};

void check_undone(Branch& branch) {
  const auto outcome = branch.undo();
  if (!outcome) RC_LOG() << model::test::tell(outcome.error()) << "\n";
  RC_ASSERT(outcome.has_value());
  RC_ASSERT(outcome->changed);
}

RC_GTEST_PROP(Undo, RestoresTheTreeAndUndoneIsTheChangeAgain, ()) {
  Branch branch;
  for (int step = 0; step < kUndoneSteps; ++step) {
    const std::string before = branch.tree();
    const model::Operation op = *model::test::any_operation();
    RC_LOG() << model::trailer_of(op) << "\n";
    const auto outcome = branch.apply(op);
    if (!outcome || !outcome->changed) continue;
    const std::string after = branch.tree();
    check_undone(branch);
    RC_ASSERT(branch.tree() == before);
    check_undone(branch);
    RC_ASSERT(branch.tree() == after);
  }
}

}  // namespace
}  // namespace claudestep::store

// When the records that differ are enough, and when not. That what comes out is that of the whole
// files is told by tests/property/thin_merge_test.cc.
#include "store/thin_merge.h"

#include <gtest/gtest.h>

#include <functional>

#include "codec/project_codec.h"
#include "model/derive.h"
#include "model/record_order.h"
#include "tests/unit/model/ledger.h"

namespace claudestep::store {
namespace {

using model::Project;
using model::Text;
using Change = std::function<void(Project&)>;

// Three tasks with a merged, an open and no pull request; the first has a run with an id.
Project begin_thin() {
  Project project = model::test::make_project("auth", {"one", "two", "three"});
  auto first = model::test::make_pr(10, 1, model::PrState::kMerged, "2026-01-02T00:00:00Z");
  model::AiOperation run;
  run.operation_id = Text("op-10");
  run.created_at = model::Time(model::test::time("2026-01-02T00:00:00Z"));
  first.ai_operations.push_back(run);
  project.pull_requests = {
      first, model::test::make_pr(11, 2, model::PrState::kOpen, "2026-01-03T00:00:00Z")};
  model::settle(project);
  return project;
}

std::string file_with(const Change& change) {
  Project project = begin_thin();
  change(project);
  model::settle(project);
  return codec::write_project(project);
}

void add_task(Project& project, const std::string& description) {
  model::Task task;
  task.index = static_cast<std::int64_t>(project.tasks.size()) + 1;
  task.description = Text(description);
  project.tasks.push_back(std::move(task));
}

void open_pr(Project& project, std::int64_t number, std::int64_t task, std::string_view at) {
  project.pull_requests.push_back(model::test::make_pr(number, task, model::PrState::kOpen, at));
  model::sort_records(project);
}

void nothing(Project& project) {
  (void)project;
}

std::optional<ThinMerge> merge_changes(const Change& ours, const Change& theirs,
                                       const Change& before = nothing) {
  const std::string base = file_with(before);
  const auto after = [&before](const Change& change) {
    return file_with([&](Project& project) {
      before(project);
      change(project);
    });
  };
  return merge_thin({"auth", base, after(ours), after(theirs)});
}

// The records that were read, of the base: "tasks/pull requests".
std::string read_of(const std::optional<ThinMerge>& thin) {
  if (!thin) return "the whole file";
  return std::to_string(thin->base.tasks.size()) + "/" +
         std::to_string(thin->base.pull_requests.size());
}

TEST(ThinMerge, ReadsNoRecordWhereBothAdded) {
  const auto thin = merge_changes([](Project& project) { add_task(project, "ours"); },
                                  [](Project& project) { add_task(project, "theirs"); });
  ASSERT_EQ(read_of(thin), "0/0");
  const auto merged = codec::read_project(thin->content, "auth.json").value();
  ASSERT_EQ(merged.tasks.size(), 5U);
  EXPECT_EQ(merged.tasks[4].index.value, 5);
  EXPECT_EQ(merged.pull_requests.size(), 2U);
}

TEST(ThinMerge, ReadsATaskWithItsPullRequests) {
  const auto thin =
      merge_changes([](Project& project) { project.pull_requests[1].reviewer = Text("bob"); },
                    [](Project& project) { open_pr(project, 12, 2, "2026-01-02T12:00:00Z"); });
  ASSERT_EQ(read_of(thin), "1/1");
  EXPECT_EQ(thin->base.tasks.at(0).description.value, "two");
  const auto merged = codec::read_project(thin->content, "auth.json").value();
  ASSERT_EQ(merged.pull_requests.size(), 3U);
  EXPECT_EQ(merged.pull_requests[1].number.value, 12);  // by its time
  EXPECT_EQ(merged.pull_requests[1].task_index.value, 2);
  EXPECT_EQ(merged.pull_requests[2].reviewer->value, "bob");
}

TEST(ThinMerge, MakesNoFileWhereOneSideSaysAll) {
  const auto thin = merge_changes([](Project& project) { project.tasks[2].checked = true; },
                                  [](Project& project) {
                                    project.tasks[2].checked = true;
                                    add_task(project, "theirs");
                                  });
  ASSERT_EQ(read_of(thin), "1/0");
  EXPECT_EQ(thin->content, "");
}

TEST(ThinMerge, ReadsARecordThatIsNotWrittenAsWeWriteIt) {
  const auto special = [](Project& project) {
    project.tasks[0].extra.push_back({"\"more\"", "{\"index\":7}"});
    project.tasks[2].description = Text("a \"quoted\" word");
  };
  const auto thin = merge_changes([](Project& project) { add_task(project, "ours"); },
                                  [](Project& project) { add_task(project, "theirs"); }, special);
  EXPECT_EQ(read_of(thin), "2/1");
}

TEST(ThinMerge, ReadsATaskWhoseStatusDoesNotFollow) {
  const auto wrong = [](std::string text) {
    const std::string_view status = "\"in_progress\"";
    return text.replace(text.find(status), status.size(), "\"completed\"");
  };
  const std::string base = wrong(file_with(nothing));
  const std::string ours = wrong(file_with([](Project& project) { add_task(project, "ours"); }));
  const std::string theirs = wrong(file_with([](Project& project) { add_task(project, "more"); }));
  const auto thin = merge_thin({"auth", base, ours, theirs});
  ASSERT_EQ(read_of(thin), "1/1");
  EXPECT_NE(thin->content.find("\"in_progress\""), std::string::npos);
}

// --- where other records decide

TEST(ThinMerge, LeavesDependenciesOfBothToTheWholeFile) {
  const auto depend = [](std::size_t task, std::size_t on) {
    return [=](Project& project) {
      project.tasks[task].depends_on = std::vector<Text>{*project.tasks[on].id};
    };
  };
  EXPECT_EQ(read_of(merge_changes(depend(0, 1), depend(1, 0))), "the whole file");
  EXPECT_EQ(read_of(merge_changes(depend(0, 1), [](Project& project) { add_task(project, "x"); })),
            "1/1");
}

TEST(ThinMerge, LeavesAnOperationOfAnotherPullRequestToTheWholeFile) {
  const auto thin = merge_changes(
      [](Project& project) {
        model::AiOperation again = project.pull_requests[0].ai_operations[0];
        project.pull_requests[1].ai_operations.push_back(again);
      },
      [](Project& project) { add_task(project, "theirs"); });
  EXPECT_EQ(read_of(thin), "the whole file");
}

TEST(ThinMerge, LeavesAnotherOrderOfTasksToTheWholeFile) {
  const auto turn = [](Project& project) {
    std::swap(project.tasks[0], project.tasks[1]);
    project.tasks[0].index = 1;
    project.tasks[1].index = 2;
  };
  EXPECT_EQ(read_of(merge_changes(turn, [](Project& project) { add_task(project, "theirs"); })),
            "the whole file");
  const auto remove = [](Project& project) { project.tasks.pop_back(); };
  EXPECT_EQ(read_of(merge_changes(remove, [](Project& project) { add_task(project, "theirs"); })),
            "the whole file");
}

TEST(ThinMerge, LeavesPullRequestsOutOfOrderToTheWholeFile) {
  const auto turn = [](Project& project) {
    std::swap(project.pull_requests[0], project.pull_requests[1]);
  };
  EXPECT_EQ(read_of(merge_changes([](Project& project) { add_task(project, "ours"); },
                                  [](Project& project) { add_task(project, "theirs"); }, turn)),
            "the whole file");
}

TEST(ThinMerge, LeavesOtherLayoutsAndSchemasToTheWholeFile) {
  const std::string base = file_with(nothing);
  const std::string ours = file_with([](Project& project) { add_task(project, "ours"); });
  const std::string theirs = file_with([](Project& project) { add_task(project, "theirs"); });
  const auto merge_with = [&](std::string_view old, std::string_view changed) {
    std::string other = theirs;
    other.replace(other.find(old), old.size(), changed);
    return read_of(merge_thin({"auth", base, ours, other}));
  };
  EXPECT_EQ(merge_with("\"project\"", "\"project\""), "0/0");
  EXPECT_EQ(merge_with("\"2.0\"", "\"3.0\""), "the whole file");
  EXPECT_EQ(merge_with("\n  \"tasks\"", "\n \"tasks\""), "the whole file");
  EXPECT_EQ(merge_with("\n  \"tasks\"", "\n  \"x\": 1,\n  \"tasks\""), "the whole file");
  EXPECT_EQ(merge_with("\n    {", "\n   {"), "the whole file");
  EXPECT_EQ(merge_with("\"index\": 4", "\"index\": 5"), "the whole file");
  EXPECT_EQ(merge_with("}\n", "}"), "the whole file");
}

}  // namespace
}  // namespace claudestep::store

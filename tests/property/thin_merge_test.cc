// Merging the records that differ gives what merging the whole files gives, to the byte, or
// nothing.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "codec/plain_project.h"
#include "codec/project_codec.h"
#include "model/merge.h"
#include "model/record_order.h"
#include "store/thin_merge.h"
#include "tests/property/model_generators.h"

namespace claudestep::store {
namespace {

using model::Project;
using model::Text;
using model::test::coin;
using model::test::Ledger;
using model::test::number;
using model::test::pick;

bool rarely() {
  return number(0, 9) == 0;
}

model::Time moment(std::int64_t minute) {
  const std::string text =
      "2026-01-0" + std::to_string(number(1, 2)) + "T1" + std::to_string(minute % 10) + ":00:00Z";
  return model::Time(Timestamp::parse(text).value());
}

model::Task task_numbered(std::int64_t index) {
  model::Task task;
  task.index = index;
  task.description = Text(pick(model::test::kDescriptions));
  task.id = Text("t" + std::to_string(index));
  if (rarely()) task.id = Text(pick<std::string>({"t1", "t\"2", "té"}));
  if (rarely())
    task.depends_on = std::vector<Text>{Text("t1"), Text("t" + std::to_string(index - 1))};
  if (coin()) task.checked = coin();
  if (rarely()) task.by_hand = true;
  if (rarely()) task.removed = true;
  if (rarely()) {
    task.source = model::Source{Text("s.md"), Text("T1"), std::vector<Text>{Text("FR-1")}, {}};
  }
  if (rarely()) task.claim = model::Claim{Text("ci"), Text("ann"), moment(1), moment(2), {}};
  if (rarely()) task.extra.push_back({"\"more\"", "{\"index\":7}"});
  return task;
}

model::PullRequest pr_numbered(std::int64_t number_of_pr, std::int64_t tasks) {
  model::PullRequest pr;
  pr.number = number_of_pr;
  pr.task_index = number(1, std::max<std::int64_t>(tasks, 1));
  if (!rarely()) pr.task_id = Text("t" + std::to_string(pr.task_index.value));
  pr.state = pick<model::PrState>(
      {model::PrState::kOpen, model::PrState::kClosed, model::PrState::kMerged});
  if (!rarely()) pr.created_at = moment(number_of_pr);
  if (coin()) pr.title = Text(pick<std::string>({"One", "Two \"2\"", "Drei ä"}));
  if (coin()) pr.merged_at = moment(9);
  for (std::int64_t left = number(0, 2), at = number(0, 5); left > 0; --left) {
    model::AiOperation operation = model::test::ai_operation();
    operation.created_at = moment(at + 3 - left);
    if (operation.operation_id && !rarely()) {
      operation.operation_id =
          Text("op-" + std::to_string(number_of_pr) + "-" + std::to_string(left));
    }
    operation.tokens_input = model::Integer(number(0, 3));
    operation.duration_seconds = model::Seconds(Duration{number(0, 3) * 500'000});
    pr.ai_operations.push_back(std::move(operation));
  }
  return pr;
}

Project begin() {
  Project project;
  project.name = Text("auth");
  project.created_at = moment(0);
  const std::int64_t tasks = number(0, 7);
  for (std::int64_t index = 1; index <= tasks; ++index) {
    project.tasks.push_back(task_numbered(index));
  }
  for (std::int64_t pr = 1, count = number(0, 7); pr <= count; ++pr) {
    project.pull_requests.push_back(pr_numbered(pr, tasks));
  }
  if (!rarely()) model::settle(project);
  return rarely() ? project : model::in_order(std::move(project));
}

model::Operation next_operation(Ledger& ledger) {
  if (rarely()) return model::test::undoing(ledger.project());
  if (rarely()) return model::test::changed_by_hand(ledger.project());
  return coin() ? model::test::task_operation("auth") : model::test::pr_operation("auth");
}

Ledger go_on(Ledger ledger, std::int64_t from_second) {
  for (auto left = number(0, 3); left > 0; --left) {
    ledger.apply(next_operation(ledger), model::test::later(from_second + left));
  }
  return ledger;
}

std::vector<std::string> lines_of(const std::string& bytes) {
  std::vector<std::string> lines;
  for (std::size_t at = 0, end = 0; at < bytes.size(); at = end + 1) {
    end = bytes.find('\n', at);
    if (end == std::string::npos) end = bytes.size();
    lines.push_back(bytes.substr(at, end - at));
  }
  return lines;
}

// What a person, a merge tool or a bad disk makes of a file.
std::string harmed(std::string bytes) {
  if (coin()) {
    const auto at =
        static_cast<std::size_t>(number(0, static_cast<std::int64_t>(bytes.size()) - 1));
    bytes[at] =
        pick<char>({'"', '\\', '{', '}', '[', ']', ',', ':', '0', '1', 'a', ' ', '\n', '\x01'});
    return bytes;
  }
  std::vector<std::string> lines = lines_of(bytes);
  lines.emplace_back();
  const std::int64_t at = number(0, static_cast<std::int64_t>(lines.size()) - 2);
  switch (number(0, 3)) {
    case 0:
      lines.erase(lines.begin() + at);
      break;
    case 1:
      lines.insert(lines.begin() + at, lines[static_cast<std::size_t>(at)]);
      break;
    case 2:
      std::swap(lines[static_cast<std::size_t>(at)], lines[static_cast<std::size_t>(at) + 1]);
      break;
    default:
      lines[static_cast<std::size_t>(at)].insert(0, " ");
  }
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

struct Whole {
  model::Merged merged;
  bool as_ours = false;
  bool as_theirs = false;
};

std::optional<Project> read(std::string_view bytes) {
  auto project = codec::read_project(bytes, "auth.json");
  if (!project || model::is_newer_schema(project->schema_version.value)) return std::nullopt;
  project->name = Text("auth");
  model::settle(*project);
  return *std::move(project);
}

std::optional<Whole> merge_whole(const FileVersions& versions) {
  const auto base = read(versions.base);
  const auto ours = read(versions.ours);
  const auto theirs = read(versions.theirs);
  if (!base || !ours || !theirs) return std::nullopt;
  Whole whole{model::merge(&*base, *ours, *theirs), false, false};
  whole.as_ours = model::says_the_same(whole.merged.project, *ours);
  whole.as_theirs = model::says_the_same(whole.merged.project, *theirs);
  return whole;
}

// Returns whether there was anything to compare.
bool expect_as_whole(const FileVersions& versions) {
  const auto thin = merge_thin(versions);
  if (!thin) return false;
  const auto log = [&] {
    RC_LOG() << "base:\n"
             << versions.base << "ours:\n"
             << versions.ours << "theirs:\n"
             << versions.theirs << "thin:\n"
             << thin->content;
  };
  const auto whole = merge_whole(versions);
  if (!whole) log();
  RC_ASSERT(whole.has_value());
  const bool as_ours = model::says_the_same(thin->merged.project, thin->ours);
  const bool as_theirs = model::says_the_same(thin->merged.project, thin->theirs);
  const std::string content = codec::write_project(whole->merged.project);
  const bool is_new = !whole->as_ours && !whole->as_theirs;
  if (as_ours != whole->as_ours || as_theirs != whole->as_theirs ||
      thin->merged.receipts != whole->merged.receipts || (is_new && thin->content != content)) {
    log();
    RC_LOG() << "whole:\n" << content;
  }
  RC_ASSERT(as_ours == whole->as_ours);
  RC_ASSERT(as_theirs == whole->as_theirs);
  RC_ASSERT(thin->merged.receipts == whole->merged.receipts);
  if (is_new) RC_ASSERT(thin->content == content);
  return true;
}

RC_GTEST_PROP(ThinMerge, IsThatOfTheWholeFiles, ()) {
  const Project base = begin();
  const std::string base_bytes = codec::write_project(base);
  const std::string ours = codec::write_project(go_on(Ledger(base), 1000).project());
  const std::string theirs = codec::write_project(go_on(Ledger(base), 2000).project());
  const bool compared = expect_as_whole({"auth", base_bytes, ours, theirs});
  RC_CLASSIFY(compared, "merged thin");
}

RC_GTEST_PROP(ThinMerge, IsNoneOfFilesThatCannotBeRead, ()) {
  const Project base = begin();
  std::string files[3] = {codec::write_project(base),
                          codec::write_project(go_on(Ledger(base), 1000).project()),
                          codec::write_project(go_on(Ledger(base), 2000).project())};
  if (coin()) {
    std::string& file = files[number(0, 2)];
    file = harmed(file);
  } else {  // all of them, in a line that they share
    const std::string line = pick(lines_of(files[0]));
    const std::string other = harmed(line + "\n");
    for (std::string& file : files) {
      const std::size_t at = file.find(line);
      if (at != std::string::npos) file.replace(at, line.size() + 1, other);
    }
  }
  const bool compared = expect_as_whole({"auth", files[0], files[1], files[2]});
  RC_CLASSIFY(compared, "merged thin");
}

}  // namespace
}  // namespace claudestep::store

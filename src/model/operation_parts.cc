#include "model/operation_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "base/text.h"
#include "base/utf8.h"
#include "model/branch_name.h"
#include "model/derive.h"
#include "model/derive_parts.h"
#include "model/project_name.h"

namespace claudestep::model {
namespace {

constexpr std::size_t kLongestShellWord = 100;
constexpr std::size_t kListedPrs = 5;

bool has_control_character(std::string_view text) {
  while (!text.empty()) {
    const Utf8Char next = next_utf8(text);
    const char32_t c = next.code_point;
    if (c < 0x20 || (c >= 0x7f && c <= 0x9f)) return true;
    text.remove_prefix(next.size);
  }
  return false;
}

std::string_view without_article(std::string_view member) {
  constexpr std::string_view kArticle = "the ";
  if (member.starts_with(kArticle)) member.remove_prefix(kArticle.size());
  return member;
}

// `task` is one of `project`'s.
Task* mutable_task(Project& project, const Task* task) {
  return &project.tasks[static_cast<std::size_t>(task - project.tasks.data())];
}

}  // namespace

tl::unexpected<Error> refuse(ErrorCode code, std::string_view cannot, std::string_view why,
                             std::string hint) {
  return fail(Error{code, fmt::format("cannot {}: {}", cannot, why)}.hint(std::move(hint)));
}

void set_flag(Opt<bool>& flag, bool value) {
  if (value) {
    flag = true;
  } else {
    flag.reset();
  }
}

std::string shell_word(std::string_view text, std::string_view placeholder) {
  if (text.size() > kLongestShellWord) return std::string(placeholder);
  return shell_quoted(text).value_or(std::string(placeholder));
}

std::string lasting_task_word(std::string_view id, std::int64_t index) {
  const bool is_number = id.find_first_not_of("0123456789") == std::string_view::npos;
  if (is_number && !is_branch_id(id)) return std::to_string(index);
  return shell_word(id, std::to_string(index));
}

std::string_view verb_for(PrState state) {
  switch (state) {
    case PrState::kOpen:
      return "reopen";
    case PrState::kClosed:
      return "close";
    case PrState::kMerged:
      return "merge";
  }
  abort_with(__FILE__, __LINE__, "a pull request state that is none");
}

std::string list_prs(const std::vector<std::int64_t>& numbers) {
  std::string list;
  for (std::size_t at = 0; at < numbers.size(); ++at) {
    if (at == kListedPrs) return list + ", ...";
    list += fmt::format("{}#{}", at == 0 ? "" : ", ", numbers[at]);
  }
  return list;
}

Status check_text(std::string_view cannot, std::string_view member, std::string_view text) {
  if (const auto at = find_invalid_utf8(text); at != std::string_view::npos) {
    return refuse(ErrorCode::kInvalidInput, cannot,
                  fmt::format("{} is not UTF-8 (byte {})", member, at + 1),
                  fmt::format("give the {} in UTF-8", without_article(member)));
  }
  if (text.find('\0') != std::string_view::npos) {
    return refuse(ErrorCode::kInvalidInput, cannot, fmt::format("{} contains a NUL", member),
                  "leave the NUL out");
  }
  return {};
}

Status check_line(std::string_view cannot, std::string_view member, std::string_view text) {
  CS_TRY(check_text(cannot, member, text));
  if (has_control_character(text)) {
    return refuse(ErrorCode::kInvalidInput, cannot,
                  fmt::format("{} {} contains a control character", member, quoted(text)),
                  fmt::format("give the {} as one plain line", without_article(member)));
  }
  return {};
}

Status check_word(std::string_view cannot, std::string_view member, std::string_view text) {
  CS_TRY(check_line(cannot, member, text));
  if (trim(text).empty()) {
    return refuse(ErrorCode::kInvalidInput, cannot, fmt::format("{} is blank", member),
                  fmt::format("give the {}", without_article(member)));
  }
  return {};
}

Status check_reviewer(std::string_view cannot, std::string_view name) {
  return name.empty() ? Status() : check_word(cannot, "the reviewer", name);
}

Status check_description(std::string_view cannot, std::string_view text) {
  CS_TRY(check_text(cannot, "the description", text));
  if (trim(text).empty()) {
    return refuse(ErrorCode::kInvalidInput, cannot, "the description is blank",
                  "say in a few words what is to be done");
  }
  return {};
}

Result<Project*> open_project(Branch& branch, std::string_view name) {
  auto project = branch.edit(name);
  if (project || project.error().code != ErrorCode::kNotFound) return project;
  Error error = std::move(project).error();
  const bool is_known = !error.causes.empty() || nearest(name, branch.names());
  if (check_project_name(name) && !is_known) {
    error.hints.push_back(fmt::format("claudestep project create {}", name));
  }
  return fail(std::move(error));
}

Result<Task*> task_in(Project& project, std::string_view word) {
  CS_ASSIGN(const Task* task, resolve_task(project, word));
  return mutable_task(project, task);
}

Result<Task*> task_of_pr(Project& project, const PullRequest& pr) {
  CS_ASSIGN(const Task* task, only_task_of(project, pr));
  return task == nullptr ? static_cast<Task*>(nullptr) : mutable_task(project, task);
}

Result<std::vector<Text>> task_ids(const Project& project, const std::vector<TaskWord>& words) {
  std::vector<Text> ids;
  for (const TaskWord& word : words) {
    CS_ASSIGN(const Task* task, resolve_task(project, word));
    const Text id(task->id->value);
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  return ids;
}

Result<PullRequest*> find_only_pr(Project& project, std::int64_t number) {
  PullRequest* found = nullptr;
  for (PullRequest& pr : project.pull_requests) {
    if (pr.number.value != number) continue;
    if (found != nullptr) {
      return fail(Error{ErrorCode::kCorrupt, fmt::format("pull request #{} is recorded twice in {}",
                                                         number, quoted(project.name.value))}
                      .hint("claudestep fsck"));
    }
    found = &pr;
  }
  return found;
}

Result<PullRequest*> pr_in(Project& project, std::int64_t number) {
  CS_ASSIGN(auto* pr, find_only_pr(project, number));
  if (pr != nullptr) return pr;
  Error error{ErrorCode::kNotFound,
              fmt::format("no pull request #{} in {}", number, quoted(project.name.value))};
  std::vector<std::string> numbers;
  for (const PullRequest& known : project.pull_requests) {
    numbers.push_back(std::to_string(known.number.value));
  }
  if (const auto near = nearest(std::to_string(number), numbers)) {
    return fail(std::move(error).hint(fmt::format("did you mean #{}?", *near)));
  }
  return fail(std::move(error).hint(
      fmt::format("claudestep pr list {}", shell_word(project.name.value, "PROJECT"))));
}

void touch_form(Branch& branch, Project& project) {
  branch.note_effect();
  if (project.schema_version.value != kSchemaVersion) {
    project.schema_version = Text(std::string(kSchemaVersion));
  }
}

void touch(Branch& branch, Project& project, Instant now) {
  touch_form(branch, project);
  // Clocks differ a little, and none of them takes another's time back. What lies further ahead was
  // never the time, and would stay for ever.
  constexpr std::int64_t kDay = 86400;
  const Timestamp time(now);
  const bool keep = project.last_updated && !(project.last_updated->value < time) &&
                    project.last_updated->value.instant() <= plus_seconds(now, kDay);
  if (!keep) project.last_updated = Time(time);
}

void refresh_status(Project& project, const Opt<Text>& id) {
  if (!id) return;
  for (Task& task : project.tasks) {
    if (task.id == id) task.status = derive_status(project, task);
  }
}

void note_opened(Branch& branch, const Project& project, Task& task) {
  if (task.claim) task.claim.reset();  // an explicit null keeps its spelling
  std::vector<std::int64_t> open;
  for (const PullRequest& pr : project.pull_requests) {
    if (pr.state == PrState::kOpen && pr.task_id == task.id) open.push_back(pr.number.value);
  }
  if (open.size() < 2) return;
  branch.warn(fmt::format("task {} of {} has {} open pull requests: {}", task.index.value,
                          quoted(project.name.value), open.size(), list_prs(open)));
}

Timestamp with_zone(const Timestamp& time) {
  if (time.is_zoned()) return time;
  auto zoned = Timestamp::parse(time.text() + "Z");
  return zoned ? *std::move(zoned) : time;
}

}  // namespace claudestep::model

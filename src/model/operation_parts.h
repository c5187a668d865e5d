// Owns: what the parts of apply() share: finding what an operation names, refusing it in one form,
// and marking a project as changed. Private to model/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/branch.h"
#include "model/operation.h"
#include "model/project.h"

namespace claudestep::model {

// "cannot <cannot>: <why>", with one hint.
[[nodiscard]] tl::unexpected<Error> refuse(ErrorCode code, std::string_view cannot,
                                           std::string_view why, std::string hint);

// True, or absent for false.
void set_flag(Opt<bool>& flag, bool value);

// `text` as one word of a shell command in a hint, or `placeholder` when it is too long or odd to
// be shown.
[[nodiscard]] std::string shell_word(std::string_view text, std::string_view placeholder);

// The word by which a command that is typed later names a task: its id, which stays with it; its
// index, which an edit of the plan may change, where the id could be taken for another index, or
// cannot be shown.
[[nodiscard]] std::string lasting_task_word(std::string_view id, std::int64_t index);

// What brings a pull request into `state`: "reopen", "close", "merge".
[[nodiscard]] std::string_view verb_for(PrState state);

// "#41, #42": at most five, then "...".
[[nodiscard]] std::string list_prs(const std::vector<std::int64_t>& numbers);

// `value` as trailers have it: they are split at spaces and their parts at the first '=', so those,
// what is not graphic ASCII and the escape itself are written as %XX.
[[nodiscard]] std::string escape_value(std::string_view value);

// What can be a reviewer's name; the empty one is nobody's.
[[nodiscard]] Status check_reviewer(std::string_view cannot, std::string_view name);

// Refuse with kInvalidInput: a `member` ("the title") that is no UTF-8 or holds a NUL; that holds a
// control character as well; that is blank as well.
[[nodiscard]] Status check_text(std::string_view cannot, std::string_view member,
                                std::string_view text);
[[nodiscard]] Status check_line(std::string_view cannot, std::string_view member,
                                std::string_view text);
[[nodiscard]] Status check_word(std::string_view cannot, std::string_view member,
                                std::string_view text);
// Text that says something: not blank, lines allowed.
[[nodiscard]] Status check_description(std::string_view cannot, std::string_view text);

// Branch::edit, with how to make the project as a further hint where none is like it.
[[nodiscard]] Result<Project*> open_project(Branch& branch, std::string_view name);

// The task that `word` names, for changing it.
[[nodiscard]] Result<Task*> task_in(Project& project, std::string_view word);

// The task of `pr`, for changing it; null when it names none, kCorrupt when two have the id.
[[nodiscard]] Result<Task*> task_of_pr(Project& project, const PullRequest& pr);

// The ids of the tasks that `words` name, each once.
[[nodiscard]] Result<std::vector<Text>> task_ids(const Project& project,
                                                 const std::vector<TaskWord>& words);

// The pull request `number` for changing it: kNotFound without one, kCorrupt when there are two.
[[nodiscard]] Result<PullRequest*> pr_in(Project& project, std::int64_t number);

// The same, null when there is none.
[[nodiscard]] Result<PullRequest*> find_only_pr(Project& project, std::int64_t number);

// Says that the project is written in our form, without a change of what it says: the schema is
// ours, and the operation had an effect.
void touch_form(Branch& branch, Project& project);
// Says that the project changed at `now`, beside that. last_updated never goes back, but from where
// no clock can have been.
void touch(Branch& branch, Project& project, Instant now);

// Derives the status of the task with `id` again, when there is one.
void refresh_status(Project& project, const Opt<Text>& id);

// What follows when a pull request of `task` opens: its claim ends, and a second open one is worth
// a warning.
void note_opened(Branch& branch, const Project& project, Task& task);

// The same timestamp with its zone said.
[[nodiscard]] Timestamp with_zone(const Timestamp& time);

// One a kind of operation. Each edits the branch in place, and on refusal leaves it half done.
[[nodiscard]] Status apply_to(Branch& branch, const CreateProject& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const SetPlan& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const AddTask& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const EditTask& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const CheckTask& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const ClaimTask& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const ReleaseTask& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const OpenPr& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const SetPrState& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const AssignPr& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const RetitlePr& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const MovePr& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const AddAiOperations& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const RenameProject& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const ArchiveProject& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const UnarchiveProject& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const DeleteProject& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const MigrateProject& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const RepairProject& op, Instant now);
[[nodiscard]] Status apply_to(Branch& branch, const UndoCommit& op, Instant now);

}  // namespace claudestep::model

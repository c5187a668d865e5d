// The names of operations, and how a commit's subject and trailers tell them.
#include <fmt/format.h>

#include <utility>

#include "base/decimal.h"
#include "base/text.h"
#include "model/operation.h"
#include "model/operation_parts.h"

namespace claudestep::model {
namespace {

constexpr std::size_t kLongestInSubject = 40;
constexpr std::size_t kLongestQuoted = 100;

struct Name {
  std::string_view operator()(const CreateProject&) const { return "create-project"; }
  std::string_view operator()(const SetPlan&) const { return "set-plan"; }
  std::string_view operator()(const AddTask&) const { return "add-task"; }
  std::string_view operator()(const EditTask&) const { return "edit-task"; }
  std::string_view operator()(const CheckTask&) const { return "check-task"; }
  std::string_view operator()(const ClaimTask&) const { return "claim"; }
  std::string_view operator()(const ReleaseTask&) const { return "release"; }
  std::string_view operator()(const OpenPr&) const { return "open-pr"; }
  std::string_view operator()(const SetPrState&) const { return "set-pr-state"; }
  std::string_view operator()(const AssignPr&) const { return "assign"; }
  std::string_view operator()(const RetitlePr&) const { return "retitle"; }
  std::string_view operator()(const MovePr&) const { return "move-pr"; }
  std::string_view operator()(const AddAiOperations&) const { return "add-ai-operations"; }
  std::string_view operator()(const RenameProject&) const { return "rename"; }
  std::string_view operator()(const ArchiveProject&) const { return "archive"; }
  std::string_view operator()(const UnarchiveProject&) const { return "unarchive"; }
  std::string_view operator()(const DeleteProject&) const { return "delete"; }
  std::string_view operator()(const MigrateProject&) const { return "migrate"; }
  std::string_view operator()(const RepairProject&) const { return "repair"; }
  std::string_view operator()(const UndoCommit&) const { return "undo"; }
};

// A text in a subject: on one line, in quotes, cut.
std::string excerpt(std::string_view text) {
  return quoted(collapse_whitespace(text), kLongestInSubject);
}

// A name or id in a subject: without quotes, and cut only when it cannot be a project's.
std::string plain(std::string_view word) {
  const std::string text = quoted(word, kLongestQuoted);
  return text.substr(1, text.size() - 2);
}

// undo "close #80"; taking that back is redo "close #80", and so on.
std::string undo_deed(std::string_view subject) {
  constexpr std::string_view kUndo = "undo \"";
  constexpr std::string_view kRedo = "redo \"";
  if (subject.ends_with('"') && (subject.starts_with(kUndo) || subject.starts_with(kRedo))) {
    const std::string_view verb = subject.starts_with(kUndo) ? kRedo : kUndo;
    return std::string(verb) +
           plain(subject.substr(kUndo.size(), subject.size() - kUndo.size() - 1)) + "\"";
  }
  return std::string(kUndo) + plain(collapse_whitespace(subject)) + "\"";
}

// What was done, after "<project>: ".
struct Deed {
  std::string operator()(const CreateProject&) const { return "create"; }
  std::string operator()(const SetPlan& op) const {
    return fmt::format("set the plan ({})", counted(op.tasks.size(), "task"));
  }
  std::string operator()(const AddTask& op) const {
    if (op.index) return fmt::format("add task {}", *op.index);
    return fmt::format("add task {}", excerpt(op.description));
  }
  std::string operator()(const EditTask& op) const {
    return fmt::format("reword task {}", plain(op.task));
  }
  std::string operator()(const CheckTask& op) const {
    return fmt::format("{} task {}", op.checked ? "check" : "uncheck", plain(op.task));
  }
  std::string operator()(const ClaimTask& op) const {
    return fmt::format("claim task {}", plain(op.task));
  }
  std::string operator()(const ReleaseTask& op) const {
    return fmt::format("release task {}", plain(op.task));
  }
  std::string operator()(const OpenPr& op) const {
    return fmt::format("open #{} for task {}", op.pr, plain(op.task));
  }
  std::string operator()(const SetPrState& op) const {
    return fmt::format("{} #{}", verb_for(op.state), op.pr);
  }
  std::string operator()(const AssignPr& op) const {
    if (op.reviewer.empty()) return fmt::format("unassign #{}", op.pr);
    return fmt::format("assign #{} to {}", op.pr, plain(op.reviewer));
  }
  std::string operator()(const RetitlePr& op) const { return fmt::format("retitle #{}", op.pr); }
  std::string operator()(const MovePr& op) const {
    return fmt::format("move #{} to task {}", op.pr, plain(op.task));
  }
  std::string operator()(const AddAiOperations& op) const {
    Money cost;
    for (const AiOperation& operation : op.operations) {
      if (operation.cost_usd) cost += operation.cost_usd->value;
    }
    return fmt::format("record {} for #{} ({})", counted(op.operations.size(), "AI operation"),
                       op.pr, format_dollars(cost));
  }
  std::string operator()(const RenameProject& op) const {
    return fmt::format("rename to {}", plain(op.to));
  }
  std::string operator()(const ArchiveProject&) const { return "archive"; }
  std::string operator()(const UnarchiveProject&) const { return "unarchive"; }
  std::string operator()(const DeleteProject&) const { return "delete"; }
  std::string operator()(const MigrateProject&) const { return "migrate to schema 2.0"; }
  std::string operator()(const RepairProject&) const { return "repair"; }
  std::string operator()(const UndoCommit& op) const { return undo_deed(op.subject); }
};

// What an operation's trailer says after its project.
struct Keys {
  std::string operator()(const SetPlan& op) const {
    return fmt::format(" tasks={}", op.tasks.size());
  }
  std::string operator()(const AddTask& op) const {
    return op.index ? fmt::format(" index={}", *op.index) : "";
  }
  std::string operator()(const EditTask& op) const { return task(op.task); }
  std::string operator()(const CheckTask& op) const {
    return task(op.task) + (op.checked ? " checked=true" : " checked=false");
  }
  std::string operator()(const ClaimTask& op) const { return task(op.task); }
  std::string operator()(const ReleaseTask& op) const { return task(op.task); }
  std::string operator()(const OpenPr& op) const { return pr(op.pr) + task(op.task); }
  std::string operator()(const SetPrState& op) const {
    return fmt::format("{} state={}", pr(op.pr), to_string(op.state));
  }
  std::string operator()(const AssignPr& op) const { return pr(op.pr); }
  std::string operator()(const RetitlePr& op) const { return pr(op.pr); }
  std::string operator()(const MovePr& op) const { return pr(op.pr) + task(op.task); }
  std::string operator()(const AddAiOperations& op) const {
    return fmt::format("{} operations={}", pr(op.pr), op.operations.size());
  }
  std::string operator()(const RenameProject& op) const {
    return fmt::format(" to={}", escape_value(op.to));
  }
  std::string operator()(const UndoCommit& op) const {
    std::string keys = fmt::format(" commit={}", escape_value(op.commit));
    if (op.restored && op.restored->name != op.project) {
      keys += fmt::format(" to={}", escape_value(op.restored->name));
    }
    return keys;
  }
  template <typename Other>
  std::string operator()(const Other&) const {
    return {};
  }

 private:
  static std::string pr(std::int64_t number) { return fmt::format(" pr={}", number); }
  static std::string task(std::string_view word) {
    return fmt::format(" task={}", escape_value(word));
  }
};

}  // namespace

std::string escape_value(std::string_view value) {
  std::string out;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7f && c != '%' && c != '=') {
      out += c;
    } else {
      out += fmt::format("%{:02X}", byte);
    }
  }
  return out;
}

std::string_view name_of(const Operation& operation) {
  return std::visit(Name{}, operation);
}

const std::string& project_of(const Operation& operation) {
  return std::visit([](const auto& op) -> const std::string& { return op.project; }, operation);
}

std::string summarise(const Operation& operation) {
  return fmt::format("{}: {}", plain(project_of(operation)), std::visit(Deed{}, operation));
}

std::string trailer_of(const Operation& operation) {
  return fmt::format("{} project={}{}", name_of(operation), escape_value(project_of(operation)),
                     std::visit(Keys{}, operation));
}

}  // namespace claudestep::model

// The names of events, and how they are told.
#include <fmt/format.h>

#include "base/text.h"
#include "model/events.h"
#include "model/events_parts.h"

namespace claudestep::model {
namespace {

constexpr std::size_t kLongestWord = 100;
constexpr std::size_t kLongestExcerpt = 60;

std::string subject_of(const Event& event) {
  if (event.pr_number) return fmt::format("#{} ", *event.pr_number);
  if (event.task) return fmt::format("task {}: ", *event.task);
  return {};
}

// Whether its words hold the description of the task already.
bool tells_text(const Event& event) {
  switch (event.kind) {
    case EventKind::kTaskAdded:
    case EventKind::kTaskRemoved:
    case EventKind::kTaskEdited:
      return true;
    default:
      return false;
  }
}

bool same_sentence(const Event& a, const Event& b) {
  return a.project == b.project && a.task == b.task && a.task_id == b.task_id &&
         (a.task.has_value() || a.pr_number == b.pr_number);
}

}  // namespace

std::string_view to_string(EventKind kind) {
  switch (kind) {
    case EventKind::kProjectCreated:
      return "project_created";
    case EventKind::kProjectDeleted:
      return "project_deleted";
    case EventKind::kProjectRenamed:
      return "project_renamed";
    case EventKind::kProjectArchived:
      return "project_archived";
    case EventKind::kProjectUnarchived:
      return "project_unarchived";
    case EventKind::kUpgraded:
      return "upgraded";
    case EventKind::kPlanSet:
      return "plan_set";
    case EventKind::kTaskAdded:
      return "task_added";
    case EventKind::kTaskRemoved:
      return "task_removed";
    case EventKind::kTaskEdited:
      return "task_edited";
    case EventKind::kTaskMoved:
      return "task_moved";
    case EventKind::kTaskChecked:
      return "task_checked";
    case EventKind::kTaskUnchecked:
      return "task_unchecked";
    case EventKind::kTaskStatus:
      return "task_status";
    case EventKind::kClaimed:
      return "claimed";
    case EventKind::kReleased:
      return "released";
    case EventKind::kPrOpened:
      return "pr_opened";
    case EventKind::kPrRemoved:
      return "pr_removed";
    case EventKind::kPrState:
      return "pr_state";
    case EventKind::kPrAssigned:
      return "pr_assigned";
    case EventKind::kPrRetitled:
      return "pr_retitled";
    case EventKind::kPrMoved:
      return "pr_moved";
    case EventKind::kCost:
      return "cost";
    case EventKind::kProjectCompleted:
      return "project_completed";
    case EventKind::kProjectUncompleted:
      return "project_uncompleted";
    case EventKind::kOther:
      return "other";
    case EventKind::kRewritten:
      return "rewritten";
    case EventKind::kUnreadable:
      return "unreadable";
    case EventKind::kReadable:
      return "readable";
  }
  abort_with(__FILE__, __LINE__, "an event kind that is none");
}

Event file_event(EventKind kind, std::string_view project, std::string_view reason) {
  Event event;
  event.kind = kind;
  event.project = project;
  switch (kind) {
    case EventKind::kRewritten:
      event.phrase = "rewritten, no fact changed";
      break;
    case EventKind::kUnreadable:
      event.phrase = "cannot be read: " + escape_for_terminal(reason);
      break;
    case EventKind::kReadable:
      event.phrase = "can be read again";
      break;
    default:
      CS_CHECK(kind == EventKind::kProjectDeleted);
      event.phrase = "deleted";
      break;
  }
  return event;
}

std::string plain_word(std::string_view word) {
  const std::string text = quoted(word, kLongestWord);
  return text.substr(1, text.size() - 2);
}

std::string excerpt(std::string_view text) {
  return quoted(collapse_whitespace(text), kLongestExcerpt);
}

std::string text_of(const Event& event) {
  return subject_of(event) + event.phrase;
}

std::vector<Sentence> sentences_of(const std::vector<Event>& events) {
  std::vector<Sentence> sentences;
  bool told = false;  // whether the last sentence says what its task is
  const Event* last = nullptr;
  for (const Event& event : events) {
    const bool goes_on = last != nullptr && same_sentence(*last, event) &&
                         (event.task.has_value() || event.pr_number.has_value());
    if (!goes_on) {
      std::string lead;
      if (event.task && event.pr_number) lead = fmt::format("task {}: ", *event.task);
      told = false;
      sentences.push_back({lead + text_of(event), {}});
    } else if (event.pr_number && event.pr_number != last->pr_number) {
      sentences.back().text += ", " + text_of(event);
    } else {
      sentences.back().text += ", " + event.phrase;
    }
    told = told || tells_text(event) || event.task_text.empty();
    sentences.back().about = told ? std::string() : excerpt(event.task_text);
    last = &event;
  }
  return sentences;
}

}  // namespace claudestep::model

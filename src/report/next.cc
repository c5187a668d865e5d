#include "report/next.h"

#include <utility>

#include "base/time.h"
#include "report/json.h"
#include "report/pieces.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

std::string found_text(const query::Next& next, const Style& style) {
  const query::NextTask& task = *next.task;
  std::string text = (next.claim ? "claimed in " : "next in ") + safe(next.project) + ": " +
                     toned("task " + std::to_string(task.index), Tone::kStrong, style) + "\n";
  text += "  description  " + safe(task.description) + "\n";
  text += "  id           " + safe(task.id) + "\n";
  if (next.reviewer) text += "  reviewer     " + safe(*next.reviewer) + "\n";
  if (next.branch) text += "  branch       " + safe(*next.branch) + "\n";
  if (next.claim) {
    text += "  claim        by " + safe(next.claim->by) + " until " +
            format_instant(next.claim->expires) + "\n";
  }
  return text;
}

std::string waiting_text(const query::Waiting& waiting) {
  if (!waiting.index) return "a task depends on '" + safe(waiting.id) + "', which is no task";
  std::string text = "task " + std::to_string(*waiting.index) + " (" + safe(waiting.id) + ")";
  switch (waiting.why) {
    case query::Waiting::Why::kInProgress:
      text += " is in progress";
      for (std::size_t at = 0; at < waiting.open_pull_requests.size(); ++at) {
        text += (at == 0 ? ": #" : ", #") + std::to_string(waiting.open_pull_requests[at]);
      }
      break;
    case query::Waiting::Why::kClaimed:
      text += " is claimed by " + safe(waiting.claimed_by);
      break;
    case query::Waiting::Why::kPending:
    case query::Waiting::Why::kUnknown:
      text += " is pending, and another one depends on it";
      break;
  }
  return text;
}

std::string busy_text(const query::Next& next) {
  std::string text = "no reviewer of " + safe(next.project) + " has room\n";
  for (const query::Busy& busy : next.busy) {
    text += "  - " + safe(busy.reviewer) + " has " + std::to_string(busy.load) + " of " +
            std::to_string(busy.max) + " under way\n";
  }
  return text;
}

std::string none_text(const query::Next& next) {
  const std::string name = safe(next.project);
  if (next.reason == query::NextReason::kComplete) {
    return name + " is complete: every task is done\n";
  }
  if (next.unapproved) {
    return name + " is not approved: " + safe(next.unapproved->path) + " says " +
           safe(next.unapproved->status) + "\n";
  }
  if (next.reason == query::NextReason::kNoCapacity) return busy_text(next);
  if (next.archived) return name + " is archived: nothing in it is next\n";
  if (next.empty) return name + " has no tasks\n";
  std::string text = "nothing is ready in " + name + "\n";
  for (const query::Waiting& waiting : next.waiting_for) {
    text += "  - " + waiting_text(waiting) + "\n";
  }
  return text;
}

}  // namespace

std::string next_text(const query::Next& next, const Style& style) {
  return next.task ? found_text(next, style) : none_text(next);
}

std::string next_json(const query::Next& next) {
  JsonWriter writer = begin_answer("next");
  write_next(writer, next);
  return end_answer(std::move(writer));
}

void write_next(JsonWriter& writer, const query::Next& next) {
  write_text(writer, "project", next.project);
  writer.key("task");
  if (next.task) {
    writer.begin_object();
    write_count(writer, "index", next.task->index);
    write_text(writer, "id", next.task->id);
    write_text(writer, "description", next.task->description);
    writer.end_object();
  } else {
    writer.null();
  }
  write_text_or_null(writer, "reviewer", next.reviewer);
  write_text_or_null(writer, "branch", next.branch);
  write_claim(writer, next.claim);
  writer.key("reason");
  if (next.reason) {
    writer.string(query::to_string(*next.reason));
  } else {
    writer.null();
  }
  std::vector<std::string> ids;
  for (const query::Waiting& waiting : next.waiting_for) ids.push_back(waiting.id);
  write_strings(writer, "waiting_for", ids);
}

}  // namespace claudestep::report

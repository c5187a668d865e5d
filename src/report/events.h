// Owns: how `log` and `diff` show what happened (kind "events").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "model/events.h"
#include "report/style.h"

namespace claudestep::report {

// A commit, as far as it is shown.
struct EventSource {
  std::string commit;  // all hex digits
  Instant time;
  std::string author;
  std::optional<std::string> undoes;  // the commit that it takes back, all hex digits
};

// What happened to one project, in one commit or between two states.
struct EventEntry {
  std::optional<EventSource> source;  // none: between two states
  std::string project;
  std::vector<model::Event> events;
};

// What one commit did, under a line that names it; all entries have the same source. Or, without a
// source, what happened between two states. Ends in a newline; "" for no entries.
[[nodiscard]] std::string events_text(const std::vector<EventEntry>& entries, const Style& style);

// A line for each project of a commit: "1a2b3c4 auth: task 3: pending -> in_progress", with the
// commit that it takes back: "1a2b3c4 auth: undo of 2b3c4d5: #80 merged -> open".
[[nodiscard]] std::string events_oneline(const std::vector<EventEntry>& entries,
                                         const Style& style);

[[nodiscard]] std::string events_json(const std::vector<EventEntry>& entries);

}  // namespace claudestep::report

#include <utility>

#include "report/events.h"
#include "report/json.h"

namespace claudestep::report {

namespace {

void write_event(JsonWriter& writer, const model::Event& event) {
  const auto write_number = [&writer](std::string_view key,
                                      const std::optional<std::int64_t>& number) {
    writer.key(key);
    if (number) {
      writer.integer(*number);
    } else {
      writer.null();
    }
  };
  writer.begin_object();
  write_text(writer, "kind", to_string(event.kind));
  write_text(writer, "project", event.project);
  write_number("task", event.task);
  write_number("pr_number", event.pr_number);
  write_text_or_null(writer, "from", event.from);
  write_text_or_null(writer, "to", event.to);
  write_text(writer, "text", model::text_of(event));
  writer.end_object();
}

}  // namespace

std::string events_json(const std::vector<EventEntry>& entries) {
  JsonWriter writer = begin_answer("events");
  writer.key("entries").begin_array();
  for (const EventEntry& entry : entries) {
    const auto& source = entry.source;
    writer.begin_object();
    write_text_or_null(writer, "commit", source ? std::optional(source->commit) : std::nullopt);
    write_time(writer, "time", source ? std::optional(source->time) : std::nullopt);
    write_text_or_null(writer, "author", source ? std::optional(source->author) : std::nullopt);
    write_text_or_null(writer, "undoes", source ? source->undoes : std::nullopt);
    write_text(writer, "project", entry.project);
    writer.key("events").begin_array();
    for (const model::Event& event : entry.events) write_event(writer, event);
    writer.end_array();
    writer.end_object();
  }
  writer.end_array();
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "report/events.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kMostSentences = 20;  // of one project in one commit
constexpr std::size_t kMostOnOneLine = 3;
constexpr std::size_t kLeastWidth = 24;  // that sentences are wrapped to, however narrow it gets
constexpr std::size_t kHanging = 2;      // columns by which a wrapped line is set in

// "2026-01-27 10:00", in UTC.
std::string minute_of(Instant time) {
  std::string text = format_instant(time).substr(0, 16);
  text[10] = ' ';
  return text;
}

std::string heading(const EventSource& source, const Style& style) {
  std::string line = toned(short_id(source.commit), Tone::kFaint, style) + "  " +
                     minute_of(source.time) + "  " +
                     toned(safe(source.author), Tone::kStrong, style);
  if (source.undoes) line += "  undoes " + toned(short_id(*source.undoes), Tone::kFaint, style);
  return line + "\n";
}

// `text` over as many lines as a width asks for, broken at spaces; 0: one line.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t room = lines.empty() ? width : width - kHanging;
    const bool fits = display_width(line) + 1 + display_width(word) <= room;
    // A line that begins with "::" would be a command to a CI runner.
    if (width > 0 && !line.empty() && !fits && !word.starts_with("::")) {
      lines.push_back(std::move(line));
      line.clear();
    }
    if (!line.empty()) line += ' ';
    line += word;
  }
  lines.push_back(std::move(line));
  return lines;
}

Tone tone_of_events(const std::vector<model::Event>& events) {
  const bool broken = std::any_of(events.begin(), events.end(), [](const model::Event& event) {
    return event.kind == model::EventKind::kUnreadable;
  });
  return broken ? Tone::kWarning : Tone::kPlain;
}

std::vector<model::Sentence> first_sentences(const std::vector<model::Event>& events,
                                             std::size_t most) {
  std::vector<model::Sentence> sentences = model::sentences_of(events);
  if (sentences.size() > most) {
    const std::size_t more = sentences.size() - most;
    sentences.resize(most);
    sentences.push_back({"and " + std::to_string(more) + " more", {}});
  }
  return sentences;
}

void add_project(std::string& text, const EventEntry& entry, std::size_t column,
                 const Style& style) {
  const std::string name = safe(entry.project);
  const std::size_t lead = 2 + column + 2;
  std::size_t width = 0;
  if (style.width > 0) width = style.width > lead + kLeastWidth ? style.width - lead : kLeastWidth;
  bool first = true;
  for (const model::Sentence& sentence : first_sentences(entry.events, kMostSentences)) {
    bool hangs = false;
    for (const std::string& line : wrapped(safe(sentence.text), width)) {
      if (first) {
        text += "  " + toned(name, Tone::kStrong, style);
        text.append(column - std::min(column, display_width(name)) + 2, ' ');
      } else {
        text.append(lead + (hangs ? kHanging : 0), ' ');
      }
      text += toned(line, tone_of_events(entry.events), style) + "\n";
      first = false;
      hangs = true;
    }
    if (sentence.about.empty()) continue;
    for (const std::string& line :
         wrapped(safe(sentence.about), width - std::min(width, kHanging))) {
      text.append(lead + kHanging, ' ');
      text += toned(line, Tone::kFaint, style) + "\n";
    }
  }
}

}  // namespace

std::string events_text(const std::vector<EventEntry>& entries, const Style& style) {
  std::string text;
  if (entries.empty()) return text;
  if (entries.front().source) text += heading(*entries.front().source, style);
  std::size_t column = 0;
  for (const EventEntry& entry : entries) {
    column = std::max(column, display_width(safe(entry.project)));
  }
  for (const EventEntry& entry : entries) add_project(text, entry, column, style);
  return text;
}

std::string events_oneline(const std::vector<EventEntry>& entries, const Style& style) {
  std::string text;
  for (const EventEntry& entry : entries) {
    std::string line = safe(entry.project) + ": ";
    if (entry.source && entry.source->undoes) {
      line += "undo of " + short_id(*entry.source->undoes) + ": ";
    }
    bool first = true;
    for (const model::Sentence& sentence : first_sentences(entry.events, kMostOnOneLine)) {
      line += (first ? "" : "; ") + safe(sentence.text);
      first = false;
    }
    const std::string id = entry.source ? short_id(entry.source->commit) : "";
    if (style.width > id.size() + 1) {
      line = truncate_to_width(line, style.width - id.size() - 1, style.unicode ? "…" : "...");
    }
    text += toned(id, Tone::kFaint, style) + " " +
            toned(line, tone_of_events(entry.events), style) + "\n";
  }
  return text;
}

}  // namespace claudestep::report

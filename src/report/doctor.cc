#include "report/doctor.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "report/json.h"
#include "report/text.h"

namespace claudestep::report {

namespace {

Tone tone_of_health(query::Health health) {
  return health == query::Health::kOk ? Tone::kGood : Tone::kWarning;
}

std::size_t count_of(const std::vector<query::Checkup>& checkups, query::Health health) {
  return static_cast<std::size_t>(
      std::count_if(checkups.begin(), checkups.end(),
                    [&](const query::Checkup& checkup) { return checkup.health == health; }));
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

}  // namespace

std::string doctor_text(const std::vector<query::Checkup>& checkups, const Style& style) {
  constexpr std::size_t kHealthWidth = 9;
  std::size_t name_width = 0;
  for (const query::Checkup& checkup : checkups) {
    name_width = std::max(name_width, checkup.name.size() + 2);
  }
  std::string text;
  for (const query::Checkup& checkup : checkups) {
    const std::string health(to_string(checkup.health));
    text += toned(health, tone_of_health(checkup.health), style);
    text += std::string(kHealthWidth - health.size(), ' ');
    text += padded(checkup.name, name_width) + safe(checkup.message) + "\n";
    for (const std::string& hint : checkup.hints) {
      text += std::string(kHealthWidth + name_width, ' ') + "hint: " + safe(hint) + "\n";
    }
  }
  const std::size_t problems = count_of(checkups, query::Health::kProblem);
  const std::size_t warnings = count_of(checkups, query::Health::kWarning);
  if (problems + warnings == 0) return text + toned("all is well", Tone::kGood, style) + "\n";
  return text + counted(problems, "problem") + ", " + counted(warnings, "warning") + "\n";
}

std::string doctor_json(const std::vector<query::Checkup>& checkups) {
  JsonWriter writer = begin_answer("doctor");
  write_count(writer, "problems", static_cast<Int128>(count_of(checkups, query::Health::kProblem)));
  write_count(writer, "warnings", static_cast<Int128>(count_of(checkups, query::Health::kWarning)));
  writer.key("checks").begin_array();
  for (const query::Checkup& checkup : checkups) {
    writer.begin_object();
    write_text(writer, "check", checkup.name);
    write_text(writer, "status", to_string(checkup.health));
    write_text(writer, "message", checkup.message);
    write_strings(writer, "hints", checkup.hints);
    writer.end_object();
  }
  writer.end_array();
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report

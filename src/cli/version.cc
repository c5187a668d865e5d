#include "cli/version.h"

#include "report/json.h"

namespace claudestep::cli {

std::string version_text() {
  return "claudestep " CLAUDESTEP_VERSION " (" CLAUDESTEP_LIBRARIES ")\n";
}

std::string version_json() {
  JsonWriter answer = report::begin_answer("version");
  report::write_text(answer, "claudestep", CLAUDESTEP_VERSION);
  answer.key("libraries").begin_array();
  std::string_view left = CLAUDESTEP_LIBRARIES;
  while (!left.empty()) {
    const std::string_view one = left.substr(0, left.find(", "));
    const std::size_t space = one.find(' ');
    answer.begin_object();
    report::write_text(answer, "name", one.substr(0, space));
    report::write_text(answer, "version", one.substr(space + 1));
    answer.end_object();
    left.remove_prefix(one.size() == left.size() ? one.size() : one.size() + 2);
  }
  answer.end_array();
  return report::end_answer(std::move(answer));
}

}  // namespace claudestep::cli

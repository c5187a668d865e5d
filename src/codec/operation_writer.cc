#include <algorithm>
#include <string>

#include "base/decimal.h"
#include "codec/operation_codec.h"
#include "codec/operation_fields.h"
#include "codec/record_writer.h"

namespace claudestep::codec {
namespace {

// A number when reading that number back gives the same word, else a string.
void write_task_word(JsonWriter& writer, const std::string& word) {
  const bool digits = !word.empty() && word.front() != '0' &&
                      word.find_first_not_of("0123456789") == std::string::npos;
  if (digits && parse_integer(word)) {
    writer.raw(word);
  } else {
    writer.string(word);
  }
}

// Writes the members that each_field() names.
class FieldWriter {
 public:
  explicit FieldWriter(JsonWriter& writer) : writer_(writer) {}

  void text(std::string_view name, const std::string& text) { writer_.key(name).string(text); }
  void number(std::string_view name, std::int64_t number) { writer_.key(name).integer(number); }
  void task(std::string_view name, const std::string& word) {
    write_task_word(writer_.key(name), word);
  }
  void state(std::string_view name, model::PrState state) {
    text(name, std::string(to_string(state)));
  }
  void optional_text(std::string_view name, const std::optional<std::string>& value) {
    if (value) text(name, *value);
  }
  void optional_number(std::string_view name, const std::optional<std::int64_t>& value) {
    if (value) number(name, *value);
  }
  void optional_flag(std::string_view name, const std::optional<bool>& value) {
    if (value) flag(name, *value);
  }
  void optional_time(std::string_view name, const std::optional<Timestamp>& time) {
    if (time) text(name, time->text());
  }
  void optional_source(std::string_view name, const std::optional<model::Source>& source) {
    if (source) write_source(writer_.key(name), *source);
  }
  void flag(std::string_view name, bool value) { writer_.key(name).boolean(value); }
  void set_flag(std::string_view name, bool value) {
    if (value) flag(name, value);
  }
  void default_number(std::string_view name, std::int64_t value) { number(name, value); }
  void texts(std::string_view name, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    writer_.key(name).begin_array();
    for (const std::string& text : texts) writer_.string(text);
    writer_.end_array();
  }
  void tasks(std::string_view name, const std::vector<std::string>& words) {
    if (words.empty()) return;
    writer_.key(name).begin_array();
    for (const std::string& word : words) write_task_word(writer_, word);
    writer_.end_array();
  }
  void planned_tasks(std::string_view name, std::vector<model::PlannedTask>& tasks) {
    writer_.key(name).begin_array();
    for (model::PlannedTask& task : tasks) {
      writer_.begin_object();
      each_field(task, *this);
      writer_.end_object();
    }
    writer_.end_array();
  }
  void ai_operations(std::string_view name, const std::vector<model::AiOperation>& operations) {
    writer_.key(name).begin_array();
    for (const model::AiOperation& operation : operations) write_ai_operation(writer_, operation);
    writer_.end_array();
  }

 private:
  JsonWriter& writer_;
};

}  // namespace

void write_operation(JsonWriter& writer, const model::Operation& operation) {
  writer.begin_object();
  writer.key("op").string(model::name_of(operation));
  writer.key("project").string(model::project_of(operation));
  model::Operation copy = operation;  // each_field() serves reading too
  FieldWriter fields(writer);
  std::visit([&fields](auto& op) { each_field(op, fields); }, copy);
  writer.end_object();
}

}  // namespace claudestep::codec

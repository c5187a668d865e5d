#include <fmt/format.h>

#include <string>
#include <type_traits>
#include <utility>

#include "base/text.h"
#include "codec/json_reader.h"
#include "codec/operation_codec.h"
#include "codec/operation_fields.h"
#include "codec/record_reader.h"
#include "codec/records.h"

namespace claudestep::codec {
namespace {

using model::Operation;
using model::PlannedTask;

Result<std::string> read_plain_text(const Found& found) {
  return read_text(found).map([](model::Text&& text) { return std::move(text.value); });
}

Result<std::int64_t> read_number(const Found& found) {
  return read_positive(found).map([](const model::Integer& number) { return number.value; });
}

Result<Timestamp> read_timestamp(const Found& found) {
  return read_time(found).map([](model::Time&& time) { return std::move(time.value); });
}

// An index or an id.
Result<std::string> read_task_word(const Found& found) {
  if (found.value.is_string()) return read_plain_text(found);
  if (!found.value.is_number()) return refuse(found, "the index or the id of a task");
  return read_number(found).map([](std::int64_t index) { return std::to_string(index); });
}

Result<model::PrState> read_state(const Found& found) {
  const auto state =
      found.value.is_string() ? model::parse_pr_state(found.value.text) : std::nullopt;
  if (!state) return refuse(found, "one of open, merged, closed");
  return *state;
}

Result<PlannedTask> read_planned_task(const Found& found);

// The refusal of a member that is none of `names`.
Error unknown_member(const RecordReader& record, const Member& member,
                     const std::vector<std::string>& names) {
  Error error =
      Error{.code = record.source().code,
            .message = fmt::format("{} has an unknown member {}", record.path().to_string(),
                                   claudestep::quoted(member.key))}
          .at(Place{.file = std::string(record.source().file),
                    .line = member.mark.line,
                    .column = member.mark.column});
  if (const auto meant = nearest(member.key, names)) {
    error.hints.push_back(fmt::format("did you mean '{}'?", *meant));
  }
  return error;
}

// Reads the members that each_field() names. The first failure stays.
class FieldReader {
 public:
  explicit FieldReader(RecordReader& record) : record_(record) {}

  void text(std::string_view name, std::string& out) { required(name, out, read_plain_text); }
  void number(std::string_view name, std::int64_t& out) { required(name, out, read_number); }
  void task(std::string_view name, std::string& out) { required(name, out, read_task_word); }
  void state(std::string_view name, model::PrState& out) { required(name, out, read_state); }
  void optional_text(std::string_view name, std::optional<std::string>& out) {
    optional(name, out, read_plain_text);
  }
  void optional_number(std::string_view name, std::optional<std::int64_t>& out) {
    optional(name, out, read_number);
  }
  void optional_flag(std::string_view name, std::optional<bool>& out) {
    optional(name, out, read_bool);
  }
  void optional_time(std::string_view name, std::optional<Timestamp>& out) {
    optional(name, out, read_timestamp);
  }
  void optional_source(std::string_view name, std::optional<model::Source>& out) {
    optional(name, out, read_source);
  }
  void flag(std::string_view name, bool& out) { defaulted(name, out, read_bool); }
  void set_flag(std::string_view name, bool& out) { flag(name, out); }
  void default_number(std::string_view name, std::int64_t& out) {
    defaulted(name, out, read_number);
  }
  void texts(std::string_view name, std::vector<std::string>& out) {
    list(name, out, read_plain_text);
  }
  void tasks(std::string_view name, std::vector<std::string>& out) {
    list(name, out, read_task_word);
  }
  void planned_tasks(std::string_view name, std::vector<PlannedTask>& out) {
    required_list(name, out, read_planned_task);
  }
  void ai_operations(std::string_view name, std::vector<model::AiOperation>& out) {
    required_list(name, out, read_new_ai_operation);
  }

  // The first failure, or the refusal of a member that nobody named. Where one is missing that is
  // refused first: it may be the missing one, misspelt.
  Status finish() {
    if (!status_ && !is_missing_) return status_;
    const std::vector<const Member*> untaken = record_.untaken();
    if (untaken.empty()) return status_;
    return fail(unknown_member(record_, *untaken.front(), names_));
  }

 private:
  template <typename T, typename Read>
  void required(std::string_view name, T& out, Read&& read) {
    if (!begin(name)) return;
    is_missing_ = record_.peek(name) == nullptr;
    auto value = record_.required(name, read);
    if (value) {
      out = *std::move(value);
    } else {
      status_ = fail(std::move(value).error());
    }
  }

  template <typename T, typename Read>
  void optional(std::string_view name, std::optional<T>& out, Read&& read) {
    if (!begin(name)) return;
    model::Opt<T> value;
    status_ = record_.optional(name, value, read);
    if (status_ && value) out = std::move(*value);
  }

  template <typename T, typename Read>
  void defaulted(std::string_view name, T& out, Read&& read) {
    std::optional<T> value;
    optional(name, value, read);
    if (value) out = *value;
  }

  template <typename T, typename Read>
  void list(std::string_view name, std::vector<T>& out, Read&& read) {
    if (begin(name)) status_ = record_.list(name, out, read);
  }

  template <typename T, typename Read>
  void required_list(std::string_view name, std::vector<T>& out, Read&& read) {
    if (!begin(name)) return;
    is_missing_ = record_.peek(name) == nullptr;
    status_ = record_.required(
        name, [&](const Found& found) -> Status { return read_items(found, out, read); });
  }

  // False after a failure: then the member only counts as known.
  bool begin(std::string_view name) {
    names_.emplace_back(name);
    if (!status_) record_.take(name);
    return status_.has_value();
  }

  RecordReader& record_;
  std::vector<std::string> names_;
  Status status_;
  bool is_missing_ = false;  // the failure is that of a member which is not there
};

Result<PlannedTask> read_planned_task(const Found& found) {
  CS_ASSIGN(RecordReader record, RecordReader::open(found));
  PlannedTask task;
  FieldReader fields(record);
  each_field(task, fields);
  CS_TRY(fields.finish());
  return task;
}

// Makes an empty operation of each kind until one has that name.
template <std::size_t Kind = 0>
std::optional<Operation> make_operation(std::string_view name, std::vector<std::string>& names) {
  if constexpr (Kind < std::variant_size_v<Operation>) {
    Operation operation(std::in_place_index<Kind>);
    if (model::name_of(operation) == name) return operation;
    names.emplace_back(model::name_of(operation));
    return make_operation<Kind + 1>(name, names);
  } else {
    return std::nullopt;
  }
}

Result<Operation> read_kind(const Found& found) {
  std::vector<std::string> names;
  if (found.value.is_string()) {
    auto operation = make_operation(found.value.text, names);
    if (operation && std::holds_alternative<model::UndoCommit>(*operation)) {
      auto refusal = refuse(found, "an operation that says what it does");
      refusal.value().hints.emplace_back("to make one from the history: claudestep undo COMMIT");
      return refusal;
    }
    if (operation) return *std::move(operation);
  }
  auto refusal = refuse(found, "the name of an operation such as open-pr");
  if (const auto meant = nearest(found.value.text, names)) {
    refusal.value().hints.push_back(fmt::format("did you mean '{}'?", *meant));
  }
  return refusal;
}

// An operation of the kind that "op" names. Where there is none, a member that looks like it is
// named.
Result<Operation> read_operation_kind(RecordReader& record) {
  if (record.peek("op") == nullptr) {
    for (const Member& member : record.value().members) {
      Error error = unknown_member(record, member, {"op"});
      if (!error.hints.empty()) return fail(std::move(error));
    }
  }
  return record.required("op", read_kind);
}

}  // namespace

Result<Operation> operation_from_value(const Value& value, std::string_view file) {
  const Source source{.file = file, .code = ErrorCode::kInvalidInput};
  const Path path("the operation");
  CS_ASSIGN(RecordReader record, RecordReader::open({value, path, source}));
  CS_ASSIGN(Operation operation, read_operation_kind(record));
  CS_TRY(std::visit(
      [&](auto& op) -> Status {
        FieldReader fields(record);
        fields.text("project", op.project);
        each_field(op, fields);
        return fields.finish();
      },
      operation));
  return operation;
}

Result<std::vector<Operation>> read_operations(std::string_view bytes, std::string_view file) {
  std::vector<Operation> operations;
  JsonOptions options;
  options.file = file;
  options.code = ErrorCode::kInvalidInput;
  for (options.first_line = 1; !bytes.empty(); ++options.first_line) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (trim(line).empty()) continue;
    CS_ASSIGN(const Document document, read_json(std::string(line), options));
    CS_ASSIGN(Operation operation, operation_from_value(document.root(), file));
    operations.push_back(std::move(operation));
  }
  return operations;
}

}  // namespace claudestep::codec

#include "codec/claude_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "codec/json_reader.h"
#include "codec/record_reader.h"

namespace claudestep::codec {

namespace {

using model::AiOperation;

constexpr int kCostDigits = 9;
constexpr int kMicrosAMilli = 3;  // digits
// What a sum of binary fractions may be off for each of its parts: a micro-dollar.
constexpr Int128 kNoiseAModel = 1000;

// Where a result and the message that began its run were found.
struct Messages {
  std::vector<Document> documents;  // what the values below point into
  const Value* result = nullptr;
  const Value* init = nullptr;  // null: not there
};

bool is_message(const Value& value, std::string_view type, std::string_view subtype) {
  const Value* found = value.find("type");
  if (found == nullptr || found->text != type) return false;
  if (subtype.empty()) return true;
  found = value.find("subtype");
  return found != nullptr && found->text == subtype;
}

bool is_init(const Value& value) {
  return is_message(value, "system", "init");
}

JsonOptions json_options(std::string_view file) {
  JsonOptions options;
  options.file = file;
  options.code = ErrorCode::kInvalidInput;
  return options;
}

Result<Messages> read_whole(std::string bytes, std::string_view file) {
  CS_ASSIGN(Document document, read_json(std::move(bytes), json_options(file)));
  Messages messages;
  messages.documents.push_back(std::move(document));
  const Value& root = messages.documents.front().root();
  messages.result = &root;
  if (!root.is_array()) return messages;
  const Source source{.file = file, .code = ErrorCode::kInvalidInput};
  const Path path;
  if (root.items.empty()) return refuse({root, path, source}, "messages that end in a result");
  messages.result = &root.items.back();
  const auto init = std::find_if(root.items.begin(), root.items.end(), is_init);
  if (init != root.items.end()) messages.init = &*init;
  return messages;
}

struct RunLine {
  std::string_view text;
  std::uint32_t number = 0;
};

// The lines that are not blank.
std::vector<RunLine> run_lines_of(std::string_view bytes) {
  std::vector<RunLine> lines;
  for (std::uint32_t number = 1; !bytes.empty(); ++number) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    if (!trim(line).empty()) lines.push_back({line, number});
  }
  return lines;
}

Result<Document> read_line(const RunLine& line, std::string_view file) {
  JsonOptions options = json_options(file);
  options.first_line = line.number;
  return read_json(std::string(line.text), options);
}

// A message a line. Only lines up to the one that began the run are read, and the last.
Result<Messages> read_lines(const std::vector<RunLine>& lines, std::string_view file) {
  Messages messages;
  std::optional<std::size_t> init;
  for (std::size_t at = 0; !init && at + 1 < lines.size(); ++at) {
    CS_ASSIGN(Document document, read_line(lines[at], file));
    if (!is_init(document.root())) continue;
    init = messages.documents.size();
    messages.documents.push_back(std::move(document));
  }
  CS_ASSIGN(Document last, read_line(lines.back(), file));
  messages.documents.push_back(std::move(last));
  messages.result = &messages.documents.back().root();
  if (init) messages.init = &messages.documents[*init].root();
  return messages;
}

Result<Messages> read_messages(std::string bytes, std::string_view file) {
  const std::vector<RunLine> lines = run_lines_of(bytes);
  // A line that is an object by itself is no beginning of a longer document.
  if (lines.size() > 1 && trim(lines.front().text).ends_with('}') &&
      read_line(lines.front(), file)) {
    return read_lines(lines, file);
  }
  return read_whole(std::move(bytes), file);
}

Result<model::Cost> take_cost(const Found& found) {
  const auto number =
      found.value.is_number() ? parse_scaled(found.value.text, kCostDigits) : ScaledNumber{-1};
  if (!number) return refuse(found, "a number of at most 10^18");
  if (number->units < 0) return refuse(found, "a number of 0 or more");
  return model::Cost(Money{number->units});
}

Result<model::Integer> take_tokens(const Found& found) {
  CS_ASSIGN(const model::Integer number, read_integer(found));
  if (number.value < 0) return refuse(found, "a whole number of 0 or more");
  return model::Integer(number.value);
}

Result<model::Seconds> take_milliseconds(const Found& found) {
  const auto number =
      found.value.is_number() ? parse_scaled(found.value.text, kMicrosAMilli) : ScaledNumber{-1};
  if (!number) return refuse(found, "a number of at most 10^18");
  if (number->units < 0) return refuse(found, "a number of 0 or more");
  return model::Seconds(Duration{number->units});
}

Result<std::string> take_run_word(const Found& found) {
  CS_ASSIGN(model::Text text, read_text(found));
  if (trim(text.value).empty()) return refuse(found, "a name");
  return std::move(text.value);
}

// What the counts of tokens are called, which differs from place to place.
struct TokenNames {
  std::string_view input, output, cache_read, cache_write;
};
constexpr TokenNames kOfModel = {"inputTokens", "outputTokens", "cacheReadInputTokens",
                                 "cacheCreationInputTokens"};
constexpr TokenNames kOfRun = {"input_tokens", "output_tokens", "cache_read_input_tokens",
                               "cache_creation_input_tokens"};

Status take_usage(RecordReader& usage, const TokenNames& names, AiOperation& operation) {
  CS_ASSIGN(operation.tokens_input, usage.required(names.input, take_tokens));
  CS_ASSIGN(operation.tokens_output, usage.required(names.output, take_tokens));
  CS_TRY(usage.optional(names.cache_read, operation.tokens_cache_read, take_tokens));
  CS_TRY(usage.optional(names.cache_write, operation.tokens_cache_write, take_tokens));
  // Absent and null say the same here, and null is no count to record.
  if (!operation.tokens_cache_read) operation.tokens_cache_read.reset();
  if (!operation.tokens_cache_write) operation.tokens_cache_write.reset();
  return {};
}

// Fills in what all operations of the run have, for those of one model.
class OperationMaker {
 public:
  OperationMaker(const ClaudeCodeRun& run, std::string session)
      : run_(run), session_(std::move(session)) {}

  [[nodiscard]] AiOperation make(std::string_view model) const {
    AiOperation operation;
    operation.type = model::Text(run_.type);
    operation.model = model::Text(std::string(model));
    if (run_.created_at) operation.created_at = model::Time(*run_.created_at);
    std::string key = fmt::format("claude-code:{}:{}", session_, model);
    if (run_.workflow_run_id) {
      const std::string& id = *run_.workflow_run_id;
      operation.workflow_run_id = model::Text(id);
      operation.run_id_is_number = is_plain_number(id);
      key += ":" + id;
    }
    operation.operation_id = model::Text(std::move(key));
    operation.duration_seconds = model::Seconds(Duration{});
    return operation;
  }

 private:
  // Whether the digits are what a JSON number would be spelt as.
  static bool is_plain_number(std::string_view text) {
    constexpr std::size_t kMostDigits = 18;
    return !text.empty() && text.size() <= kMostDigits &&
           text.find_first_not_of("0123456789") == std::string_view::npos &&
           (text.front() != '0' || text.size() == 1);
  }

  const ClaudeCodeRun& run_;
  std::string session_;
};

Result<std::vector<AiOperation>> take_models(const Found& found, const OperationMaker& maker) {
  if (!found.value.is_object()) return refuse(found, "an object");
  std::vector<AiOperation> operations;
  for (const Member& member : found.value.members) {
    const Path path = found.path.member(member.key);
    if (trim(member.key).empty()) return refuse(found, "the names of models");
    CS_ASSIGN(RecordReader usage, RecordReader::open({member.value, path, found.source}));
    AiOperation operation = maker.make(member.key);
    CS_ASSIGN(operation.cost_usd, usage.required("costUSD", take_cost));
    CS_TRY(take_usage(usage, kOfModel, operation));
    operations.push_back(std::move(operation));
  }
  return operations;
}

Result<std::string> model_of_run(const Messages& messages, const ClaudeCodeRun& run,
                                 const RecordReader& result) {
  if (run.model) return *run.model;
  if (messages.init != nullptr) {
    const Path path("the message that began the run");
    CS_ASSIGN(RecordReader init, RecordReader::open({*messages.init, path, result.source()}));
    return init.required("model", take_run_word);
  }
  auto refusal = result.missing("modelUsage");
  refusal.value().hints.emplace_back("name the model of the whole run with --model MODEL");
  return refusal;
}

// The one operation of an output that does not tell its models apart.
Result<AiOperation> take_run(RecordReader& result, const OperationMaker& maker,
                             std::string_view model, const model::Cost& total) {
  AiOperation operation = maker.make(model);
  operation.cost_usd = total;
  const auto take = [&](const Found& found) -> Result<bool> {
    CS_ASSIGN(RecordReader usage, RecordReader::open(found));
    CS_TRY(take_usage(usage, kOfRun, operation));
    return true;
  };
  CS_TRY(result.required("usage", take));
  return operation;
}

Status check_sum(const std::vector<AiOperation>& operations, const model::Cost& total,
                 const RecordReader& result) {
  Money sum;
  for (const AiOperation& operation : operations) sum += operation.cost_usd->value;
  const Int128 off = sum.units - total.value.units;
  const Int128 noise = kNoiseAModel * static_cast<Int128>(operations.size() + 1);
  if (off <= noise && off >= -noise) return {};
  const Path path = result.path().member("total_cost_usd");
  auto refusal = refuse({*result.peek("total_cost_usd"), path, result.source()},
                        fmt::format("{}, the sum of modelUsage", to_string(sum)));
  refusal.value().hints.emplace_back(
      "nothing is recorded; what the run did cost can be recorded with claudestep op add");
  return refusal;
}

void give_duration(std::vector<AiOperation>& operations, const model::Opt<model::Seconds>& time) {
  const auto dearest = std::max_element(operations.begin(), operations.end(),
                                        [](const AiOperation& a, const AiOperation& b) {
                                          return a.cost_usd->value < b.cost_usd->value;
                                        });
  if (dearest != operations.end() && time) dearest->duration_seconds = time;
}

Status check_is_result(const Found& found) {
  if (is_message(found.value, "result", "")) return {};
  const Value* type = found.value.find("type");
  const Path path = found.path.member("type");
  auto refusal = type == nullptr ? refuse(found, R"(an object with "type": "result")")
                                 : refuse({*type, path, found.source}, "\"result\"");
  refusal.value().hints.emplace_back(
      "give what `claude -p --output-format json` printed, whole; or stream-json to its last line");
  return refusal;
}

}  // namespace

Result<std::vector<AiOperation>> read_claude_code(std::string bytes, std::string_view file,
                                                  const ClaudeCodeRun& run) {
  CS_ASSIGN(const Messages messages, read_messages(std::move(bytes), file));
  const Source source{.file = file, .code = ErrorCode::kInvalidInput};
  const Path root("the result");
  const Found found{*messages.result, root, source};
  CS_TRY(check_is_result(found));
  CS_ASSIGN(RecordReader result, RecordReader::open(found));
  CS_ASSIGN(std::string session, result.required("session_id", take_run_word));
  CS_ASSIGN(const model::Cost total, result.required("total_cost_usd", take_cost));
  model::Opt<model::Seconds> time;
  CS_TRY(result.optional("duration_ms", time, take_milliseconds));

  const OperationMaker maker(run, std::move(session));
  std::vector<AiOperation> operations;
  const Value* models = result.take_value("modelUsage");
  const bool tells_models = models != nullptr && !(models->is_object() && models->members.empty());
  if (tells_models) {
    const Path path = root.member("modelUsage");
    CS_ASSIGN(operations, take_models({*models, path, source}, maker));
    CS_TRY(check_sum(operations, total, result));
  } else if (models == nullptr || total.value != Money{}) {
    CS_ASSIGN(const std::string model, model_of_run(messages, run, result));
    CS_ASSIGN(AiOperation operation, take_run(result, maker, model, total));
    operations.push_back(std::move(operation));
  }
  give_duration(operations, time);
  return operations;
}

}  // namespace claudestep::codec

#include "cli/parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "cli/options.h"
#include "cli/value_types.h"
#include "cli/word_splitter.h"

namespace claudestep::cli {
namespace {

Error with_usage(const CommandSpec& spec, Error error) {
  error.hints.push_back("usage: " + usage_of(spec));
  return error;
}

Status take_options(const SplitWords& split, Arguments& arguments) {
  for (const SplitWords::Option& given : split.options) {
    for (const std::string& value : given.values) {
      if (Status status = check_value(given.spec->type, given.spec->choices, value); !status) {
        Error error = std::move(status).error();
        error.message = "option '" + flag_of(*given.spec) + "': " + error.message;
        return fail(std::move(error));
      }
      arguments.add(given.spec->name, value);
    }
  }
  return {};
}

Status check_required(const CommandSpec& spec, const Arguments& arguments) {
  std::vector<std::string> missing;
  for (const OptionSpec& option : spec.options) {
    if (option.required && !arguments.has(option.name)) {
      missing.push_back("'" + usage_of(option) + "'");
    }
  }
  if (missing.empty()) return {};
  std::string message = missing.size() == 1 ? "missing option " : "missing options ";
  for (std::size_t at = 0; at < missing.size(); ++at) {
    message += (at == 0 ? "" : ", ") + missing[at];
  }
  return fail(with_usage(spec, Error{ErrorCode::kUsage, std::move(message)}));
}

Status take_operand(const OperandSpec& operand, const std::string& word, Arguments& arguments) {
  if (Status status = check_value(operand.type, operand.choices, word); !status) {
    Error error = std::move(status).error();
    error.message = std::string(operand.name) + ": " + error.message;
    return fail(std::move(error));
  }
  arguments.add(operand.name, word);
  return {};
}

Status take_operands(const CommandSpec& spec, const std::vector<std::string>& words,
                     Arguments& arguments) {
  std::size_t at = 0;
  for (const OperandSpec& operand : spec.operands) {
    if (at == words.size() && !operand.optional) {
      const std::string message = "missing operand '" + std::string(operand.name) + "'";
      return fail(with_usage(spec, Error{ErrorCode::kUsage, message}));
    }
    const std::size_t end = operand.repeatable ? words.size() : std::min(at + 1, words.size());
    for (; at < end; ++at) CS_TRY(take_operand(operand, words[at], arguments));
  }
  if (at == words.size()) return {};
  const std::string message = "unexpected operand " + quoted(words[at]);
  return fail(with_usage(spec, Error{ErrorCode::kUsage, message}));
}

const OptionSpec* own_format(const CommandSpec& spec) {
  const auto found = std::find_if(spec.options.begin(), spec.options.end(),
                                  [](const OptionSpec& option) { return option.name == "format"; });
  return found == spec.options.end() ? nullptr : &*found;
}

// Whether --format says what the command reads (`op import`), so that --json alone says how it
// answers.
bool reads_a_format(const CommandSpec& spec) {
  return spec.kind == CommandKind::kWrite && own_format(spec) != nullptr;
}

// Makes --json and --format json one thing.
Status settle_format(const CommandSpec& spec, Arguments& arguments) {
  if (!arguments.has("json") || reads_a_format(spec)) return {};
  if (arguments.has("format")) {
    if (arguments.text("format") == "json") return {};
    return fail(ErrorCode::kUsage,
                "'--json' and '--format " + arguments.text("format") + "' contradict each other");
  }
  if (const OptionSpec* format = own_format(spec);
      format != nullptr && format->type == ValueType::kChoice) {
    if (Status status = check_value(format->type, format->choices, "json"); !status) {
      return fail(ErrorCode::kUsage, "option '--json': " + status.error().message);
    }
  }
  arguments.add("format", "json");
  return {};
}

Status refuse_what_reads_the_past(const CommandSpec& spec, const Arguments& arguments) {
  if (spec.kind != CommandKind::kWrite) return {};
  for (const std::string_view name : {"at", "local"}) {
    const bool own = std::any_of(spec.options.begin(), spec.options.end(),
                                 [&](const OptionSpec& option) { return option.name == name; });
    if (own || !arguments.has(name)) continue;
    return fail(ErrorCode::kUsage, "option '--" + std::string(name) +
                                       "' is for commands that read, '" + std::string(spec.name) +
                                       "' writes");
  }
  return {};
}

// The last value given for `flag` before "--", whatever else the words are.
std::optional<std::string> early_value(const std::vector<std::string>& words,
                                       const std::string& flag) {
  std::optional<std::string> value;
  for (std::size_t at = 0; at < words.size() && words[at] != "--"; ++at) {
    const std::string& word = words[at];
    if (word == flag && at + 1 < words.size()) value = words[at + 1];
    if (word.compare(0, flag.size() + 1, flag + "=") == 0) value = word.substr(flag.size() + 1);
  }
  return value;
}

}  // namespace

Result<Arguments> parse_arguments(const CommandSpec& spec, const std::vector<std::string>& words) {
  CS_ASSIGN(const SplitWords split, split_words(options_of(spec), words));
  Arguments arguments;
  arguments.set_spec(&spec);
  CS_TRY(take_options(split, arguments));
  CS_TRY(refuse_what_reads_the_past(spec, arguments));
  CS_TRY(take_operands(spec, split.operands, arguments));
  CS_TRY(check_required(spec, arguments));
  CS_TRY(settle_format(spec, arguments));
  return arguments;
}

bool asks_for_json(const std::vector<std::string>& words) {
  const auto end = std::find(words.begin(), words.end(), "--");
  return std::find(words.begin(), end, "--json") != end || early_value(words, "--format") == "json";
}

std::string asked_color(const std::vector<std::string>& words) {
  return early_value(words, "--color").value_or("auto");
}

}  // namespace claudestep::cli

#include "cli/completion.h"

#include <algorithm>
#include <optional>

#include "cli/command_lookup.h"
#include "cli/options.h"
#include "cli/word_splitter.h"

namespace claudestep::cli {
namespace {

using Options = std::vector<const OptionSpec*>;

bool starts_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

// Gathers candidates that begin as the word typed so far, each once.
class Gathering {
 public:
  explicit Gathering(std::string typed) : typed_(std::move(typed)) {}

  void add(std::string text, std::string_view help) {
    if (!starts_with(text, typed_)) return;
    const bool known = std::any_of(result_.candidates.begin(), result_.candidates.end(),
                                   [&](const Candidate& other) { return other.text == text; });
    if (!known) result_.candidates.push_back({std::move(text), std::string(help)});
  }

  // The values of a type; `prefix` is what stands before the value in the same word ("--format=").
  void add_values(ValueType type, const std::vector<std::string_view>& choices,
                  const NamesOf& names_of, const std::string& prefix = {}) {
    for (const std::string_view choice : choices) add(prefix + std::string(choice), "");
    if (type == ValueType::kFile) result_.paths = Completion::Paths::kFiles;
    if (type == ValueType::kFolder) result_.paths = Completion::Paths::kFolders;
    if (type == ValueType::kProject || type == ValueType::kRevision || type == ValueType::kCommit) {
      for (const std::string& name : names_of(type)) add(prefix + name, "");
    }
  }

  [[nodiscard]] Completion finish() && { return std::move(result_); }

 private:
  std::string typed_;
  Completion result_;
};

// The options to offer: the command's own and those that its help lists.
Options offered_options(const CommandSpec* spec) {
  Options options;
  if (spec == nullptr) {
    for (const OptionSpec& option : shared_options(CommandKind::kRead)) options.push_back(&option);
    return options;
  }
  for (const OptionSpec& option : spec->options) options.push_back(&option);
  const Options shared = listed_shared_options(*spec);
  options.insert(options.end(), shared.begin(), shared.end());
  return options;
}

// The option that waits for its value at the end of `words`.
const OptionSpec* waiting_option(const Options& options, const std::vector<std::string>& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == "--") return nullptr;
    const OptionSpec* option = wants_next_word(options, words[at]);
    if (option == nullptr) continue;
    if (at + 1 == words.size()) return option;
    ++at;
  }
  return nullptr;
}

void add_commands(Gathering& gathering, std::string_view family) {
  for (const CommandSpec* spec : command_table()) {
    if (spec->hidden) continue;
    const std::size_t space = spec->name.find(' ');
    const std::string_view first = spec->name.substr(0, space);
    if (family.empty()) {
      const bool whole = space == std::string_view::npos;
      gathering.add(std::string(first), whole ? spec->summary : std::string_view());
    } else if (first == family && space != std::string_view::npos) {
      gathering.add(std::string(spec->name.substr(space + 1)), spec->summary);
    }
  }
}

void add_options(Gathering& gathering, const Options& options, const SplitWords& given) {
  for (const OptionSpec* option : options) {
    const bool used =
        std::any_of(given.options.begin(), given.options.end(),
                    [&](const SplitWords::Option& other) { return other.spec == option; });
    if (!used || option->repeatable) gathering.add(flag_of(*option), option->help);
  }
}

const OperandSpec* next_operand(const CommandSpec& spec, std::size_t given) {
  if (given < spec.operands.size()) return &spec.operands[given];
  const bool more = !spec.operands.empty() && spec.operands.back().repeatable;
  return more ? &spec.operands.back() : nullptr;
}

void complete_operand(Gathering& gathering, const CommandSpec& spec, const SplitWords& given,
                      std::string_view typed, const NamesOf& names_of) {
  if (spec.name == "help") {
    add_commands(gathering, given.operands.empty() ? std::string_view() : given.operands.front());
    return;
  }
  const OperandSpec* operand = next_operand(spec, given.operands.size());
  if (operand != nullptr) gathering.add_values(operand->type, operand->choices, names_of);
  // Nothing more to name: only options can follow.
  else if (typed.empty())
    add_options(gathering, offered_options(&spec), given);
}

// A value in the word of its option: "--format=js".
void complete_attached_value(Gathering& gathering, const Options& options, std::string_view typed,
                             const NamesOf& names_of) {
  const std::string_view flag = typed.substr(0, typed.find('='));
  for (const OptionSpec* option : options) {
    if (option->type == ValueType::kFlag || flag_of(*option) != flag) continue;
    gathering.add_values(option->type, option->choices, names_of, std::string(flag) + "=");
  }
}

}  // namespace

Completion complete(const std::vector<std::string>& words, const NamesOf& names_of) {
  if (words.empty()) return complete({""}, names_of);
  const std::string& typed = words.back();
  const std::vector<std::string> before(words.begin(), words.end() - 1);
  const auto lookup = find_command(before);
  if (!lookup) return {};
  Gathering gathering(typed);
  const Options offered = offered_options(lookup->spec);
  const Options taken = lookup->spec == nullptr ? offered : options_of(*lookup->spec);
  const bool options_ended = std::find(before.begin(), before.end(), "--") != before.end();
  if (const OptionSpec* option = waiting_option(taken, before)) {
    gathering.add_values(option->type, option->choices, names_of);
    return std::move(gathering).finish();
  }
  const auto given = split_words(taken, lookup->rest);
  if (!given) return {};
  if (!options_ended && typed.size() > 2 && starts_with(typed, "--") &&
      typed.find('=') != std::string::npos) {
    complete_attached_value(gathering, offered, typed, names_of);
  } else if (!options_ended && starts_with(typed, "-")) {
    add_options(gathering, offered, *given);
  } else if (lookup->spec != nullptr) {
    complete_operand(gathering, *lookup->spec, *given, typed, names_of);
  } else {
    add_commands(gathering, lookup->family);
  }
  return std::move(gathering).finish();
}

}  // namespace claudestep::cli

#include "cli/word_splitter.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/text.h"
#include "cli/options.h"

namespace claudestep::cli {
namespace {

// Whether CLI11 leaves `word` over because it is an option it does not know, and not an operand.
bool looks_like_option(std::string_view word) {
  return word.size() > 1 && word[0] == '-' && !is_digit(word[1]);
}

const OptionSpec* find_long(const std::vector<const OptionSpec*>& options, std::string_view name) {
  if (name.size() < 2) return nullptr;
  const auto found = std::find_if(options.begin(), options.end(),
                                  [&](const OptionSpec* option) { return option->name == name; });
  return found == options.end() ? nullptr : *found;
}

// CLI11 takes "--title=" for "--title" and then eats the next word, and it lets "--dry-run=false"
// unset a flag. So the first becomes two words and the second is refused before it sees them.
Result<std::vector<std::string>> prepared(const std::vector<const OptionSpec*>& options,
                                          const std::vector<std::string>& words) {
  std::vector<std::string> out;
  out.reserve(words.size());
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (word == "--") {
      out.insert(out.end(), words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
      break;
    }
    if (const OptionSpec* option = wants_next_word(options, word); option != nullptr) {
      if (at + 1 == words.size()) {
        return fail(ErrorCode::kUsage, "option '" + usage_of(*option) + "' needs a value");
      }
      out.push_back(word);
      out.push_back(words[++at]);
      continue;
    }
    const std::size_t equals = word.find('=');
    if (word.compare(0, 2, "--") == 0 && equals != std::string::npos) {
      const OptionSpec* option = find_long(options, word.substr(2, equals - 2));
      if (option != nullptr && option->type == ValueType::kFlag) {
        return fail(ErrorCode::kUsage, "option '" + flag_of(*option) + "' takes no value");
      }
      if (option != nullptr && equals + 1 == word.size()) {
        out.push_back(word.substr(0, equals));
        out.emplace_back();
        continue;
      }
    }
    out.push_back(word);
  }
  return out;
}

std::string names_for_cli11(const OptionSpec& option) {
  std::string names;
  if (option.letter != 0) names = std::string("-") + option.letter;
  if (option.name.size() > 1) {
    if (!names.empty()) names += ',';
    names += "--" + std::string(option.name);
  }
  return names;
}

// Registers `spec` so that its values land in `values`, one for each time it is given.
void add_option(CLI::App& app, const OptionSpec& spec, std::vector<std::string>& values) {
  const auto keep = [&values](const CLI::results_t& results) {
    values = results;
    return true;
  };
  if (spec.type == ValueType::kFlag) {
    app.add_flag_callback(names_for_cli11(spec), [] {})
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    return;
  }
  app.add_option(names_for_cli11(spec), keep)
      ->expected(1)
      ->type_size(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

// What CLI11 left over are operands and options that it does not know.
Result<std::vector<std::string>> operands_of(const std::vector<std::string>& left,
                                             const std::vector<const OptionSpec*>& options) {
  std::vector<std::string> operands;
  bool options_ended = false;
  for (const std::string& word : left) {
    if (!options_ended && word == "--") {
      options_ended = true;
    } else if (!options_ended && looks_like_option(word)) {
      return fail(unknown_option(word.substr(0, word.find('=')), options));
    } else {
      operands.push_back(word);
    }
  }
  return operands;
}

}  // namespace

const OptionSpec* wants_next_word(const std::vector<const OptionSpec*>& options,
                                  std::string_view word) {
  if (!looks_like_option(word)) return nullptr;
  if (word[1] == '-') {
    const OptionSpec* option = find_long(options, word.substr(2));
    return option != nullptr && option->type != ValueType::kFlag ? option : nullptr;
  }
  for (std::size_t at = 1; at < word.size(); ++at) {
    const auto found = std::find_if(options.begin(), options.end(), [&](const OptionSpec* option) {
      return option->letter != 0 && option->letter == word[at];
    });
    if (found == options.end()) return nullptr;
    if ((*found)->type != ValueType::kFlag) return at + 1 == word.size() ? *found : nullptr;
  }
  return nullptr;
}

Error unknown_option(std::string_view flag, const std::vector<const OptionSpec*>& options) {
  Error error{ErrorCode::kUsage, "unknown option " + quoted(flag)};
  if (flag.size() < 3) return error;  // any letter is as near as any other
  std::vector<std::string> flags;
  for (const OptionSpec* option : options) flags.push_back(flag_of(*option));
  if (const auto near = nearest(flag, flags)) {
    error.hints.push_back("did you mean '" + *near + "'?");
  }
  return error;
}

Result<SplitWords> split_words(const std::vector<const OptionSpec*>& options,
                               const std::vector<std::string>& words) {
  CS_ASSIGN(std::vector<std::string> ready, prepared(options, words));
  SplitWords split;
  try {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::vector<std::vector<std::string>> values(options.size());
    std::vector<CLI::Option*> handles;
    for (std::size_t at = 0; at < options.size(); ++at) {
      add_option(app, *options[at], values[at]);
      handles.push_back(app.get_options().back());
    }
    std::reverse(ready.begin(), ready.end());  // CLI11 takes the first word from the end
    app.parse(ready);
    for (std::size_t at = 0; at < options.size(); ++at) {
      if (handles[at]->count() == 0) continue;
      if (options[at]->type == ValueType::kFlag) values[at].assign(handles[at]->count(), "true");
      split.options.push_back({options[at], std::move(values[at])});
    }
    CS_ASSIGN(split.operands, operands_of(app.remaining(), options));
  } catch (const CLI::Error& error) {
    return fail(
        Error{ErrorCode::kUsage, "the command line cannot be read"}.caused_by(error.what()));
  }
  return split;
}

}  // namespace claudestep::cli

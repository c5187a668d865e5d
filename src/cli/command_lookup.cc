#include "cli/command_lookup.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "cli/options.h"
#include "cli/word_splitter.h"

namespace claudestep::cli {
namespace {

bool is_family(std::string_view word) {
  const std::vector<const CommandSpec*>& table = command_table();
  return std::any_of(table.begin(), table.end(), [&](const CommandSpec* spec) {
    return spec->name.size() > word.size() && first_word(spec->name) == word;
  });
}

// An option by which words can be told from values before the command is known: the shared ones,
// then those of any command.
template <typename Predicate>
const OptionSpec* find_option(Predicate matches) {
  for (const CommandKind kind : {CommandKind::kRead, CommandKind::kWrite}) {
    for (const OptionSpec& option : shared_options(kind)) {
      if (matches(option)) return &option;
    }
  }
  for (const CommandSpec* spec : command_table()) {
    for (const OptionSpec& option : spec->options) {
      if (matches(option)) return &option;
    }
  }
  return nullptr;
}

// The scan over words, one at a time, until the name of the command is whole.
class Scan {
 public:
  explicit Scan(const std::vector<std::string>& words) : words_(words) {}

  Result<Lookup> run() {
    for (at_ = 0; at_ < words_.size(); ++at_) {
      const std::string& word = words_[at_];
      const bool literal = options_ended_ || word.size() < 2 || word[0] != '-';
      if (literal) {
        CS_TRY(take_word(word));
      } else if (word == "--") {
        // Stays for the command, whose operands it may protect.
        options_ended_ = true;
        found_.rest.push_back(word);
      } else {
        CS_TRY(take_option(word));
      }
    }
    if (!named() && !family_.empty()) {
      if (const CommandSpec* spec = command_named(family_))
        found_.spec = spec;
      else
        found_.family = family_;
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool named() const { return found_.spec != nullptr; }

  Status take_word(const std::string& word) {
    if (named()) {
      found_.rest.push_back(word);
    } else if (!family_.empty()) {
      return take_second_word(word);
    } else if (is_family(word)) {
      family_ = word;
    } else if (const CommandSpec* spec = command_named(word)) {
      found_.spec = spec;
    } else {
      return fail(unknown_command(word));
    }
    return {};
  }

  Status take_second_word(const std::string& word) {
    const std::string name = family_ + " " + word;
    found_.spec = command_named(name);
    if (named()) return {};
    found_.spec = command_named(family_);
    if (!named()) return fail(unknown_command(name));
    found_.rest.push_back(word);
    return {};
  }

  Status take_option(const std::string& word) {
    found_.rest.push_back(word);
    const OptionSpec* option = word[1] == '-' ? long_option(word) : last_of_cluster(word);
    if (option == nullptr) {
      // The command's own options are judged by its own parse, which knows them.
      if (named()) return {};
      return fail(unknown_option(word.substr(0, word.find('=')), everywhere()));
    }
    if (option->type != ValueType::kFlag && !value_attached_ && at_ + 1 < words_.size()) {
      found_.rest.push_back(words_[++at_]);
    }
    return {};
  }

  const OptionSpec* long_option(const std::string& word) {
    const std::size_t equals = word.find('=');
    value_attached_ = equals != std::string::npos;
    const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
    if (name == "help") found_.help = true;
    if (name == "version") found_.version = true;
    return known([&](const OptionSpec& option) { return name.size() > 1 && option.name == name; });
  }

  const OptionSpec* last_of_cluster(const std::string& word) {
    const OptionSpec* option = nullptr;
    value_attached_ = false;
    for (std::size_t at = 1; at < word.size(); ++at) {
      option = known([&](const OptionSpec& o) { return o.letter != 0 && o.letter == word[at]; });
      if (option == nullptr) return nullptr;
      if (option->name == "help") found_.help = true;
      value_attached_ = at + 1 < word.size();
      if (option->type != ValueType::kFlag) return option;
    }
    return option;
  }

  // The command's own option once it is known, else any command's.
  template <typename Predicate>
  [[nodiscard]] const OptionSpec* known(Predicate matches) const {
    if (!named()) return find_option(matches);
    for (const OptionSpec* option : options_of(*found_.spec)) {
      if (matches(*option)) return option;
    }
    return nullptr;
  }

  static std::vector<const OptionSpec*> everywhere() {
    std::vector<const OptionSpec*> options;
    for (const OptionSpec& option : shared_options(CommandKind::kRead)) options.push_back(&option);
    return options;
  }

  const std::vector<std::string>& words_;
  std::size_t at_ = 0;
  std::string family_;
  bool options_ended_ = false;
  bool value_attached_ = false;
  Lookup found_;
};

}  // namespace

std::string_view first_word(std::string_view name) {
  return name.substr(0, name.find(' '));
}

Result<Lookup> find_command(const std::vector<std::string>& words) {
  return Scan(words).run();
}

const CommandSpec* command_named(std::string_view name) {
  const std::vector<const CommandSpec*>& table = command_table();
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const CommandSpec* spec) { return spec->name == name; });
  return found == table.end() ? nullptr : *found;
}

std::vector<const CommandSpec*> commands_of_family(std::string_view family) {
  std::vector<const CommandSpec*> commands;
  for (const CommandSpec* spec : command_table()) {
    const bool longer = spec->name.size() > family.size();
    if (!spec->hidden && longer && first_word(spec->name) == family) commands.push_back(spec);
  }
  return commands;
}

Error unknown_command(std::string_view name) {
  Error error{ErrorCode::kUsage, "unknown command " + quoted(name)};
  std::vector<std::string> names;
  for (const CommandSpec* spec : command_table()) {
    if (spec->hidden) continue;
    names.emplace_back(spec->name);
    names.emplace_back(first_word(spec->name));
  }
  if (const auto near = nearest(name, names)) {
    error.hints.push_back("did you mean '" + *near + "'?");
  } else {
    const std::string_view family = first_word(name);
    error.hints.push_back(is_family(family) ? "claudestep " + std::string(family) + " --help"
                                            : "claudestep --help");
  }
  return error;
}

}  // namespace claudestep::cli

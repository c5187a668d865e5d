#include "cli/asked.h"

#include <iterator>
#include <sstream>
#include <string_view>
#include <vector>

#include "cli/command_lookup.h"
#include "model/operation_parts.h"

namespace claudestep::cli {
namespace {

// Whether what begins there is a command, as hints write one: alone, after what it does, after
// another one, or within one that takes what it says.
bool is_command(const std::string& hint, std::size_t at) {
  const std::string_view before = std::string_view(hint).substr(0, at);
  if (before.empty()) return true;
  for (const std::string_view lead : {": ", "; ", " && ", ", or ", "$("}) {
    if (before.ends_with(lead)) return true;
  }
  return false;
}

bool names_repository(std::string_view command) {
  return command.starts_with("-C ") || command.starts_with("--git-dir=");
}

// Whether it does, or takes none.
bool names_branch(std::string_view command) {
  std::istringstream text{std::string(command)};
  const std::vector<std::string> words{std::istream_iterator<std::string>(text), {}};
  const auto lookup = find_command(words);
  const bool takes_one =
      lookup && lookup->spec != nullptr && lookup->spec->kind != CommandKind::kFree;
  return !takes_one || command.find("--ref ") != std::string_view::npos;
}

// Puts `words` after the name of the program in each of its commands of which `says_so_already` is
// not true.
template <typename Predicate>
void add_to_commands(std::string& hint, std::string_view program, const std::string& words,
                     Predicate says_so_already) {
  if (words.empty()) return;
  const std::string begin = std::string(program) + " ";
  for (std::size_t at = 0; (at = hint.find(begin, at)) != std::string::npos; at += begin.size()) {
    const std::string_view command =
        std::string_view(hint).substr(at, hint.find(" && ", at) - at).substr(begin.size());
    if (is_command(hint, at) && !says_so_already(command)) hint.insert(at + program.size(), words);
  }
}

}  // namespace

Asked asked_with(const Arguments& arguments) {
  Asked asked;
  for (const std::string& folder : arguments.all("C")) {
    if (!folder.empty()) asked.repository += " -C " + model::shell_word(folder, "DIR");
  }
  if (const auto git_dir = arguments.maybe("git-dir")) {
    asked.repository += " --git-dir=" + model::shell_word(*git_dir, "DIR");
  }
  if (const auto ref = arguments.maybe("ref")) {
    asked.branch = " --ref " + model::shell_word(*ref, "BRANCH");
  }
  return asked;
}

std::string for_asked(const Asked& asked, std::string hint) {
  add_to_commands(hint, "claudestep", asked.branch, names_branch);
  add_to_commands(hint, "git", asked.repository, names_repository);
  add_to_commands(hint, "claudestep", asked.repository, names_repository);
  return hint;
}

}  // namespace claudestep::cli

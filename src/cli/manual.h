// Owns: the pages of the manual as data: one a command and one for the program, made from the table
// of commands. Leaves to others: those made from docs/ (cli/manual_chapters.h), the forms they are
// shown in (cli/manual_forms.h).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.h"

namespace claudestep::cli {

struct ManualBlock {
  enum class Kind {
    kProse,  // paragraphs, parted by empty lines; a line that begins with a space stays a line
    kUsage,  // one line of usage, whose `parts` may be on lines of their own
    kExact,  // lines as they stand
    kTerms,  // terms with their meanings, which may be several paragraphs
    kItems,  // a list: markers ("-", "2.") with one paragraph each
  };
  Kind kind = Kind::kProse;
  std::string text = {};
  std::vector<std::string> parts = {};
  std::vector<std::pair<std::string, std::string>> terms = {};
};

struct ManualSection {
  std::string title;  // "EXIT STATUS"; a part of a section is titled "Start"
  std::vector<ManualBlock> blocks;
  bool is_part = false;  // of the section before it
};

struct ManualPage {
  std::string name;     // "claudestep-pr-open"
  std::string summary;  // one line, no full stop
  std::vector<ManualSection> sections;
  int section = 1;  // of the manual: 1 for commands, 7 for what is about none
};

// "claudestep-pr-open" for the command "pr open", "claudestep" for "".
[[nodiscard]] std::string manual_name(std::string_view command);

// The page of the program: what it is for, its commands, what holds for all of them.
[[nodiscard]] ManualPage manual_of_program();

// The page of a command: everything that is to be known about it.
[[nodiscard]] ManualPage manual_of(const CommandSpec& spec);

}  // namespace claudestep::cli

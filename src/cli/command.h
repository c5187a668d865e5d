// Owns: what a command is: data from which parsing, help, man pages, completions and the reference
// come, and the function that runs it. A new command is one file in cli/ that defines an `extern
// const CommandSpec kNameCommand = {...}`, and one line in command_table.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cli/context.h"

namespace claudestep::cli {

class Arguments;

// What a value may be, for checking and for completion.
enum class ValueType {
  kFlag,      // no value
  kText,      // anything
  kInteger,   // a whole number
  kPositive,  // a whole number from 1
  kChoice,    // one of `choices`
  kTime,      // an instant or a date
  kMoment,    // 30d, 2w, a date, an instant
  kDuration,  // 2h, 30m
  kOpId,      // what stands for one write
  kProject,   // a project of the branch
  kTask,      // an index or an id
  kRevision,  // anything git can name
  kCommit,    // a commit of the branch
  kFile,      // a path, or "-" for standard input where the help says so
  kFolder,    // a path of a folder
};

struct OptionSpec {
  std::string_view name = {};  // "at-time", without dashes
  char letter = 0;             // 'q' for -q
  ValueType type = ValueType::kFlag;
  std::string_view value_name = {};  // "TIME"; shown in help
  std::string_view help = {};        // one sentence, no full stop
  bool required = false;
  bool repeatable = false;
  std::vector<std::string_view> choices = {};
};

struct OperandSpec {
  std::string_view name = {};  // "PROJECT"
  ValueType type = ValueType::kText;
  std::string_view help = {};
  bool optional = false;
  bool repeatable = false;                     // the last one only
  std::vector<std::string_view> choices = {};  // for kChoice
};

enum class Group { kStart, kLook, kWork, kPlan, kTruth, kCheck, kProjects, kPublish, kPlumbing };

// Which of the shared options a command takes besides its own, and what it needs.
enum class CommandKind {
  kFree,   // needs no repository
  kRead,   // reads the branch: --ref, --at, --local, ...
  kWrite,  // changes it: --dry-run, --op-id, --timeout as well
};

struct CommandSpec {
  std::string_view name = {};  // "pr open"
  Group group = Group::kWork;
  CommandKind kind = CommandKind::kRead;
  std::string_view summary = {};      // one line, imperative, no full stop: "record a merge"
  std::string_view example = {};      // the first line of its help: "claudestep stats auth"
  std::string_view description = {};  // paragraphs of plain text
  std::vector<OperandSpec> operands = {};
  std::vector<OptionSpec> options = {};
  std::string_view json_kind = {};  // the `kind` of its JSON, "" when it has none
  // Runs it. The int is the exit code (0, or 1 for "the answer is no").
  Result<int> (*run)(Context& context, const Arguments& arguments) = nullptr;
  bool hidden = false;               // works, but is listed nowhere
  std::string_view no_means = {};    // what exit 1 says, "nothing is ready"; "" when it never does
  std::string_view more_codes = {};  // exit codes that others of its kind do not have, "35"
};

// Parsed words. Names are those of the spec ("at-time", "PROJECT"). Types were checked on parsing,
// so the typed getters only convert.
class Arguments {
 public:
  [[nodiscard]] const CommandSpec& spec() const;
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] const std::string& text(std::string_view name) const;  // Requires: has(name)
  [[nodiscard]] std::optional<std::string> maybe(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& all(
      std::string_view name) const;                                 // empty when not given
  [[nodiscard]] std::int64_t integer(std::string_view name) const;  // Requires: has(name)
  [[nodiscard]] bool json() const;                                  // --json or --format json

  void add(std::string_view name, std::string value);
  void set_spec(const CommandSpec* spec) { spec_ = spec; }

 private:
  const CommandSpec* spec_ = nullptr;
  std::vector<std::pair<std::string, std::vector<std::string>>> values_;
};

// Every command, in the order of the groups.
[[nodiscard]] const std::vector<const CommandSpec*>& command_table();

// The shared options of a kind of command, in the order they are shown.
[[nodiscard]] const std::vector<OptionSpec>& shared_options(CommandKind kind);

// The whole program: finds the command in `words` (argv without the program's name), parses, runs,
// prints the error there is. Returns the exit code.
[[nodiscard]] int run_program(Context& context, const std::vector<std::string>& words);

}  // namespace claudestep::cli

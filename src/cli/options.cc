#include "cli/options.h"

#include <algorithm>

namespace claudestep::cli {
namespace {

// Bits for the kinds whose help lists a shared option.
enum Kinds : unsigned { kInFree = 1, kInRead = 2, kInWrite = 4, kInAll = 7 };

struct Shared {
  unsigned listed_in;
  OptionSpec option;
};

// Options that are recognised before the command is known, in the order in which they are shown.
const std::vector<Shared>& shared() {
  static const std::vector<Shared> options = {
      {kInWrite, {.name = "dry-run", .help = "print the operations and the diff, commit nothing"}},
      {kInWrite,
       {.name = "op-id",
        .type = ValueType::kOpId,
        .value_name = "ID",
        .help = "make the write a no-op when one with this id was made in the last 14 days; it is "
                "refused where that was another; an ID that ends in ~ and a number is not taken"}},
      {kInWrite,
       {.name = "timeout",
        .type = ValueType::kDuration,
        .value_name = "T",
        .help = "give up when other writers keep the branch moving for so long (10s)"}},
      {kInWrite,
       {.name = "force", .help = "write a branch that does not look like a metadata branch"}},
      {kInAll,
       {.name = "C",
        .letter = 'C',
        .type = ValueType::kFolder,
        .value_name = "PATH",
        .help = "run as if started in this folder",
        .repeatable = true}},
      {kInAll,
       {.name = "git-dir",
        .type = ValueType::kFolder,
        .value_name = "DIR",
        .help = "the repository's git folder, instead of looking for one"}},
      {kInRead | kInWrite,
       {.name = "ref",
        .type = ValueType::kRevision,
        .value_name = "REF",
        .help = "the metadata branch (CLAUDESTEP_REF, claudestep.ref, claudestep-metadata)"}},
      {kInRead,
       {.name = "at",
        .type = ValueType::kCommit,
        .value_name = "REV|DATE",
        .help = "read the branch as it was at a revision or a date"}},
      {kInRead,
       {.name = "local", .help = "read the local branch alone, not what was fetched as well"}},
      {kInAll,
       {.name = "format",
        .type = ValueType::kChoice,
        .value_name = "FORMAT",
        .help = "the form of the answer",
        .choices = {"text", "json"}}},
      {kInAll, {.name = "json", .help = "the same as --format json; errors are JSON too"}},
      {kInAll,
       {.name = "color",
        .type = ValueType::kChoice,
        .value_name = "WHEN",
        .help = "use colours (NO_COLOR and CLICOLOR_FORCE are honoured)",
        .choices = {"auto", "always", "never"}}},
      {kInRead, {.name = "no-pager", .help = "do not show long answers through a pager"}},
      {kInRead, {.name = "no-cache", .help = "neither read nor write the cache"}},
      {kInAll, {.name = "quiet", .letter = 'q', .help = "say only errors and warnings on stderr"}},
      {kInAll,
       {.name = "verbose", .letter = 'v', .help = "say on stderr what is being done, and retries"}},
      {kInAll, {.name = "help", .letter = 'h', .help = "show the help of the command"}},
      {kInAll, {.name = "version", .help = "show the version"}},
  };
  return options;
}

unsigned bit_of(CommandKind kind) {
  switch (kind) {
    case CommandKind::kFree:
      return kInFree;
    case CommandKind::kRead:
      return kInRead;
    case CommandKind::kWrite:
      break;
  }
  return kInWrite;
}

bool has_option(const CommandSpec& spec, std::string_view name) {
  return std::any_of(spec.options.begin(), spec.options.end(),
                     [&](const OptionSpec& option) { return option.name == name; });
}

std::vector<OptionSpec> select_shared(CommandKind kind) {
  std::vector<OptionSpec> selected;
  for (const Shared& entry : shared()) {
    if ((entry.listed_in & bit_of(kind)) != 0) selected.push_back(entry.option);
  }
  return selected;
}

}  // namespace

const std::vector<OptionSpec>& shared_options(CommandKind kind) {
  static const std::vector<OptionSpec> free = select_shared(CommandKind::kFree);
  static const std::vector<OptionSpec> read = select_shared(CommandKind::kRead);
  static const std::vector<OptionSpec> write = select_shared(CommandKind::kWrite);
  switch (kind) {
    case CommandKind::kFree:
      return free;
    case CommandKind::kRead:
      return read;
    case CommandKind::kWrite:
      break;
  }
  return write;
}

std::vector<const OptionSpec*> options_of(const CommandSpec& spec) {
  std::vector<const OptionSpec*> options;
  for (const OptionSpec& option : spec.options) options.push_back(&option);
  for (const Shared& entry : shared()) {
    // What is a write's alone is refused elsewhere: `stats --dry-run` is a mistake, `validate --ref
    // x` is an alias that always says --ref.
    const bool elsewhere = entry.listed_in == kInWrite && spec.kind != CommandKind::kWrite;
    if (!elsewhere && !has_option(spec, entry.option.name)) options.push_back(&entry.option);
  }
  return options;
}

std::vector<const OptionSpec*> listed_shared_options(const CommandSpec& spec) {
  std::vector<const OptionSpec*> options;
  for (const OptionSpec& option : shared_options(spec.kind)) {
    if (!has_option(spec, option.name)) options.push_back(&option);
  }
  return options;
}

std::string flag_of(const OptionSpec& option) {
  return (option.name.size() == 1 ? "-" : "--") + std::string(option.name);
}

std::string usage_of(const OptionSpec& option) {
  std::string text = flag_of(option);
  if (option.type == ValueType::kFlag) return text;
  text += ' ';
  text += option.value_name.empty() ? joined(option.choices, "|") : std::string(option.value_name);
  return text;
}

std::string usage_of(const OperandSpec& operand) {
  std::string text(operand.name);
  if (operand.optional) text = "[" + text + "]";
  if (operand.repeatable) text += "...";
  return text;
}

std::vector<std::string> usage_parts(const CommandSpec& spec) {
  std::vector<std::string> parts = {"claudestep " + std::string(spec.name)};
  for (const OperandSpec& operand : spec.operands) parts.push_back(usage_of(operand));
  for (const OptionSpec& option : spec.options) {
    if (option.required) parts.push_back(usage_of(option));
  }
  for (const OptionSpec& option : spec.options) {
    if (option.required) continue;
    parts.push_back("[" + usage_of(option) + (option.repeatable ? "]..." : "]"));
  }
  return parts;
}

std::string usage_of(const CommandSpec& spec) {
  std::string text;
  for (const std::string& part : usage_parts(spec)) text += (text.empty() ? "" : " ") + part;
  return text;
}

std::string joined(const std::vector<std::string_view>& words, std::string_view separator) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += separator;
    text += word;
  }
  return text;
}

}  // namespace claudestep::cli

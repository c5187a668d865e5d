#include "cli/help.h"

#include <gtest/gtest.h>

namespace claudestep::cli {
namespace {

const CommandSpec& sample() {
  static const CommandSpec spec = {
      .name = "pr open",
      .kind = CommandKind::kWrite,
      .summary = "record that a pull request was opened",
      .example = "claudestep pr open auth --pr 42",
      .description =
          "The task of the pull request becomes one in progress.\n\n"
          "  an example as it stands",
      .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "a project"},
                   {.name = "FILE", .help = "more of it", .optional = true, .repeatable = true}},
      .options = {{.name = "pr",
                   .type = ValueType::kPositive,
                   .value_name = "N",
                   .help = "its number",
                   .required = true},
                  {.name = "state",
                   .letter = 's',
                   .type = ValueType::kChoice,
                   .help = "its state",
                   .repeatable = true,
                   .choices = {"open", "merged"}}},
      .json_kind = "write",
      .no_means = "it was open before",
  };
  return spec;
}

TEST(Help, OfACommand) {
  EXPECT_EQ(command_help(sample(), 80), R"(example: claudestep pr open auth --pr 42

usage:
  claudestep pr open PROJECT [FILE]... --pr N [--state open|merged]...

pr open: record that a pull request was opened

The task of the pull request becomes one in progress.

  an example as it stands

operands:
  PROJECT                 a project
  FILE                    more of it (may be left out; may be given again)

options:
      --pr N              its number (required)
  -s, --state open|merged
                          its state (one of open, merged; may be given again)

shared options:
      --dry-run           print the operations and the diff, commit nothing
      --op-id ID          make the write a no-op when one with this id was made
                          in the last 14 days; it is refused where that was
                          another; an ID that ends in ~ and a number is not
                          taken
      --timeout T         give up when other writers keep the branch moving for
                          so long (10s)
      --force             write a branch that does not look like a metadata
                          branch
  -C PATH                 run as if started in this folder (may be given again)
      --git-dir DIR       the repository's git folder, instead of looking for
                          one
      --ref REF           the metadata branch (CLAUDESTEP_REF, claudestep.ref,
                          claudestep-metadata)
      --format FORMAT     the form of the answer (one of text, json)
      --json              the same as --format json; errors are JSON too
      --color WHEN        use colours (NO_COLOR and CLICOLOR_FORCE are honoured;
                          one of auto, always, never)
  -q, --quiet             say only errors and warnings on stderr
  -v, --verbose           say on stderr what is being done, and retries
  -h, --help              show the help of the command
      --version           show the version

With --json the answer is of the kind 'write'.

exit codes:
  0   it is done
  1   it was open before
  2   the command line, or a value or file given on it, is wrong
  3   no such project, task, pull request, revision, schema or repository
  4   nothing was written: another writer is in the way, or it conflicts
  5   stored data is broken, or of a newer format; a schema cannot be used
  6   the repository uses something that cannot be opened
  7   the file system, git or a remote refused
  70  a defect of claudestep
)");
}

TEST(Help, OfACommandThatNeedsNoRepositoryNamesFewerExitCodes) {
  std::string codes;
  for (const auto& [code, meaning] : exit_codes_of(CommandSpec{.kind = CommandKind::kFree})) {
    codes += code + " ";
  }
  EXPECT_EQ(codes, "0 2 7 70 ");
}

TEST(Help, OfAFamilyListsItsCommands) {
  const std::string help = family_help("pr", 80);
  EXPECT_EQ(help.rfind("example: claudestep pr ", 0), 0u) << help;
  EXPECT_NE(help.find("\nusage: claudestep pr COMMAND [OPERANDS] [OPTIONS]\n"), std::string::npos);
  EXPECT_NE(help.find("\n  pr open "), std::string::npos) << help;
  EXPECT_EQ(help.find("\n  project create"), std::string::npos);
}

TEST(Help, BreaksUsageBetweenItsParts) {
  const std::string help = command_help(sample(), 50);
  EXPECT_NE(help.find("usage:\n"
                      "  claudestep pr open PROJECT [FILE]... --pr N\n"
                      "      [--state open|merged]...\n"),
            std::string::npos)
      << help;
}

TEST(Help, HidesHiddenCommands) {
  EXPECT_EQ(main_help(80).find("complete,"), std::string::npos) << main_help(80);
}

}  // namespace
}  // namespace claudestep::cli

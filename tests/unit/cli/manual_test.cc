#include "cli/manual.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/help.h"
#include "cli/manual_forms.h"

namespace claudestep::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

const ManualPage& sample_page() {
  static const ManualPage page = {
      .name = "claudestep-pr-open",
      .summary = "record that a pull request was opened",
      .sections = {
          {"SYNOPSIS",
           {{.kind = ManualBlock::Kind::kUsage,
             .parts = {"claudestep pr open", "PROJECT", "--pr N", "[--state open|merged]..."}}}},
          {"DESCRIPTION",
           {{.kind = ManualBlock::Kind::kProse,
             .text = ".leads with a dot, and main~3, HEAD^, it's C:\\x.\n\n"
                     "  $ echo 'as it stands'\n  $ true\n\nSee `git log -p`."}}},
          {"OPTIONS", {{.kind = ManualBlock::Kind::kTerms, .terms = {{"--pr N", "its number"}}}}},
          {"Start", {{.kind = ManualBlock::Kind::kExact, .text = "claudestep stats"}}, true},
      }};
  return page;
}

TEST(ManualForms, AsRoff) {
  const std::string roff = manual_as_roff(sample_page());
  EXPECT_THAT(roff, StartsWith(".\\\" Made by 'claudestep help --man'; changes by hand are lost.\n"
                               ".TH CLAUDESTEP\\-PR\\-OPEN 1 2"));
  EXPECT_EQ(roff.substr(roff.find(".SH NAME\n")),
            ".SH NAME\n"
            "claudestep\\-pr\\-open \\- record that a pull request was opened\n"
            ".SH SYNOPSIS\n"
            "\\fBclaudestep\\ pr\\ open\\fR\n"
            "PROJECT\n"
            "\\-\\-pr\\ N\n"
            "[\\-\\-state\\ open|merged]...\n"
            ".SH DESCRIPTION\n"
            "\\&.leads with a dot, and main\\(ti3, HEAD\\(ha, it\\(aqs C:\\ex.\n"
            ".PP\n"
            ".nf\n"
            "\\fB  $ echo \\(aqas it stands\\(aq\n"
            "  $ true\\fR\n"
            ".fi\n"
            ".PP\n"
            "See \\fBgit log \\-p\\fR.\n"
            ".SH OPTIONS\n"
            ".TP\n"
            "\\fB\\-\\-pr N\\fR\n"
            "its number\n"
            ".SS Start\n"
            ".nf\n"
            "\\fBclaudestep stats\\fR\n"
            ".fi\n");
}

TEST(ManualForms, AsText) {
  EXPECT_EQ(manual_as_text(sample_page(), 50), R"(NAME
    claudestep-pr-open - record that a pull
    request was opened

SYNOPSIS
    claudestep pr open PROJECT --pr N
        [--state open|merged]...

DESCRIPTION
    .leads with a dot, and main~3, HEAD^, it's
    C:\x.

      $ echo 'as it stands'
      $ true

    See `git log -p`.

OPTIONS
    --pr N                  its number

  Start
    claudestep stats
)");
}

TEST(Manual, NamesOfPages) {
  EXPECT_EQ(manual_name(""), "claudestep");
  EXPECT_EQ(manual_name("stats"), "claudestep-stats");
  EXPECT_EQ(manual_name("pr open"), "claudestep-pr-open");
}

TEST(Manual, APageNamesAllThatTheCommandTakesAndReturns) {
  for (const CommandSpec* spec : command_table()) {
    const std::string page = manual_as_text(manual_of(*spec), 80);
    EXPECT_THAT(page, StartsWith("NAME\n    " + manual_name(spec->name) + " - "));
    for (const OperandSpec& operand : spec->operands) {
      EXPECT_THAT(page, HasSubstr("\n    " + std::string(operand.name) + " ")) << spec->name;
    }
    for (const OptionSpec& option : spec->options) {
      EXPECT_THAT(page, HasSubstr("--" + std::string(option.name))) << spec->name;
    }
    for (const auto& [code, meaning] : exit_codes_of(*spec)) {
      EXPECT_THAT(page, HasSubstr("\n    " + code + " ")) << spec->name;
    }
  }
}

TEST(Manual, ThePageOfTheProgramListsTheCommandsThatAreNotHidden) {
  const std::string page = manual_as_text(manual_of_program(), 80);
  for (const CommandSpec* spec : command_table()) {
    const bool listed = page.find(manual_name(spec->name) + "(1)") != std::string::npos;
    EXPECT_EQ(listed, !spec->hidden) << spec->name;
  }
}

}  // namespace
}  // namespace claudestep::cli

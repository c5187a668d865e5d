#include "cli/manual_markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_lookup.h"
#include "cli/manual_chapters.h"
#include "cli/manual_forms.h"

namespace claudestep::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

ManualPage page_of_text(std::string_view markdown) {
  return {.name = "claudestep-x",
          .summary = "a page",
          .sections = sections_of_markdown(markdown),
          .section = 7};
}

constexpr std::string_view kEverything =
    "<!-- made -->\n"
    "# Title\n"
    "\n"
    "A [link](there.md#x) and **bold** and `code [a](b)`\n"
    "go on.\n"
    "\n"
    "## First `one`\n"
    "- an item\n"
    "  that goes on\n"
    "- another\n"
    "\n"
    "1. numbered\n"
    "\n"
    "### Part\n"
    "\n"
    "```console\n"
    "$ true\n"
    "\n"
    "# no heading\n"
    "```\n"
    "\n"
    "    indented\n"
    "\n"
    "| a | b |\n"
    "| --- | --- |\n"
    "| `--x A\\|B` | the [x](y) |\n"
    "\n"
    "| a | b | c |\n"
    "| --- | --- | --- |\n"
    "| one | two | three |\n"
    "| four | | six |\n";

TEST(ManualMarkdown, AsText) {
  EXPECT_EQ(manual_as_text(page_of_text(kEverything), 60), R"(NAME
    claudestep-x - a page

DESCRIPTION
    A link and bold and `code [a](b)` go on.

First one
    - an item that goes on
    - another

    1. numbered

  Part
    $ true

    # no heading

    indented

    --x A|B                 the x

    one                     b: two

                            c: three
    four                    c: six
)");
}

TEST(ManualMarkdown, AsRoff) {
  EXPECT_THAT(manual_as_roff(page_of_text(kEverything)), HasSubstr(".SH First one\n"
                                                                   ".IP \\(bu 4\n"
                                                                   "an item that goes on\n"
                                                                   ".IP \\(bu 4\n"
                                                                   "another\n"
                                                                   ".IP 1. 4\n"
                                                                   "numbered\n"
                                                                   ".SS Part\n"
                                                                   ".nf\n"
                                                                   "\\fB$ true\n"
                                                                   "\n"
                                                                   "# no heading\\fR\n"
                                                                   ".fi\n"
                                                                   ".PP\n"
                                                                   ".nf\n"
                                                                   "\\fBindented\\fR\n"
                                                                   ".fi\n"
                                                                   ".TP\n"
                                                                   "\\fB\\-\\-x A|B\\fR\n"
                                                                   "the x\n"
                                                                   ".TP\n"
                                                                   "\\fBone\\fR\n"
                                                                   "b: two\n"
                                                                   ".br\n"
                                                                   "c: three\n"));
}

TEST(ManualMarkdown, WhatIsCutOffIsReadAsFarAsItGoes) {
  for (const std::string_view text :
       {"", "#", "##", "```", "```\nx", "|", "| a", "- ", "[a](b", "`["}) {
    (void)manual_as_roff(page_of_text(text));
    EXPECT_THAT(manual_as_text(page_of_text(text), 60), StartsWith("NAME\n")) << text;
  }
}

TEST(ManualChapters, AreCalledLikeNoCommand) {
  for (const ManualPage& page : manual_chapters()) {
    const std::string name = page.name.substr(std::string_view("claudestep-").size());
    EXPECT_EQ(command_named(name), nullptr) << name;
    EXPECT_TRUE(commands_of_family(name).empty()) << name;
    EXPECT_TRUE(chapter_named(name).has_value()) << name;
  }
  EXPECT_FALSE(chapter_named("stats").has_value());
}

}  // namespace
}  // namespace claudestep::cli

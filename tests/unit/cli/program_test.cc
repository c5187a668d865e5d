// The whole frame, in-process: words in, streams and an exit code out.
#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "cli/command_lookup.h"
#include "cli/help.h"
#include "cli/manual.h"
#include "cli/manual_forms.h"
#include "cli/paging.h"
#include "cli/version.h"
#include "tests/support/temp_dir.h"
#include "tests/unit/cli/fake_context.h"

namespace claudestep::cli {
namespace {

TEST(Program, WithoutACommandShowsHelpAndFails) {
  FakeContext fake;
  EXPECT_EQ(fake.run({}), 2);
  EXPECT_EQ(fake.out, "");
  EXPECT_EQ(fake.err, main_help(80));
}

TEST(Program, HalfACommandShowsTheOthersHalvesAndFails) {
  FakeContext fake;
  EXPECT_EQ(fake.run({"pr"}), 2);
  EXPECT_EQ(fake.out, "");
  EXPECT_EQ(fake.err, family_help("pr", 80));
}

TEST(Program, HalfACommandIsAnErrorInJson) {
  FakeContext fake;
  EXPECT_EQ(fake.run({"pr", "--json"}), 2);
  EXPECT_EQ(
      fake.err,
      R"({"kind":"error","version":1,"code":"usage","message":"'pr' needs a command after it",)"
      R"("causes":[],"hints":["claudestep pr --help"],"retryable":false,"place":null})"
      "\n");
}

TEST(Program, ShowsHelpOnStdout) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--help"}, {"help"}, {"-h"}}) {
    FakeContext fake;
    EXPECT_EQ(fake.run(words), 0);
    EXPECT_EQ(fake.out, main_help(80));
    EXPECT_EQ(fake.err, "");
  }
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"pr", "--help"}, {"help", "pr"}}) {
    FakeContext fake;
    EXPECT_EQ(fake.run(words), 0);
    EXPECT_EQ(fake.out, family_help("pr", 80));
  }
  FakeContext fake;
  EXPECT_EQ(fake.run({"completion", "--help"}), 0);
  EXPECT_EQ(fake.out.rfind("example: source <(claudestep completion bash)\n", 0), 0u) << fake.out;
}

TEST(Program, HelpOfACommandIsItsPage) {
  FakeContext fake;
  EXPECT_EQ(fake.run({"help", "pr", "open"}), 0);
  EXPECT_EQ(fake.out, manual_as_text(manual_of(*command_named("pr open")), 80));
  fake.out.clear();
  EXPECT_EQ(fake.run({"help", "claudestep"}), 0);
  EXPECT_EQ(fake.out, manual_as_text(manual_of_program(), 80));
  fake.out.clear();
  EXPECT_EQ(fake.run({"help", "--man", "pr", "open"}), 0);
  EXPECT_EQ(fake.out, manual_as_roff(manual_of(*command_named("pr open"))));
  fake.out.clear();
  EXPECT_EQ(fake.run({"help", "--man"}), 0);
  EXPECT_EQ(fake.out, manual_as_roff(manual_of_program()));
}

TEST(Program, RefusesHelpOfNoCommand) {
  FakeContext fake;
  EXPECT_EQ(fake.run({"help", "stast"}), 2);
  EXPECT_EQ(fake.err, "error: unknown command 'stast'\nhint: did you mean 'stats'?\n");
}

TEST(Program, ShowsTheVersion) {
  FakeContext fake;
  EXPECT_EQ(fake.run({"--version"}), 0);
  EXPECT_EQ(fake.out, version_text());
  EXPECT_EQ(fake.out.rfind("claudestep 0.", 0), 0u);
  EXPECT_NE(fake.out.find("(libgit2 1."), std::string::npos) << fake.out;
  EXPECT_EQ(fake.err, "");
  fake.out.clear();
  EXPECT_EQ(fake.run({"version", "--json"}), 0);
  EXPECT_EQ(fake.out, version_json());
}

TEST(Program, PrintsErrorsAndEndsWithTheirCode) {
  FakeContext fake;
  EXPECT_EQ(fake.run({"completion", "ksh"}), 2);
  EXPECT_EQ(fake.out, "");
  EXPECT_EQ(fake.err,
            "error: SHELL: 'ksh' is none of bash, zsh, fish\nhint: did you mean 'zsh'?\n");
  fake.err.clear();
  EXPECT_EQ(fake.run({"completion", "csh\n", "--format=json"}), 2);
  EXPECT_EQ(fake.err,
            R"({"kind":"error","version":1,"code":"usage",)"
            R"("message":"SHELL: 'csh\\n' is none of bash, zsh, fish","causes":[],"hints":[],)"
            R"("retryable":false,"place":null})"
            "\n");
}

TEST(Program, RefusesAClockThatTellsNoTime) {
  FakeContext fake;
  fake.context.clock = nullptr;
  fake.context.environment.set("CLAUDESTEP_NOW", "noon");
  EXPECT_EQ(fake.run({"version"}), 2);
  EXPECT_EQ(fake.err,
            "error: CLAUDESTEP_NOW 'noon' is no time\n"
            "  caused by: expected a time such as 2026-01-27T10:00:00Z\n");
  fake.context.environment.set("CLAUDESTEP_NOW", "2026-01-27T10:00:00Z");
  EXPECT_EQ(fake.run({"version"}), 0);
}

TEST(Program, ChangesFolderAsGitDoes) {
  const test::TempDir folder;
  folder.write("inner/file", "");
  FakeContext fake;
  fake.context.cwd = folder.path().string();
  EXPECT_EQ(fake.run({"-C", "inner", "-C", "..", "-C", "", "version"}), 0) << fake.err;
  EXPECT_EQ(fake.context.cwd, folder.path().string());
  EXPECT_EQ(fake.run({"version", "-C", "inner/file"}), 2);
  EXPECT_EQ(fake.err, "error: cannot change to 'inner/file'\n  caused by: Not a directory\n");
  fake.err.clear();
  EXPECT_EQ(fake.run({"version", "-C", "nowhere"}), 2);
  EXPECT_EQ(fake.err,
            "error: cannot change to 'nowhere'\n  caused by: No such file or directory\n");
}

TEST(Program, NeedsTheCurrentFolderForARepositoryOnly) {
  FakeContext fake;
  fake.context.cwd = "";
  EXPECT_EQ(fake.run({"version"}), 0);
  EXPECT_EQ(fake.run({"stats"}), 7);
  EXPECT_EQ(fake.err, "error: cannot find out the current folder\n");
}

TEST(Program, TellsOfLostOutput) {
  FakeContext fake;
  fake.context.flush_out = []() -> Status {
    return fail(Error{ErrorCode::kIo, "cannot write to standard output"}.caused_by(
        "No space left on device"));
  };
  EXPECT_EQ(fake.run({"version"}), 7);
  EXPECT_EQ(fake.err,
            "error: cannot write to standard output\n  caused by: No space left on device\n");
}

TEST(Program, TurnsExceptionsIntoDefects) {
  FakeContext fake;
  fake.context.out = [](std::string_view) { throw std::runtime_error("broken"); };
  EXPECT_EQ(fake.run({"version"}), 70);
  EXPECT_EQ(fake.err, "error: internal: broken\n");
  fake.err.clear();
  fake.context.out = [](std::string_view) { throw std::bad_alloc(); };
  EXPECT_EQ(fake.run({"version"}), 70);
  EXPECT_EQ(fake.err, "error: internal: out of memory\n");
}

// A terminal of 80 by 24 with a pager that keeps what it is shown.
struct PagedContext : FakeContext {
  PagedContext() {
    context.environment.set("TERM", "xterm");
    context.terminal.out_is_terminal = true;
    context.start_pager = [this](const std::string& command) -> Result<std::unique_ptr<Pager>> {
      pager = command;
      return std::make_unique<FakePager>(*this);
    };
    context.leave = [this] { left = true; };
  }
  struct FakePager final : Pager {
    explicit FakePager(PagedContext& owner) : fake(owner) {}
    bool write(std::string_view text) override {
      if (fake.broken || fake.paged.size() > fake.patience) return false;
      fake.paged += text;
      return true;
    }
    Status close() override {
      if (fake.broken) return fail(ErrorCode::kIo, "cannot start the pager");
      return {};
    }
    PagedContext& fake;
  };
  std::string pager;
  std::string paged;
  std::size_t patience = std::string::npos;  // bytes after which it takes no more
  bool broken = false;
  bool left = false;
};

// Prints three times what is held, and talks in between.
void print_much(Context& context, std::string& expected) {
  PagedOutput output(context, "less");
  for (int part = 0; part < 48; ++part) {
    const std::string text = std::string(65536, static_cast<char>('A' + part % 26)) + "\n";
    context.out(text);
    if (part == 47) context.err("warning: the last part\n");
    expected += text;
  }
  output.finish();
}

TEST(Program, ShowsWhatIsTooMuchToHoldAsItComes) {
  PagedContext fake;
  std::string expected;
  {
    PagedOutput output(fake.context, "less");
    for (int part = 0; part < 20; ++part) fake.context.out(std::string(65536, 'x'));
    EXPECT_EQ(fake.paged.size(), 20U * 65536U) << "before the end";
    output.finish();
  }
  fake.paged.clear();
  print_much(fake.context, expected);
  EXPECT_EQ(fake.paged, expected);
  EXPECT_EQ(fake.out, "");
  EXPECT_EQ(fake.err, "warning: the last part\n");
  fake.context.out("after it");
  EXPECT_EQ(fake.out, "after it");
}

TEST(Program, PrintsMuchAsItComesWhereThePagerIsBroken) {
  PagedContext fake;
  fake.broken = true;
  std::string expected;
  print_much(fake.context, expected);
  EXPECT_EQ(fake.out, expected);
  EXPECT_FALSE(fake.left);
}

TEST(Program, LeavesWithThePager) {
  PagedContext fake;
  fake.patience = 2'000'000;
  std::string expected;
  print_much(fake.context, expected);
  EXPECT_TRUE(fake.left);
  EXPECT_EQ(fake.out, "");
  EXPECT_EQ(fake.err, "warning: the last part\n");
}

TEST(Program, ShowsLongAnswersInThePager) {
  PagedContext fake;
  EXPECT_EQ(fake.run({"--help"}), 0);
  EXPECT_EQ(fake.pager, "LESS=FRX LV=-c less");
  EXPECT_EQ(fake.paged, main_help(80));
  EXPECT_EQ(fake.out, "");
}

TEST(Program, ShowsShortAnswersAtOnce) {
  PagedContext fake;
  fake.context.terminal.height = 60;
  EXPECT_EQ(fake.run({"help"}), 0);
  EXPECT_EQ(fake.pager, "");
  EXPECT_EQ(fake.out, main_help(80));
}

TEST(Program, UsesNoPagerWhenToldSo) {
  PagedContext fake;
  EXPECT_EQ(fake.run({"help", "--no-pager"}), 0);
  EXPECT_EQ(fake.out, main_help(80));
  PagedContext no_terminal;
  no_terminal.context.terminal.out_is_terminal = false;
  EXPECT_EQ(no_terminal.run({"help"}), 0);
  EXPECT_EQ(no_terminal.out, main_help(80));
}

TEST(Program, ShowsPagesByManOnATerminal) {
  PagedContext fake;
  EXPECT_EQ(fake.run({"help", "stats"}), 0);
  EXPECT_EQ(fake.pager, "man -l - 2>/dev/null || exit 127");
  EXPECT_EQ(fake.paged, manual_as_roff(manual_of(*command_named("stats"))));
  EXPECT_EQ(fake.out, "");
}

TEST(Program, ShowsPagesItselfWhereManCannot) {
  const std::string page = manual_as_text(manual_of(*command_named("stats")), 80);
  PagedContext no_man;
  no_man.broken = true;
  EXPECT_EQ(no_man.run({"help", "stats"}), 0);
  EXPECT_EQ(no_man.pager, "LESS=FRX LV=-c less");  // asked after man
  EXPECT_EQ(no_man.out, page);
  PagedContext no_pager;
  EXPECT_EQ(no_pager.run({"help", "stats", "--no-pager"}), 0);
  EXPECT_EQ(no_pager.out, page);
  PagedContext dumb;
  dumb.context.environment.set("TERM", "dumb");
  EXPECT_EQ(dumb.run({"help", "stats"}), 0);
  EXPECT_EQ(dumb.pager, "");
  EXPECT_EQ(dumb.out, page);
}

TEST(Program, ShowsTheAnswerWhenThePagerIsBroken) {
  PagedContext fake;
  fake.broken = true;
  EXPECT_EQ(fake.run({"help"}), 0);
  EXPECT_EQ(fake.out, main_help(80));
}

}  // namespace
}  // namespace claudestep::cli

#include "host/hook_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "host/hook_files.h"

namespace claudestep::host {
namespace {

constexpr std::string_view kHook = "post-merge";

TEST(HookText, GoesIntoAShellScriptAndOutAgainByteForByte) {
  for (const std::string text :
       {"#!/bin/sh\necho\n", "#!/bin/sh\necho", "#!/bin/bash -e\n\n\n", "#!/usr/bin/env bash\n\r\n",
        "#! /bin/dash\nexit 1\n\0x", "#!/bin/zsh\n# >>> claudestep alone\n",
        "#!/bin/sh\n# <<< claudestep\n", "#!/usr/local/bin/ksh\n\xff"}) {
    SCOPED_TRACE(text);
    ASSERT_TRUE(can_take_block(text));
    for (const std::string_view hook : hook_names()) {
      const std::string with = with_block(text, hook);
      EXPECT_TRUE(is_current_block(block_in(with), hook));
      EXPECT_EQ(with_block(with, hook), with);
      EXPECT_EQ(without_block(with), text);
    }
  }
}

TEST(HookText, LeavesAloneWhatItCouldNotPutBack) {
  for (const std::string text :
       {"", "echo\n", "#!/bin/sh", "#!/bin/sh\n", "#!/usr/bin/python3\n1\n",
        "#!/bin/sh\r\necho\r\n", "#!/usr/bin/env\n:\n", "#!\n:\n",
        "\x7f"
        "ELF\n"}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(can_take_block(text));
    EXPECT_EQ(without_block(text), text);
  }
}

TEST(HookText, ReplacesOlderLinesWhereTheyAre) {
  const std::string old =
      "#!/bin/sh\nbefore\n# >>> claudestep: of long ago\nwhatever\n# <<< claudestep\nafter\n";
  EXPECT_FALSE(is_current_block(block_in(old), kHook));
  const std::string now = with_block(old, kHook);
  EXPECT_TRUE(now.starts_with("#!/bin/sh\nbefore\n# >>> claudestep"));
  EXPECT_TRUE(now.ends_with("# <<< claudestep\nafter\n"));
  EXPECT_TRUE(is_current_block(block_in(now), kHook));
  EXPECT_EQ(without_block(now), "#!/bin/sh\nbefore\nafter\n");
}

TEST(HookText, TellsAShimOfOursFromOneWithMoreInIt) {
  for (const std::string_view hook : hook_names()) {
    EXPECT_TRUE(is_bare_shim(without_block(shim_of(hook))));
    EXPECT_TRUE(is_bare_chaining_shim(without_block(chaining_shim_of(hook))));
    EXPECT_FALSE(is_bare_shim(without_block(chaining_shim_of(hook))));
    EXPECT_FALSE(is_bare_shim(without_block(std::string(shim_of(hook)) + "echo\n")));
    EXPECT_TRUE(calls_us(shim_of(hook), hook));
    EXPECT_TRUE(calls_us(line_to_add(hook), hook));
  }
  EXPECT_FALSE(calls_us(line_to_add("pre-commit"), kHook));
}

TEST(HookText, AMentionIsNoCall) {
  for (const std::string_view text :
       {"#!/bin/sh\n# claudestep hooks run post-merge \"$@\"   (off for now)\n",
        "echo claudestep hooks run post-merge\n", "  # then claudestep hooks run post-merge\n"}) {
    EXPECT_FALSE(calls_us(text, "post-merge")) << text;
  }
  for (const std::string_view text :
       {"claudestep hooks run post-merge", "\n  exec claudestep hooks run post-merge \"$@\"\n",
        "# claudestep hooks run post-merge\ntrue && claudestep hooks run post-merge\n"}) {
    EXPECT_TRUE(calls_us(text, "post-merge")) << text;
  }
}

TEST(HookText, AScriptOfTwoLanguagesTakesNoLines) {
  EXPECT_TRUE(can_take_block("#!/bin/sh\necho ''\n"));
  EXPECT_FALSE(can_take_block("#!/bin/sh\n''''exec python3 \"$0\" # '''\nprint(1)\n"));
  EXPECT_FALSE(can_take_block("#!/bin/sh\n\"\"\":\"\nexec python3 \"$0\"\n\"\"\"\nprint(1)\n"));
}

TEST(HookText, OnlyTheGuardRefusesByAnyExitCode) {
  for (const std::string_view hook : hook_names()) {
    SCOPED_TRACE(hook);
    const bool any = line_to_add(hook).find("|| exit;") != std::string::npos;
    EXPECT_EQ(any, hook == "pre-receive");
    EXPECT_EQ(shim_of(hook).find("|| exit\n") != std::string_view::npos, hook == "pre-receive");
  }
}

}  // namespace
}  // namespace claudestep::host

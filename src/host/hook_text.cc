#include "host/hook_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/result.h"
#include "base/text.h"
#include "host/embedded.h"

namespace claudestep::host {
namespace {

constexpr std::string_view kFirstLine = "#!/bin/sh\n";
constexpr std::string_view kBegin = "# >>> claudestep";
constexpr std::string_view kEnd = "# <<< claudestep\n";
// Named after the file itself, so that one line serves every hook.
constexpr std::string_view kGoOn =
    "[ ! -x \"$0.before-claudestep\" ] || exec \"$0.before-claudestep\" \"$@\"\n";
constexpr std::array<std::string_view, 6> kShells = {"sh", "bash", "dash", "ash", "ksh", "zsh"};

// Where a line begins with `mark`, from `from` on.
std::size_t find_line(std::string_view text, std::string_view mark, std::size_t from) {
  for (std::size_t at = text.find(mark, from); at != std::string_view::npos;
       at = text.find(mark, at + 1)) {
    if (at == 0 || text[at - 1] == '\n') return at;
  }
  return std::string_view::npos;
}

std::string_view next_word(std::string_view& rest) {
  rest = trim(rest);
  const std::string_view word = rest.substr(0, rest.find_first_of(" \t"));
  rest.remove_prefix(word.size());
  return word;
}

std::string_view program_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// "bash" of "#!/usr/bin/env bash" and of "#!/bin/bash -e".
std::string_view interpreter_of(std::string_view first_line) {
  // The system takes a carriage return for a part of the name, and finds no such program.
  if (!first_line.starts_with("#!") || first_line.ends_with('\r')) return {};
  first_line.remove_prefix(2);
  const std::string_view program = program_of(next_word(first_line));
  return program == "env" ? program_of(next_word(first_line)) : program;
}

}  // namespace

std::string_view shim_of(std::string_view hook) {
  for (const EmbeddedFile& file : shim_files()) {
    if (file.name == hook) return file.bytes;
  }
  abort_with(__FILE__, __LINE__, "a hook that is none of ours");
}

std::string chaining_shim_of(std::string_view hook) {
  return fmt::format("{}{}", shim_of(hook), kGoOn);
}

std::string_view block_in(std::string_view text) {
  const std::size_t begin = find_line(text, kBegin, 0);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = find_line(text, kEnd, begin);
  if (end == std::string_view::npos) return {};
  return text.substr(begin, end + kEnd.size() - begin);
}

bool is_current_block(std::string_view block, std::string_view hook) {
  return block == shim_of(hook).substr(kFirstLine.size());
}

bool can_take_block(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view shell = interpreter_of(text.substr(0, end));
  if (std::find(kShells.begin(), kShells.end(), shell) == kShells.end()) return false;
  // Another language hides behind such quotes: "''''exec python3 ...", which runs the same file.
  for (const std::string_view quotes : {"'''", R"(""")"}) {
    if (text.find(quotes) != std::string_view::npos) return false;
  }
  // One that is empty but for its first line could not be told from a shim of ours.
  return !is_bare_shim(text) && !is_bare_chaining_shim(text);
}

std::string with_block(std::string_view text, std::string_view hook) {
  const std::string_view block = shim_of(hook).substr(kFirstLine.size());
  const std::string_view old = block_in(text);
  const std::size_t at =
      old.empty() ? text.find('\n') + 1 : static_cast<std::size_t>(old.data() - text.data());
  return fmt::format("{}{}{}", text.substr(0, at), block, text.substr(at + old.size()));
}

std::string without_block(std::string_view text) {
  const std::string_view block = block_in(text);
  if (block.empty()) return std::string(text);
  const auto at = static_cast<std::size_t>(block.data() - text.data());
  return fmt::format("{}{}", text.substr(0, at), text.substr(at + block.size()));
}

bool is_bare_shim(std::string_view rest) {
  return rest == kFirstLine;
}

bool is_bare_chaining_shim(std::string_view rest) {
  return rest.starts_with(kFirstLine) && rest.substr(kFirstLine.size()) == kGoOn;
}

std::string line_to_add(std::string_view hook) {
  // As in the shims: a guard that fails lets nothing in, any other hook refuses by 1, and by the
  // end that a closed pipe makes of it while it gives its reasons.
  const std::string_view refusal =
      hook == "pre-receive" ? "exit" : "case $? in 1 | 141) exit 1 ;; esac";
  std::string_view before;
  std::string_view after;
  if (hook == "pre-push" || hook == "pre-receive") {
    // What comes below reads the same lines, none of which is the word that ends them here.
    before = R"(claudestep_refs=$(cat); printf '%s\n' "$claudestep_refs" | )";
    after =
        "; if [ -n \"$claudestep_refs\" ]; then eval \"$(printf 'exec <<\\\\END\\n%s\\nEND' "
        "\"$claudestep_refs\")\"; else exec </dev/null; fi";
  }
  return fmt::format(
      "if command -v claudestep >/dev/null; then {}claudestep hooks run {} \"$@\" || {}{}; fi",
      before, hook, refusal, after);
}

bool calls_us(std::string_view text, std::string_view hook) {
  constexpr std::array<std::string_view, 10> kBeforeCommands = {"then", "else", "do", "exec", "&&",
                                                                "||",   ";",    "|",  "{",    "!"};
  const std::string call = fmt::format("claudestep hooks run {}", hook);
  for (std::size_t at = text.find(call); at != std::string_view::npos;
       at = text.find(call, at + call.size())) {
    const std::size_t line = text.rfind('\n', at) + 1;  // 0 where there is none before
    const std::string_view before = trim(text.substr(line, at - line));
    if (before.starts_with('#')) continue;
    const bool is_command =
        std::any_of(kBeforeCommands.begin(), kBeforeCommands.end(),
                    [&](std::string_view word) { return before.ends_with(word); });
    if (before.empty() || is_command) return true;
  }
  return false;
}

}  // namespace claudestep::host

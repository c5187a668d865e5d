// Owns: long answers on a terminal: held back until they are whole, then shown through the pager if
// the screen is too small for them; what is too much to hold goes there as it comes.
// Leaves to others: which pager (cli/terminal.h), its process (cli/process.h).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "cli/context.h"

namespace claudestep::cli {

// Shows `text` through the shell command `pager`; kIo when that cannot be started, and then nothing
// was shown. Requires: `context.start_pager`.
[[nodiscard]] Status show_in_pager(const Context& context, const std::string& pager,
                                   std::string_view text);

// While one of these is there, `context.out` is held back. What is said on stderr while the pager
// has the terminal waits for its end. Requires: `context.start_pager`, and that `context` outlives
// this.
class PagedOutput {
 public:
  PagedOutput(Context& context, std::string pager);
  PagedOutput(const PagedOutput&) = delete;
  PagedOutput& operator=(const PagedOutput&) = delete;
  ~PagedOutput();

  // Shows what is held, and waits until the pager is left.
  void finish();

 private:
  void take(std::string_view text);
  // Gives what is held to the pager, or to the terminal where there is none to be had.
  void begin();
  void write(std::string_view text);
  [[nodiscard]] Status end_pager();

  Context& context_;
  std::string command_;
  std::function<void(std::string_view)> out_;
  std::function<void(std::string_view)> err_;
  std::unique_ptr<Pager> pager_;
  bool begun_ = false;
  bool left_ = false;
  std::string held_;       // until it is certain that the pager has begun
  std::string held_talk_;  // for stderr
};

}  // namespace claudestep::cli

// Owns: everything a command may know of the world outside: streams, folder, environment, clock,
// terminal. main.cc fills it from the process; a test fills it by hand.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/environment.h"
#include "base/result.h"

namespace claudestep::cli {

// What is known of the terminal; all false and 80 by 24 when there is none.
struct Terminal {
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t width = 80;
  std::size_t height = 24;
  bool unicode = false;  // the locale is UTF-8 and TERM is not "dumb"
  // Whether colours may be used on each stream. The frame sets them from --color and the
  // environment before a command runs.
  bool out_color = false;
  bool err_color = false;
};

// A program that shows text and has the terminal until it ends.
class Pager {
 public:
  Pager() = default;
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;
  virtual ~Pager() = default;

  // False when it takes no more: it was left, or could not be started.
  [[nodiscard]] virtual bool write(std::string_view text) = 0;
  // Waits for its end, once. kIo when it could not be started.
  [[nodiscard]] virtual Status close() = 0;
};

// How much is said on stderr: -q, neither, -v.
enum class Talk { kQuiet, kNormal, kVerbose };

// What is written, for an error that comes after it, and what helps then.
struct Landing {
  std::string said;  // "the write is done as commit ..., but its answer is lost"
  std::vector<std::string> hints;
};

// How the repository and its branch were asked for where claudestep was typed, as words for a
// command in a hint; empty where nothing was said of them.
struct Asked {
  std::string repository;  // " -C DIR"
  std::string branch;      // " --ref BRANCH"
};

struct Context {
  Environment environment;
  std::string cwd;  // absolute, "" when unknown; -C was applied to it before a command sees it
  const Clock* clock = nullptr;
  Terminal terminal;
  Talk talk = Talk::kNormal;                        // set by the frame
  Asked asked;                                      // set by the frame
  bool has_op_id = false;                           // set by the frame: --op-id names the write
  std::function<void(std::string_view)> out;        // data
  std::function<void(std::string_view)> err;        // talk
  std::function<Result<std::string>()> read_input;  // all of stdin, once
  // Brings everything given to `out` to where it goes. kIo with the reason when some of it got
  // lost, now or earlier. May be empty: then `out` never fails.
  std::function<Status()> flush_out;
  // Hears of what a command has written. Set by the frame: an error that comes later begins with
  // the last that it heard.
  std::function<void(const Landing& landing)> landed;
  // Ends the process with `exit_code` after so many seconds, with `last_words` on stderr. Called
  // again, the seconds begin anew. May be empty: no limit.
  std::function<void(int seconds, std::string_view last_words, int exit_code)> limit_time;
  // From here on the process goes on when nobody reads what it says on stderr. May be empty.
  std::function<void()> outlive_listeners;
  // Starts the shell command `pager`. May be empty: no pager.
  std::function<Result<std::unique_ptr<Pager>>(const std::string& pager)> start_pager;
  // Ends the process without failure, at once: nobody looks any more. May be empty.
  std::function<void()> leave;
};

}  // namespace claudestep::cli

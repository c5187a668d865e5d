#include "cli/progress_line.h"

#include <cstdint>
#include <utility>

#include "report/text.h"

namespace claudestep::cli {

namespace {

constexpr std::chrono::milliseconds kPatience{500};
constexpr std::chrono::milliseconds kBetween{100};
constexpr std::string_view kErase = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(const Context& context, std::string_view doing,
                           std::string_view singular, Stopwatch now)
    : context_(context),
      doing_(doing),
      singular_(singular),
      now_(std::move(now)),
      wanted_(context.terminal.err_is_terminal && context.talk != Talk::kQuiet &&
              context.environment.get("TERM").value_or("dumb") != "dumb"),
      next_(now_() + kPatience) {}

ProgressLine::~ProgressLine() {
  clear();
}

void ProgressLine::add(std::size_t count) {
  count_ += count;
  if (!wanted_ || now_() < next_) return;
  next_ = now_() + kBetween;
  shown_ = true;
  const auto done = static_cast<std::int64_t>(count_);
  context_.err(std::string(kErase) + doing_ + ": " + report::grouped_count(done, singular_));
}

void ProgressLine::clear() {
  if (std::exchange(shown_, false)) context_.err(kErase);
}

}  // namespace claudestep::cli

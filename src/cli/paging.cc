#include "cli/paging.h"

#include <cstddef>
#include <utility>

#include "cli/terminal.h"

namespace claudestep::cli {
namespace {

// More than any answer that is read to its end, and more than a pipe holds: a pager that took it
// all has begun to read.
constexpr std::size_t kMostHeld = std::size_t{1024} * 1024;

}  // namespace

Status show_in_pager(const Context& context, const std::string& pager, std::string_view text) {
  CS_ASSIGN(const auto started, context.start_pager(pager));
  (void)started->write(text);
  return started->close();
}

PagedOutput::PagedOutput(Context& context, std::string pager)
    : context_(context), command_(std::move(pager)), out_(context.out), err_(context.err) {
  context_.out = [this](std::string_view text) { take(text); };
}

PagedOutput::~PagedOutput() {
  (void)end_pager();
  context_.out = out_;
}

void PagedOutput::take(std::string_view text) {
  if (begun_) return write(text);
  held_ += text;
  if (held_.size() > kMostHeld) begin();
}

void PagedOutput::begin() {
  begun_ = true;
  if (auto started = context_.start_pager(command_)) {
    pager_ = *std::move(started);
    context_.err = [this](std::string_view text) { held_talk_ += text; };
  }
  write(held_);
}

void PagedOutput::write(std::string_view text) {
  if (left_) return;
  if (!pager_) return out_(text);
  if (pager_->write(text)) return held_.clear();
  left_ = end_pager().has_value();
  if (!left_) return out_(text);  // it never began
  // Who has seen enough waits for no more.
  if (context_.leave) context_.leave();
}

void PagedOutput::finish() {
  if (begun_) return (void)end_pager();
  const bool fits = lines_on(context_.terminal, held_) < context_.terminal.height;
  if (fits || !show_in_pager(context_, command_, held_)) out_(held_);
}

Status PagedOutput::end_pager() {
  if (!pager_) return {};
  Status ended = std::exchange(pager_, nullptr)->close();
  context_.err = err_;
  if (!held_talk_.empty()) err_(std::exchange(held_talk_, {}));
  return ended;
}

}  // namespace claudestep::cli

// Unified diffs of contents.
#include <fmt/format.h>

#include "base/text.h"
#include "git/error.h"
#include "git/repository_impl.h"

namespace claudestep::git {
namespace {

class Buffer {
 public:
  Buffer() = default;
  ~Buffer() { git_buf_dispose(&buffer_); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  git_buf* get() { return &buffer_; }
  [[nodiscard]] std::string text() const { return {buffer_.ptr, buffer_.size}; }

 private:
  git_buf buffer_ = GIT_BUF_INIT;
};

}  // namespace

Result<std::string> Repository::diff_text(std::string_view path,
                                          std::optional<std::string_view> before,
                                          std::optional<std::string_view> after) const {
  if (before == after) return std::string();
  const std::string name(path);
  const auto data = [](const std::optional<std::string_view>& side) {
    // An empty view may hold a null pointer, which would mean an absent side.
    return !side ? nullptr : side->data() == nullptr ? "" : side->data();
  };
  git_diff_options options;
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  PatchHandle patch;
  Buffer text;
  // Two statements: Out hands the handle over at the end of the expression that it stands in.
  int status =
      git_patch_from_buffers(Out(patch), data(before), before ? before->size() : 0, name.c_str(),
                             data(after), after ? after->size() : 0, name.c_str(), &options);
  if (status == 0) status = git_patch_to_buf(text.get(), patch.get());
  if (status < 0) {
    return fail(from_libgit2(ErrorCode::kInternal, fmt::format("cannot compare {}", quoted(path))));
  }
  return text.text();
}

}  // namespace claudestep::git

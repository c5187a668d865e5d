#include "git/text_merge.h"

#include <git2.h>

#include "git/error.h"
#include "git/library.h"

namespace claudestep::git {

namespace {

git_merge_file_input merge_input(std::string_view bytes) {
  git_merge_file_input input;
  git_merge_file_input_init(&input, GIT_MERGE_FILE_INPUT_VERSION);
  input.ptr = bytes.empty() ? "" : bytes.data();
  input.size = bytes.size();
  return input;
}

bool is_binary(std::string_view bytes) {
  return bytes.find('\0') != std::string_view::npos;
}

class MergedText {
 public:
  MergedText() = default;
  ~MergedText() { git_merge_file_result_free(&result_); }
  MergedText(const MergedText&) = delete;
  MergedText& operator=(const MergedText&) = delete;
  git_merge_file_result* get() { return &result_; }
  [[nodiscard]] std::optional<std::string> text() const {
    if (result_.automergeable == 0) return std::nullopt;
    return std::string(result_.ptr, result_.len);
  }

 private:
  git_merge_file_result result_{};
};

}  // namespace

Result<std::optional<std::string>> merge_text(std::optional<std::string_view> base,
                                              std::string_view ours, std::string_view theirs) {
  if (is_binary(ours) || is_binary(theirs) || (base && is_binary(*base))) return std::nullopt;
  ensure_library();
  const git_merge_file_input old = merge_input(base.value_or(std::string_view{}));
  const git_merge_file_input mine = merge_input(ours);
  const git_merge_file_input other = merge_input(theirs);
  MergedText merged;
  if (git_merge_file(merged.get(), base ? &old : nullptr, &mine, &other, nullptr) < 0) {
    return fail(from_libgit2(ErrorCode::kInternal, "cannot merge two texts"));
  }
  return merged.text();
}

}  // namespace claudestep::git

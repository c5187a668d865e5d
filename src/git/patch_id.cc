// Stable patch ids, to the bit those of git's own command. libgit2 has a function for it, which
// leaves out binary files and modes, as git did before 2.39; and its comparison of trees goes
// through every file. So only the lines are libgit2's; headers are written and all is hashed here
// as `git patch-id --stable` does with what `git diff-tree -p --full-index` prints.
#include <fmt/format.h>
#include <git2.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "git/error.h"
#include "git/repository_impl.h"
#include "git/sha1.h"

namespace claudestep::git {
namespace {

// What git takes for white space: no vertical tab, no form feed.
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// A path as a patch names it, in quotes with escapes where it has to be.
std::string name_in_patch(std::string_view side, std::string_view path) {
  constexpr std::string_view kNamed = "\a\b\t\n\v\f\r\"\\";
  constexpr std::string_view kLetters = "abtnvfr\"\\";
  std::string text;
  bool odd = false;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const auto named = kNamed.find(c);
    if (named != std::string_view::npos && c != '\0') {
      text += {'\\', kLetters[named]};
    } else if (byte < 0x20 || byte >= 0x7f) {
      text += fmt::format("\\{:03o}", byte);
    } else {
      text += c;
      continue;
    }
    odd = true;
  }
  return odd ? fmt::format("\"{}/{}\"", side, text) : fmt::format("{}/{}", side, path);
}

// libgit2 takes form feeds and vertical tabs for white space where it chooses among equal ways to
// cut hunks; git does not. So they go under the names of bytes that neither content has.
class OddSpaces {
 public:
  OddSpaces(std::string& before, std::string& after) {
    const auto has_some = [](const std::string& text) {
      return text.find('\f') != std::string::npos || text.find('\v') != std::string::npos;
    };
    if (!has_some(before) && !has_some(after)) return;
    std::array<bool, 256> used{};
    for (const std::string* text : {&before, &after}) {
      for (const char c : *text) used[static_cast<unsigned char>(c)] = true;
    }
    unsigned free = '!';
    for (const char space : {'\f', '\v'}) {
      if (!used[static_cast<unsigned char>(space)]) continue;
      while (free < used.size() && used[free]) ++free;
      if (free == used.size()) return;
      swaps_.emplace_back(space, static_cast<char>(free++));
      std::replace(before.begin(), before.end(), space, swaps_.back().second);
      std::replace(after.begin(), after.end(), space, swaps_.back().second);
    }
  }

  // What a line of the hidden contents was.
  [[nodiscard]] std::string_view shown(std::string_view line) {
    if (swaps_.empty()) return line;
    line_ = line;
    for (const auto& [space, name] : swaps_) std::replace(line_.begin(), line_.end(), name, space);
    return line_;
  }

 private:
  std::vector<std::pair<char, char>> swaps_;
  std::string line_;
};

// One side of a file: none where it is not there.
struct Side {
  std::optional<TreeEntry> entry;
  std::string content;
};

// Each file is hashed for itself and the hashes are added up, so that the order of the files does
// not matter.
class PatchHasher {
 public:
  Status add_file(const std::string& path, Side before, Side after) {
    begin_file(path, before, after);
    OddSpaces odd(before.content, after.content);
    odd_ = &odd;
    const std::string none = "/dev/null";
    sides_ = "---" + (before.entry ? name_in_patch("a", path) : none) + "+++" +
             (after.entry ? name_in_patch("b", path) : none);
    git_diff_options options;
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_INDENT_HEURISTIC;
    const int status = git_diff_buffers(before.content.data(), before.content.size(), path.c_str(),
                                        after.content.data(), after.content.size(), path.c_str(),
                                        &options, nullptr, see_binary, nullptr, see_line, this);
    if (status < 0) {
      return fail(
          from_libgit2(ErrorCode::kInternal, fmt::format("cannot compare two states of {}", path)));
    }
    if (binary_) end_binary(before, after);
    return {};
  }

  std::optional<ObjectId> finish() {
    if (hashed_ == 0) return std::nullopt;
    flush();
    return sum_;
  }

 private:
  static int see_binary(const git_diff_delta* /*delta*/, const git_diff_binary* /*binary*/,
                        void* payload) noexcept {
    static_cast<PatchHasher*>(payload)->binary_ = true;
    return 0;
  }

  static int see_line(const git_diff_delta* /*delta*/, const git_diff_hunk* /*hunk*/,
                      const git_diff_line* line, void* payload) noexcept {
    auto& hasher = *static_cast<PatchHasher*>(payload);
    const std::string_view text = hasher.odd_->shown({line->content, line->content_len});
    if (line->origin == GIT_DIFF_LINE_CONTEXT) hasher.line("", text);
    if (line->origin == GIT_DIFF_LINE_ADDITION) hasher.line("+", text);
    if (line->origin == GIT_DIFF_LINE_DELETION) hasher.line("-", text);
    return 0;  // all else says that there is no newline at the end
  }

  // git begins a new hash only after hunks; after a binary file it does not look at the next
  // file's first line. Odd, and part of what a patch id is.
  void begin_file(const std::string& path, const Side& before, const Side& after) {
    if (has_hunks_) flush();
    if (!after_binary_) {
      add("diff --git ", name_in_patch("a", path) + name_in_patch("b", path));
    }
    has_hunks_ = false;
    after_binary_ = false;
    binary_ = false;
    const auto mode = [](const Side& side) {
      return fmt::format("{:06o}", static_cast<std::uint32_t>(side.entry->mode));
    };
    if (!before.entry) {
      add("new file mode ", mode(after));
    } else if (!after.entry) {
      add("deleted file mode ", mode(before));
    } else if (before.entry->mode != after.entry->mode) {
      add("old mode ", mode(before));
      add("new mode ", mode(after));
    }
  }

  // The sides are named only where lines follow: an empty file has none.
  void line(std::string_view sign, std::string_view text) {
    if (!has_hunks_) add(sides_, "");
    has_hunks_ = true;
    // git takes text for a C string: what follows a NUL in a line counts for nothing.
    add(sign, text.substr(0, text.find('\0')));
  }

  void end_binary(const Side& before, const Side& after) {
    const auto hex = [](const Side& side) {
      return (side.entry ? side.entry->id : ObjectId{}).hex();
    };
    sha_.update(hex(before));
    sha_.update(hex(after));
    flush();
    after_binary_ = true;
  }

  void add(std::string_view words, std::string_view text) {
    line_.clear();
    const auto put = [&](std::string_view some) {
      std::copy_if(some.begin(), some.end(), std::back_inserter(line_),
                   [](char c) { return !is_space(c); });
    };
    put(words);
    put(text);
    hashed_ += line_.size();
    sha_.update(line_);
  }

  void flush() {
    const ObjectId hash = sha_.finish();
    sha_ = Sha1();
    unsigned carry = 0;
    for (std::size_t at = 0; at < hash.bytes.size(); ++at) {
      carry += static_cast<unsigned>(sum_.bytes[at]) + hash.bytes[at];
      sum_.bytes[at] = static_cast<std::uint8_t>(carry);
      carry >>= 8U;
    }
  }

  OddSpaces* odd_ = nullptr;  // of the file at hand
  Sha1 sha_;
  ObjectId sum_;
  std::string line_;
  std::string sides_;
  std::size_t hashed_ = 0;
  bool has_hunks_ = false;
  bool binary_ = false;
  bool after_binary_ = false;
};

// What kind of thing a mode is: a change from one to another is a removal and an addition.
std::uint32_t kind_of(const TreeEntry& entry) {
  return static_cast<std::uint32_t>(entry.mode) & 0170000U;
}

Result<Side> read_side(const Repository& repository, const std::optional<TreeEntry>& entry) {
  Side side{entry, {}};
  if (!entry) return side;
  if (entry->mode == FileMode::kSubmodule) {
    side.content = "Subproject commit " + entry->id.hex() + "\n";
    return side;
  }
  CS_ASSIGN(side.content, repository.read_blob(entry->id));
  return side;
}

}  // namespace

Result<std::optional<ObjectId>> Repository::patch_id(ObjectId before, ObjectId after) const {
  CS_ASSIGN(const auto files, changed_files(before, after, SIZE_MAX));
  CS_CHECK(files.has_value());  // there are no more than SIZE_MAX
  PatchHasher hasher;
  for (const FileDifference& file : *files) {
    CS_ASSIGN(Side was, read_side(*this, file.before));
    CS_ASSIGN(Side is, read_side(*this, file.after));
    if (was.entry && is.entry && kind_of(*was.entry) != kind_of(*is.entry)) {
      CS_TRY(hasher.add_file(file.path, std::move(was), Side{}));
      CS_TRY(hasher.add_file(file.path, Side{}, std::move(is)));
    } else {
      CS_TRY(hasher.add_file(file.path, std::move(was), std::move(is)));
    }
  }
  return hasher.finish();
}

}  // namespace claudestep::git

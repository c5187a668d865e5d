// Stable patch ids, to the bit those of git's own command. libgit2 has a function for it, which
// leaves out binary files and modes, as git did before 2.39; so its patches are printed and hashed
// here as `git patch-id --stable` does with what it reads.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "git/error.h"
#include "git/oid.h"
#include "git/repository_impl.h"
#include "git/sha1.h"

namespace claudestep::git {
namespace {

constexpr std::uint16_t kWholeId = 40;
constexpr std::size_t kMostPathsNamed = 1000;

// What git takes for white space: no vertical tab, no form feed.
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Takes a patch line by line. Each file is hashed for itself and the hashes are added up, so that
// the order of the files does not matter.
class PatchHasher {
 public:
  // A line between hunks: of a file's header, or "Binary files a/x and b/x differ".
  void header(std::string_view line) {
    if (line.starts_with("diff ")) return begin_file(line);
    if (in_header_ && line.starts_with("Binary files")) return binary();
    if (!in_header_) return;
    if (line.starts_with("index ")) {
      ids_ = line.substr(6);
      return;
    }
    // libgit2 names the two sides of an empty file too, git only where hunks follow.
    if (is_letter(line.front())) {
      add("", line);
    } else {
      sides_ += line;
    }
  }

  void content(std::string_view sign, std::string_view text) {
    if (!has_hunks_) add("", sides_);
    has_hunks_ = true;
    // git takes text for a C string: what follows a NUL in a line counts for nothing.
    add(sign, text.substr(0, text.find('\0')));
  }

  std::optional<ObjectId> finish() {
    if (hashed_ == 0) return std::nullopt;
    flush();
    return sum_;
  }

 private:
  // git begins a new hash only after hunks; after a binary file it does not look at the next
  // file's first line. Odd, and part of what a patch id is.
  void begin_file(std::string_view line) {
    if (has_hunks_) flush();
    if (!after_binary_) add("", line);
    sides_.clear();
    in_header_ = true;
    has_hunks_ = false;
    after_binary_ = false;
  }

  void binary() {
    const auto dots = ids_.find("..");
    const std::string_view before = std::string_view(ids_).substr(0, dots);
    std::string_view after = std::string_view(ids_).substr(std::min(dots + 2, ids_.size()));
    after = after.substr(0, after.find_first_of(" \n"));
    sha_.update(before);
    sha_.update(after);
    flush();
    in_header_ = false;
    after_binary_ = true;
  }

  void add(std::string_view sign, std::string_view text) {
    line_.assign(sign == " " ? "" : sign);
    std::copy_if(text.begin(), text.end(), std::back_inserter(line_),
                 [](char c) { return !is_space(c); });
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

  Sha1 sha_;
  ObjectId sum_;
  std::string line_;
  std::string ids_;    // of the header's line "index"
  std::string sides_;  // its lines "---" and "+++"
  std::size_t hashed_ = 0;
  bool in_header_ = false;
  bool has_hunks_ = false;
  bool after_binary_ = false;
};

void hash_lines(PatchHasher& hasher, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    hasher.header(text.substr(0, end));
    text.remove_prefix(end);
  }
}

int hash_line(const git_diff_delta* /*delta*/, const git_diff_hunk* /*hunk*/,
              const git_diff_line* line, void* payload) noexcept {
  auto& hasher = *static_cast<PatchHasher*>(payload);
  const std::string_view text(line->content, line->content_len);
  switch (line->origin) {
    case GIT_DIFF_LINE_FILE_HDR:
    case GIT_DIFF_LINE_BINARY:
      hash_lines(hasher, text);
      break;
    case GIT_DIFF_LINE_CONTEXT:
    case GIT_DIFF_LINE_ADDITION:
    case GIT_DIFF_LINE_DELETION:
      hasher.content(std::string_view(&line->origin, 1), text);
      break;
    default:  // places of hunks, and that there is no newline at the end
      break;
  }
  return 0;
}

}  // namespace

Result<std::optional<ObjectId>> Repository::patch_id(ObjectId before, ObjectId after) const {
  const auto failed = [&] {
    return fail(from_libgit2(code_of_last_error(), fmt::format("cannot compare the trees {} and {}",
                                                               before.hex(), after.hex())));
  };
  const auto read = [&](const ObjectId& id, TreeHandle& tree) {
    const git_oid oid = to_oid(id);
    return id.is_zero() ? 0 : git_tree_lookup(Out(tree), impl_->repository.get(), &oid);
  };
  TreeHandle old_tree;
  TreeHandle new_tree;
  if (read(before, old_tree) < 0 || read(after, new_tree) < 0) return failed();
  git_diff_options options;
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  options.flags = GIT_DIFF_INDENT_HEURISTIC;
  options.id_abbrev = kWholeId;
  options.max_size = -1;
  // libgit2 looks into folders that are the same on both sides, unless it is told what to look at.
  CS_ASSIGN(auto paths, changed_paths(before, after, kMostPathsNamed));
  std::vector<char*> names;
  if (paths) {
    for (std::string& path : *paths) names.push_back(path.data());
    options.pathspec = {names.data(), names.size()};
    options.flags |= GIT_DIFF_DISABLE_PATHSPEC_MATCH;
  }
  DiffHandle diff;
  PatchHasher hasher;
  int status = git_diff_tree_to_tree(Out(diff), impl_->repository.get(), old_tree.get(),
                                     new_tree.get(), &options);
  if (status == 0) {
    status = git_diff_print(diff.get(), GIT_DIFF_FORMAT_PATCH, hash_line, &hasher);
  }
  if (status < 0) return failed();
  return hasher.finish();
}

}  // namespace claudestep::git

// Reading refs: what they point to, which there are, where they have been.
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <thread>
#include <unordered_set>

#include "base/file_io.h"
#include "base/file_rights.h"
#include "base/text.h"
#include "git/error.h"
#include "git/files.h"
#include "git/ref_chain.h"
#include "git/repository_impl.h"
#include "git/revision.h"

namespace claudestep::git {
namespace {

constexpr int kDeepest = 5;  // as deep as git follows
// How long a branch that is not there may come back by itself.
constexpr int kTriesBesideOthers = 3;
constexpr std::chrono::milliseconds kPauseBesideOthers{20};

std::string_view with_article(git_object_t type) {
  switch (type) {
    case GIT_OBJECT_COMMIT:
      return "a commit";
    case GIT_OBJECT_TREE:
      return "a tree";
    case GIT_OBJECT_BLOB:
      return "a blob";
    case GIT_OBJECT_TAG:
      return "a tag";
    default:
      return "something unknown";
  }
}

// The file of the ref, or that of packed refs, if the system does not let us read it.
std::optional<std::string> refused_file(git_repository* repository, std::string_view name) {
  const std::string common = git_repository_commondir(repository);
  for (std::string path : {join_path(common, name), join_path(common, "packed-refs")}) {
    if (is_refused(path, R_OK)) return path;
  }
  return std::nullopt;
}

// libgit2 says that it is locked.
Error refused_ref(std::string_view name, const std::string& path) {
  git_error_clear();
  return Error{ErrorCode::kIo, fmt::format("cannot read the ref {}", quoted(name))}
      .caused_by(fmt::format("{}: {}", quoted(path, 200), std::strerror(EACCES)))
      .hint("who owns the file, or root, gives the right to read it; nothing is lost");
}

Error unreadable_ref(git_repository* repository, std::string_view name, int code) {
  if (code == GIT_EINVALIDSPEC) {
    git_error_clear();
    return Error{ErrorCode::kInvalidInput, fmt::format("{} is no ref name", quoted(name))};
  }
  if (const auto refused = refused_file(repository, name)) return refused_ref(name, *refused);
  const ErrorCode last = code_of_last_error();
  return from_libgit2(last == ErrorCode::kIo ? last : ErrorCode::kCorrupt,
                      fmt::format("cannot read the ref {}", quoted(name)));
}

// Whether something stands there that is no file: git would wait for what comes out of a pipe.
bool is_no_file(const std::string& path, bool may_be_folder) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode)) return false;
  return !may_be_folder || !S_ISDIR(status.st_mode);
}

// Before libgit2 opens one of them.
Status check_ref_files(git_repository* repository, std::string_view name) {
  const std::string common = git_repository_commondir(repository);
  const std::string packed = join_path(common, "packed-refs");
  const std::string own = join_path(common, name);
  const bool is_packed = is_no_file(packed, false);
  if (!is_packed && !is_no_file(own, true)) return {};
  return fail(
      Error{ErrorCode::kCorrupt, fmt::format("cannot read the ref {}", quoted(name))}.caused_by(
          fmt::format("{} is no file", quoted(is_packed ? packed : own, 200))));
}

// Whether a crash cut the file: git does not read it then, and what was in the last lines is gone.
bool are_packed_refs_cut(git_repository* repository) {
  std::ifstream file(join_path(git_repository_commondir(repository), "packed-refs"),
                     std::ios::binary | std::ios::ate);
  if (!file || file.tellg() <= 0) return false;
  file.seekg(-1, std::ios::end);
  return file.get() != '\n';
}

// Whether a line has a name that no ref may have: libgit2 passes it by, and the ref that it was of
// seems not to be there.
bool do_packed_refs_hide_one(git_repository* repository) {
  constexpr std::size_t kHex = 40;
  const std::string text =
      read_file(join_path(git_repository_commondir(repository), "packed-refs")).value_or("");
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = cut_line(rest);
    const bool is_of_ref = line.size() > kHex + 1 && !line.starts_with('#');
    if (is_of_ref && !is_valid_ref_name(line.substr(kHex + 1))) return true;
  }
  return false;
}

// What of the file of packed refs may be why `name` is not found; empty where that is sound.
std::string flaw_of_packed_refs(git_repository* repository, std::string_view name) {
  if (are_packed_refs_cut(repository)) {
    return "the file packed-refs is cut: its last line has no end";
  }
  // Others than branches are made anew.
  if (name.starts_with("refs/heads/") && do_packed_refs_hide_one(repository)) {
    return "the file packed-refs has a line with a name that no ref may have";
  }
  return "";
}

// Adds the names of the files beneath the folder `name` of `common`.
void append_loose(const std::string& common, const std::string& name,
                  std::vector<std::string>& names) {
  for (const std::string& entry : names_in(join_path(common, name))) {
    const std::string below = name + "/" + entry;
    struct stat status {};
    if (::lstat(join_path(common, below).c_str(), &status) != 0) continue;
    if (S_ISDIR(status.st_mode)) {
      append_loose(common, below, names);
    } else if (is_valid_ref_name(below)) {  // a lock is none
      names.push_back(below);
    }
  }
}

}  // namespace

Result<RefEnd> follow_ref(git_repository* repository, std::string_view name) {
  RefEnd end{std::string(name), std::nullopt};
  for (int depth = 0; depth <= kDeepest; ++depth) {
    CS_TRY(check_ref_files(repository, end.name));
    ReferenceHandle reference;
    const int code = git_reference_lookup(Out(reference), repository, end.name.c_str());
    if (code == GIT_ENOTFOUND) {
      git_error_clear();
      std::string flaw = flaw_of_packed_refs(repository, end.name);
      if (flaw.empty()) return end;
      return fail(
          Error{ErrorCode::kCorrupt, fmt::format("cannot read the ref {}", quoted(end.name))}
              .caused_by(std::move(flaw)));
    }
    if (code < 0) return fail(unreadable_ref(repository, end.name, code));
    if (git_reference_type(reference.get()) == GIT_REFERENCE_DIRECT) {
      end.id = from_oid(*git_reference_target(reference.get()));
      // Git takes it for a broken ref.
      if (end.id->is_zero()) {
        return fail(
            Error{ErrorCode::kCorrupt, fmt::format("cannot read the ref {}", quoted(end.name))}
                .caused_by("it names no object: its id is nothing but zeros"));
      }
      return end;
    }
    end.name = git_reference_symbolic_target(reference.get());
  }
  return fail(ErrorCode::kCorrupt,
              fmt::format("{} is a chain of symbolic refs that does not end", quoted(name)));
}

Result<std::optional<ObjectId>> Repository::find_ref(std::string_view name) const {
  CS_ASSIGN(auto end, follow_ref(impl_->repository.get(), name));
  // Who packs refs, or makes or moves this one, may be at it.
  for (int tries = 0;; ++tries) {
    auto gone = impl_->gone_branch(*this, end);
    if (!gone) break;
    if (tries == kTriesBesideOthers) return fail(*std::move(gone));
    std::this_thread::sleep_for(kPauseBesideOthers);
    CS_ASSIGN(end, follow_ref(impl_->repository.get(), name));
  }
  if (!end.id) return std::nullopt;
  const git_oid oid = to_oid(*end.id);
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  const int code = git_odb_read_header(&size, &type, impl_->odb.get(), &oid);
  if (code < 0) {
    return fail(impl_->unreadable(*end.id, "commit", code)
                    .within(fmt::format("{} cannot be followed", quoted(name))));
  }
  if (type != GIT_OBJECT_COMMIT) {
    return fail(ErrorCode::kCorrupt,
                fmt::format("{} names {}, not a commit", quoted(name), with_article(type)));
  }
  return end.id;
}

std::optional<ObjectId> Repository::ref_value(std::string_view name) const {
  const auto end = follow_ref(impl_->repository.get(), name);
  return end ? end->id : std::nullopt;
}

Result<std::optional<std::string>> Repository::symbolic_target(std::string_view name) const {
  CS_TRY(check_ref_files(impl_->repository.get(), name));
  ReferenceHandle reference;
  const std::string text(name);
  const int code = git_reference_lookup(Out(reference), impl_->repository.get(), text.c_str());
  if (code == GIT_ENOTFOUND) {
    git_error_clear();
    return std::nullopt;
  }
  if (code < 0) return fail(unreadable_ref(impl_->repository.get(), name, code));
  if (git_reference_type(reference.get()) != GIT_REFERENCE_SYMBOLIC) return std::nullopt;
  return git_reference_symbolic_target(reference.get());
}

Result<std::string> Repository::resolve_ref_name(std::string_view name) const {
  CS_ASSIGN(auto end, follow_ref(impl_->repository.get(), name));
  return std::move(end.name);
}

std::optional<std::string> Repository::damaged_ref(std::string_view name) const {
  std::string at(name);
  for (int depth = 0; depth <= kDeepest; ++depth) {
    const auto target = symbolic_target(at);
    if (target && *target && is_valid_ref_name(**target)) {
      at = **target;
      continue;
    }
    const bool leads_on = target && !*target && follow_ref(impl_->repository.get(), at);
    git_error_clear();
    const std::string path = join_path(common_dir(), at);
    const bool is_there = is_no_file(path, true) || read_file(path);
    return leads_on || !is_there ? std::nullopt : std::optional(at);
  }
  return std::nullopt;
}

Result<std::vector<std::string>> Repository::refs_matching(std::string_view glob) const {
  CS_TRY(check_ref_files(impl_->repository.get(), glob));
  ReferenceIteratorHandle iterator;
  const std::string text(glob);
  if (git_reference_iterator_glob_new(Out(iterator), impl_->repository.get(), text.c_str()) < 0) {
    return fail(from_libgit2(ErrorCode::kGitFailed,
                             fmt::format("cannot list the refs that match {}", quoted(glob))));
  }
  std::vector<std::string> names;
  const char* name = nullptr;
  int code = 0;
  while ((code = git_reference_next_name(&name, iterator.get())) == 0) names.emplace_back(name);
  if (code != GIT_ITEROVER) {
    return fail(from_libgit2(ErrorCode::kGitFailed,
                             fmt::format("cannot list the refs that match {}", quoted(glob))));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

namespace {

// The names of all refs beneath a folder, those that cannot be read included, and a file in its own
// place.
std::vector<std::string> names_beneath(const Repository& repository, const std::string& folder) {
  auto names = repository.refs_matching(folder + "/*").value_or(std::vector<std::string>());
  append_loose(repository.common_dir(), folder, names);
  struct stat status {};
  if (::lstat(join_path(repository.common_dir(), folder).c_str(), &status) == 0 &&
      !S_ISDIR(status.st_mode)) {
    names.push_back(folder);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

// Those of the packed refs for which no file of their own stands, and what they lead to is here.
// One by one libgit2 looks for a file of each, and there may be many thousands.
std::unordered_set<std::string_view> sound_packed_refs(const Repository& repository,
                                                       const std::string& folder,
                                                       std::string_view packed) {
  constexpr std::size_t kHex = 40;
  std::vector<std::string> loose;
  append_loose(repository.common_dir(), folder, loose);
  const std::unordered_set<std::string_view> with_file(loose.begin(), loose.end());
  std::unordered_set<std::string_view> sound;
  while (!packed.empty()) {
    const std::string_view line = cut_line(packed);
    if (line.size() <= kHex + 1 || line[kHex] != ' ') continue;
    const std::string_view name = line.substr(kHex + 1);
    if (with_file.contains(name)) continue;
    const auto id = ObjectId::parse(line.substr(0, kHex));
    if (id && !id->is_zero() && repository.has_object(*id)) sound.insert(name);
  }
  return sound;
}

}  // namespace

std::vector<std::string> Repository::broken_refs(std::string_view folder) const {
  auto names = names_beneath(*this, std::string(folder));
  std::erase_if(names, [&](const std::string& one) {
    return find_ref(one).value_or(std::nullopt).has_value();
  });
  return names;
}

std::vector<std::string> Repository::lost_refs(std::string_view folder) const {
  const std::string beneath(folder);
  auto names = names_beneath(*this, beneath);
  const std::string packed = read_file(join_path(common_dir(), "packed-refs")).value_or("");
  const auto sound = sound_packed_refs(*this, beneath, packed);
  std::erase_if(names, [&](const std::string& one) {
    if (sound.contains(one)) return true;
    const auto end = follow_ref(impl_->repository.get(), one);
    return end && (!end->id || has_object(*end->id));
  });
  git_error_clear();
  return names;
}

std::vector<std::string> Repository::refs_without_file() const {
  std::vector<std::string> names;
  append_loose(common_dir(), "refs", names);
  std::erase_if(names, [&](const std::string& one) {
    return !is_no_file(join_path(common_dir(), one), true);
  });
  return names;
}

Result<ObjectId> Repository::resolve_commit(std::string_view revision) const {
  const auto unresolved = [&](std::string_view why) {
    git_error_clear();
    return fail(ErrorCode::kNotFound, fmt::format("{} {}", quoted(revision), why));
  };
  if (revision.empty() || revision.find('\0') != std::string_view::npos) {
    return unresolved("does not name a commit");
  }
  ObjectHandle object;
  const std::string text(revision);
  const int code = git_revparse_single(Out(object), impl_->repository.get(), text.c_str());
  if (code == GIT_EAMBIGUOUS) return unresolved("is the beginning of more than one object's name");
  ObjectHandle commit;
  if (code == 0 && git_object_peel(Out(commit), object.get(), GIT_OBJECT_COMMIT) == 0) {
    return from_oid(*git_object_id(commit.get()));
  }
  if (const auto id = find_commit(*this, impl_->repository.get(), revision)) {
    git_error_clear();
    return *id;
  }
  if (code < 0) return unresolved("does not name a commit");
  return unresolved(
      fmt::format("names {}, not a commit", with_article(git_object_type(object.get()))));
}

}  // namespace claudestep::git

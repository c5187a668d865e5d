#include "cli/sources.h"

#include <sys/stat.h>

#include "base/text.h"
#include "cli/files.h"
#include "cli/session.h"

namespace claudestep::cli {
namespace {

bool is_there(const Context& context, std::string_view path) {
  struct stat status {};
  return ::lstat(absolute_path(context, path).c_str(), &status) == 0;
}

Error cannot_read(ErrorCode code, const RevisionPath& source, std::string_view why) {
  return Error{code, "cannot read " + quoted(source.revision + ":" + source.path)}.caused_by(
      std::string(why));
}

}  // namespace

bool is_plain_path(std::string_view path) {
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (name.empty() || name == "." || name == "..") return false;
    if (to_lower_ascii(name) == ".git") return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
  return false;
}

std::optional<RevisionPath> revision_path_of(const Context& context, std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos || is_there(context, word)) return std::nullopt;
  return RevisionPath{std::string(word.substr(0, colon)), std::string(word.substr(colon + 1))};
}

Result<std::string> read_from_revision(const git::Repository& repository,
                                       const RevisionPath& source) {
  if (source.revision.empty()) {
    return fail(cannot_read(ErrorCode::kInvalidInput, source, "it names no revision")
                    .hint("commits and files are read, and not git's index"));
  }
  if (!is_plain_path(source.path)) {
    return fail(cannot_read(ErrorCode::kInvalidInput, source,
                            quoted(source.path) + " is no path from the root of the tree"));
  }
  CS_ASSIGN(const auto id, repository.resolve_commit(source.revision));
  CS_ASSIGN(const auto commit, repository.read_commit(id));
  CS_ASSIGN(const auto entry, repository.find_path(commit.tree, source.path));
  if (!entry) {
    return fail(cannot_read(ErrorCode::kNotFound, source,
                            quoted(source.path) + " is not in " + quoted(source.revision)));
  }
  if (entry->mode != git::FileMode::kFile && entry->mode != git::FileMode::kExecutable) {
    return fail(cannot_read(ErrorCode::kInvalidInput, source, "it is no file there"));
  }
  return repository.read_blob(entry->id);
}

Result<std::string> read_source(const Context& context, const Arguments& arguments,
                                std::string_view word) {
  const auto revision = revision_path_of(context, word);
  if (!revision) return read_file_or_input(context, word);
  CS_ASSIGN(const auto repository, open_repository(context, arguments));
  return read_from_revision(repository, *revision);
}

}  // namespace claudestep::cli

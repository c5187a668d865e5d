// Owns: reading a document that a command line names as PATH, as REV:PATH or, for standard input,
// as "-".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/command.h"
#include "cli/context.h"
#include "git/repository.h"

namespace claudestep::cli {

// "HEAD~2:docs/spec.md" taken apart; nothing for a word that names a file, or has no colon.
struct RevisionPath {
  std::string revision;
  std::string path;  // from the root of the tree
};
[[nodiscard]] std::optional<RevisionPath> revision_path_of(const Context& context,
                                                           std::string_view word);

// Whether `path` leads from the root of a tree to something in it: "a/b", not "/a", "a//b", "../a",
// ".git/a".
[[nodiscard]] bool is_plain_path(std::string_view path);

// The bytes of a file of a revision. kInvalidInput for a path that is none ("/x", "./x", "a//b"),
// kNotFound for a revision or a path that is not there, or that is no file.
[[nodiscard]] Result<std::string> read_from_revision(const git::Repository& repository,
                                                     const RevisionPath& source);

// The bytes behind `word`, whichever of the three it is.
[[nodiscard]] Result<std::string> read_source(const Context& context, const Arguments& arguments,
                                              std::string_view word);

}  // namespace claudestep::cli

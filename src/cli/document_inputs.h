// Owns: finding the documents that `validate` is asked about: files, folders, standard input, what
// a revision holds, what is staged. Leaves to others: what is wrong with them (validation.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/command.h"
#include "cli/context.h"
#include "cli/validation.h"
#include "git/repository.h"

namespace claudestep::cli {

// A document before its bytes are read from the disk.
struct DocumentSource {
  DocumentInput input;
  std::optional<std::string> path;  // of the disk, to be read; none: `input` has the bytes
  bool leads_out = false;           // a link out of the folder that was walked: not to be read
};

// The documents that PATH operands lead to, folders walked in the order of names, `.git` and
// node_modules left out, links to folders and out of the folder not followed. A word that is no
// file and has a colon is REV:PATH, a file or a folder there. kInvalidInput for what is neither,
// kNotFound for a revision or a path that is not there.
[[nodiscard]] Result<std::vector<DocumentSource>> find_documents(
    const Context& context, const Arguments& arguments, const std::vector<std::string>& words);

// What the index has otherwise than HEAD, deletions left out.
[[nodiscard]] Result<std::vector<DocumentSource>> staged_documents(
    const Context& context, const git::Repository& repository);

// The documents that came or changed from one commit to another; `before` none: all of them.
[[nodiscard]] Result<std::vector<DocumentSource>> documents_between(
    const Context& context, const git::Repository& repository,
    const std::optional<git::ObjectId>& before, const git::ObjectId& after);

// Gives each source the same path as `revision` has it. kNotFound when there is no such revision.
[[nodiscard]] Status add_earlier(const Context& context, const git::Repository& repository,
                                 const std::string& revision, std::vector<DocumentSource>& sources);

}  // namespace claudestep::cli

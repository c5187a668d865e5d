// Owns: how every writing command runs its operations and what it answers.
// Leaves to others: the transaction (store/), the words for an operation (model/).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "base/result.h"
#include "cli/command.h"
#include "cli/context.h"
#include "cli/session.h"
#include "model/operation.h"
#include "store/transaction.h"

namespace claudestep::cli {

// Runs `operations` as one transaction with the options of `arguments` and answers. Returns the
// exit code.
[[nodiscard]] Result<int> write_operations(Context& context, const Arguments& arguments,
                                           std::vector<model::Operation> operations);

// The same in a session that is already open.
[[nodiscard]] Result<int> write_in(Context& context, const Arguments& arguments, Session& session,
                                   std::vector<model::Operation> operations);

// The words for a write that has no operations to name (init).
struct WriteWords {
  std::string done;     // "make the branch 'claudestep-metadata'"
  std::string nothing;  // "the branch 'claudestep-metadata' is already there"
};

// The beginning of a JSON answer of `kind` with the members of the kind "write".
[[nodiscard]] JsonWriter begin_write_answer(std::string_view kind, const Arguments& arguments,
                                            const store::WriteOutcome& outcome);

// The member of such answers that names the projects which the write completed.
void write_completed(JsonWriter& writer, const store::WriteOutcome& outcome);

// The same in words, a line each, safe to show.
[[nodiscard]] std::vector<std::string> completed_lines(const store::WriteOutcome& outcome);

// Tells the frame that what the command was asked for is done, a "write" or a "sync": where its
// answer gets lost, the error names the commit.
void has_landed(const Context& context, std::string_view deed, const git::ObjectId& commit);

// What it says on stderr of a write: notes, and warnings, of many the first twenty. The frame hears
// of the commit, so that an error that comes later names it.
void say_about_write(const Context& context, const store::WriteOutcome& outcome);

// A diff as git prints it, each line safe for a terminal.
[[nodiscard]] std::string safe_diff(std::string_view diff);

// Says what a write came to: on stdout the commit and its operations, or that there was nothing to
// do, or with
// --dry-run what would change, or as JSON the kind "write"; on stderr warnings and notes. -q leaves
// the text out.
[[nodiscard]] Result<int> answer_write(const Context& context, const Arguments& arguments,
                                       const store::WriteOutcome& outcome,
                                       const WriteWords& words = {});

}  // namespace claudestep::cli

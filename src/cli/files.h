// Owns: reading and writing the files that a command line names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/context.h"

namespace claudestep::cli {

// `path` as the user meant it: relative to the context's folder.
[[nodiscard]] std::string absolute_path(const Context& context, std::string_view path);

// What messages call the input that `path` names: "standard input" for "-".
[[nodiscard]] std::string input_name(std::string_view path);

// `path` without links and dots; nothing when it is not there.
[[nodiscard]] std::optional<std::string> real_path(const std::string& path);

// All of a file, or of standard input for "-". kInvalidInput "cannot read 'x'" when there is no
// such file or it is a folder, kIo when the system refuses otherwise; the reason is the cause.
[[nodiscard]] Result<std::string> read_file_or_input(const Context& context, std::string_view path);

// Makes a folder, in one that is there; one that is there already is fine. kIo "cannot make 'x'".
[[nodiscard]] Status make_folder(const Context& context, std::string_view path);

// Writes `bytes` beside `path` and renames it there, so that a reader sees the old or the new file,
// whole. Something that is no regular file (/dev/stdout, a pipe) is written to directly. kIo
// "cannot write 'x'".
[[nodiscard]] Status write_file(const Context& context, std::string_view path,
                                std::string_view bytes);

// Adds `bytes` at the end of a file, which is made if there is none. kIo "cannot write 'x'".
[[nodiscard]] Status append_to_file(const Context& context, std::string_view path,
                                    std::string_view bytes);

// "cannot write 'x'" for an errno; `verb`: read, write, make. Reading what is not there is the
// caller's mistake, kInvalidInput, all else kIo.
[[nodiscard]] Error file_error(std::string_view verb, std::string_view path, int error);

// Writes all of `bytes`, however often the system takes only some of them. 0, or the errno of what
// went wrong.
[[nodiscard]] int write_all(int descriptor, std::string_view bytes);

}  // namespace claudestep::cli

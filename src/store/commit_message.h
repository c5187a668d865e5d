// Owns: what a commit of ours says: a subject for people, trailers for programs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/operation.h"

namespace claudestep::store {

inline constexpr std::string_view kOpTrailer = "Claudestep-Op";
inline constexpr std::string_view kOpsTrailer = "Claudestep-Ops";
inline constexpr std::string_view kOpIdTrailer = "Claudestep-Op-Id";
inline constexpr std::string_view kDoneTrailer = "Claudestep-Done";
inline constexpr std::string_view kUniqueTrailer = "Claudestep-Unique";

// How the commit begins that puts unpushed work upon a remote that was rewound.
inline constexpr std::string_view kTransplantSubject = "claudestep: put unpushed work";

// Whether the commit says that it puts work upon another tip, as one for all of it.
[[nodiscard]] bool is_transplant(const git::Commit& commit);

// More operations than this in one commit are counted, not listed.
inline constexpr std::size_t kMaxOpTrailers = 20;

// The message of a commit that did `operations`; `unique` makes it another one than what somebody
// else does in the same second. Requires: at least one.
[[nodiscard]] std::string commit_message(const std::vector<model::Operation>& operations,
                                         const std::optional<std::string>& op_id,
                                         const std::string& unique = {});

// The values of the trailer `key` in `message`: lines "key: value" of its last paragraph, in order.
[[nodiscard]] std::vector<std::string> trailer_values(std::string_view message,
                                                      std::string_view key);

// Ok for 1 to 200 printable ASCII characters without a space; else kInvalidInput.
[[nodiscard]] Status check_op_id(std::string_view op_id);

}  // namespace claudestep::store

#include "store/commit_message.h"

#include <algorithm>
#include <set>
#include <variant>

#include "base/text.h"

namespace claudestep::store {

namespace {

// A project that is renamed on the way is one.
std::size_t count_projects(const std::vector<model::Operation>& operations) {
  std::set<std::string> names;
  std::size_t count = 0;
  for (const auto& operation : operations) {
    const std::string& name = model::project_of(operation);
    if (names.insert(name).second) ++count;
    const auto* rename = std::get_if<model::RenameProject>(&operation);
    if (rename == nullptr) continue;
    names.erase(name);
    names.insert(rename->to);
  }
  return count;
}

// One line for all operations: the first, and how many more of the same project; or counts alone
// where they spread over several.
std::string subject_of(const std::vector<model::Operation>& operations) {
  const std::size_t projects = count_projects(operations);
  if (projects > 1) {
    if (std::holds_alternative<model::UndoCommit>(operations.front())) {
      // One commit is taken back as one: its subject without the project's name.
      const std::string subject = model::summarise(operations.front());
      return subject.substr(subject.find(": ") + 2);
    }
    return counted(operations.size(), "operation") + " on " + counted(projects, "project");
  }
  std::string subject = model::summarise(operations.front());
  if (operations.size() > 1) subject += ", and " + std::to_string(operations.size() - 1) + " more";
  return subject;
}

std::string_view last_paragraph(std::string_view message) {
  while (message.ends_with('\n')) message.remove_suffix(1);
  const std::size_t gap = message.rfind("\n\n");
  return gap == std::string_view::npos ? std::string_view{} : message.substr(gap + 2);
}

void append_trailer(std::string& message, std::string_view key, std::string_view value) {
  message.append(key).append(": ").append(value).push_back('\n');
}

}  // namespace

std::string commit_message(const std::vector<model::Operation>& operations,
                           const std::optional<std::string>& op_id, const std::string& unique) {
  std::string message = subject_of(operations) + "\n\n";
  const std::size_t listed = std::min(operations.size(), kMaxOpTrailers);
  for (std::size_t i = 0; i < listed; ++i) {
    append_trailer(message, kOpTrailer, model::trailer_of(operations[i]));
  }
  if (listed < operations.size()) {
    append_trailer(message, kOpsTrailer, std::to_string(operations.size()));
  }
  if (op_id) append_trailer(message, kOpIdTrailer, *op_id);
  if (!unique.empty()) append_trailer(message, kUniqueTrailer, unique);
  return message;
}

std::vector<std::string> trailer_values(std::string_view message, std::string_view key) {
  std::vector<std::string> values;
  std::string_view rest = last_paragraph(message);
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    if (line.starts_with(key) && line.substr(key.size()).starts_with(": ")) {
      values.emplace_back(line.substr(key.size() + 2));
    }
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  }
  return values;
}

bool is_transplant(const git::Commit& commit) {
  return commit.parents.size() == 1 && commit.message.starts_with(kTransplantSubject);
}

Status check_op_id(std::string_view op_id) {
  const bool printable =
      std::all_of(op_id.begin(), op_id.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  if (!op_id.empty() && op_id.size() <= 200 && printable) return {};
  return fail(
      Error{ErrorCode::kInvalidInput, "the operation id " + quoted(op_id) + " cannot be used"}.hint(
          "an operation id is 1 to 200 printable ASCII characters without a space, for "
          "example a CI run and step: --op-id 123456/finalize"));
}

}  // namespace claudestep::store

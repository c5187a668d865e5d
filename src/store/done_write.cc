#include "store/done_write.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "model/derive.h"
#include "model/operation.h"
#include "model/operation_parts.h"
#include "store/commit_message.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

// Says of how many operations the first are listed.
constexpr std::string_view kMore = "more";
// Where a trailer of ours goes on behind that of the write itself.
constexpr std::string_view kOurPart = " op-id=";

// Of two writes that claimed the same in the same second nobody can say whose claim it is.
void forget_shared_claims(std::vector<DoneWrite>& writes) {
  std::map<std::pair<std::string, ClaimMark>, std::set<std::string_view>> claimants;
  const auto key_of = [](const DoneOperation& operation) {
    return std::pair(operation.project, *operation.claim);
  };
  for (const DoneWrite& write : writes) {
    for (const DoneOperation& operation : write.operations) {
      if (operation.claim) claimants[key_of(operation)].insert(first_id_of(write.op_id));
    }
  }
  for (DoneWrite& write : writes) {
    for (DoneOperation& operation : write.operations) {
      if (operation.claim && claimants[key_of(operation)].size() > 1) operation.claim.reset();
    }
  }
}

std::optional<DoneOperation> read_operation(std::string said) {
  auto operation = parse_operation_trailer(said);
  if (!operation) return std::nullopt;
  DoneOperation done{std::move(said), *std::move(operation), {}, {}};
  done.project = done.operation.project;
  return done;
}

void read_carried(const std::string& value, std::map<std::string_view, DoneWrite*>& by_id) {
  const std::size_t end = value.rfind(kOurPart);
  if (end == std::string::npos) return;
  const auto ours = parse_trailer(std::string(kMore) + value.substr(end));
  if (!ours) return;
  const auto found = by_id.find(ours->key("op-id"));
  if (found == by_id.end()) return;
  DoneWrite& write = *found->second;
  const auto said = parse_trailer(value.substr(0, end));
  if (said && said->name == kMore && said->project.empty()) {
    const std::string digits = said->key("operations");
    std::size_t count = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
    write.count = std::max(write.count, count);
    return;
  }
  auto operation = read_operation(value.substr(0, end));
  if (!operation) return;
  write.is_told = true;
  if (const std::string in = ours->key("in"); !in.empty()) operation->project = in;
  if (!ours->key("id").empty()) {
    operation->claim =
        ClaimMark{ours->key("id"), ours->key("by"), ours->key("at"), ours->key("expires")};
  }
  write.add(*std::move(operation));
  write.count = std::max(write.count, write.operations.size());
}

}  // namespace

void DoneWrite::add(DoneOperation operation) {
  const std::string& name = operation.operation.name;
  if (name == "add-task" || name == "set-plan") moves_tasks = true;
  operations.push_back(std::move(operation));
}

ClaimMark mark_of(const model::Task& task) {
  ClaimMark mark{model::text_or_empty(task.id), {}, {}, {}};
  if (!task.claim) return mark;
  mark.by = task.claim->by.value;
  mark.at = task.claim->at.value.text();
  mark.expires = task.claim->expires.value.text();
  return mark;
}

bool is_numbered_id(std::string_view op_id) {
  const std::size_t mark = op_id.rfind('~');
  return mark != std::string_view::npos && mark + 1 < op_id.size() &&
         op_id.find_first_not_of("0123456789", mark + 1) == std::string_view::npos;
}

std::string_view first_id_of(std::string_view op_id) {
  const std::string_view first = is_numbered_id(op_id) ? op_id.substr(0, op_id.rfind('~')) : op_id;
  return first.empty() ? op_id : first;
}

DoneWrite own_write(const git::Commit& commit, std::string op_id) {
  const auto said = trailer_values(commit.message, kOpTrailer);
  DoneWrite write{std::move(op_id), false, true, named_operations(commit.message).count, {}};
  for (const std::string& value : said) {
    if (auto operation = read_operation(value)) write.add(*std::move(operation));
  }
  std::vector<NamedOperation> all;
  for (const DoneOperation& done : write.operations) all.push_back(done.operation);
  const LaterNames later(all);
  for (std::size_t at = 0; at < all.size(); ++at) {
    DoneOperation& done = write.operations[at];
    done.project = later.after(done.project, at);
  }
  return write;
}

std::vector<DoneWrite> done_writes(const git::Commit& commit) {
  std::vector<DoneWrite> writes;
  std::set<std::string> ids;
  for (std::string& id : trailer_values(commit.message, kOpIdTrailer)) {
    if (ids.insert(id).second) writes.push_back({std::move(id), true, false, 0, {}});
  }
  if (writes.size() == 1 && !commit.message.starts_with(kTransplantSubject)) {
    return {own_write(commit, std::move(writes.front().op_id))};
  }
  std::map<std::string_view, DoneWrite*> by_id;
  for (DoneWrite& write : writes) by_id.emplace(write.op_id, &write);
  for (const std::string& value : trailer_values(commit.message, kDoneTrailer)) {
    read_carried(value, by_id);
  }
  forget_shared_claims(writes);
  return writes;
}

DoneWrite done_write(const git::Commit& commit, std::string_view op_id) {
  auto writes = done_writes(commit);
  const auto found = std::find_if(writes.begin(), writes.end(),
                                  [&](const DoneWrite& write) { return write.op_id == op_id; });
  CS_CHECK(found != writes.end());
  return std::move(*found);
}

Result<std::optional<ClaimMark>> claim_of(const git::Repository& repository, ProjectReader& reader,
                                          const git::Commit& commit, const DoneWrite& write,
                                          const DoneOperation& operation) {
  if (write.is_carried) return operation.claim;
  const std::string word = operation.operation.key("task");
  // Beside others that move tasks an index may be that of another task by now.
  const bool is_index = word.find_first_not_of("0123456789") == std::string::npos;
  if (is_index && write.count > 1 && (write.moves_tasks || !write.is_complete())) {
    return std::nullopt;
  }
  CS_ASSIGN(const Shelves shelves, shelves_of(repository, commit.tree));
  CS_ASSIGN(const auto entry, find_entry(repository, shelves, operation.project));
  if (!entry) return std::nullopt;
  const auto project = reader.read(*entry);
  if (!*project) return fail(project->error());
  const auto task = model::resolve_task(**project, word);
  if (!task) return std::nullopt;
  return mark_of(**task);
}

// From the last one back: what comes of a project behind an operation is known when it is reached.
LaterNames::LaterNames(const std::vector<NamedOperation>& operations) {
  for (std::size_t at = operations.size(); at-- > 0;) {
    const NamedOperation& operation = operations[at];
    const auto to = operation.project_after();
    after_[operation.project].emplace(at, to ? after(*to, at + 1) : operation.project);
  }
}

std::string LaterNames::after(const std::string& name, std::size_t from) const {
  const auto places = after_.find(name);
  if (places == after_.end()) return name;
  const auto next = places->second.lower_bound(from);
  return next == places->second.end() ? name : next->second;
}

std::vector<std::string> done_trailers(const DoneWrite& write) {
  std::vector<std::string> lines;
  const std::string ours = std::string(kOurPart) + model::escape_value(write.op_id);
  for (const DoneOperation& done : write.operations) {
    std::string line = done.said + ours;
    const auto say = [&line](std::string_view key, const std::string& value) {
      line.append(" ").append(key).append("=").append(model::escape_value(value));
    };
    if (done.project != done.operation.project) say("in", done.project);
    if (done.claim) {
      say("id", done.claim->task);
      say("by", done.claim->by);
      say("at", done.claim->at);
      say("expires", done.claim->expires);
    }
    lines.push_back(std::move(line));
  }
  if (!write.is_complete() && write.is_told) {
    lines.push_back(std::string(kMore) + " operations=" + std::to_string(write.count) + ours);
  }
  return lines;
}

}  // namespace claudestep::store

#include "store/same_write.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "base/text.h"
#include "codec/project_codec.h"
#include "model/derive.h"
#include "model/record_order.h"
#include "store/commit_message.h"
#include "store/done_write.h"
#include "store/fsck_facts.h"
#include "store/identity.h"
#include "store/log.h"
#include "store/project_changes.h"

namespace claudestep::store {

namespace {

// How many AI operations were new follows from what was recorded already.
NamedOperation without_derived(NamedOperation operation) {
  if (operation.name == "add-ai-operations") operation.keys.erase("operations");
  return operation;
}

// Requires: a trailer that we write, of an operation that names a project.
NamedOperation parsed(const std::string& trailer) {
  auto operation = parse_operation_trailer(trailer);
  CS_CHECK(operation.has_value());
  return without_derived(*std::move(operation));
}

bool is_plan(const model::Operation& operation) {
  return std::holds_alternative<model::SetPlan>(operation);
}

// Whether it has an effect whatever was there before.
bool does_always(const model::Operation& operation) {
  return std::holds_alternative<model::AddTask>(operation);
}

// Whether the operation itself was refused, and not what it is about out of reach.
bool is_refusal(const Error& error) {
  return error.code == ErrorCode::kInvalidInput || error.code == ErrorCode::kNotFound ||
         error.code == ErrorCode::kConflict || error.code == ErrorCode::kAlreadyExists;
}

// Whether one of them says when it was.
bool gives_times(const std::vector<model::Operation>& operations) {
  return std::any_of(operations.begin(), operations.end(), [](const model::Operation& operation) {
    const auto* state = std::get_if<model::SetPrState>(&operation);
    const auto* opened = std::get_if<model::OpenPr>(&operation);
    return (state != nullptr && state->at) || (opened != nullptr && opened->created_at);
  });
}

// The facts of a project without the times that a write fills in; of a claim how long it lasts
// stays.
Facts timeless_facts(model::Project project, bool times_are_given) {
  model::settle(project);
  for (model::PullRequest& pr : project.pull_requests) {
    for (model::AiOperation& operation : pr.ai_operations) {
      if (operation.operation_id) operation.created_at.reset();
    }
    if (times_are_given) continue;
    pr.created_at.reset();
    pr.merged_at.reset();
    pr.closed_at.reset();
  }
  project.created_at.reset();
  for (model::Task& task : project.tasks) {
    if (!task.claim) continue;
    const Instant begins = task.claim->at.value.instant();
    const Instant lasts = plus_seconds(task.claim->expires.value.instant(), -begins.seconds);
    task.claim->at = model::Time(Timestamp());
    task.claim->expires = model::Time(Timestamp(lasts));
  }
  return facts_of(project);
}

class SameWrite {
 public:
  SameWrite(const View& view, git::Commit commit, const AskedAgain& again)
      : view_(view),
        commit_(std::move(commit)),
        again_(again),
        write_(done_write(commit_, again.op_id)) {
    for (const model::Operation& operation : again.operations) {
      asked_.push_back(parsed(model::trailer_of(operation)));
    }
    if (write_.is_told) return;
    // Whose they are is not said: then they may be this one's.
    const NamedOperations all = named_operations(commit_.message);
    write_.count = all.count;
    for (const NamedOperation& operation : all.operations) {
      write_.add({"", operation, operation.project, {}});
    }
  }

  // Whether all that it did is of the kind that is asked for.
  Status check_kind() {
    const auto kind = parse_trailer(again_.kind);
    CS_CHECK(kind.has_value());
    const auto is_of_kind = [&](const DoneOperation& done) {
      return done.operation.name == kind->name &&
             std::all_of(kind->keys.begin(), kind->keys.end(), [&](const auto& key) {
               return done.operation.key(key.first) == key.second;
             });
    };
    const auto& all = write_.operations;
    const bool is_same = write_.is_told
                             ? !all.empty() && std::all_of(all.begin(), all.end(), is_of_kind)
                             : std::any_of(all.begin(), all.end(), is_of_kind);
    if (is_same) return {};
    const std::string commit = kind->key("commit");
    return fail(another_write("it was no " + kind->name + (commit.empty() ? "" : " of " + commit)));
  }

  Status check() {
    Replay replay = this->replay(again_.operations);
    if (replay.is_same) return {};
    // Perhaps its project had another name then.
    CS_ASSIGN(const auto as_then, in_names_then());
    if (as_then != again_.operations) {
      const Replay other = this->replay(as_then);
      if (other.is_same) return {};
      replay.is_known = replay.is_known && other.is_known;
      replay.differs = replay.differs || other.differs;
    }
    if (!replay.is_known && may_be_same()) return {};
    model::Branch branch(view_);
    bool does_anything = false;
    for (std::size_t at = 0; at < asked_.size(); ++at) {
      const std::size_t effects = branch.effects();
      auto applied = model::apply(std::move(branch), again_.operations[at], again_.now);
      if (!applied && !is_refusal(applied.error())) return fail(applied.error());
      const bool would_do = !applied || applied->effects() != effects;
      branch = applied ? *std::move(applied) : model::Branch(view_);
      if (!would_do) continue;
      does_anything = true;
      // Of what is not listed as a whole the rest may be the same again.
      const bool is_once =
          replay.is_known ? write_.is_complete() : does_always(again_.operations[at]);
      CS_ASSIGN(const bool was_done, take_listed(asked_[at], is_once));
      if (was_done) continue;
      const bool may_be_unlisted = !write_.is_complete() && !taken_.empty();
      return fail(another_write(
          may_be_unlisted ? other_operations()
                          : "it did not do " + quoted(model::summarise(again_.operations[at]))));
    }
    if (!does_anything) return {};
    if (replay.differs) return fail(another_write(other_values()));
    // Trailers do not tell values: what is the same would have been found out by doing it again.
    if (replay.is_known) return fail(another_write(other_operations()));
    return {};
  }

 private:
  struct Replay {
    bool is_known = false;  // what would have come of it, be it that it was refused
    bool is_same = false;   // what is asked would have made this very commit
    bool differs = false;   // another one, of which the trailers say the same
  };

  // The branch as it was before the commit; nothing where that is not here.
  [[nodiscard]] std::optional<View> view_before() const {
    if (write_.is_carried || commit_.parents.empty()) return std::nullopt;
    ViewOptions options;
    options.ref = view_.ref();
    options.at = commit_.parents.front().hex();
    options.now = again_.now;
    auto before = View::open(view_.repository(), options);
    return before ? std::optional(*std::move(before)) : std::nullopt;
  }

  // What would have come of `operations` when the commit was made.
  [[nodiscard]] Replay replay(const std::vector<model::Operation>& operations) const {
    Replay replay;
    const auto before = view_before();
    if (!before) return replay;
    model::Branch branch(*before);
    std::vector<std::string> done;
    for (const model::Operation& operation : operations) {
      const std::size_t effects = branch.effects();
      const model::Operation effective = model::without_recorded(branch, operation);
      auto applied = model::apply(std::move(branch), operation, commit_.committer.when);
      if (!applied) {
        replay.is_known = is_refusal(applied.error());
        return replay;
      }
      branch = *std::move(applied);
      if (branch.effects() != effects) done.push_back(model::trailer_of(effective));
    }
    replay.is_known = true;
    const std::size_t count = done.size();
    if (count != write_.count) return replay;
    if (count > kMaxOpTrailers) done.resize(kMaxOpTrailers);
    if (!is_named_alike(done)) return replay;
    const auto same = comes_to_the_same(branch, gives_times(operations));
    const bool is_listed_whole = count <= kMaxOpTrailers;
    // A plan is given by a file, which may have changed under the very same command.
    replay.differs = is_listed_whole && same == false &&
                     std::none_of(operations.begin(), operations.end(), is_plan);
    replay.is_same = done == trailer_values(commit_.message, kOpTrailer) &&
                     (is_listed_whole ? !replay.differs : same == true);
    return replay;
  }

  // Whether the commit lists operations like these.
  [[nodiscard]] bool is_named_alike(const std::vector<std::string>& trailers) const {
    return std::equal(trailers.begin(), trailers.end(), write_.operations.begin(),
                      write_.operations.end(),
                      [](const std::string& trailer, const DoneOperation& done) {
                        return parsed(trailer) == without_derived(done.operation);
                      });
  }

  // Whether the commit has what `branch` comes to, whatever the clocks said; nothing where that
  // cannot be told.
  [[nodiscard]] std::optional<bool> comes_to_the_same(const model::Branch& branch,
                                                      bool times_are_given) const {
    const auto shelves = shelves_of(view_.repository(), commit_.tree);
    if (!shelves) return std::nullopt;
    for (const model::Branch::Change& change : branch.changes()) {
      const auto entry = find_entry(view_.repository(), *shelves, change.name);
      if (!entry) return std::nullopt;
      if (entry->has_value() != change.after.has_value()) return false;
      if (!*entry) continue;
      if ((*entry)->shelf != *change.after) return false;
      const auto made = read_entry(view_.repository(), **entry);
      const auto wanted =
          read_entry(**entry, codec::write_project(model::in_order(*change.project)));
      if (!made || !wanted) return std::nullopt;
      if (timeless_facts(*wanted, times_are_given) != timeless_facts(*made, times_are_given)) {
        return false;
      }
    }
    return true;
  }

  // Of a write that did more than is listed: whether that is the beginning of what is asked.
  [[nodiscard]] bool may_be_same() const {
    if (write_.count <= write_.operations.size()) return false;
    const auto& operations = again_.operations;
    const auto least = std::count_if(operations.begin(), operations.end(), does_always);
    if (static_cast<std::size_t>(least) > write_.count) return false;
    if (!write_.is_told) return true;
    return asked_.size() >= write_.count &&
           std::all_of(
               write_.operations.begin(), write_.operations.end(), [&](const DoneOperation& done) {
                 return std::find(asked_.begin(), asked_.end(), without_derived(done.operation)) !=
                        asked_.end();
               });
  }

  // Whether the commit did this, to what is called so now or was then; where `is_once`, besides
  // what was asked about before.
  Result<bool> take_listed(const NamedOperation& asked, bool is_once) {
    for (const DoneOperation& done : write_.operations) {
      if (is_once && taken_.contains(&done)) continue;
      NamedOperation listed = without_derived(done.operation);
      bool is_it = listed == asked;
      if (!is_it) {
        listed.project = asked.project;
        if (listed != asked) continue;
        CS_ASSIGN(const auto* names, names_then(asked.project));
        is_it = names->contains(done.project);
      }
      if (!is_it) continue;
      taken_.insert(&done);
      return true;
    }
    return false;
  }

  // What is asked, each of its projects by the name that it had before the commit, or else in it.
  Result<std::vector<model::Operation>> in_names_then() {
    std::vector<model::Operation> operations = again_.operations;
    const auto before = view_before();
    if (!before) return operations;
    for (model::Operation& operation : operations) {
      CS_ASSIGN(const auto* names, names_then(model::project_of(operation)));
      std::vector<std::string> there;
      std::copy_if(names->begin(), names->end(), std::back_inserter(there),
                   [&](const std::string& name) { return before->find(name).has_value(); });
      if (there.empty()) there.assign(names->begin(), names->end());
      if (there.size() != 1) continue;
      std::visit([&](auto& named) { named.project = there.front(); }, operation);
    }
    return operations;
  }

  Result<const std::set<std::string>*> names_then(const std::string& project) {
    const auto known = names_.find(project);
    if (known != names_.end()) return &known->second;
    CS_ASSIGN(auto names, names_in(view_, project, commit_));
    if (!names.empty() && names != std::set{project}) {
      CS_ASSIGN(const model::Project now, view_.load(project));
      std::set<std::string> its_own;
      for (const std::string& name : names) {
        CS_ASSIGN(const bool is_another, had_another(name, identity_of(now)));
        if (!is_another) its_own.insert(name);
      }
      names = std::move(its_own);
    }
    return &names_.emplace(project, std::move(names)).first->second;
  }

  // Whether what had this name in the commit, or before it, is gone, and `now` was made after it.
  [[nodiscard]] Result<bool> had_another(const std::string& name, const Identity& now) const {
    std::vector<git::ObjectId> trees{commit_.tree};
    for (const git::ObjectId parent : commit_.parents) {
      CS_ASSIGN(const git::Commit commit, view_.repository().read_commit(parent));
      trees.push_back(commit.tree);
    }
    for (const git::ObjectId tree : trees) {
      CS_ASSIGN(const Shelves shelves, shelves_of(view_.repository(), tree));
      CS_ASSIGN(const auto entry, find_entry(view_.repository(), shelves, name));
      if (!entry) continue;
      const auto then = read_entry(view_.repository(), *entry);
      return then && was_made_later(identity_of(*then), now);
    }
    return false;
  }

  [[nodiscard]] std::string other_values() const {
    if (again_.operations.size() > 1) {
      return "its " + counted(write_.count, "operation") +
             " did the like, but not with what is given now";
    }
    return "it did " + quoted(model::summarise(again_.operations.front())) +
           " with something else than is given now";
  }

  [[nodiscard]] std::string other_operations() const {
    if (again_.operations.size() == 1 && write_.count == 1) return other_values();
    return "its " + counted(write_.count, "operation") +
           (write_.count == 1 ? " is not what is asked for" : " are not those that are asked for");
  }

  [[nodiscard]] Error another_write(std::string difference) const {
    const bool tells_its_own = write_.is_carried && write_.is_told;
    const std::string says = tells_its_own ? write_.operations.front().said
                                           : commit_.message.substr(0, commit_.message.find('\n'));
    return Error{ErrorCode::kConflict,
                 "the operation id " + quoted(again_.op_id) + " is that of another write"}
        .caused_by(commit_.id.hex() + " says: " + quoted(says))
        .caused_by(std::move(difference))
        .hint("an --op-id stands for one write: give this one another");
  }

  const View& view_;
  git::Commit commit_;
  const AskedAgain& again_;
  DoneWrite write_;
  std::vector<NamedOperation> asked_;
  std::set<const DoneOperation*> taken_;
  std::map<std::string, std::set<std::string>> names_;
};

}  // namespace

Status check_same_write(const View& view, const git::ObjectId& earlier, const AskedAgain& again) {
  if (again.operations.empty() && again.kind.empty()) return {};
  CS_ASSIGN(git::Commit commit, view.repository().read_commit(earlier));
  SameWrite write(view, std::move(commit), again);
  return again.kind.empty() ? write.check() : write.check_kind();
}

}  // namespace claudestep::store

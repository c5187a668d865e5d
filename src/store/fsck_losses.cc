// What commits of a push took away, though no operation says so, is lost only if the pushed tip has
// not got it either: a merge may have kept it, or a later commit brought it back.
#include <algorithm>
#include <utility>

#include "model/branch.h"
#include "store/fsck_judge.h"
#include "store/undo_parts.h"

namespace claudestep::store {

namespace {

bool is_file(const std::string& scope) {
  return scope.starts_with('/');
}

// Whether a fact is of the record of that key, or, for the whole of a file, of the file.
bool is_part_of(const FactKey& key, const FactKey& whole) {
  if (whole == kWholeFile || key == whole) return true;
  if (!whole.member.empty()) return false;
  if (key.of == whole.of) return key.record == whole.record;
  return whole.of == FactOf::kPullRequest && key.of == FactOf::kOperation &&
         key.record.starts_with(whole.record + " ");
}

// What follows from the rest: places are given anew, a plan's boxes go with the plan, and former
// names come with names.
bool follows_from_rest(const FactKey& key, const model::Project& now) {
  if (key.of == FactOf::kTask) {
    return key.member == "index" || (key.member == "box" && !now.plan);
  }
  return key.of == FactOf::kProject && key.member == "former_names";
}

}  // namespace

void FrameJudge::lose(const git::Commit& commit, Loss loss) {
  loss.commit = commit.id;
  loss.last = commit.id;
  heirs_[commit.id].insert(commit.id);
  losses_.push_back(std::move(loss));
}

bool FrameJudge::is_heir(const git::Commit& commit, const git::ObjectId& of) const {
  const auto heirs = heirs_.find(of);
  return heirs != heirs_.end() &&
         std::any_of(commit.parents.begin(), commit.parents.end(),
                     [&](const git::ObjectId& parent) { return heirs->second.contains(parent); });
}

bool FrameJudge::makes_good(const git::Commit& commit, const std::string& name,
                            const FactChange& change) const {
  return std::any_of(losses_.begin(), losses_.end(), [&](const Loss& loss) {
    return !loss.is_back && loss.project == name && loss.change.key == change.key &&
           loss.change.before == change.after && loss.change.after == change.before &&
           is_heir(commit, loss.commit);
  });
}

bool FrameJudge::is_before(const git::ObjectId& commit, const git::ObjectId& later) {
  const auto known = is_before_.find({commit, later});
  if (known != is_before_.end()) return known->second;
  const auto ancestry = repository_.compare(commit, later);
  const bool is = ancestry && *ancestry == git::Ancestry::kBehind;
  return is_before_.emplace(std::pair(commit, later), is).first->second;
}

FsckLedger::Filter FrameJudge::known_to(const git::Commit& commit) {
  if (!has_branches_) return {};
  return [this, later = commit.id](const git::ObjectId& id) { return is_before(id, later); };
}

Status FrameJudge::follow_losses(const git::Commit& commit, const TreeStep& step,
                                 const NamedOperations& named) {
  for (auto& [lost, heirs] : heirs_) {
    if (is_heir(commit, lost)) heirs.insert(commit.id);
  }
  // A merge may have what its first parent has as well.
  const bool may_bring =
      commit.parents.size() > 1 || !step.projects.empty() || !step.others.empty();
  for (Loss& loss : losses_) {
    if (!is_heir(commit, loss.commit)) continue;
    const bool is_undone =
        std::any_of(named.operations.begin(), named.operations.end(), [&](const auto& operation) {
          return operation.name == "undo" && operation.key("commit") == loss.last.hex();
        });
    if (!is_undone && (loss.is_back || !may_bring)) continue;
    CS_ASSIGN(loss.is_back, has_again(tree_of(commit), loss));
    if (is_undone || loss.is_back) loss.last = commit.id;
  }
  return {};
}

// That a commit says it takes another back is no proof of it.
Result<bool> FrameJudge::has_again(const git::ObjectId& tree, Loss& loss) {
  loss.missing.clear();
  if (is_file(loss.project)) {
    CS_ASSIGN(const TreeStep step, versions_.step(loss.before, tree));
    const auto found = step.others.find(loss.project.substr(1));
    return found == step.others.end() || found->second.second != loss.change.after.value_or("");
  }
  if (!loss.had) {  // it was not there
    CS_ASSIGN(const auto placed, versions_.find(tree, loss.project));
    return !placed;
  }
  CS_ASSIGN(const auto now, find_again(tree, loss));
  const FactKey& lost = loss.change.key;
  if (!now && lost == kWholeFile) return went_elsewhere(loss, loss.change, true);
  const bool is_there =
      now && (lost == kWholeFile || now->facts.contains({lost.of, lost.record, ""}));
  // With a record that an operation took away, its members go.
  if (now && !is_there && !lost.member.empty()) return true;
  if (lost != kWholeFile && !stands(lost, loss.change.before, now.get(), loss)) return false;
  if (!is_there || !lost.member.empty() || !loss.change.before) return true;
  for (const auto& [key, state] : loss.had->facts) {
    if (!is_part_of(key, lost) || stands(key, state, now.get(), loss)) continue;
    loss.missing = describe_fact(key, loss.had->project);
    return false;
  }
  return true;
}

// Under another name it is what the tree that had it did not have there.
Result<std::shared_ptr<const Version>> FrameJudge::find_again(const git::ObjectId& tree,
                                                              const Loss& loss) {
  if (found_again_.tree == tree && found_again_.before == loss.before &&
      found_again_.name == loss.project) {
    return found_again_.version;
  }
  found_again_ = {tree, loss.before, loss.project, nullptr};
  const Identity was = identity_of(loss.had->project);
  CS_ASSIGN(const auto placed, versions_.find(tree, loss.project));
  if (placed) {
    const auto version = versions_.read(placed->blob);
    const bool is_it =
        version->readable && (!loss.had->readable || can_be(was, identity_of(version->project)));
    if (is_it) found_again_.version = version;
  }
  if (found_again_.version) return found_again_.version;
  CS_ASSIGN(const TreeStep step, versions_.step(loss.before, tree));
  for (const auto& [name, project] : step.projects) {
    if (!project.after || project.before == project.after || name == loss.project) continue;
    const auto version = versions_.read(project.after->blob);
    if (!version->readable) continue;
    const Identity is = identity_of(version->project);
    const bool was_called = model::was_called(version->project, loss.project) &&
                            was.created_at == is.created_at && can_be(was, is);
    if (!was_called && !is_the_same(was, is)) continue;
    found_again_.version = version;
    break;
  }
  return found_again_.version;
}

// What it was, or what an operation has made of it since, or is new: all but an older state.
bool FrameJudge::stands(const FactKey& key, const std::optional<std::string>& state,
                        const Version* now, const Loss& loss) {
  std::optional<std::string> current;
  if (now != nullptr) {
    if (follows_from_rest(key, now->project)) return true;
    if (const auto found = now->facts.find(key); found != now->facts.end()) current = found->second;
    if (!current && key.member.empty() && has_got_id(key, now->project)) return true;
  }
  if (current == state) return true;
  const FactChange change{key, state, current};
  if (takes_back_merge(change)) return false;
  if (went_elsewhere(loss, change, false)) return true;
  const bool is_member = !key.member.empty();
  const bool is_another =
      current ? state.has_value() || is_member : is_member && key == loss.change.key;
  return now != nullptr && is_another &&
         !(key == loss.change.key && current == loss.change.after) &&
         !ledger_.was_earlier(loss.project, key, current);
}

// Whether somebody who did not know of the loss did the same, and may.
bool FrameJudge::went_elsewhere(const Loss& loss, const FactChange& change, bool from_any) {
  if (!has_branches_) return false;
  return ledger_.leads(loss.project, {change.key, change.before, change.after}, from_any,
                       [&](const git::ObjectId& id) {
                         return !heirs_[loss.commit].contains(id) && !is_before(id, loss.commit);
                       });
}

void FrameJudge::tell_losses() {
  for (const Loss& loss : losses_) {
    if (loss.is_back) continue;
    report_.diagnostics.push_back(loss.found);
    if (loss.missing.empty()) continue;
    report_.diagnostics.back().message += "; what came back is not all of it: " + loss.missing;
  }
}

}  // namespace claudestep::store

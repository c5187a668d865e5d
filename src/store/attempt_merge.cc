// One try of merging a commit into the branch.
#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "model/operation_parts.h"
#include "store/attempt.h"
#include "store/commit_message.h"
#include "store/fsck_frame.h"
#include "store/fsck_names.h"
#include "store/fsck_trailer.h"
#include "store/fsck_versions.h"
#include "store/history.h"
#include "store/merge_trees.h"
#include "store/project_changes.h"

namespace claudestep::store {

namespace {

std::string digits_of(git::ObjectId id) {
  return id.hex().substr(0, 7);
}

// Appends the diff of every file in which two trees differ.
Status diff_below(const git::Repository& repository, const std::string& folder,
                  git::ObjectId before, git::ObjectId after, std::string& diff) {
  CS_ASSIGN(const auto differences, repository.diff_trees(before, after));
  for (const git::TreeDifference& one : differences) {
    const std::string path = folder + (one.before ? one.before->name : one.after->name);
    const auto tree_of = [](const std::optional<git::TreeEntry>& entry) {
      return entry && entry->mode == git::FileMode::kTree ? entry->id : git::ObjectId();
    };
    const auto is_file = [](const std::optional<git::TreeEntry>& entry) {
      return entry && entry->mode != git::FileMode::kTree &&
             entry->mode != git::FileMode::kSubmodule;
    };
    CS_TRY(diff_below(repository, path + "/", tree_of(one.before), tree_of(one.after), diff));
    std::optional<std::string> was;
    std::optional<std::string> is;
    if (is_file(one.before)) {
      CS_ASSIGN(was, repository.read_blob(one.before->id));
    }
    if (is_file(one.after)) {
      CS_ASSIGN(is, repository.read_blob(one.after->id));
    }
    CS_ASSIGN(const std::string text, repository.diff_text(path, was, is));
    diff += text;
  }
  return {};
}

bool names_by_hand(const std::string& value) {
  return value.starts_with(std::string(kByHand) + " ");
}

// What unpushed commits say of themselves, in their order: carried along, so that a write which is
// asked for again is known, and what gave way in their merges can be found.
struct Sayings {
  std::vector<std::string> operations;
  std::size_t operation_count = 0;
  std::vector<std::string> op_ids;
  std::vector<std::string> receipts;

  void add(std::string_view message) {
    const auto append = [&](std::string_view key, std::vector<std::string>& to) {
      auto values = trailer_values(message, key);
      to.insert(to.end(), values.begin(), values.end());
    };
    operation_count += named_operations(message).count;
    append(kOpTrailer, operations);
    append(kOpIdTrailer, op_ids);
    append(kDroppedTrailer, receipts);
  }

  // Where nothing but work by hand is carried on, the commit is one by hand as well.
  void leave_to_hands() {
    if (!std::all_of(operations.begin(), operations.end(), names_by_hand)) return;
    operations.clear();
    operation_count = 0;
  }
};

// What a commit that names no operation did, as lines of one that carries it on: files only where
// they are among those that this one changes, `carried`.
Status add_by_hand(const git::Repository& repository, const git::Commit& commit,
                   const TreeStep& carried, Sayings& said) {
  const bool is_ours = !named_operations(commit.message).operations.empty();
  if (commit.parents.size() > 1 || is_ours) return {};
  git::ObjectId before;
  if (!commit.parents.empty()) {
    CS_ASSIGN(const git::Commit parent, repository.read_commit(commit.parents.front()));
    before = parent.tree;
  }
  CS_ASSIGN(const TreeStep step, Versions(repository).step(before, commit.tree));
  const auto name = [&](std::string_view key, const std::string& value) {
    std::string line = std::string(kByHand).append(" ").append(key).append("=");
    line += model::escape_value(value);
    const auto& lines = said.operations;
    if (std::find(lines.begin(), lines.end(), line) != lines.end()) return;
    said.operations.push_back(std::move(line));
    ++said.operation_count;
  };
  for (const auto& [path, unused] : step.others) {
    if (carried.others.contains(path)) name("file", path);
  }
  for (const auto& [project, unused] : step.projects) name("project", project);
  return {};
}

bool is_all_by_hand(const std::vector<const NamedOperation*>& operations) {
  return !operations.empty() &&
         std::all_of(operations.begin(), operations.end(),
                     [](const NamedOperation* operation) { return operation->name == kByHand; });
}

// The commit brings a project that the new tip does not have, and that work went on with: it makes
// it anew, and says so before all else.
Status name_arrivals(const git::Repository& repository, git::ObjectId before, git::ObjectId after,
                     Sayings& said) {
  CS_ASSIGN(const Shelves old, shelves_of(repository, before));
  CS_ASSIGN(const Shelves now, shelves_of(repository, after));
  ProjectReader reader(repository);
  CS_ASSIGN(const auto changes, project_changes(repository, reader, old, now));
  std::vector<NamedOperation> operations;
  for (const std::string& value : said.operations) {
    if (auto operation = parse_operation_trailer(value))
      operations.push_back(*std::move(operation));
  }
  const ProjectLines lines(operations);
  std::vector<std::string> made;
  for (const ProjectChange& change : changes) {
    if (change.before || !change.after) continue;
    const ProjectLine line = lines.called_after(change.after->name);
    // One that an operation makes has no name before; of one made by hand it is said.
    if (!line.before || is_all_by_hand(line.operations)) continue;
    made.push_back(model::trailer_of(model::Operation(model::CreateProject{*line.before})));
  }
  said.operation_count += made.size();
  said.operations.insert(said.operations.begin(), made.begin(), made.end());
  return {};
}

std::string transplant_message(git::ObjectId tip, Sayings said) {
  std::string trailers;
  const auto append = [&](std::string_view key, const std::string& value) {
    trailers.append(key).append(": ").append(value).push_back('\n');
  };
  if (said.operations.size() > kMaxOpTrailers) said.operations.resize(kMaxOpTrailers);
  for (const std::string& value : said.operations) append(kOpTrailer, value);
  if (said.operation_count > said.operations.size()) {
    append(kOpsTrailer, std::to_string(said.operation_count));
  }
  for (const std::string& value : said.op_ids) append(kOpIdTrailer, value);
  for (const std::string& value : said.receipts) append(kDroppedTrailer, value);
  const std::string subject = std::string(kTransplantSubject) + " on " + digits_of(tip) + "\n";
  return trailers.empty() ? subject : subject + "\n" + trailers;
}

}  // namespace

Result<Attempt::MergePlan> Attempt::plan_merge() const {
  const git::ObjectId other = merge_with_->other;
  CS_ASSIGN(View view, View::open(repository_, {.ref = options_.ref,
                                                .at = std::nullopt,
                                                .local = true,
                                                .now = options_.clock->now()}));
  if (view.commit()) CS_TRY(check_branch(view));
  CS_TRY(check_tip(repository_, std::nullopt, other));
  CS_ASSIGN(const bool ours, is_metadata_branch(repository_, other));
  if (!ours && !options_.force) {
    return fail(Error{ErrorCode::kConflict, digits_of(other) + " is not of a metadata branch"}
                    .caused_by("it has no folder projects/ and did not begin with claudestep")
                    .hint("--force merges it all the same"));
  }
  MergePlan plan{std::move(view), other, std::nullopt};
  if (!plan.view.local()) return plan;
  const git::ObjectId local = *plan.view.local();
  if (merge_with_->had) {
    CS_ASSIGN(const git::Ancestry ancestry, repository_.compare(local, *merge_with_->had));
    if (ancestry == git::Ancestry::kSame || ancestry == git::Ancestry::kBehind) return plan;
    CS_ASSIGN(plan.merge, transplant(local));
    plan.value = plan.merge->commit;
    return plan;
  }
  CS_ASSIGN(const git::Ancestry ancestry, repository_.compare(local, other));
  if (ancestry == git::Ancestry::kSame || ancestry == git::Ancestry::kAhead) {
    plan.value.reset();
  } else if (ancestry != git::Ancestry::kBehind) {
    CS_ASSIGN(plan.merge, merge_commits(repository_, local, other));
    plan.value = plan.merge->commit;
  }
  return plan;
}

// The work since `had` as one commit on the new tip, named by the trailers that its commits have.
Result<HeldMerge> Attempt::transplant(git::ObjectId local) const {
  const git::ObjectId tip = merge_with_->other;
  const auto had = merge_with_->had;  // no structured binding: clang 14 captures none
  // What both had: `had` may be further, by commits that the new tip has kept.
  CS_ASSIGN(const auto bases, repository_.merge_bases(local, *had));
  git::ObjectId before;
  if (!bases.empty()) {
    CS_ASSIGN(const git::Commit base, repository_.read_commit(bases.front()));
    before = base.tree;
  }
  CS_ASSIGN(const git::Commit mine, repository_.read_commit(local));
  CS_ASSIGN(const git::Commit target, repository_.read_commit(tip));
  CS_ASSIGN(auto batch, repository_.begin_objects());
  CS_ASSIGN(auto merged, merge_trees(repository_, batch, before, mine.tree, target.tree));
  std::set<git::ObjectId> known;
  CS_TRY(repository_.walk(*had, [&](const git::Commit& commit) {
    known.insert(commit.id);
    return true;
  }));
  CS_ASSIGN(const auto own, oldest_first(repository_, local, known));
  HeldMerge result;
  result.objects = batch.hold();
  Sayings said;
  CS_ASSIGN(const TreeStep carried, Versions(repository_).step(target.tree, merged.tree));
  for (const git::Commit& commit : own) {
    CS_TRY(add_by_hand(repository_, commit, carried, said));
    said.add(commit.message);
  }
  for (const model::Receipt& receipt : merged.receipts) {
    said.receipts.push_back(model::trailer_of(receipt));
  }
  CS_TRY(name_arrivals(repository_, target.tree, merged.tree, said));
  said.leave_to_hands();
  std::vector<std::string> warnings;
  CS_ASSIGN(const auto author, identity(git::Repository::Role::kAuthor, warnings));
  CS_ASSIGN(const auto committer, identity(git::Repository::Role::kCommitter, warnings));
  CS_ASSIGN(auto last, repository_.begin_objects());
  CS_ASSIGN(result.commit,
            last.add_commit(
                {merged.tree, {tip}, author, committer, transplant_message(tip, std::move(said))}));
  for (const git::ObjectId& id : last.hold()) result.objects.push_back(id);
  result.receipts = std::move(merged.receipts);
  return result;
}

Result<WriteOutcome> Attempt::preview_merge() const {
  CS_ASSIGN(const MergePlan plan, plan_merge());
  WriteOutcome outcome;
  if (!plan.value) return outcome;
  CS_ASSIGN(const git::Commit commit, repository_.read_commit(*plan.value));
  CS_TRY(diff_below(repository_, "", plan.view.tree().value_or(git::ObjectId()), commit.tree,
                    outcome.diff));
  outcome.changed = true;
  if (plan.merge) outcome.receipts = plan.merge->receipts;
  return outcome;
}

Result<AttemptResult> Attempt::commit_merge(WriteLock& lock) const {
  CS_ASSIGN(const MergePlan plan, plan_merge());
  AttemptResult nothing;
  nothing.outcome.commit = plan.view.local();
  if (!plan.value) return nothing;
  WritePlan write;
  write.message = (plan.merge ? "merge " : "fast-forward to ") + digits_of(merge_with_->other);
  if (plan.merge) {
    CS_ASSIGN(auto batch, repository_.begin_objects());
    batch.add_held(plan.merge->objects);
    CS_TRY(batch.flush());
    write.outcome.receipts = plan.merge->receipts;
  }
  return put(plan.view, *plan.value, std::move(write), lock);
}

}  // namespace claudestep::store

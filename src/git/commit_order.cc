#include "git/commit_order.h"

#include <utility>

namespace claudestep::git {

namespace {

Commit without_words(Commit&& commit) {
  Commit bare;
  bare.id = commit.id;
  bare.tree = commit.tree;
  bare.parents = std::move(commit.parents);
  bare.committer.when = commit.committer.when;
  return bare;
}

}  // namespace

Result<CommitOrder> CommitOrder::from(const Repository& repository, ObjectId tip, Further further,
                                      std::size_t most_bytes) {
  CommitOrder order(repository, std::move(further), most_bytes);
  CS_TRY(order.find(tip));
  return order;
}

Status CommitOrder::find(const ObjectId& id) {
  if (found_.contains(id)) return {};
  CS_ASSIGN(Commit commit, repository_->read_commit(id));
  closed_.push(id, commit.committer.when.seconds);
  const bool is_whole = commit.message.size() <= bytes_left_;
  if (is_whole) bytes_left_ -= commit.message.size();
  found_.emplace(id, Found{is_whole ? std::move(commit) : without_words(std::move(commit)),
                           is_whole, false, 0});
  return {};
}

Status CommitOrder::open(const ObjectId& id) {
  Found& found = found_.at(id);
  for (const ObjectId& parent : found.commit.parents) {
    if (!told_.contains(parent)) CS_TRY(find(parent));
  }
  for (const ObjectId& parent : found.commit.parents) {
    if (!told_.contains(parent)) ++found_.at(parent).waits_for;
  }
  found.is_opened = true;
  met_root_ |= found.commit.parents.empty();
  make_ready(id, found);
  return {};
}

void CommitOrder::make_ready(const ObjectId& id, const Found& found) {
  if (found.waits_for > 0 || !found.is_opened || ready_.contains(id)) return;
  ready_.push(id, found.commit.committer.when.seconds);
}

// Whether a commit that was opened may have a child that is not found yet. When a single one is
// not opened, the others lead to it, and what lies beyond are its ancestors; unless one of them led
// to a root instead, which these may lead to as well.
bool CommitOrder::may_be_waited_for() const {
  return closed_.size() > 1 || (met_root_ && !closed_.empty());
}

// Whether more is to be known before the next one is told.
bool CommitOrder::is_to_read() {
  // A child of these was found since.
  while (!ready_.empty() && found_.at(ready_.front()).waits_for > 0) ready_.pop();
  if (closed_.empty() || ready_.empty()) return !closed_.empty();
  if (!may_be_waited_for()) return false;
  return closed_.newest_date() >= ready_.newest_date() ||
         found_.size() - closed_.size() <= kMostAhead;
}

void CommitOrder::read_one() {
  const ObjectId id = closed_.pop();
  const bool ends = further_ && !further_(found_.at(id).commit);
  if (!ends) end_ = open(id);
  if (ends || !end_) closed_ = {};
}

Result<std::optional<Commit>> CommitOrder::next() {
  while (is_to_read()) read_one();
  if (ready_.empty()) {
    CS_TRY(end_);
    return std::optional<Commit>();
  }
  if (!may_be_waited_for()) told_.clear();
  const ObjectId id = ready_.pop();
  if (may_be_waited_for()) told_.insert(id);
  Found told = std::move(found_.extract(id).mapped());
  for (const ObjectId& parent : told.commit.parents) {
    const auto waiting = found_.find(parent);
    if (waiting == found_.end()) continue;  // told before it
    --waiting->second.waits_for;
    make_ready(parent, waiting->second);
  }
  if (told.is_whole) {
    bytes_left_ += told.commit.message.size();
    return std::optional(std::move(told.commit));
  }
  return repository_->read_commit(id).map(
      [](Commit&& commit) { return std::optional(std::move(commit)); });
}

Result<ObjectId> CommitOrder::tree_of(ObjectId id) const {
  if (const auto found = found_.find(id); found != found_.end()) return found->second.commit.tree;
  return repository_->read_commit(id).map([](const Commit& commit) { return commit.tree; });
}

}  // namespace claudestep::git

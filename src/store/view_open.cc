// How a view finds its commit: the local ref, the remote-tracking one, or a state of the past.
#include <algorithm>

#include "base/text.h"
#include "store/history.h"
#include "store/merge_cache.h"
#include "store/remote.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

// "refs/heads/x" and "refs/remotes/origin/x" as people call them.
std::string short_name(std::string_view ref) {
  for (const std::string_view prefix : {"refs/heads/", "refs/remotes/", "refs/"}) {
    if (ref.starts_with(prefix)) return std::string(ref.substr(prefix.size()));
  }
  return std::string(ref);
}

// `error` of following the branch, with where earlier tips are found. Causes tell of an object that
// is not there or damaged, or of a ref that cannot be read; without them the ref names something
// that is no commit.
Error bad_ref(const git::Repository& repository, const std::string& ref, Error error) {
  // One that is gone says itself where it was.
  if (error.code != ErrorCode::kCorrupt || !error.hints.empty()) return error;
  const bool is_ref_whole = repository.resolve_ref_name(ref).has_value();
  if (is_ref_whole && !error.causes.empty()) error = missing_object(std::move(error));
  return std::move(error).hint(earlier_tips(ref));
}

// `error` of a tree that can be read, and has a folder of projects twice.
Error twice_there(Error error, ViewSource source) {
  error.causes.emplace_back(
      "whatever wrote that tree put two entries of one name into it, which git does not; nothing "
      "is lost, but nobody can tell which of them is meant");
  error.hints.emplace_back(source == ViewSource::kPinned ? kLookForLost : kAskDoctor);
  return error;
}

// The newest commit on the first-parent line of `tip` that is not after `moment`.
Result<git::ObjectId> commit_at(const git::Repository& repository, git::ObjectId tip,
                                Instant moment, std::string_view asked) {
  std::optional<git::ObjectId> found;
  CS_TRY(repository.walk_first_parents(tip, [&](const git::Commit& commit) {
    if (commit.committer.when > moment) return true;
    found = commit.id;
    return false;
  }));
  if (found) return *found;
  if (repository.is_shallow()) {
    return fail(Error{ErrorCode::kNotFound, "this clone has no commit as old as " + quoted(asked)}
                    .caused_by("it is shallow, and the metadata branch ends there")
                    .hint(std::string(kUnshallow)));
  }
  return fail(ErrorCode::kNotFound, "the metadata branch has no commit as old as " + quoted(asked));
}

}  // namespace

Result<View> View::open(const git::Repository& repository, const ViewOptions& options) {
  View view;
  view.repository_ = &repository;
  view.ref_ = options.ref;
  CS_TRY(view.find_tips(options.local));
  if (options.at) {
    CS_TRY(view.pin(*options.at, options.now));
  } else if (view.source_ == ViewSource::kDiverged) {
    view.merge_tips(options.use_cache);
  }
  if (view.commit_) {
    Status opened = view.open_commit();
    const bool is_corrupt = !opened && opened.error().code == ErrorCode::kCorrupt;
    if (is_corrupt && view.tree_ && repository.read_tree(*view.tree_)) {
      return fail(twice_there(std::move(opened).error(), view.source_));
    }
    if (is_corrupt) {
      const auto command = view.source_ == ViewSource::kPinned ? kLookForLost : kAskDoctor;
      return fail(missing_object(std::move(opened).error(), command).hint(earlier_tips(view.ref_)));
    }
    CS_TRY(opened);
  }
  return view;
}

Status View::open_commit() {
  CS_ASSIGN(const git::Commit commit, repository_->read_commit(*commit_));
  tree_ = commit.tree;
  if (source_ == ViewSource::kPinned && !pinned_at_) pinned_at_ = commit.committer.when;
  return find_folders();
}

Status View::find_tips(bool local_only) {
  auto local = repository_->find_ref(ref_);
  if (!local) return fail(bad_ref(*repository_, ref_, std::move(local).error()));
  local_ = *local;
  if (!local_only) {
    CS_ASSIGN(tracking_ref_, tracking_ref_of(*repository_, ref_));
    if (tracking_ref_) {
      CS_TRY(find_tracking());
    }
    if (!tracking_) tracking_ref_.reset();
  }
  if (!local_ && !tracking_) return {};
  commit_ = local_ ? local_ : tracking_;
  source_ = local_ ? ViewSource::kLocal : ViewSource::kTracking;
  if (!local_ || !tracking_) return {};
  CS_ASSIGN(const git::Ancestry ancestry, repository_->compare(*local_, *tracking_));
  if (ancestry == git::Ancestry::kBehind) {
    commit_ = tracking_;
    source_ = ViewSource::kTracking;
  } else if (ancestry == git::Ancestry::kDiverged || ancestry == git::Ancestry::kUnrelated) {
    source_ = ViewSource::kDiverged;
  }
  return {};
}

Status View::find_tracking() {
  auto found = repository_->find_ref(*tracking_ref_);
  if (found) {
    tracking_ = *found;
    return {};
  }
  CS_ASSIGN(const auto remote, remote_of(*repository_, ref_));
  return fail(
      lost_here(*repository_, *tracking_ref_, std::move(found).error(), remote.value_or("")));
}

void View::merge_tips(bool use_cache) {
  const Status merged = use_cache ? take_kept_merge() : take_merge();
  if (merged) return;
  source_ = ViewSource::kUnmerged;
  merge_error_ = merged.error();
}

Status View::take_kept_merge() {
  const auto share = [this](const std::string& path) { repository_->share(path); };
  const MergeCache cache(repository_->common_dir(), share);
  CS_ASSIGN(commit_, cache.merge(*repository_, *local_, *tracking_));
  return {};
}

Status View::take_merge() {
  CS_ASSIGN(merge_, merge_commits(*repository_, *local_, *tracking_));
  commit_ = merge_->commit;
  return {};
}

// A commit of something else would read as a branch without projects: that is no answer.
Status View::check_pinned(const std::string& at, git::ObjectId named) const {
  CS_ASSIGN(const bool is_metadata, is_metadata_branch(*repository_, named));
  if (is_metadata) return {};
  if (commit_) {
    // What was there before --force put metadata beside it.
    CS_ASSIGN(const bool was_there, repository_->reaches(*commit_, named));
    if (was_there) return {};
  }
  return fail(Error{ErrorCode::kNotFound, quoted(at) + " is no commit of a metadata branch"}
                  .caused_by("it has no folder projects/ and did not begin with claudestep")
                  .hint("claudestep log --oneline"));
}

Status View::pin(const std::string& at, Instant now) {
  auto named = repository_->resolve_commit(at);
  if (!named && named.error().code != ErrorCode::kNotFound) return fail(std::move(named).error());
  if (!named) {
    const auto moment = parse_moment(at, now);
    if (!moment) {
      return fail(Error{ErrorCode::kNotFound, "no revision or date " + quoted(at)}.hint(
          "name a revision as git does (claudestep-metadata~3), a date (2026-01-27), an instant or "
          "an age (7d)"));
    }
    if (!commit_) {
      return fail(
          Error{ErrorCode::kNotFound, "there is no branch " + quoted(short_name(ref_))}.hint(
              how_to_begin(*repository_, ref_)));
    }
    CS_ASSIGN(named, commit_at(*repository_, *commit_, *moment, at));
    pinned_at_ = std::min(*moment, now);
  }
  CS_TRY(check_pinned(at, *named));
  commit_ = *named;
  source_ = ViewSource::kPinned;
  return {};
}

}  // namespace claudestep::store

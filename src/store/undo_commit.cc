// Which commit is taken back, and what it did besides changing projects.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "model/shelf.h"
#include "store/log.h"
#include "store/project_changes.h"
#include "store/remote.h"
#include "store/root.h"
#include "store/undo_parts.h"

namespace claudestep::store {

namespace {

constexpr std::size_t kShortId = 7;

Result<Shelves> shelves_of_commit(const git::Repository& repository, git::ObjectId id) {
  CS_ASSIGN(const git::Commit commit, repository.read_commit(id));
  return shelves_of(repository, commit.tree);
}

std::string subject_in(const git::Commit& commit) {
  return quoted(std::string_view(commit.message).substr(0, commit.message.find('\n')), 60);
}

// Of what a merge brought together: the newest commit that this user made. Which of its parents was
// ours a merge does not say, because every clone makes the same one.
Result<git::ObjectId> newest_merged(const git::Repository& repository, const git::Commit& merge) {
  CS_ASSIGN(const auto self, repository.signature(git::Repository::Role::kAuthor, Instant{}));
  CS_ASSIGN(const auto bases, repository.merge_bases(merge.parents[0], merge.parents[1]));
  const auto is_older = [&](const git::ObjectId& id) {
    return std::any_of(bases.begin(), bases.end(), [&](const git::ObjectId& base) {
      return repository.reaches(base, id).value_or(true);
    });
  };
  std::optional<git::Commit> own;
  std::optional<git::Commit> any;
  const auto visit = [&](const LogCommit& told) {
    if (told.is_merge) return true;
    if (is_older(told.id)) return false;
    auto commit = repository.read_commit(told.id);
    if (!commit) return false;
    const bool is_ours = self && commit->author.email == self->email;
    if (!any) any = *commit;
    if (is_ours) own = *std::move(commit);
    return !own;
  };
  CS_TRY(walk_log(repository, merge.id, {}, visit));
  if (own) return own->id;
  Error error{ErrorCode::kConflict,
              fmt::format("the newest change, {}, is a merge, and none of what it brought together "
                          "was made by you",
                          short_id(merge.id))};
  if (any) {
    error.hints.push_back("to take back " + subject_in(*any) + ": claudestep undo " +
                          short_id(any->id));
  }
  CS_ASSIGN(const bool is_cut, is_cut_off(repository, merge.id));
  if (is_cut) {
    error.causes.emplace_back("of a part of that this clone does not know it: it is shallow");
    error.hints.emplace_back(kUnshallow);
  }
  return fail(std::move(error).hint("claudestep log --oneline"));
}

Result<git::ObjectId> newest_change(const git::Repository& repository, git::ObjectId tip) {
  git::ObjectId at = tip;
  CS_ASSIGN(Shelves after, shelves_of_commit(repository, at));
  while (true) {
    CS_ASSIGN(const git::Commit commit, repository.read_commit(at));
    // What it changed is not known here, which is what undoing it comes to.
    if (repository.is_at_boundary(at) && at.hex() != kRootId) return at;
    if (commit.parents.empty()) {
      return fail(ErrorCode::kNotFound, "there is nothing to undo: no commit changed a project");
    }
    CS_ASSIGN(const Shelves before, shelves_of_commit(repository, commit.parents.front()));
    if (!(before == after)) {
      return commit.parents.size() == 1 ? at : newest_merged(repository, commit);
    }
    at = commit.parents.front();
    after = before;
  }
}

}  // namespace

bool can_be(const Identity& was, const Identity& now) {
  if (was.created_at && was.created_at != now.created_at) return false;
  return was.tasks.empty() || share_a_task(was, now);
}

std::string short_id(const git::ObjectId& id) {
  return id.hex().substr(0, kShortId);
}

Result<git::ObjectId> choose_undo(const git::Repository& repository, const View& view,
                                  const std::optional<std::string>& revision) {
  if (!view.commit()) {
    return fail(Error{ErrorCode::kNotFound, "there is nothing to undo"}
                    .caused_by("there is no metadata branch " + quoted(view.ref()))
                    .hint(how_to_begin(repository, view.ref())));
  }
  // What has not been merged yet has a line of its own.
  if (!revision) return newest_change(repository, view.merge() ? *view.local() : *view.commit());
  CS_ASSIGN(const git::ObjectId commit, repository.resolve_commit(*revision));
  CS_ASSIGN(const bool is_in, repository.reaches(*view.commit(), commit));
  if (is_in) return commit;
  return fail(Error{ErrorCode::kNotFound,
                    fmt::format("{} is no commit of {}", quoted(*revision), quoted(view.ref()))}
                  .hint("claudestep log --oneline"));
}

Result<std::vector<std::string>> foreign_files(const git::Repository& repository,
                                               git::ObjectId before, git::ObjectId after) {
  std::vector<std::string> files;
  CS_ASSIGN(const auto differences, repository.diff_trees(before, after));
  for (const git::TreeDifference& difference : differences) {
    const auto& item = difference.after ? difference.after : difference.before;
    const auto tree_of = [](const std::optional<git::TreeEntry>& entry) {
      return entry && entry->mode == git::FileMode::kTree ? entry->id : git::ObjectId{};
    };
    const bool folder = !tree_of(item).is_zero();
    if (!folder || !model::shelf_named(item->name)) {
      files.push_back(item->name + (folder ? "/" : ""));
      continue;
    }
    CS_ASSIGN(const auto inside,
              repository.diff_trees(tree_of(difference.before), tree_of(difference.after)));
    for (const git::TreeDifference& inner : inside) {
      const auto& entry = inner.after ? inner.after : inner.before;
      if (!entry_of(*entry, model::Shelf::kProjects))
        files.push_back(item->name + "/" + entry->name);
    }
  }
  return files;
}

}  // namespace claudestep::store

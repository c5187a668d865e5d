// Reading objects.
#include <git2/sys/odb_backend.h>

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <numeric>

#include "base/text.h"
#include "git/commit_text.h"
#include "git/error.h"
#include "git/files.h"
#include "git/library.h"
#include "git/raw_tree.h"
#include "git/repository_impl.h"
#include "git/search_path.h"
#include "git/sha1.h"

namespace claudestep::git {
namespace {

bool is_partial_clone(const Config& config) {
  const auto named = config.get("extensions.partialClone");
  if (named && *named) return true;
  const auto settings = config.file_settings("remote.");
  return std::any_of(settings.begin(), settings.end(), [](const Setting& one) {
    return one.key.ends_with(".promisor") && is_true(one.value.value_or("true"));
  });
}

// Asks the stores themselves: libgit2's own answer counts objects that it remembers and that are
// gone.
bool in_stores(git_odb* odb, const git_oid& oid) {
  for (std::size_t i = 0; i < git_odb_num_backends(odb); ++i) {
    git_odb_backend* backend = nullptr;
    if (git_odb_get_backend(&backend, odb, i) < 0 || backend->exists == nullptr) continue;
    if (backend->exists(backend, &oid) != 0) return true;
  }
  return false;
}

std::string loose_path(const std::string& objects, const ObjectId& id) {
  const std::string hex = id.hex();
  return join_path(objects, hex.substr(0, 2) + "/" + hex.substr(2));
}

// Why the file of an object that is there cannot be read; nothing when that is not what is wrong.
std::optional<Error> refused_by_system(const std::string& objects, const ObjectId& id,
                                       const std::string& what) {
  const std::string loose = loose_path(objects, id);
  if (::access(loose.c_str(), R_OK) == 0) return std::nullopt;
  if (errno != ENOENT) return from_errno(what + ": " + quoted(loose), errno);
  const std::string packs = join_path(objects, "pack");
  if (::access(packs.c_str(), R_OK | X_OK) != 0 && errno != ENOENT) {
    return from_errno(what + ": " + quoted(packs), errno);
  }
  for (const std::string& name : names_in(packs)) {
    const std::string pack = join_path(packs, name);
    const bool counts = name.ends_with(".pack") || name.ends_with(".idx");
    if (counts && ::access(pack.c_str(), R_OK) != 0 && errno != ENOENT) {
      return from_errno(what + ", which may be in " + quoted(pack), errno);
    }
  }
  return std::nullopt;
}

}  // namespace

bool Repository::is_partial() const {
  return is_partial_clone(impl_->config);
}

int Repository::Impl::read(const ObjectId& id, OdbObjectHandle& object) const {
  const git_oid oid = to_oid(id);
  int code = git_odb_read(Out(object), odb.get(), &oid);
  if (code == 0 || code == GIT_ENOTFOUND) return code;
  // A pack that a repack has replaced fails in a way that libgit2 does not look past; fresh eyes
  // do.
  if (!open_odb()) return code;
  code = git_odb_read(Out(object), odb.get(), &oid);
  return code;
}

Error Repository::Impl::unreadable(const ObjectId& id, std::string_view type, int code) const {
  std::string what = fmt::format("cannot read the {} {}", type, id.hex());
  if (auto refused = refused_by_system(location.object_dir, id, what)) {
    git_error_clear();
    return *std::move(refused);
  }
  if (code != GIT_ENOTFOUND) return from_libgit2(ErrorCode::kCorrupt, std::move(what));
  git_error_clear();
  if (!is_partial_clone(config)) {
    return Error{ErrorCode::kCorrupt, fmt::format("the {} {} is missing", type, id.hex())};
  }
  Error error{ErrorCode::kUnsupported,
              fmt::format("the {} {} is missing from this partial clone", type, id.hex())};
  error.hints.push_back(fmt::format("'git cat-file -e {}' fetches it", id.hex()));
  return error;
}

Result<OdbObjectHandle> Repository::Impl::read_typed(const ObjectId& id, git_object_t type) const {
  OdbObjectHandle object;
  const std::string_view name = git_object_type2string(type);
  if (const int code = read(id, object); code < 0) return fail(unreadable(id, name, code));
  const git_object_t actual = git_odb_object_type(object.get());
  if (actual != type) {
    return fail(ErrorCode::kCorrupt, fmt::format("the object {} is a {}, not a {}", id.hex(),
                                                 git_object_type2string(actual), name));
  }
  return object;
}

Result<Commit> Repository::Impl::read_commit(const ObjectId& id) const {
  CS_ASSIGN(const auto object, read_typed(id, GIT_OBJECT_COMMIT));
  auto commit = parse_commit(bytes_of(object));
  if (!commit) {
    return fail(
        std::move(commit).error().within(fmt::format("cannot read the commit {}", id.hex())));
  }
  commit->id = id;
  if (std::binary_search(shallow.begin(), shallow.end(), id)) commit->parents.clear();
  return commit;
}

Result<CommitLinks> Repository::Impl::links_of(const ObjectId& id) const {
  constexpr std::size_t kMostKept = 50'000;
  if (const auto kept = links.find(id); kept != links.end()) return kept->second;
  CS_ASSIGN(Commit commit, read_commit(id));
  if (links.size() >= kMostKept) links.clear();
  const std::int64_t date = commit.committer.when.seconds;
  return links.emplace(id, CommitLinks{std::move(commit.parents), date}).first->second;
}

bool Repository::Impl::has_object(const ObjectId& id) const {
  if (id == empty_tree_id()) return true;  // git knows it without having it
  const git_oid oid = to_oid(id);
  if (in_stores(odb.get(), oid)) return true;
  git_odb_refresh(odb.get());
  return in_stores(odb.get(), oid);
}

Status Repository::Impl::visit(const ObjectId& id, git_object_t type, const Visit& visit) const {
  if (!verifies_on_read()) {
    bool visited = false;
    const auto visit_if_such = [&](git_object_t its_type, std::string_view bytes) {
      if (its_type != type) return;
      visited = true;
      visit(bytes);
    };
    if (!packed.visit(id, visit_if_such)) {
      if (const HeldObject* object = shared.held->find(id)) {
        visit_if_such(object->type, object->bytes);
      }
    }
    if (visited) return {};
  }
  CS_ASSIGN(const auto object, read_typed(id, type));
  visit(bytes_of(object));
  return {};
}

Result<std::string> Repository::read_blob(ObjectId id) const {
  std::string contents;
  CS_TRY(
      impl_->visit(id, GIT_OBJECT_BLOB, [&contents](std::string_view bytes) { contents = bytes; }));
  return contents;
}

Status Repository::visit_blob(ObjectId id,
                              const std::function<void(std::string_view)>& visit) const {
  return impl_->visit(id, GIT_OBJECT_BLOB, visit);
}

Status Repository::visit_blobs(
    std::span<const ObjectId> ids,
    const std::function<void(std::span<const std::string_view>)>& visit) const {
  std::vector<std::pair<std::uint64_t, std::size_t>> last_first;  // the offset, the place in `ids`
  last_first.reserve(ids.size());
  for (const ObjectId& id : ids) {
    last_first.emplace_back(impl_->packed.offset_of(id), last_first.size());
  }
  std::sort(last_first.rbegin(), last_first.rend());
  std::vector<std::string_view> contents(ids.size());
  const std::function<Status(std::size_t)> visit_from = [&](std::size_t next) -> Status {
    if (next == last_first.size()) {
      visit(contents);
      return {};
    }
    const std::size_t place = last_first[next].second;
    Status others;
    CS_TRY(impl_->visit(ids[place], GIT_OBJECT_BLOB, [&](std::string_view bytes) {
      contents[place] = bytes;
      others = visit_from(next + 1);
    }));
    return others;
  };
  return visit_from(0);
}

Result<Tree> Repository::read_tree(ObjectId id) const {
  Tree tree{id, {}};
  Status parsed;
  CS_TRY(impl_->visit(id, GIT_OBJECT_TREE, [&](std::string_view bytes) {
    tree.entries.reserve(bytes.size() / kTypicalEntry + 1);
    TreeReader reader(bytes);
    for (RawEntry entry; reader.next(entry);) tree.entries.push_back(to_entry(entry));
    if (reader.broken()) parsed = fail(broken_tree(id));
  }));
  CS_TRY(parsed);
  return tree;
}

Result<Commit> Repository::read_commit(ObjectId id) const {
  return impl_->read_commit(id);
}

namespace {

Error twice_in(const ObjectId& tree, std::string_view name) {
  return Error{ErrorCode::kCorrupt,
               fmt::format("the tree {} has {} twice", tree.hex(), quoted(name))};
}

}  // namespace

Result<std::vector<std::optional<TreeEntry>>> Repository::find_entries(
    ObjectId tree, std::initializer_list<std::string_view> names) const {
  CS_ASSIGN(const auto object, impl_->read_typed(tree, GIT_OBJECT_TREE));
  TreeReader reader(bytes_of(object));
  RawEntry entry;
  std::vector<std::optional<TreeEntry>> found(names.size());
  while (reader.next(entry)) {
    const auto name = std::find(names.begin(), names.end(), entry.name);
    if (name == names.end()) continue;
    auto& place = found[static_cast<std::size_t>(name - names.begin())];
    if (place) return fail(twice_in(tree, *name));
    place = to_entry(entry);
  }
  if (reader.broken()) return fail(broken_tree(tree));
  return found;
}

Result<std::optional<TreeEntry>> Repository::find_entry(ObjectId tree,
                                                        std::string_view name) const {
  CS_ASSIGN(const auto object, impl_->read_typed(tree, GIT_OBJECT_TREE));
  TreeReader reader(bytes_of(object));
  RawEntry entry;
  std::optional<TreeEntry> found;
  while (reader.next(entry)) {
    if (found && entry.name != name) return found;
    if (found) return fail(twice_in(tree, name));
    if (entry.name == name) found = to_entry(entry);
  }
  if (reader.broken()) return fail(broken_tree(tree));
  return found;
}

Result<std::optional<TreeEntry>> Repository::find_path(ObjectId tree, std::string_view path) const {
  while (true) {
    const std::size_t slash = path.find('/');
    CS_ASSIGN(auto entry, find_entry(tree, path.substr(0, slash)));
    if (!entry || slash == std::string_view::npos) return entry;
    if (entry->mode != FileMode::kTree) return std::nullopt;
    tree = entry->id;
    path.remove_prefix(slash + 1);
  }
}

bool Repository::has_object(ObjectId id) const {
  return impl_->has_object(id);
}

std::optional<std::string> Repository::damaged_file(ObjectId id) const {
  std::string path = loose_path(impl_->location.object_dir, id);
  if (::access(path.c_str(), R_OK) != 0) return std::nullopt;
  OdbObjectHandle object;
  const bool is_read = impl_->read(id, object) == 0;
  git_error_clear();
  if (!is_read) return path;
  const char* const type = git_object_type2string(git_odb_object_type(object.get()));
  return hash_object(type, bytes_of(object)) == id ? std::nullopt : std::optional(std::move(path));
}

namespace {

Sha1 begin_name(std::string_view type, std::string_view bytes) {
  Sha1 sum;
  sum.update(std::string(type) + ' ' + std::to_string(bytes.size()) + '\0');
  return sum;
}

}  // namespace

ObjectId hash_object(std::string_view type, std::string_view bytes) {
  Sha1 sum = begin_name(type, bytes);
  sum.update(bytes);
  return sum.finish();
}

std::vector<ObjectId> hash_objects(std::string_view type,
                                   std::span<const std::string_view> contents) {
  std::vector<std::size_t> longest_first(contents.size());
  std::iota(longest_first.begin(), longest_first.end(), std::size_t{0});
  std::sort(longest_first.begin(), longest_first.end(),
            [&](std::size_t a, std::size_t b) { return contents[a].size() > contents[b].size(); });
  std::vector<Sha1> sums;
  sums.reserve(contents.size());
  std::vector<std::string_view> bytes;
  for (const std::size_t at : longest_first) {
    sums.push_back(begin_name(type, contents[at]));
    bytes.push_back(contents[at]);
  }
  Sha1::update_all(sums, bytes);
  std::vector<ObjectId> ids(contents.size());
  for (std::size_t i = 0; i < sums.size(); ++i) ids[longest_first[i]] = sums[i].finish();
  return ids;
}

}  // namespace claudestep::git

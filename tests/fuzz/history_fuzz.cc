// Any bytes as the shape of a history: commits with dates out of order, parents that are missing or
// no commits, trees that are not there, merges, broken headers, trailers of any text. Walks come to
// each commit once and say when one is missing, common ancestors are those that counting finds, and
// log and fsck come to an end with findings that have a rule.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/environment.h"
#include "base/result.h"
#include "check/rules.h"
#include "git/deflate.h"
#include "git/repository.h"
#include "store/fsck.h"
#include "store/fsck_frame.h"
#include "store/log.h"

namespace {

namespace fs = std::filesystem;
namespace check = claudestep::check;
namespace git = claudestep::git;
namespace store = claudestep::store;
using git::ObjectId;

constexpr const char* kRef = "refs/heads/claudestep-metadata";
constexpr std::size_t kMostCommits = 14;

class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size)
      : rest_(reinterpret_cast<const char*>(data), size) {}
  [[nodiscard]] bool empty() const { return rest_.empty(); }
  unsigned next() {
    if (rest_.empty()) return 0;
    const unsigned value = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }
  std::string text() {
    const unsigned size = next();
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(std::min(text.size(), rest_.size()));
    return text;
  }

 private:
  std::string_view rest_;
};

// A bare repository whose objects are put there byte by byte, and are all gone for the next input.
class Ground {
 public:
  Ground() : path_(fs::temp_directory_path() / ("claudestep-history-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "objects");
    fs::create_directories(path_ / "refs/heads");
    write(path_ / "HEAD", "ref: refs/heads/main\n");
    write(path_ / "config", "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
    environment_.set("GIT_CONFIG_NOSYSTEM", "1");
    environment_.set("HOME", path_.string());
  }
  ~Ground() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Ground(const Ground&) = delete;
  Ground& operator=(const Ground&) = delete;

  void clear() {
    for (const fs::path& file : written_) fs::remove(file);
    written_.clear();
  }

  ObjectId put(std::string_view type, std::string_view bytes) {
    const ObjectId id = git::hash_object(type, bytes);
    const std::string hex = id.hex();
    const fs::path folder = path_ / "objects" / hex.substr(0, 2);
    fs::create_directories(folder);
    std::string head = std::string(type) + " " + std::to_string(bytes.size());
    head += '\0';
    std::string packed;
    CS_CHECK(deflater_.append(packed, head, bytes));
    write(folder / hex.substr(2), packed);
    written_.push_back(folder / hex.substr(2));
    return id;
  }

  void point(const ObjectId& id) { write(path_ / kRef, id.hex() + "\n"); }

  git::Repository open() {
    git::Discovery discovery;
    discovery.cwd = path_.string();
    discovery.environment = &environment_;
    auto repository = git::Repository::open(discovery);
    CS_CHECK(repository.has_value());
    return *std::move(repository);
  }

 private:
  static void write(const fs::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
  }

  fs::path path_;
  claudestep::Environment environment_;
  git::Deflater deflater_;
  std::vector<fs::path> written_;
};

std::string entry(std::string_view mode, std::string_view name, const ObjectId& id) {
  std::string text = std::string(mode) + " " + std::string(name);
  text += '\0';
  return text.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
}

// What commits are made of; an id of `trees` from `first_odd` on is no tree that is there.
struct Parts {
  std::array<ObjectId, 8> trees;
  std::size_t first_odd = 6;
  ObjectId blob;
};

Parts put_parts(Ground& ground) {
  constexpr std::array<std::string_view, 4> kProjects = {
      R"({"schema_version":"2.0","project":"a","created_at":"2026-01-01T00:00:00Z","tasks":[],)"
      R"("pull_requests":[]})",
      R"({"schema_version":"2.0","project":"a","created_at":"2026-01-01T00:00:00Z","tasks":[)"
      R"({"index":1,"description":"x","status":"pending"}],"pull_requests":[]})",
      R"({"schema_version":"2.0","project":"a","created_at":"2026-01-01T00:00:00Z","tasks":[)"
      R"({"index":1,"description":"x","status":"completed"}],"pull_requests":[]})",
      "{"};
  Parts parts;
  for (std::size_t i = 0; i < kProjects.size(); ++i) {
    parts.blob = ground.put("blob", kProjects[i]);
    const ObjectId folder = ground.put("tree", entry("100644", "a.json", parts.blob));
    parts.trees[i] = ground.put("tree", entry("40000", "projects", folder));
  }
  parts.trees[4] = ground.put("tree", "");
  parts.trees[5] = ground.put("tree", entry("100644", "projects", parts.blob));
  parts.trees[6] = git::hash_object("tree", "nowhere");
  parts.trees[7] = parts.blob;
  return parts;
}

struct Made {
  ObjectId id;
  std::vector<std::size_t> parents;  // places of those made before
  bool is_plain = true;              // it is there and whole, with parents that are commits
  bool has_tree = true;
};

std::string signature(Bytes& bytes, bool odd) {
  const unsigned high = bytes.next();
  const unsigned low = bytes.next();
  constexpr std::array<std::string_view, 6> kOdd = {" <a@b> 99999999999999999999 +0000",
                                                    "A <a@b> -5 +0000",
                                                    "A <a@b> 5 +9999",
                                                    "A",
                                                    "",
                                                    "A <> x"};
  if (odd) return std::string(kOdd[low % kOdd.size()]);
  return "A <a@b> " + std::to_string(1'700'000'000 + (high << 8U) + low) + " +0000";
}

std::string message_of(Bytes& bytes) {
  switch (bytes.next() % 5) {
    case 0:
      return "\na note\n";
    case 1:
      return "\na: create\n\nClaudestep-Op: create-project project=a\n";
    case 2:
      return "\na\n\nClaudestep-Op: set-task-status project=a task=1 status=completed\n";
    case 3:
      return "";
    default:
      return "\n" + bytes.text();
  }
}

Made make_commit(Ground& ground, const Parts& parts, const std::vector<Made>& before,
                 Bytes& bytes) {
  const unsigned flags = bytes.next();
  const std::size_t tree = bytes.next() % parts.trees.size();
  Made made;
  made.has_tree = tree < parts.first_odd;
  std::string text = "tree " + parts.trees[tree].hex() + "\n";
  for (unsigned left = bytes.next() % 4; left > 0; --left) {
    const unsigned which = bytes.next();
    if (which >= 0xf0) {
      made.is_plain = false;
      text +=
          "parent " + (which % 2 == 0 ? parts.blob : git::hash_object("commit", "")).hex() + "\n";
    } else if (!before.empty()) {
      made.parents.push_back(which % before.size());
      text += "parent " + before[made.parents.back()].id.hex() + "\n";
    }
  }
  text += "author A <a@b> 1700000000 +0000\n";
  text += "committer " + signature(bytes, (flags & 4U) != 0) + "\n";
  text += message_of(bytes);
  if ((flags & 2U) != 0) text.resize(text.size() * (bytes.next() % 100) / 100);
  made.is_plain = made.is_plain && (flags & 7U) == 0;
  made.id = (flags & 1U) != 0 ? git::hash_object("commit", text) : ground.put("commit", text);
  return made;
}

std::set<std::size_t> reachable(const std::vector<Made>& made, std::size_t from) {
  std::set<std::size_t> found{from};
  std::vector<std::size_t> todo{from};
  while (!todo.empty()) {
    const std::size_t at = todo.back();
    todo.pop_back();
    for (const std::size_t parent : made[at].parents) {
      if (found.insert(parent).second) todo.push_back(parent);
    }
  }
  return found;
}

std::set<ObjectId> ids_of(const std::vector<Made>& made, const std::set<std::size_t>& places) {
  std::set<ObjectId> ids;
  for (const std::size_t at : places) ids.insert(made[at].id);
  return ids;
}

// Common ancestors of which no other is a descendant.
std::vector<ObjectId> counted_bases(const std::vector<Made>& made, std::size_t a, std::size_t b) {
  const auto of_a = reachable(made, a);
  const auto of_b = reachable(made, b);
  std::set<std::size_t> common;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                        std::inserter(common, common.end()));
  std::set<ObjectId> bases = ids_of(made, common);
  for (const std::size_t at : common) {
    auto below = reachable(made, at);
    below.erase(at);
    for (const std::size_t older : below) bases.erase(made[older].id);
  }
  return {bases.begin(), bases.end()};
}

void check_walks(const git::Repository& repository, const std::vector<Made>& made) {
  const std::size_t tip = made.size() - 1;
  const std::set<ObjectId> expected = ids_of(made, reachable(made, tip));
  std::set<ObjectId> visited;
  std::set<ObjectId> awaited{made[tip].id};
  CS_CHECK(repository
               .walk(made[tip].id,
                     [&](const git::Commit& commit) {
                       CS_CHECK(visited.insert(commit.id).second);
                       CS_CHECK(awaited.contains(commit.id));
                       awaited.insert(commit.parents.begin(), commit.parents.end());
                       return true;
                     })
               .has_value());
  CS_CHECK(visited == expected);
  std::set<ObjectId> placed;
  const auto ordered = store::oldest_first(repository, made[tip].id);
  CS_CHECK(ordered.has_value());
  for (const git::Commit& commit : *ordered) {
    for (const ObjectId& parent : commit.parents) CS_CHECK(placed.contains(parent));
    CS_CHECK(placed.insert(commit.id).second);
  }
  CS_CHECK(placed == expected);
}

void check_bases(const git::Repository& repository, const std::vector<Made>& made, std::size_t a,
                 std::size_t b) {
  const auto expected = counted_bases(made, a, b);
  const auto bases = repository.merge_bases(made[a].id, made[b].id);
  CS_CHECK(bases.has_value() && *bases == expected);
  CS_CHECK(repository.merge_bases(made[b].id, made[a].id) == bases);
  const auto stands = repository.compare(made[a].id, made[b].id);
  CS_CHECK(stands.has_value());
  const bool is_base = std::find(expected.begin(), expected.end(), made[a].id) != expected.end();
  CS_CHECK((*stands == git::Ancestry::kSame) == (made[a].id == made[b].id));
  CS_CHECK((*stands == git::Ancestry::kUnrelated) == expected.empty());
  if (made[a].id != made[b].id) CS_CHECK((*stands == git::Ancestry::kBehind) == is_base);
}

// Whether fsck found an object that is missing or broken.
bool check_fsck(const git::Repository& repository) {
  store::FsckOptions options;
  options.view.ref = kRef;
  options.frame = true;
  const auto report = store::fsck(repository, options);
  CS_CHECK(report.has_value());
  bool has_damage = false;
  for (const check::Diagnostic& found : report->diagnostics) {
    CS_CHECK(check::find_rule(found.code) != nullptr);
    CS_CHECK(!found.message.empty());
    has_damage = has_damage || found.code == "object/missing" || found.code == "object/corrupt" ||
                 found.code == "ref/broken";
  }
  return has_damage;
}

bool log_ends_well(const git::Repository& repository, const ObjectId& tip) {
  std::set<ObjectId> told;
  return store::walk_log(repository, tip, {},
                         [&](const store::LogCommit& commit) {
                           CS_CHECK(told.insert(commit.id).second);
                           CS_CHECK(!commit.projects.empty());
                           return true;
                         })
      .has_value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Ground ground;
  Bytes bytes(data, size);
  ground.clear();
  const Parts parts = put_parts(ground);
  std::vector<Made> made;
  while (!bytes.empty() && made.size() < kMostCommits) {
    Made commit = make_commit(ground, parts, made, bytes);
    // The same bytes are the same commit: it would be met in two places.
    const bool is_new = std::none_of(made.begin(), made.end(),
                                     [&](const Made& old) { return old.id == commit.id; });
    if (is_new) made.push_back(std::move(commit));
  }
  if (made.empty()) return 0;
  ground.point(made.back().id);
  const git::Repository repository = ground.open();
  const auto reached = reachable(made, made.size() - 1);
  const auto all = [&](auto holds) {
    return std::all_of(reached.begin(), reached.end(), [&](auto at) { return holds(made[at]); });
  };
  const bool is_plain = all([](const Made& commit) { return commit.is_plain; });
  const bool is_whole = is_plain && all([](const Made& commit) { return commit.has_tree; });
  if (is_plain) {
    check_walks(repository, made);
    const std::vector<std::size_t> places(reached.begin(), reached.end());
    for (const std::size_t other : {places.front(), places[places.size() / 2]}) {
      check_bases(repository, made, other, places.back());
    }
    if (places.size() > 2) {
      check_bases(repository, made, places[places.size() - 2], places[places.size() - 3]);
    }
  }
  const bool has_damage = check_fsck(repository);
  const bool ends_well = log_ends_well(repository, made.back().id);
  if (is_whole) CS_CHECK(!has_damage && ends_well);
  if (!ends_well) CS_CHECK(has_damage);
  return 0;
}

// Owns: the objects that the branch is made of, each read and held to its name: commits of the
// history, folders and files of the tip. Internal to store/; callers use fsck.h.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/diagnostic.h"
#include "git/repository.h"
#include "store/view.h"

namespace claudestep::store {

// Objects are checked against their names as long as one of these lives.
class StrictReads {
 public:
  StrictReads() { git::Repository::verify_on_read(true); }
  ~StrictReads() { git::Repository::verify_on_read(false); }
  StrictReads(const StrictReads&) = delete;
  StrictReads& operator=(const StrictReads&) = delete;
};

class FsckWalk {
 public:
  using VisitFile = std::function<void(const ProjectEntry& entry, std::string bytes)>;

  // Both must outlive the walk.
  FsckWalk(const git::Repository& repository, std::vector<check::Diagnostic>& findings)
      : repository_(repository), findings_(findings) {}

  // Every commit that `tip` reaches, and the tree of each, are there, and its headers are sound.
  // `ref` is where findings are said to be. What an earlier call looked at is passed by.
  void history(const git::ObjectId& tip, const std::string& ref);

  // Everything in the tree of the tip; `visit` gets each project file that can be read.
  void tree(const git::ObjectId& root, const std::string& ref, const VisitFile& visit);

  // The finding for an object that could not be read.
  void unreadable(const git::ObjectId& id, const Error& error, const std::string& file);

 private:
  struct Folder {
    git::ObjectId id;
    std::string path;  // with a final slash; "" for the root
    std::optional<model::Shelf> shelf;
  };

  // What is wrong with the headers of a commit.
  void headers(const git::ObjectId& id, const std::string& ref);
  // Whether the tree of an earlier commit is there; it is not looked into.
  void root(const git::ObjectId& tree, const git::ObjectId& commit, const std::string& ref);
  void add(std::string_view code, const std::string& file, std::string message);
  void order(const git::Tree& tree, const Folder& folder, const std::string& ref);
  void entry(const git::TreeEntry& entry, const Folder& folder, std::vector<Folder>& todo,
             const VisitFile& visit);
  void project_file(const git::TreeEntry& entry, const Folder& folder, const VisitFile& visit);
  // Whether a project can have the name, and nothing else has it.
  bool check_name(const std::string& name, const std::string& path);

  const git::Repository& repository_;
  std::vector<check::Diagnostic>& findings_;
  std::set<git::ObjectId> seen_;                        // commits
  std::map<std::string, std::string> paths_by_name_;    // of project files of the tree, so far
  std::map<std::string, std::string> paths_by_folded_;  // the same by the lower-case name
};

}  // namespace claudestep::store

// Owns: Branch, the lazy map from project name to project that operations are applied to.
// Leaves to others: where projects come from (a ProjectSource: the store's view, or a test's map).
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/project.h"
#include "model/shelf.h"

namespace claudestep::model {

// Where a Branch gets what it has not got. Immutable while a Branch uses it.
class ProjectSource {
 public:
  virtual ~ProjectSource() = default;
  // The shelf that has `name`, spelt exactly so, or nothing.
  [[nodiscard]] virtual std::optional<Shelf> find(std::string_view name) const = 0;
  // Whether anything lies under the name of the project on `shelf`, be it no project, or behind the
  // one that find() finds on the other shelf.
  [[nodiscard]] virtual bool is_taken(std::string_view name, Shelf shelf) const {
    return find(name) == shelf;
  }
  // The settled project. kCorrupt with its place when it cannot be read. Requires: find(name).
  [[nodiscard]] virtual Result<Project> load(std::string_view name) const = 0;
  // All names of both shelves, sorted.
  [[nodiscard]] virtual std::vector<std::string> names() const = 0;
  // The names of the projects that were once called `name`, sorted; those that cannot be read are
  // left out. It may have to look at every project.
  [[nodiscard]] virtual std::vector<std::string> once_called(std::string_view name) const;
};

// Whether the project had `name` before it was renamed.
[[nodiscard]] bool was_called(const Project& project, std::string_view name);

// kNotFound "no project 'x'": what it is called now where `once_called` says so, else the one of
// `names` that may be meant, else how to list them.
[[nodiscard]] Error no_such_project(std::string_view name, const std::vector<std::string>& names,
                                    const std::vector<std::string>& once_called);

class Branch {
 public:
  // `source` must outlive the branch.
  explicit Branch(const ProjectSource& source) : source_(&source) {}

  [[nodiscard]] std::optional<Shelf> find(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> names() const;
  [[nodiscard]] std::vector<std::string> once_called(std::string_view name) const;
  // A name that exists and differs from `name` in letter case alone, or nothing.
  [[nodiscard]] std::optional<std::string> case_twin(std::string_view name);

  // kConflict "cannot <cannot>: ..." when something else lies on the other shelf under the name of
  // the project, so that nobody can say which of the two is meant, and a move would lose one.
  [[nodiscard]] Status check_alone(std::string_view cannot, std::string_view name) const;

  // The project, loaded on first use. What no_such_project() says, or what the source said. Valid
  // until the next call that is not const.
  [[nodiscard]] Result<const Project*> get(std::string_view name);
  // The same for changing it. kSchemaUnusable for one written by a newer claudestep.
  [[nodiscard]] Result<Project*> edit(std::string_view name);

  // Adds or replaces `name`.
  void put(std::string_view name, Shelf shelf, Project project);
  // The same for a file that is to hold exactly `bytes`, which is how `project` is spelt in them.
  void put_bytes(std::string_view name, Shelf shelf, Project project, std::string bytes);
  // Forgets `name`, read or not. Requires: find(name).
  void erase(std::string_view name);
  // Puts `name` on the other shelf. Requires: get(name) succeeded.
  void move(std::string_view name, Shelf shelf);
  // Says that `name` must be written anew even if its records are equal (migrate, repair).
  // Requires: edit(name) succeeded.
  void force_rewrite(std::string_view name);

  // What differs from the source: only projects whose records, name or shelf changed, sorted by
  // name.
  struct Change {
    std::string name;
    std::optional<Shelf> before;  // none: it did not exist
    std::optional<Shelf> after;   // none: it exists no more
    // Null when it exists no more. The same pointer as `original` when nothing but the shelf
    // changed: then the file's bytes can stay as they are. Both are valid until the next call that
    // is not const.
    const Project* project;
    const Project* original;   // null when it did not exist or was not needed
    const std::string* bytes;  // of the file, where put_bytes() gave them; else null
  };
  // Projects that differ in nothing but last_updated are not listed.
  [[nodiscard]] std::vector<Change> changes() const;

  // How often something was changed: an operation after which it is the same had no effect.
  [[nodiscard]] std::size_t effects() const { return effects_; }
  void note_effect() { ++effects_; }

  void warn(std::string warning) { warnings_.push_back(std::move(warning)); }
  [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }

 private:
  struct Slot {
    std::optional<Shelf> before;
    std::optional<Shelf> after;
    std::unique_ptr<const Project> original;
    std::unique_ptr<Project> current;
    std::optional<std::string> bytes;
    bool forced = false;
  };
  [[nodiscard]] Slot& slot_for(std::string_view name);
  [[nodiscard]] Result<Slot*> load(std::string_view name);

  const ProjectSource* source_;
  std::map<std::string, Slot, std::less<>> slots_;
  // Names ever seen, by their lower-case form; built when first asked for.
  std::optional<std::unordered_multimap<std::string, std::string>> folded_;
  std::vector<std::string> warnings_;
  std::size_t effects_ = 0;
};

}  // namespace claudestep::model

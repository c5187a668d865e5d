// Owns: what a branch says of tasks and pull requests, read anew, and the account that a clone of a
// shared repository has to give of a push: what the others had is there, or the clone took it away
// by a command, or a merge said that it gave way.
// Leaves to others: reading projects (store/view.h), merging, and what is let in.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "model/merge.h"
#include "model/project.h"
#include "store/view.h"

namespace claudestep::store {

enum class Aspect { kThere, kWording, kFolder };

// One thing that is told of a record: "task 3", "#7".
struct Point {
  std::string record;
  Aspect aspect;

  bool operator<(const Point& other) const {
    return std::tie(record, aspect) < std::tie(other.record, other.aspect);
  }
};

// What a commit of the branch says. A task is called by its first words: "task 3, 8" is task 3 as
// somebody worded it. No two tasks are alike, but one may lie in two projects.
struct Story {
  struct Origin {
    std::set<std::string> projects;  // by all their names
    std::set<std::string> ids;
  };
  std::map<Point, std::set<std::string>> points;
  std::map<std::string, Origin> origins;

  [[nodiscard]] std::set<std::string> at(const Point& point) const {
    const auto found = points.find(point);
    return found == points.end() ? std::set<std::string>() : found->second;
  }

  void add(const model::Project& project, model::Shelf shelf) {
    const auto note = [&](const std::string& record, const std::string& id) {
      Origin& origin = origins[record];
      origin.ids.insert(id);
      origin.projects.insert(project.name.value);
      if (!project.former_names) return;
      for (const model::Text& name : *project.former_names) origin.projects.insert(name.value);
    };
    for (const model::Task& task : project.tasks) {
      const std::string& text = task.description.value;
      const std::string record = text.substr(0, text.find(','));
      points[{record, Aspect::kThere}].insert("there");
      points[{record, Aspect::kWording}].insert(text);
      points[{record, Aspect::kFolder}].insert(std::string(model::folder_name(shelf)));
      note(record, task.id->value);
    }
    for (const model::PullRequest& pr : project.pull_requests) {
      const std::string number = std::to_string(pr.number.value);
      points[{"#" + number, Aspect::kThere}].insert("there");
      note("#" + number, number);
    }
  }
};

// All that the shared repository ever said.
using EverSaid = std::map<Point, std::set<std::string>>;

inline void add_to(EverSaid& past, const Story& story) {
  for (const auto& [point, values] : story.points) past[point].insert(values.begin(), values.end());
}

class PushAccount {
 public:
  // The clone has what the shared repository has, and nothing to account for.
  void begin(const Story& shared) {
    shared_ = shared;
    changed_.clear();
    kept_.clear();
    is_covered_ = false;
  }

  void add_command(const Story& before, const Story& after) {
    for (const Point& point : points_of({&before, &after})) {
      if (before.at(point) == after.at(point)) continue;
      if (after.at(point) == shared_.at(point)) {
        changed_.erase(point);
      } else {
        changed_.insert(point);
      }
    }
  }

  // By hand all goes from `before` that `gone` has not, and comes back at once.
  void add_put_back(const Story& before, const Story& gone) {
    for (const Point& point : points_of({&before, &gone})) {
      if (changed_.contains(point) && before.at(point) != gone.at(point)) is_covered_ = true;
    }
  }
  // Whether somebody put back by hand what a command had changed, so that the commit of the command
  // is no longer the last one of it.
  [[nodiscard]] bool is_covered() const { return is_covered_; }

  // What is as the others have it is theirs from then on, whatever this clone did before. What is
  // not, and of what claudestep makes of the two is so as well, its `receipts` tell.
  void add_merge(const Story& ours, const Story& theirs, const Story& merged, const Story& by_us,
                 const std::vector<model::Receipt>& receipts) {
    shared_ = theirs;
    const bool is_ours = &merged == &by_us;
    std::set<std::string> moved;           // projects, by commands
    std::map<std::string, Kept> kept_out;  // projects that stay where they are
    for (const Point& point : points_of({&ours, &theirs, &merged})) {
      if (merged.at(point) == theirs.at(point)) {
        changed_.erase(point);
        if (is_ours) kept_.erase(point);  // else the commits still say that it was kept
        continue;
      }
      const Story::Origin origin = origin_of(point.record, {&ours, &theirs, &merged});
      if (merged.at(point) == by_us.at(point) && are_told(receipts, point, origin)) {
        kept_[point] = {merged.at(point), origin, is_ours};
      }
      if (point.aspect != Aspect::kFolder) continue;
      for (const std::string& project : origin.projects) {
        if (changed_.contains(point)) moved.insert(project);
        if (const auto kept = kept_.find(point); kept != kept_.end()) {
          kept_out.insert({project, kept->second});
        }
      }
    }
    // What the others put into a project goes with it.
    for (const auto& [record, origin] : merged.origins) {
      const Point point{record, Aspect::kFolder};
      if (merged.at(point) == theirs.at(point)) continue;
      for (const std::string& project : origin.projects) {
        if (moved.contains(project)) changed_.insert(point);
        if (const auto kept = kept_out.find(project); kept != kept_out.end()) {
          kept_.insert({point, kept->second});
        }
      }
    }
  }

  // What `pushed` has otherwise than what the clone saw last, as the others had it before, and no
  // command did, nor a merge that said so. `past`: all that they ever had; `said`: the receipts in
  // what is pushed.
  [[nodiscard]] std::vector<std::string> losses(const Story& pushed, const EverSaid& past,
                                                const std::vector<model::Receipt>& said) const {
    std::vector<std::string> found;
    for (const Point& point : differences(pushed, past)) {
      if (changed_.contains(point)) continue;
      if (!is_kept(point, pushed)) {
        found.push_back(told(point, pushed));
      } else if (kept_.at(point).is_said && !are_told(said, point, kept_.at(point).origin)) {
        found.push_back("no receipt: " + told(point, pushed));
      }
    }
    return found;
  }

  // Whether all that is so is what merges kept, as they said, and no command had to do with it.
  [[nodiscard]] bool is_all_kept(const Story& pushed, const EverSaid& past) const {
    const auto points = differences(pushed, past);
    return changed_.empty() && std::all_of(points.begin(), points.end(), [&](const Point& point) {
             return is_kept(point, pushed);
           });
  }

 private:
  struct Kept {
    std::set<std::string> values;
    Story::Origin origin;
    bool is_said = true;  // in a commit: not where somebody merged by hand
  };

  static std::set<Point> points_of(std::initializer_list<const Story*> stories) {
    std::set<Point> points;
    for (const Story* const story : stories) {
      for (const auto& [point, unused] : story->points) points.insert(point);
    }
    return points;
  }

  static Story::Origin origin_of(const std::string& record,
                                 std::initializer_list<const Story*> stories) {
    Story::Origin origin;
    for (const Story* const story : stories) {
      const auto found = story->origins.find(record);
      if (found == story->origins.end()) continue;
      origin.projects.insert(found->second.projects.begin(), found->second.projects.end());
      origin.ids.insert(found->second.ids.begin(), found->second.ids.end());
    }
    return origin;
  }

  static bool are_told(const std::vector<model::Receipt>& receipts, const Point& point,
                       const Story::Origin& origin) {
    return std::any_of(receipts.begin(), receipts.end(), [&](const model::Receipt& receipt) {
      return tells_of(receipt, point, origin);
    });
  }

  static bool tells_of(const model::Receipt& receipt, const Point& point,
                       const Story::Origin& origin) {
    if (!origin.projects.contains(receipt.project)) return false;
    const bool is_of_project = receipt.task.empty() && receipt.pr == 0 && receipt.file.empty();
    const bool is_of_record =
        point.record.starts_with('#')
            ? receipt.operation.empty() && origin.ids.contains(std::to_string(receipt.pr))
            : origin.ids.contains(receipt.task);
    switch (point.aspect) {
      case Aspect::kThere:
        return receipt.member == "deletion" && receipt.dropped == "deleted" &&
               (is_of_project || is_of_record);
      case Aspect::kWording:
        return receipt.member == "description" && is_of_record;
      case Aspect::kFolder:
        return receipt.member == "archive";
    }
    return false;
  }

  [[nodiscard]] bool is_kept(const Point& point, const Story& pushed) const {
    const auto kept = kept_.find(point);
    return kept != kept_.end() && kept->second.values == pushed.at(point);
  }

  // What is gone, is as it was before, or is there again.
  [[nodiscard]] std::set<Point> differences(const Story& pushed, const EverSaid& past) const {
    std::set<Point> found;
    for (const Point& point : points_of({&shared_, &pushed})) {
      const auto had = shared_.at(point);
      const auto has = pushed.at(point);
      if (point.aspect == Aspect::kThere) {
        const bool was_ever = past.contains(point);
        if (had.empty() != has.empty() && was_ever) found.insert(point);
        continue;
      }
      if (had.empty() || has.empty()) continue;
      const auto before = past.find(point);
      const bool is_back = std::all_of(has.begin(), has.end(), [&](const std::string& value) {
        return !had.contains(value) && before != past.end() && before->second.contains(value);
      });
      if (is_back) found.insert(point);
    }
    return found;
  }

  [[nodiscard]] std::string told(const Point& point, const Story& pushed) const {
    const auto has = pushed.at(point);
    if (point.aspect == Aspect::kThere) {
      return (has.empty() ? "lost: " : "brought back: ") + point.record;
    }
    return "put back: " + point.record + ", from '" + *shared_.at(point).begin() + "' to '" +
           *has.begin() + "'";
  }

  Story shared_;
  std::set<Point> changed_;     // by commands
  std::map<Point, Kept> kept_;  // as merges said
  bool is_covered_ = false;
};

}  // namespace claudestep::store

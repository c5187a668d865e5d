// Owns: the operations of random commands of clones that have few projects and many meetings.
// Leaves to others: writing them (store/transaction.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "model/operation.h"
#include "store/undo.h"
#include "store/view.h"

namespace claudestep::store {

class RandomCommands {
 public:
  using Operations = std::vector<model::Operation>;

  // Requires: the repository outlives this.
  explicit RandomCommands(const git::Repository& repository) : repository_(repository) {}

  void begin(int seed) {
    random_.seed(static_cast<std::uint32_t>(seed));
    marks_ = 0;
  }
  std::size_t below(std::size_t end) { return random_() % end; }
  int mark() { return ++marks_; }

  // A project of the view; "none" where there is none.
  std::string any_of(const View& view) {
    const auto names = view.names();
    return names.empty() ? "none" : names[below(names.size())];
  }

  // Anything.
  Result<Operations> any(const View& view) {
    const std::string name = any_of(view);
    switch (below(13)) {
      case 0:
        return create();
      case 1: {
        const std::string fresh = fresh_name();
        return Operations{
            model::CreateProject{fresh},
            model::SetPlan{fresh,
                           "plan.md",
                           "checklist",
                           {{{}, new_task(), {}, {}, {}}, {{}, new_task(), {}, {}, {}}}}};
      }
      case 2:
        return Operations{model::RenameProject{name, fresh_name()}};
      case 3:
        return Operations{model::DeleteProject{name}};
      case 4:
        return undo(view);
      case 5:
        return move(view, name);
      case 6:
      case 7:
        return reword(view, name);
      case 8:
        return open_pr(view, name);
      case 9:
      case 10:
        return plan_anew(view, name);
      default:
        return Operations{model::AddTask{name, new_task(), {}, {}}};
    }
  }

  // Mostly what one side takes away, and the other has at most in another order.
  Result<Operations> tidy(const View& view) {
    if (below(3) == 0) return any(view);
    const std::string name = any_of(view);
    const auto what = below(5);
    if (what == 0) return Operations{model::DeleteProject{name}};
    if (what > 1) return plan_anew(view, name);
    return move(view, name);
  }

  // What takes something away, or puts it aside.
  Result<Operations> taking(const View& view) {
    const std::string name = any_of(view);
    if (!view.find(name)) return create();
    switch (below(4)) {
      case 0:
        return Operations{model::DeleteProject{name}};
      case 1:
        return move(view, name);
      default:
        return plan_without_one(view, name);
    }
  }

  // What brings it back, or is new.
  Result<Operations> giving(const View& view) {
    const std::string name = any_of(view);
    if (!view.find(name)) return undo(view);
    switch (below(6)) {
      case 0:
      case 1:
        return undo(view);
      case 2:
        return move(view, name);
      case 3:
        return Operations{model::AddTask{name, new_task(), {}, {}}};
      default:
        return reword(view, name);
    }
  }

  // What a merge keeps, whatever became of the project on the other side.
  Result<Operations> keeping(const View& view) {
    const std::string name = any_of(view);
    if (!view.find(name)) return create();
    switch (below(6)) {
      case 0:
        return open_pr(view, name);
      case 1:
        return Operations{model::AddTask{name, new_task(), {}, {}}};
      case 2:
      case 3:
        return reword(view, name);
      default:
        return plan_anew(view, name);
    }
  }

  Result<Operations> begun(const View&) { return create(); }

  Operations create() {
    const std::string fresh = fresh_name();
    return {model::CreateProject{fresh}, model::AddTask{fresh, new_task(), {}, {}},
            model::AddTask{fresh, new_task(), {}, {}}};
  }

 private:
  std::string fresh_name() { return std::string(1, static_cast<char>('p' + below(4))); }
  std::string new_task() { return "task " + std::to_string(mark()); }

  Result<Operations> undo(const View& view) {
    return plan_undo(repository_, view, std::nullopt).map([](UndoPlan&& plan) {
      return plan.operations;
    });
  }

  static Operations move(const View& view, const std::string& name) {
    if (view.find(name) == model::Shelf::kArchive) return {model::UnarchiveProject{name}};
    return {model::ArchiveProject{name}};
  }

  // The tasks in another order; now and then one less.
  Result<Operations> plan_anew(const View& view, const std::string& name) {
    return plan(view, name, below(3) == 0);
  }
  Result<Operations> plan_without_one(const View& view, const std::string& name) {
    return plan(view, name, true);
  }

  Result<Operations> plan(const View& view, const std::string& name, bool takes_one) {
    if (!view.find(name)) return Operations();
    CS_ASSIGN(const model::Project project, view.load(name));
    model::SetPlan plan{name, "plan.md", "checklist", {}};
    for (const model::Task& task : project.tasks) {
      plan.tasks.push_back({task.id->value, task.description.value, {}, {}, {}});
    }
    std::shuffle(plan.tasks.begin(), plan.tasks.end(), random_);
    if (plan.tasks.size() > 1 && takes_one) plan.tasks.pop_back();
    if (plan.tasks.empty()) return Operations();
    return Operations{std::move(plan)};
  }

  Result<Operations> reword(const View& view, const std::string& name) {
    if (!view.find(name)) return Operations();
    CS_ASSIGN(const model::Project project, view.load(name));
    if (project.tasks.empty()) return Operations();
    const model::Task& task = project.tasks[below(project.tasks.size())];
    const std::string& text = task.description.value;
    const std::string wording = text.substr(0, text.find(',')) + ", " + std::to_string(mark());
    return Operations{model::EditTask{name, {task.id->value}, wording}};
  }

  // Which needs its task.
  Result<Operations> open_pr(const View& view, const std::string& name) {
    if (!view.find(name)) return Operations();
    CS_ASSIGN(const model::Project project, view.load(name));
    if (project.tasks.empty()) return Operations();
    const model::Task& task = project.tasks[below(project.tasks.size())];
    const int number = mark();
    return Operations{model::OpenPr{
        name, {task.id->value}, number, "branch-" + std::to_string(number), {}, {}, {}}};
  }

  const git::Repository& repository_;
  std::mt19937 random_;
  int marks_ = 0;
};

}  // namespace claudestep::store

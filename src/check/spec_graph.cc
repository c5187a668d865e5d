#include "check/spec_graph.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/text.h"
#include "check/circles.h"
#include "model/spec_ids.h"

namespace claudestep::check {
namespace {

constexpr std::size_t kLongestId = 60;
constexpr std::size_t kMostSuggested = 2000;   // ids among which a likely one is looked for
constexpr std::size_t kLongestTaskCircle = 8;  // tasks that a message shows

// "FR-9" of "FR-9-long-based".
std::string_view without_words(std::string_view mention) {
  for (;;) {
    const std::string_view shorter = model::without_word(mention);
    if (shorter.size() == mention.size()) return mention;
    mention = shorter;
  }
}

std::string show_circle(const std::vector<std::size_t>& circle,
                        const std::vector<model::SpecTask>& tasks) {
  std::string text;
  for (std::size_t at = 0; at < circle.size(); ++at) {
    if (at == kLongestTaskCircle && at + 1 < circle.size()) {
      return text + " -> ... -> " + escape_for_terminal(tasks[circle.back()].id.value);
    }
    text += (at == 0 ? "" : " -> ") + escape_for_terminal(tasks[circle[at]].id.value);
  }
  return text;
}

}  // namespace

SpecIds::SpecIds(const model::FeatureSpec& spec) : spec_(spec) {
  for (const model::Requirement& requirement : spec.functional) give(requirement.id, false);
  for (const model::QualityRequirement& requirement : spec.non_functional) {
    give(requirement.id, false);
  }
  for (const model::SpecTask& task : spec.tasks) give(task.id, true);
}

void SpecIds::give(const model::Words& id, bool is_task) {
  if (id.value.empty()) return;
  given_.push_back(&id);
  is_task_.emplace(id.value, is_task);
  const std::string_view prefix = model::id_prefix(id.value);
  if (is_task && !prefix.empty()) task_prefixes_.insert(prefix);
}

void SpecIds::check_duplicates(DocumentFindings& findings) const {
  std::unordered_map<std::string_view, const model::Words*> first;
  for (const model::Words* id : given_) {
    const auto [known, is_new] = first.emplace(id->value, id);
    if (is_new) continue;
    const Mark first_at = known->second->origin.mark;
    const bool is_alias = first_at == id->origin.mark;
    findings.add("spec/duplicate-id", id->origin,
                 "the id " + quoted(id->value, kLongestId) +
                     (is_alias ? " stands here, and again where an alias repeats these lines"
                               : " is given already in line " + std::to_string(first_at.line)));
  }
}

std::string_view SpecIds::meant_by(std::string_view mention) const {
  if (const auto id = model::known_id(mention, is_task_); !id.empty()) return id;
  const std::string_view form = without_words(mention);
  const std::string_view prefix = model::id_prefix(form);
  const bool is_ours =
      model::is_requirement_id(form) || (!prefix.empty() && task_prefixes_.contains(prefix));
  return is_ours ? form : std::string_view();
}

std::string SpecIds::with_suggestion(std::string message, std::string_view id) const {
  if (given_.size() > kMostSuggested) return message;
  std::vector<std::string> words;  // ids without a number
  const std::string* meant = nullptr;
  for (const model::Words* given : given_) {
    if (!has_digit(given->value)) words.push_back(given->value);
    if (!model::is_slip_of(id, given->value)) continue;
    // Where two are as likely, none is.
    if (meant != nullptr && *meant != given->value) return message;
    meant = &given->value;
  }
  std::optional<std::string> likely;
  if (meant != nullptr) likely = *meant;
  if (!likely && !has_digit(id)) likely = nearest(id, words);
  return likely ? message + " (did you mean " + quoted(*likely, kLongestId) + "?)" : message;
}

void SpecIds::check_mentions(const std::vector<model::Words>& mentions,
                             DocumentFindings& findings) const {
  std::string_view path;
  std::string_view last;
  for (const model::Words& mention : mentions) {
    const std::string_view id = meant_by(mention.value);
    if (id.empty() || is_task_.contains(id)) continue;
    // A text that names it twice is told once.
    if (mention.origin.path == path && id == last) continue;
    path = mention.origin.path;
    last = id;
    findings.add("spec/dangling-reference", mention.origin,
                 with_suggestion(quoted(id, kLongestId) + " is named here and is nowhere", id));
  }
}

void SpecIds::check_dependencies(const model::SpecTask& task, DocumentFindings& findings) const {
  for (const model::Words& id : task.dependencies) {
    const auto known = is_task_.find(id.value);
    if (known != is_task_.end() && known->second) continue;
    const std::string name = quoted(id.value, kLongestId);
    findings.add("spec/dangling-reference", id.origin,
                 known != is_task_.end()
                     ? name + " is a requirement; a task depends on tasks"
                     : with_suggestion(name + " is the id of no task", id.value));
  }
}

void SpecIds::check_references(DocumentFindings& findings) const {
  check_mentions(spec_.mentions, findings);
  for (const model::SpecTask& task : spec_.tasks) {
    check_mentions(task.mentions, findings);
    check_dependencies(task, findings);
  }
}

std::unordered_set<std::string_view> SpecIds::named_by(const model::SpecTask& task) const {
  std::unordered_set<std::string_view> named;
  for (const auto* list : {&task.mentions, &task.dependencies}) {
    for (const model::Words& mention : *list) {
      const std::string_view id = meant_by(mention.value);
      if (!id.empty()) named.insert(id);
    }
  }
  // A reference may be to an id that does not look like one.
  for (const model::Words& reference : task.reference) {
    if (is_task_.contains(reference.value)) named.insert(reference.value);
  }
  return named;
}

void check_task_circles(const std::vector<model::SpecTask>& tasks, DocumentFindings& findings) {
  std::unordered_map<std::string_view, std::size_t> place_of;
  for (std::size_t at = 0; at < tasks.size(); ++at) place_of.emplace(tasks[at].id.value, at);
  Edges needs(tasks.size());
  for (std::size_t at = 0; at < tasks.size(); ++at) {
    for (const model::Words& id : tasks[at].dependencies) {
      const auto place = place_of.find(id.value);
      if (place != place_of.end()) needs[at].push_back(place->second);
    }
  }
  for (const auto& circle : circles(needs)) {
    const model::SpecTask& task = tasks[circle.front()];
    const auto entry =
        std::find_if(task.dependencies.begin(), task.dependencies.end(),
                     [&](const auto& id) { return id.value == tasks[circle[1]].id.value; });
    findings.add("spec/dependency-cycle", entry->origin,
                 "tasks wait for each other: " + show_circle(circle, tasks));
  }
}

}  // namespace claudestep::check

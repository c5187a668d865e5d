#include "model/merge_values.h"

#include <initializer_list>

#include "base/decimal.h"

namespace claudestep::model::merging {

namespace {

// The first of several comparisons that decides.
Order first_of(std::initializer_list<Order> orders) {
  for (const Order one : orders) {
    if (one != 0) return one;
  }
  return Order::equal;
}

std::string words(std::initializer_list<std::string> parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += ' ';
    text += part;
  }
  return text;
}

std::string all_of(const Opt<std::vector<Text>>& texts) {
  std::string text;
  if (!texts) return text;
  for (const Text& one : *texts) text = words({std::move(text), one.value});
  return text;
}

std::string all_of(const Extra& members) {
  std::string text;
  for (const ExtraMember& one : members) {
    text = words({std::move(text), one.key_token + ":" + one.json});
  }
  return text;
}

bool names_by_id(const TaskRef& task) {
  return task.id && !task.id->value.empty();
}

}  // namespace

Order order(const Time& a, const Time& b) {
  return first_of({a.value <=> b.value, a.token <=> b.token, a.value.text() <=> b.value.text()});
}

Order order(const ExtraMember& a, const ExtraMember& b) {
  return first_of({a.key_token <=> b.key_token, a.json <=> b.json});
}

Order order(const Source& a, const Source& b) {
  return first_of({order(a.spec, b.spec), order(a.task, b.task),
                   order(a.requirements, b.requirements), order(a.extra, b.extra)});
}

Order order(const Claim& a, const Claim& b) {
  return first_of({order(a.at, b.at), order(a.expires, b.expires), order(a.by, b.by),
                   order(a.reviewer, b.reviewer), order(a.extra, b.extra)});
}

Order order(const PlanRef& a, const PlanRef& b) {
  return first_of({order(a.path, b.path), order(a.kind, b.kind), order(a.extra, b.extra)});
}

Order order(const PrOutcome& a, const PrOutcome& b) {
  return first_of({a.state <=> b.state, order(a.merged_at, b.merged_at),
                   order(a.merge_commit, b.merge_commit), order(a.closed_at, b.closed_at)});
}

Order order(const TaskRef& a, const TaskRef& b) {
  const Order ids = order(a.id, b.id);
  if (ids != 0 || names_by_id(a)) return ids;
  return order(a.index, b.index);
}

Order order(const RunId& a, const RunId& b) {
  return first_of({order(a.id, b.id), a.is_number <=> b.is_number});
}

std::string spell(const std::string& value) {
  return value;
}
std::string spell(bool value) {
  return value ? "true" : "false";
}
std::string spell(std::int64_t value) {
  return std::to_string(value);
}
std::string spell(const Text& value) {
  return value.value;
}
std::string spell(const Integer& value) {
  return std::to_string(value.value);
}
std::string spell(const Time& value) {
  return value.value.text();
}
std::string spell(const Cost& value) {
  return to_string(value.value);
}
std::string spell(const Seconds& value) {
  return to_string(value.value);
}
std::string spell(const Source& value) {
  return words(
      {spell(value.spec), spell(value.task), all_of(value.requirements), all_of(value.extra)});
}
std::string spell(const Claim& value) {
  const std::string reviewer = spell(value.reviewer);
  return words({value.by.value, reviewer.empty() ? "" : "for " + reviewer, "from", spell(value.at),
                "until", spell(value.expires), all_of(value.extra)});
}
std::string spell(const PlanRef& value) {
  return words({spell(value.path), spell(value.kind), all_of(value.extra)});
}
std::string spell(const PrOutcome& value) {
  return words({std::string(to_string(value.state)), spell(value.merged_at),
                spell(value.merge_commit), spell(value.closed_at)});
}
std::string spell(const TaskRef& value) {
  return names_by_id(value) ? value.id->value : "#" + spell(value.index);
}
std::string spell(const RunId& value) {
  return spell(value.id);
}

}  // namespace claudestep::model::merging

// What is asked of the items of an array.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "schema/builders.h"
#include "schema/equality.h"
#include "schema/evaluation.h"
#include "schema/messages.h"

namespace claudestep::schema {
namespace {

Instance item_of(const Instance& array, std::size_t index) {
  return {.value = array.value.items[index], .parent = &array, .index = index};
}

// Items from `first` on: those of `leading` one by one, then all others by `rest`.
class ItemsRule final : public Rule {
 public:
  ItemsRule(std::vector<const Node*> leading, std::size_t first, const Node* rest)
      : leading_(std::move(leading)), first_(first), rest_(rest) {}

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    bool holds = true;
    const std::size_t count = instance.value.items.size();
    for (std::size_t i = first_; i < count; ++i) {
      const Node* node = i - first_ < leading_.size() ? leading_[i - first_] : rest_;
      if (node == nullptr) break;
      holds = evaluation.apply(*node, item_of(instance, i), nullptr) && holds;
      if (evaluation.stopped() || (!holds && evaluation.quiet())) return false;
      if (evaluated != nullptr) evaluated->mark(i);
    }
    return holds;
  }

 private:
  std::vector<const Node*> leading_;
  std::size_t first_;
  const Node* rest_;
};

class UnevaluatedItemsRule final : public Rule {
 public:
  explicit UnevaluatedItemsRule(const Node* node) : node_(node) {}

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    bool holds = true;
    for (std::size_t i = 0; i < instance.value.items.size(); ++i) {
      if (evaluated->has(i)) continue;
      const Instance item = item_of(instance, i);
      holds = (node_->always == false ? unknown(evaluation, item)
                                      : evaluation.apply(*node_, item, nullptr)) &&
              holds;
      evaluated->mark(i);
    }
    return holds;
  }

 private:
  bool unknown(Evaluation& evaluation, const Instance& item) const {
    if (evaluation.quiet()) return false;
    return evaluation.add(
        *this, item,
        fmt::format("{} is an item that no part of the schema is about", subject(item)));
  }

  const Node* node_;
};

class ContainsRule final : public Rule {
 public:
  struct Bounds {
    std::size_t least = 1;
    std::size_t most = std::numeric_limits<std::size_t>::max();
    std::string_view least_keyword = "contains";  // that asks for so many
  };
  ContainsRule(const Node* node, Bounds bounds, bool marks)
      : node_(node), bounds_(bounds), marks_(marks) {}

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    if (!instance.value.is_array()) return true;
    std::size_t found = 0;
    for (std::size_t i = 0; i < instance.value.items.size(); ++i) {
      if (!evaluation.test(*node_, item_of(instance, i), nullptr)) continue;
      ++found;
      if (marks_ && evaluated != nullptr) evaluated->mark(i);
    }
    if (found >= bounds_.least && found <= bounds_.most) return true;
    if (evaluation.quiet()) return false;
    const bool few = found < bounds_.least;
    return evaluation.add_of(
        few ? bounds_.least_keyword : "maxContains", *this, instance,
        fmt::format("{} has {} of the kind that `contains` describes; expected at {} {}",
                    subject(instance), amount(found, "item"), few ? "least" : "most",
                    few ? bounds_.least : bounds_.most));
  }

 private:
  const Node* node_;
  Bounds bounds_;
  bool marks_;
};

class UniqueItemsRule final : public Rule {
 public:
  bool holds(Evaluation& evaluation, const Instance& instance,
             Evaluated* /*evaluated*/) const final {
    const auto& items = instance.value.items;
    if (items.size() < 2) return true;
    if (!evaluation.spend(items.size())) return false;
    const auto pair = find_equal_items(items);
    if (!pair) return true;
    if (evaluation.quiet()) return false;
    const Instance second = item_of(instance, pair->second);
    return evaluation.add(*this, second,
                          fmt::format("{} is the same as item {} of {}; expected each only once",
                                      subject(second), pair->first, subject(instance)));
  }
};

}  // namespace

Built build_prefix_items(const Site& site) {
  CS_ASSIGN(auto leading, nodes(site, site.value()));
  return std::make_unique<ItemsRule>(std::move(leading), 0, nullptr);
}

Built build_items(const Site& site) {
  if (site.dialect.draft == Draft::k7 && site.value().is_array()) return build_prefix_items(site);
  CS_ASSIGN(const Node* node, site.node(site.value()));
  std::size_t first = 0;
  if (site.dialect.draft == Draft::k202012) {
    if (const Value* prefix = site.sibling("prefixItems")) first = prefix->items.size();
  }
  return std::make_unique<ItemsRule>(std::vector<const Node*>(), first, node);
}

Built build_additional_items(const Site& site) {
  CS_ASSIGN(const Node* node, site.node(site.value()));
  const Value* items = site.sibling("items");
  if (items == nullptr || !items->is_array()) return nullptr;
  return std::make_unique<ItemsRule>(std::vector<const Node*>(), items->items.size(), node);
}

Built build_contains(const Site& site) {
  CS_ASSIGN(const Node* node, site.node(site.value()));
  ContainsRule::Bounds bounds;
  const bool newer = site.dialect.draft == Draft::k202012;
  if (newer && site.dialect.validates) {
    if (const Value* value = site.sibling("minContains")) {
      CS_ASSIGN(bounds.least, whole_number(site, *value));
      bounds.least_keyword = "minContains";
    }
    if (const Value* value = site.sibling("maxContains")) {
      CS_ASSIGN(bounds.most, whole_number(site, *value));
    }
  }
  return std::make_unique<ContainsRule>(node, bounds, newer);
}

Built build_unique_items(const Site& site) {
  if (!site.value().is_bool()) return fail(site.unusable("`uniqueItems` must be true or false"));
  if (!site.value().boolean) return nullptr;
  return std::make_unique<UniqueItemsRule>();
}

Built build_unevaluated_items(const Site& site) {
  CS_ASSIGN(const Node* node, site.node(site.value()));
  return std::make_unique<UnevaluatedItemsRule>(node);
}

}  // namespace claudestep::schema

// Schemas put together: all, any and one of them, none, one on a condition, one elsewhere.
#include <fmt/format.h>

#include <algorithm>

#include "schema/builders.h"
#include "schema/evaluation.h"
#include "schema/messages.h"

namespace claudestep::schema {
namespace {

using Nodes = std::vector<const Node*>;

class AllOfRule final : public Rule {
 public:
  explicit AllOfRule(Nodes branches) : branches_(std::move(branches)) {}

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    bool holds = true;
    for (const Node* branch : branches_) {
      holds = evaluation.apply(*branch, instance, evaluated) && holds;
      if (evaluation.stopped() || (!holds && evaluation.quiet())) return false;
    }
    return holds;
  }

 private:
  Nodes branches_;
};

// Whether the value itself, not something inside it, is of the wrong kind.
bool is_of_another_kind(const std::vector<Finding>& findings, const Instance& instance) {
  const std::string here = make_finding(instance, {}, {}, {}, {}).instance;
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.instance == here && finding.keyword == "type";
  });
}

// Says why an instance fits none of `branches`. Where only one of them is about values of its kind,
// what that one finds is what the author wants to know.
bool add_none_fits(Evaluation& evaluation, const Rule& rule, const Instance& instance,
                   const Nodes& branches) {
  if (evaluation.quiet()) return false;
  std::vector<std::vector<Finding>> likely;
  std::vector<std::string> reasons;
  for (const Node* branch : branches) {
    std::vector<Finding> findings = evaluation.findings_of(*branch, instance);
    if (findings.empty()) continue;
    reasons.push_back(findings.front().message);
    if (!is_of_another_kind(findings, instance)) likely.push_back(std::move(findings));
  }
  if (likely.size() == 1) {
    evaluation.add(std::move(likely.front()));
    return false;
  }
  std::string message = fmt::format("{} fits none of the {} forms that it may have",
                                    subject(instance), branches.size());
  for (std::size_t i = 0; i < reasons.size() && i < 3; ++i) {
    message += (i == 0 ? ": " : "; or ") + reasons[i];
  }
  return evaluation.add(rule, instance, std::move(message));
}

class AnyOfRule final : public Rule {
 public:
  explicit AnyOfRule(Nodes branches) : branches_(std::move(branches)) {}

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    bool holds = false;
    for (const Node* branch : branches_) {
      holds = evaluation.test(*branch, instance, evaluated) || holds;
      if (evaluation.stopped()) return false;
      // Each branch may evaluate members that others do not.
      if (holds && evaluated == nullptr) return true;
    }
    return holds || add_none_fits(evaluation, *this, instance, branches_);
  }

 private:
  Nodes branches_;
};

class OneOfRule final : public Rule {
 public:
  explicit OneOfRule(Nodes branches) : branches_(std::move(branches)) {}

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    std::vector<std::string> fitting;
    Evaluated own;
    for (std::size_t i = 0; i < branches_.size(); ++i) {
      const bool holds =
          evaluation.test(*branches_[i], instance, evaluated != nullptr ? &own : nullptr);
      if (evaluation.stopped()) return false;
      if (holds) fitting.push_back(std::to_string(i + 1));
    }
    if (fitting.empty()) return add_none_fits(evaluation, *this, instance, branches_);
    if (fitting.size() == 1) {
      if (evaluated != nullptr) evaluated->merge(own);
      return true;
    }
    if (evaluation.quiet()) return false;
    return evaluation.add(*this, instance,
                          fmt::format("{} fits the forms {} of `oneOf`; expected exactly one",
                                      subject(instance), listed(fitting)));
  }

 private:
  Nodes branches_;
};

class NotRule final : public Rule {
 public:
  explicit NotRule(const Node* node) : node_(node) {}

  bool holds(Evaluation& evaluation, const Instance& instance,
             Evaluated* /*evaluated*/) const final {
    const bool fits = evaluation.test(*node_, instance, nullptr);
    if (!fits || evaluation.quiet()) return !fits;
    return evaluation.add(*this, instance,
                          fmt::format("{} is what `not` rules out", subject(instance)));
  }

 private:
  const Node* node_;
};

class IfRule final : public Rule {
 public:
  IfRule(const Node* condition, const Node* then, const Node* otherwise)
      : condition_(condition), then_(then), otherwise_(otherwise) {}

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    const bool met = evaluation.test(*condition_, instance, evaluated);
    const Node* node = met ? then_ : otherwise_;
    return node == nullptr || evaluation.apply(*node, instance, evaluated);
  }

 private:
  const Node* condition_;
  const Node* then_;
  const Node* otherwise_;
};

class RefRule final : public Rule {
 public:
  explicit RefRule(const Node* target) : target_(target) {}

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    return evaluation.apply(*target_, instance, evaluated);
  }

 private:
  const Node* target_;
};

class DynamicRefRule final : public Rule {
 public:
  DynamicRefRule(const Node* target, std::string anchor)
      : target_(target), anchor_(std::move(anchor)) {}

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    return evaluation.apply(evaluation.dynamic_target(anchor_, *target_), instance, evaluated);
  }

 private:
  const Node* target_;
  std::string anchor_;
};

}  // namespace

Built build_all_of(const Site& site) {
  CS_ASSIGN(auto branches, nodes(site, site.value()));
  return std::make_unique<AllOfRule>(std::move(branches));
}

Built build_any_of(const Site& site) {
  CS_ASSIGN(auto branches, nodes(site, site.value()));
  return std::make_unique<AnyOfRule>(std::move(branches));
}

Built build_one_of(const Site& site) {
  CS_ASSIGN(auto branches, nodes(site, site.value()));
  return std::make_unique<OneOfRule>(std::move(branches));
}

Built build_not(const Site& site) {
  CS_ASSIGN(const Node* node, site.node(site.value()));
  return std::make_unique<NotRule>(node);
}

Built build_if(const Site& site) {
  CS_ASSIGN(const Node* condition, site.node(site.value()));
  const Node* then = nullptr;
  const Node* otherwise = nullptr;
  if (const Value* value = site.sibling("then")) {
    CS_ASSIGN(then, site.node(*value));
  }
  if (const Value* value = site.sibling("else")) {
    CS_ASSIGN(otherwise, site.node(*value));
  }
  return std::make_unique<IfRule>(condition, then, otherwise);
}

Built build_ref(const Site& site) {
  if (!site.value().is_string()) return fail(site.unusable("`$ref` must be a string"));
  CS_ASSIGN(const Node* target, site.target(site.value().text));
  return std::make_unique<RefRule>(target);
}

Built build_dynamic_ref(const Site& site) {
  if (!site.value().is_string()) return fail(site.unusable("`$dynamicRef` must be a string"));
  CS_ASSIGN(const Node* target, site.target(site.value().text));
  CS_ASSIGN(const auto anchor, site.dynamic_anchor(site.value().text));
  if (!anchor) return std::make_unique<RefRule>(target);
  return std::make_unique<DynamicRefRule>(target, *anchor);
}

}  // namespace claudestep::schema

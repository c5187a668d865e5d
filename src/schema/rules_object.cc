// What is asked of the members of an object.
#include <fmt/format.h>

#include <algorithm>

#include "schema/builders.h"
#include "schema/evaluation.h"
#include "schema/messages.h"

namespace claudestep::schema {
namespace {

using NamedNodes = std::vector<std::pair<std::string, const Node*>>;
using PatternNodes = std::vector<std::pair<Pattern, const Node*>>;

Result<NamedNodes> named_nodes(const Site& site, const Value& value) {
  if (!value.is_object()) return fail(site.unusable(value, "expected an object of schemas"));
  NamedNodes named;
  named.reserve(value.members.size());
  for (const Member& member : value.members) {
    CS_ASSIGN(const Node* node, site.node(member.value));
    named.emplace_back(member.key, node);
  }
  return named;
}

Result<Pattern> member_pattern(const Site& site, const Member& member) {
  auto pattern = Pattern::compile(member.key);
  if (pattern) return *std::move(pattern);
  Error error =
      site.unusable(member.value, code(member.key) + " is no regular expression that can be used");
  error.causes.push_back(pattern.error().message);
  return fail(std::move(error));
}

Instance member_of(const Instance& object, const Member& member) {
  return {.value = member.value, .parent = &object, .member = &member};
}

// Adds the finding that `name` is missing in the object; false.
bool add_missing(Evaluation& evaluation, const Rule& rule, const Instance& object,
                 const std::string& name, std::string_view why) {
  if (evaluation.quiet()) return false;
  return evaluation.add(rule, object,
                        fmt::format("{} is missing in {}{}", code(name), subject(object), why));
}

class RequiredRule final : public Rule {
 public:
  explicit RequiredRule(std::vector<std::string> names) : names_(std::move(names)) {}

  bool holds(Evaluation& evaluation, const Instance& instance,
             Evaluated* /*evaluated*/) const final {
    if (!instance.value.is_object()) return true;
    if (!evaluation.spend(names_.size() * instance.value.members.size() / 8)) return false;
    bool holds = true;
    for (const std::string& name : names_) {
      if (instance.value.find(name) != nullptr) continue;
      holds = add_missing(evaluation, *this, instance, name, "");
    }
    return holds;
  }

 private:
  std::vector<std::string> names_;
};

class PropertiesRule final : public Rule {
 public:
  explicit PropertiesRule(NamedNodes named) : named_(std::move(named)) {
    std::sort(named_.begin(), named_.end());
  }

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    if (!instance.value.is_object()) return true;
    bool holds = true;
    const auto& members = instance.value.members;
    for (std::size_t i = 0; i < members.size(); ++i) {
      const auto found = std::lower_bound(
          named_.begin(), named_.end(), members[i].key,
          [](const auto& entry, const std::string& key) { return entry.first < key; });
      if (found == named_.end() || found->first != members[i].key) continue;
      holds = evaluation.apply(*found->second, member_of(instance, members[i]), nullptr) && holds;
      if (!holds && evaluation.quiet()) return false;
      if (evaluated != nullptr) evaluated->mark(i);
    }
    return holds;
  }

 private:
  NamedNodes named_;
};

class PatternPropertiesRule final : public Rule {
 public:
  explicit PatternPropertiesRule(PatternNodes patterns) : patterns_(std::move(patterns)) {}

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    if (!instance.value.is_object()) return true;
    bool holds = true;
    const auto& members = instance.value.members;
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (const auto& [pattern, node] : patterns_) {
        const PatternMatch match = pattern.search(members[i].key, evaluation.patterns());
        if (match == PatternMatch::kNotFound) continue;
        if (match == PatternMatch::kNotTried) return evaluation.add_not_tried(*this, instance);
        if (match == PatternMatch::kTooHard) return too_hard(evaluation, instance, pattern);
        holds = evaluation.apply(*node, member_of(instance, members[i]), nullptr) && holds;
        if (!holds && evaluation.quiet()) return false;
        if (evaluated != nullptr) evaluated->mark(i);
      }
    }
    return holds;
  }

 private:
  bool too_hard(Evaluation& evaluation, const Instance& instance, const Pattern& pattern) const {
    return evaluation.add(
        *this, instance,
        fmt::format("the names in {} could not be held to the pattern {}: that takes too many "
                    "steps",
                    subject(instance), code(pattern.source())),
        "a pattern without a repetition inside a repetition is quick");
  }

  PatternNodes patterns_;
};

class AdditionalPropertiesRule final : public Rule {
 public:
  AdditionalPropertiesRule(std::vector<std::string> names, std::vector<Pattern> patterns,
                           const Node* node)
      : names_(std::move(names)), patterns_(std::move(patterns)), node_(node) {
    std::sort(names_.begin(), names_.end());
  }

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    if (!instance.value.is_object()) return true;
    bool holds = true;
    const auto& members = instance.value.members;
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (is_named(members[i].key, evaluation)) continue;
      const Instance member = member_of(instance, members[i]);
      holds = (node_->always == false ? unknown(evaluation, member)
                                      : evaluation.apply(*node_, member, nullptr)) &&
              holds;
      if (!holds && evaluation.quiet()) return false;
      if (evaluated != nullptr) evaluated->mark(i);
    }
    return holds;
  }

 private:
  bool is_named(const std::string& key, Evaluation& evaluation) const {
    if (std::binary_search(names_.begin(), names_.end(), key)) return true;
    return std::any_of(patterns_.begin(), patterns_.end(), [&](const Pattern& pattern) {
      return pattern.search(key, evaluation.patterns()) != PatternMatch::kNotFound;
    });
  }

  bool unknown(Evaluation& evaluation, const Instance& member) const {
    if (evaluation.quiet()) return false;
    return evaluation.add(
        *this, member,
        fmt::format("{} is no member of {}", code(member.member->key), subject(*member.parent)),
        did_you_mean(member.member->key, names_));
  }

  std::vector<std::string> names_;
  std::vector<Pattern> patterns_;
  const Node* node_;
};

class PropertyNamesRule final : public Rule {
 public:
  explicit PropertyNamesRule(const Node* node) : node_(node) {}

  bool holds(Evaluation& evaluation, const Instance& instance,
             Evaluated* /*evaluated*/) const final {
    bool holds = true;
    for (const Member& member : instance.value.members) {
      Value name;
      name.kind = ValueKind::kString;
      name.text = member.key;
      name.mark = member.mark;
      const Instance key{.value = name, .parent = &instance, .member = &member, .is_name = true};
      holds = evaluation.apply(*node_, key, nullptr) && holds;
      if (!holds && evaluation.quiet()) return false;
    }
    return holds;
  }

 private:
  const Node* node_;
};

// dependentRequired, dependentSchemas, and draft 7's dependencies, which is either.
class DependentRule final : public Rule {
 public:
  struct Dependency {
    std::string name;
    std::vector<std::string> needs;
    const Node* node = nullptr;
  };
  explicit DependentRule(std::vector<Dependency> dependencies)
      : dependencies_(std::move(dependencies)) {}

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    bool holds = true;
    for (const Dependency& dependency : dependencies_) {
      if (!evaluation.spend(1)) return false;
      if (instance.value.find(dependency.name) == nullptr) continue;
      for (const std::string& name : dependency.needs) {
        if (instance.value.find(name) != nullptr) continue;
        holds =
            add_missing(evaluation, *this, instance, name, ", which has " + code(dependency.name));
      }
      if (dependency.node != nullptr) {
        holds = evaluation.apply(*dependency.node, instance, evaluated) && holds;
      }
    }
    return holds;
  }

 private:
  std::vector<Dependency> dependencies_;
};

class UnevaluatedPropertiesRule final : public Rule {
 public:
  explicit UnevaluatedPropertiesRule(const Node* node) : node_(node) {}

  bool holds(Evaluation& evaluation, const Instance& instance, Evaluated* evaluated) const final {
    bool holds = true;
    const auto& members = instance.value.members;
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (evaluated->has(i)) continue;
      const Instance member = member_of(instance, members[i]);
      holds = (node_->always == false ? unknown(evaluation, member)
                                      : evaluation.apply(*node_, member, nullptr)) &&
              holds;
      evaluated->mark(i);
    }
    return holds;
  }

 private:
  bool unknown(Evaluation& evaluation, const Instance& member) const {
    if (evaluation.quiet()) return false;
    return evaluation.add(
        *this, member,
        fmt::format("{} is no member of {}", code(member.member->key), subject(*member.parent)));
  }

  const Node* node_;
};

}  // namespace

Built build_required(const Site& site) {
  CS_ASSIGN(auto names, texts(site, site.value()));
  return std::make_unique<RequiredRule>(std::move(names));
}

Built build_properties(const Site& site) {
  CS_ASSIGN(auto named, named_nodes(site, site.value()));
  return std::make_unique<PropertiesRule>(std::move(named));
}

Built build_pattern_properties(const Site& site) {
  CS_ASSIGN(const auto named, named_nodes(site, site.value()));
  PatternNodes patterns;
  for (std::size_t i = 0; i < named.size(); ++i) {
    CS_ASSIGN(auto pattern, member_pattern(site, site.value().members[i]));
    patterns.emplace_back(std::move(pattern), named[i].second);
  }
  return std::make_unique<PatternPropertiesRule>(std::move(patterns));
}

Built build_additional_properties(const Site& site) {
  CS_ASSIGN(const Node* node, site.node(site.value()));
  std::vector<std::string> names;
  std::vector<Pattern> patterns;
  if (const Value* properties = site.sibling("properties")) {
    for (const Member& member : properties->members) names.push_back(member.key);
  }
  if (const Value* by_pattern = site.sibling("patternProperties")) {
    for (const Member& member : by_pattern->members) {
      CS_ASSIGN(auto pattern, member_pattern(site, member));
      patterns.push_back(std::move(pattern));
    }
  }
  return std::make_unique<AdditionalPropertiesRule>(std::move(names), std::move(patterns), node);
}

Built build_property_names(const Site& site) {
  CS_ASSIGN(const Node* node, site.node(site.value()));
  return std::make_unique<PropertyNamesRule>(node);
}

Built build_dependencies(const Site& site) {
  if (!site.value().is_object()) return fail(site.unusable("expected an object"));
  std::vector<DependentRule::Dependency> dependencies;
  for (const Member& member : site.value().members) {
    DependentRule::Dependency& dependency = dependencies.emplace_back();
    dependency.name = member.key;
    const bool names = site.keyword.key == "dependentRequired" ||
                       (site.keyword.key == "dependencies" && member.value.is_array());
    if (names) {
      CS_ASSIGN(dependency.needs, texts(site, member.value));
    } else {
      CS_ASSIGN(dependency.node, site.node(member.value));
    }
  }
  return std::make_unique<DependentRule>(std::move(dependencies));
}

Built build_dependent_required(const Site& site) {
  return build_dependencies(site);
}

Built build_dependent_schemas(const Site& site) {
  return build_dependencies(site);
}

Built build_unevaluated_properties(const Site& site) {
  CS_ASSIGN(const Node* node, site.node(site.value()));
  return std::make_unique<UnevaluatedPropertiesRule>(node);
}

}  // namespace claudestep::schema

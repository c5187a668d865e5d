// Owns: a compiled schema: nodes, each with the rules that its keywords became.
// Leaves to others: making it (compiler.h), running it (evaluation.h).
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace claudestep::schema {

class Evaluation;
struct Node;

// A value on its way through the schema, and how it was reached. Lives on the stack.
struct Instance {
  const Value& value;
  const Instance* parent = nullptr;
  const Member* member = nullptr;  // that holds the value, where the parent is an object
  std::size_t index = 0;           // of the value, where the parent is an array
  bool is_name = false;            // the value is the member's name
};

// Which members or items of one instance a schema has had its say on.
class Evaluated {
 public:
  void mark(std::size_t child) {
    if (child >= seen_.size()) seen_.resize(child + 1);
    seen_[child] = true;
  }
  [[nodiscard]] bool has(std::size_t child) const { return child < seen_.size() && seen_[child]; }
  void merge(const Evaluated& other) {
    for (std::size_t i = 0; i < other.seen_.size(); ++i) {
      if (other.seen_[i]) mark(i);
    }
  }

 private:
  std::vector<bool> seen_;
};

// What one keyword, with those that belong to it, asks of an instance.
class Rule {
 public:
  Rule() = default;
  Rule(const Rule&) = delete;
  Rule& operator=(const Rule&) = delete;
  Rule(Rule&&) = delete;
  Rule& operator=(Rule&&) = delete;
  virtual ~Rule() = default;

  // Whether it is met; tells `evaluation` what is not, unless that is quiet. Marks in `evaluated`,
  // when given, the children it has looked at.
  virtual bool holds(Evaluation& evaluation, const Instance& instance,
                     Evaluated* evaluated) const = 0;

  void stands_at(const Node* node, std::string_view keyword) {
    node_ = node;
    keyword_ = keyword;
  }
  [[nodiscard]] const Node& node() const { return *node_; }
  [[nodiscard]] std::string_view keyword() const { return keyword_; }

 private:
  const Node* node_ = nullptr;
  std::string_view keyword_;  // of the table of keywords
};

// One schema, boolean or object.
struct Node {
  std::string location;  // "https://...#/properties/id"
  std::size_t resource = 0;
  std::optional<bool> always;  // of `true` and `false`
  std::vector<std::unique_ptr<Rule>> rules;
  // The rules that need to know what the others have evaluated; after them.
  std::vector<std::unique_ptr<Rule>> last_rules;
};

class Program {
 public:
  std::vector<std::unique_ptr<Node>> nodes;
  const Node* root = nullptr;
  // Of each resource (a schema with its own $id): its dynamic anchors.
  std::vector<std::map<std::string, const Node*>> dynamic_anchors;
};

}  // namespace claudestep::schema

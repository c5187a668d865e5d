// Owns: one run of a program over one instance: findings, limits, the dynamic scope.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/pattern.h"
#include "schema/program.h"
#include "schema/validator.h"

namespace claudestep::schema {

class Evaluation {
 public:
  Evaluation(const Program& program, const Limits& limits);

  // Whether `instance` is valid against `node`; findings are added unless quiet.
  bool apply(const Node& node, const Instance& instance, Evaluated* evaluated);

  // The same without findings.
  bool test(const Node& node, const Instance& instance, Evaluated* evaluated);

  // What apply() would find, kept apart.
  [[nodiscard]] std::vector<Finding> findings_of(const Node& node, const Instance& instance);

  // True when nobody wants to hear why: a rule may answer at the first thing that is wrong.
  [[nodiscard]] bool quiet() const { return quiet_ > 0; }

  // Adds a finding unless quiet; false, for rules to return.
  bool add(const Rule& rule, const Instance& instance, std::string message, std::string hint = {});
  // The same for a keyword beside the rule's that the instance does not meet.
  bool add_of(std::string_view keyword, const Rule& rule, const Instance& instance,
              std::string message, std::string hint = {});
  void add(std::vector<Finding> findings);

  // The answer of a rule about what was not held to a pattern any more: false, with one finding for
  // all of it.
  bool add_not_tried(const Rule& rule, const Instance& instance);

  // Counts work that grows with the instance. False when there has been too much.
  bool spend(std::size_t steps);
  [[nodiscard]] bool stopped() const { return stop_.has_value(); }

  // The node that a dynamic reference means here: that of the outermost schema in scope which has
  // the anchor, else `otherwise`.
  [[nodiscard]] const Node& dynamic_target(const std::string& anchor, const Node& otherwise) const;

  [[nodiscard]] PatternScratch& patterns() { return patterns_; }

  // The findings, or why there was no end to it.
  [[nodiscard]] Result<std::vector<Finding>> finish() &&;

 private:
  bool apply_rules(const Node& node, const Instance& instance, Evaluated* evaluated);
  bool refuse_all(const Node& node, const Instance& instance);
  void stop(std::string why);
  // Whether one more finding is listed; counts it when not.
  bool has_room();

  const Program& program_;
  Limits limits_;
  PatternScratch patterns_;
  std::vector<Finding> findings_;
  std::vector<std::size_t> scope_;  // resources, outermost first
  std::size_t steps_ = 0;
  std::size_t depth_ = 0;
  std::size_t quiet_ = 0;
  std::size_t unlisted_ = 0;  // findings beyond the limit
  bool said_not_tried_ = false;
  std::optional<Error> stop_;
};

}  // namespace claudestep::schema

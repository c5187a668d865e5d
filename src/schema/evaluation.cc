#include "schema/evaluation.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "schema/messages.h"

namespace claudestep::schema {
namespace {

// Schemas inside each other on the way to one value. Documents nest 128 deep; three schemas a level
// are usual.
constexpr std::size_t kMaxDepth = 1000;

}  // namespace

Evaluation::Evaluation(const Program& program, const Limits& limits)
    : program_(program),
      limits_(limits),
      patterns_(PatternLimits{.steps = limits.pattern_steps, .total = limits.pattern_steps * 25}) {}

bool Evaluation::apply(const Node& node, const Instance& instance, Evaluated* evaluated) {
  if (!spend(1)) return false;
  if (node.always) return *node.always || refuse_all(node, instance);
  if (depth_ >= kMaxDepth) {
    stop(fmt::format("its references go in a circle at {}, or schemas nest past {}", node.location,
                     kMaxDepth));
    return false;
  }
  const bool enters = scope_.empty() || scope_.back() != node.resource;
  if (enters) scope_.push_back(node.resource);
  ++depth_;
  const bool holds = apply_rules(node, instance, evaluated);
  --depth_;
  if (enters) scope_.pop_back();
  return holds;
}

bool Evaluation::apply_rules(const Node& node, const Instance& instance, Evaluated* evaluated) {
  Evaluated own;
  Evaluated* const track = evaluated != nullptr || !node.last_rules.empty() ? &own : nullptr;
  bool holds = true;
  for (const auto* rules : {&node.rules, &node.last_rules}) {
    // What is unevaluated cannot be told where a schema failed.
    if (rules == &node.last_rules && !holds) break;
    for (const auto& rule : *rules) {
      holds = rule->holds(*this, instance, track) && holds;
      if (stopped() || (!holds && quiet())) return false;
    }
  }
  if (holds && evaluated != nullptr) evaluated->merge(own);
  return holds;
}

bool Evaluation::refuse_all(const Node& node, const Instance& instance) {
  if (quiet() || !has_room()) return false;
  findings_.push_back(make_finding(instance, "false", node.location,
                                   subject(instance) + " is not allowed here", {}));
  return false;
}

bool Evaluation::test(const Node& node, const Instance& instance, Evaluated* evaluated) {
  ++quiet_;
  const bool holds = apply(node, instance, evaluated);
  --quiet_;
  return holds;
}

std::vector<Finding> Evaluation::findings_of(const Node& node, const Instance& instance) {
  std::vector<Finding> outer = std::exchange(findings_, {});
  const std::size_t unlisted = unlisted_;
  apply(node, instance, nullptr);
  unlisted_ = unlisted;
  return std::exchange(findings_, std::move(outer));
}

bool Evaluation::add(const Rule& rule, const Instance& instance, std::string message,
                     std::string hint) {
  return add_of(rule.keyword(), rule, instance, std::move(message), std::move(hint));
}

bool Evaluation::add_of(std::string_view keyword, const Rule& rule, const Instance& instance,
                        std::string message, std::string hint) {
  if (quiet() || !has_room()) return false;
  std::string location = rule.node().location + "/" + std::string(keyword);
  findings_.push_back(
      make_finding(instance, keyword, std::move(location), std::move(message), std::move(hint)));
  return false;
}

bool Evaluation::add_not_tried(const Rule& rule, const Instance& instance) {
  if (quiet() || said_not_tried_) return false;
  said_not_tried_ = true;
  return add(rule, instance,
             subject(instance) +
                 " and what else takes a pattern many steps is not judged: the "
                 "patterns before took all that there are for one document",
             "make the patterns before it quick: none with a repetition inside a repetition");
}

void Evaluation::add(std::vector<Finding> findings) {
  for (Finding& finding : findings) {
    if (has_room()) findings_.push_back(std::move(finding));
  }
}

bool Evaluation::has_room() {
  if (findings_.size() < limits_.findings) return true;
  ++unlisted_;
  return false;
}

bool Evaluation::spend(std::size_t steps) {
  steps_ += steps;
  if (steps_ > limits_.steps && !stopped()) stop("it takes too many steps");
  return !stopped();
}

void Evaluation::stop(std::string why) {
  stop_ = Error{ErrorCode::kSchemaUnusable, "the schema cannot be applied to this document"};
  stop_->causes.push_back(std::move(why));
}

const Node& Evaluation::dynamic_target(const std::string& anchor, const Node& otherwise) const {
  for (const std::size_t resource : scope_) {
    const auto& anchors = program_.dynamic_anchors[resource];
    if (const auto found = anchors.find(anchor); found != anchors.end()) return *found->second;
  }
  return otherwise;
}

Result<std::vector<Finding>> Evaluation::finish() && {
  if (stop_) return fail(*std::move(stop_));
  if (unlisted_ > 0 && !findings_.empty()) {
    findings_.back().message +=
        fmt::format("; {} of the schema {} not listed", counted(unlisted_, "more finding"),
                    unlisted_ == 1 ? "is" : "are");
  }
  return std::move(findings_);
}

}  // namespace claudestep::schema

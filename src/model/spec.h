// Owns: the records of a feature specification, a task specification, an API contract and of the
// data of planning phases.
// Leaves to others: reading them (codec/spec_reader.h), how they must stand to each other (check/),
// turning their tasks into those of a project (plan/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/kept.h"
#include "model/placed.h"
#include "model/words.h"

namespace claudestep::model {

enum class Priority : std::uint8_t { kCritical, kHigh, kMedium, kLow };
template <>
inline constexpr auto kWords<Priority> = std::to_array<Word<Priority>>({
    {Priority::kCritical, "critical"},
    {Priority::kHigh, "high"},
    {Priority::kMedium, "medium"},
    {Priority::kLow, "low"},
});

// Of a task that a specification has. `review` is known to single task files.
enum class SpecTaskStatus : std::uint8_t {
  kPending,
  kInProgress,
  kReview,
  kCompleted,
  kBlocked,
  kSkipped,
  kFailed,
};
template <>
inline constexpr auto kWords<SpecTaskStatus> = std::to_array<Word<SpecTaskStatus>>({
    {SpecTaskStatus::kPending, "pending"},
    {SpecTaskStatus::kInProgress, "in_progress"},
    {SpecTaskStatus::kReview, "review"},
    {SpecTaskStatus::kCompleted, "completed"},
    {SpecTaskStatus::kBlocked, "blocked"},
    {SpecTaskStatus::kSkipped, "skipped"},
    {SpecTaskStatus::kFailed, "failed"},
});

enum class FeatureStatus : std::uint8_t { kPlanning, kInProgress, kReview, kCompleted, kBlocked };
template <>
inline constexpr auto kWords<FeatureStatus> = std::to_array<Word<FeatureStatus>>({
    {FeatureStatus::kPlanning, "planning"},
    {FeatureStatus::kInProgress, "in_progress"},
    {FeatureStatus::kReview, "review"},
    {FeatureStatus::kCompleted, "completed"},
    {FeatureStatus::kBlocked, "blocked"},
});

enum class Coverage : std::uint8_t { kRequired, kRecommended, kOptional };
template <>
inline constexpr auto kWords<Coverage> = std::to_array<Word<Coverage>>({
    {Coverage::kRequired, "required"},
    {Coverage::kRecommended, "recommended"},
    {Coverage::kOptional, "optional"},
});

enum class Quality : std::uint8_t { kPerformance, kReliability, kSecurity, kUsability };
template <>
inline constexpr auto kWords<Quality> = std::to_array<Word<Quality>>({
    {Quality::kPerformance, "performance"},
    {Quality::kReliability, "reliability"},
    {Quality::kSecurity, "security"},
    {Quality::kUsability, "usability"},
});

enum class Language : std::uint8_t { kBash, kPython, kNode };
template <>
inline constexpr auto kWords<Language> = std::to_array<Word<Language>>({
    {Language::kBash, "bash"},
    {Language::kPython, "python"},
    {Language::kNode, "node"},
});

enum class HttpMethod : std::uint8_t { kGet, kPost, kPut, kPatch, kDelete };
template <>
inline constexpr auto kWords<HttpMethod> = std::to_array<Word<HttpMethod>>({
    {HttpMethod::kGet, "GET"},
    {HttpMethod::kPost, "POST"},
    {HttpMethod::kPut, "PUT"},
    {HttpMethod::kPatch, "PATCH"},
    {HttpMethod::kDelete, "DELETE"},
});

enum class Methodology : std::uint8_t { kTdd, kBdd, kStandard };
template <>
inline constexpr auto kWords<Methodology> = std::to_array<Word<Methodology>>({
    {Methodology::kTdd, "TDD"},
    {Methodology::kBdd, "BDD"},
    {Methodology::kStandard, "standard"},
});

enum class Role : std::uint8_t { kBackend, kFrontend, kQa, kDevops, kPlanner };
template <>
inline constexpr auto kWords<Role> = std::to_array<Word<Role>>({
    {Role::kBackend, "backend"},
    {Role::kFrontend, "frontend"},
    {Role::kQa, "qa"},
    {Role::kDevops, "devops"},
    {Role::kPlanner, "planner"},
});

struct Requirement {
  Origin origin;
  Words id;
  Words title;
  Words description;
  Priority priority = Priority::kMedium;
  std::vector<Words> acceptance_criteria;
  std::optional<Coverage> test_coverage;
  Extra extra;
};

struct QualityRequirement {
  Origin origin;
  Words id;
  Quality type = Quality::kPerformance;
  Words requirement;
  Extra extra;
};

struct InternalContract {
  Origin origin;
  Words name;
  Language type = Language::kBash;
  std::string interface;  // a text as it is, anything else as compact JSON
};

struct Endpoint {
  Origin origin;
  Words endpoint;
  HttpMethod method = HttpMethod::kGet;
  std::string request;    // as compact JSON
  std::string responses;  // as compact JSON
};

struct SpecTask {
  Origin origin;
  std::string role;  // "backend"; the key that it stands under, or its own member
  Words id;
  Words title;
  std::string description;
  std::optional<Placed<SpecTaskStatus>> status;
  std::vector<Words> acceptance_criteria;
  std::vector<Words> done_when;
  std::vector<Words> reference;
  std::optional<Methodology> methodology;
  std::optional<std::int64_t> max_iterations;
  std::vector<Words> dependencies;
  std::string type;
  // Whatever looks like an id in any of its texts but `id` and `dependencies`, unknown members
  // included.
  std::vector<Words> mentions;
  Extra extra;
};

struct SpecDate {
  std::string name;  // "created"
  Words date;
};

struct ExternalDependency {
  Words name;
  Words version;
  Words reason;
};

struct InternalDependency {
  Words feature;
  Words reason;
};

struct Risk {
  Words description;
  Words probability;
  Words impact;
  Words mitigation;
};

struct TimelinePhase {
  Origin origin;
  Words name;
  Words duration;
  std::vector<Words> deliverables;
  std::vector<SpecDate> dates;  // `start` and `end`, where they are there
};

struct FeatureSpec {
  Words version;
  Words id;
  Words name;
  Priority priority = Priority::kMedium;
  Placed<FeatureStatus> status;
  Words summary;
  Words business_value;
  std::vector<Requirement> functional;
  std::vector<QualityRequirement> non_functional;
  std::vector<InternalContract> internal_contracts;
  std::vector<Endpoint> api_contracts;
  std::vector<SpecTask> tasks;  // role by role, as the file has them
  Words author;
  Words estimated_effort;
  std::vector<SpecDate> dates;  // of `metadata`: created, and any of updated, last_updated
  std::vector<ExternalDependency> external_dependencies;
  std::vector<InternalDependency> internal_dependencies;
  std::vector<Risk> risks;
  std::vector<TimelinePhase> phases;
  // Whatever looks like an id outside of tasks, `metadata` and `dependencies`, and is no `id`.
  std::vector<Words> mentions;
  bool has_all_ids = true;  // of what the document has for requirements and tasks
  Extra extra;
};

struct TaskSpec {
  Words version;
  SpecTask task;
};

struct ApiContract {
  Words version;
  Words name;
  std::vector<Endpoint> endpoints;
};

// A requirement as a pair: when it applies, and what then happens.
struct ConditionalRequirement {
  Origin origin;
  Words title;
  Words condition;
  Words action;
  std::vector<Words> acceptance_criteria;
  Priority priority = Priority::kMedium;
};

struct PhaseTask {
  Origin origin;
  Words id;  // "" where it has none
  Words title;
  std::string description;
  std::string phase;
  Priority priority = Priority::kMedium;
  std::vector<Words> dependencies;  // titles or ids
};

struct PhaseData {
  std::vector<ConditionalRequirement> requirements;
  std::vector<PhaseTask> tasks;
  std::size_t tickets = 0;
};

}  // namespace claudestep::model

// Owns: the state that an agent keeps between two sessions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/kept.h"
#include "model/placed.h"

namespace claudestep::model {

struct AgentFile {
  Words version;
  Words id;
  Words role;
  Words created;
  std::optional<std::string> current_task;
  std::vector<Words> recent_files;
  std::vector<Words> recent_decisions;
  std::vector<Words> project_patterns;
  std::vector<Words> learned_preferences;
  std::optional<std::string> feature;
  std::optional<std::string> workspace;
  std::optional<std::string> worktree;
  Words status;  // any word; a state of a session is held to its steps
  Placed<std::int64_t> iteration_count;
  Placed<std::int64_t> max_iterations;
  std::vector<Words> allowed_tools;
  std::vector<std::string> mcp_servers;  // a name as it is, a description as compact JSON
  Extra extra;
};

}  // namespace claudestep::model

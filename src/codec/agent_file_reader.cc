#include <string>
#include <utility>

#include "codec/documents.h"
#include "codec/fields.h"
#include "codec/value_writer.h"

namespace claudestep::codec {
namespace {

// Required, and may be null.
std::optional<std::string> read_name_or_null(Fields& fields, std::string_view name) {
  const Value* member = fields.value().find(name);
  const bool is_there = member != nullptr;
  return fields.maybe_string(name, is_there ? Need::kNullable : Need::kRequired, TextForm::kAny);
}

void read_memory(Fields& memory, model::AgentFile& agent) {
  if (auto now = memory.object("short_term")) {
    agent.current_task = read_name_or_null(*now, "current_task");
    agent.recent_files = now->texts("recent_files");
    agent.recent_decisions = now->texts("recent_decisions");
  }
  if (auto always = memory.object("long_term")) {
    agent.project_patterns = always->texts("project_patterns");
    agent.learned_preferences = always->texts("learned_preferences");
  }
}

void read_tools(Fields& tools, model::AgentFile& agent) {
  agent.allowed_tools = tools.texts("allowed");
  tools.each("mcp_servers", Need::kRequired, [&](const Value& item, const std::string& path) {
    if (!item.is_string() && !item.is_object()) {
      return tools.refusals().add(item, path, "a string or an object");
    }
    agent.mcp_servers.push_back(item.is_string() ? item.text : compact_json(item));
  });
}

}  // namespace

Typed<model::AgentFile> read_agent_file(const Value& root, std::string_view file) {
  Refusals refusals(file);
  Fields fields(root, "", refusals);
  model::AgentFile agent;
  agent.version = fields.text("version", TextForm::kVersion);
  if (auto who = fields.object("agent")) {
    agent.id = who->text("id");
    agent.role = who->text("role");
    agent.created = who->text("created", TextForm::kInstant);
  }
  if (auto memory = fields.object("memory")) read_memory(*memory, agent);
  if (auto context = fields.object("context")) {
    agent.feature = read_name_or_null(*context, "feature");
    agent.workspace = read_name_or_null(*context, "workspace");
    agent.worktree = read_name_or_null(*context, "worktree");
  }
  if (auto state = fields.object("state")) {
    agent.status = state->text("status");
    if (const auto count = state->whole_number("iteration_count", 0)) {
      agent.iteration_count = *count;
    }
    if (const auto most = state->whole_number("max_iterations", 1)) agent.max_iterations = *most;
  }
  if (auto tools = fields.object("tools")) read_tools(*tools, agent);
  agent.extra = fields.extra();
  return typed(std::move(agent), refusals);
}

}  // namespace claudestep::codec

#include <string>
#include <utility>

#include "base/text.h"
#include "codec/documents.h"
#include "codec/fields.h"

namespace claudestep::codec {
namespace {

// A list, or one text with commas.
std::vector<std::string> read_names(Fields& fields, std::string_view name) {
  std::vector<std::string> names;
  const Value* member = fields.value().find(name);
  const bool is_list = member != nullptr && member->is_array();
  for (const model::Words& words : fields.text_or_texts(name)) {
    std::string_view rest = words.value;
    while (!is_list && rest.find(',') != std::string_view::npos) {
      const std::size_t comma = rest.find(',');
      if (const auto part = trim(rest.substr(0, comma)); !part.empty()) names.emplace_back(part);
      rest.remove_prefix(comma + 1);
    }
    if (const auto part = trim(rest); !part.empty()) names.emplace_back(part);
  }
  return names;
}

}  // namespace

Typed<model::Configuration> read_configuration(const Value& root, std::string_view file) {
  Refusals refusals(file);
  Fields fields(root, "", refusals);
  model::Configuration configuration;
  fields.each("reviewers", Need::kOptional, [&](const Value& item, std::string path) {
    Fields reviewer(item, std::move(path), refusals);
    const model::Words username = reviewer.text("username");
    const auto most = reviewer.whole_number("maxOpenPRs", 1, INT64_MAX, Need::kOptional);
    configuration.reviewers.push_back({username, most ? most->value : model::kOpenPrsOfReviewer});
  });
  configuration.assignee = fields.maybe_text("assignee");
  if (configuration.assignee && configuration.reviewers.empty()) {
    configuration.reviewers.push_back({*configuration.assignee, model::kOpenPrsOfAssignee});
  }
  configuration.base_branch = fields.maybe_string("baseBranch");
  if (const auto days = fields.whole_number("stalePRDays", 1, INT64_MAX, Need::kOptional)) {
    configuration.stale_pr_days = days->value;
  }
  configuration.labels = read_names(fields, "labels");
  if (auto label = fields.maybe_string("label")) {
    configuration.labels.insert(configuration.labels.begin(), *std::move(label));
  }
  configuration.branch_prefix = fields.maybe_string("branchPrefix");
  configuration.allowed_tools = read_names(fields, "allowedTools");
  configuration.extra = fields.extra();
  return typed(std::move(configuration), refusals);
}

}  // namespace claudestep::codec

#include "schema/compiler.h"

#include <fmt/format.h>

#include <utility>

#include "base/decimal.h"
#include "base/text.h"
#include "schema/messages.h"
#include "schema/uri.h"

namespace claudestep::schema {
namespace {

// Whether a keyword says anything in a dialect.
bool applies(const Keyword& keyword, const Dialect& dialect) {
  switch (keyword.vocabulary) {
    case Vocabulary::kApplicator:
      return dialect.applies;
    case Vocabulary::kValidation:
      return dialect.validates;
    case Vocabulary::kCore:
    case Vocabulary::kFormat:
    case Vocabulary::kAnnotation:
      break;
  }
  return true;
}

}  // namespace

Error Site::unusable(const Value& where, std::string message) const {
  return Error{ErrorCode::kSchemaUnusable, std::move(message)}.at(
      Place{file, where.mark.line, where.mark.column});
}

Error Site::unusable(std::string message) const {
  return unusable(keyword.value, std::move(message));
}

Result<const Node*> Site::node(const Value& subschema) const {
  if (!subschema.is_object() && !subschema.is_bool()) {
    return fail(unusable(subschema, fmt::format("a schema is an object, true or false; `{}` has {}",
                                                keyword.key, describe(subschema.kind))));
  }
  return compiler.node(subschema);
}

Result<const Node*> Site::target(std::string_view reference) const {
  Resources& resources = compiler.resources();
  const auto found = resources.find(resources.home(schema).resource, reference);
  if (!found) {
    // Inside a document that was loaded the error knows its place.
    if (found.error().place.line > 0) return fail(found.error());
    Error error = unusable("the reference " + code(reference) + " leads nowhere");
    error.causes.push_back(found.error().message);
    for (const auto& cause : found.error().causes) error.causes.push_back(cause);
    error.hints = found.error().hints;
    return fail(std::move(error));
  }
  return node(**found);
}

Result<std::optional<std::string>> Site::dynamic_anchor(std::string_view reference) const {
  Resources& resources = compiler.resources();
  CS_ASSIGN(const Value* found, resources.find(resources.home(schema).resource, reference));
  const Resource& resource = resources.all()[resources.home(*found).resource];
  const std::string name(split_fragment(reference).fragment);
  const auto anchor = resource.dynamic_anchors.find(name);
  if (anchor == resource.dynamic_anchors.end() || anchor->second != found) return std::nullopt;
  return name;
}

Result<std::size_t> whole_number(const Site& site, const Value& value) {
  const auto number =
      value.is_number() ? parse_integer(value.text) : Result<std::int64_t>(std::int64_t{-1});
  if (!number || *number < 0) {
    return fail(site.unusable(value, "`" + site.keyword.key + "` needs a whole number from 0"));
  }
  return static_cast<std::size_t>(*number);
}

Result<std::vector<std::string>> texts(const Site& site, const Value& value) {
  std::vector<std::string> list;
  bool legal = value.is_array();
  for (const Value& item : value.items) {
    legal = legal && item.is_string();
    list.push_back(item.text);
  }
  if (!legal) {
    return fail(site.unusable(value, "`" + site.keyword.key + "` needs an array of strings"));
  }
  return list;
}

Result<std::vector<const Node*>> nodes(const Site& site, const Value& value) {
  if (!value.is_array() || value.items.empty()) {
    return fail(site.unusable(value, "`" + site.keyword.key + "` needs an array of schemas"));
  }
  std::vector<const Node*> list;
  for (const Value& item : value.items) {
    CS_ASSIGN(const Node* node, site.node(item));
    list.push_back(node);
  }
  return list;
}

Result<const Node*> Compiler::node(const Value& schema) {
  if (const auto found = nodes_.find(&schema); found != nodes_.end()) return found->second;
  auto& node = program_->nodes.emplace_back(std::make_unique<Node>());
  node->location = resources_.location(schema);
  node->resource = resources_.home(schema).resource;
  nodes_.emplace(&schema, node.get());
  pending_.push_back(&schema);
  return node.get();
}

Result<std::shared_ptr<const Program>> Compiler::run(const Value& root) {
  if (!root.is_object() && !root.is_bool()) {
    Error error{
        ErrorCode::kSchemaUnusable,
        fmt::format("a schema is an object, true or false; this is {}", describe(root.kind))};
    return fail(std::move(error).at(Place{options_.file, root.mark.line, root.mark.column}));
  }
  CS_TRY(resources_.add_document(root, options_.uri, options_.file));
  CS_ASSIGN(program_->root, node(root));
  CS_TRY(build_pending());
  // A dynamic reference may lead to anchors that nothing else has led to.
  CS_TRY(add_dynamic_anchors());
  return program_;
}

Status Compiler::add_dynamic_anchors() {
  for (std::size_t i = 0; i < resources_.all().size(); ++i) {
    // By value: making a node may load more resources.
    const auto anchors = resources_.all()[i].dynamic_anchors;
    auto& nodes = program_->dynamic_anchors.emplace_back();
    for (const auto& [name, schema] : anchors) {
      CS_ASSIGN(nodes[name], node(*schema));
    }
    CS_TRY(build_pending());
  }
  return {};
}

Status Compiler::build_pending() {
  while (!pending_.empty()) {
    const Value* schema = pending_.back();
    pending_.pop_back();
    CS_TRY(build(*schema, *nodes_.at(schema)));
  }
  return {};
}

Status Compiler::build(const Value& schema, Node& node) {
  if (schema.is_bool()) {
    node.always = schema.boolean;
    return {};
  }
  const Draft draft = resources_.all()[node.resource].dialect.draft;
  const bool only_reference = draft == Draft::k7 && schema.find("$ref") != nullptr;
  for (const Member& member : schema.members) {
    if (only_reference && member.key != "$ref") continue;
    CS_TRY(build_rule(schema, member, node));
  }
  return {};
}

Status Compiler::build_rule(const Value& schema, const Member& member, Node& node) {
  // By value: a reference may load more resources.
  const Dialect dialect = resources_.all()[node.resource].dialect;
  const std::string file = resources_.all()[node.resource].file;
  const Keyword* keyword = find_keyword(member.key, dialect.draft);
  if (keyword == nullptr || keyword->build == nullptr || !applies(*keyword, dialect)) return {};
  CS_ASSIGN(auto rule, keyword->build(Site{*this, schema, member, dialect, file}));
  if (rule == nullptr) return {};
  rule->stands_at(&node, keyword->name);
  (keyword->last ? node.last_rules : node.rules).push_back(std::move(rule));
  return {};
}

}  // namespace claudestep::schema

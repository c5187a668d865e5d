#include "schema/resources.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "base/text.h"
#include "schema/messages.h"
#include "schema/uri.h"

namespace claudestep::schema {
namespace {

constexpr std::string_view kSchema7 = "http://json-schema.org/draft-07/schema";
constexpr std::string_view kSchema202012 = "https://json-schema.org/draft/2020-12/schema";
constexpr std::string_view kVocabularies = "https://json-schema.org/draft/2020-12/vocab/";
constexpr int kMaxMetaschemas = 8;

// The child of `value` that a token of a pointer names, or null.
const Value* child_of(const Value& value, const std::string& token) {
  if (value.is_object()) return value.find(token);
  std::size_t index = 0;
  const char* const end = token.data() + token.size();
  const auto read = std::from_chars(token.data(), end, index);
  const bool number = read.ec == std::errc() && read.ptr == end && !token.empty() &&
                      (token.size() == 1 || token.front() != '0');
  return value.is_array() && number && index < value.items.size() ? &value.items[index] : nullptr;
}

Home child_home(const Home& home, std::string_view token) {
  Home child = home;
  append_pointer(child.pointer, token);
  return child;
}

bool ignores_siblings(const Value& schema, const Dialect& dialect) {
  return dialect.draft == Draft::k7 && schema.find("$ref") != nullptr;
}

}  // namespace

Error Resources::unusable(const Home& home, const Value& where, std::string message) const {
  return Error{ErrorCode::kSchemaUnusable, std::move(message)}.at(
      Place{all_[home.resource].file, where.mark.line, where.mark.column});
}

Status Resources::add_document(const Value& root, std::string uri, std::string file) {
  Resource& resource = all_.emplace_back();
  resource.uri = std::move(uri);
  resource.file = std::move(file);
  resource.root = &root;
  if (!options_.dialect.empty()) {
    CS_ASSIGN(all_.back().dialect,
              custom_dialect(std::string(split_fragment(options_.dialect).uri), 0));
  }
  by_uri_.emplace(all_.back().uri, all_.size() - 1);
  return add(root, Home{all_.size() - 1, ""}, true);
}

Status Resources::add(const Value& schema, Home home, bool is_document) {
  if (schema.is_object()) CS_TRY(add_identifiers(schema, home, is_document));
  homes_.insert_or_assign(&schema, home);
  if (!schema.is_object()) return {};
  const Dialect dialect = all_[home.resource].dialect;
  if (ignores_siblings(schema, dialect)) return {};
  for (const Member& member : schema.members) {
    const Keyword* keyword = find_keyword(member.key, dialect.draft);
    if (keyword != nullptr && keyword->holds != Holds::kNone) {
      CS_TRY(add_inside(member, *keyword, home));
    }
  }
  return {};
}

Status Resources::add_inside(const Member& member, const Keyword& keyword, const Home& home) {
  const Home inside = child_home(home, member.key);
  const Value& value = member.value;
  const bool array = keyword.holds == Holds::kArray ||
                     (keyword.holds == Holds::kSchemaOrArray && value.is_array());
  if (array) {
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      CS_TRY(add(value.items[i], child_home(inside, std::to_string(i)), false));
    }
    return {};
  }
  if (keyword.holds != Holds::kMap && keyword.holds != Holds::kMapOrTexts) {
    return add(value, inside, false);
  }
  for (const Member& named : value.members) {
    if (keyword.holds == Holds::kMapOrTexts && named.value.is_array()) continue;
    CS_TRY(add(named.value, child_home(inside, named.key), false));
  }
  return {};
}

// $id, $schema and anchors; `home` becomes that of the schema's own resource if it has one.
Status Resources::add_identifiers(const Value& schema, Home& home, bool is_document) {
  CS_ASSIGN(const Dialect dialect, dialect_of(schema, home, 0));
  if (is_document) all_[home.resource].dialect = dialect;
  if (ignores_siblings(schema, dialect)) return {};
  const Value* id = schema.find("$id");
  if (id != nullptr && !id->is_string()) {
    return fail(unusable(home, *id, "`$id` must be a string"));
  }
  if (id != nullptr) {
    const std::string uri = resolve_uri(all_[home.resource].uri, id->text);
    const SplitUri split = split_fragment(uri);
    if (is_document) {
      all_[home.resource].uri = split.uri;
    } else if (!id->text.starts_with('#')) {
      all_.push_back({std::string(split.uri), all_[home.resource].file, &schema, dialect, {}, {}});
      home = Home{all_.size() - 1, ""};
    }
    by_uri_.emplace(split.uri, home.resource);
    if (!split.fragment.empty()) {
      if (dialect.draft != Draft::k7) {
        return fail(unusable(home, *id, "`$id` has a fragment; `$anchor` gives a name"));
      }
      CS_TRY(add_anchor(schema, home, split.fragment, false));
    }
  }
  if (dialect.draft == Draft::k7) return {};
  for (const char* const keyword : {"$anchor", "$dynamicAnchor"}) {
    const Value* name = schema.find(keyword);
    if (name == nullptr) continue;
    if (!name->is_string()) {
      return fail(unusable(home, *name, fmt::format("`{}` must be a string", keyword)));
    }
    CS_TRY(add_anchor(schema, home, name->text, std::string_view(keyword) != "$anchor"));
  }
  return {};
}

Status Resources::add_anchor(const Value& schema, const Home& home, std::string_view name,
                             bool dynamic) {
  Resource& resource = all_[home.resource];
  const auto [entry, fresh] = resource.anchors.emplace(name, &schema);
  if (!fresh && entry->second != &schema) {
    return fail(unusable(home, schema, "the anchor " + code(name) + " is given twice"));
  }
  if (dynamic) resource.dynamic_anchors.emplace(name, &schema);
  return {};
}

Result<Dialect> Resources::dialect_of(const Value& schema, const Home& home, int depth) {
  Dialect dialect = all_[home.resource].dialect;
  if (options_.formats == Formats::kAssert) dialect.asserts_format = true;
  const Value* named = schema.find("$schema");
  if (named == nullptr) return dialect;
  if (!named->is_string()) return fail(unusable(home, *named, "`$schema` must be a string"));
  const std::string uri(split_fragment(named->text).uri);
  auto found = custom_dialect(uri, depth);
  if (!found) {
    Error error =
        unusable(home, *named,
                 "the schema is written in " + code(named->text) + ", which is not known here");
    error.causes.push_back(found.error().message);
    error.hints.push_back("known are " + std::string(kSchema202012) + " and " +
                          std::string(kSchema7) + "#");
    return fail(std::move(error));
  }
  if (options_.formats == Formats::kAssert) found->asserts_format = true;
  return *found;
}

// What the metaschema at `uri` says its schemas are written in.
Result<Dialect> Resources::custom_dialect(const std::string& uri, int depth) {
  if (uri == kSchema202012) return Dialect{};
  if (uri == kSchema7) return Dialect{.draft = Draft::k7};
  if (!options_.load || depth >= kMaxMetaschemas) {
    return fail(ErrorCode::kSchemaUnusable, "its metaschema is not at hand");
  }
  CS_ASSIGN(const auto document, options_.load(uri));
  const Value& metaschema = document->root();
  Dialect dialect;
  if (const Value* own = metaschema.find("$schema"); own != nullptr && own->is_string()) {
    CS_ASSIGN(dialect, custom_dialect(std::string(split_fragment(own->text).uri), depth + 1));
  }
  const Value* vocabularies = metaschema.find("$vocabulary");
  if (vocabularies == nullptr || dialect.draft == Draft::k7) return dialect;
  dialect = Dialect{.applies = false, .validates = false};
  for (const Member& member : vocabularies->members) {
    std::string_view name = member.key;
    const bool known = name.starts_with(kVocabularies);
    if (known) name.remove_prefix(kVocabularies.size());
    if (known && name == "applicator") dialect.applies = true;
    if (known && name == "validation") dialect.validates = true;
    if (known && name == "format-assertion") dialect.asserts_format = true;
    if (!known && member.value.is_bool() && member.value.boolean) {
      return fail(ErrorCode::kSchemaUnusable,
                  "it needs the vocabulary " + code(member.key) + ", which is not evaluated");
    }
  }
  return dialect;
}

Result<std::size_t> Resources::resource_of(const std::string& uri) {
  if (const auto found = by_uri_.find(uri); found != by_uri_.end()) return found->second;
  if (!options_.load) return fail(ErrorCode::kSchemaUnusable, code(uri) + " is not at hand");
  auto document = options_.load(uri);
  if (!document) {
    Error error = std::move(document).error();
    error.code = ErrorCode::kSchemaUnusable;
    return fail(std::move(error));
  }
  loaded_.push_back(*document);
  const std::size_t index = all_.size();
  CS_TRY(add_document((*document)->root(), uri, uri));
  return index;
}

Result<const Value*> Resources::find(std::size_t from, std::string_view reference) {
  const std::string full = resolve_uri(all_[from].uri, reference);
  const SplitUri split = split_fragment(full);
  CS_ASSIGN(const std::size_t resource, resource_of(std::string(split.uri)));
  const auto fragment = percent_decoded(split.fragment);
  if (!fragment) return fail(ErrorCode::kSchemaUnusable, code(reference) + " has a wrong escape");
  if (fragment->empty()) return all_[resource].root;
  if (fragment->starts_with('/')) return walk(resource, *fragment);
  const auto& anchors = all_[resource].anchors;
  const auto anchor = anchors.find(*fragment);
  if (anchor != anchors.end()) return anchor->second;
  return fail(ErrorCode::kSchemaUnusable, "there is no anchor " + code(*fragment));
}

Result<const Value*> Resources::walk(std::size_t resource, std::string_view pointer) {
  const Value* at = all_[resource].root;
  Home home = homes_.at(at);
  while (!pointer.empty()) {
    const auto token = take_token(pointer);
    if (!token) return fail(ErrorCode::kSchemaUnusable, "its pointer has a wrong escape");
    at = child_of(*at, *token);
    if (at == nullptr) {
      return fail(ErrorCode::kSchemaUnusable,
                  "there is no " + code(*token) + " in " +
                      code(all_[home.resource].uri + "#" + home.pointer));
    }
    home = child_home(home, *token);
    if (const auto known = homes_.find(at); known != homes_.end()) home = known->second;
  }
  // Under a keyword that is not known, so nobody has looked inside.
  if (homes_.find(at) == homes_.end()) CS_TRY(add(*at, home, false));
  return at;
}

std::string Resources::location(const Value& schema) const {
  const Home& where = home(schema);
  const std::string& uri = all_[where.resource].uri;
  return (uri == CompileOptions().uri ? "" : uri) + "#" + where.pointer;
}

}  // namespace claudestep::schema

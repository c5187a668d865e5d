// Owns: how each keyword becomes a rule: one function a keyword, the table of them in keywords.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "schema/program.h"
#include "schema/validator.h"

namespace claudestep::schema {

enum class Draft : std::uint8_t { k7, k202012 };

// What the schemas of one resource are written in.
struct Dialect {
  Draft draft = Draft::k202012;
  bool applies = true;    // the applicator and unevaluated vocabularies
  bool validates = true;  // the validation vocabulary
  bool asserts_format = false;

  bool operator==(const Dialect&) const = default;
};

class Compiler;

// A keyword where it stands.
struct Site {
  Compiler& compiler;
  const Value& schema;    // the object that holds the keyword
  const Member& keyword;  // in it
  const Dialect& dialect;
  const std::string& file;

  [[nodiscard]] const Value& value() const { return keyword.value; }
  [[nodiscard]] const Value* sibling(std::string_view name) const { return schema.find(name); }
  // The node of a schema inside this one, of a reference.
  [[nodiscard]] Result<const Node*> node(const Value& subschema) const;
  [[nodiscard]] Result<const Node*> target(std::string_view reference) const;
  // Whether `reference` leads to a dynamic anchor, and that one's name then.
  [[nodiscard]] Result<std::optional<std::string>> dynamic_anchor(std::string_view reference) const;
  [[nodiscard]] Error unusable(std::string message) const;
  [[nodiscard]] Error unusable(const Value& where, std::string message) const;
};

// The rule, or null where there is nothing to hold an instance to.
using Built = Result<std::unique_ptr<Rule>>;

[[nodiscard]] Result<std::size_t> whole_number(const Site& site, const Value& value);
[[nodiscard]] Result<std::vector<std::string>> texts(const Site& site, const Value& value);
[[nodiscard]] Result<std::vector<const Node*>> nodes(const Site& site, const Value& value);

Built build_type(const Site& site);
Built build_enum(const Site& site);
Built build_const(const Site& site);
Built build_format(const Site& site);
Built build_pattern(const Site& site);
Built build_size(const Site& site);   // minLength, maxItems and their like
Built build_bound(const Site& site);  // minimum, exclusiveMaximum and their like
Built build_multiple_of(const Site& site);
Built build_required(const Site& site);
Built build_dependent_required(const Site& site);
Built build_dependent_schemas(const Site& site);
Built build_dependencies(const Site& site);
Built build_properties(const Site& site);
Built build_pattern_properties(const Site& site);
Built build_additional_properties(const Site& site);
Built build_property_names(const Site& site);
Built build_unevaluated_properties(const Site& site);
Built build_prefix_items(const Site& site);
Built build_items(const Site& site);
Built build_additional_items(const Site& site);
Built build_contains(const Site& site);
Built build_unique_items(const Site& site);
Built build_unevaluated_items(const Site& site);
Built build_all_of(const Site& site);
Built build_any_of(const Site& site);
Built build_one_of(const Site& site);
Built build_not(const Site& site);
Built build_if(const Site& site);
Built build_ref(const Site& site);
Built build_dynamic_ref(const Site& site);

enum class Vocabulary : std::uint8_t { kCore, kApplicator, kValidation, kFormat, kAnnotation };

// How schemas are found inside the value of a keyword.
enum class Holds : std::uint8_t { kNone, kSchema, kArray, kMap, kSchemaOrArray, kMapOrTexts };

struct Keyword {
  std::string_view name;
  bool in_7;
  bool in_202012;
  Vocabulary vocabulary;
  Holds holds;
  Built (*build)(const Site&);  // null for one that holds an instance to nothing by itself
  bool last = false;            // needs to know what the others have evaluated
};

// The keyword of that name in that draft, or null.
[[nodiscard]] const Keyword* find_keyword(std::string_view name, Draft draft);

}  // namespace claudestep::schema

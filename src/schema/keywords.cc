#include <algorithm>
#include <array>

#include "schema/builders.h"

namespace claudestep::schema {
namespace {

using enum Vocabulary;
using enum Holds;

// Every keyword of both drafts. One without a builder is read together with another, or says
// nothing about instances.
constexpr std::array kKeywords{
    Keyword{"$schema", true, true, kCore, kNone, nullptr},
    Keyword{"$id", true, true, kCore, kNone, nullptr},
    Keyword{"$anchor", false, true, kCore, kNone, nullptr},
    Keyword{"$dynamicAnchor", false, true, kCore, kNone, nullptr},
    Keyword{"$ref", true, true, kCore, kNone, build_ref},
    Keyword{"$dynamicRef", false, true, kCore, kNone, build_dynamic_ref},
    Keyword{"$vocabulary", false, true, kCore, kNone, nullptr},
    Keyword{"$comment", true, true, kCore, kNone, nullptr},
    Keyword{"$defs", false, true, kCore, kMap, nullptr},
    Keyword{"definitions", true, true, kCore, kMap, nullptr},
    Keyword{"type", true, true, kValidation, kNone, build_type},
    Keyword{"enum", true, true, kValidation, kNone, build_enum},
    Keyword{"const", true, true, kValidation, kNone, build_const},
    Keyword{"multipleOf", true, true, kValidation, kNone, build_multiple_of},
    Keyword{"maximum", true, true, kValidation, kNone, build_bound},
    Keyword{"exclusiveMaximum", true, true, kValidation, kNone, build_bound},
    Keyword{"minimum", true, true, kValidation, kNone, build_bound},
    Keyword{"exclusiveMinimum", true, true, kValidation, kNone, build_bound},
    Keyword{"maxLength", true, true, kValidation, kNone, build_size},
    Keyword{"minLength", true, true, kValidation, kNone, build_size},
    Keyword{"pattern", true, true, kValidation, kNone, build_pattern},
    Keyword{"maxItems", true, true, kValidation, kNone, build_size},
    Keyword{"minItems", true, true, kValidation, kNone, build_size},
    Keyword{"uniqueItems", true, true, kValidation, kNone, build_unique_items},
    Keyword{"maxContains", false, true, kValidation, kNone, nullptr},
    Keyword{"minContains", false, true, kValidation, kNone, nullptr},
    Keyword{"maxProperties", true, true, kValidation, kNone, build_size},
    Keyword{"minProperties", true, true, kValidation, kNone, build_size},
    Keyword{"required", true, true, kValidation, kNone, build_required},
    Keyword{"dependentRequired", false, true, kValidation, kNone, build_dependent_required},
    Keyword{"allOf", true, true, kApplicator, kArray, build_all_of},
    Keyword{"anyOf", true, true, kApplicator, kArray, build_any_of},
    Keyword{"oneOf", true, true, kApplicator, kArray, build_one_of},
    Keyword{"not", true, true, kApplicator, kSchema, build_not},
    Keyword{"if", true, true, kApplicator, kSchema, build_if},
    Keyword{"then", true, true, kApplicator, kSchema, nullptr},
    Keyword{"else", true, true, kApplicator, kSchema, nullptr},
    Keyword{"dependentSchemas", false, true, kApplicator, kMap, build_dependent_schemas},
    Keyword{"dependencies", true, false, kApplicator, kMapOrTexts, build_dependencies},
    Keyword{"prefixItems", false, true, kApplicator, kArray, build_prefix_items},
    Keyword{"items", false, true, kApplicator, kSchema, build_items},
    Keyword{"items", true, false, kApplicator, kSchemaOrArray, build_items},
    Keyword{"additionalItems", true, false, kApplicator, kSchema, build_additional_items},
    Keyword{"contains", true, true, kApplicator, kSchema, build_contains},
    Keyword{"properties", true, true, kApplicator, kMap, build_properties},
    Keyword{"patternProperties", true, true, kApplicator, kMap, build_pattern_properties},
    Keyword{"additionalProperties", true, true, kApplicator, kSchema, build_additional_properties},
    Keyword{"propertyNames", true, true, kApplicator, kSchema, build_property_names},
    Keyword{"unevaluatedItems", false, true, kApplicator, kSchema, build_unevaluated_items, true},
    Keyword{"unevaluatedProperties", false, true, kApplicator, kSchema,
            build_unevaluated_properties, true},
    Keyword{"format", true, true, kFormat, kNone, build_format},
    Keyword{"contentEncoding", true, true, kAnnotation, kNone, nullptr},
    Keyword{"contentMediaType", true, true, kAnnotation, kNone, nullptr},
    Keyword{"contentSchema", false, true, kAnnotation, kSchema, nullptr},
    Keyword{"title", true, true, kAnnotation, kNone, nullptr},
    Keyword{"description", true, true, kAnnotation, kNone, nullptr},
    Keyword{"default", true, true, kAnnotation, kNone, nullptr},
    Keyword{"deprecated", false, true, kAnnotation, kNone, nullptr},
    Keyword{"examples", true, true, kAnnotation, kNone, nullptr},
    Keyword{"readOnly", true, true, kAnnotation, kNone, nullptr},
    Keyword{"writeOnly", true, true, kAnnotation, kNone, nullptr},
};

}  // namespace

const Keyword* find_keyword(std::string_view name, Draft draft) {
  const auto* const found =
      std::find_if(kKeywords.begin(), kKeywords.end(), [&](const Keyword& keyword) {
        return keyword.name == name && (draft == Draft::k7 ? keyword.in_7 : keyword.in_202012);
      });
  return found == kKeywords.end() ? nullptr : found;
}

}  // namespace claudestep::schema

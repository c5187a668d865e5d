#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/documents/schema_support.h"

namespace claudestep::schema {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Sentence {
  std::string schema;
  std::string instance;
  std::string finding;
};

class SchemaSays : public testing::TestWithParam<Sentence> {};

TEST_P(SchemaSays, AWholeSentenceWithItsPlaces) {
  EXPECT_THAT(findings_of(GetParam().schema, GetParam().instance), ElementsAre(GetParam().finding));
}

INSTANTIATE_TEST_SUITE_P(
    Values, SchemaSays,
    testing::Values(
        Sentence{R"({"type":"string"})", "5",
                 "1:1  the document is the number `5`; expected a string (in quotes it is a "
                 "string) [#/type]"},
        Sentence{R"({"properties":{"a":{"type":["integer","null"]}}})", "{\n \"a\": 1.5}",
                 "2:7 /a `a` is the number `1.5`; expected null or a whole number "
                 "[#/properties/a/type]"},
        Sentence{R"({"properties":{"priority":{"enum":["critical","high","medium","low"]}}})",
                 R"({"priority":"hihg"})",
                 "1:13 /priority `priority` is `hihg`; expected one of critical, high, medium, low "
                 "(did you mean `high`?) [#/properties/priority/enum]"},
        Sentence{R"({"const":{"a":1}})", "[]",
                 "1:1  the document is an array; expected an object [#/const]"},
        Sentence{R"({"properties":{"id":{"pattern":"^[a-z]+$"}}})", R"({"id":"A\u001b"})",
                 "1:7 /id `id` is `A\\x1b`; expected text that matches `^[a-z]+$` "
                 "[#/properties/id/pattern]"},
        Sentence{R"({"properties":{"s":{"pattern":"^(?:[Oo]ff|[Oo][Nn]_[Hh][Oo][Ll][Dd])$"}}})",
                 R"({"s":"on_hodl"})",
                 "1:6 /s `s` is `on_hodl`; expected one of off, on_hold (did you mean `on_hold`?) "
                 "[#/properties/s/pattern]"},
        Sentence{R"({"pattern":"^(?:a|[bc])$"})", R"("d")",
                 "1:1  the document is `d`; expected text that matches `^(?:a|[bc])$` [#/pattern]"},
        Sentence{R"({"properties":{"name":{"minLength":3}}})", R"({"name":"é漢"})",
                 "1:9 /name `name` has 2 characters; expected at least 3 "
                 "[#/properties/name/minLength]"},
        Sentence{R"({"properties":{"n":{"maximum":20}}})", R"({"n":25})",
                 "1:6 /n `n` is `25`; expected at most 20 [#/properties/n/maximum]"},
        Sentence{R"({"exclusiveMinimum":0})", "0.0",
                 "1:1  the document is `0.0`; expected more than 0 [#/exclusiveMinimum]"},
        Sentence{R"({"multipleOf":0.5})", "0.75",
                 "1:1  the document is `0.75`; expected a multiple of 0.5 [#/multipleOf]"},
        Sentence{R"({"items":{"minItems":1}})", "[[1],[]]",
                 "1:6 /1 `[1]` has no item; expected at least 1 [#/items/minItems]"},
        Sentence{R"({"uniqueItems":true})", R"([1,{"a":1,"b":2},{"b":2.0,"a":1}])",
                 "1:18 /2 `[2]` is the same as item 1 of the document; expected each only once "
                 "[#/uniqueItems]"}));

INSTANTIATE_TEST_SUITE_P(
    Members, SchemaSays,
    testing::Values(
        Sentence{R"({"properties":{"qa":{"items":{"required":["done_when"]}}}})",
                 "{\"qa\": [\n  {\"id\": 1}]}",
                 "2:3 /qa/0 `done_when` is missing in `qa[0]` "
                 "[#/properties/qa/items/required]"},
        Sentence{R"({"properties":{"title":true},"additionalProperties":false})", R"({ "titel":1})",
                 "1:3 /titel `titel` is no member of the document (did you mean `title`?) "
                 "[#/additionalProperties]"},
        Sentence{R"({"properties":{"a":false}})", R"({"a":1})",
                 "1:2 /a `a` is not allowed here [#/properties/a]"},
        Sentence{R"({"propertyNames":{"maxLength":2}})", R"({"abc":1})",
                 "1:2 /abc the name `abc` has 3 characters; expected at most 2 "
                 "[#/propertyNames/maxLength]"},
        Sentence{R"({"dependentRequired":{"a":["b"]}})", R"({"a":1})",
                 "1:1  `b` is missing in the document, which has `a` [#/dependentRequired]"},
        Sentence{R"({"maxProperties":1})", R"({"a":1,"b":2})",
                 "1:1  the document has 2 members; expected at most 1 [#/maxProperties]"},
        Sentence{R"({"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false})",
                 R"({"a":1,"b/~":2})",
                 "1:8 /b~1~0 `b/~` is no member of the document [#/unevaluatedProperties]"},
        Sentence{R"({"prefixItems":[true],"unevaluatedItems":{"type":"null"}})", "[1,null,2]",
                 "1:9 /2 `[2]` is the number `2`; expected null [#/unevaluatedItems/type]"},
        Sentence{R"({"contains":{"const":1},"minContains":2})", "[1,2]",
                 "1:1  the document has 1 item of the kind that `contains` describes; expected at "
                 "least 2 [#/minContains]"},
        Sentence{R"({"contains":{"const":1},"maxContains":1})", "[1,1]",
                 "1:1  the document has 2 items of the kind that `contains` describes; expected at "
                 "most 1 [#/maxContains]"},
        Sentence{R"({"contains":{"const":1},"maxContains":1})", "[2]",
                 "1:1  the document has no item of the kind that `contains` describes; expected at "
                 "least 1 [#/contains]"},
        Sentence{R"({"prefixItems":[true],"unevaluatedItems":false})", "[1,2]",
                 "1:4 /1 `[1]` is an item that no part of the schema is about "
                 "[#/unevaluatedItems]"}));

INSTANTIATE_TEST_SUITE_P(
    Logic, SchemaSays,
    testing::Values(
        // The only branch that is about objects speaks.
        Sentence{R"({"anyOf":[{"type":"string"},{"type":"object","required":["a"]}]})", "{}",
                 "1:1  `a` is missing in the document [#/anyOf/1/required]"},
        Sentence{R"({"anyOf":[{"type":"string"},{"type":"null"}]})", "1",
                 "1:1  the document fits none of the 2 forms that it may have: the document is the "
                 "number `1`; expected a string; or the document is the number `1`; expected null "
                 "[#/anyOf]"},
        Sentence{
            R"({"oneOf":[{"minimum":1},{"maximum":5},{"const":0}]})", "3",
            "1:1  the document fits the forms 1, 2 of `oneOf`; expected exactly one [#/oneOf]"},
        Sentence{R"({"not":{"type":"null"}})", "null",
                 "1:1  the document is what `not` rules out [#/not]"},
        Sentence{R"({"if":{"required":["a"]},"then":{"required":["b"]}})", R"({"a":1})",
                 "1:1  `b` is missing in the document [#/then/required]"},
        Sentence{R"({"$id":"https://x.org/s","$ref":"#/$defs/n","$defs":{"n":{"type":"null"}}})",
                 "[]",
                 "1:1  the document is an array; expected null [https://x.org/s#/$defs/n/type]"},
        Sentence{"false", "1", "1:1  the document is not allowed here [#]"}));

class SchemaIsUnusable : public testing::TestWithParam<Sentence> {};

TEST_P(SchemaIsUnusable, WithPlaceAndReason) {
  EXPECT_THAT(findings_of(GetParam().schema, "{}"), ElementsAre(GetParam().finding));
}

INSTANTIATE_TEST_SUITE_P(
    Schema, SchemaIsUnusable,
    testing::Values(
        Sentence{"5", "",
                 "schema.json:1:1: a schema is an object, true or false; this is a number"},
        Sentence{
            R"({"type":"strng"})", "",
            "schema.json:1:9: `type` needs one of null, boolean, object, array, number, string, "
            "integer"},
        Sentence{R"({"properties":{"a":1}})", "",
                 "schema.json:1:20: a schema is an object, true or false; `properties` has a "
                 "number"},
        Sentence{R"({"minLength":-1})", "",
                 "schema.json:1:14: `minLength` needs a whole number from 0"},
        Sentence{R"({"required":"a"})", "",
                 "schema.json:1:13: `required` needs an array of strings"},
        Sentence{R"({"allOf":[]})", "", "schema.json:1:10: `allOf` needs an array of schemas"},
        Sentence{
            R"({"pattern":"(a"})", "",
            "schema.json:1:12: `(a` is no regular expression that can be used; missing closing "
            "parenthesis"},
        Sentence{R"({"pattern":"^a{2,65536}"})", "",
                 "schema.json:1:12: `^a{2,65536}` is no regular expression that can be used; it "
                 "counts to more than 65535 in braces"},
        Sentence{R"({"$ref":"#/$defs/x"})", "",
                 "schema.json:1:9: the reference `#/$defs/x` leads nowhere; there is no `$defs` in "
                 "`schema:#`"},
        Sentence{R"({"$ref":"#x"})", "",
                 "schema.json:1:9: the reference `#x` leads nowhere; there is no anchor `x`"},
        Sentence{R"({"$ref":"https://example.com/a.json"})", "",
                 "schema.json:1:9: the reference `https://example.com/a.json` leads nowhere; "
                 "`https://example.com/a.json` is no schema of this program"},
        Sentence{R"({"$schema":"http://json-schema.org/draft-04/schema#"})", "",
                 "schema.json:1:12: the schema is written in "
                 "`http://json-schema.org/draft-04/schema#`, which is not known here; "
                 "`http://json-schema.org/draft-04/schema` is no schema of this program"},
        Sentence{R"({"$ref":"#"})", "",
                 ": the schema cannot be applied to this document; its references go in a circle "
                 "at #, or schemas nest past 1000"}));

TEST(SchemaFindings, KeywordsOfOtherDraftsAreAnnotations) {
  EXPECT_THAT(findings_of(R"({"dependencies":{"a":["b"]},"x-own":5})", R"({"a":1})"), IsEmpty());
  EXPECT_THAT(findings_of(R"({"$schema":"http://json-schema.org/draft-07/schema#",
                              "dependencies":{"a":["b"]},"unevaluatedProperties":false})",
                          R"({"a":1})"),
              ElementsAre(testing::HasSubstr("`b` is missing in the document, which has `a`")));
}

TEST(SchemaFindings, FormatIsAnAnnotationUnlessAsserted) {
  const std::string schema = R"({"format":"date"})";
  EXPECT_THAT(findings_of(schema, R"("no date")"), IsEmpty());
  CompileOptions asserted;
  asserted.formats = Formats::kAssert;
  EXPECT_THAT(findings_of(schema, R"("no date")", asserted),
              ElementsAre("1:1  the document is `no date`; expected a date such as 2026-01-27 "
                          "[#/format]"));
  EXPECT_THAT(findings_of(R"({"format":"colour"})", R"("no")", asserted), IsEmpty());
}

// A metaschema beside the schema says which vocabularies its schemas use.
TEST(SchemaFindings, VocabulariesAreHonoured) {
  CompileOptions options;
  options.load = [](const std::string& uri) -> Result<std::shared_ptr<const Document>> {
    const std::string vocab = "https://json-schema.org/draft/2020-12/vocab/";
    std::string text;
    if (uri == "https://x.org/assert") {
      text =
          R"({"$vocabulary":{")" + vocab + "core\":true,\"" + vocab + "format-assertion\":true}}";
    } else if (uri == "https://x.org/other") {
      text = R"({"$vocabulary":{"https://x.org/own":true}})";
    } else {
      return fail(ErrorCode::kNotFound, "not there");
    }
    CS_ASSIGN(Document document, read_json_named(text, uri));
    return std::make_shared<const Document>(std::move(document));
  };
  EXPECT_THAT(findings_of(R"({"$schema":"https://x.org/assert","type":"null","format":"date"})",
                          R"("x")", options),
              ElementsAre(testing::HasSubstr("[#/format]")));
  EXPECT_THAT(findings_of(R"({"$schema":"https://x.org/other"})", "1", options),
              ElementsAre("schema.json:1:12: the schema is written in `https://x.org/other`, which "
                          "is not known here; it needs the vocabulary `https://x.org/own`, which "
                          "is not evaluated"));
}

// The tree of the specification's own example: a strict tree made of a lax one.
TEST(SchemaFindings, DynamicReferencesFollowTheScope) {
  const std::string schema = R"({
    "$id": "https://x.org/strict", "$dynamicAnchor": "node", "$ref": "tree",
    "unevaluatedProperties": false,
    "$defs": {"tree": {"$id": "https://x.org/tree", "$dynamicAnchor": "node", "type": "object",
      "properties": {"data": true, "children": {"items": {"$dynamicRef": "#node"}}}}}})";
  EXPECT_THAT(findings_of(schema, R"({"children":[{"data":1}]})"), IsEmpty());
  EXPECT_THAT(findings_of(schema, R"({"children":[{"daat":1}]})"),
              ElementsAre("1:15 /children/0/daat `daat` is no member of `children[0]` "
                          "[https://x.org/strict#/unevaluatedProperties]"));
}

TEST(SchemaFindings, EmbeddedSchemasAreValidForTheirMetaschema) {
  const auto compiled = compile_embedded("draft-2020-12", read_json_named);
  ASSERT_TRUE(compiled.has_value()) << compiled.error().message;
  EXPECT_THAT(findings_of(R"({"$ref":"https://json-schema.org/draft/2020-12/schema"})",
                          R"({"type":"strng","properties":{"a":{"minLength":-1}}})"),
              testing::SizeIs(2));
}

}  // namespace
}  // namespace claudestep::schema

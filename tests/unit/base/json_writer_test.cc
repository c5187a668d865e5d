#include "base/json_writer.h"

#include <gtest/gtest.h>

namespace claudestep {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

void tell_sample(JsonWriter& writer) {
  writer.begin_object();
  writer.key("a").begin_array().integer(1).boolean(true).null().end_array();
  writer.key("b").begin_object().end_object();
  writer.key("c").begin_array().end_array();
  writer.key("d").begin_object().key("e").string("f").end_object();
  writer.end_object();
}

TEST(AppendJsonString, EscapesOnlyWhatMustBe) {
  EXPECT_EQ(escaped(""), R"("")");
  EXPECT_EQ(escaped("plain é 漢 😀 / \x7f"), "\"plain é 漢 😀 / \x7f\"");
  EXPECT_EQ(escaped("a\"b\\c"), R"("a\"b\\c")");
  EXPECT_EQ(escaped("\b\f\n\r\t"), R"("\b\f\n\r\t")");
  EXPECT_EQ(escaped(std::string("\0\x01\x1f", 3)), R"("\u0000\u0001\u001f")");
}

TEST(JsonWriter, Indents) {
  JsonWriter writer;
  tell_sample(writer);
  EXPECT_EQ(std::move(writer).finish(), R"({
  "a": [
    1,
    true,
    null
  ],
  "b": {},
  "c": [],
  "d": {
    "e": "f"
  }
}
)");
}

TEST(JsonWriter, IsCompact) {
  JsonWriter writer(JsonLayout::kCompact);
  tell_sample(writer);
  EXPECT_EQ(std::move(writer).finish(), R"({"a":[1,true,null],"b":{},"c":[],"d":{"e":"f"}})");
}

TEST(JsonWriter, WritesAScalarAlone) {
  JsonWriter writer;
  writer.string("x");
  EXPECT_EQ(std::move(writer).finish(), "\"x\"\n");
}

TEST(JsonWriter, RawValuesKeepTheirTokens) {
  JsonWriter writer;
  writer.begin_object().key_token(R"("\u0061")");
  writer.raw(R"({"k\":{}":[1.50,"a,]}\\",{}],"\u0062":-0,"t":true})");
  writer.key("n").raw("1e3").key("s").raw(R"("\u00e9\"")").end_object();
  EXPECT_EQ(std::move(writer).finish(), R"({
  "\u0061": {
    "k\":{}": [
      1.50,
      "a,]}\\",
      {}
    ],
    "\u0062": -0,
    "t": true
  },
  "n": 1e3,
  "s": "\u00e9\""
}
)");
}

TEST(JsonWriter, RawIsTheSameCompact) {
  const std::string text = R"({"k":[1.50,"a,]}\\",{},[]],"b":{"c":null},"t":true})";
  JsonWriter writer(JsonLayout::kCompact);
  writer.raw(text);
  EXPECT_EQ(std::move(writer).finish(), text);
}

TEST(JsonWriterDeathTest, MisuseIsABrokenInvariant) {
  EXPECT_DEATH(JsonWriter().begin_object().integer(1), "broken invariant: after_key_");
  EXPECT_DEATH(JsonWriter().begin_object().end_array(), "broken invariant");
  EXPECT_DEATH(JsonWriter().begin_array().key("a"), "broken invariant");
  EXPECT_DEATH(JsonWriter().integer(1).integer(2), "broken invariant");
  EXPECT_DEATH(JsonWriter().begin_object().key("a").end_object(), "broken invariant");
  EXPECT_DEATH(
      {
        JsonWriter writer;
        writer.begin_array();
        EXPECT_EQ(std::move(writer).finish(), "");
      },
      "broken invariant");
}

}  // namespace
}  // namespace claudestep

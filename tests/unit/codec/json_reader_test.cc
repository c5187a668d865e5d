#include "codec/json_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "codec/value_writer.h"

namespace claudestep::codec {
namespace {

using std::string_literals::operator""s;

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string plain(const Value& value) {
  JsonWriter writer(JsonLayout::kCompact);
  write_value(writer, value);
  return std::move(writer).finish();
}

// "1:5: expected ..., found ..." and its causes, a line each.
std::string refusal(std::string bytes, const JsonOptions& options = {}) {
  const auto read = read_json(std::move(bytes), options);
  if (read) return "accepted: " + plain(read->root());
  std::string out = to_string(read.error().place) + ": " + read.error().message;
  for (const std::string& cause : read.error().causes) out += "\n  " + cause;
  return out;
}

struct Accepted {
  std::string bytes;
  std::string compact;  // with strings and keys spelt plainly
};

class JsonAccepts : public testing::TestWithParam<Accepted> {};

TEST_P(JsonAccepts, AndKeepsTheValue) {
  const auto read = read_json(GetParam().bytes);
  ASSERT_TRUE(read.has_value()) << refusal(GetParam().bytes);
  EXPECT_EQ(plain(read->root()), GetParam().compact);
}

INSTANTIATE_TEST_SUITE_P(
    JsonReader, JsonAccepts,
    testing::Values(
        Accepted{"null", "null"}, Accepted{"true", "true"}, Accepted{"false", "false"},
        Accepted{"0", "0"}, Accepted{"-0", "-0"}, Accepted{"-1", "-1"}, Accepted{"10", "10"},
        Accepted{"0.10", "0.10"}, Accepted{"1.5e-05", "1.5e-05"}, Accepted{"1E+2", "1E+2"},
        Accepted{"0e0", "0e0"}, Accepted{"-0.0e-0", "-0.0e-0"},
        Accepted{"9007199254740993", "9007199254740993"},
        Accepted{"123456789012345678901234567890", "123456789012345678901234567890"},
        Accepted{"1e400", "1e400"}, Accepted{"1e-400", "1e-400"}, Accepted{R"("")", R"("")"},
        Accepted{R"("a")", R"("a")"}, Accepted{" \t\r\n1 \t\r\n", "1"},
        Accepted{"\xef\xbb\xbf{}", "{}"}, Accepted{"\xef\xbb\xbf\n[1]\r\n", "[1]"},
        Accepted{"[]", "[]"}, Accepted{"[ ]", "[]"}, Accepted{"{}", "{}"}, Accepted{"{ }", "{}"},
        Accepted{"[1,2 , 3]", "[1,2,3]"}, Accepted{"[[],[[]],{}]", "[[],[[]],{}]"},
        Accepted{R"({"a":1})", R"({"a":1})"}, Accepted{R"({"":0})", R"({"":0})"},
        Accepted{R"({"a" : {"a" : [{"a":null}]}})", R"({"a":{"a":[{"a":null}]}})"},
        Accepted{R"({"a":1,"A":2,"a ":3})", R"({"a":1,"A":2,"a ":3})"},
        Accepted{R"("\"\\\/\b\f\n\r\t")", R"("\"\\/\b\f\n\r\t")"},
        Accepted{R"("\u0041\u00e9\u6f22")", R"("Aé漢")"},
        Accepted{R"("\u00E9\uABCD")", "\"é\uabcd\""}, Accepted{R"("\ud83d\ude00")", R"("😀")"},
        Accepted{R"("\uD83D\uDE00!")", R"("😀!")"}, Accepted{R"("\u0000")", R"("\u0000")"},
        Accepted{R"("\udbff\udfff")", "\"\U0010ffff\""}, Accepted{R"("\uffff")", "\"\uffff\""},
        Accepted{"\"\x7f\"", "\"\x7f\""}, Accepted{"\"é漢😀\"", "\"é漢😀\""},
        Accepted{"\"\xef\xbb\xbf\"", "\"\xef\xbb\xbf\""},
        Accepted{R"({"\u0061":1,"b":2})", R"({"a":1,"b":2})"},
        Accepted{R"("long enough to be scanned eight bytes at a time")",
                 R"("long enough to be scanned eight bytes at a time")"},
        Accepted{"[true,false,null,-1.25]", "[true,false,null,-1.25]"},
        Accepted{repeat("[", 128) + repeat("]", 128), repeat("[", 128) + repeat("]", 128)},
        Accepted{"{\n                    \"a\"\n:\n  1\n}", R"({"a":1})"}));

struct Refused {
  std::string bytes;
  std::string message;
};

class JsonRefuses : public testing::TestWithParam<Refused> {};

TEST_P(JsonRefuses, WithAPlace) {
  EXPECT_EQ(refusal(GetParam().bytes), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Values, JsonRefuses,
    testing::Values(
        Refused{"", "1:1: expected a value, found nothing: the document is empty"},
        Refused{" \n ", "2:2: expected a value, found nothing: the document is empty"},
        Refused{"\xef\xbb\xbf", "1:1: expected a value, found nothing: the document is empty"},
        Refused{"\xef\xbb\xbf\xef\xbb\xbf{}", "1:1: expected a value, found '\\ufeff'"},
        Refused{"{} {}", "1:4: expected nothing after the value, found '{'"},
        Refused{"1 2", "1:3: expected nothing after the value, found '2'"},
        Refused{"[]]", "1:3: expected nothing after the value, found ']'"},
        Refused{"{}}", "1:3: expected nothing after the value, found '}'"},
        Refused{"{}\0"s, "1:3: expected nothing after the value, found '\\x00'"},
        Refused{"\0"s, "1:1: expected a value, found '\\x00'"},
        Refused{"nul", "1:1: expected a value, found 'nul'"},
        Refused{"nulll", "1:1: expected a value, found 'nulll'"},
        Refused{"True", "1:1: expected a value, found 'True'"},
        Refused{"FALSE", "1:1: expected a value, found 'FALSE'"},
        Refused{"NaN", "1:1: expected a value, found 'NaN'"},
        Refused{"Infinity", "1:1: expected a value, found 'Infinity'"},
        Refused{"undefined", "1:1: expected a value, found 'undefined'"},
        Refused{"abc", "1:1: expected a value, found 'abc'"},
        Refused{"'a'", "1:1: expected a value, found a single quote"},
        Refused{"// no\n1", "1:1: expected a value, found '/'"},
        Refused{"[1] // no", "1:5: expected nothing after the value, found '/'"},
        Refused{"\xc2\xa0[]", "1:1: expected a value, found '\xc2\xa0'"},
        Refused{"é", "1:1: expected a value, found 'é'"},
        Refused{"\xff", "1:1: expected a value, found the byte 0xff, which is not UTF-8"},
        Refused{"\f[]", "1:1: expected a value, found '\\x0c'"}));

INSTANTIATE_TEST_SUITE_P(
    Containers, JsonRefuses,
    testing::Values(
        Refused{"[",
                "1:2: expected a value or ']', found the end of the document\n"
                "  the array that starts at line 1, column 1 is not closed"},
        Refused{"{",
                "1:2: expected a key in double quotes or '}', found the end of the document\n"
                "  the object that starts at line 1, column 1 is not closed"},
        Refused{"[1",
                "1:3: expected ',' or ']' after an item, found the end of the document\n"
                "  the array that starts at line 1, column 1 is not closed"},
        Refused{"[1,",
                "1:4: expected a value after ',', found the end of the document\n"
                "  the array that starts at line 1, column 1 is not closed"},
        Refused{R"({"a")",
                "1:5: expected ':' after the key 'a', found the end of the document\n"
                "  the object that starts at line 1, column 1 is not closed"},
        Refused{"{\"a\":\n{\"b\":1",
                "2:7: expected ',' or '}' after a member, found the end of the document\n"
                "  the object that starts at line 2, column 1 is not closed"},
        Refused{R"({"a":)",
                "1:6: expected a value, found the end of the document\n"
                "  the object that starts at line 1, column 1 is not closed"},
        Refused{"[,1]", "1:2: expected a value or ']', found ','"},
        Refused{"[1,]", "1:4: expected a value after ',', found ']'"},
        Refused{"[1,,2]", "1:4: expected a value after ',', found ','"},
        Refused{"[1 2]", "1:4: expected ',' or ']' after an item, found '2'"},
        Refused{"[1:2]", "1:3: expected ',' or ']' after an item, found ':'"},
        Refused{"[1}", "1:3: expected ',' or ']' after an item, found '}'"},
        Refused{"[}", "1:2: expected a value or ']', found '}'"},
        Refused{"{]", "1:2: expected a key in double quotes or '}', found ']'"},
        Refused{R"({"a":1,})", "1:8: expected a key in double quotes after ',', found '}'"},
        Refused{R"({,"a":1})", "1:2: expected a key in double quotes or '}', found ','"},
        Refused{R"({"a":1 "b":2})", "1:8: expected ',' or '}' after a member, found '\"'"},
        Refused{R"({"a":1])", "1:7: expected ',' or '}' after a member, found ']'"},
        Refused{R"({"a" 1})", "1:6: expected ':' after the key 'a', found '1'"},
        Refused{R"({"a"::1})", "1:6: expected a value, found ':'"},
        Refused{R"({"a":})", "1:6: expected a value, found '}'"},
        Refused{"{a:1}", "1:2: expected a key in double quotes or '}', found 'a'"},
        Refused{"{'a':1}", "1:2: expected a key in double quotes or '}', found a single quote"},
        Refused{"{1:1}", "1:2: expected a key in double quotes or '}', found '1'"},
        Refused{"{null:1}", "1:2: expected a key in double quotes or '}', found 'null'"},
        Refused{"[[1, 2\n, ]]", "2:3: expected a value after ',', found ']'"},
        Refused{"]", "1:1: expected a value, found ']'"},
        Refused{",", "1:1: expected a value, found ','"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, JsonRefuses,
    testing::Values(
        Refused{"-", "1:2: expected a digit after '-', found the end of the document"},
        Refused{"+1", "1:1: expected a value, found '+'"},
        Refused{"-a", "1:2: expected a digit after '-', found 'a'"},
        Refused{"--1", "1:2: expected a digit after '-', found '-'"},
        Refused{"01", "1:2: expected no digit after a leading zero, found '1'"},
        Refused{"-01", "1:3: expected no digit after a leading zero, found '1'"},
        Refused{"[1.]", "1:4: expected a digit after the decimal point, found ']'"},
        Refused{".5", "1:1: expected a value, found '.'"},
        Refused{"1.e1", "1:3: expected a digit after the decimal point, found 'e1'"},
        Refused{"1e", "1:3: expected a digit in the exponent, found the end of the document"},
        Refused{"1e+", "1:4: expected a digit in the exponent, found the end of the document"},
        Refused{"1e1.5", "1:4: expected nothing after the value, found '.'"},
        Refused{"0x10", "1:2: expected the end of the number, found 'x10'"},
        Refused{"1_000", "1:2: expected the end of the number, found '_000'"},
        Refused{"-Infinity", "1:2: expected a digit after '-', found 'Infinity'"},
        Refused{"1 000", "1:3: expected nothing after the value, found '000'"}));

INSTANTIATE_TEST_SUITE_P(
    Strings, JsonRefuses,
    testing::Values(
        Refused{"\"", "1:1: the string that starts here is not closed"},
        Refused{"[\"abc",
                "1:2: the string that starts here is not closed\n"
                "  the array that starts at line 1, column 1 is not closed"},
        Refused{R"("\")", "1:1: the string that starts here is not closed"},
        Refused{"\"a\nb\"",
                "1:3: a control character (U+000A) in a string; expected an escape such as \\n"},
        Refused{"\"a\tb\"",
                "1:3: a control character (U+0009) in a string; expected an escape such as \\n"},
        Refused{"\"\0\""s,
                "1:2: a control character (U+0000) in a string; expected an escape such as \\n"},
        Refused{R"("é\x")",
                "1:3: expected an escape such as \\n or \\u00e9, found a backslash and 'x'"},
        Refused{R"("\ ")",
                "1:2: expected an escape such as \\n or \\u00e9, found a backslash and ' '"},
        Refused{"\"\\",
                "1:2: expected an escape such as \\n or \\u00e9, found a backslash and the end of "
                "the document"},
        Refused{R"("\U0041")",
                "1:2: expected an escape such as \\n or \\u00e9, found a backslash and 'U0041'"},
        Refused{R"("\u00")", "1:6: expected four hex digits after \\u, found '\"'"},
        Refused{R"("\u00g0")", "1:6: expected four hex digits after \\u, found 'g0'"},
        Refused{R"("\u)", "1:4: expected four hex digits after \\u, found the end of the document"},
        Refused{R"("\ud800")", "1:2: the escape \\ud800 is half of a surrogate pair"},
        Refused{R"("\udc00")", "1:2: the escape \\udc00 is half of a surrogate pair"},
        Refused{R"("\ud800x")", "1:2: the escape \\ud800 is half of a surrogate pair"},
        Refused{R"("\ud800\n")", "1:2: the escape \\ud800 is half of a surrogate pair"},
        Refused{R"("\ud800\ud800")", "1:2: the escape \\ud800 is half of a surrogate pair"},
        Refused{R"("\ud800\u0041")", "1:2: the escape \\ud800 is half of a surrogate pair"},
        Refused{R"("\udc00\ud800")", "1:2: the escape \\udc00 is half of a surrogate pair"},
        Refused{R"("\ud800\u00zz")", "1:12: expected four hex digits after \\u, found 'zz'"},
        Refused{"\"é\xff\"", "1:3: the byte 0xff is not valid UTF-8"},
        Refused{"\"\xc0\xaf\"", "1:2: the byte 0xc0 is not valid UTF-8"},
        Refused{"\"\xed\xa0\x80\"", "1:2: the byte 0xed is not valid UTF-8"},
        Refused{"\"\xf4\x90\x80\x80\"", "1:2: the byte 0xf4 is not valid UTF-8"},
        Refused{"\"\xe6\xbc", "1:2: the byte 0xe6 is not valid UTF-8"}));

INSTANTIATE_TEST_SUITE_P(
    Keys, JsonRefuses,
    testing::Values(
        Refused{R"({"a":1,"a":1})", "1:8: duplicate key 'a', first at line 1, column 2"},
        Refused{R"({"a":1,"\u0061":2})", "1:8: duplicate key 'a', first at line 1, column 2"},
        Refused{"{\"b\":{\"a\":1,\n\"c\":2,\n  \"a\":3}}",
                "3:3: duplicate key 'a', first at line 1, column 7"},
        Refused{R"({"":1,"":2})", "1:7: duplicate key '', first at line 1, column 2"},
        Refused{R"({"é":1,"e":2,"é":3,"e":4})",
                "1:14: duplicate key 'é', first at line 1, column 2"}));

TEST(JsonReader, PlacesNodesAndKeysInCodePoints) {
  const auto read = read_json("\xef\xbb\xbf{\"é漢\": [\r\n\t{\"😀\" : \"ü\", \"b\": -1}]}\r\n");
  ASSERT_TRUE(read.has_value());
  const Value& root = read->root();
  EXPECT_EQ(root.mark, (Mark{.line = 1, .column = 1}));
  EXPECT_EQ(root.members[0].mark, (Mark{.line = 1, .column = 2}));
  const Value& array = root.members[0].value;
  EXPECT_EQ(array.mark, (Mark{.line = 1, .column = 8}));
  const Value& inner = array.items[0];
  EXPECT_EQ(inner.mark, (Mark{.line = 2, .column = 2}));
  EXPECT_EQ(inner.members[0].mark, (Mark{.line = 2, .column = 3}));
  EXPECT_EQ(inner.members[0].value.mark, (Mark{.line = 2, .column = 9}));
  EXPECT_EQ(inner.members[1].mark, (Mark{.line = 2, .column = 14}));
  EXPECT_EQ(inner.members[1].value.mark, (Mark{.line = 2, .column = 19}));
}

TEST(JsonReader, KeepsTheTokens) {
  auto read = read_json(R"({"\u0061" : "\u00e9", "n" : 1.50 })");
  ASSERT_TRUE(read.has_value());
  const Document moved = *std::move(read);
  const Value& root = moved.root();
  EXPECT_EQ(root.members[0].source, R"("\u0061")");
  EXPECT_EQ(root.members[0].key, "a");
  EXPECT_EQ(root.members[0].value.source, R"("\u00e9")");
  EXPECT_EQ(root.members[0].value.text, "é");
  EXPECT_EQ(root.members[1].value.source, "1.50");
  EXPECT_EQ(compact_json(root), R"({"\u0061":"\u00e9","n":1.50})");
  EXPECT_EQ(plain(root), R"({"a":"é","n":1.50})");
}

TEST(JsonReader, RefusalsHaveTheFileAndTheCodeOfTheirCaller) {
  const auto stored = read_json("[", {.file = "projects/a.json"});
  ASSERT_FALSE(stored.has_value());
  EXPECT_EQ(stored.error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(to_string(stored.error().place), "projects/a.json:1:2");
  const auto given = read_json("[", {.file = "ops.json", .code = ErrorCode::kInvalidInput});
  ASSERT_FALSE(given.has_value());
  EXPECT_EQ(given.error().code, ErrorCode::kInvalidInput);
}

TEST(JsonReader, LimitsAreTold) {
  EXPECT_EQ(refusal(repeat("[", 129)), "1:129: nested deeper than 128 levels");
  EXPECT_EQ(refusal(repeat("{\"a\":", 1000000)), "1:641: nested deeper than 128 levels");
  EXPECT_EQ(refusal("[[]]", {.max_depth = 1}), "1:2: nested deeper than 1 level");
  EXPECT_EQ(refusal("[1,{\"a\":2}]", {.max_values = 4}), "1:9: more than 4 values and keys");
  EXPECT_EQ(refusal("[1,{\"a\":2}]", {.max_values = 5}), "accepted: [1,{\"a\":2}]");
}

TEST(JsonReader, ReadsAsDeepAsItIsAllowed) {
  const std::string deep = repeat("[", 5000) + repeat("]", 5000);
  EXPECT_EQ(refusal(deep, {.max_depth = 5000}), "accepted: " + deep);
}

TEST(JsonReader, FindsTheFirstDuplicateAmongManyKeys) {
  std::string bytes = "{";
  for (int i = 0; i < 100000; ++i) bytes += "\"k" + std::to_string(i) + "\":0,\n";
  const std::string unique = bytes + "\"last\":0}";
  EXPECT_EQ(refusal(unique).substr(0, 9), "accepted:");
  EXPECT_EQ(refusal(bytes + "\"k7\":0,\n\"k3\":0,\n\"k7\":1}"),
            "100001:1: duplicate key 'k7', first at line 8, column 1");
}

}  // namespace
}  // namespace claudestep::codec

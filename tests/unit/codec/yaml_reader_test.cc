#include "codec/yaml_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "base/json_writer.h"
#include "codec/value_writer.h"

namespace claudestep::codec {
namespace {

std::string yaml_as_json(std::string bytes, const YamlOptions& options = {}) {
  const auto read = read_yaml(std::move(bytes), options);
  if (!read) return to_string(read.error().place) + ": " + read.error().message;
  return compact_json(read->root());
}

// "KIND@LINE:COLUMN" of every node in document order, keys as "key@...".
std::string yaml_places(const Value& value) {
  const auto at = [](Mark mark) {
    return "@" + std::to_string(mark.line) + ":" + std::to_string(mark.column) + " ";
  };
  std::string out = std::string(describe(value.kind)) + at(value.mark);
  for (const Value& item : value.items) out += yaml_places(item);
  for (const Member& member : value.members) {
    out += member.key + at(member.mark) + yaml_places(member.value);
  }
  return out;
}

struct YamlCase {
  std::string bytes;
  std::string answer;
};

class YamlAnswers : public testing::TestWithParam<YamlCase> {};

TEST_P(YamlAnswers, Exactly) {
  EXPECT_EQ(yaml_as_json(GetParam().bytes), GetParam().answer);
}

INSTANTIATE_TEST_SUITE_P(
    Scalars, YamlAnswers,
    testing::Values(
        YamlCase{"[yes, No, on, OFF, y]", R"(["yes","No","on","OFF","y"])"},
        YamlCase{"[true, True, FALSE, tRue]", R"([true,true,false,"tRue"])"},
        YamlCase{"[~, null, Null, NULL, nULL, '']", R"([null,null,null,null,"nULL",""])"},
        YamlCase{"[1.0, '1.0', \"1\", 1]", R"([1.0,"1.0","1",1])"},
        YamlCase{"[007, +3, -0, .5, 1., -.5e3, 1e3, 0x1F, 0o17]",
                 "[7,3,-0,0.5,1,-0.5e3,1e3,31,15]"},
        YamlCase{"[2026-01-27, 12:30, 1_000, 0b1, 0x, 1e, ., +, 08:00]",
                 R"(["2026-01-27","12:30","1_000","0b1","0x","1e",".","+","08:00"])"},
        YamlCase{"a: |\n  x\n   y\n\nb: >-\n  x\n  y\n", R"({"a":"x\n y\n","b":"x y"})"},
        YamlCase{"!!str 1", R"("1")"}, YamlCase{"! 1", R"("1")"}, YamlCase{"!!int '1'", "1"},
        YamlCase{"", "null"}, YamlCase{"# nothing\n", "null"}, YamlCase{"---\n...\n", "null"},
        YamlCase{"\xef\xbb\xbf"
                 "a: é\r\nb: 漢\r\n",
                 R"({"a":"é","b":"漢"})"},
        YamlCase{".inf", "1:1: .inf is a number that JSON does not have; in quotes it is text"},
        YamlCase{"0xFFFFFFFFFFFFFFFFF",
                 "1:1: the number 0xFFFFFFFFFFFFFFFFF is larger than 64 bits hold; in quotes it "
                 "is text"},
        YamlCase{"!!int x", "1:1: 'x' is no value of the tag !!int"}));

INSTANTIATE_TEST_SUITE_P(
    Maps, YamlAnswers,
    testing::Values(
        YamlCase{"1: a\ntrue: b\n~: c\n", R"({"1":"a","true":"b","~":"c"})"},
        YamlCase{"a: &x {b: 1}\nc: *x\nd: [*x]\n", R"({"a":{"b":1},"c":{"b":1},"d":[{"b":1}]})"},
        YamlCase{"&k a: 1\nb: *k\n*k : 2\n", "3:1: duplicate key 'a', first at line 1, column 1"},
        YamlCase{"base: &b {x: 1, y: 2}\nd:\n  <<: *b\n  y: 3\n",
                 R"({"base":{"x":1,"y":2},"d":{"x":1,"y":3}})"},
        YamlCase{"<<: [{a: 1}, {a: 2, b: 2}]\nc: 3\n", R"({"a":1,"b":2,"c":3})"},
        YamlCase{"'<<': {a: 1}\n", R"({"<<":{"a":1}})"},
        YamlCase{"<<: 1\n", "1:5: expected a map, or a sequence of maps, to merge"},
        YamlCase{"a: 1\nb: 2\n'a': 3\n", "3:1: duplicate key 'a', first at line 1, column 1"},
        YamlCase{"{a: 1, b: {c: 1, c: 2}}", "1:18: duplicate key 'c', first at line 1, column 12"},
        YamlCase{"? [a]\n: b\n", "1:3: expected a key that is text, found a sequence"},
        YamlCase{"{a: 1}: b", "1:1: expected a key that is text, found a map"},
        YamlCase{"a: &x [*x]", "1:8: an alias inside the value that it stands for"},
        YamlCase{"a: *b", "1:4: expected an anchor that stands before the alias"}));

INSTANTIATE_TEST_SUITE_P(
    Refused, YamlAnswers,
    testing::Values(
        YamlCase{"a: 1\n---\nb: 2\n", "2:1: expected one document, found a second"},
        YamlCase{"a: !own b",
                 "1:4: the tag '!own' is not of the core schema; expected none, or "
                 "one such as !!str"},
        YamlCase{"a: !!seq {}", "1:4: the tag !!seq is one of a sequence, and a map follows"},
        YamlCase{"a: !!map b", "1:4: the tag !!map is one of a map, and a scalar follows"},
        YamlCase{"a: !!str [b]", "1:4: the tag !!str is one of a scalar, and a sequence follows"},
        YamlCase{"a: !!int 1.5", "1:4: '1.5' is no value of the tag !!int"},
        YamlCase{"a: !!int 1e3", "1:4: '1e3' is no value of the tag !!int"},
        YamlCase{"a: !!float 0x1F", "1:4: '0x1F' is no value of the tag !!float"},
        YamlCase{"!!set {a}",
                 "1:1: the tag 'tag:yaml.org,2002:set' is not of the core schema; "
                 "expected none, or one such as !!str"},
        YamlCase{"a:\n\tb: 1\n", "2:2: expected spaces for indentation, found a tab"},
        YamlCase{"a:\n\t- b\n", "2:2: expected spaces for indentation, found a tab"},
        YamlCase{std::string("\xff\xfe\x61\0", 4),
                 "1:1: the document is in UTF-16; expected UTF-8"},
        YamlCase{"a: \"\xff\"", "1:5: the byte 0xff is not valid UTF-8"},
        YamlCase{"é: \x01",
                 "1:4: the control character U+0001 is not allowed; in double quotes "
                 "it is written as an escape"},
        YamlCase{"a: 1\rb: 2", "1:5: a carriage return without a line feed; expected LF or CRLF"},
        YamlCase{"foo:\n  bar: 1\nbaz\n", "3:1: expected ':' after the key 'baz'"},
        YamlCase{"a: \"x\nb: 1\n",
                 "2:1: expected the quoted text to go on with at least 1 space "
                 "of indentation"},
        YamlCase{"a: \"x\n", "1:4: the quoted text that starts here is not closed"},
        YamlCase{"a: 'x", "1:6: expected the closing quote, found the end of the document"},
        YamlCase{R"(a: "\q")", "1:7: expected an escape that YAML knows, such as \\n"},
        YamlCase{"a: \"b\"#c", "1:7: expected a space before the comment"},
        YamlCase{"a: |#x\n b\n", "1:5: expected the end of the line after '|' or '>'"},
        YamlCase{"[a, , b]", "1:5: expected a value, found ','"},
        YamlCase{"[-]", "1:2: expected a value, found '-'"},
        YamlCase{"[a, b", "1:1: the '[' that stands here is not closed"},
        YamlCase{"x:\n- {a: [b, \"]\"}\n", "2:14: expected no closing bracket here"},
        YamlCase{"a: b: c",
                 "1:5: expected no ': ' here; text that holds one is written in "
                 "quotes"},
        YamlCase{"a: @b",
                 "1:4: expected a value; text that begins with this character is written "
                 "in quotes"},
        YamlCase{"a: [b,\nc]", "2:1: expected at least 1 space of indentation"},
        YamlCase{"%YAML 1.2\n", "1:1: expected a document after the directive"},
        YamlCase{"%a: 1\nb: 2\n", "1:1: expected a document after the directive"},
        YamlCase{
            "a: 1\n%b: 2\n",
            "2:1: expected no '%' here, where it begins a directive; in quotes, or further in, it "
            "is text"},
        YamlCase{"[a]#b", "1:4: expected a space before the comment"},
        YamlCase{"a: [b]#c", "1:7: expected a space before the comment"},
        YamlCase{"a: [b,#c\n  d]", "1:7: expected a space before the comment"},
        YamlCase{"a: {b: 1}#c", "1:10: expected a space before the comment"},
        YamlCase{"a:\n&x\n- b\n", "2:1: expected at least 1 space of indentation"},
        YamlCase{"a: &x\n!!map\n  b: c\n", "2:1: expected at least 1 space of indentation"},
        YamlCase{"[a\n : b]", "2:2: expected ',' or ']' in the sequence"},
        YamlCase{"a: 1\nnull\n", "2:1: expected ':' after the key 'null'"},
        YamlCase{"a: 1\n~\n", "2:1: expected ':' after the key '~'"},
        YamlCase{"{a: : b}", "1:5: expected a value, found ':'"},
        YamlCase{"a: is it?\nb\n", "2:1: expected ':' after the key 'b'"},
        YamlCase{"a: 1\n\t\nb: 2", "2:1: expected spaces for indentation, found a tab"}));

// What the library does not read, or reads as something else.
INSTANTIATE_TEST_SUITE_P(
    BeyondTheLibrary, YamlAnswers,
    testing::Values(YamlCase{"[ready?, a?b, ?c, d ? e, {f?: g?}]",
                             R"(["ready?","a?b","?c","d ? e",{"f?":"g?"}])"},
                    YamlCase{"a: x]#b ?\n", R"({"a":"x]#b ?"})"},
                    YamlCase{"? ~\n: b\nnull: c\n", R"({"~":"b","null":"c"})"},
                    YamlCase{"{? a : b, ? c}", R"({"a":"b","c":null})"},
                    YamlCase{"? a?\n: b", R"({"a?":"b"})"},
                    YamlCase{"\"[?,#]\": '[?,#]'", R"({"[?,#]":"[?,#]"})"},
                    YamlCase{"a: |\n  [?,#x\n", R"({"a":"[?,#x\n"})"},
                    YamlCase{"a: &b? 1\nc: *b?", R"({"a":1,"c":1})"},
                    YamlCase{"{a\n b: c}", R"({"a b":"c"})"}, YamlCase{"{a\n: b}", R"({"a":"b"})"},
                    YamlCase{"{a\n\n  b: c, d # e: [f]\n  : g, h\n i}",
                             R"({"a\nb":"c","d":"g","h i":null})"},
                    YamlCase{"- {\"a\n\n   \\\n  b\"\n   :c}", R"([{"a\nb":"c"}])"},
                    YamlCase{"{a # b\n}", R"({"a":null})"},
                    YamlCase{"{a:?, b:c:?}", R"({"a:?":null,"b:c:?":null})"},
                    YamlCase{"{'a\r\n  b': 1}", R"({"a b":1})"},
                    YamlCase{"[{a\n : {b\n : c}}, {d\n : e}]", R"([{"a":{"b":"c"}},{"d":"e"}])"},
                    YamlCase{"[' a\n\n ', \"\n\n\n\", 'it''s\n x']", R"([" a\n","\n\n","it's x"])"},
                    YamlCase{R"("\N\_\L\P\x7f\/\\")", "\"\u0085\u00a0\u2028\u2029\u007f/\\\\\""},
                    YamlCase{"\"\\x41\\u263a\\U0001F600\\e\\N\\_\\L\\P\\0\n x\"",
                             "\"A\u263a\U0001F600\\u001b\u0085\u00a0\u2028\u2029\\u0000 x\""}));

TEST(YamlReader, AKeyOverSeveralLinesKeepsThePlacesOfWhatFollows) {
  const auto read = read_yaml("{a\n b: é, c\n :\n d}\n");
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(yaml_places(read->root()), "an object@1:1 a b@1:2 a string@2:5 c@2:8 a string@4:2 ");
}

TEST(YamlReader, AnAliasFindsItsValueWhereverItIs) {
  EXPECT_EQ(yaml_as_json("- [[{a: &x {b: &y [1, 2]}}], *x]\n- *y\n- c: *x\n  d: [*y, &y 3, *y]\n"),
            R"([[[{"a":{"b":[1,2]}}],{"b":[1,2]}],[1,2],{"c":{"b":[1,2]},"d":[[1,2],3,3]}])");
  EXPECT_EQ(yaml_as_json("&r {a: &s [&t 1, *t], b: [*s]}"), R"({"a":[1,1],"b":[[1,1]]})");
}

TEST(YamlReader, EveryNodeAndKeyKnowsItsPlace) {
  const auto read = read_yaml(
      "version: \"1.0\"\n"
      "漢: {k: [é, ü]}\n"
      "list: &x\n"
      "- a\n"
      "-\n"
      "- b: ~\n"
      "  c:\n"
      "again: *x\n"
      "text: |\n"
      "  x\n");
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(yaml_places(read->root()),
            "an object@1:1 version@1:1 a string@1:10 漢@2:1 an object@2:4 k@2:5 an array@2:8 a "
            "string@2:9 a string@2:12 list@3:1 an array@3:7 a string@4:3 null@5:1 an object@6:3 "
            "b@6:3 null@6:6 c@7:3 null@7:3 again@8:1 an array@8:8 a string@4:3 null@5:1 an "
            "object@6:3 b@6:3 null@6:6 c@7:3 null@7:3 text@9:1 a string@9:7 ");
}

TEST(YamlReader, AliasBombsAreRefused) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int j = 1; j < 10; ++j) bomb += ", " + before;
    bomb += "]\n";
  }
  EXPECT_EQ(yaml_as_json(bomb), "6:45: its aliases repeat more than 1000000 values");
}

TEST(YamlReader, DepthIsLimited) {
  const std::string deep(128, '[');
  EXPECT_EQ(yaml_as_json(deep + std::string(128, ']')).size(), 256U);
  EXPECT_EQ(yaml_as_json("[" + deep + std::string(129, ']')),
            "1:129: nested deeper than 128 levels");
  EXPECT_EQ(yaml_as_json(std::string(100'000, '[')), "1:1: the '[' that stands here is not closed");
  std::string dashes;
  for (int i = 0; i < 100'000; ++i) dashes += "- ";
  EXPECT_EQ(yaml_as_json(dashes), "1:257: nested deeper than 128 levels");
  EXPECT_EQ(yaml_as_json("a: &a [[[[[[[[]]]]]]]]\nb: " + std::string(122, '[') + "*a" +
                         std::string(122, ']')),
            "2:126: nested deeper than 128 levels");
}

TEST(YamlReader, ValuesAreLimited) {
  YamlOptions options;
  options.max_values = 4;
  EXPECT_EQ(yaml_as_json("[a, b, c]", options), "[\"a\",\"b\",\"c\"]");
  EXPECT_EQ(yaml_as_json("- a\n- b\n- c\n- d\n", options),
            "4:3: more than 4 values in one document");
  EXPECT_EQ(yaml_as_json("[a, b,\n c, d, e]", options),
            "2:6: more commas, colons, brackets, anchors and tags than a document of 4 values has");
}

TEST(YamlReader, ErrorsCarryFileAndCode) {
  YamlOptions options;
  options.file = "spec.yaml";
  options.code = ErrorCode::kCorrupt;
  const auto read = read_yaml("a: [", options);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(to_string(read.error().place), "spec.yaml:1:5");
}

}  // namespace
}  // namespace claudestep::codec

#include "cli/root_sketch.h"

#include <gtest/gtest.h>

#include <string>

namespace claudestep::cli {
namespace {

// "a:{b c} d:s e:0": each key with what it has.
std::string shown(std::string_view text) {
  std::string line;
  for (const Member& member : sketch_root(text).members) {
    if (!line.empty()) line += ' ';
    line += member.key + ':';
    if (!member.value.is_object()) line += member.value.is_string() ? 's' : '0';
    if (!member.value.is_object()) continue;
    std::string inner;
    for (const Member& below : member.value.members) {
      inner += (inner.empty() ? "" : " ") + below.key;
    }
    line += '{' + inner + '}';
  }
  return line;
}

struct Sketch {
  std::string_view text;
  std::string_view keys;
};

TEST(RootSketch, HasTheKeysOfTheRootThatCanBeSeen) {
  constexpr Sketch kCases[] = {
      {"", ""},
      {"a: 1\nb:\n  c: [\n", "a:s b:{c}"},
      {"a:\n\n# none\n- x\nb:\n  - x: y\nc:\nd: {\n", "a:0 b:0 c:0 d:{}"},
      {"'a' : x\n\"b\":\n\tc: x\nd:e\n- f: x\n", "a:s b:{c}"},
      {"a:\n  b:\n    c: d\n  - e: f\n  g: [\nh: i\n  j: k\n", "a:{b g} h:s"},
      {"--- # first\r\na: &x # y\r\n  b: x\r\n---\r\nc: x\r\n", "a:{b}"},
      {"a:", "a:{}"},
      {"\xEF\xBB\xBF{a: {b: {c: {}}}, 'd': [1, 2], \"e\" : \"f: g", "a:{b} 'd':0 e:s"},
      {R"({"a": "x" "b": {"c": {, "d": [{}], )", "a:s b:{c}"},
      {R"({"a": [{"b": 1}], "c": {"d": 1, "e": [2}, "f": 3)", "a:0 c:{d e f}"},
      {"{\"a\": \"open\n, \"b\": \"\\\"}\", \"c\": 1}, \"d\": 2", "a:s b:s c:0"},
      {"}]{", ""},
  };
  for (const Sketch& sketch : kCases) EXPECT_EQ(shown(sketch.text), sketch.keys) << sketch.text;
}

TEST(RootSketch, HoldsNoMoreThanTellsAnything) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += std::to_string(i) + ":\n";
  EXPECT_EQ(sketch_root(text).members.size(), 10'000U);
}

}  // namespace
}  // namespace claudestep::cli

// Owns: a Value put together from the events of a YAML parser.
// Leaves to others: the parser and its words (yaml_reader.cc).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "codec/yaml_checks.h"
#include "codec/yaml_reader.h"
#include "codec/yaml_scalar.h"
#include "codec/yaml_text.h"

namespace claudestep::codec {

// Thrown to leave the parser in the middle of a document; caught in yaml_reader.cc.
struct YamlRefusal {
  Error error;
};

// Told a document from front to back. Offsets are of bytes in the text. Every method may throw
// YamlRefusal.
class YamlBuilder {
 public:
  YamlBuilder(YamlText& text, const YamlOptions& options) : text_(text), options_(options) {}

  enum class Style { kBlock, kFlow };

  void begin_document(std::size_t offset);
  void missing(std::size_t offset, std::size_t anchor);  // null, or nothing
  void scalar(std::size_t offset, std::string_view tag, std::size_t anchor, std::string value);
  void alias(std::size_t offset, std::size_t anchor);
  void begin_sequence(std::size_t offset, std::string_view tag, std::size_t anchor, Style style);
  void begin_map(std::size_t offset, std::string_view tag, std::size_t anchor, Style style);
  void end();

  // The document; null when there was none.
  [[nodiscard]] Value finish();
  [[noreturn]] void refuse(Mark mark, std::string message) const;

 private:
  struct Frame {
    bool sequence = false;
    bool wants_key = false;  // a map whose next value is a key
    bool flow = false;
    std::size_t start = 0;   // of its items or members on their stack
    std::size_t indent = 0;  // spaces that a further line inside needs
    std::size_t serial = 0;
    Mark mark;
  };
  // Where an anchored value is: from an open frame, child by child.
  struct Anchor {
    std::vector<std::size_t> path;     // indexes from the root
    std::vector<std::size_t> serials;  // of the frames that the path goes through while open
    bool is_key = false;
    std::string key;
  };

  void begin(std::size_t offset, std::string_view tag, std::size_t anchor, Style style,
             bool sequence);
  void check_place(std::size_t offset);
  void check_scalar(std::size_t offset, std::string_view value);
  [[nodiscard]] std::size_t least_indent() const;
  [[nodiscard]] PlainScalar resolve(Mark mark, std::string_view tag, std::string_view value) const;
  void count(Mark mark);
  void add_key(Mark mark, std::string key, bool merges);
  Value& slot();
  void remember(std::size_t anchor);
  [[nodiscard]] const Value& anchored(Mark mark, std::size_t anchor) const;
  [[nodiscard]] Value copied(Mark mark, const Value& value);
  void check_keys(const Frame& frame) const;
  void check_directives();
  void merge_all(Value& value) const;
  void merge_members(Value& map) const;

  YamlText& text_;
  const YamlOptions& options_;
  std::vector<Frame> frames_;
  std::vector<Value> items_;
  std::vector<Member> members_;
  std::unordered_map<std::size_t, Anchor> anchors_;
  Value root_;
  std::size_t count_ = 0;
  std::size_t copied_ = 0;
  std::size_t serial_ = 0;
  bool has_document_ = false;
  bool merges_ = false;
};

}  // namespace claudestep::codec

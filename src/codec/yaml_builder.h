// Owns: a Value put together from the events of a YAML parser.
// Leaves to others: the parser and its words (yaml_reader.cc).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/value.h"
#include "codec/yaml_checks.h"
#include "codec/yaml_reader.h"
#include "codec/yaml_scalar.h"
#include "codec/yaml_text.h"
#include "codec/yaml_tree.h"

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
  [[noreturn]] void refuse_comment(std::size_t offset) const;  // one that touches what is before

 private:
  void begin(std::size_t offset, std::string_view tag, std::size_t anchor, Style style,
             bool sequence);
  void check_place(std::size_t offset);
  void check_scalar(std::size_t offset, std::string& value);
  [[nodiscard]] std::size_t least_indent() const;
  [[nodiscard]] PlainScalar resolve(Mark mark, std::string_view tag, std::string_view value) const;
  [[nodiscard]] bool wants_key() const;
  [[nodiscard]] bool in_flow() const;
  void count(Mark mark);
  void add_scalar_key(Mark mark, std::string_view tag, std::size_t anchor, std::string key);
  void alias_as_key(Mark mark, const YamlTree::Named& named);
  [[nodiscard]] Value copied(Mark mark, const Value& value);
  void check_directives();

  YamlText& text_;
  const YamlOptions& options_;
  YamlTree tree_;
  std::size_t count_ = 0;
  std::size_t copied_ = 0;
  bool has_document_ = false;
  bool merges_ = false;
};

}  // namespace claudestep::codec

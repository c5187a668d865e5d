#include "codec/yaml_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "codec/yaml_merge.h"
#include "codec/yaml_quoted.h"
#include "codec/yaml_scalar.h"

namespace claudestep::codec {
namespace {

constexpr std::string_view kCoreTags = "tag:yaml.org,2002:";

std::string place_of(Mark mark) {
  return fmt::format("line {}, column {}", mark.line, mark.column);
}

std::string_view short_tag(std::string_view tag) {
  if (tag.starts_with(kCoreTags)) tag.remove_prefix(kCoreTags.size());
  return tag;
}

bool is_plain_tag(std::string_view tag) {
  return tag.empty() || tag == "?";
}

// Why a tag cannot stand before a scalar, a sequence or a map.
std::string tag_fault(std::string_view tag, std::string_view here) {
  const std::string_view name = short_tag(tag);
  constexpr std::string_view kKnown = " seq map str null bool int float ";
  if (!tag.starts_with(kCoreTags) ||
      kKnown.find(" " + std::string(name) + " ") == std::string_view::npos) {
    return fmt::format("the tag {} is not of the core schema; expected none, or one such as !!str",
                       quoted(tag, 60));
  }
  const std::string_view wanted = name == "seq"   ? "a sequence"
                                  : name == "map" ? "a map"
                                                  : "a scalar";
  return fmt::format("the tag !!{} is one of {}, and {} follows", name, wanted, here);
}

// What `!!int` and `!!float` may stand before; both are numbers where nothing says which.
bool is_of_number_tag(std::string_view name, std::string_view value) {
  const bool is_based = value.starts_with("0x") || value.starts_with("0o");
  if (name == "float") return !is_based;
  return is_based || value.find_first_of(".eE") == std::string_view::npos;
}

std::size_t size_of(const Value& value) {
  std::size_t size = 1;
  for (const Value& item : value.items) size += size_of(item);
  for (const Member& member : value.members) size += 1 + size_of(member.value);
  return size;
}

std::size_t depth_of(const Value& value) {
  std::size_t deepest = 0;
  for (const Value& item : value.items) deepest = std::max(deepest, depth_of(item));
  for (const Member& member : value.members) deepest = std::max(deepest, depth_of(member.value));
  return deepest + (value.is_array() || value.is_object() ? 1 : 0);
}

// A key as a value elsewhere: what it is was not kept, so it is text.
Value text_value(const std::string& key) {
  Value value;
  value.kind = ValueKind::kString;
  value.text = key;
  return value;
}

bool is_null_word(std::string_view text) {
  return text.starts_with('~') || text.starts_with("null") || text.starts_with("Null") ||
         text.starts_with("NULL");
}

// What a null is called as a key: as it is spelt.
std::string null_word(std::string_view text) {
  if (text.starts_with('~')) return "~";
  return is_null_word(text) ? std::string(text.substr(0, 4)) : "";
}

}  // namespace

void YamlBuilder::refuse(Mark mark, std::string message) const {
  throw YamlRefusal{
      Error{options_.code, std::move(message)}.at(Place{options_.file, mark.line, mark.column})};
}

void YamlBuilder::refuse_comment(std::size_t offset) const {
  refuse(text_.mark_at(offset), std::string(kCommentTouches));
}

void YamlBuilder::begin_document(std::size_t offset) {
  if (has_document_ && byte_at(text_.bytes(), offset) == '#') refuse_comment(offset);
  if (has_document_) refuse(text_.mark_at(offset), "expected one document, found a second");
  has_document_ = true;
}

void YamlBuilder::count(Mark mark) {
  if (++count_ > options_.max_values) {
    refuse(mark, fmt::format("more than {} values in one document", options_.max_values));
  }
}

bool YamlBuilder::wants_key() const {
  return tree_.depth() > 0 && tree_.innermost()->wants_key;
}

bool YamlBuilder::in_flow() const {
  return tree_.depth() > 0 && tree_.innermost()->flow;
}

void YamlBuilder::check_place(std::size_t offset) {
  if (tree_.depth() == 0) return;
  const YamlText::Indent indent = text_.indent_at(offset);
  if (!wants_key() && !in_flow()) {
    const auto fault = look_at_properties(text_.bytes(), offset, least_indent());
    if (fault) refuse(text_.mark_at(fault->offset), fault->message);
  }
  if (!indent.is_first) return;
  if (indent.has_tab && !in_flow()) {
    refuse(text_.mark_at(offset), "expected spaces for indentation, found a tab");
  }
  if (in_flow() && indent.spaces < least_indent()) {
    refuse(text_.mark_at(offset),
           fmt::format("expected at least {} of indentation", counted(least_indent(), "space")));
  }
}

std::size_t YamlBuilder::least_indent() const {
  return tree_.depth() == 0 ? 0 : tree_.innermost()->indent;
}

// What yaml-cpp lets pass, and what it reads wrong.
void YamlBuilder::check_scalar(std::size_t offset, std::string& value) {
  const ScalarSpan span = look_at_scalar(text_.bytes(), offset, least_indent());
  std::optional<YamlFault> fault = span.fault;
  if (!fault && wants_key() && !in_flow() && !is_explicit_key(text_.bytes(), offset)) {
    fault = look_behind_key(text_.bytes(), span, value);
  }
  if (!fault && in_flow() && span.style == 0 && value == "-") {
    fault = YamlFault{offset, "expected a value, found '-'"};
  }
  if (fault) refuse(text_.mark_at(fault->offset), std::move(fault->message));
  // The library loses the empty lines before the quote that closes, and has bytes that are no UTF-8
  // for \N and \_.
  if (span.style != '"' && span.style != '\'') return;
  const std::string_view scalar = text_.bytes().substr(span.begin, span.end - span.begin);
  if (scalar.find_first_of("\n\\") != std::string_view::npos) value = read_quoted(scalar);
}

void YamlBuilder::missing(std::size_t offset, std::size_t anchor) {
  const std::string_view here = text_.bytes().substr(std::min(offset, text_.bytes().size()));
  const bool in_sequence = tree_.depth() > 0 && tree_.innermost()->sequence;
  if (in_flow() && here.starts_with(',') && (wants_key() || in_sequence)) {
    refuse(text_.mark_at(offset), "expected a value, found ','");
  }
  if (wants_key()) {
    const Mark mark = text_.mark_at(offset);
    const std::string word = null_word(here);
    if (!word.empty() && !in_flow() && !is_explicit_key(text_.bytes(), offset)) {
      const ScalarSpan span{.begin = offset, .style = 0, .end = offset, .fault = {}};
      const auto fault = look_behind_key(text_.bytes(), span, word);
      if (fault) refuse(mark, fault->message);
    }
    count(mark);
    tree_.add_key(mark, word);
    return;
  }
  Mark mark;
  if (is_null_word(here) || tree_.depth() == 0) {
    mark = text_.mark_at(offset);
  } else if (!in_sequence) {
    mark = tree_.last_key().mark;
  } else {
    const std::size_t dash = text_.bytes().substr(0, offset).find_last_not_of(" \t\r\n");
    const bool found = dash != std::string_view::npos && text_.bytes()[dash] == '-';
    mark = text_.mark_at(found ? dash : offset);
  }
  count(mark);
  tree_.slot().mark = mark;
  if (anchor != 0) tree_.anchor_value(anchor, YamlTree::Names::kScalar);
}

PlainScalar YamlBuilder::resolve(Mark mark, std::string_view tag, std::string_view value) const {
  PlainScalar resolved{.text = {}, .refusal = {}};
  const std::string_view name = short_tag(tag);
  constexpr std::string_view kKinds = " null bool int float ";
  if (is_plain_tag(tag)) {
    resolved = resolve_plain(value);
  } else if (name == "str" || name == "!") {
    resolved.text = std::string(value);
  } else if (kKinds.find(" " + std::string(name) + " ") != std::string_view::npos &&
             tag.starts_with(kCoreTags)) {
    resolved = resolve_plain(value);
    const bool number = name == "int" || name == "float";
    const ValueKind wanted = number           ? ValueKind::kNumber
                             : name == "null" ? ValueKind::kNull
                                              : ValueKind::kBool;
    const bool fits = resolved.kind == wanted && (!number || is_of_number_tag(name, value));
    if (!fits && resolved.refusal.empty()) {
      refuse(mark, fmt::format("{} is no value of the tag !!{}", quoted(value, 40), name));
    }
  } else {
    refuse(mark, tag_fault(tag, "a scalar"));
  }
  return resolved;
}

void YamlBuilder::scalar(std::size_t offset, std::string_view tag, std::size_t anchor,
                         std::string value) {
  check_place(offset);
  const Mark mark = text_.mark_at(offset);
  count(mark);
  check_scalar(offset, value);
  PlainScalar resolved = resolve(mark, tag, value);
  if (wants_key()) return add_scalar_key(mark, tag, anchor, std::move(value));
  if (!resolved.refusal.empty()) {
    refuse(mark, resolved.refusal + "; in quotes it is text");
  }
  Value& target = tree_.slot();
  target.kind = resolved.kind;
  target.boolean = resolved.boolean;
  target.text = std::move(resolved.text);
  target.mark = mark;
  if (anchor != 0) tree_.anchor_value(anchor, YamlTree::Names::kScalar);
}

void YamlBuilder::add_scalar_key(Mark mark, std::string_view tag, std::size_t anchor,
                                 std::string key) {
  if (anchor != 0) tree_.anchor_key(anchor, key);
  const bool merges = is_plain_tag(tag) && key == kMergeKey;
  Member& member = tree_.add_key(mark, std::move(key));
  if (!merges) return;
  member.source = kMergeKey;
  merges_ = true;
}

void YamlBuilder::begin_sequence(std::size_t offset, std::string_view tag, std::size_t anchor,
                                 Style style) {
  begin(offset, tag, anchor, style, true);
}

void YamlBuilder::begin_map(std::size_t offset, std::string_view tag, std::size_t anchor,
                            Style style) {
  begin(offset, tag, anchor, style, false);
}

void YamlBuilder::begin(std::size_t offset, std::string_view tag, std::size_t anchor, Style style,
                        bool sequence) {
  check_place(offset);
  const Mark mark = text_.mark_at(offset);
  if (wants_key()) {
    // yaml-cpp takes a bracket without its partner for a key.
    if (style == Style::kFlow && !is_flow_closed(text_.bytes(), offset)) {
      refuse(mark, fmt::format("the '{}' that stands here is not closed", sequence ? '[' : '{'));
    }
    refuse(mark,
           fmt::format("expected a key that is text, found {}", sequence ? "a sequence" : "a map"));
  }
  // And a ':' where a value of a flow map is due, for a map without brackets.
  const std::size_t opening = skip_properties(text_.bytes(), offset);
  if (in_flow() && !tree_.innermost()->sequence && byte_at(text_.bytes(), opening) == ':') {
    refuse(text_.mark_at(opening), "expected a value, found ':'");
  }
  const std::string_view wanted = sequence ? "seq" : "map";
  if (!is_plain_tag(tag) && tag != "!" &&
      !(tag.starts_with(kCoreTags) && short_tag(tag) == wanted)) {
    refuse(mark, tag_fault(tag, sequence ? "a sequence" : "a map"));
  }
  if (tree_.depth() >= options_.max_depth) {
    refuse(mark, fmt::format("nested deeper than {} levels", options_.max_depth));
  }
  count(mark);
  Value& target = tree_.slot();
  target.kind = sequence ? ValueKind::kArray : ValueKind::kObject;
  target.mark = mark;
  if (anchor != 0) tree_.anchor_value(anchor, YamlTree::Names::kCollection);
  const bool flow = style == Style::kFlow;
  tree_.open({.sequence = sequence,
              .wants_key = !sequence,
              .flow = flow,
              .indent = flow ? least_indent() : mark.column,
              .mark = mark});
}

void YamlBuilder::end() {
  if (!tree_.innermost()->sequence) {
    if (const auto found = tree_.find_duplicate()) {
      refuse(found->second->mark,
             fmt::format("duplicate key {}, first at {}", claudestep::quoted(found->second->key),
                         place_of(found->first->mark)));
    }
  }
  tree_.close();
}

Value YamlBuilder::copied(Mark mark, const Value& value) {
  const std::size_t size = size_of(value);
  copied_ += size;
  count_ += size;
  if (copied_ > options_.max_copied) {
    refuse(mark, fmt::format("its aliases repeat more than {} values", options_.max_copied));
  }
  Value copy = value;
  copy.mark = mark;
  return copy;
}

void YamlBuilder::alias_as_key(Mark mark, const YamlTree::Named& named) {
  if (named.key == nullptr && !named.value->is_string() && !named.value->is_number()) {
    refuse(mark, "expected a key that is text, found an alias of " +
                     std::string(describe(named.value->kind)));
  }
  count(mark);
  tree_.add_key(mark, named.key != nullptr ? *named.key : named.value->text);
}

void YamlBuilder::alias(std::size_t offset, std::size_t anchor) {
  check_place(offset);
  const Mark mark = text_.mark_at(offset);
  const auto named = tree_.find(anchor);
  if (!named) refuse(mark, "expected an anchor that stands before the alias");
  if (named->key == nullptr && named->value == nullptr) {
    refuse(mark, "an alias inside the value that it stands for");
  }
  if (wants_key()) return alias_as_key(mark, *named);
  if (named->key != nullptr) {
    count(mark);
    Value text = text_value(*named->key);
    text.mark = mark;
    tree_.slot() = std::move(text);
    return;
  }
  Value copy = copied(mark, *named->value);
  if (tree_.depth() + depth_of(copy) > options_.max_depth) {
    refuse(mark, fmt::format("nested deeper than {} levels", options_.max_depth));
  }
  tree_.slot() = std::move(copy);
}

Value YamlBuilder::finish() {
  check_directives();
  if (!has_document_) tree_.root().mark = text_.mark_at(0);
  if (merges_) {
    if (const auto at = merge_keys(tree_.root())) {
      refuse(*at, "expected a map, or a sequence of maps, to merge");
    }
  }
  return std::move(tree_.root());
}

// A line that begins with % is a directive, which belongs before the document: the parser takes one
// for nothing wherever it stands.
void YamlBuilder::check_directives() {
  const std::string_view bytes = text_.bytes();
  std::size_t directive = std::string_view::npos;
  bool before = true;  // the document's begin
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    const bool is_begin = line.starts_with("---");
    const bool is_content = !is_begin &&
                            line.find_first_not_of(" \t\r") != std::string_view::npos &&
                            !line.starts_with('#');
    if (line.starts_with('%')) {
      if (!before) {
        refuse(text_.mark_at(at),
               "expected no '%' here, where it begins a directive; in quotes, "
               "or further in, it is text");
      }
      directive = std::min(directive, at);
    } else if (is_begin || is_content) {
      if (is_content && directive != std::string_view::npos) break;
      before = false;
      directive = std::string_view::npos;
    }
    at = end + 1;
  }
  if (directive != std::string_view::npos) {
    refuse(text_.mark_at(directive), "expected a document after the directive");
  }
}

}  // namespace claudestep::codec

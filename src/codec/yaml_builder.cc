#include "codec/yaml_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/text.h"
#include "codec/yaml_scalar.h"

namespace claudestep::codec {
namespace {

constexpr std::string_view kCoreTags = "tag:yaml.org,2002:";
// What the key of a merge has for a source until it is merged.
constexpr std::string_view kMerge = "<<";

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

void YamlBuilder::begin_document(std::size_t offset) {
  if (has_document_) refuse(text_.mark_at(offset), "expected one document, found a second");
  has_document_ = true;
}

void YamlBuilder::count(Mark mark) {
  if (++count_ > options_.max_values) {
    refuse(mark, fmt::format("more than {} values in one document", options_.max_values));
  }
}

void YamlBuilder::check_place(std::size_t offset) {
  if (frames_.empty()) return;
  const YamlText::Indent indent = text_.indent_at(offset);
  if (!indent.is_first) return;
  if (indent.has_tab && !frames_.back().flow) {
    refuse(text_.mark_at(offset), "expected spaces for indentation, found a tab");
  }
  if (frames_.back().flow && indent.spaces < least_indent()) {
    refuse(text_.mark_at(offset),
           fmt::format("expected at least {} of indentation", counted(least_indent(), "space")));
  }
}

std::size_t YamlBuilder::least_indent() const {
  return frames_.empty() ? 0 : frames_.back().indent;
}

// What yaml-cpp lets pass.
void YamlBuilder::check_scalar(std::size_t offset, std::string_view value) {
  const ScalarSpan span = look_at_scalar(text_.bytes(), offset, least_indent());
  std::optional<YamlFault> fault = span.fault;
  const bool in_flow = !frames_.empty() && frames_.back().flow;
  const bool is_key = !frames_.empty() && frames_.back().wants_key;
  if (!fault && is_key && !in_flow && !is_explicit_key(text_.bytes(), offset)) {
    fault = look_behind_key(text_.bytes(), span, value);
  }
  if (!fault && in_flow && span.style == 0 && value == "-") {
    fault = YamlFault{offset, "expected a value, found '-'"};
  }
  if (fault) refuse(text_.mark_at(fault->offset), std::move(fault->message));
}

Value& YamlBuilder::slot() {
  if (frames_.empty()) return root_;
  Frame& frame = frames_.back();
  if (frame.sequence) return items_.emplace_back();
  frame.wants_key = true;
  return members_.back().value;
}

void YamlBuilder::add_key(Mark mark, std::string key, bool merges) {
  Frame& frame = frames_.back();
  Member& member = members_.emplace_back();
  member.mark = mark;
  member.key = std::move(key);
  if (merges) {
    member.source = kMerge;
    merges_ = true;
  }
  frame.wants_key = false;
}

void YamlBuilder::missing(std::size_t offset, std::size_t anchor) {
  const std::string_view here = text_.bytes().substr(std::min(offset, text_.bytes().size()));
  const bool is_key = !frames_.empty() && frames_.back().wants_key;
  const bool in_flow = !frames_.empty() && frames_.back().flow;
  if (in_flow && !is_null_word(here) && here.starts_with(',') &&
      (is_key || frames_.back().sequence)) {
    refuse(text_.mark_at(offset), "expected a value, found ','");
  }
  if (is_key) {
    const Mark mark = text_.mark_at(offset);
    count(mark);
    return add_key(mark, null_word(here), false);
  }
  Mark mark;
  if (is_null_word(here) || frames_.empty()) {
    mark = text_.mark_at(offset);
  } else if (!frames_.back().sequence) {
    mark = members_.back().mark;
  } else {
    const std::size_t dash = text_.bytes().substr(0, offset).find_last_not_of(" \t\r\n");
    const bool found = dash != std::string_view::npos && text_.bytes()[dash] == '-';
    mark = text_.mark_at(found ? dash : offset);
  }
  count(mark);
  slot().mark = mark;
  remember(anchor);
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
    if (resolved.kind != wanted && resolved.refusal.empty()) {
      refuse(mark, fmt::format("{} is no value of the tag !!{}", quoted(value, 40), name));
    }
  } else {
    refuse(mark, fmt::format("the tag {} is not of the core schema; expected none, !!str or "
                             "their like",
                             quoted(tag, 60)));
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
  if (!frames_.empty() && frames_.back().wants_key) {
    const bool merges = is_plain_tag(tag) && value == kMerge;
    if (anchor != 0)
      anchors_[anchor] = Anchor{.path = {}, .serials = {}, .is_key = true, .key = value};
    add_key(mark, std::move(value), merges);
    return;
  }
  if (!resolved.refusal.empty()) {
    refuse(mark, resolved.refusal + "; in quotes it is text");
  }
  Value& target = slot();
  target.kind = resolved.kind;
  target.boolean = resolved.boolean;
  target.text = std::move(resolved.text);
  target.mark = mark;
  remember(anchor);
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
  if (!frames_.empty() && frames_.back().wants_key) {
    // yaml-cpp takes a bracket without its partner for a key.
    if (style == Style::kFlow && !is_flow_closed(text_.bytes(), offset)) {
      refuse(mark, fmt::format("the '{}' that stands here is not closed", sequence ? '[' : '{'));
    }
    refuse(mark,
           fmt::format("expected a key that is text, found {}", sequence ? "a sequence" : "a map"));
  }
  const std::string_view wanted = sequence ? "seq" : "map";
  if (!is_plain_tag(tag) && tag != "!" &&
      !(tag.starts_with(kCoreTags) && short_tag(tag) == wanted)) {
    refuse(mark,
           fmt::format("the tag {} is not of the core schema; expected none", quoted(tag, 60)));
  }
  if (frames_.size() >= options_.max_depth) {
    refuse(mark, fmt::format("nested deeper than {} levels", options_.max_depth));
  }
  count(mark);
  Value& target = slot();
  target.kind = sequence ? ValueKind::kArray : ValueKind::kObject;
  target.mark = mark;
  remember(anchor);
  const bool flow = style == Style::kFlow;
  frames_.push_back(Frame{.sequence = sequence,
                          .wants_key = !sequence,
                          .flow = flow,
                          .start = sequence ? items_.size() : members_.size(),
                          .indent = flow ? least_indent() : mark.column,
                          .serial = ++serial_,
                          .mark = mark});
}

void YamlBuilder::end() {
  const Frame frame = frames_.back();
  const auto start = static_cast<std::ptrdiff_t>(frame.start);
  std::vector<Value> items;
  std::vector<Member> members;
  if (frame.sequence) {
    items.assign(std::make_move_iterator(items_.begin() + start),
                 std::make_move_iterator(items_.end()));
    items_.resize(frame.start);
  } else {
    check_keys(frame);
    members.assign(std::make_move_iterator(members_.begin() + start),
                   std::make_move_iterator(members_.end()));
    members_.resize(frame.start);
  }
  frames_.pop_back();
  Value* target = &root_;
  if (!frames_.empty()) {
    target = frames_.back().sequence ? &items_.back() : &members_.back().value;
  }
  target->items = std::move(items);
  target->members = std::move(members);
}

void YamlBuilder::check_keys(const Frame& frame) const {
  const auto first = members_.begin() + static_cast<std::ptrdiff_t>(frame.start);
  std::vector<const Member*> sorted;
  sorted.reserve(static_cast<std::size_t>(members_.end() - first));
  for (auto at = first; at != members_.end(); ++at) sorted.push_back(&*at);
  std::sort(sorted.begin(), sorted.end(), [](const Member* a, const Member* b) {
    const int likeness = a->key.compare(b->key);
    return likeness != 0 ? likeness < 0 : a < b;
  });
  const Member* second = nullptr;
  const Member* earlier = nullptr;
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i - 1]->key != sorted[i]->key) continue;
    if (second != nullptr && second < sorted[i]) continue;
    earlier = sorted[i - 1];
    second = sorted[i];
  }
  if (second == nullptr) return;
  refuse(second->mark, fmt::format("duplicate key {}, first at {}", quoted(second->key),
                                   place_of(earlier->mark)));
}

// --- anchors -------------------------------------------------------------------------------------

void YamlBuilder::remember(std::size_t anchor) {
  if (anchor == 0) return;
  Anchor& place = anchors_[anchor];
  place = {};
  for (const Frame& frame : frames_) {
    const std::size_t size = frame.sequence ? items_.size() : members_.size();
    place.path.push_back(size);  // corrected below: frames that are not innermost hold more
    place.serials.push_back(frame.serial);
  }
  // The child of each open frame is the last one before the next frame of its sort begins.
  for (std::size_t i = 0; i < frames_.size(); ++i) {
    std::size_t end = place.path[i];
    for (std::size_t inner = i + 1; inner < frames_.size(); ++inner) {
      if (frames_[inner].sequence != frames_[i].sequence) continue;
      end = frames_[inner].start;
      break;
    }
    place.path[i] = end - frames_[i].start - 1;
  }
}

const Value& YamlBuilder::anchored(Mark mark, std::size_t anchor) const {
  const auto known = anchors_.find(anchor);
  if (known == anchors_.end()) refuse(mark, "expected an anchor that stands before the alias");
  const Anchor& place = known->second;
  CS_CHECK(!place.is_key);
  std::size_t depth = 0;
  while (depth < place.serials.size() && depth < frames_.size() &&
         frames_[depth].serial == place.serials[depth]) {
    ++depth;
  }
  const Value* at = &root_;
  std::size_t next = 0;
  if (depth > 0) {
    const Frame& frame = frames_[depth - 1];
    const std::size_t index = frame.start + place.path[depth - 1];
    at = frame.sequence ? &items_[index] : &members_[index].value;
    next = depth;
  }
  // Its frame opened after the anchor and is still open: the alias is inside.
  const bool whole_way = depth == place.serials.size();
  if (whole_way && depth < frames_.size() && frames_[depth].mark == at->mark) {
    refuse(mark, "an alias inside the value that it stands for");
  }
  for (; next < place.path.size(); ++next) {
    at = at->is_array() ? &at->items[place.path[next]] : &at->members[place.path[next]].value;
  }
  return *at;
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

void YamlBuilder::alias(std::size_t offset, std::size_t anchor) {
  check_place(offset);
  const Mark mark = text_.mark_at(offset);
  const bool is_key = !frames_.empty() && frames_.back().wants_key;
  if (const auto known = anchors_.find(anchor); known != anchors_.end() && known->second.is_key) {
    count(mark);
    if (is_key) return add_key(mark, known->second.key, false);
    Value text = text_value(known->second.key);
    text.mark = mark;
    slot() = std::move(text);
    return;
  }
  const Value& value = anchored(mark, anchor);
  if (is_key) {
    if (!value.is_string() && !value.is_number()) {
      refuse(mark,
             "expected a key that is text, found an alias of " + std::string(describe(value.kind)));
    }
    count(mark);
    return add_key(mark, value.text, false);
  }
  Value copy = copied(mark, value);
  if (frames_.size() + depth_of(copy) > options_.max_depth) {
    refuse(mark, fmt::format("nested deeper than {} levels", options_.max_depth));
  }
  slot() = std::move(copy);
}

// --- merge keys ----------------------------------------------------------------------------------

Value YamlBuilder::finish() {
  if (!has_document_) check_directives();
  if (merges_) merge_all(root_);
  return std::move(root_);
}

void YamlBuilder::check_directives() {
  const std::string_view bytes = text_.bytes();
  const std::size_t at = bytes.starts_with('%') ? 0 : bytes.find("\n%");
  if (at != std::string_view::npos) {
    refuse(text_.mark_at(at == 0 ? 0 : at + 1), "expected a document after the directive");
  }
  root_.mark = text_.mark_at(0);
}

void YamlBuilder::merge_all(Value& value) const {
  for (Value& item : value.items) merge_all(item);
  for (Member& member : value.members) merge_all(member.value);
  if (value.is_object()) merge_members(value);
}

void YamlBuilder::merge_members(Value& map) const {
  const auto merge = std::find_if(map.members.begin(), map.members.end(),
                                  [](const Member& member) { return !member.source.empty(); });
  if (merge == map.members.end()) return;
  const Mark mark = merge->value.mark;
  Value from = std::move(merge->value);
  const auto at = map.members.erase(merge) - map.members.begin();
  std::vector<Value> maps;
  if (from.is_array()) {
    maps = std::move(from.items);
  } else {
    maps.push_back(std::move(from));
  }
  std::set<std::string> taken;
  for (const Member& member : map.members) taken.insert(member.key);
  std::vector<Member> merged;
  for (Value& source : maps) {
    if (!source.is_object()) refuse(mark, "expected a map, or a sequence of maps, to merge");
    for (Member& member : source.members) {
      if (taken.insert(member.key).second) merged.push_back(std::move(member));
    }
  }
  map.members.insert(map.members.begin() + at, std::make_move_iterator(merged.begin()),
                     std::make_move_iterator(merged.end()));
}

}  // namespace claudestep::codec

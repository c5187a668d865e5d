#include "codec/json_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "base/text.h"
#include "codec/json_scanner.h"

namespace claudestep::codec {
namespace {

// Up to this many keys are compared each with each; more are sorted.
constexpr std::size_t kFewKeys = 16;
// Room for what a small document has open at once.
constexpr std::size_t kUsuallyOpen = 16;

std::string show(Mark mark) {
  return fmt::format("line {}, column {}", mark.line, mark.column);
}

// Reads one document with a stack of its own instead of recursion. Members and items of what is
// still open lie on two stacks and move into their container, sized exactly, when it is closed.
class Parser {
 public:
  Parser(const std::string& bytes, const JsonOptions& options)
      : options_(options), scan_(bytes, options.file, options.first_line, options.code) {
    frames_.reserve(kUsuallyOpen);
    items_.reserve(kUsuallyOpen);
    members_.reserve(kUsuallyOpen);
  }

  Result<Value> parse() {
    scan_.skip_white_space();
    if (scan_.at_end()) {
      scan_.fail_at(scan_.mark(), "expected a value, found nothing: the document is empty");
      return failed();
    }
    if (!read_value()) return failed();
    while (!frames_.empty()) {
      if (!read_next()) return failed();
    }
    scan_.skip_white_space();
    if (!scan_.at_end()) {
      scan_.expected("nothing after the value");
      return failed();
    }
    return std::move(root_);
  }

 private:
  struct Frame {
    bool array = false;
    bool fresh = true;      // nothing has been read inside
    std::size_t start = 0;  // of its items or members on their stack
    Mark mark;
  };

  tl::unexpected<Error> failed() {
    Error error = std::move(scan_.error());
    if (scan_.at_end() && !frames_.empty()) {
      const Frame& open = frames_.back();
      error.causes.push_back(fmt::format("the {} that starts at {} is not closed",
                                         open.array ? "array" : "object", show(open.mark)));
    }
    return fail(std::move(error));
  }

  // Where the value that is about to be complete goes.
  Value& slot() {
    if (frames_.empty()) return root_;
    return frames_.back().array ? items_.emplace_back() : members_.back().value;
  }

  // One more member or item of the innermost container, or its end.
  bool read_next() {
    scan_.skip_white_space();
    Frame& frame = frames_.back();
    const char closing = frame.array ? ']' : '}';
    if (scan_.peek() == closing) return close();
    if (frame.fresh) {
      frame.fresh = false;
      if (frame.array) return read_value("a value or ']'");
      return read_member("a key in double quotes or '}'");
    }
    if (scan_.peek() != ',') {
      return scan_.expected(frame.array ? "',' or ']' after an item" : "',' or '}' after a member");
    }
    scan_.skip();
    scan_.skip_white_space();
    if (frame.array) return read_value("a value after ','");
    return read_member("a key in double quotes after ','");
  }

  bool read_member(std::string_view what) {
    if (scan_.peek() != '"') return scan_.expected(what);
    if (!count()) return false;
    Member& member = members_.emplace_back();
    member.mark = scan_.mark();
    if (!scan_.string(member.key, member.source)) return false;
    scan_.skip_white_space();
    if (scan_.peek() != ':') return scan_.expected("':' after the key " + quoted(member.key, 40));
    scan_.skip();
    scan_.skip_white_space();
    return read_value();
  }

  bool read_value(std::string_view what = "a value") {
    if (!count()) return false;
    switch (scan_.peek()) {
      case '{':
        return open(false);
      case '[':
        return open(true);
      case '"': {
        Value& value = start(ValueKind::kString);
        return scan_.string(value.text, value.source);
      }
      case 't':
      case 'f':
      case 'n':
        return read_word(what);
      default:
        break;
    }
    const char c = scan_.peek();
    if (c != '-' && (c < '0' || c > '9')) return scan_.expected(what);
    Value& value = start(ValueKind::kNumber);
    return scan_.number(value.text, value.source);
  }

  Value& start(ValueKind kind) {
    Value& value = slot();
    value.kind = kind;
    value.mark = scan_.mark();
    return value;
  }

  bool read_word(std::string_view what) {
    const Mark mark = scan_.mark();
    const bool yes = scan_.word("true");
    const bool boolean = yes || scan_.word("false");
    if (!boolean && !scan_.word("null")) return scan_.expected(what);
    Value& value = slot();
    value.kind = boolean ? ValueKind::kBool : ValueKind::kNull;
    value.boolean = yes;
    value.mark = mark;
    return true;
  }

  bool open(bool array) {
    if (frames_.size() >= options_.max_depth) {
      return scan_.fail_at(
          scan_.mark(), fmt::format("nested deeper than {}", counted(options_.max_depth, "level")));
    }
    frames_.push_back(Frame{.array = array,
                            .fresh = true,
                            .start = array ? items_.size() : members_.size(),
                            .mark = scan_.mark()});
    scan_.skip();
    return true;
  }

  bool close() {
    const Frame frame = frames_.back();
    if (!frame.array && !check_keys(frame.start)) return false;
    scan_.skip();
    frames_.pop_back();
    Value container;
    container.kind = frame.array ? ValueKind::kArray : ValueKind::kObject;
    container.mark = frame.mark;
    if (frame.array) {
      take(items_, frame.start, container.items);
    } else {
      take(members_, frame.start, container.members);
    }
    slot() = std::move(container);
    return true;
  }

  template <typename T>
  static void take(std::vector<T>& stack, std::size_t start, std::vector<T>& out) {
    const auto first = stack.begin() + static_cast<std::ptrdiff_t>(start);
    out.assign(std::make_move_iterator(first), std::make_move_iterator(stack.end()));
    stack.erase(first, stack.end());
  }

  bool count() {
    if (++count_ <= options_.max_values) return true;
    return scan_.fail_at(scan_.mark(),
                         fmt::format("more than {} values and keys", options_.max_values));
  }

  // Refuses a key that occurs twice among the members from `start` on.
  bool check_keys(std::size_t start) {
    const std::size_t size = members_.size() - start;
    if (size > kFewKeys) return check_many_keys(start);
    for (std::size_t i = start + 1; i < members_.size(); ++i) {
      for (std::size_t j = start; j < i; ++j) {
        if (members_[i].key == members_[j].key) return duplicate(members_[j], members_[i]);
      }
    }
    return true;
  }

  // Sorting costs the same for every choice of keys, which hashing does not.
  bool check_many_keys(std::size_t start) {
    std::vector<std::size_t> order(members_.size() - start);
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = start + i;
    std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      const int likeness = members_[a].key.compare(members_[b].key);
      return likeness != 0 ? likeness < 0 : a < b;
    });
    std::size_t second = members_.size();
    std::size_t first = 0;
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (order[i] >= second || members_[order[i - 1]].key != members_[order[i]].key) continue;
      first = order[i - 1];
      second = order[i];
    }
    return second == members_.size() || duplicate(members_[first], members_[second]);
  }

  bool duplicate(const Member& first, const Member& second) {
    return scan_.fail_at(
        second.mark, fmt::format("duplicate key {}, first at {}", claudestep::quoted(second.key),
                                 show(first.mark)));
  }

  const JsonOptions& options_;
  JsonScanner scan_;
  std::vector<Frame> frames_;
  std::vector<Value> items_;
  std::vector<Member> members_;
  Value root_;
  std::size_t count_ = 0;
};

}  // namespace

Result<Document> read_json(std::string bytes, const JsonOptions& options) {
  auto owned = std::make_unique<const std::string>(std::move(bytes));
  CS_ASSIGN(Value root, Parser(*owned, options).parse());
  return Document(std::move(owned), std::move(root));
}

}  // namespace claudestep::codec

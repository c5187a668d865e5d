// The one place that knows yaml-cpp: its events, its marks, its exceptions.
#include "codec/yaml_reader.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <array>
#include <istream>
#include <memory>
#include <optional>
#include <streambuf>
#include <utility>

#include "base/text.h"
#include "codec/yaml_builder.h"
#include "codec/yaml_checks.h"
#include "codec/yaml_disguise.h"
#include "codec/yaml_plain.h"

namespace claudestep::codec {
namespace {

// Reads where the bytes lie.
class BytesBuffer final : public std::streambuf {
 public:
  explicit BytesBuffer(std::string_view bytes) {
    // The stream only reads, whatever the signature says.
    char* const begin = const_cast<char*>(bytes.data());  // NOLINT
    setg(begin, begin, begin + bytes.size());
  }
};

std::size_t offset_of(const YAML::Mark& mark) {
  return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
}

class Events final : public YAML::EventHandler {
 public:
  explicit Events(YamlBuilder& builder) : builder_(builder) {}

  void OnDocumentStart(const YAML::Mark& mark) final { builder_.begin_document(offset_of(mark)); }
  void OnDocumentEnd() final {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) final {
    builder_.missing(offset_of(mark), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) final {
    builder_.alias(offset_of(mark), anchor);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) final {
    if (is_hidden_comment(value)) builder_.refuse_comment(offset_of(mark));
    builder_.scalar(offset_of(mark), revealed(tag), anchor, revealed(value));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) final {
    builder_.begin_sequence(offset_of(mark), revealed(tag), anchor, style_of(style));
  }
  void OnSequenceEnd() final { builder_.end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) final {
    builder_.begin_map(offset_of(mark), revealed(tag), anchor, style_of(style));
  }
  void OnMapEnd() final { builder_.end(); }

 private:
  static YamlBuilder::Style style_of(YAML::EmitterStyle::value style) {
    return style == YAML::EmitterStyle::Flow ? YamlBuilder::Style::kFlow
                                             : YamlBuilder::Style::kBlock;
  }

  YamlBuilder& builder_;
};

// What the library says where a flow map does not go on, as it does at a key of several lines.
constexpr std::string_view kEndOfFlowMap = "end of map flow not found";
constexpr std::string_view kTokens = ",:[{&!";
constexpr std::size_t kMostReread = std::size_t{2} << 20U;

struct Wording {
  std::string_view theirs;
  std::string_view ours;
};

// What the library says, as what was expected.
constexpr std::array<Wording, 17> kWordings{{
    {"end of map not found", "expected the next key of the map, as far in as the others"},
    {kEndOfFlowMap, "expected ',' or '}' in the map"},
    {"end of sequence not found",
     "expected the next '- ' of the sequence, as far in as the others"},
    {"end of sequence flow not found", "expected ',' or ']' in the sequence"},
    {"illegal map value", "expected no ': ' here; text that holds one is written in quotes"},
    {"illegal map key", "expected no '? ' here"},
    {"illegal block entry", "expected no '- ' here"},
    {"illegal flow end", "expected no closing bracket here"},
    {"unknown escape character", "expected an escape that YAML knows, such as \\n"},
    {"illegal EOF in scalar", "expected the closing quote, found the end of the document"},
    {"illegal document indicator in scalar", "expected the closing quote, found a document's end"},
    {"unknown token",
     "expected a value; text that begins with this character is written in quotes"},
    {"illegal tab when looking for indentation", "expected spaces for indentation, found a tab"},
    {"the referenced anchor is not defined", "expected an anchor that stands before the alias"},
    {"alias not found after *", "expected a name after '*'"},
    {"anchor not found after &", "expected a name after '&'"},
    {"illegal character found while scanning alias", "expected a name of letters after '*' or '&'"},
}};

// Whether white space with a tab is all that comes before `offset` on its line.
bool begins_with_tab(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::string_view line = before.substr(before.rfind('\n') + 1);
  return line.find_first_not_of(" \t") == std::string_view::npos &&
         line.find('\t') != std::string_view::npos;
}

Error syntax_error(const YAML::Exception& theirs, YamlText& text, const YamlOptions& options) {
  std::string message = theirs.msg;
  for (const Wording& wording : kWordings) {
    if (theirs.msg.starts_with(wording.theirs)) message = wording.ours;
  }
  const std::size_t offset = offset_of(theirs.mark);
  if (begins_with_tab(text.bytes(), offset))
    message = "expected spaces for indentation, found a tab";
  if (byte_at(text.bytes(), offset) == '#') message = kCommentTouches;
  const Mark mark = text.mark_at(offset);
  return Error{options.code, std::move(message)}.at(Place{options.file, mark.line, mark.column});
}

// yaml-cpp keeps every token of a flow collection until its end, a hundred bytes each. A document
// that has more of them than its values may have, as these characters tell, is refused unread.
std::optional<Error> too_many_tokens(YamlText& text, const YamlOptions& options) {
  std::size_t left = 2 * options.max_values;
  const std::string_view bytes = text.bytes();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (kTokens.find(bytes[at]) == std::string_view::npos) continue;
    const std::size_t tokens = bytes[at] == ':' ? 3 : 2;
    if (tokens <= left) {
      left -= tokens;
      continue;
    }
    const Mark mark = text.mark_at(at);
    return Error{options.code,
                 fmt::format("more commas, colons, brackets, anchors and tags than a document of "
                             "{} values has",
                             options.max_values)}
        .at(Place{options.file, mark.line, mark.column});
  }
  return std::nullopt;
}

// The document where it is simple and has no mistake; all others are the library's.
std::optional<Value> build_plain(YamlText& text, const YamlOptions& options) {
  YamlBuilder builder(text, options);
  try {
    if (read_plain_yaml(text.bytes(), builder)) return builder.finish();
  } catch (const YamlRefusal&) {  // told again, in the library's order
  }
  return std::nullopt;
}

// What the library makes of the disguised text; `key` is where a key of a flow map may stop it.
Result<Value> build_told(const std::string& told, YamlText& text, const YamlOptions& options,
                         std::optional<std::size_t>& key) {
  YamlBuilder builder(text, options);
  try {
    BytesBuffer buffer(told);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    Events events(builder);
    while (parser.HandleNextDocument(events)) {
    }
    return builder.finish();
  } catch (YamlRefusal& refusal) {
    return fail(std::move(refusal.error));
  } catch (const YAML::Exception& error) {
    if (error.msg == kEndOfFlowMap) key = offset_of(error.mark);
    return fail(syntax_error(error, text, options));
  }
}

// A key that was joined is a reason to begin again, as long as that is no great matter.
Result<Value> build(YamlText& text, const YamlOptions& options) {
  std::string told = disguise_yaml(text.bytes());
  for (std::size_t read = told.size();; read += told.size()) {
    std::optional<std::size_t> key;
    auto built = build_told(told, text, options, key);
    if (!key || read > kMostReread || !join_key(told, *key)) return built;
    text = YamlText(text.bytes());
  }
}

}  // namespace

Result<Document> read_yaml(std::string bytes, const YamlOptions& options) {
  auto owned = std::make_unique<const std::string>(std::move(bytes));
  const std::string_view view = without_byte_order_mark(*owned);
  YamlText text(view);
  if (auto fault = text.find_fault()) {
    return fail(Error{options.code, std::move(fault->message)}.at(
        Place{options.file, fault->mark.line, fault->mark.column}));
  }
  if (auto error = too_many_tokens(text, options)) return fail(*std::move(error));
  if (options.plain_first) {
    if (auto root = build_plain(text, options)) return Document(std::move(owned), *std::move(root));
    text = YamlText(view);
  }
  CS_ASSIGN(Value root, build(text, options));
  return Document(std::move(owned), std::move(root));
}

}  // namespace claudestep::codec

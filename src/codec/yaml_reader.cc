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

class Events final : public YAML::EventHandler {
 public:
  explicit Events(YamlBuilder& builder) : builder_(builder) {}

  void OnDocumentStart(const YAML::Mark& mark) final { builder_.begin_document(offset(mark)); }
  void OnDocumentEnd() final {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) final {
    builder_.missing(offset(mark), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) final {
    builder_.alias(offset(mark), anchor);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) final {
    builder_.scalar(offset(mark), tag, anchor, value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) final {
    builder_.begin_sequence(offset(mark), tag, anchor, style_of(style));
  }
  void OnSequenceEnd() final { builder_.end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) final {
    builder_.begin_map(offset(mark), tag, anchor, style_of(style));
  }
  void OnMapEnd() final { builder_.end(); }

 private:
  static std::size_t offset(const YAML::Mark& mark) {
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
  }
  static YamlBuilder::Style style_of(YAML::EmitterStyle::value style) {
    return style == YAML::EmitterStyle::Flow ? YamlBuilder::Style::kFlow
                                             : YamlBuilder::Style::kBlock;
  }

  YamlBuilder& builder_;
};

struct Wording {
  std::string_view theirs;
  std::string_view ours;
};

// What the library says, as what was expected.
constexpr std::array<Wording, 16> kWordings{{
    {"end of map not found", "expected the next key of the map, as far in as the others"},
    {"end of map flow not found", "expected ',' or '}' in the map"},
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
    {"the referenced anchor is not defined", "expected an anchor that stands before the alias"},
    {"alias not found after *", "expected a name after '*'"},
    {"anchor not found after &", "expected a name after '&'"},
    {"illegal character found while scanning alias", "expected a name of letters after '*' or '&'"},
}};

Error syntax_error(const YAML::Exception& theirs, YamlText& text, const YamlOptions& options) {
  std::string message = theirs.msg;
  for (const Wording& wording : kWordings) {
    if (theirs.msg.starts_with(wording.theirs)) message = wording.ours;
  }
  const std::size_t offset = theirs.mark.pos < 0 ? 0 : static_cast<std::size_t>(theirs.mark.pos);
  const Mark mark = text.mark_at(offset);
  return Error{options.code, std::move(message)}.at(Place{options.file, mark.line, mark.column});
}

// yaml-cpp keeps every token of a flow collection until its end, a hundred bytes and more each.
// Where there are more than this a document is refused before it is read.
std::size_t most_commas(const YamlOptions& options) {
  return options.max_values / 2;
}

std::optional<Error> too_many_commas(YamlText& text, const YamlOptions& options) {
  std::size_t left = most_commas(options);
  const std::string_view bytes = text.bytes();
  for (std::size_t at = bytes.find(','); at != std::string_view::npos;
       at = bytes.find(',', at + 1)) {
    if (left-- > 0) continue;
    const Mark mark = text.mark_at(at);
    return Error{options.code,
                 fmt::format("more than {} commas in one document", most_commas(options))}
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

Result<Value> build(YamlText& text, const YamlOptions& options) {
  YamlBuilder builder(text, options);
  try {
    BytesBuffer buffer(text.bytes());
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    Events events(builder);
    while (parser.HandleNextDocument(events)) {
    }
    return builder.finish();
  } catch (YamlRefusal& refusal) {
    return fail(std::move(refusal.error));
  } catch (const YAML::Exception& error) {
    return fail(syntax_error(error, text, options));
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
  if (auto error = too_many_commas(text, options)) return fail(*std::move(error));
  if (options.plain_first) {
    if (auto root = build_plain(text, options)) return Document(std::move(owned), *std::move(root));
    text = YamlText(view);
  }
  CS_ASSIGN(Value root, build(text, options));
  return Document(std::move(owned), std::move(root));
}

}  // namespace claudestep::codec

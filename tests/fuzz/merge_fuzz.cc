// Three documents between NUL bytes: where all can be read, the merge is the same from either side,
// can be read back, and merging it again changes nothing.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "codec/project_codec.h"
#include "model/derive.h"
#include "model/merge.h"

namespace {

namespace codec = claudestep::codec;
namespace model = claudestep::model;

std::string_view take_document(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\0'), rest.size());
  const std::string_view document = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return document;
}

std::optional<model::Project> read_document(std::string_view bytes) {
  auto project = codec::read_project(bytes, "f");
  if (!project) return std::nullopt;
  model::settle(*project);
  return *std::move(project);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const auto base = read_document(take_document(rest));
  const auto ours = read_document(take_document(rest));
  const auto theirs = read_document(take_document(rest));
  if (!ours || !theirs) return 0;
  const model::Project* from = base ? &*base : nullptr;
  const model::Merged merged = model::merge(from, *ours, *theirs);
  const std::string written = codec::write_project(merged.project);
  const model::Merged turned = model::merge(from, *theirs, *ours);
  CS_CHECK(codec::write_project(turned.project) == written);
  CS_CHECK(turned.receipts == merged.receipts);
  CS_CHECK(codec::read_project(written, "again").has_value());
  const model::Merged again = model::merge(&*ours, merged.project, *ours);
  CS_CHECK(codec::write_project(again.project) == written);
  for (const model::Receipt& receipt : merged.receipts) {
    CS_CHECK(model::trailer_of(receipt).find('\n') == std::string::npos);
    CS_CHECK(model::summarise(receipt).find('\x1b') == std::string::npos);
  }
  return 0;
}

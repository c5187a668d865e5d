// Three documents between NUL bytes: where all can be read, the merge is the same from either side,
// can be read back, and merging it again changes nothing. Merging the records that differ alone
// gives the same, or nothing.
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
#include "store/thin_merge.h"

namespace {

namespace codec = claudestep::codec;
namespace model = claudestep::model;
namespace store = claudestep::store;

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

// What is merged thinly, of files that all have one name.
void check_thin(const store::FileVersions& files, const model::Merged& merged,
                const model::Project& ours, const model::Project& theirs) {
  const auto thin = store::merge_thin(files);
  if (!thin) return;
  const bool is_new =
      !model::says_the_same(merged.project, ours) && !model::says_the_same(merged.project, theirs);
  CS_CHECK(thin->merged.receipts == merged.receipts);
  CS_CHECK(thin->content == (is_new ? codec::write_project(merged.project) : ""));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  store::FileVersions files{"", take_document(rest), take_document(rest), take_document(rest)};
  const auto base = read_document(files.base);
  const auto ours = read_document(files.ours);
  const auto theirs = read_document(files.theirs);
  if (!base || !ours || !theirs) CS_CHECK(!store::merge_thin(files));
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
  files.name = ours->name.value;
  if (base && base->name == ours->name && theirs->name == ours->name) {
    check_thin(files, merged, *ours, *theirs);
  }
  for (const model::Receipt& receipt : merged.receipts) {
    CS_CHECK(model::trailer_of(receipt).find('\n') == std::string::npos);
    CS_CHECK(model::summarise(receipt).find('\x1b') == std::string::npos);
  }
  return 0;
}

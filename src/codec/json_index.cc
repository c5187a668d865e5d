#include "codec/json_index.h"

#include <simdjson.h>

#include <algorithm>
#include <cstddef>

namespace claudestep::codec {
namespace {

constexpr std::size_t kLeastCapacity = 64UL * 1024;
constexpr std::size_t kMostBytes = 0xffff0000;
constexpr std::size_t kDepth = 1;  // of simdjson's second stage, which is not used

}  // namespace

struct JsonIndex::Impl {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
  std::size_t capacity = 0;
};

JsonIndex::JsonIndex() : impl_(std::make_unique<Impl>()) {}
JsonIndex::~JsonIndex() = default;
JsonIndex::JsonIndex(JsonIndex&&) noexcept = default;
JsonIndex& JsonIndex::operator=(JsonIndex&&) noexcept = default;

std::span<const std::uint32_t> JsonIndex::find_tokens(std::string_view text) {
  if (text.empty() || text.size() > kMostBytes) return {};
  if (text.size() > impl_->capacity) {
    const std::size_t wanted = std::max({text.size(), 2 * impl_->capacity, kLeastCapacity});
    const auto error = simdjson::get_active_implementation()->create_dom_parser_implementation(
        std::min(wanted, kMostBytes), kDepth, impl_->parser);
    impl_->capacity = error == simdjson::SUCCESS ? std::min(wanted, kMostBytes) : 0;
    if (error != simdjson::SUCCESS) return {};
  }
  // The first stage reads no byte past the end, so no padding is needed.
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto error = impl_->parser->stage1(bytes, text.size(), simdjson::stage1_mode::regular);
  if (error != simdjson::SUCCESS) return {};
  return {impl_->parser->structural_indexes.get(), impl_->parser->n_structural_indexes};
}

}  // namespace claudestep::codec

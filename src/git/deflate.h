// Owns: compressing objects as git does when it is in a hurry.
// Internal to git/.
#pragma once

#include <zlib.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace claudestep::git {

// What a byte can become at the very best when it is inflated; a size beyond that lies.
inline constexpr std::size_t kBestDeflateRatio = 1032;

// One deflate stream that is reset between objects, so that its tables are made once.
class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  // Appends `first` and `second`, one after the other as one stream, to `out`. False when there is
  // no memory. Requires: less than 4 GiB each, which no object of ours comes near.
  [[nodiscard]] bool append(std::string& out, std::string_view first, std::string_view second = {});

 private:
  bool feed(std::string_view bytes, int flush);

  z_stream stream_{};
  bool ready_ = false;
};

}  // namespace claudestep::git

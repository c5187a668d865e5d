#include "git/deflate.h"

namespace claudestep::git {

Deflater::Deflater() {
  ready_ = deflateInit(&stream_, Z_BEST_SPEED) == Z_OK;
}

Deflater::~Deflater() {
  deflateEnd(&stream_);
}

bool Deflater::feed(std::string_view bytes, int flush) {
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream_.avail_in = static_cast<uInt>(bytes.size());
  const int code = deflate(&stream_, flush);
  return flush == Z_FINISH ? code == Z_STREAM_END : bytes.empty() || code == Z_OK;
}

bool Deflater::append(std::string& out, std::string_view first, std::string_view second) {
  if (!ready_ || deflateReset(&stream_) != Z_OK) return false;
  const std::size_t start = out.size();
  out.resize(start + deflateBound(&stream_, first.size() + second.size()));
  stream_.next_out = reinterpret_cast<Bytef*>(out.data() + start);
  stream_.avail_out = static_cast<uInt>(out.size() - start);
  if (!feed(first, Z_NO_FLUSH) || !feed(second, Z_FINISH)) return false;
  out.resize(out.size() - stream_.avail_out);
  return true;
}

}  // namespace claudestep::git

#include "check/trail.h"

namespace claudestep::check {

void Trail::append_to(std::string& out) const {
  if (parent_ == nullptr) return;
  parent_->append_to(out);
  if (index_ != kNoIndex) {
    out += "[" + std::to_string(index_) + "]";
    return;
  }
  if (!out.empty()) out += '.';
  out += name_;
}

std::string Trail::path() const {
  std::string out;
  append_to(out);
  return out;
}

std::string Trail::subject() const {
  std::string out = path();
  return out.empty() ? "the document" : out;
}

}  // namespace claudestep::check

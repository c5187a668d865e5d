#include "store/spare_name.h"

#include <cstddef>

#include "base/text.h"

namespace claudestep::store {

std::string take_spare_name(const std::string& name, std::set<std::string>& taken) {
  constexpr std::size_t kLongestName = 100;
  for (int number = 2;; ++number) {
    const std::string ending = "-" + std::to_string(number);
    std::string spare = name.substr(0, kLongestName - ending.size()) + ending;
    if (taken.insert(to_lower_ascii(spare)).second) return spare;
  }
}

}  // namespace claudestep::store

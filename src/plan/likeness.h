// Owns: whether two task texts may be one task that was reworded.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace claudestep::plan {

// A text as its words, ready to be compared with many others. In scripts without spaces between
// words (Chinese, Japanese, Thai) each two neighbouring characters count as one.
class Wording {
 public:
  explicit Wording(std::string_view text);

  // How alike two texts are, in thousandths: twice the words they share over the words they have.
  // 0 where each has a word with a digit that the other lacks: "Task 1" is not "Task 10".
  [[nodiscard]] int likeness(const Wording& other) const;

 private:
  std::map<std::string, int, std::less<>> words_;  // lower-case, with how often they occur
  int count_ = 0;
};

// From here on two texts count as one that was reworded.
inline constexpr int kLikeEnough = 600;

}  // namespace claudestep::plan

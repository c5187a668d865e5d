#include "store/workshop.h"

#include <gtest/gtest.h>

#include <memory>

namespace claudestep::store {
namespace {

TEST(Workshop, HandsOverInOrderWhateverTheNumberOfThreads) {
  for (const std::size_t threads :
       {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{7}}) {
    std::vector<std::unique_ptr<std::size_t>> made(200);
    const auto make = [&](std::size_t number) {
      ASSERT_EQ(made[number], nullptr) << "made twice";
      made[number] = std::make_unique<std::size_t>(number * number);
    };
    Workshop workshop(made.size(), threads, make, [&]() -> Workshop::Make { return make; });
    for (std::size_t i = 0; i < made.size(); ++i) {
      ASSERT_EQ(workshop.take(), i);
      EXPECT_EQ(*made[i], i * i);
    }
  }
}

TEST(Workshop, GoesOnWithoutHelpersThatCannotHelp) {
  std::vector<int> made(50);
  const auto make = [&](std::size_t number) { made[number] = 1; };
  Workshop workshop(made.size(), 4, make, []() -> Workshop::Make { return {}; });
  for (std::size_t i = 0; i < made.size(); ++i) EXPECT_EQ(made[workshop.take()], 1);
}

TEST(Workshop, EndsWhereNobodyTakesWhatItMakes) {
  std::vector<int> made(1000);
  const auto make = [&](std::size_t number) { made[number] = 1; };
  {
    Workshop workshop(made.size(), 3, make, [&]() -> Workshop::Make { return make; });
    EXPECT_EQ(workshop.take(), 0U);
  }
  EXPECT_EQ(made.back(), 0) << "what is far ahead is not made";
}

}  // namespace
}  // namespace claudestep::store

#include "base/sha256.h"

#include <gtest/gtest.h>

namespace claudestep {
namespace {

TEST(Sha256, AgreesWithThePublishedVectors) {
  struct Row {
    std::string text;
    std::string_view hex;
  };
  const Row rows[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
       "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
       "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
      {std::string(1000000, 'a'),
       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const Row& row : rows) EXPECT_EQ(sha256_hex(row.text), row.hex);
  EXPECT_EQ(sha256_hex("Add user authentication").substr(0, 8), "39b1209d");
}

TEST(Sha256, PadsEveryLengthAroundABlock) {
  // The digests of 55, 56, 63, 64 and 65 times 'a', where the padding changes its shape.
  EXPECT_EQ(sha256_hex(std::string(55, 'a')).substr(0, 16), "9f4390f8d30c2dd9");
  EXPECT_EQ(sha256_hex(std::string(56, 'a')).substr(0, 16), "b35439a4ac6f0948");
  EXPECT_EQ(sha256_hex(std::string(63, 'a')).substr(0, 16), "7d3e74a05d7db15b");
  EXPECT_EQ(sha256_hex(std::string(64, 'a')).substr(0, 16), "ffe054fe7ae0cb6d");
  EXPECT_EQ(sha256_hex(std::string(65, 'a')).substr(0, 16), "635361c48bb9eab1");
}

}  // namespace
}  // namespace claudestep

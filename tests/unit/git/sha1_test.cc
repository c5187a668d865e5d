#include "git/sha1.h"

#include <git2.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "git/library.h"
#include "git/oid.h"
#include "git/repository.h"

namespace claudestep::git {
namespace {

ObjectId sum_of(CompressSha1 compress, std::string_view bytes, std::size_t piece) {
  Sha1 sum(compress);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
    sum.update(bytes.substr(0, piece));
  }
  return sum.finish();
}

// Every length up to some blocks, in pieces of any size: the processor's own words for it and ours.
TEST(Sha1, IsTheSameHoweverItIsMade) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    const ObjectId whole = sum_of(fastest_sha1(), bytes, 1000);
    for (const std::size_t piece : {1U, 63U, 64U, 65U, 128U, 1000U}) {
      EXPECT_EQ(sum_of(compress_sha1_portably, bytes, piece), whole) << i << " " << piece;
      EXPECT_EQ(sum_of(fastest_sha1(), bytes, piece), whole) << i << " " << piece;
    }
    bytes += static_cast<char>(i * 37);
  }
  EXPECT_EQ(sum_of(fastest_sha1(), "abc", 3).hex(), "a9993e364706816aba3e25717850c26c9cd0d89d");
}

// Two that begin and end at other places in their blocks.
TEST(Sha1, IsTheSameOfTwoAtOnce) {
  std::string bytes;
  for (int i = 0; i < 400; ++i) bytes += static_cast<char>(i * 41);
  const std::string_view all(bytes);
  for (const std::size_t begun : {0U, 1U, 63U, 64U, 70U}) {
    for (const std::size_t size : {0U, 1U, 62U, 63U, 64U, 65U, 128U, 200U, 330U}) {
      for (const std::size_t other_size : {0U, 1U, 64U, 129U, 400U}) {
        Sha1 one;
        Sha1 other;
        one.update(all.substr(0, begun));
        Sha1::update_two(one, all.substr(begun, size), other, all.substr(0, other_size));
        EXPECT_EQ(one.finish(), sum_of(fastest_sha1(), all.substr(0, begun + size), 1000))
            << begun << " " << size << " " << other_size;
        EXPECT_EQ(other.finish(), sum_of(fastest_sha1(), all.substr(0, other_size), 1000))
            << begun << " " << size << " " << other_size;
      }
    }
  }
}

TEST(Sha1, NamesObjectsAsLibgit2Does) {
  ensure_library();
  std::string bytes;
  for (int i = 0; i < 200; ++i) {
    bytes.append(static_cast<std::size_t>(i), static_cast<char>(i));
    git_oid oid;
    ASSERT_EQ(git_odb_hash(&oid, bytes.data(), bytes.size(), GIT_OBJECT_BLOB), 0);
    EXPECT_EQ(hash_object("blob", bytes), from_oid(oid)) << i;
    EXPECT_THAT(hash_objects("blob", std::vector<std::string_view>{bytes, "a", bytes}),
                testing::ElementsAre(from_oid(oid), hash_object("blob", "a"), from_oid(oid)));
  }
}

}  // namespace
}  // namespace claudestep::git

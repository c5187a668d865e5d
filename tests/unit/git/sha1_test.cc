#include "git/sha1.h"

#include <git2.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

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

// Any number of them, which begin and end at other places in their blocks.
TEST(Sha1, IsTheSameOfSeveralAtOnce) {
  std::string bytes;
  for (int i = 0; i < 400; ++i) bytes += static_cast<char>(i * 41);
  const std::string_view all(bytes);
  constexpr std::array<std::size_t, 9> kSizes = {0, 330, 1, 62, 63, 64, 65, 128, 200};
  for (const std::size_t begun : {0U, 1U, 63U, 64U, 70U}) {
    for (std::size_t count = 0; count <= 2 * kSizes.size(); ++count) {
      std::vector<Sha1> sums(count);
      std::vector<std::string_view> more;
      for (std::size_t i = 0; i < count; ++i) {
        if (i % 2 == 0) sums[i].update(all.substr(0, begun));
        more.push_back(all.substr(i % 2 == 0 ? begun : i, kSizes[i % kSizes.size()]));
      }
      Sha1::update_all(sums, more);
      for (std::size_t i = 0; i < count; ++i) {
        const std::string before(i % 2 == 0 ? all.substr(0, begun) : "");
        EXPECT_EQ(sums[i].finish(), sum_of(fastest_sha1(), before + std::string(more[i]), 1000))
            << begun << " " << i << " of " << count;
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

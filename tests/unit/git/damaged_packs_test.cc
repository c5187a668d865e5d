// Packs whose files are what a power failure leaves of them.
#include "git/damaged_packs.h"

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;

class DamagedPacks : public testing::Test {
 protected:
  DamagedPacks() {
    builder_.commit("refs/heads/main", {{"f", "1\n"}});
    builder_.git({"repack", "-a", "-d", "-q"});
    for (const auto& entry : fs::directory_iterator(builder_.git_dir() / "objects" / "pack")) {
      fs::permissions(entry.path(), fs::perms::owner_all);
      if (entry.path().extension() == ".pack") pack_ = entry.path();
      if (entry.path().extension() == ".idx") index_ = entry.path();
    }
  }

  [[nodiscard]] std::vector<DamagedPack> found() const {
    return find_damaged_packs((builder_.git_dir() / "objects").string());
  }
  [[nodiscard]] DamagedPack pack(bool is_whole, bool has_pack, bool has_index,
                                 const std::string& refusal = {}) const {
    return {fs::path(pack_).replace_extension().string(), is_whole, has_pack, has_index, refusal};
  }

  static void flip_a_bit(const fs::path& path, std::uintmax_t place) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekg(static_cast<std::streamoff>(place));
    const char byte = static_cast<char>(file.get() ^ 1);
    file.seekp(static_cast<std::streamoff>(place));
    file.put(byte);
    ASSERT_TRUE(file.good());
  }

  RepositoryBuilder builder_;
  fs::path pack_;
  fs::path index_;
};

TEST_F(DamagedPacks, ASoundOneIsNone) {
  EXPECT_THAT(found(), testing::IsEmpty());
}

TEST_F(DamagedPacks, AnIndexCanBeMadeAnew) {
  for (const unsigned size : {100U, 0U}) {
    fs::resize_file(index_, size);
    EXPECT_THAT(found(), testing::ElementsAre(pack(true, true, true))) << size;
  }
  fs::remove(index_);
  EXPECT_THAT(found(), testing::ElementsAre(pack(true, true, false)));
  builder_.git({"index-pack", pack_.string()});
  EXPECT_THAT(found(), testing::IsEmpty());
}

// Git uses it, and does not find what it is wrong about.
TEST_F(DamagedPacks, AnIndexWithOneBitFlippedCanBeMadeAnew) {
  flip_a_bit(index_, 1100);
  EXPECT_THAT(found(), testing::ElementsAre(pack(true, true, true)));
}

TEST_F(DamagedPacks, SoAreFilesInWhichGitLooksThingsUp) {
  const fs::path objects = builder_.git_dir() / "objects";
  const auto damaged = [&] { return find_damaged_lookups(objects.string()); };
  EXPECT_THAT(damaged(), testing::IsEmpty());
  builder_.git({"multi-pack-index", "write"});
  builder_.git({"commit-graph", "write", "--reachable"});
  EXPECT_THAT(damaged(), testing::IsEmpty());
  const fs::path graph = objects / "info" / "commit-graph";
  const fs::path many = objects / "pack" / "multi-pack-index";
  fs::permissions(graph, fs::perms::owner_all);
  fs::permissions(many, fs::perms::owner_all);
  flip_a_bit(graph, fs::file_size(graph) / 2);
  EXPECT_THAT(damaged(), testing::ElementsAre(graph.string()));
  fs::resize_file(many, fs::file_size(many) - 1);
  EXPECT_THAT(damaged(), testing::ElementsAre(graph.string(), many.string()));
  fs::remove(graph);
  fs::remove(many);
  builder_.git({"commit-graph", "write", "--reachable", "--split"});
  const fs::path chain = objects / "info" / "commit-graphs";
  ASSERT_TRUE(fs::is_directory(chain));
  EXPECT_THAT(damaged(), testing::IsEmpty());
  for (const auto& entry : fs::directory_iterator(chain)) {
    if (entry.path().extension() != ".graph") continue;
    fs::permissions(entry.path(), fs::perms::owner_all);
    fs::resize_file(entry.path(), 0);
  }
  EXPECT_THAT(damaged(), testing::ElementsAre(chain.string()));
}

TEST_F(DamagedPacks, APackCannot) {
  for (const std::uintmax_t cut : {std::uintmax_t{1}, fs::file_size(pack_) - 30}) {
    fs::resize_file(pack_, fs::file_size(pack_) - cut);
    EXPECT_THAT(found(), testing::ElementsAre(pack(false, true, true))) << cut;
  }
  fs::resize_file(pack_, 0);
  EXPECT_THAT(found(), testing::ElementsAre(pack(false, true, true)));
  fs::remove(pack_);
  EXPECT_THAT(found(), testing::ElementsAre(pack(false, false, true)));
}

// Git reads it, though here it is left to libgit2.
TEST_F(DamagedPacks, AnIndexOfVersion1IsSound) {
  fs::remove(index_);
  builder_.git({"-c", "pack.indexVersion=1", "index-pack", pack_.string()});
  EXPECT_THAT(found(), testing::IsEmpty());
  fs::permissions(index_, fs::perms::owner_all);
  fs::resize_file(index_, fs::file_size(index_) - 1);
  EXPECT_THAT(found(), testing::ElementsAre(pack(true, true, true)));
}

// Too many links, since rights bind no root: as well as rights, it is no damage.
TEST_F(DamagedPacks, WhatTheSystemRefusesIsNotTakenForDamage) {
  for (const fs::path& file : {pack_, index_}) {
    const fs::path away = file.string() + ".away";
    fs::rename(file, away);
    fs::create_symlink(file, file);
    EXPECT_THAT(found(),
                testing::ElementsAre(pack(false, true, true,
                                          file.string() + ": Too many levels of symbolic links")));
    fs::rename(away, file);
  }
}

}  // namespace
}  // namespace claudestep::git

// Reading packs ourselves: what git packed comes out as git says, and of packs that are damaged
// nothing comes out that libgit2 would not have said.
#include "git/pack_reader.h"

#include <zlib.h>

#include <fmt/format.h>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "git/delta.h"
#include "git/oid.h"
#include "tests/unit/git/git_fixture.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;

struct PackedRead {
  git_object_t type = GIT_OBJECT_INVALID;
  std::string bytes;

  bool operator==(const PackedRead&) const = default;
};

std::shared_ptr<PackShelf> shelf_of(const std::vector<std::string>& object_dirs) {
  auto shelf = std::make_shared<PackShelf>();
  shelf->look_in(object_dirs);
  return shelf;
}

std::optional<PackedRead> read_packed_object(PackReader& reader, const ObjectId& id) {
  std::vector<char> room;
  const auto header = reader.read(id, [&](std::size_t size) {
    room.resize(size + kSlack);
    return room.data();
  });
  std::optional<PackedRead> read;
  if (header) read = PackedRead{header->type, std::string(room.data(), header->size)};
  std::optional<PackedRead> visited;
  EXPECT_EQ(reader.visit(id,
                         [&](git_object_t type, std::string_view bytes) {
                           visited = PackedRead{type, std::string(bytes)};
                         }),
            read.has_value());
  EXPECT_EQ(visited, read);
  return read;
}

struct ListedObject {
  ObjectId id;
  PackedRead object;
};

// All objects of a repository, as git prints them.
std::vector<ListedObject> all_objects(const RepositoryBuilder& builder) {
  // The newlines at the end, which may be those of an object, are lost on the way.
  const std::string text =
      builder.git({"cat-file", "--batch", "--batch-all-objects"}) + std::string(4, '\n');
  std::vector<ListedObject> objects;
  for (std::size_t at = 0; text[at] != '\n';) {
    const std::size_t end = text.find('\n', at);
    const std::size_t space = text.find(' ', at + 41);
    const std::size_t size = std::strtoull(text.c_str() + space, nullptr, 10);
    const std::string type = text.substr(at + 41, space - at - 41);
    objects.push_back({id_of(text.substr(at, 40)),
                       {git_object_string2type(type.c_str()), text.substr(end + 1, size)}});
    at = end + size + 2;
  }
  return objects;
}

std::string objects_dir(const RepositoryBuilder& builder) {
  return (builder.git_dir() / "objects").string();
}

// A file that grows and changes, so that its versions become deltas of each other; beside it what
// is empty, what is all alike, and a tag.
void fill(const RepositoryBuilder& builder, int versions) {
  std::string text;
  for (int line = 0; line < 200; ++line) text += fmt::format("line {} of {}\n", line, line * line);
  std::string stream;
  const auto put = [&](std::string_view path, std::string_view bytes) {
    stream += fmt::format("M 100644 inline {}\ndata {}\n{}\n", path, bytes.size(), bytes);
  };
  for (int version = 0; version < versions; ++version) {
    stream += fmt::format("commit refs/heads/main\ncommitter A <a@example.com> {} +0000\ndata 0\n",
                          1'700'000'000 + version);
    put("dir/f",
        text.insert(static_cast<std::size_t>(version) * 7, fmt::format("<{}>", version * version)));
    if (version == 0) put("e", "");
    if (version == 1) put("large", std::string(5'000'000, 'x'));
  }
  stream += "tag v1\nfrom refs/heads/main\ntagger A <a@example.com> 0 +0000\ndata 0\n";
  builder.git({"fast-import", "--quiet"}, stream);
}

void repack(const RepositoryBuilder& builder) {
  builder.git({"repack", "-adfq"});
}

fs::path file_in_packs(const RepositoryBuilder& builder, std::string_view extension) {
  for (const auto& entry : fs::directory_iterator(builder.git_dir() / "objects/pack")) {
    if (entry.path().extension() == extension) return entry.path();
  }
  throw std::runtime_error(fmt::format("no {} among the packs", extension));
}

void expect_all(PackReader& reader, const std::vector<ListedObject>& objects) {
  for (const ListedObject& one : objects) {
    EXPECT_EQ(read_packed_object(reader, one.id), one.object) << one.id.hex();
  }
}

TEST(PackReader, ReadsWhatGitPacked) {
  RepositoryBuilder builder;
  fill(builder, 70);  // fast-import makes one row of them all
  ASSERT_THAT(builder.git({"verify-pack", "-s", file_in_packs(builder, ".idx").string()}),
              testing::HasSubstr("chain length = 50"));
  const auto objects = all_objects(builder);
  ASSERT_GT(objects.size(), 180U);
  PackReader reader(shelf_of({objects_dir(builder)}));
  expect_all(reader, objects);
  expect_all(reader, objects);  // some of them from the shelf
  repack(builder);
  PackReader again(shelf_of({objects_dir(builder)}));
  expect_all(again, objects);
  EXPECT_EQ(read_packed_object(reader, ObjectId{}), std::nullopt);
}

// Deltas that name their base, instead of saying how far before them it is.
TEST(PackReader, ReadsDeltasThatNameTheirBase) {
  RepositoryBuilder builder;
  fill(builder, 20);
  builder.git({"config", "repack.useDeltaBaseOffset", "false"});
  repack(builder);
  PackReader reader(shelf_of({objects_dir(builder)}));
  expect_all(reader, all_objects(builder));
}

TEST(PackReader, ReadsSeveralPacksAndThoseOfAlternates) {
  RepositoryBuilder lender;
  fill(lender, 5);
  repack(lender);
  RepositoryBuilder builder;
  for (int round = 0; round < 3; ++round) {
    builder.commit("refs/heads/main", {{"g", std::string(3000, 'a') + std::to_string(round)}});
    builder.git({"repack", "-dq"});
  }
  builder.git({"multi-pack-index", "write"});
  const auto own = all_objects(builder);
  std::ofstream(builder.git_dir() / "objects/info/alternates") << objects_dir(lender) << "\n";
  const auto all = all_objects(builder);
  ASSERT_GT(all.size(), own.size());
  PackReader reader(shelf_of({objects_dir(builder), objects_dir(lender)}));
  expect_all(reader, all);
  ASSERT_OK_AND_ASSIGN(const auto repository, open(builder));
  for (const ListedObject& one : all) {
    if (one.object.type != GIT_OBJECT_BLOB) continue;
    EXPECT_THAT(repository.read_blob(one.id), IsOkAndHolds(one.object.bytes));
  }
}

TEST(PackReader, LeavesOthersWhatItDoesNotHave) {
  RepositoryBuilder builder;
  const std::string id = builder.blob("loose\n");
  PackReader reader(shelf_of({objects_dir(builder), "/nowhere"}));
  EXPECT_EQ(read_packed_object(reader, id_of(id)), std::nullopt);
  builder.commit("refs/heads/main", {{"f", "loose\n"}});
  builder.pack();
  EXPECT_EQ(read_packed_object(reader, id_of(id)), std::nullopt);
  reader.refresh();
  const PackedRead found{GIT_OBJECT_BLOB, "loose\n"};
  EXPECT_EQ(read_packed_object(reader, id_of(id)), found);
  const fs::path index = file_in_packs(builder, ".idx");
  for (int copy = 0; copy < 70; ++copy) {
    fs::copy(index, index.parent_path() / fmt::format("pack-{}.idx", copy));
  }
  reader.refresh();
  EXPECT_EQ(read_packed_object(reader, id_of(id)), std::nullopt);
}

TEST(PackReader, KeepsAPackThatARepackTookAway) {
  RepositoryBuilder builder;
  fill(builder, 5);
  repack(builder);
  const auto before = all_objects(builder);
  PackReader reader(shelf_of({objects_dir(builder)}));
  EXPECT_EQ(read_packed_object(reader, before.front().id), before.front().object);
  builder.commit("refs/heads/main", {{"new", "new\n"}});
  repack(builder);
  expect_all(reader, before);
  reader.refresh();
  expect_all(reader, all_objects(builder));
}

TEST(PackReader, ServesManyThreads) {
  RepositoryBuilder builder;
  fill(builder, 30);
  repack(builder);
  const auto objects = all_objects(builder);
  const auto shelf = shelf_of({objects_dir(builder)});
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      PackReader reader(shelf);
      expect_all(reader, objects);
      reader.refresh();
    });
  }
  for (std::thread& thread : threads) thread.join();
}

// What libgit2 alone says about an object of a single pack.
std::optional<PackedRead> read_by_libgit2(git_odb* odb, const ObjectId& id) {
  const git_oid oid = to_oid(id);
  OdbObjectHandle object;
  if (git_odb_read(Out(object), odb, &oid) < 0) return std::nullopt;
  return PackedRead{git_odb_object_type(object.get()), std::string(bytes_of(object))};
}

class DamagedPack : public testing::Test {
 protected:
  DamagedPack() {
    ensure_open();
    std::string text(300, 'a');
    for (int i = 0; i < 3; ++i) {
      builder_.commit("refs/heads/main", {{"f", text.insert(10, fmt::format("{}", i * 1000))}});
    }
    repack(builder_);
    objects_ = all_objects(builder_);
    index_ = file_in_packs(builder_, ".idx");
    pack_ = file_in_packs(builder_, ".pack");
    fs::permissions(index_, fs::perms::owner_write, fs::perm_options::add);
    fs::permissions(pack_, fs::perms::owner_write, fs::perm_options::add);
  }

  // libgit2 must have been started.
  void ensure_open() const { ASSERT_THAT(open(builder_), IsOk()); }

  // Nothing is read that libgit2 does not read as well. Returns how many objects we could read.
  std::size_t expect_as_libgit2() const {
    PackReader reader(shelf_of({objects_dir(builder_)}));
    OdbHandle odb;
    git_odb_backend* backend = nullptr;
    EXPECT_EQ(git_odb_new(Out(odb)), 0);
    if (git_odb_backend_one_pack(&backend, index_.c_str()) == 0) {
      EXPECT_EQ(git_odb_add_backend(odb.get(), backend, 1), 0);
    }
    std::size_t count = 0;
    for (const ListedObject& one : objects_) {
      const auto ours = read_packed_object(reader, one.id);
      if (!ours) continue;
      ++count;
      EXPECT_EQ(ours, read_by_libgit2(odb.get(), one.id)) << one.id.hex();
    }
    return count;
  }

  // In place: a file system may wait for the disk where a file is written anew.
  static void put(const fs::path& path, std::size_t place, std::string_view bytes) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(place));
    file << bytes;
  }

  RepositoryBuilder builder_;
  std::vector<ListedObject> objects_;
  fs::path index_;
  fs::path pack_;
};

TEST_F(DamagedPack, GivesNothingThatLibgit2DoesNotGive) {
  ASSERT_EQ(expect_as_libgit2(), objects_.size());
  for (const fs::path& file : {index_, pack_}) {
    const std::string whole = test::read_file(file);
    for (std::size_t place = 0; place < whole.size(); ++place) {
      const char damaged = static_cast<char>(whole[place] ^ (place % 2 == 0 ? 0x81 : 0x7F));
      put(file, place, std::string_view(&damaged, 1));
      expect_as_libgit2();
      if (HasFailure()) FAIL() << file << " at " << place;
      put(file, place, whole.substr(place, 1));
    }
  }
}

TEST_F(DamagedPack, IsNotReadWhenCutShort) {
  for (const fs::path& file : {index_, pack_}) {
    const std::string whole = test::read_file(file);
    for (std::size_t size = whole.size(); size-- > 0;) {
      fs::resize_file(file, size);
      PackReader reader(shelf_of({objects_dir(builder_)}));
      for (const ListedObject& one : objects_) {
        ASSERT_EQ(read_packed_object(reader, one.id), std::nullopt) << file << " of " << size;
      }
    }
    put(file, 0, whole);
  }
}

// ---------------------------------------------------------------------------- packs made by hand

std::string be32(std::uint32_t number) {
  std::string bytes;
  for (unsigned shift = 32; shift > 0; shift -= 8) {
    bytes += static_cast<char>(number >> (shift - 8));
  }
  return bytes;
}

std::string zlib_of(std::string_view bytes) {
  std::string out(compressBound(bytes.size()), '\0');
  uLongf size = out.size();
  EXPECT_EQ(compress(reinterpret_cast<Bytef*>(out.data()), &size,
                     reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()),
            Z_OK);
  return out.substr(0, size);
}

ObjectId numbered_id(std::uint8_t number) {
  ObjectId id;
  id.bytes.fill(number);
  return id;
}

std::string text_of(const ObjectId& id) {
  return {id.bytes.begin(), id.bytes.end()};
}

// What a pack of these items, headers and all, gives for the first of them. Their ids are
// numbered_id(1) and so on.
std::optional<PackedRead> read_first_of(const std::vector<std::string>& items) {
  const test::TempDir dir;
  const auto count = static_cast<std::uint32_t>(items.size());
  std::string pack = "PACK" + be32(2) + be32(count);
  std::string index("\377tOc\0\0\0\2", 8);
  index += be32(0);
  for (std::uint32_t first = 1; first < 256; ++first) index += be32(std::min(first, count));
  for (std::uint8_t i = 1; i <= count; ++i) index += text_of(numbered_id(i));
  index += std::string(4 * items.size(), '\0');
  for (const std::string& item : items) {
    index += be32(static_cast<std::uint32_t>(pack.size()));
    pack += item;
  }
  const std::string checksum(20, 'c');
  dir.write("pack/pack-1.pack", pack + checksum);
  dir.write("pack/pack-1.idx", index + checksum + std::string(20, 'i'));
  PackReader reader(shelf_of({dir.path().string()}));
  return read_packed_object(reader, numbered_id(1));
}

std::string blob_item(std::string_view bytes) {
  return static_cast<char>(0x30 + bytes.size()) + zlib_of(bytes);
}

std::string delta_item(const ObjectId& base, std::string_view delta) {
  return static_cast<char>(0x70 + delta.size()) + text_of(base) + zlib_of(delta);
}

TEST(HandmadePack, IsReadWhereItIsRight) {
  EXPECT_EQ(read_first_of({blob_item("abc")}), (PackedRead{GIT_OBJECT_BLOB, "abc"}));
  // Two of the base from its second, then "x".
  const std::string delta("\x03\x03\x91\x01\x02\x01x", 7);
  EXPECT_EQ(read_first_of({delta_item(numbered_id(2), delta), blob_item("abc")}),
            (PackedRead{GIT_OBJECT_BLOB, "bcx"}));
}

TEST(HandmadePack, GivesNothingWhereItIsWrong) {
  const std::string delta("\x03\x03\x91\x01\x02\x01x", 7);
  const std::string blob = blob_item("abc");
  EXPECT_EQ(read_first_of({delta_item(numbered_id(1), delta)}), std::nullopt) << "of itself";
  EXPECT_EQ(read_first_of({delta_item(numbered_id(2), delta), delta_item(numbered_id(1), delta)}),
            std::nullopt)
      << "in a circle";
  EXPECT_EQ(read_first_of({delta_item(numbered_id(9), delta), blob}), std::nullopt) << "of nothing";
  EXPECT_EQ(read_first_of({delta_item(numbered_id(2), delta), blob_item("abcd")}), std::nullopt)
      << "of a base of another size";
  EXPECT_EQ(read_first_of({"\x34" + zlib_of("abc")}), std::nullopt) << "less than promised";
  EXPECT_EQ(read_first_of({"\x32" + zlib_of("abc")}), std::nullopt) << "more than promised";
  EXPECT_EQ(read_first_of({"\xb0\xff\xff\x7f" + zlib_of("abc")}), std::nullopt) << "a huge lie";
  EXPECT_EQ(read_first_of({std::string(40, '\xff')}), std::nullopt) << "a size without end";
  EXPECT_EQ(read_first_of({"\x53" + zlib_of("abc")}), std::nullopt) << "of no type";
  EXPECT_EQ(read_first_of({std::string("\x67\x7f", 2) + zlib_of(delta)}), std::nullopt)
      << "of a base before the pack";
  EXPECT_EQ(read_first_of({std::string("\x67\0", 2) + zlib_of(delta)}), std::nullopt)
      << "as far as itself";
  EXPECT_EQ(read_first_of({"\x77"}), std::nullopt) << "cut off in the id of its base";
}

TEST(ApplyDelta, MakesWhatItSaysOrNothing) {
  struct Case {
    const char* what;
    std::string delta;
    std::optional<std::string> result;
  };
  const std::string base = "0123456789";
  for (const Case& one : {
           Case{"insert", std::string("\x0a\x03\x03xyz", 6), "xyz"},
           {"copy all, offset 0 unsaid", std::string("\x0a\x0a\x90\x0a", 4), base},
           {"copy from an offset", std::string("\x0a\x02\x91\x08\x02", 5), "89"},
           {"nothing at all", std::string("\x0a\x00", 2), ""},
           {"no sizes", "", std::nullopt},
           {"one size", "\x0a", std::nullopt},
           {"a size without end", std::string(12, '\xff'), std::nullopt},
           {"command 0", std::string("\x0a\x01\x00", 3), std::nullopt},
           {"less than promised", std::string("\x0a\x03\x02xy", 5), std::nullopt},
           {"more than promised", std::string("\x0a\x01\x02xy", 5), std::nullopt},
           {"an insert cut off", std::string("\x0a\x03\x03xy", 5), std::nullopt},
           {"a copy cut off", std::string("\x0a\x02\x91\x08", 4), std::nullopt},
           {"copies beyond the base", std::string("\x0a\x03\x91\x08\x03", 5), std::nullopt},
           {"begins beyond the base", std::string("\x0a\x01\x9f\xff\xff\xff\xff\x01", 8),
            std::nullopt},
           {"64 KiB, written as 0", std::string("\x0a\x01\x80", 3), std::nullopt},
       }) {
    std::string delta = one.delta + std::string(kSlack, 'z');
    std::string_view rest(delta.data(), one.delta.size());
    const auto sizes = take_sizes(rest);
    std::optional<std::string> made;
    if (sizes) {
      std::string out(sizes->result + kSlack, '\0');
      const std::string roomy = base + std::string(kSlack, 'z');
      if (apply_delta(std::string_view(roomy).substr(0, base.size()), rest, out.data(),
                      sizes->result)) {
        made = out.substr(0, sizes->result);
      }
    }
    EXPECT_EQ(made, one.result) << one.what;
  }
}

}  // namespace
}  // namespace claudestep::git

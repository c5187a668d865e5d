#include "store/names_once.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using test::FailsWith;
using test::kModeExecutable;
using test::kModeFile;
using test::kModeFolder;
using test::kModeSubmodule;
using test::TreeEntry;
using ::testing::ElementsAre;

using Listed = std::vector<TreeEntry>;

class NamesOnceTest : public StoreTest {
 protected:
  [[nodiscard]] TreeEntry file(std::string_view name, std::string_view id,
                               std::string_view mode = kModeFile) const {
    return {std::string(mode), std::string(name), std::string(id)};
  }
  [[nodiscard]] TreeEntry folder(std::string_view name, const Listed& entries) const {
    return {std::string(kModeFolder), std::string(name), builder_.tree(entries)};
  }
  [[nodiscard]] git::ObjectId tree(const Listed& entries) const {
    return *git::ObjectId::parse(builder_.tree(entries));
  }

  // Of several contents the one whose id is greatest.
  [[nodiscard]] std::string greatest() const { return std::max({a_, b_, c_}); }
  [[nodiscard]] std::string least() const { return std::min({a_, b_, c_}); }

  // "NAME ID" of each entry in what is made of `now`, or in a folder of it.
  [[nodiscard]] std::vector<std::string> once(const Listed& now, const Listed& before,
                                              std::string_view in = {}) {
    const git::Repository repository = open();
    const auto made = with_names_once(repository, tree(now), tree(before));
    EXPECT_THAT(made, test::IsOk());
    if (!made) return {};
    auto id = *made;
    if (!in.empty()) {
      const auto entry = repository.find_entry(id, in);
      EXPECT_TRUE(entry && *entry) << in;
      if (!entry || !*entry) return {};
      id = (*entry)->id;
    }
    std::vector<std::string> listed;
    const auto read = repository.read_tree(id);
    EXPECT_THAT(read, test::IsOk());
    if (!read) return {};
    for (const git::TreeEntry& entry : read->entries) {
      listed.push_back(entry.name + " " + entry.id.hex());
    }
    return listed;
  }

  const std::string a_ = builder_.blob("a");
  const std::string b_ = builder_.blob("b");
  const std::string c_ = builder_.blob("c");
};

TEST_F(NamesOnceTest, ATreeWithoutDoublesIsItself) {
  const git::Repository repository = open();
  const auto before = tree({file("x", a_), file("x", b_)});
  for (const Listed& entries :
       {Listed{}, Listed{file("x", a_), folder("projects", {file("x", a_)})},
        // Of a folder that is not ours nobody asks.
        Listed{folder("docs", {file("x", a_), file("x", b_)})}}) {
    const auto now = tree(entries);
    EXPECT_THAT(with_names_once(repository, now, before), test::IsOkAndHolds(now));
  }
  EXPECT_THAT(with_names_once(repository, git::ObjectId(), before),
              test::IsOkAndHolds(git::ObjectId()));
}

TEST_F(NamesOnceTest, WhatWasThereBeforeIsMeant) {
  for (const std::string& was : {a_, b_, c_}) {
    EXPECT_THAT(once({file("x", a_), file("x", b_), file("y", c_)}, {file("x", was)}),
                ElementsAre("x " + was, "y " + c_));
  }
  EXPECT_THAT(once({file("x", a_), folder("x", {file("in", a_)})}, {file("x", a_)}),
              ElementsAre("x " + a_));
}

TEST_F(NamesOnceTest, ElseTheGreatestIdIsMeant) {
  const Listed thrice{file("x", b_), file("x", a_), file("x", c_)};
  EXPECT_THAT(once(thrice, {}), ElementsAre("x " + greatest()));
  EXPECT_THAT(once(thrice, {file("other", least())}), ElementsAre("x " + greatest()));
  EXPECT_THAT(once(thrice, {file("x", least()), file("x", least(), kModeExecutable)}),
              ElementsAre("x " + greatest()));
}

TEST_F(NamesOnceTest, OfOneIdTheGreaterModeIsMeant) {
  const git::Repository repository = open();
  const auto before = git::ObjectId();
  const Listed twice{file("x", a_), file("x", a_, kModeExecutable)};
  ASSERT_OK_AND_ASSIGN(const auto made, with_names_once(repository, tree(twice), before));
  EXPECT_EQ(made, tree({file("x", a_, kModeExecutable)}));
}

TEST_F(NamesOnceTest, FoldersOfProjectsAreLookedInto) {
  for (const std::string_view shelf : {"projects", "archive"}) {
    const Listed twice{file("x.json", a_), file("x.json", b_), file("y.json", c_)};
    EXPECT_THAT(once({folder(shelf, twice)}, {folder(shelf, {file("x.json", least())})}, shelf),
                ElementsAre("x.json " + least(), "y.json " + c_));
    // Where the other shelf had it, it was no file of this one.
    const std::string_view other = shelf == "archive" ? "projects" : "archive";
    const std::string greater = std::max(a_, b_);
    EXPECT_THAT(once({folder(shelf, twice)}, {folder(other, {file("x.json", least())})}, shelf),
                ElementsAre("x.json " + greater, "y.json " + c_));
  }
}

TEST_F(NamesOnceTest, AFolderOfProjectsThatIsThereTwiceStays) {
  const git::Repository repository = open();
  const Listed inside{file("x.json", a_), file("x.json", b_)};
  const auto now = tree({folder("projects", inside), folder("projects", {file("z", a_)})});
  EXPECT_THAT(with_names_once(repository, now, git::ObjectId()), test::IsOkAndHolds(now));
  // Nor is it what another was meant to be.
  const auto again = tree({folder("projects", inside), file("projects", a_)});
  EXPECT_THAT(with_names_once(repository, again, tree({folder("projects", {})})),
              test::IsOkAndHolds(again));
}

TEST_F(NamesOnceTest, WhatIsMeantKeepsWhatItIs) {
  const git::Repository repository = open();
  const auto before = tree({file("x", a_, kModeSubmodule)});
  ASSERT_OK_AND_ASSIGN(const auto made,
                       with_names_once(repository, tree({file("x", a_), file("x", b_)}), before));
  EXPECT_EQ(made, before);
}

TEST_F(NamesOnceTest, WhatIsMadeIsHeldInMemoryAlone) {
  const git::Repository repository = open();
  const auto now = tree({file("x", a_), file("x", b_), file("made-by-nobody", c_)});
  ASSERT_OK_AND_ASSIGN(const auto made, with_names_once(repository, now, git::ObjectId()));
  EXPECT_NE(made, now);
  EXPECT_THAT(repository.read_tree(made), test::IsOk());
  EXPECT_EQ(builder_.resolve(made.hex() + "^{tree}"), std::nullopt);
}

TEST_F(NamesOnceTest, ATreeThatCannotBeReadIsAnError) {
  const git::Repository repository = open();
  const auto gone = *git::ObjectId::parse(std::string(40, '7'));
  const auto now = tree({file("x", a_)});
  EXPECT_THAT(with_names_once(repository, gone, now), FailsWith(ErrorCode::kCorrupt, gone.hex()));
  EXPECT_THAT(with_names_once(repository, now, gone), FailsWith(ErrorCode::kCorrupt, gone.hex()));
}

}  // namespace
}  // namespace claudestep::store

#include "schema/uri.h"

#include <gtest/gtest.h>

namespace claudestep::schema {
namespace {

struct Resolved {
  std::string base;
  std::string reference;
  std::string uri;
};

class ResolveUri : public testing::TestWithParam<Resolved> {};

TEST_P(ResolveUri, AsRfc3986Says) {
  EXPECT_EQ(resolve_uri(GetParam().base, GetParam().reference), GetParam().uri);
}

// Section 5.4 of the RFC, then what schemas do.
constexpr const char* kBase = "http://a/b/c/d;p?q";
INSTANTIATE_TEST_SUITE_P(
    Rfc, ResolveUri,
    testing::Values(
        Resolved{kBase, "g:h", "g:h"}, Resolved{kBase, "g", "http://a/b/c/g"},
        Resolved{kBase, "./g", "http://a/b/c/g"}, Resolved{kBase, "g/", "http://a/b/c/g/"},
        Resolved{kBase, "/g", "http://a/g"}, Resolved{kBase, "//g", "http://g"},
        Resolved{kBase, "?y", "http://a/b/c/d;p?y"}, Resolved{kBase, "g?y", "http://a/b/c/g?y"},
        Resolved{kBase, "#s", "http://a/b/c/d;p?q#s"}, Resolved{kBase, "g#s", "http://a/b/c/g#s"},
        Resolved{kBase, ";x", "http://a/b/c/;x"}, Resolved{kBase, "", "http://a/b/c/d;p?q"},
        Resolved{kBase, ".", "http://a/b/c/"}, Resolved{kBase, "..", "http://a/b/"},
        Resolved{kBase, "../g", "http://a/b/g"}, Resolved{kBase, "../..", "http://a/"},
        Resolved{kBase, "../../../g", "http://a/g"}, Resolved{kBase, "/../g", "http://a/g"},
        Resolved{kBase, "g/./h", "http://a/b/c/g/h"}, Resolved{kBase, "g/../h", "http://a/b/c/h"},
        Resolved{"http://a", "g", "http://a/g"}, Resolved{"urn:x:y#z", "#w", "urn:x:y#w"},
        Resolved{"urn:x:y", "urn:x:z", "urn:x:z"},
        Resolved{"file:///a/b.json", "c/d.json#/x", "file:///a/c/d.json#/x"},
        Resolved{"file:///a/b.json", "../../../etc/passwd", "file:///etc/passwd"}));

TEST(Pointer, TakesTokensApart) {
  std::string_view pointer = "/a~1b/~0/";
  EXPECT_EQ(take_token(pointer), "a/b");
  EXPECT_EQ(take_token(pointer), "~");
  EXPECT_EQ(take_token(pointer), "");
  EXPECT_EQ(pointer, "");
  std::string_view wrong = "/a~2";
  EXPECT_EQ(take_token(wrong), std::nullopt);
}

TEST(Pointer, AppendsEscaped) {
  std::string pointer = "/a";
  append_pointer(pointer, "b/~");
  EXPECT_EQ(pointer, "/a/b~1~0");
}

TEST(PercentDecoded, RefusesWhatIsNoEscape) {
  EXPECT_EQ(percent_decoded("a%25%2Fb"), "a%/b");
  EXPECT_EQ(percent_decoded("%2"), std::nullopt);
  EXPECT_EQ(percent_decoded("%zz"), std::nullopt);
}

}  // namespace
}  // namespace claudestep::schema

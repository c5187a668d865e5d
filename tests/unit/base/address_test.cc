#include "base/address.h"

#include <gmock/gmock.h>

#include <ctime>
#include <iterator>
#include <string>
#include <string_view>

#include "base/text.h"

namespace claudestep {
namespace {

TEST(WithoutCredentials, TakesThemOutOfEveryAddress) {
  const struct {
    const char* text;
    const char* shown;
  } cases[] = {
      {"", ""},
      {"origin", "origin"},
      {"/path/to@repo:x", "/path/to@repo:x"},
      {"git@host:path", "git@host:path"},
      {"https://host/path@v1", "https://host/path@v1"},
      {"https://user:pw@host/path", "https://host/path"},
      {"https://token@host/path", "https://host/path"},
      {"ssh://git@host:22/path", "ssh://host:22/path"},
      {"https://user:p@w:x@host", "https://host"},
      {"https://user:p'w@host", "https://host"},
      {"https://:@host", "https://host"},
      {"https://user:pw@", "https://"},
      {"https://user:secret#pw@host/x", "https://host/x"},
      {"https://user:secret?pw@host/x", "https://host/x"},
      {"https://user:sec ret@host/x", "https://host/x"},
      {"https://host/?to=a@b", "https://host/?to=a@b"},
      {"fatal: unable to access 'https://u:p@h/': see http://v:q@i/ and a@b",
       "fatal: unable to access 'https://h/': see http://i/ and a@b"},
      // Rather too much than a password.
      {"https://host mail a@b", "https://b"},
      {"https://host/ mail a@b", "https://host/ mail a@b"},
      {"://://u:p@h", "://h"},
      // A password may hold what ends a host.
      {"http://user:pa/ss@host/x", "http://host/x"},
      {"http://user:p@/s@s@host/x", "http://host/x"},
      {"http://user:p@ss/word@host:80/x", "http://host:80/x"},
      {"http://domain/user:pw@host/x", "http://host/x"},
      {"http://user:123456/78@host", "http://host"},
      {"http:///user:pw@host/x", "http://host/x"},
      {"see 'http://user:pa/ss@host/x': a:b@c", "see 'http://host/x': a:b@c"},
      {"https://host/ user:pa/ss@b", "https://host/ user:pa/ss@b"},
      // Slashes that are missing.
      {"//user:pw@host/x", "//host/x"},
      {"//user:pa/ss@host/x", "//host/x"},
      {"to '//user:pw@host/x'", "to '//host/x'"},
      {"http:/user:pw@host/x", "http:/host/x"},
      {"http:/user:pa/ss@host/x", "http:/host/x"},
      {"ssh:/user@host/x", "ssh:/host/x"},
      {"Http:/user:pw@host/x", "Http:/host/x"},
      {"SSH:/user@host/x", "SSH:/host/x"},
      // Hosts with ports, and paths.
      {"https://host:8080/path@v1", "https://host:8080/path@v1"},
      {"https://host:/path@v1", "https://host:/path@v1"},
      {"ssh://git@host:22/~ann@home/x", "ssh://host:22/~ann@home/x"},
      {"https://[::1]:80/path@v1 http://[::1]/x@y", "https://[::1]:80/path@v1 http://[::1]/x@y"},
      {"file:///srv/a:b@c", "file:///srv/a:b@c"},
      {"//srv/a:b@c", "//srv/a:b@c"},
      {"//host:80/x@y", "//host:80/x@y"},
      {"/srv//a:b@c", "/srv//a:b@c"},
      {"/srv/a:b@c", "/srv/a:b@c"},
      {"user@host:path/with@at", "user@host:path/with@at"},
      {"host:/srv/a:b@c", "host:/srv/a:b@c"},
      {"a // b: c@d", "a // b: c@d"},
  };
  for (const auto& one : cases) EXPECT_EQ(without_credentials(one.text), one.shown) << one.text;
}

TEST(WithoutCredentials, TakesTimeThatGrowsWithTheText) {
  // A second for each is a hundred times what they take; looked through once for each mark, the
  // fastest of these took a minute.
  const auto begun = static_cast<double>(std::clock());
  constexpr const char* kParts[] = {"http://", "file://", "////", "http:/", "http://a@b/",
                                    "/a",      "'//",     "'//x", "'//@"};
  for (const std::string part : kParts) {
    std::string text;
    while (text.size() < 500'000) text += part;
    EXPECT_LE(without_credentials(text + " a@b").size(), text.size() + 4) << part;
    EXPECT_LE(without_credentials(text + "a@b").size(), text.size() + 3) << part;
    EXPECT_LE(without_credentials(text + "@" + text).size(), 2 * text.size() + 1) << part;
  }
  EXPECT_LT((static_cast<double>(std::clock()) - begun) / CLOCKS_PER_SEC, std::size(kParts));
}

std::string taken_out(std::string_view address, std::string_view text) {
  Credentials credentials;
  credentials.add(address);
  return credentials.taken_out_of(text);
}

TEST(Credentials, AreTakenOutInWhateverFormTheyAreSaid) {
  constexpr const char* kGit = "git://ann:s3%21ret@host/x";
  const struct {
    const char* address;
    const char* said;
    const char* shown;
  } cases[] = {
      {kGit, "look up ann:s3%21ret@host (port 9418)", "look up host (port 9418)"},
      {kGit, "look up ann:s3!ret@host", "look up host"},
      {"git://ann:se%2Fcret@host/x", "se%2fcret, %73%65%2fcret, se/cret; se%2",
       "***, ***, ***; se%2"},
      {"git://ann:se%2Fcret@host/x", "ann:%73e%2fcret@host", "host"},
      {kGit, "ann:s3!ret is refused: 's3!ret' and s3%21ret", "*** is refused: '***' and ***"},
      {kGit, "ann: s3!rets, xs3!ret, git://ann:s3!ret@host", "ann: s3!rets, xs3!ret, git://host"},
      {"https://token@host/x", "token@host, token and mytoken@host",
       "host, token and mytoken@host"},
      {"ssh://git@host/x", "git@host: Permission denied", "git@host: Permission denied"},
      {"ssh://git:pw@host/x", "git:pw@host: Permission denied", "host: Permission denied"},
      {"ann:pw@host:x", "ann:pw@host", "host"},
      {"git@host:x:y@z", "git@host:x:y@z", "git@host:x:y@z"},
      {"/srv/a:b@c", "a:b@c", "a:b@c"},
      {"user@host:path/with@at", "user@host:path/with@at", "user@host:path/with@at"},
      {"http://ann:s3/cr et@host/x", "port 's3/cr et@host', ann:s3/cr et", "port '***@host', ***"},
      {"//ann:s3/cret@host/x", "//ann:s3/cret@host/x, s3/cret", "//host/x, ***"},
      {"http:/ann:pw@host/x", "'/ann:pw@host/x' pw", "'/host/x' ***"},
      {"ann:s3/cret@host/x", "ssh ann 's3/cret@host/x'", "ssh ann '***@host/x'"},
      {"git://:@host/x", "look up :@host", "look up host"},
      {"git://ann:@host/x", "look up ann:@host for ann", "look up host for ann"},
      {"origin", "origin", "origin"},
  };
  for (const auto& one : cases) EXPECT_EQ(taken_out(one.address, one.said), one.shown) << one.said;
}

TEST(ShownAddress, LacksThemWithoutASchemeAsWell) {
  EXPECT_EQ(shown_address("ann:pw@host:x"), "host:x");
  EXPECT_EQ(shown_address("ann:p@w@host/x"), "host/x");
  EXPECT_EQ(shown_address("ann:p@w/d@host/x"), "host/x");
  EXPECT_EQ(shown_address("http://ann:p/w d@host/x"), "http://host/x");
  // It is git's for a host and a path; the name may be that of the host.
  EXPECT_EQ(shown_address("ann:p/w@host/x"), "ann:***@host/x");
  EXPECT_EQ(shown_address("/srv/a:b@c"), "/srv/a:b@c");
  EXPECT_EQ(shown_address("user@host:path/with@at"), "user@host:path/with@at");
  EXPECT_EQ(shown_address("git@host:x"), "git@host:x");
  EXPECT_EQ(shown_address("https://ann:pw@host/x"), "https://host/x");
  EXPECT_EQ(shown_address("Http:/ann:pw@host/x"), "Http:/host/x");
}

// A cut in the middle would keep the beginning of the password and lose the "@".
TEST(WithoutCredentials, ComesBeforeAQuotedTextIsCut) {
  EXPECT_EQ(claudestep::quoted("https://user:secret@host"), "'https://host'");
  EXPECT_EQ(claudestep::quoted("https://user:" + std::string(200, 's') + "@host"),
            "'https://host'");
}

}  // namespace
}  // namespace claudestep

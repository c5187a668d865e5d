#include "base/address.h"

#include <gmock/gmock.h>

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
      {"://://u:p@h", "://://h"},
  };
  for (const auto& one : cases) EXPECT_EQ(without_credentials(one.text), one.shown) << one.text;
}

// A cut in the middle would keep the beginning of the password and lose the "@".
TEST(WithoutCredentials, ComesBeforeAQuotedTextIsCut) {
  EXPECT_EQ(claudestep::quoted("https://user:secret@host"), "'https://host'");
  EXPECT_EQ(claudestep::quoted("https://user:" + std::string(200, 's') + "@host"),
            "'https://host'");
}

}  // namespace
}  // namespace claudestep

#include "schema/embedded.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace claudestep::schema {
namespace {

using testing::NotNull;

std::string bytes_of(const std::string& path) {
  std::ifstream file(std::string(CLAUDESTEP_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(Embedded, HoldsTheFilesToTheByte) {
  for (const EmbeddedFile& file : metaschema_files()) {
    EXPECT_EQ(file.bytes, bytes_of("src/schema/metaschemas/" + std::string(file.name)));
  }
  for (const EmbeddedFile& file : schema_files()) {
    EXPECT_EQ(file.bytes, bytes_of("schemas/" + std::string(file.name)));
  }
  EXPECT_EQ(metaschema_files().size(), 10U);
}

TEST(Embedded, NameAndUriLeadToIt) {
  for (const EmbeddedSchema& schema : embedded_schemas()) {
    EXPECT_EQ(find_embedded(schema.name), &schema);
    EXPECT_EQ(find_embedded_uri(embedded_uri(schema)), &schema);
    EXPECT_TRUE(schema.bytes.find("\"$id\": \"" + embedded_uri(schema)) != std::string_view::npos)
        << schema.name;
  }
  EXPECT_THAT(find_embedded("draft-07"), NotNull());
  EXPECT_THAT(find_embedded_uri("https://json-schema.org/draft/2020-12/meta/core"), NotNull());
  EXPECT_EQ(find_embedded("draft-04"), nullptr);
  EXPECT_EQ(find_embedded_uri("https://example.com/"), nullptr);
}

TEST(Embedded, NamesComeOnce) {
  std::vector<std::string> names;
  for (const EmbeddedSchema& schema : embedded_schemas()) names.push_back(schema.name);
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

}  // namespace
}  // namespace claudestep::schema

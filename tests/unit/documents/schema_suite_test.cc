// The packaged JSON Schema test suite (json-schema-test-suite): every group of draft 7, and those
// optional ones that concern what is evaluated.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "codec/json_reader.h"
#include "codec/value_writer.h"
#include "schema/validator.h"

namespace claudestep::schema {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRemotes = "http://localhost:1234/";

// Where the package puts it; another checkout of the suite can be named.
fs::path suite_root() {
  const char* const named = std::getenv("CLAUDESTEP_SCHEMA_SUITE");
  return named != nullptr ? named : "/usr/share/json-schema-test-suite";
}

std::string drafts_folder() {
  const char* const named = std::getenv("CLAUDESTEP_SCHEMA_SUITE_DRAFT");
  return named != nullptr ? named : "draft7";
}

Result<Document> read_named(std::string bytes, const std::string& name) {
  codec::JsonOptions options;
  options.file = name;
  return codec::read_json(std::move(bytes), options);
}

Result<Document> read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(ErrorCode::kNotFound, path.string() + " is not there");
  return read_named({std::istreambuf_iterator<char>(file), {}}, path.string());
}

CompileOptions suite_options(Formats formats) {
  CompileOptions options;
  options.formats = formats;
  if (drafts_folder() == "draft7") options.dialect = "http://json-schema.org/draft-07/schema#";
  options.load = [](const std::string& uri) -> Result<std::shared_ptr<const Document>> {
    if (!uri.starts_with(kRemotes)) return embedded_documents(read_named)(uri);
    CS_ASSIGN(Document document, read_file(suite_root() / "remotes" / uri.substr(kRemotes.size())));
    return std::make_shared<const Document>(std::move(document));
  };
  return options;
}

struct Counts {
  std::size_t files = 0;
  std::size_t groups = 0;
  std::size_t tests = 0;
};

void run_group(const Value& group, const std::string& file, Formats formats, Counts& counts) {
  const std::string title = file + ": " + group.find("description")->text;
  const auto schema = compile(*group.find("schema"), suite_options(formats));
  ++counts.groups;
  if (!schema) {
    ADD_FAILURE() << title << ": " << schema.error().message << "; "
                  << (schema.error().causes.empty() ? "" : schema.error().causes.front());
    return;
  }
  for (const Value& test : group.find("tests")->items) {
    const auto findings = validate(*schema, *test.find("data"));
    ++counts.tests;
    ASSERT_TRUE(findings.has_value()) << title << ": " << findings.error().message;
    EXPECT_EQ(findings->empty(), test.find("valid")->boolean)
        << title << ": " << test.find("description")->text << "\n  "
        << codec::compact_json(*group.find("schema")) << "\n  "
        << codec::compact_json(*test.find("data"))
        << (findings->empty() ? "" : "\n  " + findings->front().message);
  }
}

void run_folder(const fs::path& folder, Formats formats, Counts& counts) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& path : files) {
    const auto document = read_file(path);
    ASSERT_TRUE(document.has_value()) << path << ": " << document.error().message;
    ++counts.files;
    for (const Value& group : document->root().items) {
      run_group(group, path.filename().string(), formats, counts);
    }
  }
}

void tell(const char* what, const Counts& counts) {
  std::printf("%s: %zu files, %zu groups, %zu tests\n", what, counts.files, counts.groups,
              counts.tests);
}

TEST(SchemaSuite, EveryGroupPasses) {
  const fs::path folder = suite_root() / "tests" / drafts_folder();
  if (!fs::exists(folder)) GTEST_SKIP() << "json-schema-test-suite is not installed";
  Counts counts;
  run_folder(folder, Formats::kAnnotate, counts);
  tell(drafts_folder().c_str(), counts);
  EXPECT_GT(counts.groups, 120U);
  EXPECT_GT(counts.tests, 420U);
}

TEST(SchemaSuite, EvaluatedFormatsPass) {
  const fs::path folder = suite_root() / "tests" / drafts_folder() / "optional";
  if (!fs::exists(folder)) GTEST_SKIP() << "json-schema-test-suite is not installed";
  Counts counts;
  for (const char* const name :
       {"date-time", "date", "time", "email", "uri", "uri-reference", "regex", "hostname", "ipv4",
        "ipv6", "json-pointer", "relative-json-pointer", "uuid", "duration"}) {
    const fs::path path = folder / "format" / (std::string(name) + ".json");
    if (!fs::exists(path)) continue;
    const auto document = read_file(path);
    ASSERT_TRUE(document.has_value()) << path;
    ++counts.files;
    for (const Value& group : document->root().items) {
      run_group(group, path.filename().string(), Formats::kAssert, counts);
    }
  }
  tell("formats", counts);
  EXPECT_GT(counts.tests, 90U);
}

TEST(SchemaSuite, OptionalGroupsOfWhatIsEvaluatedPass) {
  const fs::path folder = suite_root() / "tests" / drafts_folder() / "optional";
  if (!fs::exists(folder)) GTEST_SKIP() << "json-schema-test-suite is not installed";
  Counts counts;
  for (const char* const name :
       {"bignum.json", "ecmascript-regex.json", "zeroTerminatedFloats.json", "float-overflow.json",
        "non-bmp-regex.json", "anchor.json", "id.json", "no-schema.json", "cross-draft.json",
        "refOfUnknownKeyword.json"}) {
    if (!fs::exists(folder / name)) continue;
    const auto document = read_file(folder / name);
    ASSERT_TRUE(document.has_value()) << name;
    ++counts.files;
    for (const Value& group : document->root().items) {
      run_group(group, name, Formats::kAssert, counts);
    }
  }
  tell("optional", counts);
  EXPECT_GT(counts.tests, 10U);
}

}  // namespace
}  // namespace claudestep::schema

// Any bytes: the facts that are read from them directly are those of the project that they spell,
// and both ways refuse the same documents in the same words.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "codec/fact_reader.h"
#include "codec/project_codec.h"
#include "model/derive.h"
#include "model/facts.h"
#include "tests/unit/model/facts_text.h"

namespace {

namespace codec = claudestep::codec;
namespace model = claudestep::model;

void check_facts(codec::FactReader& reader, std::string_view bytes, const model::Project& project) {
  model::FactsTable long_way;
  long_way.add(project);
  model::FactsTable short_way;
  // Twice into one table: the second finds the names of the first.
  CS_CHECK(reader.read(bytes, "f", short_way).has_value());
  CS_CHECK(reader.read(bytes, "f", short_way).has_value());
  CS_CHECK(short_way.projects.size() == 2);
  const std::string expected = model::test::facts_text(long_way, 0);
  CS_CHECK(model::test::facts_text(short_way, 0) == expected);
  CS_CHECK(model::test::facts_text(short_way, 1) == expected);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static codec::FactReader reader;  // its memory serves all inputs, as it does all files of a scan
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto project = codec::read_project(bytes, "f");
  if (project) {
    model::settle(*project);
    check_facts(reader, bytes, *project);
    return 0;
  }
  model::FactsTable table;
  CS_CHECK(!reader.read_plain(bytes, table));
  const auto read = reader.read(bytes, "f", table);
  CS_CHECK(!read.has_value());
  CS_CHECK(read.error() == project.error());
  CS_CHECK(table.projects.empty() && table.tasks.empty() && table.operations.empty());
  return 0;
}

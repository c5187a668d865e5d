// Owns: the facts of a project document straight from its bytes, without reading the document into
// records where its form allows: facts(bytes) == facts(read(bytes)).
// Leaves to others: what facts are (model/facts.h).
#pragma once

#include <memory>
#include <string_view>

#include "base/result.h"
#include "model/facts.h"

namespace claudestep::codec {

// Memory that serves one document after the other; one thread at a time.
class FactReader {
 public:
  FactReader();
  ~FactReader();
  FactReader(FactReader&&) noexcept;
  FactReader& operator=(FactReader&&) noexcept;

  // Adds to `table` what read_project, settle and FactsTable::add would add. Fails as read_project
  // does, and then adds nothing.
  [[nodiscard]] Status read(std::string_view bytes, std::string_view file,
                            model::FactsTable& table);

  // The same for documents of schema 2.0 without anything odd, and false, with nothing added, for
  // all others, right or wrong. For tests; `read` takes the long way where this says false.
  [[nodiscard]] bool read_plain(std::string_view bytes, model::FactsTable& table);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claudestep::codec

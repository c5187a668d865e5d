// Operations as JSON: what is written reads back the same.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "codec/operation_codec.h"
#include "tests/property/model_generators.h"

namespace claudestep::codec {
namespace {

std::string written(const model::Operation& operation) {
  JsonWriter writer(JsonLayout::kCompact);
  write_operation(writer, operation);
  return std::move(writer).finish();
}

RC_GTEST_PROP(CodecOperation, WhatIsWrittenReadsBackTheSame, ()) {
  const model::Operation operation = *model::test::any_operation();
  const std::string line = written(operation);
  const auto read = read_operations(line + "\n", "ops");
  if (!read) {  // only an illegal number keeps it from being read
    RC_ASSERT(read.error().message.find(" or more") != std::string::npos);
    RC_DISCARD("illegal");
  }
  RC_ASSERT(read->size() == 1U);
  RC_ASSERT(read->front() == operation);
  RC_ASSERT(written(read->front()) == line);
}

}  // namespace
}  // namespace claudestep::codec

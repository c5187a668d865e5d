// Owns: making a program of schemas.
#pragma once

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/builders.h"
#include "schema/program.h"
#include "schema/resources.h"

namespace claudestep::schema {

class Compiler {
 public:
  explicit Compiler(const CompileOptions& options)
      : options_(options), resources_(options), program_(std::make_shared<Program>()) {}

  // Requires: called once; `root` outlives the call.
  Result<std::shared_ptr<const Program>> run(const Value& root);

  // The node of a schema, made now or earlier; its rules come when its turn comes.
  Result<const Node*> node(const Value& schema);

  [[nodiscard]] Resources& resources() { return resources_; }

 private:
  Status build_pending();
  Status build(const Value& schema, Node& node);
  Status build_rule(const Value& schema, const Member& member, Node& node);
  Status add_dynamic_anchors();

  const CompileOptions& options_;
  Resources resources_;
  std::shared_ptr<Program> program_;
  std::unordered_map<const Value*, Node*> nodes_;
  std::vector<const Value*> pending_;
};

}  // namespace claudestep::schema

// Owns: which schemas there are, under which addresses, and what a reference leads to.
// Leaves to others: what the schemas say (compiler.h).
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "schema/builders.h"
#include "schema/validator.h"

namespace claudestep::schema {

// A schema with an address of its own, and what is inside it up to the next such schema.
struct Resource {
  std::string uri;
  std::string file;  // for places
  const Value* root = nullptr;
  Dialect dialect;
  std::map<std::string, const Value*> anchors;
  std::map<std::string, const Value*> dynamic_anchors;
};

// Where a schema is: its resource and the pointer inside that.
struct Home {
  std::size_t resource = 0;
  std::string pointer;
};

class Resources {
 public:
  explicit Resources(const CompileOptions& options) : options_(options) {}

  // Takes in a document and all schemas inside it. Requires: it outlives this.
  Status add_document(const Value& root, std::string uri, std::string file);

  // The schema that `reference`, standing in `from`, leads to. Loads documents as needed.
  // kSchemaUnusable without a place when it leads nowhere.
  [[nodiscard]] Result<const Value*> find(std::size_t from, std::string_view reference);

  // Requires: `schema` was added or found.
  [[nodiscard]] const Home& home(const Value& schema) const { return homes_.at(&schema); }
  [[nodiscard]] const std::vector<Resource>& all() const { return all_; }
  [[nodiscard]] std::string location(const Value& schema) const;

 private:
  Status add(const Value& schema, Home home, bool is_document);
  Status add_inside(const Member& member, const Keyword& keyword, const Home& home);
  Status add_identifiers(const Value& schema, Home& home, bool is_document);
  Status add_anchor(const Value& schema, const Home& home, std::string_view name, bool dynamic);
  Result<Dialect> dialect_of(const Value& schema, const Home& home, int depth);
  Result<Dialect> custom_dialect(const std::string& uri, int depth);
  Result<std::size_t> resource_of(const std::string& uri);
  Result<const Value*> walk(std::size_t resource, std::string_view pointer);
  [[nodiscard]] Error unusable(const Home& home, const Value& where, std::string message) const;

  const CompileOptions& options_;
  std::vector<Resource> all_;
  std::map<std::string, std::size_t, std::less<>> by_uri_;
  std::unordered_map<const Value*, Home> homes_;
  std::vector<std::shared_ptr<const Document>> loaded_;
};

}  // namespace claudestep::schema

#include "cli/schema_files.h"

#include <sys/stat.h>

#include <cctype>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "cli/files.h"
#include "cli/validation.h"
#include "codec/json_reader.h"
#include "schema/embedded.h"
#include "schema/uri.h"

namespace claudestep::cli {
namespace {

Result<Document> read_embedded_schema(std::string bytes, const std::string& name) {
  codec::JsonOptions options;
  options.file = name;
  return codec::read_json(std::move(bytes), options);
}

std::string file_uri(const std::string& path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri = "file://";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || std::string_view("/-._~").find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += '%';
      uri += kHex[byte >> 4U];
      uri += kHex[byte & 15U];
    }
  }
  return uri;
}

// "https://x.org/a/" of "https://x.org/a/b.json"; "" where there are no folders.
std::string folder_of_uri(std::string_view uri) {
  const std::size_t slash = uri.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(uri.substr(0, slash + 1));
}

// What a schema file may refer to.
class SchemaFolder {
 public:
  SchemaFolder(const Context& context, std::string folder, std::string id)
      : context_(context), folder_(std::move(folder)), id_(std::move(id)) {}

  Result<std::shared_ptr<const Document>> load(const std::string& uri) const {
    auto embedded = schema::embedded_documents(read_embedded_schema)(uri);
    const auto path = path_of(uri);
    if (embedded || !path) return embedded;
    const auto real = real_path(*path);
    if (!real) return fail(ErrorCode::kNotFound, "there is no file " + quoted(*path));
    if (!real->starts_with(folder_)) {
      return fail(ErrorCode::kNotFound, quoted(*path) + " leads out of the folder of the schema");
    }
    // Nobody named it on the command line, and who reads a pipe may wait for ever.
    struct stat status {};
    if (::stat(real->c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
      return fail(ErrorCode::kNotFound, quoted(*path) + " is no regular file");
    }
    CS_ASSIGN(std::string bytes, read_file_or_input(context_, *real));
    CS_ASSIGN(Document document, read_document(std::move(bytes), *path, std::nullopt));
    return std::make_shared<const Document>(std::move(document));
  }

 private:
  // The file for an address below the schema's own, be that its place on the disk or its $id.
  [[nodiscard]] std::optional<std::string> path_of(const std::string& uri) const {
    for (const std::string& base : {file_uri(folder_), folder_of_uri(id_)}) {
      if (base.empty() || !uri.starts_with(base)) continue;
      const auto relative = schema::percent_decoded(std::string_view(uri).substr(base.size()));
      if (relative && relative->find('\0') == std::string::npos) return folder_ + *relative;
    }
    return std::nullopt;
  }

  const Context& context_;
  std::string folder_;  // without links, with '/' at its end
  std::string id_;
};

Result<schema::Schema> load_schema_file(const Context& context, const std::string& path,
                                        schema::Formats formats) {
  CS_ASSIGN(std::string bytes, read_file_or_input(context, path));
  CS_ASSIGN(const Document document, read_document(std::move(bytes), path, std::nullopt));
  // Of standard input and its like there is no real path; what is beside it is beside the user.
  const std::string absolute =
      real_path(absolute_path(context, path)).value_or(absolute_path(context, path));
  const Value* id = document.root().find("$id");
  const SchemaFolder folder(context, absolute.substr(0, absolute.rfind('/') + 1),
                            id != nullptr && id->is_string() ? id->text : std::string());
  schema::CompileOptions options;
  options.uri = file_uri(absolute);
  options.file = path;
  options.formats = formats;
  options.load = [&folder](const std::string& uri) { return folder.load(uri); };
  return schema::compile(document.root(), options);
}

}  // namespace

Result<schema::Schema> load_schema(const Context& context, const std::string& word,
                                   schema::Formats formats) {
  const bool is_path = word.find_first_of("/.") != std::string::npos;
  if (is_path && schema::find_embedded(word) == nullptr) {
    return load_schema_file(context, word, formats);
  }
  return schema::compile_embedded(word, read_embedded_schema);
}

}  // namespace claudestep::cli

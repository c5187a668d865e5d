#include "cli/validation.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "check/document_rules.h"
#include "check/schema_findings.h"
#include "check/transitions.h"
#include "cli/root_sketch.h"
#include "codec/documents.h"
#include "codec/json_reader.h"
#include "codec/progress_reader.h"
#include "codec/yaml_reader.h"
#include "store/fsck.h"

namespace claudestep::cli {
namespace {

using check::Diagnostic;
using Diagnostics = std::vector<Diagnostic>;

enum class DocumentForm { kJson, kYaml, kProgress };

DocumentForm form_of(std::string_view bytes, std::string_view file,
                     std::optional<DocumentKind> kind) {
  if (kind == DocumentKind::kProgressFile) return DocumentForm::kProgress;
  if (file.ends_with(".json") || file.ends_with(".af")) return DocumentForm::kJson;
  return !kind && codec::looks_like_progress(bytes) ? DocumentForm::kProgress : DocumentForm::kYaml;
}

Result<Document> read_as(std::string bytes, const std::string& file, DocumentForm form) {
  if (form == DocumentForm::kProgress) return codec::read_progress(std::move(bytes), file);
  if (form == DocumentForm::kJson) {
    codec::JsonOptions options;
    options.file = file;
    options.code = ErrorCode::kInvalidInput;
    return codec::read_json(std::move(bytes), options);
  }
  codec::YamlOptions options;
  options.file = file;
  return codec::read_yaml(std::move(bytes), options);
}

// Where a document cannot be read.
Diagnostic unreadable(const Error& error, const std::string& file, DocumentForm form) {
  const bool twice = error.message.starts_with("duplicate key");
  std::string_view code = "document/syntax";
  if (form == DocumentForm::kJson) code = twice ? "json/duplicate-key" : "json/syntax";
  if (form == DocumentForm::kYaml) code = twice ? "yaml/duplicate-key" : "yaml/syntax";
  Place place = error.place;
  place.file = file;
  return check::diagnose(code, std::move(place), error.one_line());
}

// One document under the rules of its kind, and the one it is compared with.
struct Judged {
  const Value& root;
  const std::string& file;
  const Value* earlier = nullptr;
  const std::string& revision;
  bool has_shape = true;  // the schema found nothing
};

void append(Diagnostics& all, Diagnostics more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

template <auto Read, auto Check>
Diagnostics judge(const Judged& judged) {
  const auto typed = Read(judged.root, judged.file);
  Diagnostics found = Check(typed.document, typed.is_whole(), judged.file);
  if (judged.has_shape) {
    // What the schema lets pass the reader still refuses.
    for (const Error& refusal : typed.refusals) {
      found.push_back(check::diagnose("schema/type", refusal.place, refusal.message));
    }
  }
  if constexpr (requires { check::states_in(typed.document); }) {
    if (judged.earlier == nullptr || !typed.is_whole()) return found;
    const auto before = Read(*judged.earlier, judged.file);
    if (!before.is_whole()) return found;
    append(found, check::check_transitions(check::states_in(before.document),
                                           check::states_in(typed.document), judged.revision,
                                           judged.file));
  }
  return found;
}

using Judge = Diagnostics (*)(const Judged&);

Judge judge_of(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::kFeatureSpec:
      return judge<codec::read_feature_spec, check::check_feature_spec>;
    case DocumentKind::kTaskSpec:
      return judge<codec::read_task_spec, check::check_task_spec>;
    case DocumentKind::kApiContract:
      return judge<codec::read_api_contract, check::check_api_contract>;
    case DocumentKind::kPhaseData:
      return judge<codec::read_phase_data, check::check_phase_data>;
    case DocumentKind::kTrustModel:
      return judge<codec::read_trust_model, check::check_trust_model>;
    case DocumentKind::kAgentFile:
      return judge<codec::read_agent_file, check::check_agent_file>;
    case DocumentKind::kCompoundMetrics:
      return judge<codec::read_compound_metrics, check::check_compound_metrics>;
    case DocumentKind::kProgressFile:
      return judge<codec::read_progress_file, check::check_progress_file>;
    case DocumentKind::kAutomationRun:
      return judge<codec::read_automation_run, check::check_automation_run>;
    case DocumentKind::kConfiguration:
      return judge<codec::read_configuration, check::check_configuration>;
    case DocumentKind::kProject:
      break;
  }
  abort_with(__FILE__, __LINE__, "a kind of document without rules of its own");
}

// "auth" of "projects/auth.json"; elsewhere the name that the document itself has.
std::string project_name_of(const Value& root, const std::string& file) {
  if (kind_of_path(file) == DocumentKind::kProject) {
    const std::size_t slash = file.rfind('/');
    const std::string name = slash == std::string::npos ? file : file.substr(slash + 1);
    return name.substr(0, name.rfind(".json"));
  }
  const Value* name = root.find("project");
  return name != nullptr ? name->text : "";
}

// Whether a document has what a document of `kind` has beside its name, as far as can be read.
bool tells_kind(const std::string& bytes, const std::string& file, DocumentKind kind) {
  if (kind == DocumentKind::kProgressFile) return codec::looks_like_progress(bytes);
  const std::string key(telling_key(kind));
  if (key.empty()) return true;
  if (const auto document = read_document(bytes, file, kind)) {
    return document->root().find(key) != nullptr;
  }
  return bytes.starts_with(key + ":") || bytes.find("\n" + key + ":") != std::string::npos ||
         bytes.find('"' + key + '"') != std::string::npos;
}

// What the content of a document tells that is called like none of ours: the keys at its root,
// where its syntax is broken those that can be seen. Where nobody named it and no project is
// planned, "api" or "task" alone is anybody's.
std::optional<DocumentKind> kind_of_content(const Result<Document>& document,
                                            std::string_view bytes, DocumentForm form,
                                            bool is_name_enough) {
  if (form == DocumentForm::kProgress) return DocumentKind::kProgressFile;
  const Value sketch = document ? Value() : sketch_root(bytes);
  const Value& root = document ? document->root() : sketch;
  const auto kind = kind_of_root(root);
  return kind && (is_name_enough || is_surely(*kind, root)) ? kind : std::nullopt;
}

// What a document is, or was before it was changed.
std::optional<DocumentKind> kind_told(const DocumentInput& input, const Result<Document>& document,
                                      DocumentForm form) {
  const auto kind = kind_of_content(document, input.bytes, form, input.is_name_enough);
  if (kind || !input.earlier) return kind;
  const DocumentForm earlier = form_of(*input.earlier, input.file, std::nullopt);
  return kind_of_content(read_as(*input.earlier, input.file, earlier), *input.earlier, earlier,
                         input.is_name_enough);
}

// Whether it was one of `kind`, beyond doubt, in what it is compared with.
bool was_surely(DocumentKind kind, const DocumentInput& input) {
  if (!input.earlier) return false;
  const auto earlier = read_document(*input.earlier, input.file, std::nullopt);
  return earlier && kind_of_root(earlier->root()) == kind && is_surely(kind, earlier->root());
}

bool is_foreign(const DocumentInput& input) {
  if (input.kind || input.is_name_enough) return false;
  const auto kind = kind_of_path(input.file);
  return kind && !tells_kind(input.bytes, input.file, *kind) &&
         !(input.earlier && tells_kind(*input.earlier, input.file, *kind));
}

DocumentFindings found_in(std::optional<DocumentKind> kind, Diagnostic only) {
  DocumentFindings found;
  found.kind = kind;
  found.diagnostics.push_back(std::move(only));
  return found;
}

Diagnostics validate_value(DocumentKind kind, const DocumentInput& input, const Value& root,
                           const DocumentSchemas& schemas) {
  const auto findings = schema::validate(schemas.of(kind), root);
  if (!findings) {
    return {check::diagnose("schema/false", Place{input.file}, findings.error().message)};
  }
  Diagnostics found = check::schema_diagnostics(*findings, input.file);
  std::optional<Document> earlier;
  if (input.earlier) {
    if (auto read = read_document(*input.earlier, input.file, kind)) earlier = *std::move(read);
  }
  append(found, judge_of(kind)({root, input.file, earlier ? &earlier->root() : nullptr,
                                input.revision, found.empty()}));
  return found;
}

}  // namespace

Result<Document> read_document(std::string bytes, const std::string& file,
                               std::optional<DocumentKind> kind) {
  const DocumentForm form = form_of(bytes, file, kind);
  return read_as(std::move(bytes), file, form);
}

Result<DocumentSchemas> DocumentSchemas::compile() {
  const auto read = [](std::string bytes, const std::string& name) {
    codec::JsonOptions options;
    options.file = name;
    return codec::read_json(std::move(bytes), options);
  };
  DocumentSchemas all;
  for (const std::string_view name : document_kind_names()) {
    const DocumentKind kind = *find_document_kind(name);
    if (kind == DocumentKind::kProject) continue;  // its five forms are read by the store
    CS_ASSIGN(auto schema, schema::compile_embedded(name, read));
    all.schemas_.emplace(kind, std::move(schema));
  }
  return all;
}

DocumentFindings validate_document(const DocumentInput& input, const DocumentSchemas& schemas,
                                   Instant now) {
  if (is_foreign(input)) {
    DocumentFindings passed_over;
    passed_over.is_foreign = true;
    return passed_over;
  }
  std::optional<DocumentKind> kind = input.kind ? input.kind : kind_of_path(input.file);
  const DocumentForm form = form_of(input.bytes, input.file, kind);
  const auto document = read_as(input.bytes, input.file, form);
  bool has_common_key = false;
  if (!kind) {
    kind = kind_told(input, document, form);
    has_common_key = kind && document && !input.is_key_enough &&
                     !is_surely(*kind, document->root()) && !was_surely(*kind, input);
    if (has_common_key) kind.reset();
  }
  if (!kind && !input.is_named) {
    DocumentFindings passed_over;
    passed_over.has_common_key = has_common_key;
    if (!document) passed_over.unread = document.error();
    return passed_over;
  }
  if (!document) return found_in(kind, unreadable(document.error(), input.file, form));
  if (!kind) {
    return found_in(kind,
                    check::diagnose("document/unknown-kind", Place{input.file},
                                    "neither its path nor its keys tell what kind of document it "
                                    "is"));
  }
  const Value& root = document->root();
  DocumentFindings found;
  found.kind = kind;
  found.diagnostics =
      *kind == DocumentKind::kProject
          ? store::check_file(input.bytes, {input.file, project_name_of(root, input.file), now})
          : validate_value(*kind, input, root, schemas);
  check::sort_diagnostics(found.diagnostics);
  return found;
}

}  // namespace claudestep::cli

#include "cli/validate_all.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <thread>
#include <utility>

#include "base/text.h"
#include "cli/files.h"
#include "cli/output.h"
#include "report/diagnostics.h"
#include "report/excerpt.h"
#include "report/text.h"

namespace claudestep::cli {

namespace {

constexpr std::size_t kMostThreads = 8;

// One source after its turn.
struct ValidatedSource {
  bool counts = false;
  bool is_unread = false;
  std::string passed_over;  // why, where nobody expected that
  std::vector<check::Diagnostic> diagnostics;
  std::string text;
};

std::string foreign(const std::string& file) {
  return claudestep::quoted(file) +
         " is passed over: nothing but its name says that it is one of ours";
}

std::string common(const std::string& file) {
  return claudestep::quoted(file) +
         " is passed over: it has a key of ours that others have as well, and nothing else of such "
         "a document; name it to have it checked";
}

std::string unread(const std::string& file, const Error& error) {
  return claudestep::quoted(file) + " is passed over: it cannot be read (line " +
         std::to_string(error.place.line) + ": " + report::safe(error.one_line()) +
         "), and none of its keys says that it is one of ours";
}

ValidatedSource validate_source(const Context& context, DocumentSource& source,
                                const DocumentSchemas& schemas) {
  ValidatedSource done;
  if (source.leads_out) {
    done.counts = true;
    done.diagnostics = {check::diagnose("document/unreadable", Place{source.input.file},
                                        "a link that leads out of the folder is not followed")};
    done.diagnostics.front().hint = "name the link itself to have it checked";
    return done;
  }
  if (source.path) {
    auto bytes = read_file_or_input(context, *source.path);
    if (!bytes) {
      std::string message = "the file cannot be read";
      for (const std::string& cause : bytes.error().causes) message += ": " + cause;
      done.counts = true;
      done.diagnostics = {
          check::diagnose("document/unreadable", Place{source.input.file}, std::move(message))};
      return done;
    }
    source.input.bytes = *std::move(bytes);
  }
  auto found = validate_document(source.input, schemas, context.clock->now());
  done.counts = found.kind.has_value() || !found.diagnostics.empty();
  done.is_unread = found.unread.has_value();
  if (found.is_foreign) done.passed_over = foreign(source.input.file);
  if (found.has_common_key) done.passed_over = common(source.input.file);
  if (found.unread) done.passed_over = unread(source.input.file, *found.unread);
  done.diagnostics = std::move(found.diagnostics);
  if (!done.diagnostics.empty()) done.text = std::move(source.input.bytes);
  source.input.bytes.clear();
  source.input.bytes.shrink_to_fit();
  return done;
}

}  // namespace

ValidationResult validate_all(const Context& context, std::vector<DocumentSource>& sources,
                              const DocumentSchemas& schemas) {
  std::vector<ValidatedSource> done(sources.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t at = next++; at < sources.size(); at = next++) {
      done[at] = validate_source(context, sources[at], schemas);
    }
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < std::min({cores, kMostThreads, sources.size()}); ++i) {
    threads.emplace_back(work);
  }
  work();
  for (std::thread& thread : threads) thread.join();

  ValidationResult result;
  for (std::size_t at = 0; at < done.size(); ++at) {
    if (done[at].counts) ++result.files;
    if (done[at].is_unread) ++result.unread;
    if (!done[at].passed_over.empty()) explain(context, done[at].passed_over);
    if (done[at].diagnostics.empty()) continue;
    result.texts.emplace(sources[at].input.file, std::move(done[at].text));
    std::move(done[at].diagnostics.begin(), done[at].diagnostics.end(),
              std::back_inserter(result.diagnostics));
  }
  check::sort_diagnostics(result.diagnostics);
  return result;
}

Result<std::vector<DocumentSource>> staged_sources(const Context& context,
                                                   const git::Repository& repository,
                                                   std::optional<std::string> against) {
  CS_ASSIGN(auto sources, staged_documents(context, repository));
  if (!against && repository.resolve_commit("HEAD")) against = "HEAD";
  if (against) CS_TRY(add_earlier(context, repository, *against, sources));
  return sources;
}

std::string excerpts_of(const ValidationResult& result, const report::Style& style) {
  std::map<std::string, report::SourceText> sources;
  return report::diagnostics_excerpts(
      result.diagnostics,
      [&](const std::string& file) -> const report::SourceText* {
        const auto text = result.texts.find(file);
        if (text == result.texts.end()) return nullptr;
        return &sources.try_emplace(file, text->second).first->second;
      },
      style);
}

}  // namespace claudestep::cli

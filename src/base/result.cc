#include "base/result.h"

#include <cstdio>
#include <cstdlib>

namespace claudestep {

std::string_view error_code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
      return "usage";
    case ErrorCode::kInvalidInput:
      return "invalid_input";
    case ErrorCode::kNotFound:
      return "not_found";
    case ErrorCode::kBusy:
      return "busy";
    case ErrorCode::kDirty:
      return "dirty";
    case ErrorCode::kConflict:
      return "conflict";
    case ErrorCode::kAlreadyExists:
      return "already_exists";
    case ErrorCode::kDivergedRewound:
      return "diverged_rewound";
    case ErrorCode::kCorrupt:
      return "corrupt";
    case ErrorCode::kSchemaUnusable:
      return "schema_unusable";
    case ErrorCode::kUnsupported:
      return "unsupported";
    case ErrorCode::kIo:
      return "io";
    case ErrorCode::kGitFailed:
      return "git_failed";
    case ErrorCode::kRejected:
      return "rejected";
    case ErrorCode::kInternal:
      break;
  }
  return "internal";
}

int exit_code_for(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
    case ErrorCode::kInvalidInput:
      return 2;
    case ErrorCode::kNotFound:
      return 3;
    case ErrorCode::kBusy:
    case ErrorCode::kDirty:
    case ErrorCode::kConflict:
    case ErrorCode::kAlreadyExists:
    case ErrorCode::kDivergedRewound:
      return 4;
    case ErrorCode::kCorrupt:
    case ErrorCode::kSchemaUnusable:
      return 5;
    case ErrorCode::kUnsupported:
      return 6;
    case ErrorCode::kIo:
    case ErrorCode::kGitFailed:
    case ErrorCode::kRejected:
      return 7;
    case ErrorCode::kInternal:
      break;
  }
  return 70;
}

std::string to_string(const Place& place) {
  std::string out = place.file;
  const auto append = [&out](std::uint32_t number) {
    if (!out.empty()) out += ':';
    out += std::to_string(number);
  };
  if (place.line == 0) return out;
  append(place.line);
  if (place.column != 0) append(place.column);
  return out;
}

Error&& Error::caused_by(std::string cause) && {
  causes.push_back(std::move(cause));
  return std::move(*this);
}

Error&& Error::hint(std::string text) && {
  hints.push_back(std::move(text));
  return std::move(*this);
}

Error&& Error::at(Place where) && {
  place = std::move(where);
  return std::move(*this);
}

std::string Error::one_line() const {
  std::string line = message;
  for (const std::string& cause : causes) line += ": " + cause;
  return line;
}

Error&& Error::within(std::string what) && {
  causes.insert(causes.begin(), std::move(message));
  message = std::move(what);
  return std::move(*this);
}

void abort_with(const char* file, int line, std::string_view what) {
  std::fprintf(stderr, "%s:%d: broken invariant: %.*s\n", file, line, static_cast<int>(what.size()),
               what.data());
  std::abort();
}

}  // namespace claudestep

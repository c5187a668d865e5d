#include "schema/uri.h"

#include <cctype>

#include "base/ascii.h"

namespace claudestep::schema {
namespace {

struct Parts {
  std::string_view scheme;  // without ':'
  bool has_authority = false;
  std::string_view authority;
  std::string_view path;
  std::string_view query;  // with '?'
};

bool is_scheme_char(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+' || c == '.' || c == '-';
}

std::string_view scheme_of(std::string_view uri) {
  if (uri.empty() || std::isalpha(static_cast<unsigned char>(uri.front())) == 0) return {};
  std::size_t size = 1;
  while (size < uri.size() && is_scheme_char(uri[size])) ++size;
  return size < uri.size() && uri[size] == ':' ? uri.substr(0, size) : std::string_view();
}

Parts parts_of(std::string_view uri) {
  Parts parts;
  parts.scheme = scheme_of(uri);
  if (!parts.scheme.empty()) uri.remove_prefix(parts.scheme.size() + 1);
  if (const std::size_t query = uri.find('?'); query != std::string_view::npos) {
    parts.query = uri.substr(query);
    uri = uri.substr(0, query);
  }
  if (uri.starts_with("//")) {
    parts.has_authority = true;
    uri.remove_prefix(2);
    const std::size_t slash = std::min(uri.find('/'), uri.size());
    parts.authority = uri.substr(0, slash);
    uri.remove_prefix(slash);
  }
  parts.path = uri;
  return parts;
}

// RFC 3986, 5.2.4.
std::string without_dots(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    if (path.starts_with("../")) {
      path.remove_prefix(3);
    } else if (path.starts_with("./") || path.starts_with("/./")) {
      path.remove_prefix(2);
    } else if (path == "/.") {
      path = "/";
    } else if (path.starts_with("/../") || path == "/..") {
      path = path.size() > 3 ? path.substr(3) : std::string_view("/");
      out.erase(std::min(out.rfind('/'), out.size()));
    } else if (path == "." || path == "..") {
      path = {};
    } else {
      const std::size_t end = std::min(path.find('/', 1), path.size());
      out += path.substr(0, end);
      path.remove_prefix(end);
    }
  }
  return out;
}

std::string merged_path(const Parts& base, std::string_view path) {
  if (path.starts_with('/')) return without_dots(path);
  if (base.has_authority && base.path.empty()) return without_dots("/" + std::string(path));
  const std::size_t slash = base.path.rfind('/');
  const std::string_view folder =
      slash == std::string_view::npos ? std::string_view() : base.path.substr(0, slash + 1);
  return without_dots(std::string(folder) + std::string(path));
}

std::string joined(const Parts& root, std::string_view path, std::string_view query) {
  std::string uri;
  if (!root.scheme.empty()) uri += std::string(root.scheme) + ":";
  if (root.has_authority) uri += "//" + std::string(root.authority);
  return uri.append(path).append(query);
}

}  // namespace

SplitUri split_fragment(std::string_view uri) {
  const std::size_t hash = uri.find('#');
  if (hash == std::string_view::npos) return {uri, {}};
  return {uri.substr(0, hash), uri.substr(hash + 1)};
}

std::string resolve_uri(std::string_view base, std::string_view reference) {
  const std::size_t hash = std::min(reference.find('#'), reference.size());
  const std::string_view fragment = reference.substr(hash);
  const std::string_view rest = reference.substr(0, hash);
  const std::string_view base_uri = split_fragment(base).uri;
  if (rest.empty()) return std::string(base_uri).append(fragment);
  const Parts from = parts_of(base_uri);
  const Parts to = parts_of(rest);
  std::string uri;
  if (!to.scheme.empty()) {
    // A path without a leading slash, such as a URN's, is no path of folders.
    uri = joined(to, to.path.starts_with('/') ? without_dots(to.path) : std::string(to.path),
                 to.query);
  } else if (to.has_authority) {
    uri = std::string(from.scheme) + ":" + joined(to, without_dots(to.path), to.query);
  } else if (to.path.empty()) {
    uri = joined(from, from.path, to.query);
  } else {
    uri = joined(from, merged_path(from, to.path), to.query);
  }
  return uri.append(fragment);
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const auto escaped = percent_escape_at(text, i);
    if (!escaped) return std::nullopt;
    out += *escaped;
    i += 2;
  }
  return out;
}

void append_pointer(std::string& pointer, std::string_view token) {
  pointer += '/';
  for (const char c : token) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

std::optional<std::string> take_token(std::string_view& pointer) {
  const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
  const std::string_view escaped = pointer.substr(1, end - 1);
  pointer.remove_prefix(end);
  std::string token;
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    if (escaped[i] != '~') {
      token += escaped[i];
      continue;
    }
    ++i;
    if (i >= escaped.size() || (escaped[i] != '0' && escaped[i] != '1')) return std::nullopt;
    token += escaped[i] == '0' ? '~' : '/';
  }
  return token;
}

}  // namespace claudestep::schema

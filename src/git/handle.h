// Owns: RAII for libgit2's handles: one deleter over the free function, one alias a type, one
// adaptor for out-parameters. Internal to git/: never included from outside.
#pragma once

#include <git2.h>

#include <memory>
#include <string_view>

namespace claudestep::git {

template <auto Free>
struct Deleter {
  template <typename T>
  void operator()(T* handle) const noexcept {
    Free(handle);
  }
};

template <typename T, auto Free>
using Handle = std::unique_ptr<T, Deleter<Free>>;

using RepositoryHandle = Handle<git_repository, git_repository_free>;
using OdbHandle = Handle<git_odb, git_odb_free>;
using OdbObjectHandle = Handle<git_odb_object, git_odb_object_free>;
using ObjectHandle = Handle<git_object, git_object_free>;
using RefdbHandle = Handle<git_refdb, git_refdb_free>;
using ReferenceHandle = Handle<git_reference, git_reference_free>;
using ReferenceIteratorHandle = Handle<git_reference_iterator, git_reference_iterator_free>;
using ConfigHandle = Handle<git_config, git_config_free>;
using ConfigEntryHandle = Handle<git_config_entry, git_config_entry_free>;
using ConfigIteratorHandle = Handle<git_config_iterator, git_config_iterator_free>;
using PatchHandle = Handle<git_patch, git_patch_free>;

// The contents of an object; none for an empty handle.
inline std::string_view bytes_of(const OdbObjectHandle& object) {
  if (!object) return {};
  return {static_cast<const char*>(git_odb_object_data(object.get())),
          git_odb_object_size(object.get())};
}

// Gives a C function a `T**` and puts what it stored into the handle: f(Out(handle), ...).
template <typename H>
class Out {
 public:
  explicit Out(H& handle) : handle_(handle) {}
  ~Out() { handle_.reset(raw_); }
  Out(const Out&) = delete;
  Out& operator=(const Out&) = delete;
  // Implicit on purpose: it stands for the out-parameter itself.
  operator typename H::pointer *() { return &raw_; }  // NOLINT(google-explicit-constructor)

 private:
  H& handle_;
  typename H::pointer raw_ = nullptr;
};

}  // namespace claudestep::git

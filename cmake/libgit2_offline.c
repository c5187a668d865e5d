/* Stands in for the network transports of a statically linked libgit2.
 *
 * git_libgit2_init() starts a TLS library (which parses the system's certificate bundle) and an SSH
 * library. All fetching and pushing is done by git itself, so that start-up is paid for nothing, and
 * so is loading the libraries behind it. The linker takes these definitions before it looks into
 * libgit2.a, leaves the archive's own members out, and with them every library they need. Should
 * another version of libgit2 be cut differently, the link fails with duplicate or missing symbols,
 * and the build falls back to the shared library (see libgit2.cmake).
 */
#include <git2/errors.h>

int git_mbedtls_stream_global_init(void);
int git_mbedtls__set_cert_location(const char* file, const char* path);
int git_mbedtls_stream_new(void** out, const char* host, const char* port);
int git_mbedtls_stream_wrap(void** out, void* in, const char* host);
int git_transport_ssh_global_init(void);
int git_smart_subtransport_ssh(void** out, void* owner, void* param);
int git_http_auth_negotiate(void** out, const void* url);

static int offline(void) {
  git_error_set_str(GIT_ERROR_NET, "this program leaves the network to git");
  return GIT_ERROR;
}

int git_mbedtls_stream_global_init(void) { return 0; }

int git_transport_ssh_global_init(void) { return 0; }

int git_mbedtls__set_cert_location(const char* file, const char* path) {
  (void)file;
  (void)path;
  return offline();
}

int git_mbedtls_stream_new(void** out, const char* host, const char* port) {
  (void)host;
  (void)port;
  *out = 0;
  return offline();
}

int git_mbedtls_stream_wrap(void** out, void* in, const char* host) {
  (void)in;
  (void)host;
  *out = 0;
  return offline();
}

int git_smart_subtransport_ssh(void** out, void* owner, void* param) {
  (void)owner;
  (void)param;
  *out = 0;
  return offline();
}

int git_http_auth_negotiate(void** out, const void* url) {
  (void)url;
  *out = 0;
  return offline();
}

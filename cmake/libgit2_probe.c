/* Shows that a way of linking libgit2 works: initialises it, makes a repository below the folder
 * given as the only argument, writes a blob, a tree and a commit, and reads the commit back.
 */
#include <git2.h>
#include <stdio.h>
#include <string.h>

static const char kMessage[] = "probe\n";

static int commit_once(git_repository* repo) {
  git_oid blob, tree_id, commit_id;
  git_treebuilder* builder = NULL;
  git_tree* tree = NULL;
  git_signature* who = NULL;
  git_commit* commit = NULL;
  int same;
  if (git_blob_create_from_buffer(&blob, repo, "{}\n", 3) < 0) return 10;
  if (git_treebuilder_new(&builder, repo, NULL) < 0) return 11;
  if (git_treebuilder_insert(NULL, builder, "a.json", &blob, GIT_FILEMODE_BLOB) < 0) return 12;
  if (git_treebuilder_write(&tree_id, builder) < 0) return 13;
  if (git_tree_lookup(&tree, repo, &tree_id) < 0) return 14;
  if (git_signature_new(&who, "Probe", "probe@example.com", 1700000000, 0) < 0) return 15;
  if (git_commit_create(&commit_id, repo, "refs/heads/probe", who, who, NULL, kMessage, tree, 0,
                        NULL) < 0) {
    return 16;
  }
  if (git_commit_lookup(&commit, repo, &commit_id) < 0) return 17;
  same = strcmp(git_commit_message(commit), kMessage) == 0;
  git_commit_free(commit);
  git_signature_free(who);
  git_tree_free(tree);
  git_treebuilder_free(builder);
  return same ? 0 : 18;
}

int main(int argc, char** argv) {
  git_repository* repo = NULL;
  int result;
  if (argc != 2) return 2;
  if (git_libgit2_init() < 1) return 3;
  if (git_repository_init(&repo, argv[1], 1) < 0) {
    const git_error* error = git_error_last();
    fprintf(stderr, "%s\n", error != NULL ? error->message : "cannot make a repository");
    return 4;
  }
  result = commit_once(repo);
  git_repository_free(repo);
  git_libgit2_shutdown();
  if (result != 0) fprintf(stderr, "libgit2 probe failed at step %d\n", result);
  return result;
}

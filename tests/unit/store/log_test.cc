#include "store/log.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <set>

#include "store/undo.h"
#include "tests/support/random_history.h"
#include "tests/unit/store/store_fixture.h"

namespace claudestep::store {
namespace {

using test::IsOk;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The sample with one text for another.
std::string changed(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string closed_sample(std::string_view name) {
  return changed(sample_project(name), R"("pr_state": "open")", R"("pr_state": "closed")");
}

class LogTest : public StoreTest {
 protected:
  // "auth: created; task 1: ...", a line for each commit and project.
  [[nodiscard]] std::vector<std::string> log(const LogOptions& options = {}) {
    const git::Repository repository = open();
    std::vector<std::string> lines;
    const auto id = git::ObjectId::parse(tip());
    EXPECT_THAT(walk_log(repository, *id, options,
                         [&](const LogCommit& commit) {
                           for (const ProjectEvents& project : commit.projects) {
                             std::string line = project.project + ":";
                             for (const auto& sentence : model::sentences_of(project.events)) {
                               line += " " + sentence.text + ";";
                             }
                             lines.push_back(std::move(line));
                           }
                           return true;
                         }),
                IsOk());
    return lines;
  }

  [[nodiscard]] std::vector<std::string> log_of(std::string project) {
    LogOptions options;
    options.project = std::move(project);
    return log(options);
  }

  std::string commit(const test::Files& files) { return builder_.commit(kRef, files); }
};

TEST_F(LogTest, TellsCommitsByHandNewestFirst) {
  commit({{"README.md", "text"}});
  commit({{"projects/a.json", sample_project("a")}});
  commit({{"README.md", "other text"}});
  commit({{"projects/a.json", closed_sample("a")}, {"projects/b.json", sample_project("b")}});
  commit({{"projects/a.json", sample_project("a") + "\n"}, {"projects/b.json", std::nullopt}});
  EXPECT_THAT(log(), ElementsAre("a: task 1: pending -> in_progress, #80 reopened;",
                                 "b: deleted with 2 tasks, 1 pull request;",
                                 "a: task 1: in_progress -> pending, #80 closed;",
                                 "b: created with 2 tasks, 1 pull request;",
                                 "a: created with 2 tasks, 1 pull request;"));
  EXPECT_THAT(log_of("b"), ElementsAre("b: deleted with 2 tasks, 1 pull request;",
                                       "b: created with 2 tasks, 1 pull request;"));
  EXPECT_THAT(log_of("none"), IsEmpty());
}

TEST_F(LogTest, TellsNoOtherProjectThatHadTheName) {
  commit({{"projects/a.json", sample_project("a")}});
  git::Repository repository = open();
  const auto apply = [&](std::vector<model::Operation> operations) {
    EXPECT_THAT(write(repository, options(), std::move(operations)), IsOk());
  };
  apply({model::RenameProject{"a", "b"}});
  apply({model::CreateProject{"a"}});
  apply({model::AddTask{"b", "of the first", {}, {}}});
  EXPECT_THAT(log_of("a"), ElementsAre("a: created;"));
  apply({model::RenameProject{"b", "c"}});
  apply({model::RenameProject{"a", "b"}});
  EXPECT_THAT(log_of("b"), ElementsAre("b: renamed from a;", "a: created;"));
  EXPECT_THAT(log_of("c"),
              ElementsAre("c: renamed from b;", "b: task 3: added 'of the first';",
                          "b: renamed from a;", "a: created with 2 tasks, 1 pull request;"));
  // One that was deleted is told under its name, one that lives on is not.
  apply({model::DeleteProject{"b"}});
  apply({model::CreateProject{"b"}});
  EXPECT_THAT(log_of("b"),
              ElementsAre("b: created;", "b: deleted;", "b: renamed from a;", "a: created;"));
}

TEST_F(LogTest, TellsProjectsApartThatTookEachOthersNames) {
  commit({{"projects/p.json", sample_project("p")}});
  git::Repository repository = open();
  const auto apply = [&](std::vector<model::Operation> operations) {
    EXPECT_THAT(write(repository, options(), std::move(operations)), IsOk());
  };
  const std::vector<model::Operation> swap = {model::RenameProject{"p", "tmp"},
                                              model::RenameProject{"q", "p"},
                                              model::RenameProject{"tmp", "q"}};
  apply({model::CreateProject{"q"}});
  apply(swap);
  EXPECT_THAT(message(), ::testing::StartsWith("3 operations on 2 projects\n"));
  EXPECT_THAT(log_of("p"), ElementsAre("p: renamed from q;", "q: created;"));
  EXPECT_THAT(log_of("q"),
              ElementsAre("q: renamed from p;", "p: created with 2 tasks, 1 pull request;"));
  apply(swap);
  apply({model::RenameProject{"q", "tmp"}, model::RenameProject{"p", "q"},
         model::CreateProject{"p"}, model::AddTask{"tmp", "one", {}, {}}});
  EXPECT_THAT(log(), ElementsAre("p: created;", "q: renamed from p;",
                                 "tmp: renamed from q; task 1: added 'one';", "p: renamed from q;",
                                 "q: renamed from p;", "p: renamed from q;", "q: renamed from p;",
                                 "q: created;", "p: created with 2 tasks, 1 pull request;"));
}

TEST_F(LogTest, NamesTheCommitThatOneTakesBack) {
  commit({{"projects/a.json", sample_project("a")}});
  git::Repository repository = open();
  ASSERT_THAT(write(repository, options(), {model::CreateProject{"b"}}), IsOk());
  const std::string done = tip();
  ASSERT_THAT(write(repository, options(),
                    [&](const View& view, model::Branch&) {
                      return plan_undo(repository, view, done).map([](UndoPlan&& plan) {
                        return std::move(plan.operations);
                      });
                    }),
              IsOk());
  std::vector<std::string> undone;
  ASSERT_THAT(walk_log(repository, *git::ObjectId::parse(tip()), {},
                       [&](const LogCommit& told) {
                         undone.push_back(told.undoes ? told.undoes->hex() : "-");
                         return true;
                       }),
              IsOk());
  EXPECT_THAT(undone, ElementsAre(done, "-", "-"));
}

TEST_F(LogTest, OldDatesOnTopDoNotHideYoungCommits) {
  commit({{"projects/a.json", sample_project("a")}});
  const std::string tree = builder_.git({"rev-parse", tip() + "^{tree}"});
  for (int at = 0; at < 20; ++at) {
    const std::string who = "a <a@b> " + std::to_string(1577836800 - at) + " +0000\n";
    std::string text = "tree " + tree;
    text += "\nparent " + tip() + "\nauthor " + who + "committer " + who + "\nwrong clock\n";
    builder_.set_ref(kRef, builder_.git({"hash-object", "-t", "commit", "-w", "--stdin"}, text));
  }
  LogOptions options;
  options.since = plus_seconds(test::kEpoch, std::int64_t{-24} * 3600);
  EXPECT_THAT(log(options), ElementsAre("a: created with 2 tasks, 1 pull request;"));
}

// A project of a random history: what it was named before, and its tasks.
struct LoggedProject {
  std::string former_names;
  std::string tasks;

  [[nodiscard]] std::string text(const std::string& name) const {
    return R"({"schema_version": "2.0", "project": ")" + name +
           R"(", "last_updated": "2026-01-01T00:00:00Z", "former_names": [)" + former_names +
           R"(], "tasks": [)" + tasks + R"(], "pull_requests": []})";
  }
};

using LoggedProjects = std::map<std::string, LoggedProject>;

// Makes, renames, changes or deletes one of few projects; the lines of `git fast-import` for it.
std::string change_at_random(std::mt19937& random, LoggedProjects& projects, std::size_t number) {
  const auto path = [](const std::string& name) { return "projects/" + name + ".json"; };
  const std::string name(1, static_cast<char>('a' + random() % 3));
  const auto found = projects.find(name);
  std::string lines;
  std::string written = name;
  if (found == projects.end()) {
    projects[name] = {};
  } else if (random() % 6 == 0) {
    projects.erase(found);
    return "D " + path(name) + "\n";
  } else if (random() % 2 == 0) {
    written = std::string(1, static_cast<char>('a' + random() % 4));
    if (projects.contains(written)) return "";
    LoggedProject moved = found->second;
    moved.former_names += (moved.former_names.empty() ? "\"" : ", \"") + name + "\"";
    projects.erase(found);
    projects[written] = moved;
    lines = "D " + path(name) + "\n";
  } else if (found->second.tasks.empty()) {
    found->second.tasks = R"({"index": 1, "description": "task )" + std::to_string(number) +
                          R"(", "status": "pending"})";
  } else {
    found->second.tasks.clear();
  }
  const std::string text = projects[written].text(written);
  return lines + "M 100644 inline " + path(written) + "\ndata " + std::to_string(text.size()) +
         "\n" + text + "\n";
}

// What walk_log tells of each of the four names, with the numbers that the commits have as authors.
std::multiset<std::string> told_of_all(const git::Repository& repository, git::ObjectId tip) {
  std::multiset<std::string> lines;
  LogOptions options;
  for (const std::string project : {"a", "b", "c", "d"}) {
    options.project = project;
    const auto visit = [&](const LogCommit& commit) {
      for (const ProjectEvents& changed : commit.projects) {
        std::string line = project;
        line += " " + commit.author + " " + changed.project + ":";
        for (const auto& sentence : model::sentences_of(changed.events)) line += sentence.text;
        lines.insert(std::move(line));
      }
      return true;
    };
    EXPECT_THAT(walk_log(repository, tip, options, visit), IsOk());
  }
  return lines;
}

// No clock decides what is told of a project: its names are handed on from child to parent.
TEST_F(LogTest, TellsTheSameWhateverTheDatesSay) {
  constexpr int kRounds = 20;
  std::mt19937 random(3);
  std::string stream;
  const auto ref_of = [](int round, std::string_view dates) {
    return "refs/heads/" + std::string(dates) + std::to_string(round);
  };
  for (int round = 0; round < kRounds; ++round) {
    const test::Graph graph = test::random_graph(random, 24);
    std::vector<LoggedProjects> projects(graph.size());
    std::vector<std::string> changes(graph.size());
    for (std::size_t at = 0; at < graph.size(); ++at) {
      if (!graph[at].empty()) projects[at] = projects[graph[at].front()];
      changes[at] = change_at_random(random, projects[at], at);
    }
    const auto make = [&](std::string_view dates, const std::function<int(int)>& date) {
      for (std::size_t at = 0; at < graph.size(); ++at) {
        stream += test::import_lines(ref_of(round, dates), graph, at, date(static_cast<int>(at)),
                                     changes[at]);
      }
    };
    make("honest", [](int at) { return 1000 + at; });
    make("equal", [](int /*at*/) { return 1000; });
    make("wild", [&](int /*at*/) { return 1000 + static_cast<int>(random() % 9); });
  }
  (void)builder_.git({"fast-import", "--quiet"}, stream);
  const git::Repository repository = open();
  std::size_t told = 0;
  for (int round = 0; round < kRounds; ++round) {
    const auto with = [&](std::string_view dates) {
      return told_of_all(repository, *repository.find_ref(ref_of(round, dates)).value());
    };
    const auto honest = with("honest");
    EXPECT_EQ(with("equal"), honest) << round;
    EXPECT_EQ(with("wild"), honest) << round;
    told += honest.size();
  }
  EXPECT_GT(told, 150U);
}

TEST_F(LogTest, TellsAFileThatCannotBeReadAndGoesOn) {
  commit({{"projects/a.json", sample_project("a")}});
  commit({{"projects/a.json", "{\n  \"tasks\": 3"}});
  commit({{"projects/a.json", "{\n  \"tasks\": 4"}});
  commit({{"projects/a.json", sample_project("a")}});
  commit({{"projects/a.json", "{"}});
  commit({{"projects/a.json", std::nullopt}});
  const auto lines = log();
  ASSERT_EQ(lines.size(), 6U);
  EXPECT_EQ(lines[0], "a: deleted;");
  EXPECT_THAT(lines[1], ::testing::StartsWith("a: cannot be read: 1:2: "));
  EXPECT_EQ(lines[2], "a: can be read again;");
  EXPECT_THAT(lines[3], ::testing::StartsWith("a: cannot be read: 2:13: "));
  EXPECT_THAT(lines[4], ::testing::StartsWith("a: cannot be read: 2:13: "));
  EXPECT_EQ(lines[5], "a: created with 2 tasks, 1 pull request;");
}

TEST_F(LogTest, SaysWhenOnlyBytesChanged) {
  commit({{"projects/a.json", sample_project("a")}});
  commit({{"projects/a.json", sample_project("a") + "\n\n"}});
  EXPECT_THAT(log(), ElementsAre("a: rewritten, no fact changed;",
                                 "a: created with 2 tasks, 1 pull request;"));
}

TEST_F(LogTest, FollowsAProjectThroughNamesAndShelves) {
  commit({{"projects/a.json", sample_project("a")}});
  commit({{"projects/a.json", std::nullopt},
          {"projects/b.json",
           changed(sample_project("b"), R"("tasks")", R"("former_names": ["a"], "tasks")")}});
  const std::string renamed =
      changed(sample_project("b"), R"("tasks")", R"("former_names": ["a"], "tasks")");
  commit({{"projects/a.json", closed_sample("a")}});  // another project under the old name
  commit({{"projects/b.json", std::nullopt}, {"archive/b.json", renamed}});
  commit({{"archive/b.json", std::nullopt}, {"archive/c.json", renamed}});  // git mv
  EXPECT_THAT(log_of("c"), ElementsAre("c: renamed from b;", "b: archived;", "b: renamed from a;",
                                       "a: created with 2 tasks, 1 pull request;"));
  EXPECT_THAT(log_of("a"), ElementsAre("a: created with 2 tasks, 1 pull request;"));
  EXPECT_EQ(log().size(), 5U);
}

TEST_F(LogTest, AMergeTellsOnlyWhatItDidItself) {
  const std::string base = commit({{"projects/a.json", sample_project("a")}});
  const std::string ours = commit({{"projects/a.json", closed_sample("a")}});
  builder_.set_ref("refs/heads/side", base);
  const std::string theirs =
      builder_.commit("refs/heads/side",
                      {{"projects/a.json", changed(sample_project("a"), "Add logging", "Log it")},
                       {"projects/b.json", sample_project("b")}});
  const std::string both = changed(closed_sample("a"), "Add logging", "Log it");
  const auto merge = [&](const std::string& a) {
    const std::string tree =
        builder_.tree({{std::string(test::kModeFolder), "projects",
                        builder_.tree({{std::string(test::kModeFile), "a.json", builder_.blob(a)},
                                       {std::string(test::kModeFile), "b.json",
                                        builder_.blob(sample_project("b"))}})}});
    builder_.set_ref(kRef, builder_.commit_tree(tree, {ours, theirs}, "merge"));
  };
  merge(both);
  const std::vector<std::string> sides = {
      "a: task 2: removed 'Add logging';", "b: created with 2 tasks, 1 pull request;",
      "a: task 1: in_progress -> pending, #80 closed;", "a: created with 2 tasks, 1 pull request;"};
  const auto told = log();
  ASSERT_EQ(told.size(), 4U);
  EXPECT_THAT(told[0], ::testing::HasSubstr("reworded to 'Log it'"));
  EXPECT_EQ(told[1], sides[1]);
  EXPECT_EQ(told[2], sides[2]);
  EXPECT_EQ(told[3], sides[3]);

  merge(changed(both, R"("reviewer": "alice")", R"("reviewer": "bob")"));
  const auto with_merge = log_of("a");
  ASSERT_EQ(with_merge.size(), 4U);
  EXPECT_EQ(with_merge[0], "a: task 1: #80 assigned to bob;");
}

TEST_F(LogTest, SinceAndUntilBoundIt) {
  commit({{"projects/a.json", sample_project("a")}});
  const std::string middle = commit({{"projects/a.json", closed_sample("a")}});
  commit({{"projects/a.json", sample_project("a")}});
  const git::Repository repository = open();
  const auto commit = repository.read_commit(*git::ObjectId::parse(middle));
  ASSERT_THAT(commit, IsOk());
  LogOptions options;
  options.since = commit->committer.when;
  options.until = plus_seconds(commit->committer.when, 1);
  EXPECT_THAT(log(options), ElementsAre("a: task 1: in_progress -> pending, #80 closed;"));
  options.project = "a";
  EXPECT_THAT(log(options), ElementsAre("a: task 1: in_progress -> pending, #80 closed;"));
  options.until = commit->committer.when;
  EXPECT_THAT(log(options), IsEmpty());
  options.until.reset();
  EXPECT_EQ(log(options).size(), 2U);
}

// Told from what the commits changed: what lies unchanged beside it need not even be there.
TEST_F(LogTest, ReadsOnlyFilesThatChanged) {
  commit({{"projects/a.json", sample_project("a")}, {"projects/b.json", sample_project("b")}});
  const std::string middle = commit({{"projects/a.json", closed_sample("a")}});
  const std::string blob = builder_.git({"rev-parse", tip() + ":projects/b.json"});
  std::filesystem::remove(builder_.git_dir() / "objects" / blob.substr(0, 2) / blob.substr(2));
  EXPECT_THAT(log_of("a"), ElementsAre("a: task 1: in_progress -> pending, #80 closed;",
                                       "a: created with 2 tasks, 1 pull request;"));
  const git::Repository repository = open();
  const auto commit = repository.read_commit(*git::ObjectId::parse(middle));
  ASSERT_THAT(commit, IsOk());
  LogOptions options;
  options.since = commit->committer.when;
  EXPECT_THAT(log(options), ElementsAre("a: task 1: in_progress -> pending, #80 closed;"));
}

TEST_F(LogTest, EndsWhenNoMoreIsWanted) {
  commit({{"projects/a.json", sample_project("a")}});
  commit({{"projects/a.json", closed_sample("a")}});
  const git::Repository repository = open();
  int visited = 0;
  EXPECT_THAT(walk_log(repository, *git::ObjectId::parse(tip()), {},
                       [&](const LogCommit& told) {
                         ++visited;
                         EXPECT_EQ(told.id.hex(), tip());
                         return false;
                       }),
              IsOk());
  EXPECT_EQ(visited, 1);
}

TEST_F(LogTest, TheOldestCommitOfAShallowCloneTellsNothing) {
  commit({{"projects/a.json", sample_project("a")}});
  commit({{"projects/a.json", closed_sample("a")}});
  commit({{"projects/a.json", sample_project("a")}});
  const auto clone = builder_.beside("shallow.git");
  builder_.git({"clone", "-q", "--bare", "--depth", "2", "--single-branch", "--branch",
                "claudestep-metadata", "file://" + builder_.path().string(), clone.string()});
  environment_ = builder_.environment();
  auto repository = git::Repository::open({.cwd = clone.string(),
                                           .git_dir = {},
                                           .environment = &environment_,
                                           .git_accepts_owner = {}});
  ASSERT_THAT(repository, IsOk());
  std::vector<std::string> told;
  for (const bool filtered : {false, true}) {
    LogOptions options;
    if (filtered) options.project = "a";
    EXPECT_THAT(walk_log(*repository, *git::ObjectId::parse(tip()), options,
                         [&](const LogCommit& commit) {
                           told.push_back(commit.id.hex());
                           return true;
                         }),
                IsOk());
  }
  EXPECT_THAT(told, ElementsAre(tip(), tip()));
}

TEST_F(LogTest, OddEntriesAreToldAndForeignFilesAreNot) {
  commit({{"projects/a.json", sample_project("a")}});
  const std::string link = builder_.blob("elsewhere");
  const auto tree_of = [&](std::string_view mode, const std::string& id) {
    return builder_.tree({{std::string(test::kModeFolder), "projects",
                           builder_.tree({{std::string(mode), "a.json", id},
                                          {std::string(test::kModeFile), "notes.txt", link}})}});
  };
  builder_.set_ref(kRef, builder_.commit_tree(tree_of(test::kModeSymlink, link), {tip()}, "odd"));
  EXPECT_THAT(log(), ElementsAre("a: cannot be read: the project file is a symbolic link;",
                                 "a: created with 2 tasks, 1 pull request;"));
}

TEST_F(LogTest, CompareViewsTellsWhatLeadsFromOneToTheOther) {
  commit({{"projects/a.json", sample_project("a")}, {"projects/b.json", sample_project("b")}});
  commit({{"projects/a.json", closed_sample("a")}});
  commit({{"projects/b.json", std::nullopt}, {"projects/c.json", sample_project("c")}});
  const git::Repository repository = open();
  ViewOptions options = view_options();
  ASSERT_OK_AND_ASSIGN(const View now, View::open(repository, options));
  options.at = tip() + "~2";
  ASSERT_OK_AND_ASSIGN(const View then, View::open(repository, options));
  const auto names = [&](const View& before, const View& after) {
    std::vector<std::string> lines;
    const auto changes = compare_views(repository, before, after).value();
    lines.reserve(changes.size());
    for (const ProjectEvents& project : changes) {
      lines.push_back(project.project + ": " + model::sentences_of(project.events).front().text);
    }
    return lines;
  };
  EXPECT_THAT(names(then, now), ElementsAre("a: task 1: in_progress -> pending, #80 closed",
                                            "b: deleted with 2 tasks, 1 pull request",
                                            "c: created with 2 tasks, 1 pull request"));
  EXPECT_THAT(names(now, now), IsEmpty());
}

}  // namespace
}  // namespace claudestep::store

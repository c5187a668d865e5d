"""What the soak's model knows of a branch, and what a branch says, read with git and Python's json.

A model that knows no documents and no common ancestors: facts come and go, and two lines together
have the facts of both. What falls away does so only as far as was seen: a task or a pull request
that somebody else has changed meanwhile stays. Of two texts or names that nobody put in each
other's place the greater one shows; of two costs of an operation the greater; merged before closed before open.

Independent of the tool on purpose: the rules are written here a second time.
"""

import collections
import functools
import hashlib
import json

from dataclasses import dataclass

from harness import REF, expect, expect_equal

FOLDERS = ("projects", "archive")
STATES = ("open", "closed", "merged")
BORN = "born "  # how the first task of a project begins, which says which project it is
AGAIN = ", said anew"  # what follows the words that a task is known by


@dataclass(frozen=True)
class Born:
    project: str


@dataclass(frozen=True)
class Named:
    project: str
    name: str
    instead_of: frozenset


@dataclass(frozen=True)
class Task:
    project: str
    key: str


@dataclass(frozen=True)
class Text:
    project: str
    task: str
    text: str
    instead_of: frozenset


@dataclass(frozen=True)
class Pull:
    project: str
    number: int
    task: str


@dataclass(frozen=True)
class State:
    project: str
    pull: int
    state: str
    step: int  # merged, taken back and merged again is another fact


@dataclass(frozen=True)
class Cost:
    project: str
    pull: int
    operation: str
    cents: int


def about(fact, others):
    """Which of the others tell of `fact`, so that it stays when they are new."""
    if isinstance(fact, Task):
        return frozenset(o for o in others if isinstance(o, (Text, Pull))
                         and (o.project, o.task) == (fact.project, fact.key))
    if isinstance(fact, Pull):
        return frozenset(o for o in others if isinstance(o, (State, Cost))
                         and (o.project, o.pull) == (fact.project, fact.number))
    return frozenset()


def greatest_head(named, value_of):
    """Of what was put in nobody's place the greatest by bytes."""
    replaced = frozenset().union(*(fact.instead_of for fact in named))
    values = {value_of(fact) for fact in named}
    return max(values - replaced, key=str.encode)


class Known:
    """What there is on a branch. A value: each change is another one."""

    def __init__(self, facts=frozenset(), gone=frozenset()):
        self.facts = facts
        self.gone = gone  # pairs of a fact and what was seen of it when it was taken away

    def plus(self, *facts):
        return Known(self.facts | set(facts), self.gone)

    def minus(self, *facts):
        pairs = {(fact, about(fact, self.alive)) for fact in facts}
        return Known(self.facts, self.gone | pairs)

    def join(self, *others):
        return Known(self.facts.union(*(other.facts for other in others)),
                     self.gone.union(*(other.gone for other in others)))

    def beyond(self, other):
        """What this has and the other has not."""
        return Known(self.facts - other.facts, self.gone - other.gone)

    def contains(self, other):
        return other.facts <= self.facts and other.gone <= self.gone

    @functools.cached_property
    def alive(self):
        removed = {fact for fact, _ in self.gone}
        alive = {fact for fact in self.facts - removed}
        for kind in (Pull, Task):  # a task stays for its pull requests
            for fact in removed & self.facts:
                if isinstance(fact, kind) and self.outlives(fact, alive):
                    alive.add(fact)
        return frozenset(alive)

    def outlives(self, fact, alive):
        there = about(fact, alive)
        return all(there - seen for gone, seen in self.gone if gone == fact)

    @functools.cached_property
    def says(self):
        """What a branch with these facts says, in the words of `document_says`."""
        by = collections.defaultdict(list)
        for fact in self.alive:
            by[type(fact), fact.project].append(fact)
        says = set()
        for project in (fact.project for fact in self.alive if isinstance(fact, Born)):
            names = by[Named, project]
            says.add(("project", project, greatest_head(names, lambda fact: fact.name),
                      tuple(sorted({fact.name for fact in names}))))
            for task in by[Task, project]:
                texts = [text for text in by[Text, project] if text.task == task.key]
                says.add(("task", project, task.key, greatest_head(texts, lambda fact: fact.text)))
            for pull in by[Pull, project]:
                states = [STATES.index(state.state) for state in by[State, project]
                          if state.pull == pull.number]
                says.add(("pull", project, pull.number, pull.task, STATES[max(states, default=0)]))
                costs = collections.defaultdict(int)
                for cost in by[Cost, project]:
                    if cost.pull == pull.number:
                        costs[cost.operation] = max(costs[cost.operation], cost.cents)
                says |= {("cost", project, pull.number, *cost) for cost in costs.items()}
        return frozenset(says)

    def said(self, kind, project=None):
        """What is said of a kind, of one project or all, in a fixed order."""
        return sorted(fact for fact in self.says
                      if fact[0] == kind and project in (None, fact[1]))

    @property
    def cents(self):
        return sum(cost[-1] for cost in self.said("cost"))


def key_of(description):
    return description.partition(AGAIN)[0]


def id_of(key):
    """The id that the tool gives to a task that was added with these words."""
    return hashlib.sha256(key.encode()).hexdigest()[:8]


@functools.lru_cache(maxsize=8192)
def document_says(path, text):
    document = json.loads(text)
    name = document["project"]
    expect_equal(path.rpartition("/")[2], name + ".json", "the file of a project")
    keys = [key_of(task["description"]) for task in document["tasks"]]
    expect_equal(sorted(set(keys)), sorted(keys), f"tasks of {name}, once each")
    indices = [task["index"] for task in document["tasks"]]
    expect_equal(sorted(set(indices)), sorted(indices), f"indices of {name}, once each")
    born = [key.removeprefix(BORN) for key in keys if key.startswith(BORN)]
    expect_equal(len(born), 1, f"which project {name} is: {born}")
    names = tuple(sorted({name, *document.get("former_names", [])}))
    says = {("project", born[0], name, names)}
    task_of = {task.get("id", id_of(key)): key for task, key in zip(document["tasks"], keys)}
    for task, key in zip(document["tasks"], keys):
        says.add(("task", born[0], key, task["description"]))
    for pull in document["pull_requests"]:
        number = pull["pr_number"]
        says.add(("pull", born[0], number, task_of[pull["task_id"]], pull["pr_state"]))
        operations = pull.get("ai_operations", [])
        costs = {("cost", born[0], number, operation["operation_id"],
                  round(operation["cost_usd"] * 100)) for operation in operations}
        expect_equal(len(costs), len(operations), f"operations of #{number}, once each")
        says |= costs
    return born[0], frozenset(says)


texts = {}  # by object id: what was read once


class Branch:
    """What the files of a revision say. Without the revision, nothing."""

    def __init__(self, repo, revision=REF):
        self.paths = {}  # by project
        self.texts = {}
        self.says = frozenset()
        rows = []
        for row in self.files(repo, revision):
            mode, _, rest = row.partition(" ")
            blob, _, path = rest.removeprefix("blob ").partition("\t")
            if path.startswith(tuple(folder + "/" for folder in FOLDERS)):
                expect_equal(mode, "100644", f"mode of {path}")
                rows.append((blob, path))
        self.read_new(repo, [blob for blob, _ in rows if blob not in texts])
        for blob, path in rows:
            project, says = document_says(path, texts[blob])
            expect(project not in self.paths, f"a project is in two files: {path} and "
                   f"{self.paths.get(project)}")
            self.paths[project], self.texts[project] = path, texts[blob]
            self.says |= says

    @staticmethod
    def files(repo, revision):
        ran = repo.run("git", "ls-tree", "-r", revision)
        if ran.code != 0:
            expect(repo.tip(revision) is None, f"a tree cannot be read: {ran}")
        return ran.out.splitlines()

    @staticmethod
    def read_new(repo, blobs):
        if not blobs:
            return
        rest = repo.git("cat-file", "--batch", stdin="".join(blob + "\n" for blob in blobs),
                        keep_newline=True)
        for blob in blobs:
            head, _, rest = rest.partition("\n")
            size = int(head.split()[2])
            texts[blob], rest = rest[:size], rest[size + 1:]

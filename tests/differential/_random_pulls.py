"""Random lives of pull requests: branches that are used again, stacked, pushed to, caught up, merged in
every way, alone and together, by another's merge, picked, taken back and brought back, closed. What is
true of each is what was done."""

import dataclasses
import random

import _pull_requests as made

ONE_COMMIT = ("by_forge", "by_name", "in_silence", "squashed", "squashed_silently")
MESSAGES = ("Take it", "Everything, in other words", "Land the work")


@dataclasses.dataclass
class Life:
    """A pull request: `merged` is one that was merged by itself, `landed` one all of whose work came to
    the base while it was open, whoever brought it."""

    number: int
    branch: str
    created: str
    head: int
    state: str = "open"
    recorded: str = "open"
    merged: bool = False
    reverted: bool = False
    empty: bool = False
    way: str = ""
    landed: bool = False
    revert_seen: bool = False  # a merge that brought its commits was taken back, its own or not
    closed: str = ""


class World:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.story = made.Story()
        self.pieces = {self.story.main: frozenset()}  # of each commit
        self.pulls = []
        self.branches = {}  # name -> head
        self.spoilt = set()  # pieces that were taken back
        self.stacked = set()  # branches that others stand on, or that stand on others
        self.reverts = []  # (what was taken back, the mark of the revert)

    # ------------------------------------------------------------ commits

    def edits(self, pieces):
        edits = []
        for piece in sorted(pieces):
            edits.append((f"src/{piece}.txt", lambda text, piece=piece: f"{piece}\n" * 3))
            if piece < made.SECTIONS:
                edits.append(made.section_edit(piece, 5, f"changed by {piece}"))
        return edits

    def commit(self, parents, message, fresh=0):
        pieces = set().union(*(self.pieces[parent] for parent in parents))
        known = self.pieces[parents[0]]
        pieces |= {len(self.pieces) * 10 + one for one in range(fresh)}
        tree = made.edited(self.story.trees[parents[0]], self.edits(pieces - known))
        mark = self.story.commit(parents, tree, message)
        self.pieces[mark] = frozenset(pieces)
        return mark

    def on_main(self, parents, message, fresh=0):
        self.story.main = self.commit(parents, message, fresh)
        return self.story.main

    def noise(self):
        self.on_main([self.story.main], "work of others", 1)

    # ------------------------------------------------------------ what may happen

    def open_ones(self):
        return [
            pull
            for pull in self.pulls
            if pull.state == "open" and not self.pieces[pull.head] & self.spoilt
        ]

    def own(self, pull):
        """What its branch has that main has not."""
        return self.pieces[pull.head] - self.pieces[self.story.main]

    def open(self):
        number = len(self.pulls) + 1
        free = [
            name
            for name, head in self.branches.items()
            if not any(pull.branch == name and pull.state == "open" for pull in self.pulls)
            and not self.pieces[head] & self.spoilt
        ]
        kind = self.random.choice(("new", "new", "new", "again", "stacked", "empty"))
        if kind == "again" and free:
            branch = self.random.choice(free)
            head = self.branches[branch]
        else:
            branch = f"claude-step-auth-{number}"
            head = self.story.main
            if kind == "stacked" and self.open_ones():
                below = self.random.choice(self.open_ones())
                self.stacked |= {branch, below.branch}
                head = below.head
        if kind != "empty":
            for _ in range(self.random.randint(1, 3)):
                head = self.commit([head], f"Work {self.random.randint(1, 3)}", 1)
        created = self.story.stamp()
        empty = not self.pieces[head] - self.pieces[self.story.main]
        self.pulls.append(Life(number, branch, created, head, empty=empty))
        self.branches[branch] = head
        self.noise()

    def push(self, pull):
        self.move(pull, self.commit([pull.head], "More work", 1))

    def catch_up(self, pull):
        words = f"Merge branch 'main' into {pull.branch}"
        self.move(pull, self.commit([pull.head, self.story.main], words))

    def move(self, pull, head):
        pull.head = self.branches[pull.branch] = head
        pull.empty = pull.empty and not self.own(pull)

    def close(self, pull):
        pull.state = pull.recorded = "closed"
        pull.closed = self.story.stamp()

    def forget(self, pull):
        if pull.state != "open":
            self.branches.pop(pull.branch, None)

    def foxtrot(self):
        """Somebody merges main into work of his own and pushes that."""
        theirs = self.commit([self.story.main], "Work of somebody", 1)
        self.noise()
        self.noise()
        self.on_main([theirs, self.story.main], self.random.choice(MESSAGES))

    # ------------------------------------------------------------ merges

    def merge(self, pull):
        if not self.own(pull):
            return
        ways = [self.by_forge, self.by_name, self.in_silence, self.squashed, self.squashed_silently]
        linear = all(len(self.story.parents[mark]) == 1 for mark in self.line(pull))
        if linear:
            ways += [self.rebased, self.rebased_in_other_words]
        ways.append(self.fast_forwarded)
        others = [one for one in self.open_ones() if one is not pull and self.own(one)]
        if others:
            ways.append(lambda one: self.octopus(one, self.random.choice(others)))
        way = self.random.choice(ways)
        before = self.pieces[self.story.main]
        one_commit = way.__name__ in ONE_COMMIT
        self.end(pull, way.__name__)
        way(pull)
        if one_commit and self.random.random() < 0.12:
            self.take_back(before)
        self.noise()

    def end(self, pull, way):
        pull.way = way
        pull.state, pull.merged = "merged", True
        if self.random.random() < 0.1:
            pull.recorded, pull.closed = "closed", pull.created  # and was reopened since

    def line(self, pull):
        """Its commits that main does not have, oldest first."""
        seen, line, at = set(self.ancestors(self.story.main)), [], [pull.head]
        while at:
            mark = at.pop()
            if mark not in seen:
                seen.add(mark)
                line.append(mark)
                at += self.story.parents[mark]
        return sorted(line)

    def ancestors(self, mark):
        seen, at = set(), [mark]
        while at:
            one = at.pop()
            if one not in seen:
                seen.add(one)
                at += self.story.parents[one]
        return seen

    def by_forge(self, pull):
        words = f"Merge pull request #{pull.number} from acme/{pull.branch}"
        self.on_main([self.story.main, pull.head], words)

    def by_name(self, pull):
        self.on_main([self.story.main, pull.head], f"Merge branch '{pull.branch}'")

    def in_silence(self, pull):
        self.on_main([self.story.main, pull.head], self.random.choice(MESSAGES))

    def replay(self, message, pieces):
        tree = made.edited(self.story.trees[self.story.main], self.edits(pieces))
        mark = self.story.commit([self.story.main], tree, message)
        self.pieces[mark] = self.pieces[self.story.main] | pieces
        self.story.main = mark

    def squashed(self, pull):
        self.replay(f"A title (#{pull.number})", self.own(pull))

    def squashed_silently(self, pull):
        self.replay(self.random.choice(MESSAGES), self.own(pull))

    def rebased(self, pull, words=None):
        for mark in self.line(pull):
            fresh = self.pieces[mark] - self.pieces[self.story.main]
            if fresh:
                self.replay(words or self.story.commits[mark - 1][4], fresh)

    def rebased_in_other_words(self, pull):
        self.rebased(pull, self.random.choice(MESSAGES))

    def fast_forwarded(self, pull):
        """The branch takes main in, by a merge or a rebase, and main goes on to its end."""
        if self.random.random() < 0.5:
            self.catch_up(pull)
        else:
            head = self.story.main
            for piece in sorted(self.own(pull)):
                tree = made.edited(self.story.trees[head], self.edits([piece]))
                below, head = head, self.story.commit([head], tree, f"Work {piece}")
                self.pieces[head] = self.pieces[below] | {piece}
            self.move(pull, head)
        self.story.main = pull.head

    def octopus(self, pull, other):
        words = f"Merge branches '{pull.branch}' and '{other.branch}'"
        self.on_main([self.story.main, pull.head, other.head], words)
        self.end(other, "octopus")
        pull.way = "octopus"

    def pick(self, pull):
        """Somebody takes one commit of it to main, which merges nothing by itself."""
        marks = [
            mark
            for mark in self.line(pull)
            if len(self.story.parents[mark]) == 1
            and self.pieces[mark] - self.pieces[self.story.parents[mark][0]] - self.pieces[self.story.main]
        ]
        if not marks:
            return
        mark = self.random.choice(marks)
        fresh = self.pieces[mark] - self.pieces[self.story.parents[mark][0]]
        words = f"{self.story.commits[mark - 1][4]}\n\n(cherry picked from commit MARK{mark})\n"
        self.replay(words, fresh - self.pieces[self.story.main])

    def bring_back(self):
        """Reverts a revert: what it took back is there again."""
        brought, mark = self.reverts.pop()
        words = f'Revert "Revert it"\n\nThis reverts commit MARK{mark}.\n'
        self.replay(words, brought - self.pieces[self.story.main])
        self.spoilt -= brought
        for pull in self.pulls:
            pull.reverted = bool(self.pieces[pull.head] & self.spoilt)

    def take_back(self, before):
        """Reverts the last commit of main: what it brought is gone."""
        last = self.story.main
        brought = self.pieces[last] - before
        tree = dict(self.story.trees[self.story.parents[last][0]])
        mark = self.story.commit([last], tree, f"Revert it\n\nThis reverts commit MARK{last}.\n")
        self.pieces[mark] = before
        self.reverts.append((brought, mark))
        self.story.main = mark
        self.spoilt |= brought
        came = self.ancestors(last) - self.ancestors(self.story.parents[last][0])
        for pull in self.pulls:
            pull.revert_seen |= pull.head in came
            if self.pieces[pull.head] & brought:
                pull.reverted = True

    # ------------------------------------------------------------ all of it

    def live(self, turns):
        for _ in range(turns):
            ready = self.open_ones()
            step = self.random.random()
            if not ready or step < 0.3:
                self.open()
            elif step < 0.65:
                self.merge(self.random.choice(ready))
            elif step < 0.75:
                self.push(self.random.choice(ready))
            elif step < 0.82:
                self.catch_up(self.random.choice(ready))
            elif step < 0.92:
                self.close(self.random.choice(ready))
            elif step < 0.95:
                self.forget(self.random.choice(self.pulls))
            elif step < 0.97:
                self.pick(self.random.choice(ready))
            elif step < 0.98 and self.reverts:
                self.bring_back()
            else:
                self.foxtrot()
            for pull in self.open_ones():
                pull.landed = not pull.empty and not self.own(pull)
        self.story.refs["refs/heads/main"] = self.story.main
        for name, head in self.branches.items():
            self.story.refs["refs/heads/" + name] = head
        for pull in self.pulls:
            if not pull.empty:  # which a forge does not open
                self.story.refs[f"refs/pull/{pull.number}/head"] = pull.head
        return self

    def may_be_proved(self, pull):
        """Whether it was merged, or all of its work came to main while it was open."""
        return not pull.reverted and (pull.merged or pull.landed)

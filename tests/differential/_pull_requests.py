"""A made history of pull requests, merged in every way or not at all, and what is true of each.

`Story` holds commits in memory and hands them to `git fast-import` in one go; `tell` makes the 60 that
were merged and the 40 that were not. The truth is what was done, never what can be seen of it.
"""

import dataclasses
import datetime
import subprocess

START = datetime.datetime(2026, 1, 5, tzinfo=datetime.timezone.utc)
PROJECTS = ("auth", "billing", "web-search")
SECTIONS = 130
SECTION_LINES = 12


def shared_file():
    return "".join(
        f"section {section} line {line}\n"
        for section in range(SECTIONS)
        for line in range(SECTION_LINES)
    )


@dataclasses.dataclass
class Pull:
    """A pull request. `merged`: it was, and its work is on the base. `seen`: by which sign of the
    history that can be proved, with the forge's own heads fetched and without."""

    number: int
    project: str
    task: int
    branch: str
    kind: str
    created: str = ""
    state: str = "open"  # as recorded
    head: int = 0
    merged: bool = False
    seen_with_heads: bool = False
    seen_without: bool = False
    doubt: bool = False


class Story:
    """Commits with marks from 1, in the order they were made, ten minutes apart."""

    def __init__(self):
        self.commits = []
        self.trees = [{}]
        self.parents = [[]]
        self.refs = {}
        self.now = START
        self.main = self.commit([], {"shared.txt": shared_file()}, "begin")

    def commit(self, parents, tree, message, when=None):
        self.now += datetime.timedelta(minutes=10)
        mark = len(self.trees)
        before = self.trees[parents[0]] if parents else {}
        changes = [(path, text) for path, text in tree.items() if before.get(path) != text]
        gone = [path for path in before if path not in tree]
        self.trees.append(tree)
        self.parents.append(parents)
        self.commits.append((mark, parents, changes, gone, message, when or self.now))
        return mark

    def stamp(self):
        return self.now.strftime("%Y-%m-%dT%H:%M:%SZ")

    def on_main(self, message, edits=(), others=()):
        """A commit on main that makes `edits` and takes in the commits `others`."""
        tree = edited(self.trees[self.main], edits)
        self.main = self.commit([self.main, *others], tree, message)
        return self.main

    def noise(self):
        self.on_main("work of others", [("others.txt", lambda text: text + "more\n")])

    def write(self, repository):
        """Puts all of it into the repository at a path, through one `git fast-import`."""
        command = ["git", "-C", str(repository), "fast-import", "--quiet", "--done"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as importer:
            for commit in self.commits:
                self.write_commit(importer, *commit)
            for name, mark in self.refs.items():
                importer.stdin.write(b"reset %s\nfrom :%d\n\n" % (name.encode(), mark))
            importer.stdin.write(b"done\n")
            importer.stdin.close()
            assert importer.wait() == 0

    @staticmethod
    def write_commit(importer, mark, parents, changes, gone, message, when):
        for word in message.split():
            if word.startswith("MARK"):
                name = word.rstrip(".)")
                importer.stdin.write(b"get-mark :%d\n" % int(name[4:]))
                importer.stdin.flush()
                message = message.replace(name, importer.stdout.readline().decode().strip())
        data = message.encode()
        lines = [b"commit refs/story", b"mark :%d" % mark]
        lines.append(b"committer A U Thor <author@example.com> %d +0000" % when.timestamp())
        lines.append(b"data %d\n%s" % (len(data), data))
        lines += [b"from :%d" % parent for parent in parents[:1]]
        lines += [b"merge :%d" % parent for parent in parents[1:]]
        for path, text in changes:
            body = text.encode()
            lines.append(b"M 100644 inline %s\ndata %d\n%s" % (path.encode(), len(body), body))
        lines += [b"D " + path.encode() for path in gone]
        importer.stdin.write(b"\n".join(lines) + b"\n\n")


def edited(tree, edits):
    tree = dict(tree)
    for path, edit in edits:
        tree[path] = edit(tree.get(path, ""))
    return tree


def section_edit(number, line, words):
    old = f"section {number} line {line}\n"

    def edit(text):
        assert old in text
        return text.replace(old, words + "\n")

    return ("shared.txt", edit)


class Teller:
    def __init__(self, base):
        self.base = base
        self.story = Story()
        self.pulls = []
        self.number = 0

    # ------------------------------------------------------------ pieces of the work of a request

    def open(self, kind, branch=None, state="open", parent=None, commits=1):
        """A new pull request with that many commits on a new branch."""
        self.number += 1
        project = PROJECTS[self.number % len(PROJECTS)]
        task = self.number // len(PROJECTS) + 1
        eras = (
            f"claude-step-{project}-{task}",
            f"claudestep/{project}/step-{task}",
            f"2026-01-{project}-{task}",
        )
        pull = Pull(self.number, project, task, branch or eras[self.number % 3], kind, state=state)
        self.story.noise()
        pull.head = parent or self.story.main
        for step in range(commits):
            pull.head = self.story.commit(
                [pull.head],
                edited(self.story.trees[pull.head], self.edits(pull.number, step)),
                f"Work {step + 1} of {pull.number}",
            )
        pull.created = self.story.stamp()
        self.pulls.append(pull)
        self.story.refs["refs/heads/" + pull.branch] = pull.head
        self.story.refs[f"refs/pull/{pull.number}/head"] = pull.head
        self.story.noise()
        return pull

    @staticmethod
    def edits(number, step):
        words = f"changed by {number}, step {step}"
        return [
            section_edit(number, 4 * step + 1, words),
            (f"src/{number}.txt", lambda text: text + words + "\n"),
        ]

    def all_edits(self, number, commits):
        return [edit for step in range(commits) for edit in self.edits(number, step)]

    def merged(self, pull, heads=True, without=True):
        pull.merged, pull.seen_with_heads, pull.seen_without = True, heads, without

    def forget_branch(self, pull):
        del self.story.refs["refs/heads/" + pull.branch]

    def github(self, pull, commits=1):
        words = f"Merge pull request #{pull.number} from acme/{pull.branch}\n\nSome title\n"
        return self.story.on_main(words, self.all_edits(pull.number, commits), [pull.head])

    # ------------------------------------------------------------ ways to merge

    def by_github(self):
        pull = self.open("merge commit")
        self.github(pull)
        self.merged(pull)

    def by_gitlab(self):
        pull = self.open("merge request", commits=2)
        words = (
            f"Merge branch '{pull.branch}' into '{self.base}'\n\nTitle\n\n"
            f"See merge request acme/app!{pull.number}\n"
        )
        self.story.on_main(words, self.all_edits(pull.number, 2), [pull.head])
        self.merged(pull)

    def by_hand(self):
        pull = self.open("git merge", commits=2)
        self.story.on_main(
            f"Merge branch '{pull.branch}'", self.all_edits(pull.number, 2), [pull.head]
        )
        self.merged(pull)

    def squashed(self):
        pull = self.open("squash", commits=2)
        self.story.on_main(f"A title (#{pull.number})", self.all_edits(pull.number, 2))
        self.merged(pull)

    def squashed_silently(self):
        pull = self.open("squash with another message", commits=3)
        self.story.on_main("All of it, in other words", self.all_edits(pull.number, 3))
        self.merged(pull)

    def rebased(self):
        pull = self.open("rebase", commits=3)
        for step in range(3):
            self.story.on_main(f"Work {step + 1} of {pull.number}", self.edits(pull.number, step))
        self.merged(pull)

    def fast_forwarded(self):
        pull = self.open("fast-forward")
        # The branch goes on from where main is now.
        pull.head = self.story.commit(
            [self.story.main],
            edited(self.story.trees[self.story.main], self.edits(pull.number, 1)),
            f"Work of {pull.number}",
        )
        self.story.refs["refs/heads/" + pull.branch] = pull.head
        self.story.refs[f"refs/pull/{pull.number}/head"] = pull.head
        self.story.main = pull.head
        self.merged(pull, without=False)

    def octopus(self):
        pulls = [self.open("octopus") for _ in range(3)]
        edits = [edit for pull in pulls for edit in self.edits(pull.number, 0)]
        names = "', '".join(pull.branch for pull in pulls[:-1])
        words = f"Merge branches '{names}' and '{pulls[-1].branch}'"
        self.story.on_main(words, edits, [pull.head for pull in pulls])
        for pull in pulls:
            self.merged(pull)

    def reopened(self):
        pull = self.open("closed, then reopened", state="closed", commits=2)
        for step in range(2):
            self.story.on_main(f"Work {step + 1} of {pull.number}", self.edits(pull.number, step))
        self.merged(pull)

    def branch_deleted(self):
        pull = self.open("merge commit, branch deleted")
        self.github(pull)
        self.forget_branch(pull)
        self.merged(pull)

    def squashed_and_deleted(self):
        pull = self.open("squash, branch deleted", commits=2)
        self.story.on_main(f"Another title (#{pull.number})", self.all_edits(pull.number, 2))
        self.forget_branch(pull)
        self.merged(pull, without=False)

    def caught_up(self):
        """Main was merged into the branch before it was squashed."""
        pull = self.open("squash after main was merged in")
        tree = edited(self.story.trees[self.story.main], self.edits(pull.number, 0))
        pull.head = self.story.commit(
            [pull.head, self.story.main], tree, f"Merge branch '{self.base}' into {pull.branch}"
        )
        self.story.refs["refs/heads/" + pull.branch] = pull.head
        self.story.refs[f"refs/pull/{pull.number}/head"] = pull.head
        self.story.on_main(f"Caught up (#{pull.number})", self.edits(pull.number, 0))
        self.merged(pull)

    def reused(self):
        """One branch, three pull requests, each merged in another way."""
        first = self.open("reused branch", commits=2)
        self.story.on_main(f"First use (#{first.number})", self.all_edits(first.number, 2))
        self.merged(first, without=False)
        second = self.open("reused branch", branch=first.branch)
        self.github(second)
        self.merged(second)
        third = self.open("reused branch", branch=first.branch, commits=2)
        self.story.on_main("The third use, squashed", self.all_edits(third.number, 2))
        self.merged(third)

    # ------------------------------------------------------------ what is no merge

    def waiting(self):
        self.open("open", commits=2)

    def closed(self):
        self.open("closed", state="closed", commits=2)

    def without_commits(self):
        pull = self.open("no commits", commits=0)
        self.forget_head(pull)

    def forget_head(self, pull):
        del self.story.refs[f"refs/pull/{pull.number}/head"]

    def gone(self):
        pull = self.open("branch deleted, never merged", state="closed")
        self.forget_branch(pull)

    def foreign(self, when):
        """The fork's past has another repository's pull request of this number."""
        pull = self.open("another repository's number")
        self.story.main = self.story.commit(
            [self.story.main, self.story.commit([self.story.main], self.tree(), "theirs")],
            self.tree(),
            f"Merge pull request #{pull.number} from upstream/fix-typo",
            when,
        )

    def foreign_branch(self):
        """The same number and branch, a year before the pull request was opened."""
        pull = self.open("another repository's branch")
        long_ago = START - datetime.timedelta(days=365)
        self.story.main = self.story.commit(
            [self.story.main, self.story.commit([self.story.main], self.tree(), "theirs", long_ago)],
            self.tree(),
            f"Merge pull request #{pull.number} from upstream/{pull.branch}",
            long_ago,
        )

    def tree(self):
        return self.story.trees[self.story.main]

    def named_in_passing(self):
        pull = self.open("another change of that number")
        self.story.on_main(
            f"Prepare for what is to come (#{pull.number})",
            [("prepare.txt", lambda text: text + f"{pull.number}\n")],
        )

    def done_again(self):
        """Closed, and the very same change merged by another pull request."""
        first = self.open("done again by another", state="closed")
        self.story.noise()
        second = self.open("merge of what another had tried", commits=0)
        second.head = self.story.commit(
            [self.story.main],
            edited(self.tree(), self.edits(first.number, 0)),
            f"Try again: {first.number}",
        )
        self.story.refs["refs/heads/" + second.branch] = second.head
        self.story.refs[f"refs/pull/{second.number}/head"] = second.head
        self.story.noise()
        self.story.on_main("At last", self.edits(first.number, 0))
        self.merged(second)

    def in_part(self):
        pull = self.open("one commit of two", commits=2)
        self.story.on_main("Only the first of it", self.edits(pull.number, 0))

    def taken_back(self, turn):
        """In git's words, with GitLab's button, with GitHub's, and by the title alone."""
        pull = self.open("reverted", state="open" if turn % 2 else "closed")
        before = self.tree()["shared.txt"]
        self.github(pull)
        title = f'Revert "Merge pull request #{pull.number} from acme/{pull.branch}"'
        words = (
            f"{title}\n\nThis reverts commit MARK{self.story.main}.\n",
            f"{title}\n\nThis reverts merge request !{pull.number}\n",
            f'Revert "Work {pull.number}" (#9{pull.number})\n\nReverts acme/app#{pull.number}\n',
            f"{title} (#9{pull.number})\n",
        )
        self.story.on_main(words[turn], [("shared.txt", lambda _text: before)])
        pull.doubt = True

    def elsewhere(self):
        pull = self.open("merged into another branch")
        develop = self.story.refs.get("refs/heads/develop", self.story.main)
        self.story.refs["refs/heads/develop"] = self.story.commit(
            [develop, pull.head],
            edited(self.story.trees[develop], self.edits(pull.number, 0)),
            f"Merge pull request #{pull.number} from acme/{pull.branch}",
        )

    def stacked(self):
        """Begun upon a merged branch, and no commit of its own yet."""
        below = self.open("merge commit under another")
        above = self.open("no commits upon a merged branch", parent=below.head, commits=0)
        self.forget_head(above)
        self.github(below)
        self.merged(below)


    def within_another(self):
        """The last commit of a branch lies within another's, which was merged: so was this."""
        below = self.open("within another's branch", commits=2)
        above = self.open("merge commit upon another", parent=below.head)
        edits = [*self.all_edits(below.number, 2), *self.edits(above.number, 0)]
        words = f"Merge pull request #{above.number} from acme/{above.branch}"
        self.story.on_main(words, edits, [above.head])
        self.merged(below)
        self.merged(above)


def tell(base="main"):
    """The story and its pull requests: 60 merged into `base`, 40 not."""
    teller = Teller(base)
    for turn in range(4):
        teller.by_github()
        teller.waiting()
        teller.by_gitlab()
        teller.closed()
        teller.squashed()
        if turn:
            teller.without_commits()
        teller.squashed_silently()
        teller.gone()
        teller.rebased()
        teller.named_in_passing()
        teller.fast_forwarded()
        teller.in_part()
        teller.taken_back(turn)
        teller.branch_deleted()
        teller.squashed_and_deleted()
        teller.caught_up()
        if turn < 3:
            teller.by_hand()
            teller.octopus()
            teller.elsewhere()
            teller.reopened()
            teller.foreign(None)
            teller.done_again()
            if turn == 1:
                teller.stacked()
        else:
            teller.reused()
            teller.within_another()
            teller.foreign_branch()
            teller.foreign(START - datetime.timedelta(days=400))
    while sum(pull.merged for pull in teller.pulls) < 60:
        teller.squashed_silently()
    while sum(not pull.merged for pull in teller.pulls) < 40:
        teller.waiting()
    teller.story.refs[f"refs/heads/{base}"] = teller.story.main
    return teller

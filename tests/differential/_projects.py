"""Random metadata branches, documents of every dialect with the quirks of real files, and what the
questions must answer about them, computed from the documents with Python's json and decimal alone.
"""

import dataclasses
import datetime
import decimal
import fnmatch
import json
import random
import re

decimal.getcontext().prec = 60

NOW = "2026-03-01T12:00:00Z"
DIALECTS = ("hybrid", "executions", "total_tasks", "steps", "legacy")
REVIEWERS = ["ann", "bob", "Cleo", "dörte", "a::b"]
STALE = 7 * 86400 * 10**9
WEEK = STALE
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


# ---------------------------------------------------------------- making documents


class Maker:
    """Makes the files of one branch."""

    def __init__(self, seed):
        self.rng = random.Random(seed)

    def rarely(self):
        return self.rng.random() < 0.15

    def coin(self):
        return self.rng.random() < 0.5

    def time(self):
        """A time in one of the spellings, often one that another record has too."""
        day, hour = self.rng.randrange(1, 28), self.rng.choice([0, 10, 10, 23])
        text = f"2026-0{self.rng.randrange(1, 4)}-{day:02}{self.rng.choice('TTT ')}{hour:02}:00:00"
        text += self.rng.choice(["", "", "", ".5", ".123456", ".1234567891"])
        return text + self.rng.choice(["", "Z", "Z", "+02:00", "-05:30"])

    def cost(self):
        return decimal.Decimal(self.rng.choice([
            "0", "3", "0.10", "1.5e-05", "0.1234567885", "0.1234567875", "12E+2", "99999999999.99",
            f"{self.rng.randrange(10**6)}e-6", f"0.{self.rng.randrange(10**12)}"]))

    def operation(self):
        made = {"type": self.rng.choice(["PRCreation", "PRRefinement", "PRSummary", "Other"]),
                "model": self.rng.choice(["sonnet", "opus", None]), "cost_usd": self.cost(),
                "created_at": self.time(), "workflow_run_id": self.rng.choice([7, "run", 2**70]),
                "tokens_input": self.rng.choice([0, 5, 10**15]),
                "tokens_output": self.rng.choice([3, decimal.Decimal("1e3")]),
                "duration_seconds": decimal.Decimal(self.rng.choice(["0", "7.25", "0.0000005"]))}
        for name in list(made):
            if self.rarely():
                del made[name]
        if self.rarely():
            made["note"] = {"x": [1, None]}
        return made

    def operations(self):
        return [self.operation() for _ in range(self.rng.randrange(4))]

    def pull_request(self, number):
        made = {"pr_number": number, "branch_name": "b", "reviewer": self.rng.choice(REVIEWERS),
                "pr_state": self.rng.choice(["open", "merged", "merged", "merged", "closed"]),
                "created_at": self.time(), "title": self.rng.choice([None, 'A "title"', "é::"])}
        if made["pr_state"] == "merged" and not self.rarely():
            made["merged_at"] = self.time()
        if made["pr_state"] == "closed" and self.coin():
            made["closed_at"] = self.time()
        for name in ("reviewer", "pr_state", "created_at", "title", "branch_name"):
            if self.rarely():
                made[name] = None
            elif self.rarely():
                del made[name]
        if self.rarely():
            made["reviewer"] = ""
        return made

    def task(self, index, identity):
        made = {"index": index, "description": f"task {index} \\ é"}
        if identity:
            made["id"] = identity
        if self.coin():
            made["status"] = self.rng.choice(["pending", "completed", "in_progress"])
        if self.rarely():
            made["checked"] = self.coin()
        if self.rarely():
            made["removed"] = True
        if self.rarely():
            made["depends_on"] = ["nobody"]
        if self.rarely():
            made["claim"] = {"by": "ci", "at": self.time(), "expires": self.time(),
                             "reviewer": self.rng.choice(REVIEWERS + [None])}
        return made

    def header(self, name):
        made = {"project": name}
        if self.coin():
            made["schema_version"] = self.rng.choice(["1.0", "2.0", None])
        if not self.rarely():
            made["last_updated"] = self.time()
        if self.rarely():
            made["created_at"] = self.time()
        if self.rarely():
            made["unknown"] = [{"deep": {"er": 1}}]
        return made

    def tasks(self, with_ids):
        count = self.rng.choice([0, 1, 3, 8])
        step = self.rng.choice([1, 1, 2])
        return [self.task(1 + i * step, f"id{i:06}" if with_ids else None) for i in range(count)]

    def numbered(self, count):
        first = self.rng.randrange(1, 1000)
        return range(first, first + count)

    def pull_requests(self, tasks):
        made = []
        for number in self.numbered(self.rng.choice([0, 2, 9])):
            pr = self.pull_request(number)
            pr["task_index"] = self.rng.randrange(1, len(tasks) + 3)
            if tasks and "id" in tasks[0] and self.coin():
                pr["task_id"] = self.rng.choice([*(task["id"] for task in tasks), "stranger"])
            if not self.rarely():
                pr["ai_operations"] = self.rng.choice([None, self.operations(), self.operations()])
            made.append(pr)
        return made

    def hybrid(self, name):
        tasks = self.tasks(self.coin())
        return {**self.header(name), "tasks": tasks, "pull_requests": self.pull_requests(tasks)}

    def executions(self, name):
        tasks = self.tasks(self.coin())
        executions = self.pull_requests(tasks)
        for execution in executions:
            if self.rarely():
                del execution["pr_number"]
        return {**self.header(name), "spec": {"tasks": tasks}, "executions": executions}

    def total_tasks(self, name):
        total = self.rng.randrange(5)
        prs = self.pull_requests([{}] * total)
        for pr in prs:
            if self.coin():
                pr["task_description"] = self.rng.choice(["one", "two"])
        return {**self.header(name), "total_tasks": total, "pull_requests": prs}

    def record(self, index, number, prefix):
        made = {f"{prefix}_index": index, f"{prefix}_description": f"record {index}"}
        if self.coin():
            made.update(self.pull_request(number))
            if self.coin():
                made["ai_tasks"] = self.operations()
            for name in ("main_task_cost_usd", "pr_summary_cost_usd", "total_cost_usd"):
                if self.coin():
                    made[name] = self.cost()
            if self.coin():
                made["model"] = self.rng.choice(["sonnet", "haiku", ""])
        elif self.coin():
            made.update({"reviewer": "nobody's", "ai_tasks": self.operations()})
        return made

    def steps(self, name, members="steps", prefix="step"):
        records = [self.record(self.rng.choice([1, index]), number, prefix)
                   for index, number in enumerate(self.numbered(self.rng.randrange(1, 7)), 1)]
        return {**self.header(name), members: records}

    def legacy(self, name):
        return self.steps(name, "tasks", "task")

    def spelt(self, document):
        """The document as bytes."""
        text = dump(document, self.rng.choice([None, 2, 4]))
        if self.rarely():
            text = text.replace("\n", "\r\n")
        if self.coin():
            text += "\n"
        return (b"\xef\xbb\xbf" if self.rarely() else b"") + text.encode()

    def branch(self, count):
        """The files of a branch by path."""
        files = {}
        for number in range(count):
            dialect = DIALECTS[number % len(DIALECTS)]
            name = f"{self.rng.choice(['a', 'a-b', 'a.b', 'Z'])}{number}"
            folder = "archive" if self.rarely() else "projects"
            files[f"{folder}/{name}.json"] = self.spelt(getattr(self, dialect)(name))
        files["projects/broken.json"] = b'{"project": "broken", "tasks": [1, ]}'
        return files


def dump(value, indent):
    """JSON in which decimals keep their spelling."""
    kept = []

    def keep(number):
        kept.append(str(number))
        return f"@{len(kept) - 1}@"

    text = json.dumps(value, indent=indent, default=keep, ensure_ascii=indent == 4)
    return re.sub(r'"@(\d+)@"', lambda match: kept[int(match.group(1))], text)


# ---------------------------------------------------------------- reading them


def nanos(text):
    """A time as whole nanoseconds since 1970; further digits are cut off."""
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)?",
                         text)
    zone = (match.group(4) or "Z").upper().replace("Z", "+00:00")
    moment = datetime.datetime.fromisoformat(f"{match.group(1)}T{match.group(2)}{zone}") - EPOCH
    fraction = int((match.group(3) or "0").ljust(9, "0")[:9])
    return (moment.days * 86400 + moment.seconds) * 10**9 + fraction


def maybe(text):
    return None if text is None else nanos(text)


def shown(moment):
    if moment is None:
        return None
    return (EPOCH + datetime.timedelta(seconds=moment // 10**9)).strftime("%Y-%m-%dT%H:%M:%SZ")


def rounded(number, digits):
    scale = decimal.Decimal(1).scaleb(-digits)
    return decimal.Decimal(number or 0).quantize(scale, rounding=decimal.ROUND_HALF_EVEN)


@dataclasses.dataclass
class Pr:
    number: int
    index: int
    reviewer: str
    state: str
    created: int
    merged: int
    closed: int
    operations: list
    task: object = None

    @property
    def cost(self):
        return sum((rounded(o.get("cost_usd"), 9) for o in self.operations), decimal.Decimal(0))

    @property
    def moment(self):
        when = {"merged": self.merged, "closed": self.closed}.get(self.state)
        return self.created if when is None else when

    @property
    def order(self):
        return (self.created is not None, self.created or 0, self.number)


@dataclasses.dataclass
class Task:
    index: int
    description: str
    identity: str = None
    checked: bool = False
    removed: bool = False
    claim: dict = None
    status: str = "pending"
    deciding: Pr = None


@dataclasses.dataclass
class Project:
    name: str
    file: str
    created: int
    updated: int
    tasks: list
    prs: list

    @property
    def planned(self):
        return [task for task in self.tasks if not task.removed]


def read_pr(record, index, operations):
    return Pr(int(record["pr_number"]), index, record.get("reviewer") or None,
              record.get("pr_state") or "open", maybe(record.get("created_at")),
              maybe(record.get("merged_at")), maybe(record.get("closed_at")), operations or [])


def read_tasks(records):
    return [Task(int(r["index"]), r["description"], r.get("id"), bool(r.get("checked")),
                 bool(r.get("removed")), r.get("claim")) for r in records]


def read_records(records):
    """Steps and legacy tasks: each a task, and a pull request where it has a number."""
    tasks, prs = {}, []
    for record in records:
        index = record.get("step_index", record.get("task_index"))
        description = record.get("step_description", record.get("task_description"))
        tasks.setdefault(index, Task(index, description)).description = description
        if record.get("pr_number") is None:
            continue
        operations = list(record.get("ai_tasks") or [])
        if not operations:
            made = {"created_at": record.get("created_at"), "model": record.get("model")}
            for name, kind in (("main_task_cost_usd", "PRCreation"),
                               ("pr_summary_cost_usd", "PRSummary")):
                if record.get(name) is not None:
                    operations.append({**made, "type": kind, "cost_usd": record[name]})
            if not operations and record.get("total_cost_usd") is not None:
                operations.append({**made, "type": "PRCreation",
                                   "cost_usd": record["total_cost_usd"]})
        prs.append(read_pr(record, index, operations))
    return list(tasks.values()), prs


def read_total(document):
    prs = [read_pr(r, r["task_index"], r.get("ai_operations")) for r in document["pull_requests"]]
    tasks = {index: Task(index, f"Task {index}") for index in range(1, document["total_tasks"] + 1)}
    for record in document["pull_requests"]:
        task = tasks.setdefault(record["task_index"], Task(record["task_index"],
                                                           f"Task {record['task_index']}"))
        task.description = record.get("task_description", task.description)
    return [tasks[index] for index in sorted(tasks)], prs


def read_document(document):
    if "tasks" in document and "pull_requests" in document or document.get("tasks") == []:
        return (read_tasks(document["tasks"]),
                document.get("pull_requests") or [])
    if "executions" in document:
        return (read_tasks(document["spec"]["tasks"]),
                [e for e in document["executions"] if e.get("pr_number") is not None])
    return None


def read_project(path, data):
    document = json.loads(data.decode("utf-8-sig"), parse_float=decimal.Decimal)
    plain = read_document(document)
    if plain:
        tasks, records = plain
        prs = []
        for record in records:
            pr = read_pr(record, record["task_index"], record.get("ai_operations"))
            pr.task = record.get("task_id")
            prs.append(pr)
    elif "total_tasks" in document:
        tasks, prs = read_total(document)
    else:
        tasks, prs = read_records(document.get("steps") or document.get("tasks"))
    name = path.split("/")[1].removesuffix(".json")
    project = Project(name, path, maybe(document.get("created_at")),
                      maybe(document.get("last_updated")), tasks, prs)
    settle(project)
    return project


def settle(project):
    for pr in project.prs:
        identity = pr.task
        found = [task for task in project.tasks
                 if (task.identity == identity if identity else task.index == pr.index)]
        pr.task = found[0] if found else None
        if pr.task:
            pr.index = pr.task.index
    for task in project.tasks:
        for pr in project.prs:
            if pr.task is task and pr.state != "closed":
                if task.deciding is None or pr.order > task.deciding.order:
                    task.deciding = pr
        if task.deciding:
            task.status = "completed" if task.deciding.state == "merged" else "in_progress"
        elif task.checked:
            task.status = "completed"
    if project.created is None:
        inside = [m for pr in project.prs for m in (pr.created, pr.merged, pr.closed)]
        inside += [maybe(o.get("created_at")) for pr in project.prs for o in pr.operations]
        inside += [maybe(task.claim["at"]) for task in project.tasks if task.claim]
        inside = [moment for moment in inside if moment is not None]
        project.created = min(inside) if inside else project.updated


# ---------------------------------------------------------------- the questions


def permille(part, whole):
    if whole == 0:
        return 0
    if part == whole:
        return 1000
    return min(999, (part * 2000 + whole) // (whole * 2))


def tenths(number):
    return decimal.Decimal(number) / 10


@dataclasses.dataclass
class Scope:
    """The options by which questions choose."""

    since: str = None
    until: str = None
    reviewer: str = None
    project: str = None
    archived: bool = False

    def words(self, *without):
        """As options, some left out."""
        words = ["--archived"] if self.archived else []
        for name in ("since", "until", "reviewer", "project"):
            value = getattr(self, name)
            if value is not None and name not in without:
                words += [f"--{name}", value]
        return words

    @property
    def is_open(self):
        return self.since is None and self.until is None and self.reviewer is None

    def is_within(self, moment):
        if self.since is None and self.until is None:
            return True
        return moment is not None and (self.since is None or moment >= nanos(self.since)) and (
            self.until is None or moment < nanos(self.until))

    def is_theirs(self, reviewer):
        return self.reviewer is None or (reviewer or "") == self.reviewer


class Answers:
    """What the questions must say about the projects of a branch."""

    def __init__(self, files, scope=Scope()):
        self.now = nanos(NOW)
        self.scope = scope
        self.projects = []
        for path in sorted(files):
            folder, file = path.split("/")
            if folder == "archive" and not scope.archived or file == "broken.json":
                continue
            if scope.project is None or fnmatch.fnmatchcase(file[:-5], scope.project):
                self.projects.append(read_project(path, files[path]))
        self.projects.sort(key=lambda project: project.name)

    def prs(self, project):
        """Those that are asked about."""
        return [pr for pr in project.prs
                if self.scope.is_within(pr.moment) and self.scope.is_theirs(pr.reviewer)]

    def claims(self, project):
        return [task.claim for task in project.planned if task.claim
                and task.status == "pending" and self.now < nanos(task.claim["expires"])]

    def is_stale(self, pr):
        return pr.state == "open" and pr.created is not None and pr.created + STALE < self.now

    def state(self, project):
        statuses = [task.status for task in project.planned]
        if not statuses:
            return "empty"
        if all(status == "completed" for status in statuses):
            return "complete"
        if "in_progress" in statuses or self.claims(project):
            return "active"
        return "stalled" if "completed" in statuses else "not_started"

    def completed(self, project):
        if self.state(project) != "complete":
            return None
        ends = [pr.created if pr.merged is None else pr.merged
                for pr in (task.deciding for task in project.planned) if pr]
        return max((end for end in ends if end is not None), default=None)

    def counts(self, project):
        statuses = [task.status for task in project.planned]
        return {"tasks": len(statuses), "completed": statuses.count("completed"),
                "in_progress": statuses.count("in_progress"), "pending": statuses.count("pending")}

    def stats(self):
        rows, totals, people = [], {}, {}
        for project in self.projects:
            counts = self.counts(project)
            prs = self.prs(project)
            operations = [o for pr in prs for o in pr.operations]
            cost = sum((pr.cost for pr in prs), decimal.Decimal(0))
            rows.append({
                "project": project.name, "state": self.state(project), **counts,
                "completion": tenths(permille(counts["completed"], counts["tasks"])),
                "open_prs": sum(pr.state == "open" for pr in prs),
                "stale_prs": sum(self.is_stale(pr) for pr in prs),
                "cost_usd": cost, "last_updated": shown(project.updated)})
            more = {"projects": 1, **counts, "claimed": len(self.claims(project)),
                    "pull_requests": len(prs),
                    **{s: sum(pr.state == s for pr in prs)
                       for s in ("open", "merged", "closed")},
                    "ai_operations": len(operations), "cost_usd": cost,
                    "tokens_input": sum(int(o.get("tokens_input", 0)) for o in operations),
                    "tokens_output": sum(int(o.get("tokens_output", 0)) for o in operations)}
            totals = {name: totals.get(name, 0) + value for name, value in more.items()}
            for pr in prs:
                person = people.setdefault(pr.reviewer, {"reviewer": pr.reviewer, "open": 0,
                                                         "merged": 0, "closed": 0, "cost_usd": 0})
                person[pr.state] += 1
                person["cost_usd"] += pr.cost
        reviewers = sorted(people.values(), key=lambda p: (p["reviewer"] is None, -p["merged"],
                                                           (p["reviewer"] or "").encode()))
        return {"totals": totals, "projects": rows, "reviewers": reviewers}

    def list(self):
        return [{"project": p.name, "file": p.file, "state": self.state(p),
                 "tasks": len(p.planned), "completed": self.counts(p)["completed"],
                 "created_at": shown(p.created), "last_updated": shown(p.updated),
                 "completed_at": shown(self.completed(p))} for p in self.projects
                if self.scope.is_open or self.prs(p) or any(map(self.is_claim_in, self.claims(p)))]

    def is_claim_in(self, claim):
        return self.scope.is_within(nanos(claim["at"])) and self.scope.is_theirs(
            claim.get("reviewer"))

    def pull_requests(self):
        return [{"project": project.name, "pr_number": pr.number, "task_index": pr.index,
                 "reviewer": pr.reviewer, "pr_state": pr.state, "created_at": shown(pr.created),
                 "stale": self.is_stale(pr), "cost_usd": pr.cost}
                for project in self.projects
                for pr in sorted(self.prs(project), key=lambda pr: pr.number)]

    def tasks(self):
        rows = []
        for project in self.projects:
            claims, prs = self.claims(project), self.prs(project)
            for task in sorted(project.planned, key=lambda task: task.index):
                claimed = any(task.claim is claim and self.is_claim_in(claim) for claim in claims)
                if self.scope.is_open or claimed or any(pr.task is task for pr in prs):
                    rows.append({"project": project.name, "index": task.index,
                                 "description": task.description, "status": task.status})
        return rows

    def costs(self, by):
        """The rows and the total of `costs`, which goes by the times of operations."""
        chosen, groups = [], {}
        for project in self.projects:
            for pr in project.prs:
                for operation in pr.operations if self.scope.is_theirs(pr.reviewer) else ():
                    when = maybe(operation.get("created_at"))
                    when = pr.created if when is None else when
                    if not self.scope.is_within(when):
                        continue
                    line = (project.name, pr.number, operation)
                    day = None if when is None else shown(when)[:10]
                    key = {"model": operation.get("model") or None, "project": project.name,
                           "reviewer": pr.reviewer, "type": operation.get("type") or None,
                           "day": day, "month": day and day[:7]}[by]
                    chosen.append(line)
                    groups.setdefault(key, []).append(line)
        rows = [{"key": key, **sums(lines)} for key, lines in groups.items()]
        rows.sort(key=lambda row: (row["key"] is None, (row["key"] or "").encode()))
        if by not in ("day", "month"):
            rows.sort(key=lambda row: -row["cost_usd"])
        return {"rows": rows, "total": sums(chosen)}

    def leaderboard(self):
        people, nobodys = {}, 0
        for project in self.projects:
            for pr in self.prs(project):
                if pr.reviewer is None:
                    nobodys += 1
                    continue
                person = people.setdefault(pr.reviewer, {"merged": 0, "open": 0, "closed": 0,
                                                         "cost_usd": 0, "projects": set()})
                person[pr.state] += 1
                person["cost_usd"] += pr.cost
                person["projects"].add(project.name)
        rows = []
        for name, person in sorted(people.items(), key=lambda i: (-i[1]["merged"], i[0].encode())):
            rank = 1 + sum(other["merged"] > person["merged"] for other in people.values())
            rows.append({"rank": rank, "reviewer": name, **person,
                         "projects": len(person["projects"])})
        return {"rows": rows, "unassigned": nobodys}

    def capacity(self, most):
        people, nobodys = {}, 0
        for project in self.projects:
            for pr in sorted(project.prs, key=lambda pr: pr.number):
                if pr.reviewer:
                    people.setdefault(pr.reviewer, ([], []))
                if pr.state != "open" or not self.scope.is_within(pr.created):
                    continue
                if not pr.reviewer:
                    nobodys += 1
                    continue
                people[pr.reviewer][0].append({
                    "project": project.name, "pr_number": pr.number, "task_index": pr.index,
                    "description": pr.task.description if pr.task else "",
                    "stale": self.is_stale(pr)})
            for claim in self.claims(project):
                if claim.get("reviewer") and self.scope.is_within(nanos(claim["at"])):
                    people.setdefault(claim["reviewer"], ([], []))[1].append(claim)
        rows = []
        if self.scope.reviewer is not None:
            name = self.scope.reviewer
            people = {name: people.get(name, ([], []))}
        for name in sorted(people, key=str.encode):
            prs, claims = people[name]
            load = len(prs) + len(claims)
            rows.append({"reviewer": name, "open": len(prs), "claimed": len(claims), "max": most,
                         "available": max(0, most - load), "has_capacity": load < most,
                         "pull_requests": prs})
        return {"reviewers": rows, "unassigned": nobodys}

    def progress(self):
        rows = []
        for project in self.projects:
            counts = self.counts(project)
            rows.append({"project": project.name, "state": self.state(project), **counts,
                         "claimed": len(self.claims(project)),
                         "completion": tenths(permille(counts["completed"], counts["tasks"])),
                         "open_prs": sum(pr.state == "open" for pr in project.prs),
                         "stale_prs": sum(self.is_stale(pr) for pr in project.prs),
                         "created_at": shown(project.created),
                         "last_updated": shown(project.updated),
                         "completed_at": shown(self.completed(project))})
        return {"projects": rows, "flow": self.flow()}

    def flow(self):
        prs = [(project, pr) for project in self.projects for pr in self.prs(project)]
        merged = [pr for _, pr in prs if pr.state == "merged"]
        first = [pr for pr in merged
                 if not any(o.get("type") == "PRRefinement" for o in pr.operations)]
        cycles = sorted(pr.merged - pr.created for pr in merged
                        if None not in (pr.merged, pr.created) and pr.created <= pr.merged)
        dated = [pr.moment for pr in merged if pr.moment is not None]
        tried = {}
        for project, pr in prs:
            if pr.task:
                tried.setdefault((project.name, id(pr.task)), []).append(pr)
        done = [tries for tries in tried.values() if any(pr.state == "merged" for pr in tries)]
        flow = {"pull_requests": len(prs), "merged": len(merged), "first_pass": len(first),
                "first_pass_rate": None, "cycles": len(cycles), "cycle_seconds_median": None,
                "cycle_seconds_p90": None, "merges_a_week": None, "tasks": len(tried),
                "merged_tasks": len(done), "attempts_a_task": None, "cost_usd_a_merged_task": None}
        if merged:
            flow["first_pass_rate"] = tenths(permille(len(first), len(merged)))
        if cycles:
            count = len(cycles)
            middle = (cycles[(count - 1) // 2] + cycles[count // 2]) // 2
            flow["cycle_seconds_median"] = decimal.Decimal(middle).scaleb(-9)
            flow["cycle_seconds_p90"] = decimal.Decimal(cycles[-(-count * 9 // 10) - 1]).scaleb(-9)
        if dated:
            begin = min(dated) if self.scope.since is None else nanos(self.scope.since)
            end = self.now
            if self.scope.until is not None:
                end = min(nanos(self.scope.until), self.now)
            length = max(end - begin, WEEK)
            flow["merges_a_week"] = hundredths(len(dated) * WEEK, length)
        if tried:
            flow["attempts_a_task"] = hundredths(sum(map(len, tried.values())), len(tried))
        if done:
            cost = sum((pr.cost for tries in done for pr in tries), decimal.Decimal(0))
            flow["cost_usd_a_merged_task"] = rounded(cost / len(done), 9)
        return flow


def sums(lines):
    """What operations come to: (project, pull request, operation) each."""
    operations = [operation for _, _, operation in lines]
    def add(name, digits):
        return sum((rounded(o.get(name), digits) for o in operations), decimal.Decimal(0))
    return {"ai_operations": len(operations),
            "pull_requests": len({(project, number) for project, number, _ in lines}),
            "cost_usd": add("cost_usd", 9),
            "tokens_input": sum(int(o.get("tokens_input") or 0) for o in operations),
            "tokens_output": sum(int(o.get("tokens_output") or 0) for o in operations),
            "duration_seconds": add("duration_seconds", 6)}


def hundredths(number, by):
    return decimal.Decimal((number * 200 + by) // (by * 2)).scaleb(-2)

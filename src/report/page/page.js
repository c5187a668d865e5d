// Sorts, filters and unfolds the table of projects. All content goes into the page as text.
"use strict";
(() => {
  const details = JSON.parse(document.getElementById("details").textContent);
  const list = document.getElementById("list");
  const body = list.tBodies[0];
  const headings = [...list.tHead.rows[0].cells];
  const rows = [...body.rows].map((row, place) => ({
    row,
    place,
    name: row.dataset.name,
    lower: row.dataset.name.toLowerCase(),
    keys: [...row.cells].map((cell, column) => {
      const key = cell.dataset.key ?? cell.textContent;
      return headings[column].dataset.sort === "number" ? Number(key) : key;
    }),
    unfolded: null,
  }));
  const STATES = ["pending", "ready", "in progress", "completed"];
  const PR_STATES = ["open", "stale", "merged", "closed"];

  const element = (tag, text, className) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const table = (headings, rows) => {
    const made = element("table");
    const head = made.createTHead().insertRow();
    for (const [text, className] of headings) {
      const cell = element("th", text, className);
      cell.scope = "col";
      head.append(cell);
    }
    const rest = made.createTBody();
    for (const cells of rows) {
      const row = rest.insertRow();
      cells.forEach((text, column) => row.append(element("td", text, headings[column][1])));
    }
    return made;
  };

  const tasksOf = (tasks) => table(
    [["Task", "number"], ["Description", "free"], ["Status", "date"]],
    tasks.map(([index, description, status, claimed]) =>
      [index, description, STATES[status] + (claimed ? ", claimed by " + claimed : "")]));

  const pullRequestsOf = (project) => table(
    [["Pull request", "number"], ["Task", "number"], ["State", "date"], ["Reviewer", ""],
      ["Opened", "date"], ["Cost", "number"], ["Title", "free"]],
    project.prs.map(([number, task, state, reviewer, opened, cost, title]) =>
      ["#" + number, task ?? "–", PR_STATES[state],
        reviewer < 0 ? "–" : details.reviewers[reviewer], opened || "–", cost,
        title || (project.tasks.find((other) => other[0] === task) ?? ["", "–"])[1]]));

  const unfold = (entry) => {
    const project = details.projects[entry.name] ?? { tasks: [], prs: [] };
    const cell = element("td");
    cell.colSpan = headings.length;
    cell.append(element("h3", "Tasks"),
      project.tasks.length ? tasksOf(project.tasks) : element("p", "The plan has no tasks.", "soft"));
    cell.append(element("h3", "Pull requests"),
      project.prs.length ? pullRequestsOf(project) : element("p", "None so far.", "soft"));
    const row = element("tr", undefined, "open");
    row.role = "row";
    cell.role = "cell";
    row.append(cell);
    return row;
  };

  const toggle = (entry, button) => {
    if (entry.unfolded) {
      entry.unfolded.remove();
      entry.unfolded = null;
    } else {
      entry.unfolded = unfold(entry);
      entry.row.after(entry.unfolded);
    }
    button.setAttribute("aria-expanded", String(entry.unfolded !== null));
  };

  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const sortBy = (column) => {
    const heading = headings[column];
    const numbers = heading.dataset.sort === "number";
    const before = heading.getAttribute("aria-sort");
    const descending = before ? before === "ascending" : numbers;
    for (const other of headings) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const sign = descending ? -1 : 1;
    rows.sort((a, b) => sign * compare(a.keys[column], b.keys[column]) || a.place - b.place);
    const sorted = document.createDocumentFragment();
    for (const entry of rows) {
      sorted.append(entry.row);
      if (entry.unfolded) sorted.append(entry.unfolded);
    }
    body.append(sorted);
  };

  const filter = document.getElementById("filter");
  const state = document.getElementById("state");
  const waiting = document.getElementById("waiting");
  const shown = document.getElementById("shown");
  const OPEN = 4;
  const choose = () => {
    const word = filter.value.trim().toLowerCase();
    let count = 0;
    for (const entry of rows) {
      const fits = entry.lower.includes(word) &&
        (!state.value || entry.row.dataset.state === state.value) &&
        (!waiting.checked || entry.keys[OPEN] > 0);
      entry.row.hidden = !fits;
      if (entry.unfolded) entry.unfolded.hidden = !fits;
      if (fits) ++count;
    }
    shown.textContent = `${count} of ${rows.length} projects`;
  };

  // A table that is shown as grids is one for a screen reader only where it says so.
  list.classList.add("light");
  list.role = "table";
  list.tHead.role = body.role = "rowgroup";
  list.tHead.rows[0].role = "row";
  for (const heading of headings) heading.role = "columnheader";
  for (const { row } of rows) {
    row.role = "row";
    [...row.cells].forEach((cell, column) => { cell.role = column ? "cell" : "rowheader"; });
  }
  for (const entry of rows) {
    const cell = entry.row.cells[0];
    const button = element("button", cell.textContent);
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => toggle(entry, button));
    cell.replaceChildren(button);
  }
  headings.forEach((heading, column) => {
    const button = element("button", heading.textContent);
    button.type = "button";
    button.addEventListener("click", () => sortBy(column));
    heading.replaceChildren(button);
  });
  const form = document.querySelector(".controls");
  form.hidden = false;
  form.addEventListener("input", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  choose();
})();

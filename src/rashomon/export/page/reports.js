// The view "By report": all reports side by side; a statement lights up what the others say on the same point.

const OPEN_COLUMNS = 5;
const DWELL = 500;

function reportsView() {
  const bar = element(
    "div",
    { class: "column-choice", role: "group", "aria-label": "Reports shown" },
    element("span", {}, "Show"),
  );
  const columns = element("div", { class: "columns" });
  const points = element("ul", { class: "points-here", "aria-live": "polite" });
  points.hidden = true;
  for (const [at, report] of apparatus.documents.entries()) {
    const open = at < OPEN_COLUMNS;
    const column = reportColumn(report);
    column.hidden = !open;
    const toggle = (event) => {
      column.hidden = !column.hidden;
      event.currentTarget.setAttribute("aria-pressed", String(!column.hidden));
    };
    bar.append(
      element(
        "button",
        { class: "siglum", type: "button", title: nameOf(report), "aria-pressed": String(open), onclick: toggle },
        report.siglum,
      ),
    );
    columns.append(column);
  }
  lightUp(columns, points);
  const help = element(
    "p",
    { class: "hint" },
    "Underlined words stand in the apparatus. Point at them, or move with the arrow keys, to see what the other reports say on the same point.",
  );
  return [element("div", { class: "column-bar" }, bar, help), columns, points];
}

function reportColumn(report) {
  const text = reportText(report);
  const seen = new Set();
  for (const node of text.querySelectorAll("[data-statements]")) {
    if (seen.has(node.dataset.statements)) continue;
    seen.add(node.dataset.statements);
    node.tabIndex = seen.size === 1 ? 0 : -1;
    node.classList.add("stop");
  }
  return element(
    "section",
    { class: "column", "data-report": report.id, "aria-label": `Report ${report.siglum}, ${nameOf(report)}` },
    reportHead(report, "h3"),
    element("div", { class: "column-body" }, text),
  );
}

/** Statements that stand in one entry with a statement: id to "same" reading or "other". */
function alignedWith(statement) {
  const aligned = new Map();
  for (const entry of entriesOf.get(statement.id) || [])
    for (const reading of entry.readings) {
      const how = reading.statements.includes(statement.id) ? "same" : "other";
      for (const id of reading.statements)
        if (id !== statement.id && aligned.get(id) !== "other") aligned.set(id, how);
    }
  return aligned;
}

/** Lights up a statement and what is aligned with it; with `scroll`, brings the others into sight. */
function light(columns, statement, scroll) {
  for (const node of columns.querySelectorAll(".lit, .lit-same, .lit-other"))
    node.classList.remove("lit", "lit-same", "lit-other");
  if (!statement) return;
  for (const node of piecesOf(columns, statement.id)) node.classList.add("lit");
  const brought = new Set([statement.span.document]);
  for (const [id, how] of alignedWith(statement)) {
    const nodes = piecesOf(columns, id);
    for (const node of nodes) node.classList.add(`lit-${how}`);
    const home = statements.get(id).span.document;
    if (!scroll || !nodes.length || brought.has(home)) continue;
    brought.add(home);
    bring(nodes[0]);
  }
}

/** Scrolls a column, and nothing else, so that the node stands in its middle. */
function bring(node) {
  const body = node.closest(".column-body");
  const place = node.getBoundingClientRect().top - body.getBoundingClientRect().top;
  body.scrollTo({ top: body.scrollTop + place - body.clientHeight / 3, behavior: smooth() });
}

const smooth = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

function lightUp(columns, points) {
  let pinned = null;
  let timer = 0;
  const pin = (statement) => {
    pinned = statement;
    light(columns, statement, true);
    points.replaceChildren(...(statement ? pointsOf(statement) : []));
    points.hidden = !points.children.length;
  };
  columns.addEventListener("pointerover", (event) => {
    clearTimeout(timer);
    const statement = statementAt(event.target);
    light(columns, statement || pinned, false);
    if (statement && statement !== pinned) timer = setTimeout(() => light(columns, statement, true), DWELL);
  });
  columns.addEventListener("pointerleave", () => {
    clearTimeout(timer);
    light(columns, pinned, false);
  });
  columns.addEventListener("focusin", (event) => pin(statementAt(event.target)));
  columns.addEventListener("click", (event) => pin(statementAt(event.target)));
  columns.addEventListener("keydown", (event) => moveInColumns(event, columns));
}

/** Arrow keys: down and up through a report, left and right to the aligned words of the next report. */
function moveInColumns(event, columns) {
  const here = event.target.closest(".stop");
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!here || !step) return;
  const column = here.closest(".column");
  let next = null;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const stops = [...column.querySelectorAll(".stop")];
    next = stops[stops.indexOf(here) + step];
  } else {
    const shown = [...columns.querySelectorAll(".column:not([hidden])")];
    const aligned = [...columns.querySelectorAll(".stop.lit-same, .stop.lit-other")];
    for (let at = shown.indexOf(column) + step; shown[at] && !next; at += step)
      next = aligned.find((node) => shown[at].contains(node));
  }
  if (!next) return;
  event.preventDefault();
  here.tabIndex = -1;
  next.tabIndex = 0;
  next.focus({ preventScroll: true });
  bring(next);
}

// A full report as text: paragraphs, what is not of the report dimmed, every statement marked and tied to its points.

/** The gravest thing said of a statement: a severity, "agreed", or "single". */
function weightOf(statement) {
  const kinds = (entriesOf.get(statement.id) || []).map((entry) =>
    entry.difference ? entry.difference.severity : entry.kind,
  );
  return [...Object.keys(SEVERITIES), "agreed", "single"].find((kind) => kinds.includes(kind)) || "single";
}

/** The text of a report in paragraphs; `target` is a span to be found in it. */
function reportText(report, target = null) {
  const marks = apparatus.statements
    .filter((statement) => statement.span.document === report.id && weightOf(statement) !== "single")
    .map((statement) => ({
      ...rangeOf(statement.span),
      kind: `statement ${weightOf(statement)}`,
      statement: statement.id,
      plain: true,
    }));
  for (const span of report.boilerplate) marks.push({ ...rangeOf(span), kind: "boilerplate", plain: true });
  if (target) marks.push({ ...rangeOf(target), kind: "target" });
  const blocks = report.parts.map((part) => ({ ...rangeOf(part.span), kind: part.kind }));
  if (report.headline) blocks.unshift({ ...rangeOf(report.headline), kind: "headline" });
  return element(
    "div",
    { class: "text", lang: report.language, dir: "auto" },
    paragraphs(report.text, marks, blocks),
  );
}

function paragraphs(text, marks, blocks) {
  const nodes = [];
  for (let start = 0; start <= text.length;) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    if (text.slice(start, end).trim()) {
      const block = blocks.find(
        (each) => each.start < end && each.end > start && each.end - each.start > (end - start) / 2,
      );
      nodes.push(element("p", { class: block ? block.kind : null }, pieces(text, start, end, marks)));
    }
    start = end + 1;
  }
  return nodes;
}

/** The head of a report: siglum, publisher, day, file or address. */
function reportHead(report, level) {
  const safe = report.url && /^https?:\/\//i.test(report.url);
  return element(
    "header",
    { class: "report-head" },
    element(level, { class: "report-name" }, siglum(report.id), ` ${nameOf(report)}`),
    element(
      "p",
      { class: "imprint" },
      report.published ? dayOf(report.published) : "day unknown",
      " · ",
      safe ? element("a", { href: report.url, rel: "noopener noreferrer" }, report.path) : report.path,
      report.credits.length > 0 && ` · credits ${report.credits.join(", ")}`,
      report.authors.length > 0 && ` · ${report.authors.join(", ")}`,
    ),
    versionLine(report),
  );
}

/** The marked pieces of a statement inside a node. */
const piecesOf = (node, id) => [...node.querySelectorAll(`[data-statements~="${CSS.escape(id)}"]`)];

/** The smallest statement under a marked piece. */
function statementAt(node) {
  const marked = node.closest("[data-statements]");
  if (!marked) return null;
  const held = marked.dataset.statements.split(" ").map((id) => statements.get(id));
  return held.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

/** The points a statement stands in, as links. */
function pointsOf(statement) {
  return (entriesOf.get(statement.id) || [])
    .filter((entry) => entry.kind !== "single")
    .map((entry) => {
      const severity = entry.difference ? entry.difference.severity : "agreed";
      const label = entry.difference ? `${SEVERITIES[severity][0]} · ${entry.difference.kind}` : "All say";
      return element(
        "li",
        {},
        element(
          "a",
          { href: `#${entry.id}` },
          element("span", { class: `badge ${severity}` }, label),
          ` ${lineOf(entry.topic)}`,
        ),
      );
    });
}

/** Opens the pane with the full report at a span, and puts the focus on the words. */
function openReader(span) {
  const report = reports.get(span.document);
  const text = reportText(report, span);
  const points = element("ul", { class: "points-here" });
  const pane = document.getElementById("reader");
  const show = (statement) => {
    points.replaceChildren(...pointsOf(statement));
    points.hidden = !points.children.length;
  };
  text.addEventListener("click", (event) => {
    const statement = statementAt(event.target);
    if (statement) show(statement);
  });
  const here = apparatus.statements.find(
    (each) => each.span.document === span.document && each.span.start === span.start && each.span.end === span.end,
  );
  points.hidden = true;
  if (here) show(here);
  const close = element(
    "button",
    { class: "close", type: "button", onclick: closeReader },
    "Close",
    unseen(" the report"),
  );
  const tools = element("p", { class: "tools" }, citeButton(span), element("kbd", {}, "Esc"), close);
  pane.replaceChildren(
    element("div", { class: "reader-top" }, reportHead(report, "h2"), tools),
    element("div", { class: "reader-body" }, text),
    points,
  );
  pane.hidden = false;
  document.body.classList.add("reading-open");
  const target = text.querySelector(".target");
  if (!target) return;
  target.tabIndex = -1;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

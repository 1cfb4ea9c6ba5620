// The head of the page, the choice of view, and the rail beside the view: sections, search, filters.

const VIEWS = [
  ["points", "By point", pointsView],
  ["reports", "By report", reportsView],
  ["names", "Who is who", namesView],
  ["quotations", "Quotations", quotationsView],
  ["timeline", "Timeline", timelineView],
  ["copies", "Copies and origins", copiesView],
  ...ALTERED,
];
const SECTIONS = [
  ["differ", "They differ"],
  ["agreed", "All say"],
  ["echoed", "From one origin"],
  ["single", "Only here"],
  ["silent", "Not mentioned"],
];
const OPEN_REPORTS = 6;

function masthead() {
  const { event } = apparatus;
  const facts = [
    stretchOf(event.earliest, event.latest) || "day unknown",
    counted(apparatus.documents.length, "report", "reports"),
    apparatus.documents.length > 1 && counted(apparatus.origins.length, "independent origin", "independent origins"),
  ].filter(Boolean);
  const grave = Object.entries(SEVERITIES).map(([severity, [one, many]]) => {
    const number = apparatus.entries.filter(
      (entry) => entry.difference && entry.difference.severity === severity,
    ).length;
    return (
      number > 0 &&
      element(
        "span",
        { class: "tally" },
        element("span", { class: `dot ${severity}` }),
        `${number} ${(number === 1 ? one : many).toLowerCase()}`,
      )
    );
  });
  return element(
    "header",
    { class: "masthead" },
    element(
      "p",
      { class: "wordmark" },
      "Rashomon",
      element("span", {}, apparatus.documents.length > 1 ? "reports side by side" : "one report"),
    ),
    element(
      "div",
      { class: "tools" },
      element(
        "button",
        { type: "button", class: "tool", id: "theme", onclick: turnTheme, title: "Light or dark (t)" },
        element("span", { class: "half", "aria-hidden": "true" }),
        unseen("Light or dark"),
      ),
      element(
        "button",
        { type: "button", class: "tool", id: "keys", onclick: openHelp, title: "Keys and labels (?)" },
        "?",
        unseen(" Keys and labels"),
      ),
    ),
    element("h1", { lang: reports.get(event.title.document).language, dir: "auto" }, lineOf(event.title)),
    element("p", { class: "facts" }, facts.join(" · "), element("span", { class: "tallies" }, grave)),
    element("div", { class: "witness-list" }, folded(apparatus.documents.map(witnessCard), OPEN_REPORTS, "ul")),
  );
}

function witnessCard(report) {
  const origin = apparatus.origins.find((each) => each.documents.includes(report.id));
  const others = origin ? inOrder(origin.documents).filter((id) => id !== report.id) : [];
  return element(
    "li",
    {},
    element(
      "a",
      { href: `#read/${report.id}` },
      siglum(report.id),
      element("span", { class: "publisher" }, nameOf(report)),
      element("span", { class: "headline", lang: report.language, dir: "auto" }, headlineOf(report) || "no headline"),
      element(
        "span",
        { class: "day" },
        report.published ? dayOf(report.published) : "day unknown",
        histories.has(report.id) && " · altered since",
        others.length > 0 && ` · one origin with ${others.map((id) => reports.get(id).siglum).join(", ")}`,
      ),
    ),
  );
}

function viewTabs() {
  return element(
    "nav",
    { class: "views", "aria-label": "Views" },
    element(
      "ul",
      {},
      VIEWS.map(([id, title]) => element("li", {}, element("a", { href: `#${id}`, "data-view": id }, title))),
    ),
  );
}

/** The rail: where to go in the view, and what to see of it. */
function rail() {
  const jumps = element(
    "nav",
    { class: "jumps", "aria-label": "Sections" },
    element(
      "ul",
      {},
      SECTIONS.map(([id, title]) =>
        element(
          "li",
          {},
          element("a", { href: `#${id}` }, title, " ", element("span", { class: "count", "data-count": id }, "")),
        ),
      ),
    ),
  );
  const search = element("input", {
    type: "search",
    id: "search",
    placeholder: "Search words",
    "aria-label": "Search words",
    autocomplete: "off",
    oninput: (event) => setFilter("text", event.target.value),
  });
  const used = (key) =>
    new Set(apparatus.entries.map((entry) => entry.difference && entry.difference[key]).filter(Boolean));
  const named = new Set(
    apparatus.statements
      .flatMap((statement) => statement.mentions)
      .concat(apparatus.quotes.map((quote) => quote.speaker)),
  );
  const reportOptions = (how) =>
    apparatus.documents.map((report) => [`${how} ${report.id}`, `${report.siglum}  ${nameOf(report)}`]);
  const nameOptions = apparatus.entities
    .filter((entity) => named.has(entity.id))
    .map((entity) => [entity.id, entity.name])
    .sort((a, b) => (a[1] < b[1] ? -1 : 1));
  return element(
    "aside",
    { class: "rail", "aria-label": "Search and filter" },
    jumps,
    element(
      "form",
      { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() },
      search,
      element(
        "details",
        { open: innerWidth > 900 },
        element("summary", {}, "Filter"),
        choice(
          "report",
          "Report",
          [["", "All reports"]],
          [
            ["Said by", reportOptions("says")],
            ["Not mentioned in", reportOptions("silent")],
          ],
        ),
        choice("name", "Name", [["", "All names"], ...nameOptions]),
        choice("kind", "Kind", [["", "All kinds"], ...[...used("kind")].sort().map((kind) => [kind, kind])]),
        choice("severity", "Severity", [
          ["", "All severities"],
          ...Object.keys(SEVERITIES)
            .filter((each) => used("severity").has(each))
            .map((each) => [each, SEVERITIES[each][0]]),
        ]),
      ),
      element(
        "p",
        { class: "result" },
        element("span", { class: "shown" }),
        element("button", { type: "button", class: "quiet clear", onclick: clearFilter }, "Clear"),
      ),
    ),
  );
}

function choice(key, label, options, groups = []) {
  const option = ([value, words]) => element("option", { value }, words);
  const select = element(
    "select",
    { id: `filter-${key}`, onchange: (event) => setFilter(key, event.target.value) },
    options.map(option),
    groups.map(([name, list]) => element("optgroup", { label: name }, list.map(option))),
  );
  return element("label", { class: `choice ${key}` }, element("span", {}, label), select);
}

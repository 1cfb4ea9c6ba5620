// What one origin alone says, why reports count once, and rows found under others.

/** Why reports count once here: a line a reason, each label leading to the words that show it. */
function countedOnce(entry) {
  if (!entry.counted_once.length) return null;
  return element("ul", { class: "once" }, entry.counted_once.map(reasonLine));
}

function reasonLine(reason) {
  const label = (id) => {
    const shown = reason.spans.find((span) => span.document === id);
    return shown ? element("a", { class: "place", href: placeOf(shown) }, siglum(id)) : siglum(id);
  };
  const why = reason.kind === "text" ? element("a", { href: "#copies" }, reason.why) : reason.why;
  return element("li", {}, inOrder(reason.documents).map(label), " count once: ", why);
}

/** The rows that make a point again in fewer words, folded below it. */
function rowsBeneath(entry) {
  const below = beneath.get(entry.id) || [];
  if (!below.length) return null;
  return element(
    "details",
    { class: "further beneath" },
    element("summary", {}, counted(below.length, "more row on this point", "more rows on this point")),
    below.map(pointRow),
  );
}

/** Points that several reports make and one origin stands behind. */
const echoedRows = (list) => [
  element("p", { class: "lead" }, "Several reports, but one text, one speaker or one outlet behind them."),
  folded(list.map(entryRow), OPEN_SINGLE),
];

/** What only one report says, under the reports, the most newsworthy first. */
function singleGroups(list) {
  const witnessOf = (entry) => entry.readings[0].witnesses[0];
  const worth = (entry) => (entry.worth ? entry.worth.score : 0);
  const groups = inOrder(list.map(witnessOf)).map((id) => {
    const own = list.filter((entry) => witnessOf(entry) === id).sort((a, b) => worth(b) - worth(a));
    const group = `single-${id}`;
    const title = element(
      "h3",
      { class: "report-name" },
      siglum(id),
      ` ${nameOf(reports.get(id))} `,
      element("span", { class: "count", "data-count": group }, String(own.length)),
    );
    return element("div", { class: "group", "data-group": group }, title, folded(own.map(singleRow), OPEN_SINGLE));
  });
  const lead = "The most newsworthy first: named people, numbers, a speaker’s own words before comment and background.";
  return [element("p", { class: "lead" }, lead), groups];
}

/** A sentence of one report, with all its words that no other report says. */
function singleRow(entry) {
  const below = beneath.get(entry.id) || [];
  const held = entry.readings.flatMap((reading) => reading.statements.map((id) => [reading, statements.get(id)]));
  const others = below.flatMap((each) => each.readings.flatMap((reading) => reading.statements));
  const marks = others.map((id) => ({ ...rangeOf(statements.get(id).span), kind: "said" }));
  const row = element(
    "article",
    { class: "row single", id: entry.id, tabindex: "-1", "aria-label": lineOf(entry.topic) },
    held.map(([reading, statement]) => evidenceOf(entry, reading, statement, marks)),
    rowLink(entry.id),
  );
  const why = entry.worth && element("span", { class: "tag worth", title: "Why it stands here" }, entry.worth.why);
  if (why) row.querySelector(".source .cite").before(why);
  return filtered("points", row, facetsOf(entry, below));
}

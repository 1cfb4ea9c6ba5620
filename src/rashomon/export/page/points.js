// The view "By point": they differ, all say, only here, not mentioned.

const OPEN_AGREED = 40;
const OPEN_SINGLE = 12;
const OPEN_WITNESSES = 4;
const PART_NAMES = { headline: "in the headline", deck: "below the headline", caption: "in a caption" };

function pointsView() {
  const heads = apparatus.entries.filter((entry) => !entry.under);
  const of = (kind) => heads.filter((entry) => entry.kind === kind);
  const widest = (list) => [...list].sort((a, b) => speakersOf(b).length - speakersOf(a).length);
  const alone = of("single").filter((entry) => speakersOf(entry).length === 1);
  const echoed = widest(of("single").filter((entry) => speakersOf(entry).length > 1));
  const silent = heads.filter((entry) => entry.kind !== "single" && entry.absent.length);
  return [
    tooLittle(),
    section("differ", "They differ", of("differing"), differingGroups, "No two readings were found that differ."),
    section(
      "agreed",
      "All say",
      widest(of("agreed")),
      (list) => [
        element("p", { class: "lead" }, "What at least two independent reports say, the most widely told first."),
        folded(list.map(entryRow), OPEN_AGREED),
      ],
      "No point is made by two independent reports.",
    ),
    section("echoed", "From one origin", echoed, echoedRows, "No two reports make a point that has one origin."),
    section("single", "Only here", alone, singleGroups, "Every point is made by more than one report."),
    section("silent", "Not mentioned", silent, silentTable, "No report is silent on a point that others share."),
  ];
}

/** Why there is little to see, in fixed words, where that is so. */
function tooLittle() {
  const several = apparatus.documents.length > 1;
  const reasons = [
    !several &&
      "Only one report was given. There is nothing to compare it with, so every point stands under “Only here”.",
    several &&
      apparatus.origins.length === 1 &&
      "All reports go back to one origin. Copies of one text do not confirm one another, so nothing counts as said by all.",
    apparatus.entries.length === 0 && "No statement was found in these reports.",
    several &&
      apparatus.entries.length > 0 &&
      apparatus.entries.every((entry) => entry.kind === "single") &&
      "No two independent reports make the same point. They may tell of different things, or say too little.",
  ].filter(Boolean);
  return reasons.length
    ? element(
        "div",
        { class: "little" },
        reasons.map((reason) => element("p", {}, reason)),
      )
    : null;
}

function section(id, title, list, render, none) {
  const heading = element(
    "h2",
    { id: `${id}-heading` },
    title,
    " ",
    element("span", { class: "count", "data-count": id }, String(list.length)),
  );
  const body = list.length ? render(list) : element("p", { class: "none" }, none);
  return element(
    "section",
    { class: `points ${id}`, id, "aria-labelledby": `${id}-heading`, "data-group": id },
    heading,
    body,
  );
}

/** Differences under their severity, each with what the severity means. */
function differingGroups(list) {
  return Object.entries(SEVERITIES).map(([severity, [, plural, meaning]]) => {
    const rows = list.filter((entry) => entry.difference && entry.difference.severity === severity);
    if (!rows.length) return null;
    const group = `differ-${severity}`;
    const title = element(
      "h3",
      { class: "severity" },
      element("span", { class: `dot ${severity}` }),
      `${plural} `,
      element("span", { class: "count", "data-count": group }, String(rows.length)),
    );
    const limit = severity === "variant" ? OPEN_SINGLE : rows.length;
    return element(
      "div",
      { class: "group", "data-group": group },
      element("div", { class: "meaning" }, title, element("p", {}, meaning)),
      folded(rows.map(entryRow), limit),
    );
  });
}

/** A row that answers to the filter. */
const entryRow = (entry) => filtered("points", pointRow(entry), facetsOf(entry, beneath.get(entry.id)));

/** One row: the point, why the readings part, and the readings side by side; below, the rows that make it again. */
function pointRow(entry) {
  const difference = entry.difference;
  const severity = difference ? difference.severity : "none";
  const heading = `${entry.id}-point`;
  const columns = entry.readings.some((reading) => reading.value !== null)
    ? byValue(entry.readings).map((reading) => readingColumn(entry, reading))
    : witnessColumns(entry, joined(entry.readings));
  return element(
    "article",
    { class: `row ${severity}`, id: entry.id, tabindex: "-1", "aria-labelledby": heading },
    element(
      "header",
      {},
      difference &&
        element(
          "p",
          { class: "badges" },
          element("span", { class: `badge ${severity}` }, SEVERITIES[severity][0]),
          element("span", { class: "kind" }, difference.kind),
          element("span", { class: "kind" }, `confidence ${difference.score.toFixed(2)}`),
        ),
      element(
        "h4",
        { id: heading, lang: reports.get(entry.topic.document).language, dir: "auto" },
        lineOf(entry.topic),
      ),
      difference && difference.why && element("p", { class: "why" }, difference.why),
      rowLink(entry.id),
    ),
    element("ul", { class: "readings" }, columns),
    countedOnce(entry),
    silence(entry),
    rowsBeneath(entry),
  );
}

/** What the filter asks of a row: its own words and those of the rows beneath it. */
function facetsOf(entry, below = []) {
  const all = [entry, ...below].flatMap((each) => each.readings.flatMap((reading) => reading.statements));
  const held = all.map((id) => statements.get(id));
  const values = entry.readings.map((reading) => reading.value).filter(Boolean);
  const difference = entry.difference || { kind: "", severity: "", why: "" };
  return {
    text: [...held.map((statement) => lineOf(statement.span)), ...values, difference.why].join("\n"),
    says: new Set(entry.readings.flatMap((reading) => reading.witnesses)),
    silent: new Set(entry.absent),
    names: new Set(held.flatMap((statement) => statement.mentions)),
    kind: difference.kind,
    severity: difference.severity,
  };
}

/** Readings that no value sets apart as one, with the words of each report once. */
function joined(readings) {
  const ids = [...new Set(readings.flatMap((reading) => reading.statements))];
  return readings.length > 1 ? { ...readings[0], statements: ids } : readings[0];
}

/** The readings with a value, each on its own, and one of all that have none. */
function byValue(readings) {
  const plain = readings.filter((reading) => reading.value === null);
  return [...readings.filter((reading) => reading.value !== null), ...(plain.length ? [joined(plain)] : [])];
}

/** A reading as a column: its value, then the words of each report that holds it. */
function readingColumn(entry, reading) {
  const kind = entry.difference && entry.difference.kind;
  const value = valueOf(reading.value, kind);
  const evidence = witnessesOf(reading).map((held) => witness(entry, reading, held));
  return element(
    "li",
    { class: "reading" },
    value && element("p", { class: "reading-value", dir: "auto" }, value),
    folded(evidence, OPEN_WITNESSES),
    independence(reading),
  );
}

/** Where all say one thing, each report is a column. */
function witnessColumns(entry, reading) {
  return witnessesOf(reading).map((held) => element("li", { class: "reading" }, witness(entry, reading, held)));
}

/** The statements of a reading, a list for each report. */
function witnessesOf(reading) {
  const held = reading.statements.map((id) => statements.get(id));
  return inOrder(held.map((statement) => statement.span.document)).map((id) =>
    held.filter((statement) => statement.span.document === id),
  );
}

/** The words of one report: the first sentence with all of it that is meant, then, folded, what else is. */
function witness(entry, reading, held) {
  const groups = bySentence(held);
  const [[first, marks], ...others] = groups;
  return element(
    "div",
    { class: "witness" },
    evidenceOf(entry, reading, first, marks),
    others.length > 0 &&
      element(
        "details",
        { class: "further" },
        element(
          "summary",
          {},
          `${counted(others.length, "more place", "more places")} in ${reports.get(first.span.document).siglum}`,
        ),
        others.map(([statement, further]) => evidenceOf(entry, reading, statement, further)),
      ),
  );
}

/** The statements of one report as pairs: the first of a sentence, the marks of those beside it. No words twice. */
function bySentence(held) {
  const groups = [];
  for (const statement of held) {
    const range = rangeOf(statement.span);
    const near = groups.find((group) => range.start >= group.start && range.end <= group.end);
    if (near) {
      near.marks.push({ ...range, kind: "said" });
      continue;
    }
    const words = lineOf(statement.span).toLowerCase();
    if (groups.some((group) => group.words === words)) continue;
    const { end } = sentenceAround(reports.get(statement.span.document), range);
    groups.push({ statement, words, marks: [], start: range.start, end: Math.min(end, range.end + REACH) });
  }
  return groups.map((group) => [group.statement, group.marks]);
}

/** A statement in its sentence, with the compared value marked, and who says it. */
function evidenceOf(entry, reading, statement, further = []) {
  const report = reports.get(statement.span.document);
  const value = entry.difference && valueRange(statement, reading.value, entry.difference.kind);
  const marks = value ? [...further, { ...value, kind: "value" }] : further;
  return element(
    "div",
    { class: "evidence" },
    element(
      "blockquote",
      { lang: report.language, dir: "auto" },
      element("a", { class: "words", href: placeOf(statement.span) }, inSentence(statement.span, marks)),
    ),
    source(report, statement),
  );
}

/** The line below words: siglum, publisher, day, in whose name, and the button to copy them. */
function source(report, statement) {
  const notes = [
    holderOf(statement),
    statement.polarity === "denied" && "denied",
    statement.modality !== "asserted" && statement.modality,
    PART_NAMES[statement.part],
  ];
  return element(
    "p",
    { class: "source" },
    siglum(report.id),
    element("span", { class: "publisher" }, nameOf(report)),
    notes.filter(Boolean).map((note) => element("span", { class: "tag" }, note)),
    citeButton(statement.span),
  );
}

function holderOf({ holder }) {
  if (holder.kind === "entity" && entities.has(holder.entity))
    return `in the name of ${entities.get(holder.entity).name}`;
  return holder.kind === "words" && holder.span ? `in the name of “${lineOf(holder.span)}”` : null;
}

function independence(reading) {
  if (reading.origins >= reading.witnesses.length || reading.witnesses.length < 2) return null;
  return element(
    "p",
    { class: "independence" },
    `${reading.witnesses.length} reports, ${counted(reading.origins, "origin", "origins")}`,
  );
}

function silence(entry) {
  const { absent, absent_but_held_in_part: part } = entry;
  if (!absent.length && !part.length) return null;
  return element(
    "footer",
    { class: "silence" },
    absent.length > 0 && [element("span", {}, "Not mentioned in "), absent.map((id) => siglum(id, "silent"))],
    part.length > 0 && [
      element("span", {}, " Only an excerpt held of "),
      part.map((id) => siglum(id, "held in part")),
    ],
  );
}

/** Points that others share and some report leaves out: a line a point, a place a report. */
function silentTable(list) {
  const rows = list.map((entry) => {
    const facets = facetsOf(entry);
    const how = (id) =>
      facets.says.has(id) ? "said" : entry.absent_but_held_in_part.includes(id) ? "held in part" : "silent";
    const names = (ids) =>
      inOrder(ids)
        .map((id) => reports.get(id).siglum)
        .join(", ");
    const part = entry.absent_but_held_in_part;
    const inPart = part.length ? `; only an excerpt held of ${names(part)}` : "";
    const row = element(
      "li",
      {},
      element("a", { href: `#${entry.id}`, dir: "auto" }, lineOf(entry.topic)),
      element(
        "span",
        { class: "strip", "aria-hidden": "true" },
        apparatus.documents.map((report) => siglum(report.id, how(report.id))),
      ),
      unseen(` said by ${names(facets.says)}; not mentioned in ${names(facets.silent)}${inPart}`),
    );
    return filtered("points", row, { ...facets, repeated: true });
  });
  const key = element(
    "p",
    { class: "key", "aria-hidden": "true" },
    element("span", { class: "siglum said" }, "A"),
    " says it ",
    element("span", { class: "siglum silent" }, "A"),
    " does not",
  );
  return [key, folded(rows, OPEN_AGREED, "ul")];
}

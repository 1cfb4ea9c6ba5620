// The view "Timeline": the days the reports name, drawn from early to late; long gaps are drawn longer, never to scale.

const OPEN_SPANS = 4;
const DAY = 86400000;

function timelineView() {
  if (!apparatus.timeline.length) return element("p", { class: "none" }, "No day was found in these reports.");
  let before = null;
  const rows = apparatus.timeline.map((moment) => {
    const gap = before ? Math.round((Date.parse(moment.earliest) - Date.parse(before)) / DAY) : 0;
    if (!before || moment.latest > before) before = moment.latest;
    return momentRow(moment, gap);
  });
  return element(
    "section",
    { class: "timeline", "aria-labelledby": "timeline-heading" },
    element("h2", { id: "timeline-heading", class: "unseen" }, "Timeline"),
    element("ol", {}, rows),
  );
}

/** The length of a gap in words: days up to two months, months up to two years, years beyond. */
function lengthOf(days) {
  if (days < 60) return counted(days, "day", "days");
  return days < 730 ? `about ${Math.round(days / 30.44)} months` : `about ${Math.round(days / 365.25)} years`;
}

function momentRow(moment, gap) {
  const id = `moment-${moment.earliest}-${moment.latest}-${moment.precision}`;
  const known = moment.entries.map((each) => entries.get(each)).filter(Boolean);
  const says = new Set(moment.spans.map((span) => span.document));
  const evidence = inOrder([...says]).map((report) =>
    element(
      "div",
      { class: "witness" },
      moment.spans
        .filter((span) => span.document === report)
        .slice(0, OPEN_SPANS)
        .map(momentWords),
    ),
  );
  const row = element(
    "li",
    { class: `moment ${moment.precision}`, id, tabindex: "-1" },
    element(
      "div",
      { class: "when" },
      element("h3", {}, stretchOf(moment.earliest, moment.latest)),
      moment.precision !== "day" &&
        moment.precision !== "time" &&
        moment.earliest !== moment.latest &&
        element("p", {}, moment.precision === "span" ? "within this time" : `known to the ${moment.precision}`),
    ),
    element("div", { class: "what" }, folded(evidence, OPEN_SPANS), differingPoints(known)),
  );
  if (gap > 1) {
    row.style.setProperty("--gap", `${Math.min(88, 16 + 9 * Math.log2(gap))}px`);
    row.prepend(element("p", { class: "gap" }, lengthOf(gap)));
  }
  return filtered("timeline", row, {
    text: [stretchOf(moment.earliest, moment.latest), ...moment.spans.map((span) => sentenceWords(span))].join("\n"),
    says,
    silent: new Set([...reports.keys()].filter((report) => !says.has(report))),
    names: new Set(known.flatMap((entry) => [...facetsOf(entry).names])),
  });
}

function sentenceWords(span) {
  const report = reports.get(span.document);
  const { start, end } = sentenceAround(report, rangeOf(span));
  return report.text.slice(start, end);
}

function momentWords(span) {
  const report = reports.get(span.document);
  return element(
    "p",
    { class: "evidence", lang: report.language, dir: "auto" },
    siglum(report.id),
    " ",
    element("a", { class: "words", href: placeOf(span) }, inSentence(span, [], "value")),
  );
}

function differingPoints(known) {
  const grave = known.filter((entry) => entry.difference && entry.difference.severity !== "variant");
  if (!grave.length) return null;
  return element(
    "ul",
    { class: "points-here" },
    grave.map((entry) =>
      element(
        "li",
        {},
        element(
          "a",
          { href: `#${entry.id}` },
          element(
            "span",
            { class: `badge ${entry.difference.severity}` },
            `${SEVERITIES[entry.difference.severity][0]} · ${entry.difference.kind}`,
          ),
          ` ${lineOf(entry.topic)}`,
        ),
      ),
    ),
  );
}

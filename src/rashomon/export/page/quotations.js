// The view "Quotations": renderings of one utterance one above the other, then what everybody is quoted with.

const RENDERINGS = {
  none: "Same words",
  wording: "Wording differs",
  omission: "Words left out",
  addition: "Words added",
};
const OPEN_QUOTES = 30;

function quotationsView() {
  if (!apparatus.quotes.length) return element("p", { class: "none" }, "No quotation was found in these reports.");
  const groups = apparatus.quote_groups.map(renderings);
  return [
    element(
      "section",
      { class: "quotes", "data-group": "renderings", "aria-labelledby": "renderings-heading" },
      element(
        "h2",
        { id: "renderings-heading" },
        "One utterance, several renderings ",
        element("span", { class: "count", "data-count": "renderings" }, String(groups.length)),
      ),
      groups.length
        ? folded(groups, OPEN_QUOTES)
        : element("p", { class: "none" }, "No utterance is rendered by more than one report."),
    ),
    speakers().map(([id, list]) => speakerSection(id, list)),
  ];
}

/** Quotations by speaker, the most quoted first, the unnamed last. */
function speakers() {
  const of = new Map();
  for (const quote of apparatus.quotes) of.set(quote.speaker, [...(of.get(quote.speaker) || []), quote]);
  return [...of].sort(([a, x], [b, y]) => (a === null) - (b === null) || y.length - x.length || (a < b ? -1 : 1));
}

function speakerSection(id, list) {
  const group = `speaker-${id || "unknown"}`;
  const name = id && entities.has(id) ? entities.get(id).name : "Speaker not known";
  return element(
    "section",
    { class: "quotes", "data-group": group, "aria-labelledby": `${group}-heading` },
    element(
      "h2",
      { id: `${group}-heading` },
      `${name} `,
      element("span", { class: "count", "data-count": group }, String(list.length)),
    ),
    folded(
      list.map((quote) => quoteRow(quote)),
      OPEN_QUOTES,
    ),
  );
}

const witnessOfQuote = (quote) => quote.content[0].document;

/** The facets by which quotations are searched. */
function quoteFacets(list) {
  const says = new Set(list.map(witnessOfQuote));
  return {
    text: list.flatMap((quote) => quote.content.map(lineOf)).join("\n"),
    says,
    silent: new Set([...reports.keys()].filter((id) => !says.has(id))),
    names: new Set(list.map((quote) => quote.speaker).filter(Boolean)),
  };
}

/** Renderings of one utterance; the words in which they differ are marked. */
function renderings(group) {
  const list = group.quotes.map((id) => quotes.get(id)).filter(Boolean);
  const id = `renderings-${list[0].id}`;
  const speaker = list.map((quote) => quote.speaker).find((each) => each && entities.has(each));
  const row = element(
    "article",
    { class: "row renderings", id, tabindex: "-1", "aria-labelledby": `${id}-speaker` },
    element(
      "header",
      {},
      element(
        "p",
        { class: "badges" },
        element(
          "span",
          { class: `badge ${group.difference === "none" ? "agreed" : "tension"}` },
          RENDERINGS[group.difference],
        ),
      ),
      element("h3", { id: `${id}-speaker` }, speaker ? entities.get(speaker).name : "Speaker not known"),
      rowLink(id),
    ),
    element(
      "ol",
      {},
      list.map((quote) => element("li", {}, quoteBody(quote, group.spans))),
    ),
  );
  return filtered("quotations", row, quoteFacets(list));
}

function quoteRow(quote) {
  const row = element(
    "article",
    { class: "row quote", id: quote.id, tabindex: "-1", "aria-label": lineOf(quote.content[0]) },
    quoteBody(quote, []),
    rowLink(quote.id),
  );
  return filtered("quotations", row, quoteFacets([quote]));
}

/** The words of a quotation, stretch by stretch, as a link to their place; below them who reports it and the cue. */
function quoteBody(quote, differing) {
  const report = reports.get(witnessOfQuote(quote));
  const marks = differing
    .filter((span) => span.document === report.id)
    .map((span) => ({ ...rangeOf(span), kind: "differs" }));
  const stretches = quote.content.map((span, at) => {
    const { start, end } = rangeOf(span);
    return [
      at > 0 && element("span", { class: "gap" }, " … "),
      element("a", { class: "words", href: placeOf(span) }, pieces(report.text, start, end, marks)),
    ];
  });
  const cue = [quote.speaker_span, quote.cue]
    .filter(Boolean)
    .sort((a, b) => a.start - b.start)
    .map(lineOf)
    .join(" … ");
  return element(
    "div",
    { class: "evidence" },
    element("blockquote", { lang: report.language, dir: "auto" }, stretches),
    element(
      "p",
      { class: "source" },
      siglum(report.id),
      element("span", { class: "publisher" }, nameOf(report)),
      quote.kind !== "direct" && element("span", { class: "tag" }, quote.kind),
      cue && element("span", { class: "tag cue" }, cue),
      citeButton(quote.content[0]),
    ),
  );
}

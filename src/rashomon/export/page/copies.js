// The view "Copies and origins": which reports count once, and the words they share.

const DIRECTIONS = {
  "a from b": "A takes it from B",
  "b from a": "B takes it from A",
  "common source": "both from one source",
  unknown: "direction unknown",
};
const OPEN_PASSAGES = 12;

function copiesView() {
  const several = apparatus.origins.filter((origin) => origin.documents.length > 1);
  return [
    element(
      "section",
      { class: "origins", "aria-labelledby": "origins-heading" },
      element(
        "h2",
        { id: "origins-heading" },
        "Origins ",
        element("span", { class: "count" }, String(apparatus.origins.length)),
      ),
      element(
        "p",
        { class: "lead" },
        several.length
          ? "Reports of one origin count once: a copy does not confirm what it copies."
          : "No two reports share an origin: each counts for itself.",
      ),
      element("ul", { class: "origin-list" }, apparatus.origins.map(originBox)),
    ),
    element(
      "section",
      { class: "copies", "aria-labelledby": "copies-heading" },
      element(
        "h2",
        { id: "copies-heading" },
        "Shared passages ",
        element("span", { class: "count" }, String(apparatus.copies.length)),
      ),
      apparatus.copies.length
        ? element("div", { class: "rows" }, apparatus.copies.map(copyRow))
        : element("p", { class: "none" }, "No two reports share text beyond what two pens would write."),
    ),
  ];
}

function originBox(origin) {
  return element(
    "li",
    { class: origin.documents.length > 1 ? "several" : null },
    element(
      "ul",
      {},
      inOrder(origin.documents).map((id) => {
        const report = reports.get(id);
        return element(
          "li",
          {},
          siglum(id),
          ` ${nameOf(report)}`,
          report.credits.length > 0 && element("span", { class: "tag" }, `credits ${report.credits.join(", ")}`),
          report.also.length > 0 && element("span", { class: "tag" }, `also ${report.also.join(", ")}`),
        );
      }),
    ),
  );
}

function copyRow(copy) {
  const [a, b] = [reports.get(copy.a), reports.get(copy.b)];
  const id = `copy-${a.id}-${b.id}`;
  const direction = DIRECTIONS[copy.direction].replace(/\b[AB]\b/g, (letter) =>
    letter === "A" ? a.siglum : b.siglum,
  );
  return element(
    "article",
    { class: "row copy", id, tabindex: "-1", "aria-labelledby": `${id}-pair` },
    element(
      "header",
      {},
      element(
        "p",
        { class: "badges" },
        element("span", { class: "badge tension" }, copy.kind === "wholly" ? "Copied wholly" : "Copied in part"),
        element("span", { class: "kind" }, direction),
      ),
      element(
        "h3",
        { id: `${id}-pair` },
        siglum(a.id),
        ` ${nameOf(a)} `,
        element("span", { class: "join" }, "and"),
        " ",
        siglum(b.id),
        ` ${nameOf(b)}`,
      ),
      element("p", { class: "why" }, copy.why),
      rowLink(id),
    ),
    element("div", { class: "shares" }, share(a, copy.share_of_a), share(b, copy.share_of_b)),
    folded(
      copy.passages.map(([left, right]) => element("div", { class: "passage" }, passage(left), passage(right))),
      OPEN_PASSAGES,
    ),
  );
}

function share(report, part) {
  const bar = element("span", { class: "bar", "aria-hidden": "true" }, element("span", {}));
  bar.firstChild.style.width = `${Math.round(part * 100)}%`;
  return element(
    "p",
    {},
    siglum(report.id),
    bar,
    element("span", {}, `${Math.round(part * 100)} % of the text is shared`),
  );
}

function passage(span) {
  const report = reports.get(span.document);
  return element(
    "blockquote",
    { lang: report.language, dir: "auto" },
    siglum(report.id),
    " ",
    element("a", { class: "words", href: placeOf(span) }, inSentence(span, [], "shared")),
  );
}

// "Copy with citation": the words, who published them, under which headline, on which day, and where they stand.

/** The words of a span with their source, as one line of plain text. */
function citation(span) {
  const report = reports.get(span.document);
  const headline = headlineOf(report);
  const source = [
    report.publisher,
    headline && `“${headline}”`,
    report.published && dayOf(report.published),
    report.url || report.path,
  ].filter(Boolean);
  return `“${lineOf(span)}” — ${source.join(", ")} [${report.siglum}, characters ${span.start}–${span.end}]`;
}

/** Puts text on the clipboard, by the old way where the new one is closed to pages from disk. */
async function copyText(text, said) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = element("textarea", { class: "unseen", "aria-hidden": "true" }, text);
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    if (before) before.focus({ preventScroll: true });
  }
  announce(said);
}

/** The button that copies a span with its citation. */
const citeButton = (span) =>
  element(
    "button",
    {
      class: "quiet cite",
      type: "button",
      title: "Copy with citation",
      onclick: () => copyText(citation(span), "Copied with citation"),
    },
    "Copy with citation",
  );

/** The link of a row, which keeps working as long as the row is in the apparatus; entries have a number, too. */
const rowLink = (id) =>
  element(
    "a",
    { class: "quiet link", href: `#${id}`, title: numbers.has(id) ? `Link of this row, ${id}` : "Link of this row" },
    numbers.has(id) && `${numbers.get(id)} · `,
    "Link",
    unseen(" of this row"),
  );

const addressOf = (id) => `${location.href.split("#")[0]}#${id}`;

// The view "Altered": what the outlets changed in their reports since they were first found, version beside version.

const versionsIsland = document.getElementById("versions");
const histories = new Map(
  (versionsIsland ? JSON.parse(versionsIsland.textContent).reports : []).map((history) => [history.document, history]),
);
const versionOf = new Map();
for (const history of histories.values())
  for (const [at, version] of history.versions.entries()) {
    versionOf.set(version.id, { history, version, number: at + 1 });
    if (reports.has(version.id)) continue;
    reports.set(version.id, version);
    tables.set(version.id, unitTable(version.text));
  }
const PARTS = { headline: "Headline", deck: "Deck", caption: "Caption", body: "Text" };
const OPEN_CHANGES = 20;

const ALTERED = histories.size ? [["altered", "Altered", alteredView]] : [];

function alteredView() {
  return element(
    "section",
    { class: "alterations", "aria-labelledby": "altered-heading" },
    element("h2", { id: "altered-heading" }, "Altered ", element("span", { class: "count" }, String(histories.size))),
    element(
      "p",
      { class: "lead" },
      "What an outlet changed in its report after it was first found. Bylines, dates and what is not of the report are left out.",
    ),
    element("div", { class: "rows" }, [...histories.values()].map(alteredRow)),
  );
}

function alteredRow(history) {
  const report = reports.get(history.document);
  const id = `altered-${report.id}`;
  return element(
    "article",
    { class: "row altered", id, tabindex: "-1", "aria-labelledby": `${id}-name` },
    element(
      "header",
      {},
      element("p", { class: "badges" }, element("span", { class: "badge update" }, versionsOf(history))),
      element("h3", { id: `${id}-name` }, siglum(report.id), ` ${nameOf(report)}`),
      rowLink(id),
    ),
    history.versions.slice(1).map((newer, at) => versionStep(history, history.versions[at], newer)),
  );
}

const versionsOf = (history) => counted(history.versions.length, "version", "versions");

const foundOn = (version) => (version.seen ? ` found ${dayOf(version.seen)}` : " found earlier");

function versionStep(history, older, newer) {
  const changes = history.changes.filter((change) => change.older === older.id && change.newer === newer.id);
  return [
    element(
      "h4",
      {},
      `Version ${versionOf.get(newer.id).number}`,
      element("span", { class: "day" }, `${foundOn(newer)}; the one before${foundOn(older)}`),
    ),
    folded(changes.map(changeRow), OPEN_CHANGES),
  ];
}

function changeRow(change) {
  return element(
    "div",
    { class: "passage change" },
    element("p", { class: "kind" }, `${PARTS[change.part]}, ${change.kind}`),
    change.before ? side(change.before, "del", "Before: ") : element("p", { class: "none" }, "not there before"),
    change.after ? side(change.after, "ins", "Now: ") : element("p", { class: "none" }, "no longer there"),
  );
}

/** The words of one version in their sentence, as a link to them in that version. */
function side(span, tag, label) {
  const words = element("a", { class: "words", href: placeOf(span) }, inSentence(span, [], tag));
  for (const mark of words.querySelectorAll("mark")) mark.replaceWith(element(tag, {}, mark.textContent));
  return element("blockquote", { lang: reports.get(span.document).language, dir: "auto" }, unseen(label), words);
}

/** A line in the head of a report: that it was altered, or that this is an earlier version; null for all others. */
function versionLine(report) {
  const known = versionOf.get(report.id);
  if (!known) return null;
  const { history, version, number } = known;
  const words =
    version.id === history.document
      ? `${versionsOf(history)}: what was altered`
      : `Version ${number} of ${history.versions.length},${foundOn(version)}: what was altered since`;
  return element("p", { class: "version" }, element("a", { href: `#altered-${history.document}` }, words));
}

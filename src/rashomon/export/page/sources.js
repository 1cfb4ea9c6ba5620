// The apparatus as read from the page, and what is asked of it again and again.

const apparatus = JSON.parse(document.getElementById("apparatus").textContent);

const index = (records) => new Map(records.map((record) => [record.id, record]));
const reports = index(apparatus.documents);
const statements = index(apparatus.statements);
const entities = index(apparatus.entities);
const entries = index(apparatus.entries);
const quotes = index(apparatus.quotes);
const dates = index(apparatus.dates);
const quantities = index(apparatus.quantities);
const tables = new Map(apparatus.documents.map((report) => [report.id, unitTable(report.text)]));

/** Statement id to the entries it stands in, gravest first. */
const entriesOf = new Map();
for (const entry of apparatus.entries)
  for (const reading of entry.readings)
    for (const id of reading.statements) {
      const list = entriesOf.get(id) || [];
      if (!list.includes(entry)) list.push(entry);
      entriesOf.set(id, list);
    }

/** The entries found under another, by its id, and the place of each entry in the file, from 1. */
const beneath = new Map();
for (const entry of apparatus.entries)
  if (entry.under) beneath.set(entry.under, [...(beneath.get(entry.under) || []), entry]);
const numbers = new Map(apparatus.entries.map((entry, at) => [entry.id, at + 1]));

/** The reports that speak in an entry, in their order. */
const speakersOf = (entry) => inOrder(entry.readings.flatMap((reading) => reading.witnesses));

const SEVERITIES = {
  contradiction: ["Contradiction", "Contradictions", "Both cannot be true of the same thing at the same time."],
  update: ["Update", "Updates", "The later report replaces the earlier."],
  tension: ["Tension", "Tensions", "Worth knowing: different scope, precision, actor, attribution or emphasis."],
  variant: ["Variant", "Variants", "Harmless: spelling, rounding, wording."],
};
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A span as a range of UTF-16 units of its report's text. */
const rangeOf = (span) => unitRange(tables.get(span.document), span.start, span.end);

/** The words of a span, as they stand in the report. */
function wordsOf(span) {
  const { start, end } = rangeOf(span);
  return reports.get(span.document).text.slice(start, end);
}

/** The words of a span on one line. */
const lineOf = (span) => wordsOf(span).replace(/\s+/g, " ");

/** Who published a report, or the file where nobody is named. */
const nameOf = (report) => report.publisher || report.path;

/** The headline of a report on one line, or null. */
const headlineOf = (report) => (report.headline ? lineOf(report.headline) : null);

/** An ISO day, month, year or moment in words: "16 April 2025", "April 2025", "17 April 2025, 19:00 (+03:00)". */
function dayOf(iso) {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?/.exec(iso);
  if (!match) return iso;
  const [, year, month, day, time, zone] = match;
  const date = [day && String(Number(day)), month && (MONTHS[Number(month) - 1] || month), year]
    .filter(Boolean)
    .join(" ");
  return date + (time ? `, ${time}${zone ? ` (${/^(?:Z|[+-]00:?00)$/.test(zone) ? "UTC" : zone})` : ""}` : "");
}

/** Two ISO days as one stretch of time: "16 to 18 April 2025". */
function stretchOf(earliest, latest) {
  if (!earliest || !latest || earliest === latest) return dayOf(earliest || latest || "");
  const [a, b] = [earliest.split("-"), latest.split("-")];
  if (earliest.endsWith("-01-01") && latest.endsWith("-12-31")) return a[0] === b[0] ? a[0] : `${a[0]} to ${b[0]}`;
  if (a.length === 3 && b.length === 3 && a[0] === b[0]) {
    if (a[1] === b[1]) {
      const whole = a[2] === "01" && Number(b[2]) === new Date(Date.UTC(Number(a[0]), Number(a[1]), 0)).getUTCDate();
      return whole ? dayOf(`${a[0]}-${a[1]}`) : `${Number(a[2])} to ${dayOf(latest)}`;
    }
  }
  return `${dayOf(earliest)} to ${dayOf(latest)}`;
}

/** A compared value in the form people write it: days and durations out of their ISO form, the rest as it is. */
function valueOf(value, kind) {
  if (value === null) return null;
  if (kind === "date" || /^\d{4}-\d\d(-\d\d)?(T|$)/.test(value)) return /^\d{4}/.test(value) ? dayOf(value) : value;
  const length = /^P(\d+)([DWMY])$/.exec(value);
  if (!length) return value;
  const unit = { D: "day", W: "week", M: "month", Y: "year" }[length[2]];
  return counted(Number(length[1]), unit, `${unit}s`);
}

/** Text in the form in which a search compares it: without accents and case. */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();

/** The siglum of a report as a badge; `how` is "said", "silent" or "held in part". */
function siglum(id, how = "said") {
  const report = reports.get(id);
  return element("abbr", { class: `siglum ${how.replace(/ /g, "-")}`, title: nameOf(report) }, report.siglum);
}

/** A link to the words of a span in the full report. */
const placeOf = (span) => `#read/${span.document}/${span.start}-${span.end}`;

/** The order in which reports stand, for sorting ids. */
const placeInOrder = new Map(apparatus.documents.map((report, at) => [report.id, at]));
const inOrder = (ids) => [...new Set(ids)].sort((a, b) => placeInOrder.get(a) - placeInOrder.get(b));

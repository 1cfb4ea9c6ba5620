// Words in their sentence, with marks. Everything shown is a slice of a source; an ellipsis says where it was cut.

const ABBREVIATION =
  /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Sgt|Capt|Col|Gen|Lt|Sen|Rep|Gov|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s*$/u;
const REACH = 160;

/** The range cut into text nodes and marked elements; marks that overlap share their pieces. */
function pieces(text, from, to, marks) {
  const inside = marks.filter((mark) => mark.start < to && mark.end > from);
  const cuts = new Set([from, to, ...inside.flatMap((mark) => [mark.start, mark.end])]);
  const places = [...cuts].filter((cut) => cut >= from && cut <= to).sort((a, b) => a - b);
  const nodes = [];
  for (let at = 0; at + 1 < places.length; at += 1) {
    const [start, end] = [places[at], places[at + 1]];
    const over = inside.filter((mark) => mark.start <= start && mark.end >= end);
    nodes.push(over.length ? piece(text.slice(start, end), over) : text.slice(start, end));
  }
  return nodes;
}

function piece(words, marks) {
  const held = marks.filter((mark) => mark.statement).map((mark) => mark.statement);
  const classes = [...new Set(marks.map((mark) => mark.kind))].join(" ");
  const tag = marks.every((mark) => mark.plain) ? "span" : "mark";
  return element(tag, { class: classes, "data-statements": held.length ? held.join(" ") : null }, words);
}

/** The lines a range stands on; a line that runs on in small letters belongs to the same paragraph. */
function paragraphAround(text, range) {
  let from = text.lastIndexOf("\n", range.start - 1) + 1;
  if (range.start === 0) from = 0;
  let to = text.indexOf("\n", range.end);
  if (to < 0) to = text.length;
  const runsOn = (at) => /\p{Ll}/u.test(text[at + 1] || "") && !/[\n.!?:;]/.test(text[at - 1] || "\n");
  for (let lines = 0; lines < 12 && from > 0 && runsOn(from - 1); lines += 1)
    from = text.lastIndexOf("\n", from - 2) + 1;
  for (let lines = 0; lines < 12 && to < text.length && runsOn(to); lines += 1) {
    to = text.indexOf("\n", to + 1);
    if (to < 0) to = text.length;
  }
  return { start: from, end: to };
}

/** Where the sentences of a paragraph end. Without the browser's own rules the paragraph is one sentence. */
function sentenceEnds(paragraph, language) {
  if (!Intl.Segmenter) return [paragraph.length];
  const ends = [];
  for (const part of new Intl.Segmenter(language || "en", { granularity: "sentence" }).segment(paragraph))
    if (!ABBREVIATION.test(part.segment)) ends.push(part.index + part.segment.length);
  return ends;
}

/** The sentence, or sentences, around a range of a report's text, without blanks at either end. */
function sentenceAround(report, range) {
  const paragraph = paragraphAround(report.text, range);
  let { start, end } = paragraph;
  for (const length of sentenceEnds(report.text.slice(start, end), report.language)) {
    const stop = paragraph.start + length;
    if (stop <= range.start) start = stop;
    if (stop >= range.end) {
      end = stop;
      break;
    }
  }
  while (start < range.start && /\s/.test(report.text[start])) start += 1;
  while (end > range.end && /\s/.test(report.text[end - 1])) end -= 1;
  return { start, end };
}

/** A span in its sentence, long sentences cut; `marks` are further marks inside it. */
function inSentence(span, marks = [], kind = "said") {
  const report = reports.get(span.document);
  const range = rangeOf(span);
  let { start, end } = sentenceAround(report, range);
  const cutBefore = range.start - start > REACH;
  const cutAfter = end - range.end > REACH;
  if (cutBefore) start = report.text.indexOf(" ", range.start - REACH) + 1;
  if (cutAfter) end = report.text.lastIndexOf(" ", range.end + REACH);
  return [
    cutBefore ? "… " : null,
    pieces(report.text, Math.min(start, range.start), Math.max(end, range.end), [{ ...range, kind }, ...marks]),
    cutAfter ? " …" : null,
  ];
}

/** The range of the compared value inside a statement, or null where none can be pointed at. */
function valueRange(statement, value, kind) {
  const amounts = statement.quantities.map((id) => quantities.get(id)).filter(Boolean);
  const days = statement.dates.map((id) => dates.get(id)).filter(Boolean);
  const range = rangeOf(statement.span);
  const words = reports.get(statement.span.document).text.slice(range.start, range.end);
  if (value !== null) {
    const number = Number(value.replace(/[,\s]/g, ""));
    const amount = amounts.find((each) => each.value === number || [each.low, each.high].includes(number));
    if (amount) return rangeOf(amount.span);
    const day =
      days.find((each) => each.value === value) || days.find((each) => each.value && each.value.startsWith(value));
    if (day) return rangeOf(day.span);
    const at = words.toLowerCase().indexOf(value.toLowerCase());
    if (at >= 0 && value.length > 1) return { start: range.start + at, end: range.start + at + value.length };
  }
  const typed =
    kind === "number" || kind === "duration"
      ? [...amounts, ...days.filter((day) => day.kind === "duration")]
      : kind === "date"
        ? days
        : [];
  return typed.length === 1 ? rangeOf(typed[0].span) : null;
}

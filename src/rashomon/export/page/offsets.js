// Offsets in the apparatus count Unicode code points; strings in a browser count UTF-16 units.
// This file is the only place that turns the one into the other.

/** For each code point of the text its place in UTF-16 units, and the end; null where both count alike. */
function unitTable(text) {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return null;
  const table = [];
  let unit = 0;
  for (const character of text) {
    table.push(unit);
    unit += character.length;
  }
  table.push(unit);
  return table;
}

/** The half-open range of UTF-16 units that a half-open range of code points covers. */
function unitRange(table, start, end) {
  return table ? { start: table[start], end: table[end] } : { start, end };
}

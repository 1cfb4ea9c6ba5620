// Builds elements. Text reaches the page through text nodes and attributes alone, never as markup.

/** An element with attributes (`onclick` and the like take functions; null and false are left out) and children. */
function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Words for a screen reader only. */
const unseen = (words) => element("span", { class: "unseen" }, words);

/** A list in which only the first `limit` nodes are open; the rest follow at a press, when printed, or when searched. */
function folded(nodes, limit, list = "div") {
  if (nodes.length <= limit + 2) return [element(list, { class: "rows" }, nodes)];
  const rest = element(list, { class: "rows rest", hidden: "until-found" }, nodes.slice(limit));
  const more = element(
    "button",
    { class: "more", type: "button", onclick: () => unfold(rest) },
    `Show ${nodes.length - limit} more`,
  );
  rest.addEventListener("beforematch", () => unfold(rest));
  rest.more = more;
  return [element(list, { class: "rows" }, nodes.slice(0, limit)), rest, more];
}

/** Opens the folded rest of a list for good. */
function unfold(rest) {
  rest.removeAttribute("hidden");
  rest.more.remove();
  rest.opened = true;
}

/** Says something to a screen reader, and shows it for a moment. */
function announce(words) {
  const status = document.getElementById("status");
  status.textContent = words;
  const note = element("p", { class: "note", "aria-hidden": "true" }, words);
  for (const old of document.querySelectorAll(".note")) old.remove();
  document.body.append(note);
  setTimeout(() => note.remove(), 2400);
}

/** "1 report", "5 reports". */
const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;

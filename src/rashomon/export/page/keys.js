// The keyboard, and the help that documents it. Single keys can be turned off, as assistive technology may use them.

const KEYS = [
  ["?", "Keys and labels", () => openHelp()],
  ["/", "Search", () => document.getElementById("search").focus()],
  [`1 to ${VIEWS.length}`, "Views, from left to right", null],
  ["j", "Next row", () => step(1)],
  ["k", "Previous row", () => step(-1)],
  ["Enter", "From a row: to its first words in the full report", null],
  ["c", "Copy the first words of the row with citation", () => pressIn(".cite")],
  ["l", "Copy the link of the row", () => rowHere() && copyText(addressOf(rowHere().id), "Link copied")],
  ["x", "Clear search and filters", () => clearFilter()],
  ["t", "Light or dark", () => turnTheme()],
  ["Esc", "Close the report or this help", null],
  ["Arrow keys", "By report: down and up a report; left and right to the aligned words", null],
];
let singleKeys = recall("keys") !== "off";

const rowHere = () => document.activeElement && document.activeElement.closest(".row[id], .moment[id]");

/** Moves the focus to the next or previous row that can be seen. */
function step(by) {
  const rows = [...document.querySelectorAll(".view:not([hidden]) .row[id], .view:not([hidden]) .moment[id]")].filter(
    (row) => row.checkVisibility(),
  );
  const here = rows.indexOf(rowHere());
  const next = rows[here < 0 ? (by > 0 ? 0 : rows.length - 1) : here + by];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function pressIn(selector) {
  const button = rowHere() && rowHere().querySelector(selector);
  if (button) button.click();
}

function onKey(event) {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "Escape") {
    if (typing) typing.blur();
    else if (!document.getElementById("reader").hidden) closeReader();
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Enter" && event.target === rowHere()) {
    const words = event.target.querySelector(".words");
    if (words) words.click();
    return;
  }
  if (!singleKeys) return;
  const view = VIEWS[Number(event.key) - 1];
  const known = KEYS.find(([key, , act]) => key === event.key && act);
  if (view) {
    location.hash = view[0];
    followAddress(); // the browser tells of a new address later, and the next key must not meet the old view
  } else if (known) known[2]();
  if (view || known) event.preventDefault();
}

/** The help: keys, what the severities mean, what the marks mean. */
function helpDialog() {
  const toggle = element("input", {
    type: "checkbox",
    id: "single-keys",
    checked: singleKeys,
    onchange: (event) => {
      singleKeys = event.target.checked;
      remember("keys", singleKeys ? "on" : "off");
    },
  });
  const close = () => document.getElementById("help").close();
  return element(
    "dialog",
    { id: "help", "aria-labelledby": "help-heading", onclick: (event) => event.target.id === "help" && close() },
    element(
      "div",
      { class: "sheet" },
      element("button", { class: "close", type: "button", onclick: close }, "Close"),
      element("h2", { id: "help-heading" }, "Keys and labels"),
      element(
        "dl",
        { class: "keys" },
        KEYS.map(([key, words]) => [element("dt", {}, element("kbd", {}, key)), element("dd", {}, words)]),
      ),
      element("p", {}, element("label", {}, toggle, " Single keys act (Esc, Enter and the arrow keys always do)")),
      element("h3", {}, "What the labels mean"),
      element(
        "dl",
        { class: "legend" },
        Object.entries(SEVERITIES).map(([severity, [one, , meaning]]) => [
          element("dt", {}, element("span", { class: `badge ${severity}` }, one)),
          element("dd", {}, meaning),
        ]),
        [
          ["All say", "The same point from at least two independent origins."],
          ["From one origin", "Said by several reports that count once: one text, one speaker or one outlet is behind them."],
          ["Only here", "Said by one report."],
          ["Confidence", "How likely an editor who reads both passages accepts the difference, 0 to 1."],
          ["Not mentioned", "The report is silent. Silence is never a contradiction."],
        ].map(([term, words]) => [element("dt", {}, term), element("dd", {}, words)]),
        element("dt", {}, element("mark", { class: "said" }, "words")),
        element("dd", {}, "The exact words of the report; darker: the value compared."),
        element("dt", {}, element("span", { class: "siglum said" }, "A")),
        element("dd", {}, "The label of a report, in order of publication; dashed: silent."),
      ),
    ),
  );
}

const openHelp = () => document.getElementById("help").showModal();

/** What the reader chose before, where the browser keeps such things for pages from disk. */
function recall(key) {
  try {
    return localStorage.getItem(`rashomon-${key}`);
  } catch {
    return null;
  }
}

function remember(key, value) {
  try {
    localStorage.setItem(`rashomon-${key}`, value);
  } catch {
    // A browser that keeps nothing forgets the choice with the page; nothing else is lost.
  }
}

const isDark = () =>
  (document.documentElement.dataset.theme ||
    (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

function turnTheme() {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  remember("theme", theme);
  announce(theme === "dark" ? "Dark" : "Light");
}

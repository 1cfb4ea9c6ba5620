// Puts the page together and follows the address: a view, a row, or a place in a report.

let view = null;
let beforeReader = null;
let opener = null;
let filterTimer = 0;
const scrolled = new Map();

function setFilter(key, value) {
  filter[key] = value;
  clearTimeout(filterTimer);
  filterTimer = setTimeout(() => applyFilter(view), key === "text" ? 120 : 0);
}

function clearFilter() {
  Object.assign(filter, NO_FILTER);
  for (const field of document.querySelectorAll(".filters input, .filters select")) field.value = "";
  applyFilter(view);
}

/** Shows a view, made at its first visit. */
function showView(id) {
  if (view === id) return;
  if (view) scrolled.set(view, scrollY);
  view = id;
  const root = document.getElementById(`view-${id}`);
  if (!root.firstChild) {
    const [, title, make] = VIEWS.find(([each]) => each === id);
    root.append(element("h2", { class: "unseen" }, title), ...[make()].flat(Infinity).filter(Boolean));
  }
  for (const each of document.querySelectorAll(".view")) each.hidden = each !== root;
  for (const tab of document.querySelectorAll("[data-view]")) {
    if (tab.dataset.view === id) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  document.body.dataset.view = id;
  applyFilter(id, false);
}

/** The view in which a row of this id stands. */
function viewOfRow(id) {
  if (SECTIONS.some(([section]) => section === id) || entries.has(id)) return "points";
  if (entities.has(id)) return "names";
  if (quotes.has(id) || id.startsWith("renderings-")) return "quotations";
  if (id.startsWith("moment-")) return "timeline";
  if (id.startsWith("altered-")) return histories.has(id.slice(8)) ? "altered" : null;
  return id.startsWith("copy-") ? "copies" : null;
}

/** Follows the address. */
function followAddress() {
  const hash = decodeURIComponent(location.hash.slice(1));
  const place = /^read\/([^/]+)(?:\/(\d+)-(\d+))?$/.exec(hash);
  if (place && reports.has(place[1])) return showPlace(place);
  hideReader();
  beforeReader = hash;
  if (!hash || VIEWS.some(([id]) => id === hash)) {
    const before = view;
    showView(hash || "points");
    if (before !== view)
      scrollTo(0, scrolled.has(view) ? scrolled.get(view) : before ? Math.min(scrollY, tabsTop()) : 0);
    if (before && view === "reports") scrollTo(0, tabsTop());
    return;
  }
  const home = viewOfRow(hash);
  showView(home || view || "points");
  if (!home || !showRow(hash)) announce("The link names a row that is not on this page");
}

function showPlace([, id, start, end]) {
  if (!view) showView("points");
  const closed = document.getElementById("reader").hidden;
  if (closed) opener = document.activeElement;
  const before = closed ? opener.getBoundingClientRect().top : 0;
  openReader({ document: id, start: Number(start || 0), end: Number(end || 0) });
  if (closed && opener !== document.body) scrollBy(0, opener.getBoundingClientRect().top - before);
}

/** How far the page scrolls until the choice of views stands at the top. */
const tabsTop = () =>
  document.querySelector(".desk").getBoundingClientRect().top +
  scrollY -
  document.querySelector(".views").offsetHeight;

/** Brings a row into sight, out of folds and filters, and puts the focus on it. */
function showRow(id) {
  const row = document.getElementById(id) || document.getElementById((entries.get(id) || {}).under);
  if (!row) return false;
  for (let fold = row.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const rest = row.closest(".rest");
  if (row.hidden || row.closest("[hidden]:not(.rest)")) clearFilter();
  if (rest && rest.more) unfold(rest);
  row.scrollIntoView({ block: "start" });
  if (row.tabIndex < 0) row.focus({ preventScroll: true });
  return true;
}

function hideReader() {
  document.getElementById("reader").hidden = true;
  document.body.classList.remove("reading-open");
}

/** Closes the report and gives the address and the focus back to where it was opened. */
function closeReader() {
  hideReader();
  history.pushState(null, "", beforeReader ? `#${beforeReader}` : location.href.split("#")[0]);
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
}

/** Before printing, everything that is folded opens. */
function openAll() {
  for (const rest of document.querySelectorAll(".view:not([hidden]) .rest")) unfold(rest);
  for (const fold of document.querySelectorAll(".view:not([hidden]) details")) fold.open = true;
}

function start() {
  const theme = recall("theme");
  if (theme) document.documentElement.dataset.theme = theme;
  const main = element(
    "main",
    { id: "main", tabindex: "-1" },
    VIEWS.map(([id]) => element("div", { class: "view", id: `view-${id}`, hidden: true })),
  );
  const reader = element("aside", { id: "reader", "aria-label": "Full report", hidden: true });
  document
    .getElementById("page")
    .replaceChildren(masthead(), viewTabs(), element("div", { class: "desk" }, rail(), main), reader, helpDialog());
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  addEventListener("hashchange", followAddress);
  addEventListener("keydown", onKey);
  addEventListener("beforeprint", openAll);
  followAddress();
}

start();

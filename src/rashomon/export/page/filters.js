// Search and filter: one set of wishes for all views, a list of what each view can show and hide.

const NO_FILTER = { text: "", report: "", name: "", kind: "", severity: "" };
const NO_FACETS = { says: new Set(), silent: new Set(), names: new Set(), kind: "", severity: "", repeated: false };
const filter = { ...NO_FILTER };
const items = new Map();

/** Makes a node of a view answer to the filter. `facets`: text, says, silent, names (sets), kind,
 * severity; `repeated` where the row stands elsewhere too and is not to be counted. */
function filtered(view, node, facets) {
  if (!items.has(view)) items.set(view, []);
  items.get(view).push({ ...NO_FACETS, ...facets, node, folded: fold(facets.text) });
  node.dataset.row = "";
  return node;
}

function passes(item, words) {
  const [how, report] = filter.report.split(" ");
  return (
    words.every((word) => item.folded.includes(word)) &&
    (!report || item[how].has(report)) &&
    (!filter.name || item.names.has(filter.name)) &&
    (!filter.kind || item.kind === filter.kind) &&
    (!filter.severity || item.severity === filter.severity)
  );
}

/** Shows what the filter asks for, hides the rest, counts, and says the count. */
function applyFilter(view, say = true) {
  const root = document.getElementById(`view-${view}`);
  const list = items.get(view) || [];
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  const wanted = Object.values(filter).some(Boolean);
  let shown = 0;
  for (const item of list) {
    const pass = passes(item, words);
    item.node.hidden = !pass;
    shown += pass && !item.repeated ? 1 : 0;
  }
  for (const rest of root.querySelectorAll(".rest")) {
    if (rest.opened) continue;
    if (wanted) rest.removeAttribute("hidden");
    else rest.setAttribute("hidden", "until-found");
    rest.more.hidden = wanted;
  }
  for (const group of [...root.querySelectorAll("[data-group]")].reverse()) countGroup(group, wanted);
  const all = list.filter((item) => !item.repeated).length;
  const result = wanted ? `${shown} of ${all} shown` : `All ${all} shown`;
  for (const place of document.querySelectorAll(".shown")) place.textContent = result;
  document.body.classList.toggle("filtering", wanted);
  if (say) document.getElementById("status").textContent = result;
}

function countGroup(group, wanted) {
  const rows = [...group.querySelectorAll("[data-row]")];
  const shown = rows.filter((row) => !row.hidden).length;
  for (const place of document.querySelectorAll(`[data-count="${group.dataset.group}"]`))
    place.textContent = String(shown);
  group.hidden = wanted && rows.length > 0 && shown === 0;
}

// The view "Who is who": every spelling of every name, why spellings were joined, titles, descriptions, relations.

const KINDS = { person: "People", organisation: "Organisations", place: "Places", other: "Other names" };
const OPEN_NAMES = 40;

function namesView() {
  if (!apparatus.entities.length) return element("p", { class: "none" }, "No name was found in these reports.");
  const groups = Object.entries(KINDS).map(([kind, title]) => {
    const list = apparatus.entities.filter((entity) => entity.kind === kind).sort(byReach);
    if (!list.length) return null;
    const group = `names-${kind}`;
    return element(
      "section",
      { class: "names", "data-group": group, "aria-labelledby": `${group}-heading` },
      element(
        "h2",
        { id: `${group}-heading` },
        `${title} `,
        element("span", { class: "count", "data-count": group }, String(list.length)),
      ),
      folded(list.map(entityRow), OPEN_NAMES),
    );
  });
  return [groups, framingSection()];
}

const mentionsOf = (entity) => entity.forms.flatMap((form) => form.spans);
const witnessesOfEntity = (entity) => inOrder(mentionsOf(entity).map((span) => span.document));

/** Names in many reports first, then names often used; ties by name. */
function byReach(a, b) {
  return (
    witnessesOfEntity(b).length - witnessesOfEntity(a).length ||
    mentionsOf(b).length - mentionsOf(a).length ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  );
}

function entityRow(entity) {
  const relations = apparatus.relations.filter(
    (relation) => relation.subject === entity.id || relation.object === entity.id,
  );
  const joins = entity.links.filter((link) => link.judgement === "same");
  const unsure = entity.links.filter((link) => link.judgement !== "same");
  const row = element(
    "article",
    { class: "row name", id: entity.id, tabindex: "-1", "aria-labelledby": `${entity.id}-name` },
    element(
      "header",
      {},
      element("h3", { id: `${entity.id}-name`, dir: "auto" }, entity.name),
      element(
        "p",
        { class: "witnesses" },
        witnessesOfEntity(entity).map((id) => siglum(id)),
      ),
      rowLink(entity.id),
    ),
    element(
      "dl",
      {},
      formsLine("Written", entity.forms),
      formsLine("Titles", entity.titles),
      formsLine("Also called", entity.descriptions),
      relations.length > 0 && [
        element("dt", {}, "Relations"),
        element(
          "dd",
          {},
          element(
            "ul",
            {},
            relations.map((relation) => relationLine(relation, entity)),
          ),
        ),
      ],
    ),
    linksFold("Why joined", joins),
    linksFold("Unsure", unsure),
  );
  return filtered("names", row, {
    text: [entity.name, ...[...entity.forms, ...entity.titles, ...entity.descriptions].map((form) => form.text)].join(
      "\n",
    ),
    says: new Set(witnessesOfEntity(entity)),
    silent: new Set(
      apparatus.documents.map((report) => report.id).filter((id) => !witnessesOfEntity(entity).includes(id)),
    ),
    names: new Set([entity.id, ...relations.flatMap((relation) => [relation.subject, relation.object])]),
  });
}

/** Spellings with the reports that use them; each siglum leads to the places. */
function formsLine(label, forms) {
  if (!forms.length) return null;
  return [
    element("dt", {}, label),
    element(
      "dd",
      {},
      element(
        "ul",
        { class: "forms" },
        forms.map((form) =>
          element(
            "li",
            {},
            element("span", { class: "form", dir: "auto" }, form.text),
            inOrder(form.spans.map((span) => span.document)).map((id) => places(form, id)),
          ),
        ),
      ),
    ),
  ];
}

/** The places of a form or a relation in one report, as a link to the first of them. */
function places(held, id) {
  const spans = held.spans.filter((span) => span.document === id);
  const words = `${nameOf(reports.get(id))}: ${counted(spans.length, "place", "places")}`;
  return element(
    "a",
    { class: "place", href: placeOf(spans[0]), title: words },
    siglum(id),
    spans.length > 1 && element("span", { class: "times" }, `×${spans.length}`),
    unseen(` ${words}`),
  );
}

function relationLine(relation, entity) {
  const name = (id) =>
    id === entity.id
      ? element("span", {}, entities.get(id).name)
      : element("a", { href: `#${id}` }, (entities.get(id) || { name: "?" }).name);
  return element(
    "li",
    {},
    name(relation.subject),
    ` — ${relation.kind} — `,
    name(relation.object),
    inOrder(relation.spans.map((span) => span.document)).map((id) => places(relation, id)),
  );
}

function linksFold(label, links) {
  if (!links.length) return null;
  const line = (link) =>
    element(
      "li",
      { class: link.judgement },
      spelling(link.a),
      element(
        "span",
        { class: "join" },
        { same: "=", different: "≠", unsure: "?" }[link.judgement],
        unseen(link.judgement),
      ),
      spelling(link.b),
      element("span", { class: "why" }, link.why, element("span", { class: "score" }, ` ${link.score.toFixed(2)}`)),
    );
  return element(
    "details",
    { class: "joins" },
    element("summary", {}, `${label} `, element("span", { class: "count" }, String(links.length))),
    element("ul", {}, links.map(line)),
  );
}

const spelling = (span) =>
  element("a", { class: "spelling", href: placeOf(span), dir: "auto" }, siglum(span.document), ` ${lineOf(span)}`);

/** Different words for one thing. */
function framingSection() {
  if (!apparatus.framing.length) return null;
  const line = (framing) =>
    element(
      "li",
      { class: "row framing" },
      framing.concept && entities.has(framing.concept) && element("h3", {}, entities.get(framing.concept).name),
      element("dl", {}, formsLine("In words", framing.terms)),
    );
  return element(
    "section",
    { class: "names", "aria-labelledby": "framing-heading" },
    element("h2", { id: "framing-heading" }, "Different words for one thing"),
    element("ul", { class: "rows" }, apparatus.framing.map(line)),
  );
}

// A finding, a page, an operation: each as something that opens.
const place = ({ page, line, column }) => `${page.path}:${line}:${column}`;
const counts = findings => severities.map(severity => {
  const count = countOf(findings, severity);
  return count ? badge(severity, counted(count, severity)) : null;
});
const pageLink = page => page.kind === "part" ? code(page.path) : inside(["pages", page.path], code(page.path));
const published = page => page.url ? el("p", {}, outside(page.url, "The published page")) : null;
const listed = (heading, parts, most = Infinity) => parts.length ? [
  el("h3", {}, heading),
  el("ul", {}, ...parts.slice(0, most).map(part => el("li", {}, ...part)), parts.length > most ? el("li", {}, `and ${number(parts.length - most)} more`) : null),
] : [];
const operationLine = operation => [
  inside(["routes", `${operation.method} ${operation.path}`], method(operation.method), " ", code(operation.path)),
  " → ", rust(operation.item), operation.guessed ? badge("warning", "answer guessed") : null,
];
const typeLine = type => [rust(type.item), ` ${counted(type.members, "member")}`];
const itemsOf = page => [
  ...listed(counted(page.operations.length, "operation"), page.operations.map(operationLine)),
  ...listed(counted(page.types.length, "type"), page.types.map(typeLine)),
];
const excerpt = ([first, before, marked, behind]) => {
  const pre = el("pre", {}, before, marked ? el("mark", {}, marked) : null, behind);
  const lines = (before + marked + behind).replace(/\n$/, "").split("\n").length;
  const numbers = el("pre", { class: "lines", "aria-hidden": "true" }, Array.from({ length: lines }, (_, index) => first + index).join("\n"));
  return el("div", { class: "excerpt" }, numbers, pre);
};
// How an item is declared.
const declared = ([, , line]) => line ? el("pre", { class: "rust" }, el("code", {}, line)) : null;
// An item where it is documented, or else where the report shows it.
const itemLink = item => {
  const thing = items.get(item[0]) || items.get(item[0].replace(/::[^:]+$/, ""));
  if (item[1] || !thing) return rust(item);
  if (thing.method) return inside(["routes", `${thing.method} ${thing.path}`], code(item[0]));
  return thing.pages.length ? inside(["pages", thing.pages[0].path], code(item[0])) : rust(item);
};
const concerned = finding => finding.items.length
  ? listed("The Rust of these lines", finding.items.map(item => [itemLink(item), declared(item)]))
  : isEmpty(finding.page) ? [el("p", {}, "Nothing in the crate comes from this page.")]
  : listed("The Rust of this page", [...finding.page.operations, ...finding.page.types].map(thing => [itemLink(thing.item), declared(thing.item)]), 8);
const findingEntry = (finding, onPage) => opening(
  [badge(finding.severity), " ", code(finding.code), " ", message(finding.message), " ", el("span", { class: "place" }, onPage ? `line ${finding.line}` : place(finding))],
  () => [el("div", { class: "inside" },
    el("p", {}, data.codes[finding.code][1]),
    excerpt(finding.excerpt),
    finding.fix ? el("p", {}, code("lint --fix"), " mends it: ", message(finding.fix)) : null,
    ...listed("Further places", finding.related.map(other => [message(other.label), ": ", pageLink(other.page), `:${other.line}:${other.column}`]), 12),
    ...concerned(finding),
    onPage ? null : el("p", {}, "Page: ", pageLink(finding.page)), onPage ? null : published(finding.page))],
);
const pageEntry = page => opening(
  [el("strong", {}, page.title || page.path), " ", el("span", { class: "place" }, page.path), " ",
    isEmpty(page) ? badge("quiet", "no item") : badge("quiet", [[page.operations, "operation"], [page.types, "type"]].filter(([list]) => list.length).map(([list, noun]) => counted(list.length, noun)).join(", ")),
    ...counts(page.findings)],
  () => [el("div", { class: "inside" },
    el("p", {}, `Area ${page.area}; ${page.examples ? `${page.tested} of ${counted(page.examples, "example")} tested` : "no examples"}.`),
    published(page), ...itemsOf(page),
    ...(page.findings.length ? [el("h3", {}, counted(page.findings.length, "finding")), ...page.findings.map(finding => findingEntry(finding, true))] : []))],
);
// `path` is what of its path is not told by what stands around it.
const operationEntry = (operation, path = operation.path) => opening(
  [method(operation.method), " ", path ? code(path) : null, path ? " " : null, el("span", { class: "place" }, `→ ${operation.item[0]} `), operation.guessed ? badge("warning", "answer guessed") : null],
  () => [el("div", { class: "inside" },
    el("p", {}, method(operation.method), " ", code(operation.path), " → ", rust(operation.item)),
    declared(operation.item),
    el("p", {}, `Area ${operation.area}; the answer rests on ${operation.basis}.`),
    ...listed(operation.pages.length === 1 ? "Page" : "Pages", operation.pages.map(page => [pageLink(page), page.url ? " " : null, page.url ? outside(page.url, "published") : null])))],
);

// The counts, and the three tables.
const guessed = data.operations.filter(operation => operation.guessed).length;
const unpaged = data.types.filter(type => !type.pages.length).length;
const empty = pages.filter(isEmpty).length;
const card = (value, label, part, whole, note, kind) => el("li", {}, el("strong", {}, number(value)), " ", label, bar(part, whole, kind), el("span", { class: "place" }, note));
find("#read").textContent = `${data.folders.join(", ")}: ${counted(pages.length, "page")}, ${counted(data.findings.length, "finding")}${data.allowed ? `, ${number(data.allowed)} more allowed by the pages` : ""}.`;
find(".cards").append(
  card(pages.length, "pages", pages.length - empty, pages.length, `${number(empty)} without an item`),
  card(data.operations.length, "operations", data.operations.length - guessed, data.operations.length, `${counted(guessed, "answer")} guessed`),
  card(data.types.length, "types", data.types.length - unpaged, data.types.length, unpaged ? `${number(unpaged)} without a page` : "each from a page"),
  card(data.examples, "examples", data.tested, data.examples, `${percent(data.tested, data.examples)} are tests`),
  ...severities.map(severity => {
    const found = data.findings.filter(finding => finding.severity === severity);
    const on = new Set(found.map(finding => finding.page)).size;
    return card(found.length, `${severity}s`, on, pages.length, `on ${counted(on, "page")}`, severity);
  }),
);
const share = (label, part, whole) => ({
  label, of: row => whole(row) ? part(row) / whole(row) : -1,
  show: row => whole(row) ? [bar(part(row), whole(row)), el("span", { class: "share" }, percent(part(row), whole(row)))] : "–",
});
const severityColumn = (severity, address) => ({
  label: `${severity[0].toUpperCase()}${severity.slice(1)}s`,
  of: row => countOf(row.findings, severity),
  show: row => { const count = countOf(row.findings, severity); return count ? inside(address(row, severity), number(count)) : "0"; },
});
const rowsOfAreas = areas.map(area => {
  const of = list => list.filter(thing => thing.area === area);
  return { area, pages: of(pages), operations: of(data.operations), types: of(data.types), findings: data.findings.filter(finding => finding.page.area === area) };
});
const weight = findings => sum(findings, finding => weights[finding.severity]);
const stacked = (findings, whole) => el("span", { class: "bar wide", "aria-hidden": "true" }, ...severities.map(severity => {
  const part = el("span", { class: severity });
  part.style.width = `${whole ? 100 * weights[severity] * countOf(findings, severity) / whole : 0}%`;
  return part;
}));
const heaviest = Math.max(...rowsOfAreas.map(row => weight(row.findings)));
const pagesColumn = { label: "Pages", of: row => row.pages.length };
find("#areas .table").append(table("Coverage by area", [
  { label: "Area", text: true, of: row => row.area, show: row => inside(["pages", "", row.area], row.area) },
  pagesColumn,
  { label: "No item", of: row => row.pages.filter(isEmpty).length, show: row => { const count = row.pages.filter(isEmpty).length; return count ? inside(["pages", "", row.area, "nothing"], number(count)) : "0"; } },
  { label: "Operations", of: row => row.operations.length },
  { label: "Guessed answers", of: row => row.operations.filter(operation => operation.guessed).length },
  { label: "Types", of: row => row.types.length },
  { label: "Examples", of: row => sum(row.pages, page => page.examples) },
  share("Tested", row => sum(row.pages, page => page.tested), row => sum(row.pages, page => page.examples)),
  ...severities.map(severity => severityColumn(severity, (row, severity) => ["findings", "", row.area, severity])),
  { label: "Findings", of: row => weight(row.findings), show: row => stacked(row.findings, heaviest) },
], rowsOfAreas, pagesColumn));
const rowsOfCodes = [...groupBy(data.findings, finding => finding.code)].map(([code, findings]) => ({
  code, findings, pages: new Set(findings.map(finding => finding.page)).size,
  areas: [...groupBy(findings, finding => finding.page.area)].sort(([, one], [, other]) => other.length - one.length),
}));
const mostOfCode = Math.max(...rowsOfCodes.map(row => row.findings.length), 1);
const areaLinks = (row, list) => list.flatMap(([area, findings], index) => [index ? ", " : "", inside(["findings", row.code, area], area), ` ${number(findings.length)}`]);
const findingsColumn = { label: "Findings", of: row => row.findings.length, show: row => [bar(row.findings.length, mostOfCode, data.codes[row.code][0]), el("span", { class: "share" }, number(row.findings.length))] };
find("#codes .table").append(table("Findings by code", [
  { label: "Code", text: true, of: row => row.code, show: row => [inside(["findings", row.code], code(row.code)), el("div", { class: "place" }, data.codes[row.code][1])] },
  { label: "Severity", text: true, of: row => String(severities.indexOf(data.codes[row.code][0])), show: row => badge(data.codes[row.code][0]) },
  findingsColumn,
  { label: "Pages", of: row => row.pages },
  { label: "Areas", of: row => row.areas.length, show: row => [el("div", { class: "areas" }, ...areaLinks(row, row.areas.slice(0, 3)),
    row.areas.length > 3 ? opening([`${row.areas.length - 3} more`], () => [el("p", {}, ...areaLinks(row, row.areas.slice(3)))]) : null)] },
], rowsOfCodes, findingsColumn));
const findingsIn = (row, area) => (row.areas.find(([name]) => name === area) || [, []])[1];
const areasByFindings = rowsOfAreas.filter(row => row.findings.length)
  .sort((one, other) => other.findings.length - one.findings.length).map(row => row.area);
if (rowsOfCodes.length) find("#codes .table").append(el("h3", {}, "Where each code is found"),
  matrix("Findings by code and area, as a matrix", [...rowsOfCodes].sort((one, other) => other.findings.length - one.findings.length), areasByFindings, findingsIn));
const weightColumn = { label: "Weight", of: page => weight(page.findings), show: page => [stacked(page.findings, weight(worst[0].findings)), el("span", { class: "share" }, number(weight(page.findings)))] };
const worst = data.pages.filter(page => page.findings.length).sort((one, other) => weight(other.findings) - weight(one.findings)).slice(0, 20);
find("#worst .table").append(table("The twenty pages with the gravest findings", [
  { label: "Page", text: true, of: page => page.path, show: page => [pageLink(page), el("div", { class: "place" }, page.title)] },
  { label: "Area", text: true, of: page => page.area },
  ...severities.map(severity => severityColumn(severity, (page, severity) => ["findings", "", "", severity, page.path])),
  { label: "Items", of: page => page.operations.length + page.types.length },
  weightColumn,
], worst, weightColumn));

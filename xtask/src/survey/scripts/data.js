// The data with each thing tied to what it is about.
const data = JSON.parse(document.querySelector("#data").textContent);
const severities = ["error", "warning", "note"];
const weights = { error: 10, warning: 3, note: 1 };
for (const page of data.pages) Object.assign(page, { area: page.area || "no area", operations: [], types: [], findings: [] });
const items = new Map();
const tie = (thing, kind) => {
  thing.pages = thing.pages.map(index => data.pages[index]);
  thing.area ||= "no area";
  for (const page of thing.pages) page[kind].push(thing);
  items.set(thing.item[0], thing);
};
for (const operation of data.operations) tie(operation, "operations");
for (const type of data.types) tie(type, "types");
for (const finding of data.findings) {
  finding.page = data.pages[finding.page];
  finding.severity = data.codes[finding.code][0];
  finding.page.findings.push(finding);
  for (const place of finding.related) place.page = data.pages[place.page];
}
// What is part of other pages, or could not be read, is no page by itself.
const pages = data.pages.filter(page => page.kind !== "part");
const areas = [...new Set([...pages, ...data.operations, ...data.types, ...data.findings.map(finding => finding.page)].map(thing => thing.area))].sort();
const countOf = (findings, severity) => findings.filter(finding => finding.severity === severity).length;
const isEmpty = page => !page.operations.length && !page.types.length;
const sum = (list, of) => list.reduce((total, thing) => total + (of(thing) || 0), 0);
const groupBy = (list, of) => {
  const groups = new Map();
  for (const thing of list) {
    const key = of(thing);
    if (groups.has(key)) groups.get(key).push(thing); else groups.set(key, [thing]);
  }
  return groups;
};

// The filters, and what an address asks of them: `#findings/CODE/AREA/SEVERITY/TEXT`, `#pages/TEXT/AREA/BECAME`, `#routes/TEXT`.
const order = finding => severities.indexOf(finding.severity);
const findings = filtered(find("#findings"), "finding", [...data.findings].sort((one, other) => order(one) - order(other)), {
  text: finding => `${finding.code} ${finding.message} ${finding.page.path} ${finding.page.title || ""} ${finding.items.map(([path]) => path).join(" ")}`,
  fits: (finding, { severity, code, area }) => (!severity.value || finding.severity === severity.value) && (!code.value || finding.code === code.value) && (!area.value || finding.page.area === area.value),
  entry: finding => findingEntry(finding, false),
});
const pageList = filtered(find("#pages"), "page", pages, {
  text: page => `${page.path} ${page.title} ${[...page.operations, ...page.types].map(thing => thing.item[0]).join(" ")}`,
  fits: (page, { kind, area, became }) => (!kind.value || page.kind === kind.value) && (!area.value || page.area === area.value)
    && (!became.value || (became.value === "nothing") === isEmpty(page)),
  entry: pageEntry,
});
choices(findings.fields.severity, "any", severities);
choices(findings.fields.code, "any", Object.keys(data.codes).sort());
choices(findings.fields.area, "any", areas);
choices(pageList.fields.kind, "any", ["operation", "resource", "enum", "other"]);
choices(pageList.fields.area, "any", areas);
choices(pageList.fields.became, "anything", ["items", "nothing"]);
findings.show();
pageList.show();
const go = () => {
  const [section, ...values] = location.hash.slice(1).split("/").map(part => { try { return decodeURIComponent(part); } catch { return part; } });
  if (!values.length) return;
  if (section === "findings") findings.only({ code: values[0], area: values[1], severity: values[2], text: values[3] });
  else if (section === "pages") pageList.only({ text: values[0], area: values[1], became: values[2] });
  else if (section === "routes") routes.only(values[0]);
  else return;
  const target = document.getElementById(section);
  target.scrollIntoView();
  target.focus({ preventScroll: true });
};
addEventListener("hashchange", go);
// A link to where the reader is already, whose filters have changed since.
addEventListener("click", event => { if (event.target.closest("a")?.getAttribute("href") === location.hash) go(); });
go();

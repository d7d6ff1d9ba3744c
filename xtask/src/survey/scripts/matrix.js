// Findings by code and area: a cell for each pair, darker the more there are. The areas with most findings stand first.
const SHOWN = 10;
const matrix = (caption, rows, columns, cellOf) => {
  const most = Math.max(...rows.flatMap(row => columns.map(column => cellOf(row, column).length)), 1);
  const element = el("table", { class: "matrix" });
  const all = el("button", { type: "button" }, `Show all ${columns.length} areas`);
  const show = shown => {
    const rest = columns.slice(shown.length);
    const cell = (row, of, address) => {
      const td = el("td", { class: data.codes[row.code][0] }, of.length ? address ? inside(address, number(of.length)) : number(of.length) : "");
      // The square root keeps a single finding visible beside a hundred.
      td.style.setProperty("--share", Math.sqrt(of.length / most));
      return td;
    };
    const head = text => el("th", { scope: "col" }, text);
    element.replaceChildren(el("caption", {}, caption),
      el("thead", {}, el("tr", {}, head("Code"), ...shown.map(head), rest.length ? head(`${rest.length} others`) : null)),
      el("tbody", {}, ...rows.map(row => el("tr", {}, el("th", { scope: "row" }, inside(["findings", row.code], code(row.code))),
        ...shown.map(column => cell(row, cellOf(row, column), ["findings", row.code, column])),
        rest.length ? cell(row, rest.flatMap(column => cellOf(row, column))) : null))));
  };
  show(columns.slice(0, SHOWN));
  all.hidden = columns.length <= SHOWN;
  all.addEventListener("click", () => {
    all.hidden = true;
    show(columns);
    element.querySelectorAll("thead th")[SHOWN + 1].scrollIntoView({ block: "nearest", inline: "center" });
    element.parentElement.focus();
  });
  return el("div", {}, el("div", { class: "scroll", role: "region", "aria-label": caption, tabindex: "0" }, element), all);
};

// A table whose columns sort it. A column has a label, `of` (what to sort by) and perhaps `show` (what to show).
const ROWS = 15;
const table = (caption, columns, rows, first) => {
  const body = el("tbody");
  const heads = columns.map(column => {
    const button = el("button", { type: "button" }, column.label);
    const head = el("th", { scope: "col", class: column.text ? null : "number" }, button);
    button.addEventListener("click", () => sort(column, head.ariaSort === "descending" || (column.text && head.ariaSort !== "ascending")));
    return head;
  });
  const all = el("button", { type: "button" }, `Show all ${rows.length} rows`);
  let [most, sorted] = [ROWS, []];
  const show = from => body.append(...sorted.slice(from, most).map(row => el("tr", {}, ...columns.map((column, index) => {
    const content = column.show ? column.show(row) : column.of(row);
    const parts = (Array.isArray(content) ? content : [content]).map(part => typeof part === "number" ? number(part) : part);
    return index ? el("td", { class: column.text ? null : "number" }, ...parts) : el("th", { scope: "row" }, ...parts);
  }))));
  const sort = (column, up) => {
    const order = (one, other) => {
      const [a, b] = [column.of(one), column.of(other)];
      return (typeof a === "string" ? a.localeCompare(b) : a - b) * (up ? 1 : -1);
    };
    heads.forEach((head, index) => {
      if (columns[index] === column) head.ariaSort = up ? "ascending" : "descending"; else head.removeAttribute("aria-sort");
    });
    sorted = [...rows].sort(order);
    body.replaceChildren();
    show(0);
  };
  all.hidden = rows.length <= ROWS;
  all.addEventListener("click", () => {
    [most, all.hidden] = [rows.length, true];
    show(ROWS);
    body.children[ROWS].querySelector("a")?.focus();
  });
  sort(first, !!first.text);
  const element = el("table", {}, el("caption", {}, caption), el("thead", {}, el("tr", {}, ...heads)), body);
  // Wider than a phone: it scrolls by itself, with the keyboard too.
  const scroll = el("div", { class: "scroll", role: "region", "aria-label": caption, tabindex: "0" }, element);
  return el("div", {}, scroll, all);
};

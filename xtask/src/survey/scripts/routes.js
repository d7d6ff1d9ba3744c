// The tree of routes. A node is made when the one around it opens.
const node = () => ({ below: new Map(), operations: [], count: 0 });
const root = node();
// A query may have slashes too.
const splitQuery = operation => { const at = operation.path.indexOf("?"); return at < 0 ? [operation.path, ""] : [operation.path.slice(0, at), operation.path.slice(at)]; };
for (const operation of data.operations) {
  let at = root;
  at.count += 1;
  for (const segment of splitQuery(operation)[0].split("/").filter(segment => segment)) {
    if (!at.below.has(segment)) at.below.set(segment, node());
    at = at.below.get(segment);
    at.count += 1;
  }
  at.operations.push(operation);
}
const operationList = operations => el("ul", {}, ...operations.map(operation => el("li", {}, operationEntry(operation))));
const branch = (name, at) => {
  // Segments that lead to one place stand on one line.
  while (at.below.size === 1 && !at.operations.length) {
    const [[next, only]] = at.below;
    [name, at] = [`${name}/${next}`, only];
  }
  if (!at.below.size && at.operations.length === 1) return operationEntry(at.operations[0], `/${name}${splitQuery(at.operations[0])[1]}`);
  return opening([code(`/${name}`), " ", el("span", { class: "place" }, counted(at.count, "operation"))], () => [branches(at)]);
};
const branches = at => {
  const sorted = [...at.below].sort(([one], [other]) => one.localeCompare(other));
  return el("ul", { class: at === root ? null : "below" }, ...at.operations.map(operation => el("li", {}, operationEntry(operation, splitQuery(operation)[1]))), ...sorted.map(([name, below]) => el("li", {}, branch(name, below))));
};
const routes = (() => {
  const section = find("#routes");
  const [form, output, tree] = ["form", "output", ".tree"].map(selector => section.querySelector(selector));
  const field = form.elements.text;
  const texts = data.operations.map(operation => `${operation.method} ${operation.path} ${operation.item[0]} ${operation.pages.map(page => page.path).join(" ")}`.toLowerCase());
  const whole = branches(root);
  const MOST = 100;
  const show = () => {
    const wanted = field.value.trim().toLowerCase();
    const words = wordsOf(wanted);
    if (!words.length) {
      tree.replaceChildren(whole);
      output.value = counted(data.operations.length, "operation");
      return;
    }
    const isIt = operation => `${operation.method} ${operation.path}`.toLowerCase() === wanted || operation.path.toLowerCase() === wanted;
    // The route itself first, then short ones: others lie below.
    const rank = operation => (isIt(operation) ? 0 : 1000) + operation.path.length;
    const found = data.operations.filter((_, index) => words.every(word => texts[index].includes(word))).sort((one, other) => rank(one) - rank(other));
    output.value = `${number(found.length)} of ${counted(data.operations.length, "operation")}${found.length > MOST ? `, the first ${MOST} shown` : ""}`;
    tree.replaceChildren(operationList(found.slice(0, MOST)));
    if (found.length && (found.length === 1 || isIt(found[0]))) tree.querySelector("details").reveal();
  };
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", show);
  show();
  return { only(text) { field.value = text; show(); } };
})();

// A list with a form that filters it, a screenful at a time.
const STEP = 50;
const choices = (select, all, values) => select.replaceChildren(el("option", { value: "" }, all), ...values.map(value => el("option", { value }, value)));
const wordsOf = text => text.toLowerCase().split(/\s+/).filter(word => word);
// `text` gives what is searched, `fits` looks at the other fields; `entry` shows one.
const filtered = (section, noun, things, { text, fits, entry }) => {
  const form = section.querySelector("form");
  const list = section.querySelector(".list");
  const output = form.querySelector("output");
  const fields = Object.fromEntries([...form.elements].filter(field => field.name).map(field => [field.name, field]));
  const texts = things.map(thing => text(thing).toLowerCase());
  const more = el("button", { type: "button" });
  let found = [];
  const step = () => {
    const from = list.childElementCount;
    list.append(...found.slice(from, from + STEP).map(thing => el("li", {}, entry(thing))));
    more.hidden = list.childElementCount === found.length;
    more.textContent = `Show ${Math.min(STEP, found.length - list.childElementCount)} more`;
    return list.children[from];
  };
  const show = () => {
    const words = wordsOf(fields.text.value);
    found = things.filter((thing, index) => fits(thing, fields) && words.every(word => texts[index].includes(word)));
    list.replaceChildren();
    output.value = found.length === things.length ? counted(things.length, noun) : `${number(found.length)} of ${counted(things.length, noun)}`;
    step();
  };
  list.after(more);
  more.addEventListener("click", () => step()?.querySelector("summary").focus());
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", show);
  return {
    fields, show,
    // Shows what fits these values only, and opens it if it is one.
    only(values) {
      for (const [name, field] of Object.entries(fields)) field.value = values[name] || "";
      show();
      if (found.length === 1) list.querySelector("details").reveal();
    },
  };
};

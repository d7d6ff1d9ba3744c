// Elements. Whatever comes of the data becomes text, or an address of the web: never markup.
const el = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) if (value != null) element.setAttribute(name, value);
  element.append(...children.filter(child => child != null));
  return element;
};
const find = selector => document.querySelector(selector);
const number = value => value.toLocaleString("en");
const counted = (value, noun) => `${number(value)} ${noun}${value === 1 ? "" : "s"}`;
const percent = (part, whole) => {
  if (!whole) return "–";
  const share = 100 * part / whole;
  // What is not all is never shown as all, nor something as nothing.
  if (part < whole && share > 99) return `${Math.min(share, 99.9).toFixed(1)} %`;
  return part && share < 1 ? `${Math.max(share, 0.1).toFixed(1)} %` : `${Math.round(share)} %`;
};
// A link within the report; what it names is put in order by address.js.
const inside = (address, ...children) => el("a", { href: "#" + address.map(encodeURIComponent).join("/") }, ...children);
// A link to elsewhere, if that is the web or a file beside the report.
const outside = (address, text) => {
  let url;
  try { url = new URL(address, location.href); } catch { return text; }
  if (!["https:", "http:", "file:"].includes(url.protocol)) return text;
  return el("a", { href: url.href, rel: "noreferrer" }, text);
};
const bar = (part, whole, kind) => {
  const inner = el("span", { class: kind });
  inner.style.width = `${whole ? 100 * part / whole : 0}%`;
  return el("span", { class: "bar", "aria-hidden": "true" }, inner);
};
const code = text => el("code", {}, text);
const rust = ([path, address]) => address ? outside(address, code(path)) : code(path);
const badge = (kind, text = kind) => el("span", { class: `badge ${kind}` }, text);
// A message, whose words between backticks are code.
const message = text => el("span", {}, ...text.split("`").map((part, index, parts) => {
  if (index % 2 === 0) return part;
  return index < parts.length - 1 ? code(part) : "`" + part;
}));
const method = name => el("span", { class: "method" }, name);
// Something that opens; what it holds is made when it opens first.
const opening = (head, fill) => {
  const details = el("details", {}, el("summary", {}, ...head));
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(...fill());
  });
  details.reveal = () => {
    if (details.childElementCount === 1) details.append(...fill());
    details.open = true;
  };
  return details;
};

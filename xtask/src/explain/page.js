const form = document.querySelector("form");
const filter = document.querySelector("#filter");
const output = document.querySelector("output");
// Examples share most of their words.
const wordsOf = article => [...article.querySelectorAll("h3, p")].map(part => part.textContent).join(" ").toLowerCase();
const codes = [...document.querySelectorAll("article")].map(article => ({
  article, link: document.querySelector(`nav a[href="#${article.id}"]`).parentElement, text: wordsOf(article),
}));
const lists = [...document.querySelectorAll("main > section, nav ul")];
const show = () => {
  const words = filter.value.toLowerCase().split(/\s+/);
  let count = 0;
  for (const { article, link, text } of codes) {
    const fits = words.every(word => text.includes(word));
    article.hidden = link.hidden = !fits;
    count += fits;
  }
  for (const list of lists) {
    list.hidden = !list.querySelector(":is(article, li):not([hidden])");
    if (list.matches("ul")) list.previousElementSibling.hidden = list.hidden;
  }
  output.value = count === 1 ? "1 code" : `${count} codes`;
};
form.hidden = false;
form.addEventListener("submit", event => event.preventDefault());
filter.addEventListener("input", () => { show(); scrollTo(0, 0); });
show();

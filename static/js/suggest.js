// Suggestions while typing in a search box: optional. The form works the same without this file.
// A combobox as in the ARIA Authoring Practices Guide: arrows choose, Enter opens, Escape closes.

const PAUSE = 150; // milliseconds without a key press before suggestions are requested

for (const input of document.querySelectorAll("[data-suggest]")) {
  const list = document.createElement("ul");
  list.id = `${input.id}-forslag`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.suggestLabel);
  list.hidden = true;
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off",
  })) input.setAttribute(name, value);

  let timer, asked = 0, at = -1;

  const choose = (next) => {
    const options = [...list.children];
    at = options.length ? (next + options.length + 1) % (options.length + 1) : -1;
    if (at === options.length) at = -1;
    options.forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", options[at].id);
  };
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); choose(-1); at = -1; };
  const show = (found) => {
    list.replaceChildren(...found.map((one, n) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${n}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.url = one.url;
      const kind = document.createElement("span");
      kind.className = "kind";
      kind.textContent = one.kind;
      const label = document.createElement("span");
      label.textContent = one.label;
      if (one.lang) label.lang = one.lang;
      option.append(label, " ", kind);
      option.addEventListener("mousedown", (event) => { event.preventDefault(); location.assign(one.url); });
      return option;
    }));
    at = -1;
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
  };
  const ask = async () => {
    const mine = ++asked;
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(input.value)}`);
      const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
      if (mine === asked && document.activeElement === input) show(suggestions);
    } catch { close(); } // no connection: the reader goes on typing
  };

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
    else if (list.hidden) return;
    else if (event.key === "ArrowDown") { event.preventDefault(); choose(at + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); choose(at < 0 ? list.children.length - 1 : at - 1); }
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); location.assign(list.children[at].dataset.url); }
  });
}

// A copy button next to each text meant to be copied. Without this file the text can be selected and copied by hand.

for (const text of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet copy";
  button.textContent = text.dataset.copy;
  const name = text.previousElementSibling?.textContent;
  if (name) button.setAttribute("aria-label", `${text.dataset.copy}: ${name}`);
  const words = text.textContent;
  const said = document.createElement("span");
  said.className = "copied";
  said.setAttribute("role", "status");
  text.after(Object.assign(document.createElement("dd"), { className: "ways" }));
  text.nextElementSibling.append(button, said);

  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(words);
      said.textContent = text.dataset.copied;
      setTimeout(() => { said.textContent = ""; }, 3000);
    } catch {
      getSelection().selectAllChildren(text); // no clipboard access: only the copy key is left to press
    }
  });
}

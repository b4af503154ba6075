// Shows which hit of a search the reader is at, with links to the previous and the next one. Without this file the
// numbers of the hits are links.

const list = document.querySelector(".hits ol");
const links = [...list.querySelectorAll("a")];
const ways = [["previous", "←", -1], ["next", "→", 1]].map(([name, sign, step]) => {
  const way = document.createElement("a");
  way.className = "turn";
  way.textContent = sign;
  way.setAttribute("aria-label", list.dataset[name]);
  list[step < 0 ? "before" : "after"](way);
  way.addEventListener("click", () => addEventListener("hashchange", () => stay(way), { once: true }));
  return [way, step];
});

// The link keeps the focus, to be pressed again. Restoring the focus can stop the page scrolling to the hit, so
// scrolling comes last.
function stay(way) {
  way.focus({ preventScroll: true });
  document.getElementById(location.hash.slice(1)).scrollIntoView();
}

function show() {
  const at = links.findIndex((link) => link.hash === location.hash);
  links.forEach((link, one) => link.toggleAttribute("aria-current", one === at));
  links[at]?.setAttribute("aria-current", "location");
  list.scrollLeft = at > 0 ? links[at].offsetLeft - list.offsetLeft - list.clientWidth / 2 : 0; // not the page
  for (const [way, step] of ways) {
    way.href = links[(at + step + links.length) % links.length].hash; // after the last comes the first
  }
}

if (links.length > 1) {
  addEventListener("hashchange", show);
  show();
} else {
  ways.forEach(([way]) => way.remove());
}

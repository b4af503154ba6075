// Keeps the queue page current while documents are waiting or being parsed. Without it the page reloads itself.
const EVERY = 2000;

function isInUse(row) {
  // A form that is being filled in is left alone.
  return row.contains(document.activeElement) && row.querySelector("form");
}

function takeOver(fresh) {
  const [queue, table] = [document.getElementById("queue"), document.querySelector("#queue-table tbody")];
  const rows = fresh.querySelectorAll("#queue-table tbody tr");
  queue.dataset.busy = fresh.getElementById("queue").dataset.busy;
  for (const id of ["queue-counts", "queue-worker", "queue-renewal"]) {
    const [old, next] = [document.getElementById(id), fresh.getElementById(id)];
    if (old.innerHTML !== next.innerHTML) old.innerHTML = next.innerHTML;
  }
  if (!table) return;
  const kept = [...rows].map((row) => {
    const old = document.getElementById(row.id);
    return old && (old.dataset.version === row.dataset.version || isInUse(old)) ? old : document.adoptNode(row);
  });
  if (kept.length !== table.children.length || kept.some((row, at) => row !== table.children[at])) {
    table.replaceChildren(...kept);
  }
}

async function refresh() {
  try {
    const response = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (response.ok && !response.redirected) {
      takeOver(new DOMParser().parseFromString(await response.text(), "text/html"));
    }
  } catch {
    // The server is restarting or unreachable: the next poll tries again.
  }
  schedule();
}

function schedule() {
  if (document.getElementById("queue").dataset.busy === "yes") setTimeout(refresh, EVERY);
}

schedule();

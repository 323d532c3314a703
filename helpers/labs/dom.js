// Shared by the browser code of all widgets; `script` puts it before each.

function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

const FORGOTTEN =
  "The kernel was restarted and has forgotten this. To bring it back, run the first code cell again, then this one.";

function forJupyterLab({ key, ctrlKey, metaKey, shiftKey }) {
  // The keys that run a cell or save the notebook, which a hand on a slider presses as everywhere else.
  return key === "Enter" ? shiftKey || ctrlKey || metaKey : key.toLowerCase() === "s" && (ctrlKey || metaKey);
}

function attach({ model, el }, root) {
  // Put a widget into the page, with a line that says so once the kernel does not know it any more.
  const line = element("p", { role: "status", "aria-live": "polite", style: "margin: 0; font-weight: 600" });
  const lost = () => { line.textContent = FORGOTTEN; };
  let asked = 0;
  let answered = 0;

  function ask() {
    const ping = ++asked;
    // Whoever takes the ping says so when done, and a kernel that is busy only says so later: no clock is needed.
    const done = ({ content }) => { if (content.execution_state === "idle" && answered < ping) lost(); };
    try {
      model.send({ ping }, { iopub: { status: done } });
    } catch {
      lost(); // there is no kernel
    }
  }
  function hear({ pong }) {
    if (pong) answered = pong;
  }
  root.addEventListener("change", ask);
  root.addEventListener("click", ask);
  // JupyterLab's command mode would take the arrow keys, and where it is 4.4, before they come here. It leaves alone
  // what has the focus and this mark; so the mark must be right before JupyterLab sees the key.
  const mark = (event) => {
    if (root.contains(event.target)) event.target.toggleAttribute("data-lm-suppress-shortcuts", !forJupyterLab(event));
  };
  window.addEventListener("keydown", mark, { capture: true });
  root.addEventListener("keydown", (event) => { if (!forJupyterLab(event)) event.stopPropagation(); });
  model.on("msg:custom", hear);
  model.on("comm_live_update", lost);
  el.append(root, line);
  return () => {
    window.removeEventListener("keydown", mark, { capture: true });
    model.off("msg:custom", hear);
    model.off("comm_live_update", lost);
  };
}

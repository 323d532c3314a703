// Shared by the browser code of all widgets; `script` puts it before each.

function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

const KERNEL_RESTARTED =
  "The kernel was restarted and has forgotten this. To bring it back, run the first code cell again, then this one.";

function forJupyterLab({ key, ctrlKey, metaKey, shiftKey }) {
  // The keys that run a cell or save the notebook: they work while a slider has the focus, too.
  return key === "Enter" ? shiftKey || ctrlKey || metaKey : key.toLowerCase() === "s" && (ctrlKey || metaKey);
}

function leave(root) {
  // Esc goes from a control back to the notebook: to the nearest element around it that can have the focus.
  const around = root.parentElement?.closest("[tabindex]");
  if (around) around.focus();
  else document.activeElement.blur();
}

function guardKeys(root) {
  // JupyterLab's command mode would take the arrow keys; JupyterLab 4.4 even before this listener. It ignores a focused
  // element with this attribute, which must therefore be set before JupyterLab sees the key.
  const mark = (event) => {
    if (root.contains(event.target)) event.target.toggleAttribute("data-lm-suppress-shortcuts", !forJupyterLab(event));
  };
  window.addEventListener("keydown", mark, { capture: true });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave(root);
    if (!forJupyterLab(event)) event.stopPropagation();
  });
  return () => window.removeEventListener("keydown", mark, { capture: true });
}

function kernelLostNotice(model) {
  // A line that says so once the kernel does not know a widget any more.
  const line = element("p", { role: "status", "aria-live": "polite", style: "margin: 0; font-weight: 600" });
  const lost = () => { line.textContent = KERNEL_RESTARTED; };
  model.on("comm_live_update", lost);
  return { line, lost, forget: () => model.off("comm_live_update", lost) };
}

async function receiveEvenIfLoadTimedOut(model) {
  // anywidget gives a widget two seconds to load. One that needs longer, on a slow computer with a whole lesson to draw,
  // would never hear anything from Python: its messages wait for a promise that was rejected. So the widget hears them
  // as any other widget of ipywidgets does.
  const widget = await model.widget_manager?.get_model(model.get("own_id"));
  if (!widget?.comm) return; // the live book, or no kernel
  const { _handle_comm_msg: handle } = Object.getPrototypeOf(Object.getPrototypeOf(widget));
  widget.comm.on_msg(handle.bind(widget));
}

function attach({ model, el }, root) {
  // Put a widget into the page. After each change it asks the kernel whether anybody still knows the widget.
  const { line, lost, forget } = kernelLostNotice(model);
  let asked = 0;
  let answered = 0;

  function ask() {
    const ping = ++asked;
    // The kernel reports "idle" once it has handled the ping; a busy kernel reports it later, so no timeout is needed.
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
  const release = guardKeys(root);
  receiveEvenIfLoadTimedOut(model);
  model.on("msg:custom", hear);
  el.append(root, line);
  return () => {
    release();
    forget();
    model.off("msg:custom", hear);
  };
}

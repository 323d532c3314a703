// The learner's progress as tables; buttons that save them as a file, copy the result as a short text, and forget all.

function forgetButton(model) {
  // It cannot be taken back, so it is asked twice.
  const button = element("button", { type: "button" });
  let asked = false;
  const ask = (again) => {
    asked = again;
    button.textContent = asked ? "Really forget all of it?" : "Forget all of it";
  };
  button.addEventListener("click", () => {
    if (asked) model.send({ forget: true });
    ask(!asked);
  });
  button.addEventListener("blur", () => ask(false));
  ask(false);
  return button;
}

async function copy(field, status) {
  // A browser gives the clipboard to pages of https or of this computer alone.
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = "Copied. Paste it into a mail, or where your teacher asks for it.";
  } catch {
    status.textContent = "Your browser keeps its clipboard closed here. Copy the text from the field.";
  }
}

function render({ model, el }) {
  const report = element("div", { class: "progress-page" });
  const status = element("p", { role: "status", "aria-live": "polite" });
  const save = element("button", { type: "button" }, "Save as progress.html");
  save.addEventListener("click", () => model.send({ save: true }));
  const name = element("input", { type: "text", maxlength: 60, autocomplete: "name" });
  const send = element("button", { type: "button" }, "Copy my result");
  send.addEventListener("click", () => model.send({ name: name.value }));
  const field = element("textarea", { readonly: "", rows: 6, "aria-label": "My result", hidden: "" });

  function show() {
    report.innerHTML = model.get("report"); // its texts are escaped
    status.textContent = model.get("note");
  }
  function showResult() {
    field.value = model.get("result");
    field.hidden = !field.value;
    if (field.value) copy(field, status);
  }
  model.on("change:report change:note", show);
  model.on("change:result", showResult);
  show();
  const buttons = element("div", { class: "lab-buttons" }, save, forgetButton(model));
  const result = element("div", { class: "lab-buttons" }, element("label", {}, "Your name ", name), send);
  const root = element("div", { class: "lab" }, report, buttons, result, field, status);
  const detach = attach({ model, el }, root);
  return () => {
    detach();
    model.off("change:report change:note", show);
    model.off("change:result", showResult);
  };
}

export default { render };

// The controls of a lab. Native elements, because they come with names, keys and touch of their own.
// One message carries all values, so that a preset is one change and one picture.

function number(control, position) {
  // Where the hand is, as a value: a logarithmic slider moves in powers of ten.
  return control.log ? Number((10 ** position).toPrecision(3)) : position;
}

function position(control, value) {
  return control.log ? Math.log10(value) : value;
}

function render({ model, el }) {
  const { title, controls, buttons } = model.get("layout_data");
  const id = `lab-${Math.random().toString(36).slice(2)}`;
  const panel = element("div", { class: "lab-panel", role: "group", "aria-label": title });
  const status = element("div", { class: "lab-status", role: "status", "aria-live": "polite" });
  const shown = {}; // by control name: a function that shows a value
  let moving = false;
  let speaking = 0;

  function send(name, value) {
    model.set("values", { ...model.get("values"), [name]: value });
    model.save_changes();
  }

  function say(words, refused = false) {
    status.classList.toggle("lab-refusal", refused);
    if (status.textContent !== words) status.textContent = words;
  }

  function speak() {
    // Once the hand rests: a screen reader would read out every step of a key held down.
    clearTimeout(speaking);
    if (!moving) speaking = setTimeout(() => say(model.get("sentence")), 300);
  }

  function slider(control) {
    const ends = { min: position(control, control.low), max: position(control, control.high), step: control.step };
    const range = element("input", { type: "range", id: `${id}-${control.name}`, ...ends });
    const limits = { min: control.low, max: control.high, step: control.log ? "any" : control.step };
    const field = element("input", { type: "number", "aria-label": `${control.label}, typed`, ...limits });
    const show = (value) => {
      if (document.activeElement !== range || !moving) range.value = position(control, value);
      if (document.activeElement !== field) field.value = value;
      range.setAttribute("aria-valuetext", `${value}`);
    };
    range.addEventListener("input", () => {
      moving = true;
      const value = number(control, Number(range.value));
      field.value = value;
      send(control.name, value);
    });
    range.addEventListener("change", () => {
      moving = false;
      speak();
    });
    field.addEventListener("change", () => {
      const value = Number(field.value);
      if (field.value !== "" && value >= control.low && value <= control.high) {
        send(control.name, value);
      } else {
        say(`${control.label} goes from ${control.low} to ${control.high}; it stays as it was.`, true);
        field.value = model.get("values")[control.name];
      }
    });
    field.addEventListener("blur", () => show(model.get("values")[control.name]));
    shown[control.name] = show;
    return element("div", { class: "lab-control" }, element("label", { for: range.id }, control.label), range, field);
  }

  function choice(control) {
    const group = element("fieldset", { class: "lab-choice" }, element("legend", {}, control.label));
    for (const [value, words] of control.options) {
      const radio = element("input", { type: "radio", name: `${id}-${control.name}`, value });
      radio.addEventListener("change", () => send(control.name, value));
      group.append(element("label", {}, radio, ` ${words}`));
    }
    shown[control.name] = (value) => {
      for (const radio of group.querySelectorAll("input")) radio.checked = radio.value === value;
    };
    return group;
  }

  const make = { slider, choice };
  for (const control of controls) panel.append(make[control.kind](control));
  const row = element("div", { class: "lab-buttons" });
  buttons.forEach((label, press) => {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", () => {
      model.set("presses", [...model.get("presses"), press]);
      model.save_changes();
    });
    row.append(button);
  });
  panel.append(row, status);

  function showAll() {
    const values = model.get("values");
    for (const name of Object.keys(shown)) shown[name](values[name]);
  }
  model.on("change:values", showAll);
  model.on("change:sentence", speak);
  showAll();
  const detach = attach({ model, el }, panel);
  return () => {
    clearTimeout(speaking);
    detach();
    model.off("change:values", showAll);
    model.off("change:sentence", speak);
  };
}

export default { render };

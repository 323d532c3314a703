// The controls of a lab. Native elements, because they come with names, keys and touch of their own.

function toValue(control, position) {
  // The value at a position of the slider: a logarithmic one moves in powers of ten.
  return control.log ? Number((10 ** position).toPrecision(3)) : position;
}

function toPosition(control, value) {
  return control.log ? Math.log10(value) : value;
}

function nearest(control, value) {
  // The nearest value that the slider can show.
  const { low, high, step } = control;
  const [first, last, here] = [low, high, Math.min(high, Math.max(low, value))].map((one) => toPosition(control, one));
  const steps = Math.round((here - first) / step);
  const position = Math.min(last, Number((first + steps * step).toFixed(10)));
  return Math.min(high, Math.max(low, toValue(control, position)));
}

// Each returns a node, and a function that shows a value. actions: see lab.js.

function makeSlider(control, id, actions) {
  const ends = { min: toPosition(control, control.low), max: toPosition(control, control.high), step: control.step };
  const range = element("input", { type: "range", id: `${id}-${control.name}`, ...ends });
  const field = element("input", {
    type: "text", role: "spinbutton", "aria-label": `${control.label}, typed`, autocomplete: "off", spellcheck: "false",
    "aria-valuemin": decimal(control.low), "aria-valuemax": decimal(control.high), inputmode: control.low < 0 ? "text" : "decimal",
  });
  let shown = control.value;

  function show(value) {
    shown = value;
    if (Number(range.value) !== toPosition(control, value)) range.value = toPosition(control, value);
    range.setAttribute("aria-valuetext", printed(value));
    field.setAttribute("aria-valuenow", decimal(value));
    if (document.activeElement !== field) field.value = printed(value);
  }
  function move(value) {
    show(value);
    actions.move({ [control.name]: value });
  }
  range.addEventListener("input", () => {
    actions.beginInteraction();
    move(toValue(control, Number(range.value)));
  });
  range.addEventListener("change", actions.endInteraction);
  field.addEventListener("change", () => {
    const [value, why] = readNumber(field.value, control);
    field.setAttribute("aria-invalid", value === undefined);
    if (value === undefined) {
      actions.say(`${why}. ${control.label} stays ${printed(shown)}.`, true);
    } else {
      actions.say("", true);
      move(value);
      field.value = printed(value);
      actions.endInteraction();
    }
  });
  field.addEventListener("blur", () => {
    field.removeAttribute("aria-invalid");
    field.value = printed(shown);
  });
  field.addEventListener("keydown", (event) => {
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (!steps) return;
    event.preventDefault();
    move(nearest(control, toValue(control, toPosition(control, shown) + steps * control.step)));
    field.value = printed(shown);
    actions.endInteraction();
  });
  const node = element("div", { class: "lab-control" }, element("label", { for: range.id }, control.label), range, field);
  return [node, show];
}

function makeChoice(control, id, actions) {
  const group = element("fieldset", { class: "lab-choice" }, element("legend", {}, control.label));
  for (const [value, words] of control.options) {
    const radio = element("input", { type: "radio", name: `${id}-${control.name}`, value });
    radio.addEventListener("change", () => {
      actions.move({ [control.name]: value });
      actions.endInteraction();
    });
    group.append(element("label", {}, radio, ` ${words}`));
  }
  function show(value) {
    for (const radio of group.querySelectorAll("input")) radio.checked = radio.value === value;
  }
  return [group, show];
}

const MAKE = { slider: makeSlider, choice: makeChoice, pad: makePad };

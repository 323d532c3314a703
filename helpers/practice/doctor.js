// The doctor's line: drawn by the browser, and changed once Python has answered.

function render({ model, el }) {
  const line = element("p", { class: "doctor", role: "status", "aria-live": "polite" }, model.get("asking"));
  const hear = (message) => {
    line.textContent = message.answer;
  };
  model.on("msg:custom", hear);
  receiveEvenIfLoadTimedOut(model);
  el.append(line);
  model.send({ ask: "are you there?" });
  return () => model.off("msg:custom", hear);
}

export default { render };

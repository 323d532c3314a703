// Questions with radio buttons. The reply comes from the kernel and stands beside the choice.

function render({ model, el }) {
  const id = `questions-${Math.random().toString(36).slice(2)}`;
  const replies = {};
  const buttons = {};
  const items = model.get("items");
  const many = items.length > 2 && items.every((item) => item.because); // bets, with their lab below: keep it in sight
  const list = element("div", { class: many ? "questions questions-beside" : "questions" });
  for (const { name, text, options } of items) {
    const group = element("fieldset", {}, element("legend", {}, text));
    const reply = element("div", { class: "question-reply", role: "status", "aria-live": "polite" });
    options.forEach((option, number) => {
      const radio = element("input", { type: "radio", name: `${id}-${name}`, value: number });
      const label = element("label", {}, radio, ` ${option.text}`);
      radio.addEventListener("change", () => {
        label.after(reply);
        reply.textContent = "…";
        model.send({ name, number });
      });
      group.append(label);
    });
    const vote = element("button", { type: "button", class: "question-vote", hidden: "" }, "Vote");
    vote.addEventListener("click", () => model.send({ name, vote: true }));
    group.append(reply);
    if (model.get("polls")) group.append(vote);
    replies[name] = reply;
    buttons[name] = vote;
    list.append(group);
  }

  function show() {
    for (const [name, text] of Object.entries(model.get("replies"))) replies[name].textContent = text;
  }
  function showVote() {
    for (const [name, button] of Object.entries(buttons)) button.hidden = name !== model.get("vote");
  }
  model.on("change:replies", show);
  model.on("change:vote", showVote);
  show();
  showVote();
  const poll = () => { if (!document.hidden) model.send({ poll: true }); };
  const timer = model.get("polls") ? setInterval(poll, 2000) : null; // does the class vote now?
  const detach = attach({ model, el }, list);
  return () => {
    detach();
    clearInterval(timer);
    model.off("change:replies", show);
    model.off("change:vote", showVote);
  };
}

export default { render };

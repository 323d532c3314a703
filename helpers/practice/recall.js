// One question, its answer folded.

function render({ model, el }) {
  const [said, question, answer] = ["said", "question", "answer"].map((name) => element("p", {}, model.get(name)));
  const folded = element("details", {}, element("summary", {}, "Answer"), answer);
  const strong = element("strong", {});
  strong.append(...question.childNodes);
  question.append(strong);
  return attach({ model, el }, element("div", { class: "questions" }, said, question, folded));
}

export default { render };

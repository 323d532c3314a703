// Asks every two seconds what the class has done, and shows it. Whatever comes is text, and shown as text.

const SECONDS = 2;
const SIGNS = { right: "✓", trying: "◐", "": "○" };
const WORDS = { right: "right", trying: "trying", "": "not begun" };
const at = (id) => document.getElementById(id);
const headers = { "X-XSRFToken": document.querySelector("meta[name=token]").content };
let learnersNow = 0;
let shown = ""; // what stands on the page, so that what has not changed keeps the focus and the reader's place

function element(name, text = "", className = "") {
  const node = document.createElement(name);
  node.textContent = text;
  if (className) node.className = className;
  return node;
}

function bar(count, of, text) {
  const row = element("div", "", "bar");
  const drawn = element("progress");
  drawn.max = of || 1;
  drawn.value = count;
  drawn.setAttribute("aria-label", text);
  row.append(element("span", `${count} · ${text}`), drawn);
  return row;
}

function bars(thing) {
  const all = thing.options.reduce((sum, option) => sum + option.count, 0);
  const block = element("div");
  block.append(element("h3", thing.text), ...thing.options.map(({ text, count }) => bar(count, all, text)));
  return block;
}

async function send(lesson, bet, action) {
  const body = new URLSearchParams({ lesson, bet, action });
  await fetch("vote", { method: "POST", headers, body });
  refresh();
}

function voting(thing, lesson) {
  // The bars of a bet: as they were placed, or those of the vote that is going on, and what to press next.
  const { vote, options, name, text } = thing;
  const block = vote ? element("div") : bars(thing);
  const actions = vote ? { reveal: "Reveal the answer" } : { open: "Open a vote" };
  if (vote) {
    const rounds = vote.counts[0].map((_, round) => vote.counts.reduce((sum, counts) => sum + counts[round], 0));
    block.append(element("h3", text));
    rounds.forEach((all, round) => {
      const state = round + 1 === vote.round && vote.open ? "open" : "closed";
      block.append(element("p", `Vote ${round + 1} (${state}): ${all} of ${learnersNow} have voted`));
      block.append(...options.map((option, number) => bar(vote.counts[number][round], all, option.text)));
    });
    if (vote.open) actions.close = "Close the vote";
    else if (vote.round === 1) actions.again = "Open the second vote";
  }
  for (const [action, label] of Object.entries(actions).reverse()) {
    const button = element("button", label);
    button.type = "button";
    button.id = `${action} ${name}`; // keeps the focus when the page is drawn anew
    button.addEventListener("click", () => send(lesson, name, action));
    block.append(button, " ");
  }
  return block;
}

function stuck({ name, right, trying, slips }) {
  const block = element("div");
  block.append(element("h3", `${name}: ${right} right, ${trying} trying`));
  const list = element("ul");
  for (const { count, hint, ask } of slips) {
    const item = element("li", `${count} × ${hint} `);
    if (ask && !hint.endsWith(ask)) item.append(element("span", `Ask: ${ask}`, "ask"));
    list.append(item);
  }
  if (slips.length) block.append(list);
  return block;
}

function learnersTable({ columns, learners, questions }) {
  const table = element("table");
  const head = table.createTHead().insertRow();
  const heads = ["Learner", ...columns.map(({ name, section }) => `${section}: ${name}`), "Quiz"];
  for (const text of heads) {
    const cell = element("th", text);
    cell.scope = "col";
    head.append(cell);
  }
  const body = table.createTBody();
  for (const { name, states, tries, questions: right, trouble } of learners) {
    const row = body.insertRow();
    const first = element("th", "", "name");
    first.scope = "row";
    first.append(element("span", name, "name"), trouble ? ` (${trouble})` : "");
    row.append(first);
    states.forEach((state, number) => {
      const cell = element("td", `${SIGNS[state]}${state === "trying" ? ` ${tries[number]}` : ""}`, state);
      cell.title = WORDS[state];
      row.append(cell);
    });
    row.append(element("td", `${right} of ${questions.length}`));
  }
  return table;
}

function show(now) {
  const focused = document.activeElement?.id;
  const select = at("lesson");
  const options = now.lessons.map(({ lesson, name, begun }) => {
    const option = element("option", `${lesson} ${name.replaceAll("-", " ")} (${begun} begun)`);
    option.value = lesson;
    option.selected = lesson === now.lesson;
    return option;
  });
  select.replaceChildren(...options);
  const busy = [...now.exercises].sort((one, other) => other.trying - one.trying);
  const tried = busy.filter(({ right, trying }) => right + trying);
  at("stuck").replaceChildren(...(tried.length ? tried.map(stuck) : [element("p", "Nobody has tried an exercise yet.")]));
  learnersNow = now.learners.length;
  at("bets").replaceChildren(...now.bets.map((bet) => voting(bet, now.lesson)));
  at("questions").replaceChildren(...now.questions.map(bars));
  at("learners").replaceChildren(learnersTable(now));
  document.getElementById(focused)?.focus();
}

async function refresh(lesson = at("lesson").value) {
  try {
    const answer = await fetch(`now?lesson=${encodeURIComponent(lesson)}`, { headers });
    if (answer.redirected || !answer.ok) throw new Error("you are logged out; load this page again");
    const text = await answer.text();
    if (text !== shown) show(JSON.parse(text));
    shown = text;
    at("status").textContent = "";
  } catch (error) {
    at("status").textContent = `The board has lost the hub (${error.message}). What stands here is older.`;
  }
}

at("lesson").addEventListener("change", () => refresh());
at("names").addEventListener("change", ({ target }) => document.body.classList.toggle("names-hidden", !target.checked));
refresh("");
setInterval(() => { if (!document.hidden) refresh(); }, SECONDS * 1000);

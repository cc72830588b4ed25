// A round, screen after screen: each makes what stands on the page, and gets the focus.

// A page that somebody's site shows in a frame takes the focus only once it is played.
let begun = false;

function show(stage, ...children) {
  document.body.dataset.stage = stage;
  main.textContent = "";
  main.append(...children);
  partLong(main);
  if (!begun) return;
  window.scrollTo(0, 0);
  const target = main.querySelector("[data-first]") || main.querySelector("h1");
  if (target.tagName === "H1") target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

function tell(text) {
  const told = document.getElementById("told");
  told.textContent = "";
  window.setTimeout(function () { told.textContent = text; }, 60);
}

function cellRow() {
  return state.cells.map(function (cell) { return el("span", { class: "cell " + cell }); });
}

function filled() {
  return state.cells.filter(function (c) { return c === "full" || c === "mended"; }).length;
}

function readings(count, stage) {
  bar.hidden = false;
  document.getElementById("count").textContent = "T-" + count;
  document.getElementById("stage").textContent = stage;
  const cells = document.getElementById("cells");
  cells.textContent = words.fuel + " ";
  cells.append(el("b", {}, say(words.cells, { filled: filled(), count: state.cells.length })));
  const row = document.getElementById("row");
  row.textContent = "";
  row.append(...cellRow());
  drawPad();
}

function first(text, act) { return el("button", { type: "button", class: "first", on: act }, text); }
function second(text, act) { return el("button", { type: "button", class: "second", on: act }, text); }

function card(...children) { return el("div", { class: "card" }, ...children); }

function start() {
  bar.hidden = true;
  state = null;
  drawPad();
  const lines = [words.how, words.hints, words.facts, words.nothing].map(function (text) {
    return el("p", {}, text);
  });
  show("rollout", el("section", {},
    el("h1", { class: "poster" }, data.title),
    card(horns(), data.from ? el("p", { class: "sand" }, data.from) : null, ...lines),
    el("p", { class: "row" }, first(words.fly, fly))));
}

// Before the first round nothing has the focus, so that Enter would go nowhere.
document.addEventListener("keydown", function (event) {
  if (event.key === "Enter" && !state && event.target === document.body) fly();
});

const wanted = /^#(\d{1,9})$/.exec(window.location.hash);
const seed = wanted ? Number(wanted[1]) : Math.floor(Math.random() * 4294967296);
const rng = random(seed);
let order = [], flown = 0;

function fly() {
  begun = true;
  if (!order.length) order = shuffled(data.rounds.length, rng);
  const round = data.rounds[order.shift()];
  flown += 1;
  const count = round.questions.length;
  state = {
    round: round, count: count, at: 0,
    queue: round.questions.map(function (id, at) { return { id: id, purpose: "flight", of: at }; }),
    cells: Array(count).fill("empty"), fuel: Array(count).fill(0),
    went: Array(count).fill(false), missed: [],
  };
  stand();
}

function now() { return state.queue[state.at]; }
function question() { return data.questions[now().id]; }

function stand() {
  state.calls = 0;
  state.go = false;
  const asked = now();
  const flight = asked.purpose === "flight";
  const stage = flight ? state.round.stages[asked.of] : "hold";
  const name = flight ? words[stage] : asked.purpose === "spare" ? words.between : words.hold;
  readings(flight ? state.count - asked.of : 0, name);
  if (flight && state.round.go.indexOf(asked.of) >= 0) askGo(stage);
  else ask(stage);
}

function stem(one) {
  const inside = [el("h1", { lang: one.language, id: "stem" }, one.prompt)];
  return inside;
}

function askGo(stage) {
  const one = question();
  function plate(go) {
    const right = go ? rules.go : rules.right, mended = go ? 0 : rules.mended;
    return el("li", {}, el("button", {
      type: "button", class: "plate " + (go ? "goplate" : "nogo"),
      on: function () { state.go = go; state.went[now().of] = go; ask(stage); },
    }, el("span", {}, el("span", { class: "go" }, go ? words.go : words.nogo),
      el("span", { class: "unseen" }, ": "), go ? words.know : words.unsure,
      el("span", { class: "gofuel" },
        right + " " + words.ifright + ", " + mended + " " + words.ifmended))));
  }
  show(stage, el("section", {}, card(horns(), ...stem(one)),
    el("ul", { class: "options" }, plate(true), plate(false)),
    card(el("p", { class: "dim" }, words.aftergo))));
}

function ask(stage) {
  const one = question();
  const form = el("form", { novalidate: true });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  const strip = el("div", { role: "status", id: "strip", "aria-atomic": "false" });
  const parts = answersOf(one);
  const fields = el("fieldset", {},
    el("legend", { class: "stem" }, card(horns(), ...stem(one))),
    one.picture ? el("div", { class: "pictured" }, card(figure(one.picture)), ...parts) : null,
    ...(one.picture ? [] : parts));
  const calls = !state.go && (one.hints || []).length > 0;
  const row = el("p", { class: "row" });
  if (calls) {
    const button = second(words.call, function () { call(one, strip, button); });
    row.append(button);
  }
  row.append(second(words.pass, function () { lock(null); }));
  form.append(fields, strip, row);
  show(stage, form);
}

function figure(picture) {
  return svg("svg", { class: "figure", viewBox: "0 0 640 440", role: "img",
    "aria-label": picture.alt }, ...inBothLooks(picture.shapes));
}

function call(one, strip, button) {
  const hint = one.hints[state.calls];
  state.calls += 1;
  const worth = rules.right - rules.call * Math.min(state.calls, rules.calls);
  const flight = now().purpose === "flight";
  strip.className = "strip";
  strip.append(el("p", {}, el("b", {}, hint.call + ":"),
    el("span", { lang: one.language }, hint.text),
    flight ? " " + say(words.worth, { fuel: worth }) : null));
  if ("strikes" in hint) {
    const plate = main.querySelector("[data-option='" + hint.strikes + "']");
    if (plate) {
      plate.disabled = true;
      plate.append(el("span", { class: "unseen" }, words.struck));
    }
  }
  if (state.calls >= Math.min(rules.calls, one.hints.length)) {
    button.disabled = true;
    const left = main.querySelector(".plate:not(:disabled), .field, select, .move");
    if (left) left.focus();
  } else {
    button.textContent = words.next;
  }
}

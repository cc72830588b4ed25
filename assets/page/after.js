// After an answer: why, the hold, the key, the flight, and orbit.
const FLIGHT_MS = 5400;

function lock(response) {
  const one = question(), asked = now();
  const right = judge.right(one, response);
  let earned = 0;
  if (asked.purpose === "flight") {
    earned = !right ? 0 : state.go ? rules.go
      : rules.right - rules.call * Math.min(state.calls, rules.calls);
    state.cells[asked.of] = right ? "full" : "hollow";
    if (!right) state.missed.push(asked.of);
    state.fuel[asked.of] = earned;
  } else if (asked.purpose === "mend") {
    earned = right && !state.went[asked.of] ? rules.mended : 0;
    if (right) state.cells[asked.of] = "mended";
    state.fuel[asked.of] = earned;
  }
  explain(one, asked, response, right, earned);
}

function said(one, response) {
  if (response === null) return words.none;
  if (Array.isArray(response)) {
    const placed = response.filter(function (option, at) { return option === one.answer[at]; }).length;
    return say(words.placed[placed], { placed: placed, count: response.length });
  }
  if (typeof response === "number") {
    const what = (one.feedback || [])[response] || "";
    const low = what && what.charAt(0) !== what.charAt(0).toUpperCase();
    return say(!what ? words.chose : low ? words.chosethe : words.chosewhat,
      { chosen: one.options[response], what: what });
  }
  return say(words.wrote, { text: response });
}

function comes(asked, right, earned) {
  if (asked.purpose === "spare") return words.backto;
  if (asked.purpose === "mend") {
    if (!right) return words.allthesame;
    return earned ? say(words.holds, { fuel: earned }) : words.holdsnone;
  }
  if (!right) return words.comesback;
  if (state.go) return say(words.earnedgo, { fuel: earned });
  if (state.calls) return say(words.earnedcalls[state.calls], { calls: state.calls, fuel: earned });
  return say(words.earned, { fuel: earned });
}

function nearly(one, response) {
  if (one.kind === "number") {
    const exact = judge.readings(response).some(function (v) { return v === one.answer; });
    return exact ? "" : say(words.near, { key: one.key });
  }
  if (one.kind === "typed") {
    const forms = [one.answer].concat(one.accepted || []);
    return judge.typed(response, forms, 0) ? "" : say(words.spelled, { key: one.key });
  }
  return "";
}

function keyBar(one) {
  const tuple = Array.isArray(one.answer);
  const lettered = one.options && one.options.length && !tuple;
  const look = lettered ? lookOf(one.answer) : "A";
  const letter = lettered && one.kind !== "true-false" ? letterOf(one.answer) : "";
  const text = one.kind === "true-false" ? words.statement[one.answer]
    : !tuple ? say(words.answer, { key: one.key })
      : one.kind === "order" ? words.order : words.pairs;
  return el("p", { class: "keybar " + look }, lettered ? sign(letter, look) : null,
    el("span", { lang: one.language }, text));
}

function pairs(one) {
  if (!Array.isArray(one.answer)) return null;
  return el(one.kind === "order" ? "ol" : "ul", { class: "lines", lang: one.language },
    ...one.answer.map(function (option, at) {
      const left = one.prompts && one.prompts.length ? one.prompts[at] + ": " : (at + 1) + ". ";
      return el("li", { class: "line" }, el("span", { class: "what" }, left + one.options[option]));
    }));
}

function explain(one, asked, response, right, earned) {
  const mend = asked.purpose === "mend";
  const head = right ? (mend ? words.mendedhead : words.right) : mend ? words.notyet : words.wrong;
  const stage = asked.purpose === "flight" ? state.round.stages[asked.of] : "hold";
  readings(asked.purpose === "flight" ? state.count - asked.of : 0,
    document.getElementById("stage").textContent);
  const more = right ? nearly(one, response) : "";
  show(stage, el("section", {},
    card(horns(),
      el("p", { class: "dim asked", lang: one.language }, one.prompt),
      el("h1", {}, right && !mend ? null : el("span", {
        class: right ? "lamp done" : "lamp", "aria-hidden": "true" }), head),
      keyBar(one), pairs(one), one.picture ? figure(one.picture) : null,
      one.why ? el("p", { lang: one.language }, one.why) : null,
      el("hr", { class: "rule" }),
      right ? null : el("p", {}, said(one, response)),
      more ? el("p", {}, more) : null,
      el("p", { class: right ? null : "dim" }, comes(asked, right, earned)),
      el("p", { class: "sand" }, data.sources[one.source])),
    el("p", { class: "row" }, first(words.goon, goOn))));
}

function goOn() {
  if (state.at + 1 < state.queue.length) {
    state.at += 1;
    stand();
  } else if (now().purpose === "flight" && state.missed.length) {
    hold();
  } else {
    key();
  }
}

function hold() {
  readings(0, words.hold);
  const rows = state.missed.map(function (at) {
    return el("li", { class: "line" }, el("span", { class: "lamp", "aria-hidden": "true" }),
      el("span", { class: "what" }, data.questions[state.round.questions[at]].label),
      el("span", { class: "dim" }, say(words.missedat, { count: state.count - at })));
  });
  show("hold", el("section", {}, el("h1", { class: "poster amber" }, "T-0: " + words.hold),
    card(el("p", {}, words.holdsays), el("ul", { class: "lines" }, ...rows),
      el("p", { class: "dim" }, words.noclock)),
    el("p", { class: "row" }, first(words.recheck, function () {
      const spares = state.round.spares.slice();
      state.missed.forEach(function (at) {
        while (state.queue.length < at + rules.after && spares.length) {
          state.queue.push({ id: spares.shift(), purpose: "spare", of: -1 });
        }
        state.queue.push({ id: state.round.mends[at], purpose: "mend", of: at });
      });
      state.at += 1;
      stand();
    }))));
}

function key() {
  readings(0, words.launching);
  show("launch", el("section", {}, el("h1", { class: "poster" }, words.turn),
    card(el("p", {}, words.aloud + " ", el("b", {}, words.count)),
      el("p", {}, say(words.allcells, { filled: filled(), count: state.count }))),
    el("p", { class: "row" }, first(words.turn, launch), second(words.skip, results))));
}

function launch() {
  if (still.matches) { results(); return; }
  bar.hidden = true;
  document.getElementById("pad").textContent = "";
  const flame = svg("path", { class: "flame", d: "M-22,0 Q-40,90 0,210 Q40,90 22,0Z", fill: "#ffc857" });
  const core = svg("path", { class: "flame", d: "M-10,0 Q-18,60 0,120 Q18,60 10,0Z", fill: "#fff6e3" });
  const craft = svg("g", { class: "craft" }, svg("g", { transform: "translate(300,720)" }, flame, core,
    ...inBothLooks(data.rocket)));
  const picture = svg("svg", { class: "launch", viewBox: "0 0 600 760", "aria-hidden": "true" }, craft);
  const over = window.setTimeout(results, FLIGHT_MS);
  show("flight", el("section", {}, el("h1", {}, words.launching),
    el("p", { class: "row" }, second(words.skip, function () {
      window.clearTimeout(over);
      results();
    })), picture));
}

function mission(share) {
  return data.missions.filter(function (one, at) { return at === 0 || share >= one.share; }).pop();
}

function results() {
  bar.hidden = true;
  const counted = state.count * rules.right;
  const fuel = state.fuel.reduce(function (sum, one) { return sum + one; }, 0);
  const flies = mission(Math.min(1, fuel / counted));
  const learned = state.round.questions.map(function (id, at) {
    return { label: data.questions[id].label, cell: state.cells[at], language: data.questions[id].language };
  }).filter(function (one) { return one.cell === "full" || one.cell === "mended"; });
  const mended = state.cells.filter(function (cell) { return cell === "mended"; }).length;
  drawOrbits(learned);
  const line = mended ? words.somecells : words.allcells;
  const again = state.missed.map(function (at) { return data.questions[state.round.questions[at]]; });
  show("orbit", el("section", {},
    el("h1", { class: "poster" }, words.inorbit),
    card(horns(),
      el("p", {}, el("b", {}, flies.carries), " · ", flies.bound),
      flies.more ? el("p", { class: "sand" }, flies.more) : null,
      el("p", {}, el("span", { class: "figure-of" }, String(fuel)), " ", say(words.ofbest, { best: counted })),
      el("p", { class: "row", "aria-hidden": "true" }, ...cellRow()),
      el("p", {}, say(line, { filled: filled(), count: state.count,
        at_once: filled() - mended, mended: mended }))),
    card(el("h2", {}, learned.length
      ? say(words.satellites[learned.length], { count: learned.length }) : words.orbits),
    el("ul", { class: "sats" }, ...learned.map(function (one) {
      const isMended = one.cell === "mended";
      return el("li", { class: isMended ? "mended" : null, lang: one.language }, satellite(isMended),
        el("span", {}, one.label, isMended ? el("span", { class: "unseen" }, ", " + words.mended) : null));
    }))),
    again.length ? card(el("h2", {}, words.learnagain), el("dl", { class: "again" },
      ...again.reduce(function (all, one) {
        return all.concat([el("dt", { lang: one.language }, one.label),
          el("dd", { lang: one.language }, one.why || one.key),
          el("dd", { class: "dim" }, data.sources[one.source])]);
      }, []))) : null,
    el("p", { class: "row" }, first(words.again, fly))));
}

start();

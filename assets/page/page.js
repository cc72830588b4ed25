(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words, rules = data.rules;
  const main = document.getElementById("main");
  const bar = document.getElementById("bar");
  const SVG = "http://www.w3.org/2000/svg";
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const FLIGHT_MS = 5400;
  let state = null;

  // Small tools. Text is only ever set as text.

  function el(tag, given, ...children) {
    const node = document.createElement(tag);
    Object.keys(given || {}).forEach(function (name) {
      const value = given[name];
      if (name === "on") node.addEventListener("click", value);
      else if (value === true) node.setAttribute(name, "");
      else if (value !== false && value !== null && value !== undefined) {
        node.setAttribute(name, String(value));
      }
    });
    children.forEach(function (child) { if (child) node.append(child); });
    return node;
  }

  function svg(tag, given, ...children) {
    const node = document.createElementNS(SVG, tag);
    Object.keys(given || {}).forEach(function (name) { node.setAttribute(name, given[name]); });
    children.forEach(function (child) { if (child) node.append(child); });
    return node;
  }

  function say(text, given) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) {
      return given && name in given ? given[name] : whole;
    });
  }

  function random(seed) {
    let at = seed >>> 0;
    return function () {
      at = (at + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }

  function shuffled(count, rng) {
    const order = Array.from({ length: count }, function (_, at) { return at; });
    for (let at = count - 1; at > 0; at--) {
      const other = Math.floor(rng() * (at + 1));
      const kept = order[at];
      order[at] = order[other];
      order[other] = kept;
    }
    return order;
  }

  // Drawing.

  function shape(one) {
    if (one[0] === "fill") return svg("polygon", { points: one[1], fill: one[2] });
    if (one[0] === "line") {
      return svg("polyline", { points: one[1], fill: "none", stroke: one[2], "stroke-width": one[3],
        "stroke-linejoin": "round", "stroke-linecap": "round" });
    }
    if (one[0] === "disc") {
      const ring = one[5] > 0;
      return svg("circle", { cx: one[1], cy: one[2], r: one[3], fill: ring ? "none" : one[4],
        stroke: ring ? one[4] : "none", "stroke-width": one[5] });
    }
    return svg("text", { x: one[1], y: one[2], fill: one[4], "text-anchor": one[5],
      "font-size": 28, "font-weight": 700 }, one[3]);
  }

  function inBothLooks(shapes) {
    return shapes.map(function (list, at) {
      return svg("g", { class: at === 0 ? "dark" : "light" }, ...list.map(shape));
    });
  }

  const SIGNS = {
    A: svg("path", { d: "M20,3 37,36 3,36Z" }),
    B: svg("path", { d: "M20,1 39,20 20,39 1,20Z" }),
    C: svg("circle", { cx: 20, cy: 20, r: 17 }),
    D: svg("path", { d: "M4,4H36V36H4Z" }),
  };

  function sign(letter, look) {
    const y = look === "A" ? 31 : 25.5;
    return svg("svg", { class: "sign", viewBox: "0 0 40 40", "aria-hidden": "true" },
      SIGNS[look].cloneNode(), svg("text", { x: 20, y: y }, letter));
  }

  const letterOf = function (at) { return String.fromCharCode(65 + at); };
  const lookOf = function (at) { return letterOf(at % 4); };

  function horns(low) {
    return svg("svg", { class: low ? "horns low" : "horns", "aria-hidden": "true" },
      svg("use", { href: "#horns" }));
  }

  function satellite(mended) {
    const ink = { stroke: "currentColor", "stroke-width": 2.5, "stroke-linecap": "round" };
    const trails = [[4, 8], [1, 20], [4, 32]].map(function (to) {
      return svg("line", Object.assign({ x1: 18, y1: 20, x2: to[0], y2: to[1] }, ink));
    });
    const body = mended
      ? svg("circle", { cx: 26, cy: 20, r: 8, fill: "none", stroke: "currentColor", "stroke-width": 4 })
      : svg("circle", { cx: 26, cy: 20, r: 9, fill: "currentColor" });
    const dot = mended ? svg("circle", { cx: 26, cy: 20, r: 2.5, fill: "currentColor" }) : null;
    return svg("svg", { viewBox: "0 0 40 40", "aria-hidden": "true" }, ...trails, body, dot);
  }

  function drawPad() {
    const pad = document.getElementById("pad");
    const count = state ? state.cells.length : data.rounds[0].questions.length;
    const cells = state ? state.cells : Array(count).fill("empty");
    const step = Math.min(62, 640 / count), high = step * 0.86;
    const mast = cells.map(function (cell, at) {
      const y = 732 - (at + 1) * step;
      const full = cell === "full" || cell === "mended";
      const group = svg("g", {}, svg("rect", { x: 312, y: y, width: 92, height: high,
        rx: Math.min(9, high / 4), fill: full ? "var(--fuel)" : "var(--mast)",
        stroke: full ? "var(--fuel)" : "var(--hollow)", "stroke-width": 3 }));
      if (cell === "full") {
        group.append(svg("line", { x1: 328, x2: 388, y1: y + high * 0.78, y2: y + high * 0.78,
          stroke: "var(--fuel_seam)", "stroke-width": 4 }));
      } else if (cell === "mended") {
        group.append(svg("circle", { cx: 358, cy: y + high / 2, r: high * 0.24, fill: "none",
          stroke: "var(--mast)", "stroke-width": 4 }));
      } else if (cell === "hollow") {
        const r = high * 0.28, m = y + high / 2;
        group.append(svg("circle", { cx: 358, cy: m, r: r, fill: "none", stroke: "var(--amber)",
          "stroke-width": 3 }), svg("path", { fill: "var(--amber)",
          d: "M" + (358 - r) + "," + m + "a" + r + "," + r + " 0 0 0 " + 2 * r + ",0Z" }));
      }
      return group;
    });
    const rocket = svg("g", { transform: "translate(150,724)" }, ...inBothLooks(data.rocket));
    const foot = svg("path", { d: "M20,724H300V738H20Z M70,738H230L210,760H90Z", fill: "var(--hollow)" });
    pad.replaceChildren ? pad.replaceChildren() : (pad.textContent = "");
    pad.append(foot, rocket, svg("rect", { x: 300, y: 732 - count * step - 8, width: 116,
      height: count * step + 12, fill: "none", stroke: "var(--hollow)", "stroke-width": 3 }), ...mast);
  }

  function drawOrbits(learned) {
    const pad = document.getElementById("pad"), lanes = 5;
    pad.textContent = "";
    for (let lane = 0; lane < lanes; lane++) {
      const y = 470 - lane * 108;
      pad.append(svg("path", { d: "M0," + (y + 26) + " Q210," + (y - 26) + " 420," + (y + 26),
        fill: "none", stroke: "var(--line)", "stroke-width": 3 }));
    }
    learned.forEach(function (one, at) {
      const column = Math.floor(at / lanes), columns = Math.ceil(learned.length / lanes);
      const x = 420 * (column + 0.35 + 0.07 * (at % lanes)) / columns;
      const y = 470 - (at % lanes) * 108 + 26 * Math.pow(x / 210 - 1, 2);
      const drawn = satellite(one.cell === "mended");
      const place = { x: x - 34, y: y - 26, width: 52, height: 52, class: one.cell };
      Object.keys(place).forEach(function (name) { drawn.setAttribute(name, place[name]); });
      pad.append(drawn);
    });
  }

  // What stands on the page.

  function show(stage, ...children) {
    document.body.dataset.stage = stage;
    main.textContent = "";
    main.append(...children);
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

  // A round.

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

  const wanted = /^#(\d{1,9})$/.exec(window.location.hash);
  const seed = wanted ? Number(wanted[1]) : Math.floor(Math.random() * 4294967296);
  const rng = random(seed);
  let order = [], flown = 0;

  function fly() {
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
    show(stage, el("section", {}, card(horns(), horns(true), ...stem(one)),
      el("ul", { class: "options" }, plate(true), plate(false)),
      card(el("p", { class: "dim" }, words.aftergo))));
  }

  function ask(stage) {
    const one = question();
    const form = el("form", { novalidate: true });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    const strip = el("div", { role: "status", id: "strip" });
    const parts = answersOf(one);
    const fields = el("fieldset", {},
      el("legend", { class: "stem" }, card(horns(), horns(true), ...stem(one))),
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
    strip.className = "strip";
    strip.textContent = "";
    strip.append(el("b", {}, hint.call + ":"), el("span", { lang: one.language }, hint.text));
    if (now().purpose === "flight") strip.append(" ", say(words.worth, { fuel: worth }));
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

  // The answers of each kind.

  function answersOf(one) {
    if (one.kind === "typed" || one.kind === "number") return written(one);
    if (one.kind === "match") return matching(one);
    if (one.kind === "order") return ordering(one);
    const list = el("ul", { class: "options" }, ...one.options.map(function (text, at) {
      const look = lookOf(at);
      return el("li", {}, el("button", {
        type: "button", class: "plate " + look, "data-option": at,
        on: function () { lock(at); },
      }, one.kind === "true-false" ? null : el("span", { class: "unseen" }, letterOf(at) + ": "),
      sign(one.kind === "true-false" ? "" : letterOf(at), look),
      el("span", { lang: one.language }, text)));
    }));
    list.addEventListener("keydown", arrows);
    return [list];
  }

  function arrows(event) {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const plates = Array.from(main.querySelectorAll(".plate:not(:disabled)"));
    const at = plates.indexOf(document.activeElement);
    if (!by || at < 0) return;
    event.preventDefault();
    plates[(at + by + plates.length) % plates.length].focus();
  }

  function written(one) {
    const number = one.kind === "number";
    const name = number ? words.typenumber : words.typeanswer;
    const input = el("input", {
      class: "field", type: "text", maxlength: 200, autocomplete: "off", autocapitalize: "off",
      spellcheck: "false", inputmode: number ? "decimal" : "text", id: "typed", "data-first": true,
      "aria-describedby": one.unit ? "stem unit" : "stem",
    });
    function send() {
      const text = input.value.trim();
      if (!text) { input.focus(); return; }
      if (number && !judge.readings(text).length) {
        tell(words.figures);
        note.textContent = words.figures;
        note.hidden = false;
        input.focus();
        return;
      }
      lock(text);
    }
    input.addEventListener("keydown", function (event) {
      if (event.key === "Enter") { event.preventDefault(); send(); }
    });
    const note = el("p", { class: "amber", hidden: true });
    return [el("div", { class: "line typed" }, el("label", { for: "typed" }, name),
      el("p", { class: "row" }, input,
        one.unit ? el("span", { id: "unit", lang: one.language }, one.unit) : null,
        first(words.lock, send)),
      note)];
  }

  function matching(one) {
    const selects = one.prompts.map(function (text, at) {
      const select = el("select", { id: "match" + at, lang: one.language },
        el("option", { value: "" }, "—"),
        ...one.options.map(function (option, number) {
          return el("option", { value: number }, option);
        }));
      return select;
    });
    const list = el("ul", { class: "lines" }, ...one.prompts.map(function (text, at) {
      return el("li", { class: "line" },
        el("label", { for: "match" + at, lang: one.language }, text), selects[at]);
    }));
    function send() {
      const open = selects.find(function (select) { return select.value === ""; });
      if (open) {
        note.textContent = words.chooseall;
        note.hidden = false;
        tell(words.chooseall);
        open.focus();
        return;
      }
      lock(selects.map(function (select) { return Number(select.value); }));
    }
    const note = el("p", { class: "amber", hidden: true });
    return [list, el("p", { class: "row" }, first(words.lock, send), note)];
  }

  function ordering(one) {
    let order = one.options.map(function (_, at) { return at; });
    const list = el("ol", { class: "lines" });
    function draw(focus, by) {
      list.textContent = "";
      order.forEach(function (option, place) {
        function move(step, text, arrow) {
          return el("button", {
            type: "button", class: "move", "aria-label": say(text, { option: one.options[option] }),
            disabled: place + step < 0 || place + step >= order.length,
            "data-step": step,
            on: function () {
              order.splice(place, 1);
              order.splice(place + step, 0, option);
              draw(option, step);
              tell(say(words.moved, { option: one.options[option], place: place + step + 1,
                count: order.length }));
            },
          }, arrow);
        }
        const line = el("li", { class: "line" }, el("span", { class: "place" }, String(place + 1)),
          el("span", { class: "what", lang: one.language }, one.options[option]),
          move(-1, words.up, "↑"), move(1, words.down, "↓"));
        list.append(line);
        if (option === focus) {
          const same = line.querySelector("[data-step='" + by + "']");
          (same.disabled ? line.querySelector(".move:not(:disabled)") : same).focus();
        }
      });
    }
    draw(-1, 0);
    return [list, el("p", { class: "row" }, first(words.lock, function () { lock(order); }))];
  }

  // After an answer.

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
    const text = !tuple ? say(words.answer, { key: one.key })
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
        keyBar(one), pairs(one),
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
})();

// The teacher's remote: what the class does now, and the few things that a teacher orders.
"use strict";

(function () {
  const { say, el, empty, byId, tell, strip, figure } = tm;
  const SETTINGS = {
    pace: ["window", "relaxed", "untimed", "classic"], shapes: [false, true], change: [true, false],
    standing: ["top", "teams", "none"], go: [true, false], calls: [true, false],
    names: ["made", "free"], teams: [0, 2, 3, 4, 5, 6], dealt: ["dealt", "chosen"],
  };
  const BEFORE = ["names", "teams", "dealt"];
  const MORE_TIME = 1.5;
  const PAUSES = ["go", "asking"];
  const OPEN = ["go", "asking", "explaining", "hold"];
  const SHOWN_MS = 10000;
  const S = { said: null, page: "main", bye: "", ask: null, no: "", since: 0, opened: "" };
  let wire = null;

  const secret = function () { return decodeURIComponent(location.hash.slice(1)); };
  const order = function (what, more) {
    refused("");
    wire.send(Object.assign({ t: "order", do: what }, more));
  };

  // What could not be done, in the words of the host, for a while; "" takes it away.
  function refused(text) {
    clearTimeout(S.since);
    S.no = text;
    strip(text);
    if (text) S.since = setTimeout(function () { refused(""); }, SHOWN_MS);
  }

  function button(kind, text, act, more) {
    return el("button", Object.assign({ type: "button", class: kind, onclick: act }, more), text);
  }

  function phase() {
    const said = S.said;
    return said.phase === "go" ? say("phase_go")
      : said.phase === "explaining" ? say("card_" + said.stands) : say(said.phase);
  }

  // What the large button does next, in words.
  function next() {
    const said = S.said;
    return said.phase === "results" ? say("results")
      : said.phase === "explaining" ? say("then_" + said.then) : say("do_" + said.phase);
  }

  function goOn() {
    const said = S.said;
    if (said.phase !== "asking") order("next");
    else if (said.answered >= said.of) order("close");
    else ask("main", "close_head", say("answered", counts()), "do_asking", function () { order("close"); });
  }

  const counts = function () {
    return { count: figure(S.said.answered), of: figure(S.said.of) };
  };

  // A question before what cannot be taken back; `from` is the page that it came from.
  function ask(from, title, text, label, act, who) {
    S.ask = { from: from, title: title, text: text, label: label, act: act, who: who || "",
      at: moment() };
    turn("ask");
  }

  const moment = function () { return S.said.phase + S.said.q; };

  // Whether what was asked about is no longer there.
  function idle() {
    return S.page === "ask" && (S.ask.who ? !S.said.people.some(function (one) {
      return one.id === S.ask.who;
    }) : S.ask.from === "main" && S.ask.at !== moment());
  }

  // The whole page is drawn once; after that only what has changed, so that the focus stays.
  function render() {
    const main = empty(byId("main"));
    PAGES[S.bye || !S.said ? "nothing" : S.page](main);
    const foot = empty(byId("foot"));
    foot.appendChild(tm.languageChoice(function () {
      render();
      // The host is told in which language it is read.
      wire.renew();
    }));
    document.title = say("remote") + " · T-Minus";
    if (S.said) update();
  }

  const PAGES = {
    nothing: function (main) {
      const text = S.bye === "over" ? say("over") : S.bye === "pin" ? say("wrong")
        : S.bye ? say("host_gone") : secret() ? say("joining") : say("secret");
      main.appendChild(el("section", { class: "card" }, el("h1", { tabindex: "-1" }, say("remote")),
        el("p", {}, text)));
    },

    main: function (main) {
      main.appendChild(el("section", { class: "card" },
        el("p", { class: "dim", id: "at" }),
        el("h1", { tabindex: "-1", id: "phase" }),
        el("p", { class: "figure amber", id: "paused", hidden: true }, say("paused")),
        el("p", { id: "prompt", dir: "auto" }),
        el("p", { id: "key", dir: "auto", hidden: true }),
        el("p", { class: "figure", id: "heads" }),
        el("div", { class: "track", id: "gauge", "aria-hidden": "true" },
          el("div", { class: "fuelled", id: "answered" }))));
      main.appendChild(button("first go-on", "", goOn, { id: "next" }));
      main.appendChild(el("div", { class: "grid near" },
        button("quiet", "", function () { order(S.said.paused ? "resume" : "pause"); }, { id: "pause" }),
        button("quiet", say("skip"), function () { order("skip"); }, { id: "skip" }),
        button("quiet", "", function () { order(S.said.locked ? "unlock" : "lock"); }, { id: "lock" }),
        button("quiet", say("people"), function () { turn("people"); }),
        button("quiet", say("rules"), function () { turn("rules"); }),
        button("quiet", say("fly"), function () {
          const text = say("fly_say") + (S.said.phase === "asking" ? " " + say("fly_open") : "");
          ask("main", "fly_head", text, "fly", function () { order("launch"); });
        }, { id: "fly" }),
        button("quiet", say("end"), function () {
          const results = S.said.window && S.said.phase !== "lobby";
          ask("end", "end_head", say(results ? "end_results" : "end_say"), "end", function () {
            order("end");
          });
        })));
    },

    people: function (main) {
      const people = S.said.people;
      main.appendChild(el("section", { class: "card" },
        el("h1", { tabindex: "-1" }, say("people")),
        !people.length && el("p", {}, say("nobody")),
        el("ul", { class: "seats" }, people.map(function (one) {
          const act = function (key, more) {
            const words = say("of_one", { what: say(key), name: one.name });
            const act = function () {
              order(key, Object.assign({ id: one.id }, more));
              tell(words);
            };
            const asks = key === "kick" || key === "ban";
            return button("quiet", say(key), asks ? function () {
              ask("people", key + "_head", words + ". " + say(key + "_say"), key, act, one.id);
            } : act, { "aria-label": words, id: key + one.id });
          };
          const made = el("details", { open: S.opened === one.id, ontoggle: function () {
            if (made.open) S.opened = one.id;
            else if (S.opened === one.id) S.opened = "";
          } },
            el("summary", { id: "seat" + one.id }, el("bdi", { class: "figure" }, one.name),
              one.team && el("bdi", { class: "dim" }, one.team),
              el("span", { class: one.here ? "dim" : "amber" }, standsFor(one))),
            el("div", { class: "grid" }, act("rename"), act("extra", { factor: MORE_TIME }),
              act("kick"), act("ban")));
          return el("li", {}, made);
        }))));
      main.appendChild(back());
    },

    rules: function (main) {
      const begun = S.said.phase !== "lobby";
      const names = Object.keys(SETTINGS).filter(function (name) {
        return (!begun || BEFORE.indexOf(name) < 0) && (name !== "dealt" || S.said.settings.teams) &&
          !(begun && name === "pace" && S.said.settings.pace === "classic") &&
          !(S.said.settings.pace === "classic" && (name === "go" || name === "calls"));
      });
      main.appendChild(el("section", { class: "card" },
        el("h1", { tabindex: "-1" }, say("rules")),
        el("div", { class: "grid" }, names.map(function (name) {
          const values = SETTINGS[name].filter(function (value) {
            return !(begun && value === "classic");
          });
          const note = name === "go" || name === "calls";
          const select = el("select", { id: "set_" + name,
            "aria-describedby": note ? "say_" + name : null, onchange: function () {
              order("settings", { [name]: values[select.selectedIndex] });
            } });
          values.forEach(function (value) {
            select.appendChild(el("option", { selected: S.said.settings[name] === value },
              shown(name, value)));
          });
          return el("div", {}, el("label", {}, say(name), select),
            note && el("p", { class: "note", id: "say_" + name }, say(name + "_say")));
        }))));
      main.appendChild(back());
    },

    ask: function (main) {
      const asked = S.ask;
      const away = function () { turn(asked.from === "people" ? "people" : "main"); };
      main.appendChild(el("section", { class: "card" },
        el("h1", { tabindex: "-1" }, say(asked.title)),
        el("p", { id: "ask_say", dir: "auto" }, asked.text),
        el("div", { class: "row" },
          button("first", say("back"), away, { id: "ask_back" }),
          button("second", say(asked.label), function () { asked.act(); away(); }, { id: "ask_do" }))));
    },
  };

  // Whether a learner is there, and has answered.
  function standsFor(one) {
    return !one.here ? say("away") : one.done === null ? "" : say(one.done ? "done" : "waited");
  }

  function shown(name, value) {
    if (name === "teams" && value) return String(value);
    return name === "pace" || name === "standing" || name === "names" || name === "teams" ||
      name === "dealt" || name === "shapes" ? say(name + "_" + value) : say(String(value));
  }

  // Drawn anew where the focus is; a learner who has just been sent away had it, perhaps.
  function renderInPlace() {
    const id = document.activeElement && document.activeElement.id;
    render();
    const at = id && byId(id) ? byId(id) : id ? document.querySelector("h1") : null;
    if (at) at.focus({ preventScroll: true });
  }

  function back() { return button("first", say("back"), function () { turn("main"); }); }

  function turn(page) {
    S.page = page;
    render();
    window.scrollTo(0, 0);
    const title = document.querySelector("h1");
    if (title) title.focus({ preventScroll: true });
  }

  function set(id, text) {
    const made = byId(id);
    if (made && made.textContent !== text) made.textContent = text;
  }

  function update() {
    if (S.page !== "main" || S.bye) return;
    const said = S.said;
    const asks = PAUSES.indexOf(said.phase) >= 0;
    set("at", said.phase === "lobby" ? "T-" + said.count
      : say("question", { number: Math.min(said.q + 1, said.count), count: said.count }));
    set("phase", phase());
    set("prompt", said.prompt);
    const closed = said.closed;
    set("heads", asks && said.phase === "asking" ? say("answered", counts())
      : closed ? say("had", { right: figure(closed.right), of: figure(closed.of) })
      : say("joined", { count: figure(said.players) }));
    set("key", closed ? say("answer", { key: closed.key }) : "");
    byId("key").hidden = !closed;
    byId("gauge").hidden = said.phase !== "asking";
    byId("answered").style.transform =
      "scaleX(" + Math.min(1, said.answered / Math.max(1, said.of)) + ")";
    set("next", next());
    byId("next").hidden = said.phase === "results";
    set("pause", say(said.paused ? "resume" : "pause"));
    set("lock", say(said.locked ? "unlock" : "lock"));
    byId("paused").hidden = !(asks && said.paused);
    byId("pause").hidden = byId("skip").hidden = !asks;
    byId("fly").hidden = OPEN.indexOf(said.phase) < 0;
  }

  function heard(said) {
    strip(S.no);
    if (said.t === "teacher") {
      const first = !S.said || S.bye || said.over;
      const moved = S.said && (S.said.phase !== said.phase || S.said.stands !== said.stands);
      const stopped = S.said && !S.said.paused && said.paused;
      const other = function (name) {
        return S.said && JSON.stringify(S.said[name]) !== JSON.stringify(said[name]);
      };
      const again = S.page === "rules" ? other("settings") : S.page === "people" && other("people");
      S.said = said;
      S.bye = said.over ? "over" : "";
      if (first) render();
      else if (idle()) turn(S.ask.from === "people" ? "people" : "main");
      else if (again) renderInPlace();
      else update();
      if (stopped) tell(say("paused"));
      else if (moved) tell(phase());
    } else if (said.t === "no" && said.say) {
      refused(said.say);
      // What was chosen there does not hold.
      if (S.page === "rules") renderInPlace();
    } else if (said.t === "bye") {
      if (said.why === "host" || said.why === "slow") return;
      S.bye = said.why;
      wire.stop();
      render();
    }
  }

  wire = tm.wire(function () {
    return secret() ? { t: "hello", v: 1, secret: secret(), language: tm.language() } : null;
  }, heard, function (now) { if (now === "lost") strip(say("joining")); });
  window.addEventListener("hashchange", function () { S.bye = ""; wire.open(); });
  tm.start(function () {
    render();
    wire.open();
  });
})();

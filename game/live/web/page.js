// The learners' page: one screen for each thing that a class says, and what a learner answers.
"use strict";

(function () {
  const { keep, kept, say, figure, el, svg, empty, byId, tell, strip } = tm;
  const LETTERS = "ABCDEFGHIJ";
  const FIRST = "ABCD";
  const SIGNS = {
    A: ["path", { d: "M24 4 46 43H2z" }, 35],
    B: ["path", { d: "M24 1 47 24 24 47 1 24z" }, 29],
    C: ["circle", { cx: 24, cy: 24, r: 21 }, 29],
    D: ["path", { d: "M7 4h34q3 0 3 3v34q0 3-3 3H7q-3 0-3-3V7q0-3 3-3z" }, 29],
  };
  const FULL = 100, GO_RIGHT = 120, MENDED = 50, CALL = 10;
  const ANSWER_MS = 4000;
  const TOP = 5;
  const LEAST_ROCKET = 110;
  const LONG = 18;
  const STRIP_MS = 600;
  const SETTLE_MS = 700, SETTLE_GO_MS = 1500;
  const BACK_MS = 2000;

  const S = {
    view: "pin", said: null, error: "", pin: "", seat: null, welcome: null, q: null, mine: null,
    draft: {}, calling: false, why: "", triedToken: false, fuel: 0, count: 10, points: false,
    lost: false, clock: null, name: "", team: "", backAt: -BACK_MS, over: false,
  };
  let wire = null, sendTimer = 0, stripTimer = 0, settledAt = 0;

  function keepSeat() {
    keep("seat", S.seat ? JSON.stringify({
      token: S.seat.token, name: S.seat.name, fuel: S.fuel, count: S.count, points: S.points,
    }) : "");
  }

  function recallSeat() {
    try {
      const found = JSON.parse(kept("seat") || "null");
      if (!found || !found.token) return;
      S.seat = { token: found.token, name: found.name || "", team: "" };
      S.fuel = found.fuel || 0;
      S.count = found.count || 10;
      S.points = Boolean(found.points);
    } catch (broken) { keep("seat", ""); }
  }

  function forgetSeat() {
    S.seat = null;
    S.fuel = 0;
    S.points = false;
    S.q = S.mine = S.clock = null;
    keepSeat();
  }

  const letterOf = function (index) { return LETTERS.charAt(index); };
  const styleOf = function (index) { return FIRST.charAt(index % FIRST.length); };

  function sign(index) {
    const [name, more, low] = SIGNS[styleOf(index)];
    return svg("svg", { class: "sign", viewBox: "0 0 48 48", "aria-hidden": "true", focusable: "false" },
      svg(name, more), svg("text", { x: 24, y: low }, letterOf(index)));
  }

  // Full, mended, hollow or recheck: one sign for each, apart by shape.
  function lamp(kind) {
    return el("span", { class: "cell " + kind, "aria-hidden": "true" });
  }

  function horns(low) {
    const use = svg("use", { href: "#horns" });
    return svg("svg", { class: "horns" + (low ? " low" : ""), "aria-hidden": "true" }, use);
  }

  function head(text, more) {
    return el("h1", Object.assign({ tabindex: "-1", dir: "auto", class: fitting(text) }, more), text);
  }

  // A very long text takes a smaller size, so that its options are not far below.
  function fitting(text) {
    return text.length > 150 ? "long" : text.length > 80 ? "mid" : "";
  }

  function card(...children) {
    return el("section", { class: "card" }, horns(false), horns(true), children);
  }

  function say2(text, more) { return text ? el("p", more || {}, text) : null; }

  function isolated(text, lang) { return el("bdi", { lang: lang }, text); }

  // A sentence of the catalogue around a name that may run in another direction.
  function around(key, slot, value, slots, lang) {
    const parts = say(key, Object.assign({ [slot]: "\u0001" }, slots)).split("\u0001");
    return el("span", {}, parts[0], isolated(value, lang), parts.slice(1).join(""));
  }

  // A team in the language of the phone; the class has its names in its own.
  function teamName(id, other) { return tm.has("team_" + id) ? say("team_" + id) : other; }

  function button(kind, text, act, more) {
    return el("button", Object.assign({ type: "button", class: kind, onclick: act }, more), text);
  }

  function cells() {
    const count = Math.max(1, Math.min(20, S.count));
    const full = S.fuel / FULL;
    const filled = figure(Math.min(count, Math.round(full * 10) / 10));
    const words = S.points ? say("fuel_say", { fuel: figure(S.fuel) })
      : say("cells", { fuel: figure(S.fuel), filled: filled, count: figure(count) });
    const row = S.points ? null : el("span", { class: "row-cells", "aria-hidden": "true" });
    for (let at = 0; row && at < count; at++) {
      const share = Math.max(0, Math.min(1, full - at));
      const part = el("span", { class: "fill" });
      part.style.transform = "scaleX(" + share + ")";
      row.appendChild(el("span", { class: share >= 1 ? "cell full" : "cell" }, part));
    }
    return el("p", { class: "fuel" }, row, el("span", {}, words));
  }

  const ROCKET = [
    ["steel", "M6 346 40 200M114 346 80 200M18 346 44 214M102 346 76 214"],
    ["light", "M46 186C40 236 28 300 26 346h25V196z"], ["mid", "M40 300 51 210V346H37z"],
    ["light", "M74 186c6 50 18 114 20 160H69V196z"], ["shade", "M77 206c5 50 15 100 17 140H82z"],
    ["light", "M49 106h22v96l4 144H45l4-144z"], ["mid", "M60 106h7v96l3 144H60z"],
    ["shade", "M66 106h5v96l4 144h-7l-2-144z"],
    ["truss", "M50 106 58 94M58 106 50 94M58 106l8-12M66 106l-8-12M66 106l4-12"],
    ["light", "M60 0c8 11 11 22 11 36v58H49V36C49 22 52 11 60 0z"],
    ["mid", "M60 0c4 11 6 22 6 36v58h-6z"], ["shade", "M60 0c8 11 11 22 11 36v58h-5V36C66 22 64 11 60 0z"],
    ["seam", "M49 52h22M49 150h22M31 300h58"], ["rim", "M71 36v58M71 106v90M94 346c-2-40-9-86-14-120"],
  ];

  function rocket(flies) {
    return svg("svg", { class: "rocket" + (flies ? " flies" : ""), viewBox: "0 0 120 420" },
      flies && svg("path", { class: "flame", d: "M44 346h32l-8 40-8 34-8-34z" }),
      flies && svg("path", { class: "flame side", d: "M28 346h20l-10 44zM72 346h20l-10 44z" }),
      ROCKET.map(function (one) { return svg("path", { class: one[0], d: one[1] }); }),
      !flies && svg("path", { class: "stand", d: "M0 346h120v6H0z" }),
      !flies && svg("path", { class: "pit", d: "M18 352h84l16 68H2z" }));
  }

  function takeClock(message, fresh) {
    const left = message.left_ms === undefined ? null : message.left_ms;
    const reads = message.reading_ms || 0;
    const all = !fresh && S.clock && S.clock.q === message.q ? S.clock.all : 0;
    S.clock = {
      q: message.q, left: left, reads: reads, at: performance.now(),
      all: Math.max(all, left - reads, 1), paused: Boolean(message.paused),
    };
    showClock();
  }

  // What the clock shows, and whether it stands still yet while all read.
  function clockNow() {
    const clock = S.clock;
    const gone = clock.paused ? 0 : performance.now() - clock.at;
    const reads = Math.max(0, clock.reads - gone);
    return [Math.max(0, clock.left - gone) - reads, reads > 0, Math.ceil(reads / 1000)];
  }

  function showClock() {
    const stands = S.clock && (S.view === "question" || S.view === "go");
    const paused = stands && S.clock.paused, timed = stands && S.clock.left !== null;
    byId("clock").hidden = !(paused || timed);
    byId("clock").className = paused ? "paused" : "";
    byId("clock_left").hidden = byId("clock_track").hidden = !timed;
    if (!paused && !timed) return;
    const [left, waits, reads] = timed ? clockNow() : [0, false, 0];
    const s = Math.ceil(left / 1000);
    const word = paused ? say("paused") : waits ? say("stands", { seconds: figure(reads) }) : s > 0 ? say("left") : say("time_up");
    if (byId("clock_say").textContent !== word) byId("clock_say").textContent = word;
    byId("clock_left").textContent = Math.floor(s / 60) + ":" + String(s % 60).padStart(2, "0");
    byId("clock_bar").style.transform = "scaleX(" + left / S.clock.all + ")";
  }

  setInterval(showClock, 250);

  // A tap that was meant for what stood there before answers nothing; a thumb on its way to GO is
  // slower than one that has answered already.
  function settle(wait) {
    settledAt = performance.now() + wait;
    byId("main").classList.add("fresh");
    setTimeout(settled, wait);
  }

  // No sooner than taps count: what looks as if it could be pressed can be.
  function settled() {
    const left = settledAt - performance.now();
    if (left > 0) setTimeout(settled, left);
    else byId("main").classList.remove("fresh");
  }

  byId("main").addEventListener("click", function (event) {
    if (performance.now() >= settledAt) return;
    event.stopPropagation();
    event.preventDefault();
  }, true);

  const DESK = window.matchMedia("(hover: hover) and (pointer: fine)");
  const keysOn = function () { return DESK.matches && tm.kept("keys") !== "off"; };

  // Which option a key stands for, -1 for none. Where letters are not Latin, its place counts.
  function optionOf(event) {
    const key = /^[a-z1-9]$/i.test(event.key) ? event.key.toUpperCase()
      : (/^(?:Key|Digit)([A-J1-9])$/.exec(event.code) || ["", "-"])[1];
    return Math.max(LETTERS.indexOf(key), "123456789".indexOf(key));
  }

  document.addEventListener("keydown", function (event) {
    if (S.view !== "question" || !isChoice(S.q) || !keysOn()) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
    const at = document.activeElement || document.body;
    if (at !== document.body && !byId("main").contains(at)) return;
    const plate = byId("main").querySelector("[data-option='" + optionOf(event) + "']");
    if (!plate) return;
    event.preventDefault();
    plate.focus();
    plate.click();
  });

  function keysChoice() {
    const box = el("input", { type: "checkbox", id: "keys", checked: keysOn(),
      onchange: function () { keep("keys", box.checked ? "on" : "off"); } });
    return el("label", { class: "tick" }, box, " ", say("keys"));
  }

  function stage() {
    if (S.view === "launch") return "launch";
    if (S.view === "end") return "orbit";
    if (S.view === "hold" || S.view === "key") return "hold";
    const at = S.said && S.said.t_minus !== undefined ? S.said : S.q;
    if (!at || S.view === "lobby" || S.view === "pin" || S.view === "name") return "rollout";
    if (at.t_minus <= 0) return "hold";
    const done = (at.count - at.t_minus) / at.count;
    return done < 0.2 ? "rollout" : done < 0.6 ? "fuel" : "check";
  }

  function show(view, said) {
    // What was told of the last question is not true of this one.
    if (performance.now() - S.backAt > BACK_MS) tell("");
    S.view = view;
    if (said !== undefined) S.said = said;
    render(true);
  }

  function render(fresh) {
    const main = empty(byId("main"));
    document.body.setAttribute("data-stage", stage());
    document.body.setAttribute("data-view", S.view);
    VIEWS[S.view](main);
    const counts = ["go", "question", "reveal"].indexOf(S.view) >= 0;
    const at = S.said && S.said.t_minus !== undefined ? S.said : S.q;
    byId("bar").hidden = !(counts && at);
    byId("count").textContent = counts && at ? "T-" + at.t_minus : "";
    foot();
    byId("pad").className = S.view === "launch" ? "pad high" : "pad";
    empty(byId("pad"));
    if (["pin", "name", "lobby", "go", "launch", "key", "standing"].indexOf(S.view) >= 0) {
      const made = byId("pad").appendChild(rocket(S.view === "launch"));
      // Where there is no room for it, it does not stand as a splinter.
      made.style.display = byId("pad").clientHeight < LEAST_ROCKET ? "none" : "";
    }
    showClock();
    const title = main.querySelector("h1");
    document.title = (counts && at ? "T-" + at.t_minus + " · " : "") +
      (title ? title.textContent.slice(0, 80) : "") + " · T-Minus";
    if (fresh) {
      window.scrollTo(0, 0);
      if (title) title.focus({ preventScroll: true });
    }
  }

  function foot() {
    const foot = empty(byId("foot"));
    // Before the first question nobody has fuel, and the name stands above.
    if (S.seat && S.view !== "lobby") {
      foot.appendChild(el("p", { class: "who" }, isolated(S.seat.name),
        S.seat.team ? [" · ", isolated(teamName(S.seat.station, S.seat.team))] : ""));
      if (S.view !== "leave") foot.appendChild(cells());
    }
    foot.appendChild(el("div", { class: "row" },
      tm.languageChoice(function () { render(false); }), S.view === "question" && DESK.matches && keysChoice(),
      S.seat && ["leave", "bye", "end"].indexOf(S.view) < 0 && button("quiet", say("leave"), askLeave)));
  }

  const VIEWS = {
    pin: function (main) {
      const field = el("input", {
        id: "pin", class: "field digits", inputmode: "numeric", autocomplete: "off", maxlength: "9",
        value: S.pin, "aria-describedby": "pin_say" + (S.error ? " error" : ""),
        "aria-invalid": S.error ? "true" : null,
      });
      main.appendChild(card(
        head(say("pin_head")),
        el("p", { id: "pin_say" }, say("pin_say")),
        el("form", { onsubmit: function (event) { event.preventDefault(); givePin(field.value); } },
          el("label", { for: "pin" }, say("pin")), field,
          S.error && el("p", { id: "error", class: "amber", role: "alert" }, lamp("recheck"), say(S.error)),
          el("button", { class: "first" }, say("join")))));
    },

    name: function (main) {
      const welcome = S.welcome;
      const shut = ["locked", "full"].indexOf(S.error) >= 0;
      const offered = welcome.names.map(function (name) {
        return el("li", {}, button("pick", isolated(name), function () { join(name); },
          { disabled: shut || S.lost }));
      });
      const teams = welcome.teams.length ? el("fieldset", { class: "teams" },
        el("legend", {}, say("team_head")),
        S.error === "team_first" && el("p", { class: "amber", role: "alert" }, lamp("recheck"), say(S.error)),
        welcome.teams.map(function (team) {
          const box = el("input", { type: "radio", name: "team", value: team.id,
            checked: S.team === team.id, disabled: shut, onchange: function () {
              S.team = team.id;
              const alert = document.querySelector(".teams [role=alert]");
              if (alert) alert.parentNode.removeChild(alert);
              if (S.error === "team_first") S.error = "";
            } });
          return el("label", { class: "tick" }, box, " ", teamName(team.id, team.name));
        })) : null;
      const field = el("input", { id: "own", class: "field", maxlength: "40", autocomplete: "off",
        value: S.name, disabled: shut, oninput: function () { S.name = field.value; } });
      main.appendChild(card(
        el("p", { class: "sand", dir: "auto" }, welcome.title),
        head(say("name_head")),
        el("p", {}, say("name_say")),
        S.error && S.error !== "team_first" && el("p", { class: "amber", role: "alert" }, lamp("recheck"), say(S.error)),
        teams,
        el("ul", { class: "picks" }, offered),
        !shut && button("quiet", say("name_others"), function () { wire.send({ t: "names" }); },
          { id: "others", disabled: S.lost }),
        welcome.free && el("form", { onsubmit: function (event) {
          event.preventDefault();
          if (field.value.trim()) join(field.value.trim());
          else field.focus();
        } }, el("label", { for: "own" }, say("name_own")), field,
        el("button", { class: "second", disabled: shut || S.lost }, say("name_take"))),
        shut && button("first", say("again"), function () { S.error = ""; wire.renew(); })));
    },

    lobby: function (main) {
      main.appendChild(card(
        el("h1", { tabindex: "-1" }, around("lobby_head", "name", S.seat.name)),
        el("p", {}, say("lobby_say")),
        textLanguage() && textLanguage() !== tm.language() && el("p", { class: "dim" },
          around("lobby_language", "language", tm.named(textLanguage()), {}, textLanguage())),
        S.seat.team && el("p", {}, around("team", "team", teamName(S.seat.station, S.seat.team)))));
    },

    go: function (main) {
      const said = S.said;
      const told = said.said !== null && said.said !== undefined;
      main.appendChild(card(el("p", { class: "sand" }, say("go_head")),
        head(said.prompt || say("front"), { lang: textLanguage() }),
        el("p", { class: "dim" }, told ? say(said.said ? "said_go" : "said_nogo") : say("go_say"))));
      const plate = function (go) {
        const slots = go ? { right: GO_RIGHT, mended: 0 } : { right: FULL, mended: MENDED };
        return el("button", {
          type: "button", class: "plate call-it " + (go ? "goplate" : "nogo"),
          "aria-pressed": told && said.said === go ? "true" : "false",
          "aria-disabled": told ? "true" : null,
          onclick: function () { sayGo(go); },
        }, el("b", {}, say(go ? "go" : "nogo")), " ",
        el("span", { class: "small" }, say(go ? "know" : "unsure", slots)));
      };
      main.appendChild(el("div", { class: "plates" }, plate(true), plate(false)));
    },

    question: function (main) {
      const q = S.q;
      const note = q.purpose === "mend" ? say("mend") : q.purpose === "spare" ? say("spare") : "";
      main.appendChild(card(
        note && el("p", { class: "amber" }, q.purpose === "mend" && lamp("mended"), note),
        q.go && el("p", { class: "sand" }, lamp("full"), say("went")),
        q.late && el("p", { class: "amber" }, say("go_late")),
        head(q.prompt || say("front"), { lang: q.prompt ? q.language : null }),
        q.picture && el("p", { class: "dim" }, say("picture")),
        q.picture && el("details", {}, el("summary", {}, say("seen")),
          el("p", { lang: q.language, dir: "auto" }, q.picture))));
      main.appendChild(el("div", { id: "answer" }));
      main.appendChild(el("div", { id: "status", class: "status" }));
      main.appendChild(el("div", { id: "radio", class: "radio" }));
      renderAnswer();
      renderStatus();
      renderRadio();
    },

    reveal: function (main) {
      const said = S.said;
      const verdict = said.mended ? ["mended", "mended"] : said.right === true ? ["full", "right"]
        : said.right === false ? ["recheck", "recheck"] : ["", unheard(said)];
      const asked = S.q && S.q.q === said.q ? S.q : null;
      const returns = said.returns && said.right !== true;
      main.appendChild(el("section", { class: "card reveal" },
        asked && asked.prompt && el("p", { class: "asked", dir: "auto", lang: asked.language }, asked.prompt),
        el("h1", { tabindex: "-1", class: "verdict " + verdict[0] }, lamp(verdict[0]),
          el("span", {}, say(verdict[1])),
          said.earned > 0 && el("span", { class: "earned" }, say("earned", { fuel: figure(said.earned) }))),
        theKey(said),
        say2(said.explanation, { dir: "auto", lang: textLanguage() }),
        said.why && said.why !== said.explanation && say2(said.why, { dir: "auto", lang: textLanguage() }),
        said.right === false && !Array.isArray(said.answer) && said.yours && el("p", { class: "yours" },
          around("yours", "chosen", said.yours, {}, textLanguage())),
        said.right === false && said.feedback && say2(said.feedback, { dir: "auto", lang: textLanguage() }),
        returns && say2(say("returns"), { class: "amber" }),
        said.source && el("p", { class: "sand small", dir: "auto", lang: textLanguage() }, said.source)));
    },

    standing: function (main) {
      const said = S.said;
      // Nobody's phone says that they are the last; the fuel says how far they have come.
      const tells = said.place && said.place <= Math.max(TOP, said.of / 2);
      main.appendChild(card(
        head(say("standing")),
        tells && el("p", { class: "figure" }, say("place", { place: figure(said.place), of: figure(said.of) })),
        said.team && el("p", {}, isolated(teamName(said.team.id, said.team.name)), ": ",
          say("place", { place: figure(said.team.place), of: figure(said.team.of) })),
        el("p", {}, say("fuel_say", { fuel: figure(S.fuel) })),
        el("p", { class: "dim" }, say("next"))));
    },

    hold: function (main) {
      main.appendChild(card(
        el("p", { class: "poster amber", "aria-hidden": "true" }, "T-0"),
        head(say("hold_head")),
        el("p", {}, say("hold_say")),
        el("p", { class: "figure amber" }, lamp("recheck"), say("hold_facts", { count: figure(S.said.facts) })),
        el("p", { class: "dim" }, say("hold_clock"))));
    },

    key: function (main) {
      main.appendChild(card(
        head(say("key_head"), { class: "poster amber" }), el("p", {}, say("key_say"))));
    },

    launch: function (main) {
      main.appendChild(card(
        head(say("launch_head"), { class: "poster" }), el("p", {}, say("launch_say")),
        satellites(S.said.satellites)));
    },

    end: function (main) {
      const said = S.said;
      const looks = said.again || [];
      if (said.flown) main.appendChild(orbits(said.satellites.length));
      main.appendChild(card(
        head(say(said.flown ? "orbit" : "over_head"), { class: said.flown ? "poster" : "" }),
        said.right > 0 && el("p", {}, around("orbit_say", "name", said.name, { right: figure(said.right), of: figure(said.of) })),
        satellites(said.satellites),
        !said.satellites.length && el("p", {}, say("none_yet")),
        !looks.length && said.satellites.length > 0 && el("p", { class: "amber" },
          say(said.right === said.of ? "nothing" : "all_mended"))));
      if (looks.length) {
        main.appendChild(el("section", { class: "card" }, el("h2", {}, say("look")),
          el("ul", { class: "looks", lang: textLanguage() }, looks.map(function (one) {
            return el("li", { dir: "auto" }, el("p", {}, one.prompt), one.key && el("p", { class: "figure" }, one.key),
              el("p", { class: "sand small" }, one.source));
          }))));
      }
      main.appendChild(el("p", { class: "note" }, say("end_say")));
      if (S.over) main.appendChild(button("second", say("another"), nextClass));
    },

    leave: function (main) {
      main.appendChild(card(head(say("leave_head")), el("p", {}, around("leave_say", "name", S.seat.name)),
        el("div", { class: "row" },
          button("first", say("stay"), function () { S.view = S.before; render(true); }),
          button("second", say("leave"), leave))));
    },

    bye: function (main) {
      const [title, text, act, label] = GOODBYES[S.why] || GOODBYES.malformed;
      main.appendChild(card(head(say(title)), el("p", {}, say(text)),
        act && button("first", say(label), act)));
    },
  };

  // Why no answer counts: none was given, or it did not come in time.
  function unheard(said) {
    const mine = S.mine && S.mine.q === said.q && S.mine.a !== null ? S.mine : null;
    if (!mine || mine.state === "stored") return "unanswered";
    return mine.away ? "away_late" : "late";
  }

  const GOODBYES = {
    malformed: ["load_head", "load", function () { location.reload(); }, "reload"],
    version: ["load_head", "load", function () { location.reload(); }, "reload"],
    flood: ["flood_head", "flood", comeBack, "again"],
    elsewhere: ["elsewhere_head", "elsewhere", comeBack, "here"],
    kicked: ["kicked_head", "kicked", function () { show("pin"); }, "again"],
    pin: ["pin_head", "pin_many", function () { S.pin = ""; show("pin"); }, "again"],
    over: ["over_head", "over", nextClass, "another"],
  };

  function nextClass() {
    forgetSeat();
    S.over = false;
    S.pin = S.error = "";
    show("pin");
  }

  function comeBack() { strip(say("joining")); wire.open(); }

  function textLanguage() { return S.q ? S.q.language : S.textLanguage || null; }

  function satellites(list) {
    return list && list.length ? el("div", {},
      el("h2", {}, say("satellites")),
      el("ul", { class: "satellites", lang: textLanguage() }, list.map(function (name) {
        return el("li", { dir: "auto" }, name);
      }))) : null;
  }

  // The Earth's edge, and an orbit for each few satellites.
  function orbits(count) {
    const made = svg("svg", { class: "orbits", viewBox: "0 0 400 150", "aria-hidden": "true" },
      svg("circle", { class: "earth", cx: 200, cy: 560, r: 440 }));
    for (let at = 0; at < 3; at++) {
      made.appendChild(svg("circle", { class: "ring", cx: 200, cy: 560, r: 470 + 28 * at }));
    }
    for (let at = 0; at < Math.min(count, 12); at++) {
      const turn = (-20 + 40 * ((at * 5) % 12) / 11) * Math.PI / 180;
      const r = 470 + 28 * (at % 3);
      made.appendChild(svg("circle", { class: "satellite", r: 6,
        cx: 200 + r * Math.sin(turn), cy: 560 - r * Math.cos(turn) }));
    }
    return made;
  }

  function theKey(said) {
    const q = S.q && S.q.q === said.q ? S.q : null;
    if (q && q.options && Array.isArray(said.answer)) {
      const paired = q.prompts.length > 0;
      return el("div", {}, el("h2", {}, say(paired ? "pairs" : "order")),
        el(paired ? "ul" : "ol", { class: "lines", lang: q.language }, said.answer.map(function (index, at) {
          const text = q.options[index] || say("option", { letter: letterOf(index) });
          const left = !paired ? "" : q.prompts[at] ? at + 1 + ". " + q.prompts[at] + ": "
            : say("line", { number: at + 1 }) + ": ";
          return el("li", { class: "line " + (paired ? "pair" : styleOf(index)), dir: "auto" },
            !paired && sign(index), el("span", { class: "what" }, left, el("b", {}, text)));
        })));
    }
    const index = q && q.options && typeof said.answer === "number" ? said.answer : -1;
    return el("p", { class: "key " + (index >= 0 ? styleOf(index) : "open") },
      index >= 0 && sign(index), el("span", { dir: "auto" },
        around("answer", "key", said.key, {}, textLanguage())), el("span", { class: "check", "aria-hidden": "true" }));
  }

  const isChoice = function (q) { return q.options && !q.prompts.length && q.kind !== "order"; };
  const taken = function () { return S.mine !== null && S.mine.state !== "late"; };
  const fixed = function () { return taken() && !S.q.change; };

  function struck(index) {
    return S.q.heard.some(function (hint) { return hint.strikes === index; });
  }

  function renderAnswer() {
    const place = empty(byId("answer")), q = S.q;
    if (isChoice(q)) place.appendChild(choices(q));
    else if (q.prompts.length) place.appendChild(matching(q));
    else if (q.options) place.appendChild(ordering(q));
    else place.appendChild(typing(q));
  }

  function choices(q) {
    const two = q.options.length === 2 ? " two" : "";
    return el("ol", { class: "options" + two + (q.shapes ? " shapes" : ""), lang: q.language },
      q.options.map(function (text, index) {
        const out = struck(index), mine = taken() && S.mine.a === index;
        return el("li", {}, el("button", {
          type: "button", class: "plate " + styleOf(index) + (out ? " struck" : ""),
          "aria-pressed": mine ? "true" : "false",
          "aria-disabled": out || fixed() ? "true" : null,
          "data-option": index,
          onclick: function () { if (!out && !fixed()) answer(index); },
        }, sign(index),
        el("span", { class: "what", dir: "auto" },
          text ? [el("span", { class: "unseen" }, letterOf(index) + ". "), text]
            : el("span", { class: "unseen" }, say("option", { letter: letterOf(index) })),
          out && el("span", { class: "unseen" }, " (" + say("struck") + ")")),
        el("span", { class: "check", "aria-hidden": "true" })));
      }));
  }

  function ordering(q) {
    const list = el("ol", { class: "lines", lang: q.language });
    const order = S.draft.order;
    const name = function (index) {
      return q.options[index] || say("option", { letter: letterOf(index) });
    };
    const move = function (at, by, which) {
      const to = at + by;
      if (fixed() || to < 0 || to >= order.length) return;
      const index = order[at];
      order[at] = order[to];
      order[to] = index;
      S.draft.changed = true;
      renderAnswer();
      renderStatus();
      const again = document.querySelectorAll("#answer .line")[to].querySelectorAll(".move");
      const wanted = again[which].getAttribute("aria-disabled") ? again[1 - which] : again[which];
      wanted.focus();
      tell(say("moved", { option: name(index), place: to + 1, count: order.length }));
    };
    order.forEach(function (index, at) {
      const arrow = function (by, which, key) {
        return button("move", el("span", { class: by < 0 ? "up" : "down", "aria-hidden": "true" }),
          function () { move(at, by, which); }, {
            "aria-label": say(key, { option: name(index) }),
            "aria-disabled": fixed() || at + by < 0 || at + by >= order.length ? "true" : null,
          });
      };
      list.appendChild(el("li", { class: "line " + styleOf(index) },
        sign(index), el("span", { class: "what", dir: "auto" }, q.options[index] || ""),
        el("span", { class: "moves" }, arrow(-1, 0, "up"), arrow(1, 1, "down"))));
    });
    return el("div", {}, el("p", { class: "note" }, say("order_say")), list,
      sendButton(function () { answer(order.slice()); }));
  }

  function matching(q) {
    const chosen = S.draft.match;
    const rows = q.prompts.map(function (prompt, at) {
      const text = function () { return chosen[at] === null ? "" : q.options[chosen[at]]; };
      // A list that is closed cuts a long line off.
      const whole = el("p", { class: "whole", "aria-hidden": "true", dir: "auto" }, text());
      const select = el("select", { id: "m" + at, lang: q.language, disabled: fixed(),
        onchange: function () {
          chosen[at] = select.value === "" ? null : Number(select.value);
          whole.textContent = text();
          whole.hidden = whole.textContent.length < LONG;
          S.draft.changed = true;
          renderStatus();
          relabel();
        } }, el("option", { value: "" }, say("choose")));
      q.options.forEach(function (text, index) {
        select.appendChild(el("option", { value: index, selected: chosen[at] === index },
          letterOf(index) + (text ? " · " + text : "")));
      });
      whole.hidden = whole.textContent.length < LONG;
      return el("li", { class: "line pair" },
        el("label", { for: "m" + at, dir: "auto" }, prompt ? [el("b", {}, at + 1 + ". "), prompt]
          : say("line", { number: at + 1 })), select, whole);
    });
    return el("div", {}, el("p", { class: "note", id: "match_say" }, say("match_say")),
      el("ul", { class: "lines", lang: q.language }, rows),
      sendButton(function () {
        const gap = chosen.indexOf(null);
        if (gap >= 0) {
          tell(say("match_say"));
          byId("m" + gap).focus();
        } else answer(chosen.slice());
      }));
  }

  function typing(q) {
    const number = q.kind === "number";
    const foreign = !number && q.language !== tm.language();
    const field = el("input", {
      id: "typed", class: "field", maxlength: number ? "30" : "200", autocomplete: "off",
      autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "send",
      inputmode: number ? "decimal" : "text", dir: "auto", lang: q.language, value: S.draft.text,
      readonly: fixed(), "aria-describedby": foreign ? "tongue means" : "means",
      oninput: function () {
        S.draft.text = field.value;
        S.draft.changed = true;
        means.textContent = number ? meaning(q, field.value) : "";
        renderStatus();
        relabel();
      },
    });
    const means = el("p", { id: "means", class: "note" }, number ? meaning(q, S.draft.text) : "");
    return el("form", { class: "typing", onsubmit: function (event) {
      event.preventDefault();
      if (fixed()) return;
      const text = field.value.trim();
      const value = number ? numberIn(text) : text;
      if (!text) field.focus();
      else if (value === null) {
        tell(say("figures"));
        field.focus();
      } else answer(value);
    } },
    el("label", { for: "typed" }, say(number ? "number" : "type")),
    foreign && el("p", { class: "note", id: "tongue" },
      around("write_in", "language", tm.named(q.language), {}, q.language)),
    el("div", { class: "with-unit" }, field, q.unit && el("span", { class: "unit", lang: q.language }, q.unit)),
    means, sendButton(null));
  }

  // 6 717, 6,717 and 6.717 are one number where groups of three are meant; 3,5 and 3.5 are, too.
  function numberIn(text) {
    const plain = text.replace(/[\s\u00a0\u202f']/g, "").replace("\u2212", "-");
    if (/^[-+]?\d{1,3}([.,]\d{3})+$/.test(plain) && !/^[-+]?0/.test(plain)) {
      return Number(plain.replace(/[.,]/g, ""));
    }
    return /^[-+]?\d{1,15}([.,]\d{1,9})?$/.test(plain) ? Number(plain.replace(",", ".")) : null;
  }

  function meaning(q, text) {
    if (!text.trim()) return "";
    const value = numberIn(text.trim());
    if (value === null) return say("figures");
    // A year has no comma.
    const year = !q.unit && value < 10000 && value === Math.round(value);
    return say("means", { number: (year ? String(value) : figure(value)) + (q.unit ? " " + q.unit : "") });
  }

  function sendButton(act) {
    return el("button", { type: act ? "button" : "submit", id: "send", class: "first",
      "aria-disabled": fixed() ? "true" : null, onclick: act ? function () { if (!fixed()) act(); } : null,
    }, say(taken() ? "send_again" : "send"));
  }

  function relabel() {
    const send = byId("send");
    if (send) send.textContent = say(taken() ? "send_again" : "send");
  }

  function renderStatus() {
    const place = byId("status"), mine = S.mine;
    if (!place) return;
    empty(place);
    // What is not sent yet has no tick.
    byId("answer").classList.toggle("unsent", Boolean(mine && mine.state === "sending" && S.lost));
    if (!mine) {
      if (!S.q.change) place.appendChild(el("p", { class: "note" }, say("change_no")));
      return;
    }
    if (mine.state === "stored") {
      place.appendChild(el("p", { class: "stored" }, lamp("full"),
        say(mine.a === null ? "stored_pass" : "stored")));
      place.appendChild(el("p", { class: "note" }, say(S.q.change ? "change" : "wait")));
    } else {
      const key = mine.state === "late" ? "late" : S.lost ? "later" : "sending";
      place.appendChild(el("p", { class: "stored" }, lamp(key === "late" ? "recheck" : ""), say(key)));
    }
  }

  function renderRadio() {
    const place = empty(byId("radio")), q = S.q;
    q.heard.forEach(function (hint) {
      place.appendChild(el("p", { class: "strip", dir: "auto", lang: q.language },
        el("b", { lang: tm.language() }, say(hint.call) + ": "), hint.text));
    });
    const calls = q.calls > 0 && !taken();
    place.appendChild(el("div", { class: "row" },
      calls && button("quiet", say("call"), call, { id: "call", "aria-describedby": "call_say" }),
      !fixed() && button("quiet pass", say("pass"), function () { answer(null); }, {
        "aria-pressed": taken() && S.mine.a === null ? "true" : "false",
      })));
    if (calls) {
      place.appendChild(el("p", { class: "note", id: "call_say" }, say("call_say", { fuel: CALL }) + " " +
        say("calls", { count: q.calls })));
    }
  }

  function answer(a) {
    const n = Math.max(S.mine ? S.mine.n : 0, 0) + 1;
    S.mine = { q: S.q.q, n: n, a: a, state: "sending", away: S.lost };
    S.draft.changed = false;
    sendAnswer();
    if (S.lost && S.seat && S.why !== "host") strip(say("lost") + " " + say("later"));
    const at = document.activeElement;
    const again = at && at.getAttribute("data-option");
    const passed = at && at.classList.contains("pass");
    const sent = at && at.id === "send";
    const typed = at && at.id === "typed";
    renderAnswer();
    renderStatus();
    renderRadio();
    const focus = again !== null && again !== undefined
      ? document.querySelector("[data-option='" + again + "']")
      : passed ? document.querySelector(".pass") : sent || typed ? byId("send") : null;
    if (focus) focus.focus();
  }

  function sendAnswer() {
    clearTimeout(sendTimer);
    const mine = S.mine;
    if (!mine || mine.state !== "sending") return;
    wire.send({ t: "answer", q: mine.q, n: mine.n, a: mine.a });
    if (!S.lost) sendTimer = setTimeout(function () {
      if (S.mine === mine && mine.state === "sending") wire.renew();
    }, ANSWER_MS);
  }

  function call() {
    if (wire.send({ t: "call", q: S.q.q })) {
      const made = byId("call");
      if (made) made.setAttribute("aria-disabled", "true");
    }
  }

  function sayGo(go) {
    if (S.said.said !== null && S.said.said !== undefined) return;
    if (!wire.send({ t: "go", q: S.said.q, go: go })) return;
    S.said.said = go;
    render(false);
    const chosen = document.querySelector(".plate[aria-pressed='true']");
    if (chosen) chosen.focus();
    tell(say(go ? "said_go" : "said_nogo"));
  }

  function givePin(typed) {
    const digits = typed.replace(/\D/g, "");
    S.pin = digits;
    if (digits.length !== 6) {
      S.error = "pin_six";
      render(false);
      byId("pin").focus();
      return;
    }
    S.error = "";
    strip(say("joining"));
    if (!wire.send({ t: "hello", v: 1, pin: digits })) wire.open();
  }

  function join(name) {
    const message = { t: "join", name: name };
    if (S.welcome.teams.length) {
      if (!S.team) {
        S.error = "team_first";
        render(false);
        document.querySelector(".teams input").focus();
        return;
      }
      message.team = S.team;
    }
    wire.send(message);
  }

  function askLeave() {
    S.before = S.view;
    show("leave");
  }

  function leave() {
    wire.send({ t: "leave" });
    forgetSeat();
    wire.stop();
    strip("");
    S.error = "";
    show("pin");
  }

  function hello() {
    S.triedToken = Boolean(S.seat);
    if (S.seat) return { t: "hello", v: 1, token: S.seat.token };
    return S.pin.length === 6 ? { t: "hello", v: 1, pin: S.pin } : null;
  }

  function takeQuestion(said) {
    const before = S.q && S.q.q === said.q ? S.q : null;
    const pending = S.mine && S.mine.q === said.q && S.mine.state === "sending" ? S.mine : null;
    S.q = said;
    S.count = said.count;
    S.points = said.points;
    S.textLanguage = said.language;
    S.mine = said.mine ? { q: said.q, n: said.mine.n, a: said.mine.a, state: "stored" } : null;
    const again = pending && (!S.mine || pending.n > S.mine.n);
    if (again) S.mine = pending;
    takeClock(said, !before);
    if (!before || !S.draft || S.draft.q !== said.q) draft(said);
    if (before && S.view === "question" && same(before, said)) {
      renderStatus();
      renderRadio();
      if (S.draft.changed || isTyping()) relabel();
      else renderAnswer();
    } else {
      const went = S.view === "go" ? S.said : null;
      said.late = Boolean(went && went.said && !said.go);
      show("question", said);
      settle(went ? SETTLE_GO_MS : SETTLE_MS);
      if (said.late) tell(say("go_late"));
    }
    if (again) sendAnswer();
  }

  const isTyping = function () {
    const at = document.activeElement;
    return Boolean(at && (at.id === "typed" || at.tagName === "SELECT"));
  };

  function same(one, other) {
    const plain = function (q) {
      return JSON.stringify([q.prompt, q.prompts, q.options, q.kind, q.shapes, q.change, q.go]);
    };
    return plain(one) === plain(other);
  }

  // What a learner has done and not sent yet, begun from the answer that the class has.
  function draft(q) {
    const mine = q.mine ? q.mine.a : null;
    const many = Array.isArray(mine) ? mine : null;
    S.draft = {
      q: q.q, changed: false,
      order: many ? many.slice() : (q.options || []).map(function (text, index) { return index; }),
      match: many ? many.slice() : q.prompts.map(function () { return null; }),
      text: typeof mine === "string" ? mine : typeof mine === "number" && !q.options ? String(mine) : "",
    };
  }

  const HEARD = {
    welcome: function (said) {
      const others = S.view === "name" && document.activeElement && document.activeElement.id === "others";
      S.welcome = said;
      S.textLanguage = said.language;
      S.lost = false;
      S.error = said.locked ? "locked" : S.error === "name_lost" ? S.error : "";
      show("name", said);
      if (others) {
        byId("others").focus({ preventScroll: true });
        tell(said.names.join(", "));
      }
    },
    seat: function (said) {
      const token = said.token || (S.seat && S.seat.token);
      const known = S.seat && S.seat.token === token;
      if (!known) S.fuel = 0;
      S.seat = { token: token, name: said.name, team: said.team, station: said.station };
      S.count = said.count;
      S.error = "";
      keepSeat();
      if (S.lost) {
        S.backAt = performance.now();
        tell(say("returned"));
      }
      if (known && !said.token) render(false);
    },
    lobby: function (said) { S.q = S.mine = null; show("lobby", said); },
    go: function (said) {
      S.count = said.count;
      const again = S.view === "go" && S.said.q === said.q && S.said.said === said.said;
      takeClock(said, !again);
      if (!again) { S.q = S.mine = null; show("go", said); }
    },
    question: takeQuestion,
    hint: function (said) {
      if (!S.q || S.q.q !== said.q) return;
      S.q.heard.push({ call: said.call, text: said.text, strikes: said.strikes });
      S.q.calls = said.calls;
      renderRadio();
      if (said.strikes !== null && isChoice(S.q)) renderAnswer();
      const next = byId("call") || byId("main").querySelector("h1");
      next.focus({ preventScroll: true });
      tell(say(said.call) + ": " + said.text);
    },
    got: function (said) {
      if (!S.mine || S.mine.q !== said.q || S.mine.n !== said.n) return;
      clearTimeout(sendTimer);
      S.mine.state = "stored";
      renderStatus();
      tell(say(S.mine.a === null ? "stored_pass" : "stored"));
    },
    clock: function (said) {
      const paused = Boolean(S.clock && S.clock.paused);
      takeClock(said, false);
      if (Boolean(said.paused) !== paused) tell(say(said.paused ? "paused" : "resumed"));
    },
    reveal: function (said) {
      clearTimeout(sendTimer);
      S.fuel = said.fuel;
      S.points = said.points;
      keepSeat();
      // Why it is so comes later, when it stands in front; who reads on keeps their place.
      const more = S.view === "reveal" && S.said.q === said.q;
      if (!more) {
        show("reveal", said);
        return;
      }
      S.said = said;
      render(false);
      byId("main").querySelector("h1").focus({ preventScroll: true });
      tell([said.explanation, said.why !== said.explanation && said.why, said.source].filter(Boolean).join(" "));
    },
    standing: function (said) { show("standing", said); },
    hold: function (said) { S.q = null; show("hold", said); },
    key: function (said) { S.q = null; show("key", said); },
    launch: function (said) { show("launch", said); },
    end: function (said) {
      S.fuel = said.fuel;
      S.q = null;
      keepSeat();
      show("end", said);
    },
    no: refused,
    bye: function (said) {
      S.why = said.why;
      // A slow phone comes back by itself, and so does one whose host has stopped.
      if (said.why === "host" || said.why === "slow") return;
      wire.stop();
      strip("");
      if (said.why === "over") {
        keep("seat", "");
        S.over = true;
        if (S.view === "end") {
          render(false);
          return;
        }
      }
      if (said.why === "kicked") forgetSeat();
      show("bye");
    },
  };

  function refused(said) {
    const why = said.why;
    if (why === "pin") {
      if (S.triedToken) {
        forgetSeat();
        S.triedToken = false;
        S.error = "name_lost";
        if (S.pin.length === 6) wire.send({ t: "hello", v: 1, pin: S.pin });
        else show("pin");
      } else {
        S.error = "pin_wrong";
        show("pin");
      }
    } else if (why === "busy") {
      if (S.mine && S.mine.state === "sending") {
        clearTimeout(sendTimer);
        sendTimer = setTimeout(sendAnswer, 1300);
      } else if (!S.welcome && S.view === "pin") {
        S.error = "pin_many";
        show("pin");
      } else {
        tell(say("busy"));
      }
    } else if (S.view === "name") {
      S.error = why === "name" ? "name_no" : why === "taken" ? "name_taken"
        : why === "long" ? "name_long" : why === "range" ? "team_first" : why;
      if (said.names) S.welcome.names = said.names;
      render(true);
    } else if (S.mine && said.q === S.mine.q && said.n === S.mine.n) {
      clearTimeout(sendTimer);
      S.mine.state = "late";
      if (S.view === "question") { renderAnswer(); renderStatus(); }
      tell(say("late"));
    }
  }

  function heard(said) {
    clearTimeout(stripTimer);
    if (said.t !== "bye") S.why = "";
    strip("");
    const act = HEARD[said.t];
    const text = JSON.stringify(said);
    // Who comes back to what is shown already keeps their place in it.
    const shown = text === S.text && said.t === S.view && said.t !== "question";
    if (said.t !== "seat" && said.t !== "got") S.text = text;
    if (act && !shown) act(said);
    if (S.lost && said.t !== "bye") {
      S.lost = false;
      renderStatus();
    }
  }

  function connection(now) {
    if (now !== "lost") { S.lost = false; return; }
    if (S.lost) return;
    S.lost = true;
    clearTimeout(sendTimer);
    if (S.mine && S.mine.state === "sending") S.mine.away = true;
    stripTimer = setTimeout(function () {
      if (!S.lost) return;
      const waits = S.view === "question" && S.mine && S.mine.state === "sending";
      strip(S.why === "host" ? say("host") : S.seat ? say("lost") + (waits ? " " + say("later") : "")
        : say("joining"));
    }, STRIP_MS);
    if (S.view === "question") renderStatus();
    if (S.view === "name") render(false);
  }

  const inHash = function () { return (/(\d{6})/.exec(location.hash) || ["", ""])[1]; };
  S.pin = inHash() || (/[?&]pin=(\d{6})/.exec(location.search) || ["", ""])[1];
  // The code of the next round, opened in the tab of the last one.
  window.addEventListener("hashchange", function () {
    if (!inHash() || (S.seat && !S.over)) return;
    nextClass();
    S.pin = inHash();
    strip(say("joining"));
    wire.open();
  });
  recallSeat();
  wire = tm.wire(hello, heard, connection);
  tm.start(function () {
    if (S.seat || S.pin) strip(say("joining"));
    render(false);
    wire.open();
  });
})();

// What the learners' page and the teacher's share: words, elements, what is kept, the connection.
"use strict";

const tm = (function () {
  const SVG = "http://www.w3.org/2000/svg";

  // Some browsers forbid one place to keep things in, some all of them.
  const memory = {};

  function keep(name, value) {
    memory[name] = value;
    try {
      localStorage.setItem("t-minus." + name, value);
    } catch (refused) {
      try {
        document.cookie = "t-minus." + name + "=" + encodeURIComponent(value) +
          "; path=/; SameSite=Strict; max-age=" + (value ? 86400 : 0);
      } catch (too) { /* It is kept for as long as the page is open. */ }
    }
  }

  function kept(name) {
    if (memory[name] !== undefined) return memory[name];
    try {
      return localStorage.getItem("t-minus." + name) || "";
    } catch (refused) {
      try {
        const found = document.cookie.split("; ").filter(function (one) {
          return one.indexOf("t-minus." + name + "=") === 0;
        })[0];
        return found ? decodeURIComponent(found.split("=")[1]) : "";
      } catch (too) { return ""; }
    }
  }

  const root = document.documentElement;
  const names = {};
  root.getAttribute("data-languages").split("|").forEach(function (one) {
    names[one.split("=")[0]] = one.split("=")[1];
  });
  const WORDS = window.WORDS = {};
  let language = "en";

  function wanted() {
    const asked = [kept("language")].concat(navigator.languages || [navigator.language || ""]);
    for (const one of asked) {
      const code = String(one).toLowerCase().split("-")[0];
      if (names[code]) return code;
    }
    return "en";
  }

  // Each language is a file of its own, fetched when it is spoken; without it nothing changes.
  function speak(code, then) {
    const spoken = function () {
      if (!WORDS[code]) return;
      language = root.lang = code;
      then();
    };
    if (WORDS[code]) {
      spoken();
      return;
    }
    const file = document.createElement("script");
    file.src = "/" + root.getAttribute("data-words") + "-" + code + ".js";
    file.onload = spoken;
    document.head.appendChild(file);
  }

  function say(name, slots) {
    // The counter keeps to its line.
    return WORDS[language][name].replace(/T-(\d)/g, "T\u2011$1").replace(/\{(\w+)\}/g, function (all, slot) {
      return slots && slots[slot] !== undefined ? String(slots[slot]) : all;
    });
  }

  // As the game writes numbers: browsers do not know Kazakh everywhere.
  function figure(value) {
    const marks = WORDS[language];
    const parts = String(Number(value.toFixed(6))).split(".");
    if (Math.abs(value) >= Number(marks.grouped_from)) {
      parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, marks.thousands);
    }
    return parts.join(marks.decimal);
  }

  // Texts are only ever set as text.
  function set(made, more) {
    Object.keys(more || {}).forEach(function (name) {
      const value = more[name];
      if (value === null || value === undefined || value === false) return;
      if (name.slice(0, 2) === "on") made.addEventListener(name.slice(2), value);
      else made.setAttribute(name, value === true ? "" : value);
    });
    return made;
  }

  function fill(made, children) {
    children.forEach(function (child) {
      if (Array.isArray(child)) fill(made, child);
      else if (child !== null && child !== undefined && child !== false && child !== "") {
        made.appendChild(typeof child === "object" ? child : document.createTextNode(child));
      }
    });
    return made;
  }

  function el(name, more, ...children) {
    return fill(set(document.createElement(name), more), children);
  }

  function svg(name, more, ...children) {
    return fill(set(document.createElementNS(SVG, name), more), children);
  }

  function empty(made) {
    while (made.firstChild) made.removeChild(made.firstChild);
    return made;
  }

  const byId = function (id) { return document.getElementById(id); };

  // Said once by a screen reader; nothing is seen.
  function tell(text) {
    const told = byId("told");
    told.textContent = text && told.textContent === text ? text + "\u00a0" : text;
  }

  // A strip over all else, for what is wrong with the connection; "" takes it away.
  function strip(text) {
    const line = byId("line");
    if (line.textContent !== text) line.textContent = text;
    line.hidden = !text;
  }

  function languageChoice(changed) {
    const made = el("select", { id: "language", onchange: function () {
      keep("language", made.value);
      speak(made.value, function () {
        changed();
        const again = byId("language");
        if (again) again.focus();
      });
    } });
    Object.keys(names).forEach(function (code) {
      made.appendChild(el("option", { value: code, lang: code, selected: code === language },
        names[code]));
    });
    const unread = say("unread");
    return el("p", { class: "tongue" },
      el("label", { for: "language" }, say("language")), " ", made,
      unread && el("span", { class: "dim" }, " " + unread));
  }

  const WAITS = [300, 700, 1500, 3000, 5000];
  const QUIET_MS = 12000;
  const ANSWER_MS = 5000;

  // Keeps a connection: `hello` gives the first frame, or null while there is nothing to say;
  // `heard` gets each message, `state` "open", "lost" or "stopped".
  function wire(hello, heard, state) {
    let socket = null, tries = 0, again = 0, silent = 0, alive = 0, stopped = true;

    function close() {
      clearTimeout(again);
      clearTimeout(silent);
      clearTimeout(alive);
      if (!socket) return;
      const old = socket;
      socket = null;
      old.onopen = old.onmessage = old.onclose = old.onerror = null;
      try { old.close(); } catch (gone) { /* It was not open yet. */ }
    }

    function lost() {
      close();
      if (stopped) return;
      state("lost");
      const wait = WAITS[Math.min(tries, WAITS.length - 1)];
      tries += 1;
      again = setTimeout(open, wait * (0.7 + 0.6 * Math.random()));
    }

    // Nothing heard for long: ask, and give it up if nobody answers.
    function listen() {
      clearTimeout(silent);
      clearTimeout(alive);
      alive = setTimeout(function () {
        send({ t: "ping" });
        silent = setTimeout(lost, ANSWER_MS);
      }, QUIET_MS);
    }

    function open() {
      close();
      const first = hello();
      if (!first) return;
      stopped = false;
      const made = new WebSocket(
        (location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/ws");
      socket = made;
      silent = setTimeout(lost, 8000);
      made.onopen = function () {
        const now = hello();
        if (now) made.send(JSON.stringify(now));
      };
      made.onmessage = function (event) {
        if (made !== socket) return;
        tries = 0;
        listen();
        let message;
        try { message = JSON.parse(event.data); } catch (broken) { return; }
        if (message.t === "pong") return;
        heard(message);
      };
      made.onclose = made.onerror = function () { if (made === socket) lost(); };
    }

    function send(message) {
      if (!socket || socket.readyState !== 1) return false;
      socket.send(JSON.stringify(message));
      return true;
    }

    function stop() {
      stopped = true;
      close();
      state("stopped");
    }

    // An answer that is not acknowledged, or a phone that wakes up: do not wait for the watchdog.
    function renew() {
      if (stopped) return;
      tries = 0;
      state("lost");
      open();
    }

    let hidden = 0;
    document.addEventListener("visibilitychange", function () {
      if (document.hidden) hidden = Date.now();
      else if (!socket || socket.readyState > 1 || Date.now() - hidden > 5000) renew();
    });
    window.addEventListener("online", renew);
    window.addEventListener("pageshow", function (event) { if (event.persisted) renew(); });
    window.addEventListener("offline", function () {
      if (!stopped) { close(); state("lost"); again = setTimeout(open, 1000); }
    });

    return {
      open: function () { tries = 0; open(); },
      send: send,
      stop: stop,
      renew: renew,
      isOpen: function () { return socket !== null && socket.readyState === 1; },
    };
  }

  return {
    keep: keep, kept: kept, say: say, figure: figure, el: el, svg: svg, empty: empty, byId: byId,
    tell: tell, strip: strip, languageChoice: languageChoice, wire: wire,
    start: function (then) { speak(wanted(), then); },
    language: function () { return language; },
    has: function (name) { return WORDS[language][name] !== undefined; },
    named: function (code) { return names[code] || code; },
  };
})();

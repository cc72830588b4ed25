// The answers of each kind: plates, a field, pairs, an order.
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

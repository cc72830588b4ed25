// What is right: the rules of game/bank/judge.py, numbers.py and text.py, which a test compares.
const judge = (function () {
  const WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen"];
  const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
  const SCALES = { thousand: 1e3, million: 1e6, mln: 1e6, billion: 1e9, bn: 1e9 };

  function normalise(text) {
    const plain = text.toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ").normalize("NFKD")
      .replace(/[\u0300-\u036f\u0483-\u0487\u20d0-\u20dc]/g, "").toLowerCase();
    const words = plain.replace(/(\d)[,\u00a0\u202f](?=\d{3}(?!\d))/g, "$1")
      .replace(/[^\p{L}\p{N}]+/gu, " ").split(" ").filter(Boolean);
    if (words.length > 1 && ["a", "an", "the"].indexOf(words[0]) >= 0) words.shift();
    return words.join(" ");
  }

  const compact = function (plain) { return plain.replace(/ /g, ""); };
  const contains = function (whole, part) {
    return part !== "" && (" " + whole + " ").indexOf(" " + part + " ") >= 0;
  };
  const overlap = function (one, other) {
    return other.length <= one.length ? contains(one, other) : contains(other, one);
  };
  const allowed = function (length) {
    return length < 5 ? 0 : length < 9 ? 1 : length < 15 ? 2 : 3;
  };
  const digits = function (text) { return text.replace(/\P{Nd}/gu, ""); };

  // Letters wrong, missing, too many, or swapped with their neighbour, none twice.
  function distance(one, other) {
    const a = Array.from(one), b = Array.from(other);
    const rows = [];
    for (let i = 0; i <= a.length; i++) {
      rows.push([i]);
      for (let j = 1; j <= b.length; j++) {
        if (i === 0) { rows[0].push(j); continue; }
        const same = a[i - 1] === b[j - 1] ? 0 : 1;
        let best = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          best = Math.min(best, rows[i - 2][j - 2] + 1);
        }
        rows[i].push(best);
      }
    }
    return rows[a.length][b.length];
  }

  function typed(text, accepted, slips) {
    if (Array.from(text).length > 200) return false;
    const plain = normalise(text);
    if (!plain) return false;
    const forms = accepted.map(normalise);
    const joined = function (form) { return form.split(" ").sort().join(" "); };
    const is = function (form) {
      return plain === form || compact(plain) === compact(form) || joined(plain) === joined(form);
    };
    if (forms.some(is)) return true;
    if (accepted.some(function (form) { return sounds.onOtherKeys(text, form, normalise); })) {
      return true;
    }
    return slips > 0 && forms.some(function (form) {
      const length = Array.from(compact(form)).length;
      const most = Math.min(slips, allowed(length));
      return most > 0 && overlap(form, forms[0]) && digits(plain) === digits(form) &&
        distance(compact(plain), compact(form)) <= most;
    });
  }

  function wordNumber(text) {
    const plain = text.toLowerCase();
    if (WORDS.indexOf(plain) >= 0) return WORDS.indexOf(plain);
    if (["hundred", "a hundred", "one hundred"].indexOf(plain) >= 0) return 100;
    const parts = plain.split("-");
    const ten = TENS.indexOf(parts[0]);
    if (ten < 0 || parts.length > 2) return null;
    const one = parts.length === 2 ? WORDS.indexOf(parts[1]) : 0;
    return one < 0 || one > 9 || (parts.length === 2 && one === 0) ? null : 20 + 10 * ten + one;
  }

  function values(text) {
    const found = [];
    const grouped = /^\d{1,3}([., '\u2019])\d{3}(?:\1\d{3})*([.,]\d+)?$/.exec(text);
    if (grouped && (grouped[2] || "").charAt(0) !== grouped[1]) {
      const rest = grouped[2] || "";
      const whole = text.slice(0, text.length - rest.length).replace(/\D/g, "");
      found.push(parseFloat(whole + "." + (rest.slice(1) || "0")));
    }
    if (/^\d+([.,]\d+)?$/.test(text)) found.push(parseFloat(text.replace(",", ".")));
    return found;
  }

  // Every number that a text may mean; none if it holds several.
  function readings(text) {
    const plain = text.replace(/[\s\u00a0\u202f\u2009]+/g, " ").trim();
    if (plain.length > 60) return [];
    const word = wordNumber(plain);
    if (word !== null) return [word];
    const found = [];
    const number = /[-+\u2212]?\d(?:[\d.,'\u2019 ]*\d)?/g;
    let hit;
    while ((hit = number.exec(plain)) !== null) {
      const before = plain.slice(0, hit.index);
      if (/[\p{L}\d]$/u.test(before)) {
        number.lastIndex = hit.index + 1;
        continue;
      }
      found.push(hit[0]);
    }
    if (found.length !== 1) return [];
    const sign = /^[-\u2212]/.test(found[0]) ? -1 : 1;
    const meant = values(found[0].replace(/^[-+\u2212]/, ""));
    const scale = Object.keys(SCALES).filter(function (name) {
      return plain.toLowerCase().split(" ").indexOf(name) >= 0;
    }).map(function (name) { return SCALES[name]; })[0] || 1;
    const all = [];
    meant.forEach(function (value) {
      all.push(sign * value);
      if (scale !== 1) all.push(sign * value * scale);
    });
    return all;
  }

  function near(text, answer, tolerance) {
    const reach = (tolerance || 0) + 1e-9 * Math.abs(answer);
    return readings(text).some(function (value) { return Math.abs(value - answer) <= reach; });
  }

  function right(question, response) {
    if (response === null) return false;
    if (question.kind === "number") return near(response, question.answer, question.tolerance);
    if (question.kind === "typed") {
      const forms = [question.answer].concat(question.accepted || []);
      return typed(response, forms, Math.round(question.tolerance || 0));
    }
    return JSON.stringify(response) === JSON.stringify(question.answer);
  }

  return { right: right, typed: typed, readings: readings, normalise: normalise };
})();

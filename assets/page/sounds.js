// Texts by their sound, for those who lack the letters: as game/bank/sounds.py, which a test compares.
const sounds = (function () {
  const pairs = function (from, to) {
    const found = {};
    Array.from(from).forEach(function (letter, at) { found[letter] = Array.from(to)[at]; });
    return found;
  };
  const KAZAKH = pairs("әғқңөұүһі", "агкноуухи");
  const SOUNDS = Object.assign(pairs("абвгдезиклмнопрстуфхцэ", "abvgdeziklmnoprstufhce"),
    { "ж": "j", "й": "i", "ы": "i", "ч": "4", "ш": "w", "щ": "w", "ъ": "", "ь": "", "ю": "iu", "я": "ia" });
  const LATIN = [["shch", "w"], ["sch", "w"], ["sh", "w"], ["ch", "4"], ["zh", "j"], ["kh", "h"],
    ["gh", "g"], ["ts", "c"], ["yu", "iu"], ["ju", "iu"], ["ya", "ia"], ["ja", "ia"]];
  const LETTERS = { q: "k", y: "i", x: "ks", w: "v", c: "k" };
  const MARKED = { "ş": "sh", "ș": "sh", "ç": "ch", "Ş": "sh", "Ç": "ch" };

  const put = function (text, table) {
    return Array.from(text).map(function (letter) {
      return letter in table ? table[letter] : letter;
    }).join("");
  };
  const cyrillic = function (text) { return /[\u0400-\u04ff]/.test(text); };

  function script(plain) {
    return (cyrillic(plain) ? "cyrillic" : "") + (/[a-z]/.test(plain) ? "latin" : "");
  }

  function latin(text) {
    LATIN.forEach(function (one, at) {
      text = text.split(one[0]).join(String.fromCharCode(0xe000 + at));
    });
    return put(text, LETTERS).replace(/[\ue000-\ue00b]/g, function (mark) {
      return LATIN[mark.charCodeAt(0) - 0xe000][1];
    });
  }

  function sound(text, normalise) {
    const plain = put(normalise(put(text, MARKED)).replace(/ /g, ""), KAZAKH);
    return plain.split(/([\u0400-\u04ff]+)/).map(function (part) {
      return cyrillic(part) ? put(part, SOUNDS) : latin(part);
    }).join("");
  }

  // Whether a text is a form as one writes it without its letters.
  function onOtherKeys(typed, form, normalise) {
    const plain = normalise(typed), wanted = normalise(form);
    if (put(plain, KAZAKH) === put(wanted, KAZAKH)) return true;
    const one = script(plain), other = script(wanted);
    if (one === other || !one || !other) return false;
    return sound(typed, normalise) === sound(form, normalise);
  }

  return { onOtherKeys: onOtherKeys };
})();

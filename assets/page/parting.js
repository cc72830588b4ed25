// Words too long for their line are parted with a hyphen. Browsers know where in few languages:
// a Russian or Kazakh word may be parted before a consonant and a vowel, with two letters or more
// on each side and a vowel in front.
const HYPHEN = "\u00ad", LONG = /[а-яёәғқңөұүһі]{6,}/gi;
const pen = document.createElement("canvas").getContext("2d");

function parted(word) {
  const vowel = function (at) { return /[аеёиоуыэюяәөұүі]/i.test(word.charAt(at)); };
  let made = word.charAt(0), open = vowel(0);
  for (let at = 1; at < word.length; at++) {
    const starts = /[бвгджзклмнпрстфхцчшщғқңһ]/i.test(word.charAt(at)) && vowel(at + 1);
    if (open && starts && at > 1) made += HYPHEN;
    made += word.charAt(at);
    open = open || vowel(at);
  }
  return made;
}

function partLong(within) {
  const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    let box = text.parentElement;
    const look = window.getComputedStyle(box);
    while (!box.clientWidth && box !== within) box = box.parentElement;
    pen.font = [look.fontStyle, look.fontWeight, look.fontSize, look.fontFamily].join(" ");
    const fitted = text.data.replace(LONG, function (word) {
      return pen.measureText(word + "-").width > box.clientWidth ? parted(word) : word;
    });
    if (fitted !== text.data) text.data = fitted;
  }
}

"use strict";
// What the page is told, and small tools. Text is only ever set as text.
const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words, rules = data.rules;
const main = document.getElementById("main");
const bar = document.getElementById("bar");
const SVG = "http://www.w3.org/2000/svg";
const still = window.matchMedia("(prefers-reduced-motion: reduce)");
// The round as it stands: its questions in order, cells, fuel, what was missed; null before one.
let state = null;

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

// The pad with its mast, signs, satellites and figures, in SVG.
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

function horns() {
  return svg("svg", { class: "horns", "aria-hidden": "true" },
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
  pad.textContent = "";
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

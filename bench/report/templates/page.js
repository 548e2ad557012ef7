"use strict";
// Every text from articles, summaries and names reaches the page as a text node, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const SIGNS = { supported: "✓", variant: "≈", derived: "∑", suspect: "?", misattached: "↯", unsupported: "✗", missing: "○" };
  const WRONG = ["unsupported", "misattached"];
  const WIDE = 80; // evidence of about a sentence is underlined, not filled
  const systems = data.systems.map((pair) => pair[0]);
  const articles = data.articles.map((entry) => entry[0]);
  const everything = data.verdicts;
  let state = null;
  let drawn = "";

  // --- building blocks -----------------------------------------------------------------------------
  function make(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (name === "class") element.className = value;
      else if (value !== null) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }
  const bdi = (text) => make("bdi", {}, text);

  // Offsets count code points; a string of JavaScript counts UTF-16 units.
  function slicer(text) {
    if (!/[\ud800-\udfff]/.test(text)) return { length: text.length, cut: (a, b) => text.slice(a, b) };
    const points = Array.from(text);
    return { length: points.length, cut: (a, b) => points.slice(a, b).join("") };
  }

  function pairOf(s, a) {
    const [text, status, error, values, found] = data.pairs[s][a];
    const whole = Array.isArray(text) ? slicer(data.articles[a][1]).cut(text[0], text[1]) : data.texts[text];
    return { text: whole, status, error, values, findings: found.map(finding) };
  }
  function finding(row, index) {
    const evidence = [];
    for (let i = 0; i < row[5].length; i += 2) evidence.push([row[5][i], row[5][i + 1]]);
    return {
      index, kind: data.kinds[row[0]], claim: data.texts[row[1]], verdict: everything[row[2]],
      start: row[3], end: row[4], evidence, reason: data.texts[row[6]],
      quotes: (row[7] || []).map((n) => data.texts[n]),
    };
  }
  // The three counts of a pair, without building its findings.
  function counts(s, a) {
    const found = {};
    for (const row of data.pairs[s][a][4]) {
      const verdict = everything[row[2]];
      found[verdict] = (found[verdict] || 0) + 1;
    }
    return found;
  }

  // --- what is shown, in the address ---------------------------------------------------------------
  function read() {
    const given = new URLSearchParams(location.hash.slice(1));
    const number = given.get("finding");
    const verdicts = given.has("verdict") ? given.get("verdict").split(",").filter((v) => everything.includes(v)) : everything;
    return {
      system: systems.includes(given.get("system")) ? given.get("system") : "",
      article: articles.includes(given.get("article")) ? given.get("article") : "",
      finding: number !== null && /^\d+$/.test(number) ? Number(number) : null,
      verdicts, sort: given.get("sort") || "",
    };
  }
  function address(changes) {
    const next = Object.assign({}, state, { finding: null }, changes);
    const out = new URLSearchParams();
    if (next.system) out.set("system", next.system);
    if (next.article) out.set("article", next.article);
    if (next.finding !== null) out.set("finding", next.finding);
    if (next.verdicts.length !== everything.length) out.set("verdict", next.verdicts.join(","));
    if (next.sort) out.set("sort", next.sort);
    const text = out.toString();
    return "#" + (text || "all=");
  }
  const go = (changes) => { location.hash = address(changes); };

  // --- marked text ---------------------------------------------------------------------------------
  // Spans may overlap: the text is cut at every edge, and each piece shows its narrowest, gravest finding.
  function marked(text, spans, link) {
    const source = slicer(text);
    const edges = new Set([0, source.length]);
    for (const span of spans) {
      if (span.start < 0 || span.end > source.length || span.start >= span.end) continue;
      edges.add(span.start);
      edges.add(span.end);
    }
    const cuts = [...edges].sort((a, b) => a - b);
    const pieces = [];
    for (let i = 0; i + 1 < cuts.length; i += 1) {
      const over = spans.filter((span) => span.start <= cuts[i] && span.end >= cuts[i + 1]);
      const words = source.cut(cuts[i], cuts[i + 1]);
      pieces.push(over.length ? markOf(words, over, cuts[i], link) : words);
    }
    return pieces;
  }
  const gravity = (verdict) => ["unsupported", "misattached", "suspect", "derived", "variant", "supported", "missing"].indexOf(verdict);
  function markOf(words, over, start, link) {
    const width = (span) => span.end - span.start;
    const first = over.reduce((a, b) => (width(b) < width(a) || (width(b) === width(a) && gravity(b.finding.verdict) < gravity(a.finding.verdict)) ? b : a));
    const verdict = first.finding.verdict;
    const begins = first.start === start;
    const mark = make("a", {
      class: "mark v-" + verdict + (width(first) > WIDE ? " broad" : "") + (begins ? " first" : ""), href: link(first.finding),
      title: over.map((span) => spoken(span.finding)).join("; "), "data-findings": over.map((span) => span.finding.index).join(" "),
    });
    if (begins) {
      mark.dataset.sign = SIGNS[verdict] + "\u2060"; // a word joiner: the sign stays with its word
      mark.setAttribute("aria-label", verdict + ": " + words);
    }
    mark.append(words);
    return mark;
  }
  const spoken = (one) => one.verdict + ": " + one.claim + (one.reason ? " (" + one.reason + ")" : "");

  function summaryText(pair, chosen, link) {
    if (pair.status !== "ok") {
      return make("p", { class: "alarm" }, pair.status === "empty" ? "empty output" : pair.status + ": ", bdi(pair.error || ""));
    }
    const spans = chosen.filter((one) => one.start >= 0).map((one) => ({ start: one.start, end: one.end, finding: one }));
    return make("div", { class: "text summary", dir: "auto" }, ...marked(pair.text, spans, link));
  }

  function valuesLine(pair) {
    const line = make("p", { class: "values" });
    data.shown.forEach((name, i) => {
      const value = pair.values[i];
      const shown = value === null ? "–" : name === "words" ? String(value) : value.toFixed(3);
      line.append(make("span", {}, name + " ", make("b", {}, shown)));
    });
    return line;
  }
  function conclusion(pair) {
    const wrong = pair.findings.filter((one) => WRONG.includes(one.verdict)).length;
    if (pair.status !== "ok") return make("span", {});
    if (!wrong) return make("span", { class: "conclusion" }, "no number or person error found");
    return make("span", { class: "conclusion bad" }, wrong + " number or person error" + (wrong > 1 ? "s" : "") + " found");
  }
  const picked = (pair) => pair.findings.filter((one) => state.verdicts.includes(one.verdict));

  // --- one pair: summary and article side by side --------------------------------------------------
  function drawPair(view, s, a) {
    const pair = pairOf(s, a);
    const chosen = picked(pair);
    const link = (one) => address({ finding: one.index });
    const [id, text, references, title] = data.articles[a];
    const left = make("div", { class: "pane aside", tabindex: "0", role: "region", "aria-label": "Summary and findings" },
      make("h3", {}, bdi(systems[s])), valuesLine(pair), summaryText(pair, chosen, link),
      make("p", {}, conclusion(pair)), findingsList(chosen, link));
    const spans = [];
    for (const one of chosen) for (const [start, end] of one.evidence) spans.push({ start, end, finding: one });
    const right = make("article", { class: "pane" }, make("p", { class: "hint" }, bdi(id)));
    if (text) right.append(articleText(text, title, spans, link));
    else right.append(make("p", { class: "hint" }, "The article's text is not in this page; evidence stands with each finding."));
    if (references.length) right.append(referencesOf(references));
    view.append(make("div", { class: "pair" }, left, right));
    byId("status").textContent = chosen.length + " of " + pair.findings.length + " findings shown";
  }
  function articleText(text, title, spans, link) {
    const box = make("div", { class: "text evidence", dir: "auto" });
    const end = text.startsWith(title) ? title.length : 0;
    const parts = marked(text, spans, link);
    if (!end) {
      if (title) box.append(make("div", { class: "headline" }, bdi(title)));
      box.append(...parts);
      return box;
    }
    // The text begins with its headline; a mark may stand in it.
    const headline = make("div", { class: "headline" });
    let seen = 0;
    for (const part of parts) {
      const words = typeof part === "string" ? part : part.lastChild.data;
      if (seen + words.length <= end) headline.append(part);
      else if (seen < end && typeof part === "string") { headline.append(part.slice(0, end - seen)); box.append(part.slice(end - seen).replace(/^\n/, "")); }
      else box.append(part);
      seen += words.length;
    }
    box.prepend(headline);
    return box;
  }
  function referencesOf(references) {
    const box = make("details", { class: "references" }, make("summary", {}, "References (" + references.length + ")"));
    for (const [author, text] of references) box.append(make("p", { dir: "auto" }, make("b", {}, bdi(author)), " ", text));
    return box;
  }
  function findingsList(chosen, link) {
    const list = make("ol", { class: "findings" });
    const ordered = [...chosen].sort((x, y) => gravity(x.verdict) - gravity(y.verdict) || x.index - y.index);
    for (const one of ordered) {
      const why = one.quotes.length ? one.quotes.map((q) => "“" + q + "”").join(" ") + " " + one.reason : one.reason;
      list.append(make("li", {}, make("a", { class: "finding", href: link(one), "data-findings": String(one.index) },
        make("span", { class: "verdict v-" + one.verdict }, make("span", { class: "sign", "aria-hidden": "true" }, SIGNS[one.verdict]), " " + one.verdict),
        make("span", {}, bdi(one.claim), " ", make("span", { class: "kind" }, one.kind)),
        why ? make("span", { class: "why" }, bdi(why)) : "")));
    }
    return list;
  }

  // --- cards: one system over all articles, or all systems on one article --------------------------
  function drawCards(view, pairs, name) {
    const box = make("div", { class: "cards" });
    const all = state.verdicts.length === everything.length;
    let shown = 0;
    for (const [s, a] of pairs) {
      const pair = pairOf(s, a);
      const chosen = picked(pair);
      if (!all && !chosen.length) continue;
      shown += 1;
      const target = { system: systems[s], article: articles[a] };
      const link = (one) => address(Object.assign({ finding: one.index }, target));
      const card = make("section", { class: "card" },
        make("h3", {}, make("a", { href: address(target) }, bdi(name === "system" ? systems[s] : titleOf(a)))),
        valuesLine(pair), summaryText(pair, chosen, link));
      const lost = chosen.filter((one) => one.verdict === "missing");
      if (lost.length) {
        const line = make("p", { class: "lost" }, SIGNS.missing + " missing: ");
        lost.forEach((one, i) => line.append(i ? ", " : "", make("a", { href: link(one) }, bdi(one.claim))));
        card.append(line);
      }
      card.append(make("p", {}, conclusion(pair)));
      box.append(card);
    }
    view.append(box);
    byId("status").textContent = shown + " of " + pairs.length + " summaries shown" + (all ? "" : ", those with a finding chosen above");
  }
  const titleOf = (a) => data.articles[a][3] || articles[a];

  // --- map: every article by every system ----------------------------------------------------------
  function drawMap(view) {
    const all = state.verdicts.length === everything.length;
    const head = make("tr", {}, make("th", { scope: "col" }, "article"));
    for (const system of systems) head.append(make("th", { scope: "col" }, make("a", { href: address({ system }) }, bdi(system))));
    const body = make("tbody", {});
    articles.forEach((article, a) => {
      const row = make("tr", {}, make("th", { scope: "row", title: titleOf(a) }, make("a", { href: address({ article }) }, bdi(article))));
      systems.forEach((system, s) => row.append(mapCell(s, a, all)));
      body.append(row);
    });
    const table = make("table", { class: "map" }, make("thead", {}, head), body);
    view.append(make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Articles by systems" }, table));
    byId("status").textContent = all
      ? "Each cell: " + data.ranked + " of one summary, and how many errors were found in it. Select one to read it."
      : "Each cell: how many findings of the chosen verdicts. Select one to read it.";
  }
  function mapCell(s, a, all) {
    const found = counts(s, a);
    const status = data.pairs[s][a][1];
    const link = make("a", { href: address({ system: systems[s], article: articles[a] }) });
    const cell = make("td", {}, link);
    link.append(make("span", { class: "sr" }, systems[s] + ", " + articles[a] + ": "));
    if (status !== "ok") { link.append(make("span", { class: "nothing" }, status)); return cell; }
    if (!all) {
      const sum = state.verdicts.reduce((total, verdict) => total + (found[verdict] || 0), 0);
      link.append(make("span", { class: sum ? "" : "nothing" }, String(sum)));
      if (sum) { cell.className = "shade"; cell.style.setProperty("--share", Math.min(1, sum / 10)); }
      return cell;
    }
    const value = data.pairs[s][a][3][0];
    const wrong = WRONG.reduce((total, verdict) => total + (found[verdict] || 0), 0);
    cell.className = "shade";
    cell.style.setProperty("--share", value === null ? 0 : value);
    link.append(make("span", {}, value === null ? "–" : value.toFixed(2)));
    if (wrong) link.append(make("span", { class: "wrong" }, SIGNS.unsupported + wrong, make("span", { class: "sr" }, " errors")));
    return cell;
  }

  // --- light on a finding and its evidence ---------------------------------------------------------
  function light(numbers) {
    const view = byId("view");
    for (const element of view.querySelectorAll(".lit")) element.classList.remove("lit");
    for (const number of numbers) {
      for (const element of view.querySelectorAll('[data-findings~="' + number + '"]')) element.classList.add("lit");
    }
  }
  const numbersOf = (element) => element.dataset.findings.split(" ").filter((n) => /^\d+$/.test(n));
  const settle = () => light(state.finding === null ? [] : [state.finding]);
  function show(element, still) {
    if (!element) return;
    element.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
  }
  // From the summary or the list to the article; from the article back to the summary.
  function follow(origin) {
    const view = byId("view");
    const back = origin && origin.closest(".evidence");
    const place = (box) => view.querySelector(box + ' [data-findings~="' + state.finding + '"]');
    const still = !origin || matchMedia("(prefers-reduced-motion: reduce)").matches;
    show(back ? place(".summary") || place(".findings") : place(".evidence") || place(".findings"), still);
  }
  const view = byId("view");
  for (const name of ["mouseover", "focusin"]) {
    view.addEventListener(name, (event) => {
      const mark = event.target.closest("[data-findings]");
      if (mark && view.querySelector(".pair")) light(numbersOf(mark));
    });
  }
  for (const name of ["mouseout", "focusout"]) {
    view.addEventListener(name, (event) => { if (event.target.closest("[data-findings]") && view.querySelector(".pair")) settle(); });
  }
  view.addEventListener("click", (event) => {
    const mark = event.target.closest(".pair [data-findings]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const target = mark.getAttribute("href");
    if (target !== location.hash) history.pushState(null, "", target);
    state = read();
    settle();
    follow(mark);
  });

  // --- keys, in the part where they are explained --------------------------------------------------
  byId("reader").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(SELECT|INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "j" || event.key === "k") { step(event.key === "j" ? 1 : -1); event.preventDefault(); }
    if (event.key === "[" || event.key === "]") { turn(event.key === "]" ? 1 : -1); event.preventDefault(); }
    if (event.key === "Escape" && (state.system || state.article)) {
      go(state.system && state.article ? { article: "" } : { system: "", article: "" });
      byId("reader").focus({ preventScroll: true });
    }
  });
  function step(by) {
    const stops = [...view.querySelectorAll(".findings .finding, .cards .mark, .map td a")];
    if (!stops.length) return;
    const at = stops.indexOf(document.activeElement);
    stops[(at + by + stops.length) % stops.length].focus();
  }
  function turn(by) {
    const at = articles.indexOf(state.article);
    const next = at < 0 ? (by > 0 ? 0 : articles.length - 1) : (at + by + articles.length) % articles.length;
    go({ article: articles[next] });
    byId("reader").focus({ preventScroll: true });
  }

  // --- filters -------------------------------------------------------------------------------------
  for (const [name, list] of [["system", systems], ["article", articles]]) {
    for (const value of list) byId(name).append(new Option(value, value));
    byId(name).addEventListener("change", (event) => go({ [name]: event.target.value }));
  }
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  const boxes = [...document.getElementsByName("verdict")];
  for (const box of boxes) box.addEventListener("change", () => go({ verdicts: boxes.filter((b) => b.checked).map((b) => b.value) }));
  byId("errors").addEventListener("click", () => go({ verdicts: [...WRONG] }));
  byId("everything").addEventListener("click", () => go({ verdicts: everything }));
  for (const form of document.forms) form.addEventListener("submit", (event) => event.preventDefault());
  function drawFilters() {
    byId("system").value = state.system;
    byId("article").value = state.article;
    const total = {};
    for (const [s, a] of pairsShown()) for (const [verdict, n] of Object.entries(counts(s, a))) total[verdict] = (total[verdict] || 0) + n;
    for (const box of boxes) {
      box.checked = state.verdicts.includes(box.value);
      box.parentElement.querySelector(".count").textContent = total[box.value] || 0;
    }
  }
  function pairsShown() {
    const pairs = [];
    systems.forEach((system, s) => articles.forEach((article, a) => {
      if ((!state.system || state.system === system) && (!state.article || state.article === article)) pairs.push([s, a]);
    }));
    return pairs;
  }

  function draw() {
    const before = state;
    state = read();
    if (state.sort !== (before ? before.sort : "")) sortBy(state.sort);
    const key = JSON.stringify([state.system, state.article, state.verdicts]);
    if (key !== drawn) {
      drawn = key;
      drawFilters();
      view.replaceChildren();
      const pairs = pairsShown();
      if (state.system && state.article) drawPair(view, pairs[0][0], pairs[0][1]);
      else if (state.system || state.article) drawCards(view, pairs, state.article ? "system" : "article");
      else drawMap(view);
      const moved = before ? state.system !== before.system || state.article !== before.article : state.system || state.article;
      if (moved && state.finding === null) byId("reader").scrollIntoView({ block: "start", behavior: "instant" });
    }
    if (view.querySelector(".pair")) {
      settle();
      if (state.finding !== null) follow(null);
    }
  }

  // --- leaderboard ---------------------------------------------------------------------------------
  const table = byId("leaderboard");
  const heads = [...table.tHead.rows[0].cells];
  for (const link of table.querySelectorAll("a.system")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go({ system: link.textContent, article: "" });
      byId("reader").scrollIntoView({ block: "start" });
      byId("reader").focus({ preventScroll: true });
    });
  }
  table.tHead.addEventListener("click", (event) => {
    const head = event.target.closest("th[data-sort]");
    if (!head || !event.target.closest("button")) return;
    const name = head.dataset.sort;
    const down = head.getAttribute("aria-sort") === "descending" || (!head.hasAttribute("aria-sort") && ("text" in head.dataset || name === "rank_low"));
    const sort = (down ? "" : "-") + name;
    sortBy(sort);
    state.sort = sort;
    history.replaceState(null, "", address({ finding: state.finding }));
  });
  // "-facts" is from the highest down. Rows without a value stay last; groups stay apart.
  function sortBy(sort) {
    const name = sort.replace(/^-/, "") || "rank_low";
    const head = heads.find((cell) => cell.dataset.sort === name);
    if (!head) return;
    const column = heads.indexOf(head);
    const sign = sort.startsWith("-") ? -1 : 1;
    for (const cell of heads) cell.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", sign < 0 ? "descending" : "ascending");
    for (const body of table.tBodies) {
      const rows = [...body.rows].filter((row) => !row.classList.contains("group"));
      const order = new Map(rows.map((row) => [row, Number(row.dataset.order)]));
      rows.sort((one, other) => {
        const [x, y] = [one, other].map((row) => row.cells[column].dataset.value);
        if (x === y) return order.get(one) - order.get(other);
        if (x === "" || y === "") return x === "" ? 1 : -1;
        return sign * ("text" in head.dataset ? x.localeCompare(y) : Number(x) - Number(y));
      });
      body.append(...rows);
    }
  }
  [...table.tBodies].forEach((body) => [...body.rows].forEach((row, i) => { row.dataset.order = i; }));
  byId("all-columns").addEventListener("change", (event) => table.classList.toggle("all", event.target.checked));

  // --- theme: as the system has it until somebody chooses ------------------------------------------
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let theme = "system";
  try { theme = localStorage.getItem("sumbench-theme") || "system"; } catch { /* storage may be closed to files */ }
  function paint() {
    const isDark = theme === "dark" || (theme === "system" && dark.matches);
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
    byId("theme").textContent = "Theme: " + theme;
  }
  byId("theme").addEventListener("click", () => {
    theme = { system: "dark", dark: "light", light: "system" }[theme] || "system";
    try { localStorage.setItem("sumbench-theme", theme); } catch { /* as above */ }
    paint();
  });
  dark.addEventListener("change", paint);
  let painted = "light";
  addEventListener("beforeprint", () => { painted = document.documentElement.dataset.theme; document.documentElement.dataset.theme = "light"; });
  addEventListener("afterprint", () => { document.documentElement.dataset.theme = painted; });

  paint();
  addEventListener("hashchange", () => { if (location.hash.includes("=") || !location.hash) draw(); });
  addEventListener("popstate", () => { if (location.hash.includes("=") || !location.hash) draw(); });
  draw();
})();

/* The search box. It stands in the page at once; index and engine are fetched when somebody first turns to it,
   by script tags, so that it also works from a folder. The words it speaks are written above by the generator. */
(function () {
  "use strict";
  var words = window.tcSearchWords || {};
  var here = document.currentScript ? document.currentScript.src : "";
  var home = here.replace(/assets\/search\.js.*$/, "");
  var engine = null, waiting = null, input, list, now, status, live, hint, box, opener, form, shut;
  var chosen = -1, last = null, timer = 0, telling = 0;
  /* In the order in which they build on one another; then the index. */
  var ENGINE = ["search-families.js", "search-reading.js", "search-phrases.js", "search-engine.js", "search-index.js"];
  var narrow = window.matchMedia("(max-width: 59.9375em)");

  function said(key, values) {
    var text = words[key] || key;
    for (var name in values || {}) text = text.split("{" + name + "}").join(values[name]);
    return text;
  }

  function make(tag, attributes, parent) {
    var made = document.createElement(tag);
    for (var name in attributes) {
      if (name === "text") made.textContent = attributes[name];
      else made.setAttribute(name, attributes[name]);
    }
    if (parent) parent.appendChild(made);
    return made;
  }

  function fetched(name) {
    return new Promise(function (done, failed) {
      var script = make("script", {src: home + "assets/" + name});
      script.async = false;  /* they build on one another: run in the order in which they are asked for */
      script.onload = done;
      script.onerror = failed;
      document.head.appendChild(script);
    });
  }

  function load() {
    if (!waiting) {
      waiting = Promise.all(ENGINE.map(fetched)).then(function () {
        engine = new window.tcSearchEngine(window.tcSearchIndex);
        return engine;
      });
      waiting.catch(function () { waiting = null; });
    }
    return waiting;
  }

  function find(query) {
    return engine ? engine.find(query) : null;
  }

  /* ---- What is shown ---- */

  function mark(parent, text) {
    engine.marked(text, last.asked || {}).forEach(function (piece, at) {
      if (piece) parent.appendChild(at % 2 ? make("mark", {text: piece}) : document.createTextNode(piece));
    });
  }

  function option(result, number) {
    var link = make("a", {
      "class": "tc-search__result", role: "option", id: "tc-search-" + number, href: home + result.url, tabindex: "-1",
      "aria-selected": "false"
    }, list);
    var title = make("span", {"class": "tc-search__title"}, link);
    mark(title, result.title);
    if (result.heading) {
      title.appendChild(document.createTextNode(" › "));
      mark(make("span", {"class": "tc-search__part"}, title), result.heading);
    }
    var facts = make("span", {"class": "tc-search__facts"}, link);
    make("span", {text: said("kind-" + result.kind)}, facts);
    if (result.facts.length) {
      var pillar = make("span", {}, facts), letter = result.facts[0];
      make("span", {"class": "mark mark-" + result.facts[1], "data-letter": letter, style: "--pillar:" + result.facts[2],
                    "aria-hidden": "true"}, pillar);
      pillar.appendChild(document.createTextNode(" " + result.facts[3]));
      result.facts.slice(4).forEach(function (fact) { if (fact) make("span", {text: fact}, facts); });
    }
    mark(make("span", {"class": "tc-search__text"}, link), result.text);
    link.addEventListener("mousemove", function () { choose(number); });
    return link;
  }

  /* What is written above the results, and said once the typing rests. */
  function tell(text) {
    status.textContent = text;
    clearTimeout(telling);
    telling = setTimeout(function () { live.textContent = text; }, 400);
  }

  function show() {
    var query = input.value.trim();
    clearTimeout(timer);
    list.textContent = "";
    hint.textContent = "";
    now.hidden = true;
    choose(-1);
    if (!query) {
      tell("");
      if (covers()) ways(said("asking"));
      expand(covers());
      return;
    }
    if (!engine) { tell(said("loading")); expand(true); return; }
    last = engine.find(query);
    last.results.forEach(option);
    now.hidden = !last.now;
    if (last.now) now.setAttribute("href", home + last.now);
    var found = last.results.length;
    expand(true);
    if (found) {
      var many = said(found === 1 ? "one" : "many", {count: found, query: query});
      tell(last.meant ? many + ". " + said("meant", {meant: last.meant}) : many);
    } else {
      tell(said("none", {query: query}));
      ways(said("none_hint"));
    }
  }

  /* Where nothing was found or asked for yet, somewhere to go. */
  function ways(why) {
    make("p", {text: why}, hint);
    var places = make("ul", {}, hint);
    (words.ways || []).forEach(function (way) {
      make("a", {href: home + way[0], text: way[1]}, make("li", {}, places));
    });
  }

  function expand(open) {
    /* What was typed last must not open again what has just been closed. */
    if (!open) { clearTimeout(timer); timer = 0; }
    box.hidden = !open;
    input.setAttribute("aria-expanded", String(open && list.childElementCount > 0));
  }

  function choose(number) {
    var options = list.children;
    if (chosen >= 0 && options[chosen]) options[chosen].setAttribute("aria-selected", "false");
    chosen = number;
    if (chosen >= 0 && options[chosen]) {
      options[chosen].setAttribute("aria-selected", "true");
      input.setAttribute("aria-activedescendant", options[chosen].id);
    } else input.removeAttribute("aria-activedescendant");
  }

  function step(by) {
    var count = list.childElementCount;
    if (!count) return;
    choose(chosen < 0 && by < 0 ? count - 1 : (chosen + by + count) % count);
    list.children[chosen].scrollIntoView({block: "nearest"});
  }

  /* ---- Opening and closing ---- */

  /* On a narrow screen the search lies over the page. */
  function covers() {
    return form.classList.contains("tc-search--open") && narrow.matches;
  }

  function open(query) {
    form.classList.add("tc-search--open");
    document.documentElement.classList.add("tc-search-open");
    opener.setAttribute("aria-expanded", "true");
    if (typeof query === "string") input.value = query;
    input.focus();
    if (typeof query !== "string") input.select();
    ready();
    show();
  }

  function close(back) {
    var covered = covers();
    form.classList.remove("tc-search--open");
    document.documentElement.classList.remove("tc-search-open");
    opener.setAttribute("aria-expanded", "false");
    expand(false);
    if (back && covered) opener.focus();
  }

  function ready() {
    if (engine) return;
    load().then(function () { if (input.value.trim() && !box.hidden) show(); else tell(""); }, function () {
      tell(said("failed"));
      hint.textContent = "";
      ways(said("none_hint"));
      expand(true);
    });
  }

  function onKey(event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (box.hidden) show();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (timer || !last || last.query !== input.value.trim()) show();
      var target = list.children[chosen < 0 ? 0 : chosen];
      if (target) target.click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!box.hidden && !covers()) expand(false);
      else { input.value = ""; show(); if (covers()) close(true); else close(false); }
    }
  }

  /* While it lies over the page, the keyboard stays inside; anywhere in it Escape closes. */
  function inside(event) {
    if (!covers()) return;
    if (event.key === "Escape" && event.target !== input) { event.preventDefault(); close(true); return; }
    if (event.key !== "Tab") return;
    var stops = [input, shut].concat(now.hidden ? [] : now, [].slice.call(hint.querySelectorAll("a")));
    var at = stops.indexOf(document.activeElement) + (event.shiftKey ? -1 : 1);
    event.preventDefault();
    stops[(at + stops.length) % stops.length].focus();
  }

  function shortcut(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== "/" && event.key !== "s")) return;
    var at = event.target;
    if (at && (/^(input|textarea|select)$/i.test(at.tagName) || at.isContentEditable)) return;
    event.preventDefault();
    open();
  }

  function icon(parent, path) {
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    var line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    line.setAttribute("d", path);
    line.setAttribute("fill", "none");
    line.setAttribute("stroke", "currentColor");
    line.setAttribute("stroke-width", "2");
    line.setAttribute("stroke-linecap", "round");
    svg.appendChild(line);
    parent.appendChild(svg);
  }

  function mount() {
    var link = document.querySelector(".tc-search-link");
    var head = document.querySelector(".md-header__inner");
    opener = make("button", {type: "button", "class": "tc-search-opener", "aria-label": said("open"), "aria-expanded": "false",
                             "aria-controls": "tc-search"});
    icon(opener, "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20");
    form = make("form", {"class": "tc-search", id: "tc-search", role: "search", "aria-label": said("name"), autocomplete: "off"});
    var row = make("div", {"class": "tc-search__row"}, form);
    input = make("input", {
      type: "search", name: "q", "class": "tc-search__input", role: "combobox", "aria-label": said("name"), placeholder: said("placeholder"),
      "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "tc-search-list", "aria-describedby": "tc-search-keys",
      autocapitalize: "none", autocomplete: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "search", maxlength: "200"
    }, row);
    shut = make("button", {type: "button", "class": "tc-search__close", "aria-label": said("close")}, row);
    icon(shut, "M6 6l12 12M18 6L6 18");
    make("span", {id: "tc-search-keys", hidden: "", text: said("keys")}, form);
    live = make("p", {"class": "tc-search__live", role: "status"}, form);
    status = make("p", {"class": "tc-search__status", "aria-hidden": "true"});
    box = make("div", {"class": "tc-search__box", hidden: ""}, form);
    list = make("div", {"class": "tc-search__list", id: "tc-search-list", role: "listbox", "aria-label": said("results")});
    hint = make("div", {"class": "tc-search__hint"});
    now = make("a", {"class": "tc-search__now", hidden: "", text: said("now")});
    box.appendChild(now);
    box.appendChild(status);
    box.appendChild(list);
    box.appendChild(hint);

    var place = head || document.body, before = link && link.parentNode === place ? link : head ? null : place.firstChild;
    place.insertBefore(opener, before);
    place.insertBefore(form, before);
    if (link) link.parentNode.removeChild(link);
    if (!head) form.classList.add("tc-search--plain");

    input.addEventListener("focus", ready);
    input.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(function () { timer = 0; show(); }, engine ? 60 : 0);
    });
    input.addEventListener("keydown", onKey);
    input.addEventListener("click", function () { if (box.hidden && input.value.trim()) show(); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    opener.addEventListener("click", function () { open(); });
    [].forEach.call(document.querySelectorAll(".tc-search-here"), function (here) {
      here.addEventListener("click", function (event) { event.preventDefault(); open(); });
    });
    shut.addEventListener("click", function () { input.value = ""; show(); close(true); });
    form.addEventListener("keydown", inside);
    document.addEventListener("keydown", shortcut);
    document.addEventListener("mousedown", function (event) {
      if (!form.contains(event.target) && !box.hidden) close(false);
    });
    form.addEventListener("focusout", function (event) {
      var to = event.relatedTarget;
      if (to && !form.contains(to) && !covers()) close(false);
    });
    /* A choice on the page one is already on jumps there; the box must make way. */
    [list, now].forEach(function (ways) {
      ways.addEventListener("click", function () { setTimeout(function () { close(false); }, 0); });
    });

    asked();
    window.addEventListener("hashchange", asked);
  }

  /* ?q=kambuh or #q=kambuh in the address asks at once: for links, and for the page that was not found. */
  function asked() {
    var found = /[?&#]q=([^&#]*)/.exec(window.location.search) || /^#q=([^&]*)/.exec(window.location.hash);
    if (!found) return;
    var query = found[1].replace(/\+/g, " ");
    try { query = decodeURIComponent(query); } catch (error) { /* shown as it stands */ }
    if (query.trim()) open(query.slice(0, 200));
  }

  window.tcSearch = {load: load, find: find, open: open, close: close, tokens: function (text) { return window.tcSearchEngine.tokens(text); }};
  if (document.body && document.readyState !== "loading") mount();
  else document.addEventListener("DOMContentLoaded", mount);
})();

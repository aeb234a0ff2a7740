/* The page on which activities are chosen by ticking boxes. All words stand in the page; without this script the list is
   whole and the plain lists below it lead on. The choices stand in the page's address, so they can be kept and shared. */
(function () {
  "use strict";
  var form = document.querySelector("form.find");
  var answer = document.querySelector(".find-answer");
  var list = document.querySelector(".find-list");
  if (!form || !answer || !list) { return; }

  function all(selector, within) { return Array.prototype.slice.call(within.querySelectorAll(selector)); }
  function said(key, values) {
    var text = form.getAttribute("data-" + key) || "";
    Object.keys(values || {}).forEach(function (name) { text = text.split("{" + name + "}").join(values[name]); });
    return text;
  }
  function make(name, text, parent) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (parent) { parent.appendChild(made); }
    return made;
  }

  var groups = all(".find-group", form).map(function (fold) {
    return {
      name: fold.getAttribute("data-group"), fold: fold, chosen: fold.querySelector(".find-chosen"),
      title: fold.querySelector("summary").firstChild.textContent.trim(),
      boxes: all("input", fold).map(function (input) {
        var label = input.parentNode;
        return { input: input, label: label, title: label.querySelector(".find-title").textContent,
                 count: label.querySelector(".find-count") };
      })
    };
  });
  var items = all("li", list).map(function (one) {
    var has = {};
    groups.forEach(function (group) { has[group.name] = (one.getAttribute("data-" + group.name) || "").split(" "); });
    return { shown: one, has: has };
  });

  function ticked(group) { return group.boxes.filter(function (box) { return box.input.checked; }); }
  function wished() {
    var wish = {};
    groups.forEach(function (group) {
      var names = ticked(group).map(function (box) { return box.input.value; });
      if (names.length) { wish[group.name] = names; }
    });
    return wish;
  }
  /* Within a group any ticked box will do; every group with a tick must agree. */
  function fits(item, wish, without) {
    return Object.keys(wish).every(function (name) {
      return name === without || wish[name].some(function (value) { return item.has[name].indexOf(value) >= 0; });
    });
  }

  function show() {
    var wish = wished(), count = 0;
    items.forEach(function (item) {
      var fitting = fits(item, wish);
      item.shown.hidden = !fitting;
      count += fitting ? 1 : 0;
    });
    groups.forEach(function (group) {
      var open = items.filter(function (item) { return fits(item, wish, group.name); });
      group.boxes.forEach(function (box) {
        var number = open.filter(function (item) { return item.has[group.name].indexOf(box.input.value) >= 0; }).length;
        box.count.textContent = String(number);
        box.label.classList.toggle("find-empty", number === 0);
      });
      var chosen = ticked(group);
      group.chosen.textContent = chosen.length ? said("chosen", { count: chosen.length }) : "";
    });
    tell(wish, count);
  }

  var line = make("p", "", answer), ways = make("ul", "", answer);
  line.className = "find-number";
  var foot = make("p", "");
  foot.className = "find-foot";
  foot.hidden = true;
  var reset = make("button", said("reset"), foot);
  reset.type = "button";
  reset.className = "md-button";
  make("span", said("share"), foot);
  form.appendChild(foot);

  function tell(wish, count) {
    var names = Object.keys(wish);
    foot.hidden = names.length === 0;
    line.textContent = said(!names.length ? "all" : count ? "some" : "none", { count: count, total: items.length });
    ways.textContent = "";
    ways.hidden = count > 0;
    if (count) { return; }
    groups.filter(function (group) { return wish[group.name]; }).map(function (group) {
      var left = items.filter(function (item) { return fits(item, wish, group.name); }).length;
      return { group: group, left: left };
    }).sort(function (one, other) { return other.left - one.left; }).forEach(function (way) {
      var titles = ticked(way.group).map(function (box) { return box.title; }).join(", ");
      var button = make("button", said("drop", { group: way.group.title, names: titles, count: way.left }), make("li", "", ways));
      button.type = "button";
      button.addEventListener("click", function () {
        way.group.boxes.forEach(function (box) { box.input.checked = false; });
        changed();
        way.group.fold.querySelector("summary").focus();
      });
    });
  }

  /* ---- The address ---- */
  function keep() {
    var wish = wished();
    var text = Object.keys(wish).map(function (name) { return name + "=" + wish[name].join(","); }).join("&");
    var to = location.href.split("#")[0] + (text ? "#" + text : "");
    try { history.replaceState(history.state, "", to); } catch (refused) { location.replace(text ? "#" + text : "#"); }
  }
  function recall() {
    var wish = {};
    location.hash.slice(1).split("%2C").join(",").split("&").forEach(function (part) {
      var at = part.indexOf("=");
      if (at > 0) { wish[part.slice(0, at)] = part.slice(at + 1).split(","); }
    });
    groups.forEach(function (group) {
      var names = wish[group.name] || [];
      group.boxes.forEach(function (box) { box.input.checked = names.indexOf(box.input.value) >= 0; });
      if (names.length) { group.fold.open = true; }
    });
    show();
  }
  function changed() { show(); keep(); }

  form.setAttribute("aria-label", said("label"));
  form.hidden = false;
  answer.hidden = false;
  form.addEventListener("change", changed);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  reset.addEventListener("click", function () {
    groups.forEach(function (group) { group.boxes.forEach(function (box) { box.input.checked = false; }); });
    changed();
    groups[0].fold.querySelector("summary").focus();
  });
  window.addEventListener("hashchange", function () { if (!location.hash || location.hash.indexOf("=") > 0) { recall(); } });
  recall();
})();

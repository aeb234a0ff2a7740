/* What the theme leaves undone for keyboards, screen readers and paper. Plain script for old browsers; the pages work
   without it. Everything here finds its place by what stands in the page, so it does nothing where that is missing. */
(function () {
  "use strict";
  var narrow = window.matchMedia("(max-width: 76.1875em)");

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  /* What a label shows moves into a real button inside it: in the order of the keyboard, with a name and a state. */
  function asButton(label, name, box, tells) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "as-button";
    if (name) { button.setAttribute("aria-label", name); }
    while (label.firstChild) { button.appendChild(label.firstChild); }
    label.appendChild(button);
    label.removeAttribute("tabindex");
    button.addEventListener("click", function (event) {
      event.preventDefault();
      event.stopPropagation();
      box.click();
    });
    if (tells) {
      var tell = function () { button.setAttribute("aria-expanded", String(box.checked)); };
      box.addEventListener("change", tell);
      tell();
    }
    return button;
  }

  /* The drawer of a narrow screen takes the focus when it opens, keeps it, and gives it back. */
  function drawer() {
    var box = document.getElementById("__drawer");
    var label = document.querySelector(".md-header label[for=__drawer]");
    var side = document.querySelector(".md-sidebar--primary");
    var nav = side && side.querySelector("nav");
    if (!box || !label || !nav) { return; }
    side.id = side.id || "__navigation";
    var opener = asButton(label, nav.getAttribute("aria-label"), box, true);
    opener.setAttribute("aria-controls", side.id);

    function stops() {
      return all("a[href], button", side).filter(function (one) {
        return one.getClientRects().length && getComputedStyle(one).visibility !== "hidden";
      });
    }
    function shut() { if (box.checked) { box.click(); } }

    box.addEventListener("change", function () {
      if (!narrow.matches) { return; }
      if (box.checked) {
        /* Only once it is visible: the style sheet keeps a closed drawer out of the keyboard's way. */
        window.setTimeout(function () { var first = stops()[0]; if (first) { first.focus(); } }, 60);
      } else if (side.contains(document.activeElement) || document.activeElement === document.body) {
        opener.focus();
      }
    });
    document.addEventListener("keydown", function (event) {
      if (!box.checked || !narrow.matches) { return; }
      if (event.key === "Escape") {
        event.preventDefault();
        shut();
        opener.focus();
      } else if (event.key === "Tab") {
        var found = stops(), at = found.indexOf(document.activeElement);
        if (!found.length) { return; }
        if (at < 0 || (event.shiftKey && at === 0) || (!event.shiftKey && at === found.length - 1)) {
          event.preventDefault();
          found[event.shiftKey ? found.length - 1 : 0].focus();
        }
      }
    });
  }

  /* Branches of the navigation open and shut by keyboard, and say which they are. */
  function branches() {
    all(".md-nav__toggle").forEach(function (box) {
      if (box.id === "__toc") { return; }
      all("label[for='" + box.id + "']").forEach(function (label) {
        var named = label.textContent.trim();
        var beside = label.parentNode.querySelector("a.md-nav__link");
        if (label.getAttribute("tabindex") === "0" || label.classList.contains("md-nav__title")) {
          asButton(label, named || (beside ? beside.textContent.trim() : ""), box, true);
        }
      });
    });
    /* The theme says of a list that it is expanded, which a list cannot be. */
    all("nav[aria-expanded]").forEach(function (nav) {
      nav.removeAttribute("aria-expanded");
      var says = nav.querySelector(".md-nav__title");
      if (says && !document.getElementById(nav.getAttribute("aria-labelledby"))) {
        nav.removeAttribute("aria-labelledby");
        nav.setAttribute("aria-label", says.textContent.trim());
      }
    });
  }

  /* Light or dark: the theme shows a label, whose radio button does nothing when it is already chosen. */
  function palette() {
    all("form[data-md-component=palette] label").forEach(function (label) {
      var button = asButton(label, label.getAttribute("title"), document.getElementById(label.htmlFor));
      button.addEventListener("click", function () {
        window.setTimeout(function () {
          var next = all("form[data-md-component=palette] label:not([hidden]) button")[0];
          if (next) { next.focus(); }
        }, 30);
      });
    });
    all("form[data-md-component=palette] input").forEach(function (input) {
      input.setAttribute("tabindex", "-1");
      input.setAttribute("aria-hidden", "true");
    });
  }

  function search() {
    var dialog = document.querySelector(".md-search[role=dialog]");
    var field = dialog && dialog.querySelector("input");
    if (field && !dialog.getAttribute("aria-label")) { dialog.setAttribute("aria-label", field.getAttribute("aria-label") || ""); }
    all(".md-header label.md-header__button[for=__search]").forEach(function (label) {
      asButton(label, field ? field.getAttribute("aria-label") : "", document.getElementById("__search"), true);
    });
  }

  /* A table that a narrow screen lays out as cards stays a table to whoever hears it. */
  function tables() {
    all(".md-typeset table:not([class])").forEach(function (table) {
      table.setAttribute("role", "table");
      all("thead, tbody", table).forEach(function (one) { one.setAttribute("role", "rowgroup"); });
      all("tr", table).forEach(function (one) { one.setAttribute("role", "row"); });
      all("th", table).forEach(function (one) { one.setAttribute("role", "columnheader"); one.setAttribute("scope", "col"); });
      all("td", table).forEach(function (one) { one.setAttribute("role", "cell"); });
    });
    /* What scrolls inside the page is reached by keyboard, and only that. */
    window.setTimeout(function () {
      all(".md-typeset__scrollwrap").forEach(function (frame) {
        if (frame.scrollWidth > frame.clientWidth + 1) {
          frame.setAttribute("tabindex", "0");
          frame.setAttribute("role", "region");
          frame.setAttribute("aria-label", document.querySelector("h1").textContent);
        }
      });
    }, 200);
  }

  /* The chosen topic of a sequence stands once more before the plan, where paper shows it; the sheet's type makes room. */
  function topicOfTheDay(select) {
    var sheet = document.querySelector(".part-sheet"), plan = document.querySelector(".part-plan"), today = null;
    if (!select || !sheet || !plan) { return; }
    var usual = sheet.className;
    function put() {
      if (today) { sheet.removeChild(today); today = null; }
      var heading = document.getElementById("topic-" + select.value);
      sheet.className = heading ? heading.parentNode.className.replace("part-topic", "part-sheet") : usual;
      if (!heading) { return; }
      today = heading.parentNode.cloneNode(true);
      today.className = "part part-today";
      all("[id]", today).forEach(function (one) { one.removeAttribute("id"); });
      var title = document.createElement("h2");
      title.textContent = select.parentNode.firstChild.textContent.trim() + ": " + heading.textContent;
      today.replaceChild(title, today.querySelector("h3"));
      sheet.insertBefore(today, plan);
    }
    var asked = /^#topic-([0-9]+)$/.exec(location.hash);
    if (asked) { select.value = asked[1]; }
    select.addEventListener("change", put);
    put();
  }

  /* One sheet of a page on paper: the class lasts as long as the printing. */
  function paper() {
    var root = document.documentElement;
    function clear() { root.classList.remove("paper-facilitator", "paper-participant", "paper-form"); }
    all(".paper-choice").forEach(function (choice) {
      choice.hidden = false;
      topicOfTheDay(choice.querySelector("select"));
      all("button[data-sheet]", choice).forEach(function (button) {
        button.addEventListener("click", function () {
          clear();
          root.classList.add("paper-" + button.getAttribute("data-sheet"));
          window.print();
        });
      });
    });
    window.addEventListener("afterprint", clear);
  }

  /* Folds are open on paper, and afterwards as they were. */
  function folds() {
    var opened = [];
    window.addEventListener("beforeprint", function () {
      opened = all("details:not([open])");
      opened.forEach(function (fold) { fold.open = true; });
    });
    window.addEventListener("afterprint", function () {
      opened.forEach(function (fold) { fold.open = false; });
      opened = [];
    });
  }

  function begin() {
    [drawer, branches, palette, search, tables, paper, folds].forEach(function (one) { one(); });
  }
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", begin); } else { begin(); }
})();

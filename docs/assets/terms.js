/* The meaning of a word: shown on hover, keyboard focus and first tap; Escape or a tap elsewhere puts it away, and the
   pointer may move onto it. Without this script the word is a link to the glossary with its meaning as a title. */
(function () {
  "use strict";
  var box = null, shown = null, timer = 0, touched = false;

  function build() {
    box = document.createElement("div");
    box.className = "term-meaning";
    box.id = "term-meaning";
    box.setAttribute("role", "tooltip");
    box.hidden = true;
    box.addEventListener("mouseenter", function () { window.clearTimeout(timer); });
    box.addEventListener("mouseleave", later);
    document.body.appendChild(box);
  }

  function show(term) {
    window.clearTimeout(timer);
    if (!box) { build(); }
    if (shown && shown !== term) { hide(); }
    shown = term;
    box.textContent = term.getAttribute("data-meaning");
    box.hidden = false;
    term.setAttribute("aria-describedby", box.id);
    var room = document.documentElement.clientWidth, rects = term.getClientRects();
    var at = rects[rects.length - 1], top = at.bottom + 6;
    box.style.left = "0px";
    box.style.left = Math.max(8, Math.min(at.left, room - box.offsetWidth - 8)) + window.pageXOffset + "px";
    if (top + box.offsetHeight > window.innerHeight && rects[0].top > box.offsetHeight + 60) {
      top = rects[0].top - box.offsetHeight - 6;
    }
    box.style.top = top + window.pageYOffset + "px";
  }
  function hide() {
    window.clearTimeout(timer);
    if (shown) { shown.removeAttribute("aria-describedby"); }
    shown = null;
    if (box) { box.hidden = true; }
  }
  function later() {
    window.clearTimeout(timer);
    timer = window.setTimeout(function () {
      if (shown && shown !== document.activeElement) { hide(); }
    }, 250);
  }

  function prepare(term) {
    term.setAttribute("data-meaning", term.getAttribute("title"));
    term.removeAttribute("title");
    term.addEventListener("mouseenter", function () { if (!touched) { show(term); } });
    term.addEventListener("mouseleave", later);
    term.addEventListener("focus", function () { if (!touched) { show(term); } });
    term.addEventListener("blur", hide);
    term.addEventListener("click", function (event) {
      /* The first tap tells the meaning, the second follows the link. */
      if (touched && shown !== term) {
        event.preventDefault();
        show(term);
      }
    });
  }

  function begin() {
    var terms = document.querySelectorAll("a.term[title]");
    if (!terms.length) { return; }
    for (var i = 0; i < terms.length; i += 1) { prepare(terms[i]); }
    document.addEventListener("pointerdown", function (event) {
      touched = event.pointerType === "touch";
      var inside = event.target.closest && event.target.closest(".term-meaning, a.term");
      if (!inside) { hide(); }
    }, true);
    document.addEventListener("keydown", function (event) {
      touched = false;
      if (event.key === "Escape" && shown) {
        event.stopPropagation();
        hide();
      }
    }, true);
    window.addEventListener("resize", hide);
  }
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", begin); } else { begin(); }
})();

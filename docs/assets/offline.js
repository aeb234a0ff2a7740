/* Reading without a signal, for a guide that is served over HTTPS: the icon on the home screen, the copy on this device,
   and a quiet word when there is a newer edition. Does nothing from a folder or a USB stick, where everything is there
   anyway. Words and the way to the site's root are written above by the generator. */
(function () {
  "use strict";
  var words = window.tcOfflineWords || {};
  var here = document.currentScript ? document.currentScript.src : "";
  var root = new URL(words.root || "./", here.replace(/assets\/offline\.js.*$/, "")).href;
  var SMALL = 300000;  /* bytes of a new edition that are fetched without asking */
  var store, bar;
  if (!/^https?:$/.test(location.protocol)) return;

  function make(tag, attributes, parent) {
    var made = document.createElement(tag);
    for (var name in attributes) {
      if (name === "text") made.textContent = attributes[name];
      else made.setAttribute(name, attributes[name]);
    }
    if (parent) parent.appendChild(made);
    return made;
  }

  function said(key, values) {
    var text = words[key] || key;
    for (var name in values || {}) text = text.split("{" + name + "}").join(values[name]);
    return text;
  }

  function megabytes(bytes) {
    var tenths = Math.max(1, Math.ceil(bytes / 1e5));
    return Math.floor(tenths / 10) + words.comma + (tenths % 10) + " MB";
  }

  /* Only over HTTP: from a folder a browser would complain of it. */
  make("link", {rel: "manifest", href: here.replace(/assets\/offline\.js.*$/, "manifest.webmanifest")}, document.head);
  if (!("serviceWorker" in navigator) || !window.caches || !window.crypto || !crypto.subtle) return;

  function loaded() {
    return new Promise(function (done, failed) {
      if (window.tcStore) { done(); return; }
      var script = make("script", {src: here.replace(/offline\.js/, "offline-store.js")});
      script.onload = done;
      script.onerror = failed;
      document.head.appendChild(script);
    });
  }

  async function begin() {
    await navigator.serviceWorker.register(root + "sw.js", {scope: root});
    await navigator.serviceWorker.ready;
    await loaded();
    store = new window.tcStore(root);
    navigator.serviceWorker.addEventListener("controllerchange", function () { whole(); });
    await keepThisPage();
    await offer();
    await whole();
  }

  /* The first page was there before the copy was: keep it with what it loaded, from the browser's own memory. */
  async function keepThisPage() {
    var edition = await store.said("edition");
    if (!edition || !(await store.list(edition))) return;
    var used = performance.getEntriesByType("resource").map(function (one) { return one.name; });
    var names = [location.href].concat(used).map(function (address) { return store.name(address); });
    await store.fill(edition, names.filter(function (name, at) { return name !== null && names.indexOf(name) === at; }));
  }

  /* ---- A newer edition ---- */

  async function whole() {
    var edition = await store.said("edition"), newest = await store.said("newest");
    if (!edition || !newest || edition === newest) return;
    await store.begin(newest);
    var names = await store.kept(edition), bytes = await store.cost(newest, names, edition);
    if (bytes <= SMALL) { await replace(edition, newest, names); return; }
    tell(said("newer"), said("renew", {size: megabytes(bytes)}), function () {
      replace(edition, newest, names).catch(function () { tell(said("failed")); });
    });
  }

  async function replace(edition, newest, names) {
    var missing = await store.fill(newest, names, edition, function (done, total) {
      tell(said("saving", {percent: Math.floor(100 * done / (total || 1))}));
    });
    if (missing.length) { tell(said("failed")); return; }
    await store.adopt(newest);
    tell(said("renewed"), said("reload"), function () { location.reload(); });
  }

  function tell(text, action, act) {
    if (bar) bar.parentNode.removeChild(bar);
    bar = make("div", {"class": "tc-offline-bar", role: "status"}, document.body);
    make("span", {text: text}, bar);
    if (action) make("button", {type: "button", text: action}, bar).addEventListener("click", act);
    var shut = make("button", {type: "button", "aria-label": said("close"), text: "×"}, bar);
    shut.addEventListener("click", function () { bar.parentNode.removeChild(bar); bar = null; });
  }

  /* ---- Everything on this device, when asked ---- */

  async function offer() {
    var place = document.querySelector(".tc-offline");
    if (!place) return;
    var edition = await store.said("edition"), list = await store.list(edition);
    if (!list) return;
    place.textContent = "";
    place.hidden = false;
    var all = Object.keys(list.files), status = make("p", {role: "status"});
    var own = all.filter(function (name) { return words.own.test(name); });
    for (var choice of [["save", own], ["save_both", all]]) await button(place, status, edition, choice[0], choice[1]);
    place.appendChild(status);
    if (navigator.storage && navigator.storage.estimate && (await store.kept(edition)).length > 1) {
      make("button", {type: "button", "class": "md-button", text: said("forget")}, place).addEventListener("click", async function () {
        await caches.delete(store.prefix + edition);
        store.lists = {};
        await store.begin(edition).catch(function () {});
        await offer();
      });
    }
  }

  async function button(place, status, edition, key, names) {
    var bytes = await store.cost(edition, names);
    if (!bytes) { make("p", {"class": "tc-offline__done", text: said(key + "d")}, place); return; }
    var made = make("button", {type: "button", "class": "md-button md-button--primary", "data-save": key,
                               text: said(key, {size: megabytes(bytes)})}, place);
    made.addEventListener("click", async function () {
      made.disabled = true;
      var meter = make("progress", {max: "100", value: "0", "aria-label": said("progress")});
      place.insertBefore(meter, status);
      try {
        if (navigator.storage && navigator.storage.persist) await navigator.storage.persist();
        var missing = await store.fill(edition, names, null, function (done, total) {
          meter.value = Math.floor(100 * done / total);
          status.textContent = said("saving", {percent: meter.value});
        });
        status.textContent = missing.length ? said("failed") : said(key + "d");
      } catch (error) {
        status.textContent = said(error && error.name === "QuotaExceededError" ? "full" : "failed");
      }
      place.removeChild(meter);
      var after = status.textContent;
      await offer();
      place.querySelector("[role=status]").textContent = after;
    });
  }

  words.own = new RegExp(words.own || ".");
  function start() { window.setTimeout(function () { begin().catch(function () {}); }, 200); }
  if (document.readyState === "complete") start(); else window.addEventListener("load", start);
})();

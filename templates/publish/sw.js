/* Answers for the guide when there is no signal. Pages that were opened are kept; everything is kept only when the reader
   asks for it. A kept file is always answered from the copy, so that what is read offline is one whole edition. */
(function () {
  "use strict";
  var store = new self.tcStore(self.registration.scope);
  var newer = {};  /* pages that came from a newer edition: their scripts and styles come from the network as well */

  self.addEventListener("install", function (event) {
    event.waitUntil((async function () {
      if (!(await store.said("edition"))) {
        await store.begin(self.tcEdition);
        await store.say("edition", self.tcEdition);
      }
      await store.say("newest", self.tcEdition);  /* before pages hear of the change */
      await self.skipWaiting();
    })());
  });

  self.addEventListener("activate", function (event) {
    event.waitUntil((async function () {
      await store.tidy();
      await self.clients.claim();
    })());
  });

  self.addEventListener("fetch", function (event) {
    var request = event.request, name = store.name(request.url);
    if (request.method !== "GET" || name === null || request.cache === "reload" || request.cache === "no-store") return;
    if (name === "sw.js" || name === "offline-files.json" || newer[event.clientId]) return;
    event.respondWith(answer(event, request, name));
  });

  async function answer(event, request, name) {
    var edition = await store.said("edition"), list = edition ? await store.list(edition) : null;
    if (!list) {  /* the browser cleared the copy to make room */
      event.waitUntil(store.begin(self.tcEdition).then(function () { return store.adopt(self.tcEdition); }).catch(function () {}));
      return fetch(request);
    }
    if (!list.files[name] && list.files[name + ".html"]) name += ".html";
    var cache = await store.open(edition), found = await cache.match(store.root + name);
    if (found) return found;
    var page = request.mode === "navigate", got;
    try { got = await fetch(request); } catch (error) { return page ? absent() : Response.error(); }
    var copy = await store.verified(edition, name, got).catch(function () { return null; });
    if (copy) {
      var kept = cache.put(store.root + name, copy).catch(function () {});  /* the device is full: read on without keeping */
      event.waitUntil(kept);
    } else if (page && got.ok && event.resultingClientId) {
      newer[event.resultingClientId] = true;
    }
    return got;
  }

  function absent() {
    return new Response(self.tcAbsent.split("{root}").join(store.root), {status: 503, headers: {"Content-Type": "text/html; charset=utf-8"}});
  }
})();

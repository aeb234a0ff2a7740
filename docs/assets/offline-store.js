/* The copy of the guide on this device: one cache for each edition, and one entry that says which edition is in use.
   The service worker begins with this file; pages load it when they need it. An edition takes the place of another only
   when it is whole, and nothing is kept whose checksum is not the one in the edition's list: editions never mix. */
(function (world) {
  "use strict";
  var LIST = "offline-files.json";

  function hex(buffer) {
    return Array.prototype.map.call(new Uint8Array(buffer).slice(0, 4), function (byte) {
      return (byte + 256).toString(16).slice(1);
    }).join("");
  }

  function Store(root) {
    this.root = root;
    this.prefix = "tcguide " + root + " ";
    this.lists = {};
  }

  /* The file that an address of this guide means; null for any other address. */
  Store.prototype.name = function (address) {
    var path = address.replace(/[?#].*$/, "");
    if (path.indexOf(this.root) !== 0) return null;
    path = path.slice(this.root.length);
    return !path || /\/$/.test(path) ? path + "index.html" : path;
  };

  Store.prototype.open = function (edition) { return caches.open(this.prefix + edition); };

  Store.prototype.said = async function (what) {
    var found = await (await this.open("state")).match(this.root + what);
    return found ? found.text() : "";
  };

  Store.prototype.say = async function (what, text) {
    await (await this.open("state")).put(this.root + what, new Response(text));
  };

  /* An edition's list of files: name → [first eight digits of its SHA-256, bytes on the way]. */
  Store.prototype.list = async function (edition) {
    if (!this.lists[edition]) {
      var found = await (await this.open(edition)).match(this.root + LIST);
      if (!found) return null;
      this.lists[edition] = await found.json();
    }
    return this.lists[edition];
  };

  /* Fetch the list of an edition that the server now has. */
  Store.prototype.begin = async function (edition) {
    if (await this.list(edition)) return;
    var answer = await fetch(this.root + LIST, {cache: "no-store"});
    var text = await answer.text();
    if (!answer.ok || JSON.parse(text).edition !== edition) throw new Error("another edition");
    await (await this.open(edition)).put(this.root + LIST, new Response(text, {headers: {"Content-Type": "application/json"}}));
  };

  /* A copy that may be kept under this name in this edition; null where the bytes are not the edition's. */
  Store.prototype.verified = async function (edition, name, answer) {
    var list = await this.list(edition), entry = list && list.files[name];
    if (!entry || !answer.ok) return null;
    var bytes = await answer.clone().arrayBuffer();
    if (hex(await crypto.subtle.digest("SHA-256", bytes)) !== entry[0]) return null;
    return new Response(bytes, {headers: {"Content-Type": answer.headers.get("Content-Type") || "application/octet-stream"}});
  };

  /* The names of what is kept of an edition. */
  Store.prototype.kept = async function (edition) {
    var keys = await (await this.open(edition)).keys(), store = this;
    return keys.map(function (request) { return store.name(request.url); }).filter(function (name) { return name !== LIST; });
  };

  /* Keep these files of an edition, from another one where they are the same. Four at a time; answers with what is missing. */
  Store.prototype.fill = async function (edition, names, former, progress) {
    var store = this, list = await store.list(edition), cache = await store.open(edition);
    var old = former ? await store.open(former) : null, oldList = former ? await store.list(former) : null;
    var have = await store.kept(edition), missing = [], done = 0, total = 0, at = 0, stopped = null;
    names = names.filter(function (name) { return list.files[name] && have.indexOf(name) < 0; });
    names.forEach(function (name) { total += list.files[name][1]; });

    async function one(name) {
      var entry = list.files[name], copy = null;
      if (old && oldList && oldList.files[name] && oldList.files[name][0] === entry[0]) copy = await old.match(store.root + name);
      if (!copy) {
        for (var mode of ["default", "reload"]) {
          try { copy = await store.verified(edition, name, await fetch(store.root + name, {cache: mode})); } catch (error) { copy = null; }
          if (copy) break;
        }
      }
      if (copy) await cache.put(store.root + name, copy); else missing.push(name);
      done += entry[1];
      if (progress) progress(done, total);
    }

    async function row() {
      while (at < names.length && missing.length < 8 && !stopped) {
        try { await one(names[at++]); } catch (error) { stopped = error; }
      }
    }

    await Promise.all([row(), row(), row(), row()]);
    if (stopped) throw stopped;
    return missing;
  };

  /* What keeping these files would still take, in bytes on the way. */
  Store.prototype.cost = async function (edition, names, former) {
    var list = await this.list(edition), oldList = former ? await this.list(former) : null, have = await this.kept(edition);
    return names.reduce(function (sum, name) {
      var entry = list.files[name], old = oldList && oldList.files[name];
      return sum + (!entry || have.indexOf(name) >= 0 || (old && old[0] === entry[0]) ? 0 : entry[1]);
    }, 0);
  };

  /* From now on this edition is the one read here; every other one goes. */
  Store.prototype.adopt = async function (edition) {
    await this.say("edition", edition);
    await this.tidy();
  };

  Store.prototype.tidy = async function () {
    var store = this, stay = [await store.said("edition"), await store.said("newest"), "state"];
    var names = await caches.keys();
    await Promise.all(names.map(function (name) {
      var ours = name.indexOf(store.prefix) === 0;
      return ours && stay.indexOf(name.slice(store.prefix.length)) < 0 ? caches.delete(name) : null;
    }));
  };

  world.tcStore = Store;
})(self);

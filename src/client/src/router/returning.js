// A page that is reloaded, or gone back to, is as it was left: the same questions
// open, the same scroll position, the same words in a form. Page loads and the
// router's pages alike: this stands in every page's head and sees what is put into
// the page, while it is parsed, so that nothing moves later.
(function () {
  var html = document.documentElement;
  var met = new WeakSet();
  var returning = performance.getEntriesByType("navigation").some(function (it) { return it.type !== "navigate"; });

  // Storage may be full, or forbidden: then nothing is remembered. Others keep theirs there.
  function recall(key) { try { return sessionStorage.getItem("returning:" + key); } catch (_) {} }
  function keep(key, value) {
    key = "returning:" + key;
    try { value ? sessionStorage.setItem(key, value) : sessionStorage.removeItem(key); } catch (_) {}
  }

  // Not the address: a host may show one page at several.
  function route() {
    var tag = document.querySelector("meta[name=route]");
    return tag ? tag.content : location.pathname;
  }

  function items() { return document.querySelectorAll(".faq-accordion details"); }
  // Others may put theirs behind it.
  function answer(item) { return item.querySelector(":scope > div[id]"); }
  function name(item) { return route() + "#" + answer(item).id; }
  function remember(item) { if (answer(item)) keep(name(item), item.open && "open"); }
  // One that was opened a moment ago may not have said so yet.
  function rememberAll() { items().forEach(function (item) { if (met.has(item)) remember(item); }); }
  addEventListener("toggle", function (event) {
    if (met.has(event.target)) remember(event.target);
  }, true);

  // The entry of the history that is shown has a name in its state, beside what others
  // keep there. While another page is on its way, the state may be that one's already.
  var entry, moving;
  function named() { return history.state && history.state.returning; }
  function enter(another) {
    var state = history.state;
    entry = named() || !another && entry || String(Math.random());
    if (!named() && (!state || state.constructor === Object)) {
      // Browsers refuse what comes too often.
      try { history.replaceState(Object.assign({}, state, { returning: entry }), ""); } catch (_) {}
    }
  }

  // Scroll positions by entry, and by route: a host that redirects a reload (`/a` to
  // `/a/`) makes it another entry. Browsers restore them too, but too early, because
  // they do not know when the router has put a page in, or not at all where an
  // address has a fragment. The last hundred are kept.
  function stored() { try { return new Map(JSON.parse(recall("positions"))); } catch (_) { return new Map(); } }
  var positions = stored(), restore;
  function put(key) {
    positions.delete(key);
    positions.set(key, scrollY);
    if (positions.size > 100) positions.delete(positions.keys().next().value);
  }
  function note() {
    if (moving) return;
    enter();
    put(entry);
    put(route());
  }
  function settle() {
    var y = restore;
    restore = undefined;
    if (typeof y !== "number") return;
    scrollTo(0, y);
    // Once more, after what the browser does by itself.
    requestAnimationFrame(function () { scrollTo(0, y); });
  }
  addEventListener("scroll", note, { passive: true });
  addEventListener("click", function () { restore = undefined; }, true);
  var left = returning ? positions.get(named() || route()) : undefined;
  enter();
  function settleAsLeft() {
    if (left === undefined) return;
    restore = left;
    settle();
  }
  function forget() { left = undefined; }
  addEventListener("DOMContentLoaded", settleAsLeft);
  // Browsers go to a fragment when the page has loaded, some of them once more a moment
  // later. What the visitor does has the last word.
  if (location.hash) addEventListener("load", function () {
    settleAsLeft();
    addEventListener("scroll", settleAsLeft);
    setTimeout(forget, 1000);
  });
  ["wheel", "touchstart", "pointerdown", "keydown", "popstate"].forEach(function (what) {
    addEventListener(what, forget, { capture: true, passive: true });
  });
  addEventListener("pagehide", function () {
    rememberAll();
    // Other pages may have added theirs while this one was kept aside.
    var all = stored();
    positions.forEach(function (y, key) { all.delete(key); all.set(key, y); });
    keep("positions", JSON.stringify(Array.from(all).slice(-100)));
  });

  // What is typed stays in memory: it may be about health.
  var typed = {};
  function fields() { return Array.from(document.querySelectorAll("main form [name]:not([type=hidden])")); }

  function address() { return location.pathname + location.search; }
  var shown = address();
  addEventListener("popstate", function () {
    if (address() === shown || !named()) {
      // A fragment of this page; an entry without a name is new.
      enter(true);
      shown = address();
    } else if (!("hydrated" in html.dataset)) {
      // Without the client an entry of another page would stay an address alone.
      location.reload();
    } else {
      moving = true;
    }
  });
  // Back to a page that has to be fetched: what is still shown stays where it is.
  // Some browsers have moved it by now, others are about to.
  document.addEventListener("router:wait", function () {
    restore = positions.get(entry) || 0;
    settle();
  });
  document.addEventListener("router:leave", function (event) {
    rememberAll();
    typed[entry] = fields().map(function (it) { return it.value; });
    if (!event.detail) note();
    returning = event.detail;
    moving = true;
  });
  document.addEventListener("router:arrive", function (event) {
    moving = false;
    enter(true);
    shown = address();
    if (!event.detail) return;
    var was = typed[entry];
    if (was) fields().forEach(function (it, at) { it.value = was[at]; });
    restore = positions.get(entry);
    settle();
  });

  new MutationObserver(function () {
    items().forEach(function (item) {
      // While the page is parsed, an item may be there before its answer.
      if (met.has(item) || !answer(item)) return;
      met.add(item);
      // A page that is come to anew begins anew. A page load opens what its address
      // names; the router leaves it to this.
      if (!returning) remember(item);
      else if (recall(name(item)) === "open" || "#" + encodeURI(answer(item).id) === location.hash) item.open = true;
    });
  }).observe(document, { childList: true, subtree: true });
})();

// A page that is reloaded, or gone back to, is as it was left: the same questions
// open, the same scroll position. Page loads and the router's pages alike: this
// stands in every page's head and sees what is put into the page, while it is
// parsed, so that nothing moves later.
(function () {
  var met = new WeakSet();
  var returning = performance.getEntriesByType("navigation").some(function (it) { return it.type !== "navigate"; });

  // Storage may be full, or forbidden: then nothing is remembered.
  function recall(key) { try { return sessionStorage.getItem(key); } catch (_) {} }
  function keep(key, value) {
    try { value ? sessionStorage.setItem(key, value) : sessionStorage.removeItem(key); } catch (_) {}
  }

  // Not the address: while the router puts a page in, that is still the last page's.
  function route() { return document.querySelector("meta[name=route]").content; }

  function items() { return document.querySelectorAll(".faq-accordion details"); }
  function name(item) { return route() + "#" + item.lastElementChild.id; }
  function remember(item) { keep(name(item), item.open && "open"); }
  // One that was opened a moment ago may not have said so yet.
  function rememberAll() { items().forEach(function (item) { if (met.has(item)) remember(item); }); }
  addEventListener("toggle", function (event) {
    if (met.has(event.target)) remember(event.target);
  }, true);

  // Scroll positions by entry of the history, and by route: a host that redirects a
  // reload (`/a` to `/a/`) makes it another entry. Browsers restore them too, but too
  // early, because they do not know when the router has put a page in, or not at all
  // where an address has a fragment.
  var positions = JSON.parse(recall("positions") || "{}");
  var restore, parsed;
  function note() {
    var state = history.state || {};
    if (!state.entry) history.replaceState(state = { entry: Math.random() }, "");
    positions[state.entry] = positions[route()] = scrollY;
  }
  function settle() {
    var y = restore;
    restore = undefined;
    if (y === undefined) return;
    scrollTo(0, y);
    // Once more, after what the browser does by itself.
    requestAnimationFrame(function () { scrollTo(0, y); });
  }
  addEventListener("scroll", note, { passive: true });
  addEventListener("click", function () {
    returning = false;
    restore = undefined;
    note();
    rememberAll();
  }, true);
  addEventListener("popstate", function (event) {
    rememberAll();
    // An entry without it is new: a fragment that was followed is told as well.
    if (!event.state) return;
    returning = true;
    restore = positions[event.state.entry];
  });
  var left = returning ? positions[history.state ? history.state.entry : route()] : undefined;
  function settleAsLeft() {
    parsed = true;
    restore = left;
    settle();
  }
  addEventListener("DOMContentLoaded", settleAsLeft);
  if (location.hash) addEventListener("load", settleAsLeft);
  addEventListener("pagehide", function () {
    rememberAll();
    // Other pages may have added theirs while this one was kept aside.
    keep("positions", JSON.stringify(Object.assign(JSON.parse(recall("positions") || "{}"), positions)));
  });

  new MutationObserver(function (changes) {
    items().forEach(function (item) {
      // While the page is parsed, an item may be there before its answer.
      var answer = item.lastElementChild;
      if (met.has(item) || !answer || !answer.id) return;
      met.add(item);
      // A page that is come to anew begins anew. A page load opens what its address
      // names; the router leaves it to this.
      if (!returning) remember(item);
      else if (recall(name(item)) || "#" + encodeURI(answer.id) === location.hash) item.open = true;
    });
    if (parsed && changes.some(function (it) { return it.target.localName === "article"; })) settle();
  }).observe(document, { childList: true, subtree: true });
})();

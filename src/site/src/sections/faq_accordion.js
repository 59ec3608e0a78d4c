// What an accordion does with scripts, the `.wasm` or none: show all, copy a
// link, be as it was after a reload or Back, and print whole. It stands in every
// page's head and runs while the page is parsed, so that nothing moves later;
// and it sees what the router brings in.
(function () {
  var root = document.documentElement;
  var items = ".faq-accordion details";
  var met = new WeakSet();
  var printing = [];
  // A page reached by a link begins afresh; one that is reloaded or gone back to is as it was left.
  var returning = performance.getEntriesByType("navigation").some(function (it) { return it.type !== "navigate"; });

  root.dataset.scripts = "";

  function all(selector, within) { return Array.from((within || document).querySelectorAll(selector)); }

  // The route, not the address: while the router puts a page in, the address is still the last one's.
  function address(item) {
    return document.querySelector("meta[name=route]").content + "#" + item.lastElementChild.id;
  }

  // Storage may be full, or forbidden: then nothing is remembered.
  function remember(item) {
    try { sessionStorage[item.open ? "setItem" : "removeItem"](address(item), "open"); } catch (_) {}
  }
  function remembered(item) {
    try { return sessionStorage.getItem(address(item)); } catch (_) {}
  }

  function tell(section) {
    var button = section.querySelector(".show-all");
    if (button) button.setAttribute("aria-expanded", !section.querySelector("details:not([open])"));
  }

  new MutationObserver(function () {
    all(items).forEach(function (item) {
      // While the page is parsed, an item may be there before its answer.
      if (met.has(item) || !item.lastElementChild || !item.lastElementChild.id) return;
      met.add(item);
      if (!returning) remember(item);
      // A page load opens what the fragment names; the router leaves it to this script.
      else if (remembered(item) || "#" + item.lastElementChild.id === decodeURI(location.hash)) item.open = true;
    });
    all(".faq-accordion").forEach(tell);
  }).observe(root, { childList: true, subtree: true });

  addEventListener("popstate", function () { returning = true; });
  addEventListener("click", function () { returning = false; }, true);

  addEventListener("toggle", function (event) {
    if (printing.length || !event.target.matches(items)) return;
    remember(event.target);
    tell(event.target.closest(".faq-accordion"));
  }, true);

  document.addEventListener("click", function (event) {
    var button = event.target.closest(".show-all");
    if (button) {
      var open = button.getAttribute("aria-expanded") !== "true";
      all("details", button.closest(".faq-accordion")).forEach(function (item) { item.open = open; });
    }
    var link = event.target.closest(".copy-link");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    var shared = new URL(address(link.closest("details")), location.href).href;
    navigator.clipboard.writeText(shared).then(function () {
      var announcer = document.getElementById("announcer");
      link.dataset.copied = announcer.textContent = link.lastElementChild.textContent;
      setTimeout(function () {
        delete link.dataset.copied;
        announcer.textContent = "";
      }, 4000);
      // Not allowed: the address bar has the link then.
    }, function () { location.hash = link.hash; });
  });

  // Browsers that cannot show closed answers in print by style alone (before 2025).
  addEventListener("beforeprint", function () {
    if (CSS.supports("selector(details::details-content)")) return;
    printing = all(items + ":not([open])");
    printing.forEach(function (item) { item.open = true; });
  });
  addEventListener("afterprint", function () {
    printing.forEach(function (item) { item.open = false; });
    // Toggle events are late: they still belong to the printing.
    setTimeout(function () { printing = []; });
  });
})();

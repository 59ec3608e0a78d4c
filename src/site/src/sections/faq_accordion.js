// What an accordion does with scripts, the `.wasm` or none: show all, copy a
// link, and print whole. It stands in every page's head, and listens where the
// router's pages come and go.
(function () {
  var items = ".faq-accordion details";
  var printing = [];

  // Shows what does nothing without this script.
  document.documentElement.dataset.scripts = "";

  function all(selector, within) { return Array.from((within || document).querySelectorAll(selector)); }

  addEventListener("toggle", function (event) {
    var section = event.target.closest(".faq-accordion");
    var button = section && section.querySelector(".show-all");
    if (button) button.setAttribute("aria-expanded", !section.querySelector("details:not([open])"));
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
    var route = document.querySelector("meta[name=route]");
    navigator.clipboard.writeText(location.origin + (route ? route.content : location.pathname) + link.hash).then(function () {
      // Others may have taken it away.
      var announcer = document.getElementById("announcer") || {};
      var said = link.lastElementChild.textContent;
      link.dataset.copied = announcer.textContent = said;
      setTimeout(function () {
        delete link.dataset.copied;
        // A page may have been announced in the meantime.
        if (announcer.textContent === said) announcer.textContent = "";
      }, 4000);
      // Not allowed: then the address bar has the link.
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
    printing = [];
  });
})();

// A typeface that came too late for the page that the visitor came to is there for the next one:
// the router changes what is shown, so nothing that was painted moves.
(function () {
  var isThere;

  addEventListener("load", function () {
    // From the browser's cache, under its second name (typeface.rs).
    document.fonts.load("500 1em Headings").then(function (faces) { isThere = faces.length; }, function () {});
  });
  document.addEventListener("router:arrive", function () {
    if (isThere) document.documentElement.dataset.typeface = "";
  });
})();

// The typeface comes once the page has been painted with the other face, and takes its place where
// nothing in the window moves for that; else on the page that the visitor goes to next.
(function () {
  var all = document.documentElement;

  function places() {
    return [].map.call(document.querySelectorAll("body *"), function (it) {
      var box = it.getBoundingClientRect();
      return box.top < innerHeight && [box.x, box.y];
    }).join();
  }

  function take() { all.dataset.typeface = ""; }

  addEventListener("load", function () {
    requestAnimationFrame(function () {
      setTimeout(function () {
        // Its name for scripts (`typeface.rs`): what is painted asks for no other.
        document.fonts.load("500 1em Headings").then(function () {
          var were = places();
          take();
          if (places() === were) return;
          delete all.dataset.typeface;
          document.addEventListener("router:arrive", take);
        }, function () {});
      });
    });
  });
})();

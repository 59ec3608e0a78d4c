// The drawing on a card becomes the drawing of the page that the card leads to: a view transition
// (CSS View Transitions 1), where the browser has them and motion is wanted. It begins when the
// page is there already, with its drawing where the card's was: nothing waits for it.
(function () {
  var from;

  addEventListener("click", function (event) {
    var card = event.target.closest(".cards li");
    var drawing = card && card.querySelector(".art");
    from = drawing && drawing.getBoundingClientRect();
  }, true);

  document.addEventListener("router:arrive", function () {
    var was = from, drawing = document.querySelector(".hero .art");
    from = 0;
    if (!was || !drawing || !document.startViewTransition || matchMedia("(prefers-reduced-motion)").matches) return;
    var is = drawing.getBoundingClientRect();
    var scale = was.width / is.width;
    drawing.style.transform = "translate(" + (was.x - is.x) + "px," + (was.y - is.y) + "px) scale(" + scale + ")";
    drawing.style.viewTransitionName = "art";
    document.startViewTransition(function () { drawing.style.transform = ""; })
      .finished.finally(function () { drawing.style.viewTransitionName = ""; });
  });
})();

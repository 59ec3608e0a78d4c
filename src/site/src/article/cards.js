// The drawing on a card becomes the drawing of the page that the card leads to: a view transition
// (CSS View Transitions 1), where the browser has them and motion is wanted. It begins when the
// page is there already, with its drawing where the card's was: nothing waits for it.
(function () {
  var from;

  addEventListener("click", function (event) {
    // Another tab's page is not this one's.
    var stays = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    var card = !stays && event.target.closest(".cards li");
    var drawing = card && card.querySelector(".art");
    from = drawing && drawing.getBoundingClientRect();
  }, true);

  document.addEventListener("router:arrive", function (event) {
    // Nobody pressed a card to go back.
    var was = !event.detail && from, drawing = document.querySelector(".hero .art");
    from = 0;
    if (!was || !drawing || !document.startViewTransition || matchMedia("(prefers-reduced-motion)").matches) return;
    var is = drawing.getBoundingClientRect();
    var scale = was.width / is.width;
    drawing.style.transform = "translate(" + (was.x - is.x) + "px," + (was.y - is.y) + "px) scale(" + scale + ")";
    drawing.style.viewTransitionName = "art";
    var transition = document.startViewTransition(function () { drawing.style.transform = ""; });
    // Nobody need hear of one that is skipped: in a tab out of sight, for another navigation.
    transition.ready.catch(function () {});
    transition.finished.finally(function () { drawing.style.viewTransitionName = ""; });
  });
})();

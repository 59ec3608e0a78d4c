// Marks what is being read in a page's contents: the last part that is as high in the window as a
// link to it leads. It comes with the client, whose pages come and go.
(function () {
  var asked;

  function mark() {
    asked = 0;
    var current, links = document.querySelectorAll(".contents a");
    links.forEach(function (link) {
      var part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!part) return;
      var margin = parseFloat(getComputedStyle(part).scrollMarginTop) || 0;
      // The answer of a question that is closed has no place. Half a pixel is rounded.
      if ((part.closest("details") || part).getBoundingClientRect().top < margin + 1) current = link;
    });
    links.forEach(function (link) {
      if (link !== current) link.removeAttribute("aria-current");
      else if (!link.ariaCurrent) {
        link.setAttribute("aria-current", "location");
        // In sight, where the list is longer than the window. The page stays where it is.
        var list = link.closest("nav");
        list.scrollTop = link.offsetTop - list.clientHeight / 2;
      }
    });
  }

  function ask() { asked = asked || requestAnimationFrame(mark); }

  addEventListener("scroll", ask, { passive: true });
  document.addEventListener("router:arrive", ask);
  // The page may stand at one of its parts already.
  ask();
})();

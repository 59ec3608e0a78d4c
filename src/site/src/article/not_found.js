// Puts the pages whose addresses are most like the one asked for first. It runs
// while the page is parsed, so that nothing moves once it is painted: that is
// why it is not the client's work.
(function () {
  var list = document.querySelector(".all-pages"), asked = location.pathname;
  function likeness(entry) {
    var count = 0, path = entry.firstChild.getAttribute("href");
    for (var at = 2; at <= asked.length; at++) count += path.indexOf(asked.slice(at - 2, at)) >= 0;
    return count;
  }
  Array.from(list.children).sort(function (a, b) { return likeness(b) - likeness(a); })
    .forEach(function (entry) { list.append(entry); });
})();

// The key `/` leads to the search: its field where there is one, else the link to it, which
// may be in the menu.
(function () {
  addEventListener("keydown", function (event) {
    var target = event.target.closest ? event.target : document.body;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented
      || target.closest("input, textarea, select, dialog, [contenteditable]")) return;
    var search = document.getElementById("search_q") || document.querySelector(".to-search");
    if (!search) return;
    event.preventDefault();
    // On a narrow screen the open menu lies over the field.
    if (search.id) try { document.querySelector(":popover-open").hidePopover(); } catch (none) {}
    if (!search.offsetParent) document.querySelector(".menu-button").click();
    search.focus();
  });
})();

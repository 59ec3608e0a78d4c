// The booking form: chooses the treatment that the address asks for, and makes an
// e-mail of what is written, where no service takes it. Browsers' own `mailto:` forms
// garble it: umlauts, `+`, and line breaks.
(function () {
  var html = document.documentElement;
  // It comes with each page that has a form, and once is enough.
  if ("mail" in html.dataset) return;
  // For what does nothing without this script.
  html.dataset.mail = "";

  function choose(anew) {
    var asked = new URLSearchParams(location.search).get("treatment");
    var select = document.getElementById("booking_treatment");
    // The first option is the undecided one.
    if (!asked || !select || !anew && select.selectedIndex > 0) return;
    // With very many treatments the list has the folders alone, and the name has a field.
    var which = document.getElementById("booking_which"), parts = asked.split("/");
    var option = Array.from(select.options).find(function (it) {
      return it.dataset.route === (which ? "/" + parts[1] : asked);
    });
    if (!option) return;
    option.selected = true;
    if (which) which.value = parts.slice(2).join(" ");
  }
  addEventListener("DOMContentLoaded", function () {
    // After Back the browser brings back what the visitor has chosen.
    if (!performance.getEntriesByType("navigation").some(function (it) { return it.type === "back_forward"; })) choose();
  });
  // Before what the visitor had chosen comes back (`router/returning.js`).
  document.addEventListener("router:arrive", function (event) { choose(!event.detail); }, true);

  addEventListener("submit", function (event) {
    var form = event.target, link = document.createElement("a");
    if (!form.dataset.mail) return;
    event.preventDefault();
    var body = Array.from(form.elements).filter(function (it) { return it.name && it.value; })
      .map(function (it) { return it.name + ": " + it.value; }).join("\n")
      // Half of a pair stands for nothing, and cannot be encoded.
      .replace(/[\ud800-\udfff]/gu, "\ufffd").replace(/\n/g, "\r\n");
    link.href = form.dataset.mail + "&body=" + encodeURIComponent(body);
    form.append(link);
    link.click();
    link.remove();
  });
})();

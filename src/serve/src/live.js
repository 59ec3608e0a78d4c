// Keeps the open page as it would be if it were loaded now, and shows what is wrong over it.
// In the development server alone.
(function () {
  var shown = Object.assign({}, document.currentScript.dataset);
  // Nothing could be read yet: the report is the page. No id of a page has an underscore.
  var alone = document.getElementById("serve_report");
  var latest, busy;

  // Browsers have six connections to a server, for all of their tabs: one that nobody sees
  // has none, and hears of everything when it is looked at again.
  var events;
  function listen() {
    if (events) events.close();
    events = document.hidden ? undefined : new EventSource("/_serve/events");
    if (events) events.onmessage = function (event) {
      latest = JSON.parse(event.data);
      if (!busy) update();
    };
  }
  document.addEventListener("visibilitychange", listen);
  listen();

  function update() {
    var now = latest;
    if (now.shell !== shown.shell || alone && !now.report) return location.reload();
    if (alone) {
      if (now.report !== alone.said) alone.innerHTML = alone.said = now.report;
      return;
    }
    report(now.report);
    if (now.style !== shown.style) restyle(now.style);
    if (now.content === shown.content) return;
    busy = true;
    var at = here();
    fetch(location.href).then(function (answer) {
      // The page has another address now.
      if (answer.redirected) location.replace(answer.url + location.hash);
      // Nothing is there after all, because the server has begun anew.
      return answer.redirected || answer.status === 503 ? undefined : answer.text();
    }).then(function (html) {
      // A link may have been followed meanwhile: then it is that page's turn.
      if (here() !== at) return;
      if (html) show(html);
      shown.content = now.content;
      // Without an answer there is another message as soon as the server is there again.
    }, function () { at = here(); }).then(function () {
      busy = false;
      if (latest !== now || here() !== at) update();
    }, function () {
      // What could not be put into the page is there when it is loaded.
      location.reload();
    });
  }

  function here() { return location.pathname + location.search; }

  // A release's styles stand in the page; the policy knows those that it was loaded with.
  function restyle(version) {
    // Those of some pages alone stay, and these pages are loaded anew when one changes.
    var old = document.head.querySelectorAll("style:not([id]), link[href^='/_serve/style.css']");
    var link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "/_serve/style.css?" + encodeURIComponent(version);
    link.onload = function () {
      old.forEach(function (it) { it.remove(); });
      shown.style = version;
    };
    link.onerror = function () { link.remove(); };
    document.head.append(link);
  }

  // Puts what differs in a newly drawn page into the one that is open.
  function show(html) {
    // A first form or picture, and other records of the search, bring a script that only a page load
    // lets in. Text is looked at: to parse a style is forbidden, too.
    var scripts = html.match(/<script (type="module"|id="(?:form|search)_script")[^>]*>[^]*?<\/script>/g) || [];
    var has = Array.from(document.head.querySelectorAll("script"), function (it) { return it.outerHTML; });
    if (scripts.some(function (it) { return !has.includes(it); })) return location.reload();
    var next = new DOMParser().parseFromString(html, "text/html");
    ["title", "meta[name=description]", "meta[name=robots]", "link[rel=canonical]", "meta[name=route]"].forEach(function (tag) {
      var old = document.head.querySelector(tag), now = next.head.querySelector(tag);
      if (old && now) old.replaceWith(now);
      else if (old) old.remove();
      else if (now) document.head.append(now);
    });
    // These speak of the page that was loaded, as the client says too (router/head.rs).
    document.head.querySelectorAll("meta[property^='og:'], meta[name^='twitter:'], script[type='application/ld+json']")
      .forEach(function (it) { it.remove(); });
    var typed = fields().filter(isChanged).map(function (it) { return [it.form.id, it.name, it.value]; });
    Idiomorph.morph(document.body, next.body, {
      morphStyle: "innerHTML",
      ignoreActiveValue: true,
      callbacks: {
        // What visitors and scripts have changed stays: open questions, what has been said.
        beforeAttributeUpdated: function (name) {
          return !["open", "aria-expanded", "data-copied", "tabindex"].includes(name);
        },
      },
    });
    typed.forEach(function (it) {
      fields().forEach(function (field) {
        var has = !field.options || Array.from(field.options).some(function (option) { return option.value === it[2]; });
        if (field.form.id === it[0] && field.name === it[1] && field.value !== it[2] && has) field.value = it[2];
      });
    });
    window.dispatchEvent(new CustomEvent("serve:changed"));
  }

  function fields() {
    return Array.from(document.forms).flatMap(function (form) { return Array.from(form.elements); })
      .filter(function (it) { return it.name && it.type !== "hidden"; });
  }
  function isChanged(field) {
    if (!field.options) return field.value !== field.defaultValue;
    return Array.from(field.options).some(function (it) { return it.selected !== it.defaultSelected; });
  }

  // Lies over everything, and belongs to nothing: neither the page's styles nor its scripts
  // meet what is in it.
  var layer, hidden;
  var style = new CSSStyleSheet();
  style.replaceSync(REPORT_STYLE);
  function report(html) {
    if (!html || html !== hidden) hidden = undefined;
    if (!html || hidden) {
      if (layer) layer.remove();
      layer = undefined;
      return;
    }
    // Said once, and not closed under the eyes of who reads it.
    if (layer && layer.said === html) return;
    if (!layer) {
      layer = document.createElement("div");
      layer.id = "serve_report";
      layer.popover = "manual";
      // Not a tag, which the policy would have to allow, nor a file, which would come late.
      layer.attachShadow({ mode: "open" }).adoptedStyleSheets = [style];
      document.documentElement.append(layer);
      layer.showPopover();
    }
    layer.said = html;
    layer.shadowRoot.innerHTML = "<section class=report aria-label='What is wrong'><button type=button>Hide</button><div role=alert>" + html + "</div></section>";
    layer.shadowRoot.querySelector("button").onclick = function () {
      hidden = html;
      report(html);
    };
  }
})();

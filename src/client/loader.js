// Takes a page over once it has been painted: after `load` and the first
// contentful paint (or three seconds, should a browser never tell), when the
// browser is idle, with low priority. Whatever goes wrong with the download, the
// page stays plain HTML, in silence; a panic is an error, and stays visible.
(function () {
  var started = false;
  function start() {
    if (started || !window.WebAssembly) return;
    started = true;
    var wasm = fetch(CLIENT_WASM, { priority: "low", integrity: CLIENT_WASM_INTEGRITY }).then(function (answer) {
      if (!answer.ok) throw answer.status;
      // A host may send the right bytes under a wrong name; browsers insist on the name.
      var type = "application/wasm";
      return answer.headers.get("content-type") === type ? answer
        : new Response(answer.body, { headers: { "content-type": type } });
    });
    wasm.catch(function () {});
    import(CLIENT_JS).then(function (client) { return client.default({ module_or_path: wasm }); })
      .catch(function (error) { if (error instanceof WebAssembly.RuntimeError) throw error; });
  }
  function idle() { window.requestIdleCallback ? requestIdleCallback(start) : setTimeout(start, 1); }
  addEventListener("load", function () {
    setTimeout(idle, 3000);
    new PerformanceObserver(function (list) {
      if (list.getEntriesByName("first-contentful-paint").length) idle();
    }).observe({ type: "paint", buffered: true });
  });
})();

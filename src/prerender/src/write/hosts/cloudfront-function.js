// Written by the build. A CloudFront function (cloudfront-js-2.0) for viewers' requests:
// an address has one form, older addresses lead to the current ones, and S3 is asked for
// the file of a page.
const current = CURRENT;

// CloudFront knows ECMAScript 5.1 and a part of later ones: no `flatMap`, for instance.
function query(parameters) {
  const pairs = [];
  Object.keys(parameters).forEach(function (name) {
    const values = parameters[name].multiValue || [parameters[name]];
    values.forEach(function (it) {
      pairs.push(it.value === "" ? name : name + "=" + it.value);
    });
  });
  return pairs.length ? "?" + pairs.join("&") : "";
}

function handler(event) {
  const request = event.request;
  // An address that begins with two slashes is another host to a browser: it is never
  // redirected to.
  const path = /^\/[/\\]/.test(request.uri) ? request.uri : request.uri.replace(/(\/index)?\.html$|\/+$/, "") || "/";
  const to = current[path] || path;
  if (to !== request.uri) {
    return {
      statusCode: 301,
      statusDescription: "Moved Permanently",
      headers: { location: { value: to + query(request.querystring) } },
    };
  }
  if (!/\.[^/]*$/.test(path)) {
    request.uri = path.replace(/\/$/, "") + "/index.html";
  }
  return request;
}

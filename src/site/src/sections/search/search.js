// What the search does on its page: it finds as somebody types, keeps the address in step, and
// leaves nothing anywhere else. What is listed on the page stays where the records do not come.
import { LONGEST, engine, pieces } from "./engine.js";

// So many are shown at once.
const MOST = 30;

// Typing has paused, or has stopped, after so many milliseconds.
const PAUSE = 300, STOP = 600;

let it, source, section, place, pause, stop;
const state = document.documentElement.dataset;
const find = (selector) => section.querySelector(selector);
const field = () => find("input");
const here = () => location.pathname + location.search;
const asked = () => new URLSearchParams(location.search).get("q")?.trim() || "";
// As much of it as is looked at; half of a character cannot be in an address.
const typed = () => field().value.trim().slice(0, LONGEST).replace(/\p{Cs}/gu, "").trim();
const coarse = () => matchMedia("(pointer: coarse)").matches;

// Puts text into an element, the words that were looked for marked.
function put(element, text, stems) {
  element.append(...pieces(text, stems).map(([piece, isMarked]) => {
    if (!isMarked) return piece;
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  }));
}

function line({ href, title, below, stems }) {
  const [item, link, about] = ["li", "a", "p"].map((name) => document.createElement(name));
  link.href = href;
  put(link, title, stems);
  put(about, below, stems);
  item.append(link, about);
  return item;
}

// Finds what the field says; `now`: there is nothing more to wait for.
function draw(now) {
  const query = typed();
  const { count, first: results } = query ? it.search(query, MOST) : { first: [] };
  find(".found").replaceChildren(...results.map(line));
  const none = query && !count;
  find(".nothing").hidden = !none;
  if (none) offer(it.nearest(query));
  state.search = query ? "found" : "";
  clearTimeout(stop);
  const { one, many, first, none: nothing } = section.dataset;
  const words = !query ? "" : !count ? nothing : count === 1 ? one : count > MOST ? first : many;
  const say = () => find("[role=status]").textContent = words.replace("%", MOST).replace("#", count);
  now ? say() : stop = setTimeout(say, STOP);
}

function offer(words) {
  const nearest = find(".nearest");
  nearest.hidden = !words[0];
  nearest.querySelector("span").replaceChildren(...words.flatMap((word, at) => {
    const link = document.createElement("a");
    link.href = "?q=" + encodeURIComponent(word);
    link.textContent = word;
    return at ? [", ", link] : [link];
  }));
}

// The address says what the field says, in the entry of the history that is shown.
function keep() {
  clearTimeout(pause);
  // On the way back the address is of where that leads to.
  if (!section?.isConnected || place !== here()) return;
  const query = typed();
  if (query === asked()) return;
  const search = query ? "?" + new URLSearchParams({ q: query }) : "";
  // Browsers refuse what comes too often.
  try { history.replaceState(history.state, "", location.pathname + search + location.hash); } catch {}
  place = here();
}

// Takes the section on the page, where there is one; `again`: the address is what counts, whatever
// is in the field.
function take(again, traversal) {
  // What was to be said, was to be said on the page that is left.
  clearTimeout(stop);
  section = document.querySelector(".search");
  if (!section) return;
  place = here();
  const input = field();
  if (again || !input.value) input.value = asked();
  const follow = () => {
    clearTimeout(pause);
    pause = setTimeout(keep, PAUSE);
  };
  input.oninput = () => {
    draw();
    follow();
  };
  find("form").onsubmit = (event) => {
    event.preventDefault();
    draw(true);
    keep();
    // The keyboard on the screen would lie over what was found.
    if (coarse()) input.blur();
  };
  // It may have been typed before there was a search.
  follow();
  draw(true);
  // Nobody has begun to read, or to go anywhere.
  const { activeElement } = document;
  if (!input.value && !traversal && !coarse() && (!activeElement || activeElement.matches("body, h1"))) {
    input.focus({ preventScroll: true });
  }
}

// Called whenever the page with the search is come to.
export function start(records) {
  const from = document.getElementById("search_script")?.dataset.records;
  // The page's own script may have said since that it waits.
  if (it && source === from && section?.isConnected) return state.search = typed() && "found";
  const isFirst = !it;
  // The site may have changed since.
  if (isFirst || source !== from) [it, source] = [engine(records), from];
  if (isFirst) {
    addEventListener("click", keep, true);
    document.addEventListener("router:leave", keep);
    document.addEventListener("router:arrive", (event) => take(true, event.detail));
    // Back to another query of a page that the router has not left: only its `#` differs.
    addEventListener("popstate", () => {
      if (section?.isConnected && place !== here() && place.split("?")[0] === location.pathname) take(true, true);
    });
  }
  take();
}

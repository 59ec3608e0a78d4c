// What pictures do with scripts: one of a pair over the other, and the large version on
// the page. It comes once, after the first paint of a page with pictures, and works for
// those that are put in later.
const held = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
const altOf = (link) => link.querySelector("img").alt;

function prepare() {
  document.querySelectorAll(".pair[data-same-shape]").forEach((pair) => {
    const link = pair.querySelectorAll(".image")[1];
    if (!link || pair.querySelector("button")) return;
    link.insertAdjacentHTML("beforebegin", "<button type=button>Compare</button><input type=range dir=ltr>");
    const [button, input] = pair.querySelectorAll("button, input");
    for (const it of [button, input]) it.setAttribute("aria-label", altOf(link).replace("After", "Compare"));

    const press = (pressed) => {
      button.setAttribute("aria-pressed", pair.dataset.compare = pressed);
      // Twice as wide, and as sharp.
      if (pressed) pair.querySelectorAll("[sizes]").forEach((it) => it.sizes = "30rem");
    };
    button.onclick = () => press(pair.dataset.compare !== "true");
    press(false);

    // The thumb stays inside of the picture: its middle is the divider, but at both ends.
    const divide = () => {
      const at = input.value;
      pair.style.setProperty("--at", at % 100 ? `calc(1.5rem + (100% - 3rem)*${at / 100})` : at + "%");
      input.setAttribute("aria-valuetext", at + " % before");
    };
    // A key moves it by what is worth the press, a pointer as finely as it can.
    let was;
    input.onpointerdown = () => {
      input.step = 1;
      was = input.value;
    };
    // It has become the scrolling of the page.
    input.onpointercancel = () => {
      input.value = was;
      divide();
    };
    (input.onkeydown = () => {
      input.step = 5;
      divide();
    })();
    input.oninput = divide;
  });
}

document.body.insertAdjacentHTML("beforeend",
  "<dialog class=large aria-label=Picture><button>Close</button><figure aria-live=polite></figure><p><button>Previous</button><span></span><button>Next</button></dialog>");
const dialog = document.body.lastChild;
const [close, figure, nav, previous, place, next] = dialog.querySelectorAll("*");
let links, clicked, shown;

function show(link) {
  shown = link;
  links = [...link.closest("section, .prose, header").querySelectorAll("a.image")];
  // Made anew: the last picture would stand there until the next one has come.
  const image = new Image(), caption = document.createElement("figcaption");
  image.alt = altOf(link);
  image.src = link.href;
  caption.textContent = [link.closest(".pair > div")?.firstChild, link.closest("figure")?.querySelector("figcaption")]
    .flatMap((it) => it?.textContent || []).join(". ");
  figure.replaceChildren(image, caption);
  nav.hidden = !links[1];
  place.textContent = `${links.indexOf(link) + 1} of ${links.length}`;
  if (dialog.open) return;
  clicked = link;
  // Somebody may have taken it out.
  document.body.append(dialog);
  dialog.showModal();
}

const step = (by) => show(links.at((links.indexOf(shown) + by) % links.length));
previous.onclick = () => step(-1);
next.onclick = () => step(1);
close.onclick = () => dialog.close();
// A click beside the buttons takes focus out of the dialog: keys work all the same.
addEventListener("keydown", (event) => {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (dialog.open && by && !held(event)) step(by);
});
dialog.onclose = () => {
  // Told late: it is open again, by Back and Forward at once.
  if (dialog.open) return;
  // It may be one of those that are not shown yet.
  const more = shown.closest("details");
  if (more) more.open = true;
  const focus = () => shown.focus({ preventScroll: shown === clicked });
  if (!history.state?.image) return focus();
  // Some browsers scroll to where the entry was left, after they have told of it.
  addEventListener("popstate", () => requestAnimationFrame(focus), { once: true });
  history.back();
};

addEventListener("click", (event) => {
  const link = event.target.closest("a.image");
  if (!link || event.defaultPrevented || held(event)) return;
  event.preventDefault();
  show(link);
  // An entry of the history that Back closes. What others keep in the state stays.
  // Browsers refuse what comes too often: then there is nothing to go back, either.
  try { history.pushState({ ...history.state, image: link.href }, ""); } catch {}
});

// What is open is what the entry says, after Back, Forward and reload.
function follow() {
  const link = [...document.querySelectorAll("a.image")].find((it) => it.href === history.state?.image);
  if (link) show(link);
  else dialog.close();
}

addEventListener("popstate", follow);
document.addEventListener("router:arrive", follow);
new MutationObserver(prepare).observe(document.body, { childList: true, subtree: true });
prepare();
follow();

// From page to page in one document, so that Python lives on: address, Back, title and focus as a reader expects them.

const CHANGED = ["article.bd-article", ".prev-next-footer", ".sidebar-secondary-items", "nav.bd-docs-nav", "#jb-print-docs-body"];
const MENUS = ".article-header-buttons .dropdown-menu"; // the buttons around them stay: the theme listens to them

let number = 0; // of the last navigation: ignore answers to an earlier navigation

function inBook(link) {
  return link && link.origin === location.origin && !link.target && !link.hasAttribute("download")
    && /\/(notebooks|book)\/[^/]+\.html$/.test(link.pathname) && book(link.pathname) === book(location.pathname);
}

const nextTask = () => new Promise((go) => setTimeout(go)); // reading and showing a page take a moment each

const book = (path) => path.replace(/[^/]+\/[^/]*$/, "");

async function fetchPage(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.querySelector("article.bd-article")) throw new Error("no page of the book");
  return page;
}

function swap(page) {
  for (const name of CHANGED) {
    const [old, next] = [document.querySelector(name), page.querySelector(name)];
    if (old && next) old.replaceWith(document.adoptNode(next));
    else old?.replaceChildren();
  }
  const menus = page.querySelectorAll(MENUS);
  document.querySelectorAll(MENUS).forEach((menu, at) => menus[at] && menu.replaceChildren(...menus[at].children));
  document.title = page.title;
  window.bootstrap?.ScrollSpy?.getInstance(document.body)?.refresh();
}

function focusAndScroll(hash, top) {
  const heading = document.querySelector("article h1");
  const target = hash && document.getElementById(decodeURIComponent(hash.slice(1).split("?")[0]));
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true }); // a screen reader says where one is now
  if (target) target.scrollIntoView();
  else scrollTo({ top, behavior: "instant" });
}

export function followLinks(closePage, openPage) {
  let here = location.pathname;

  async function go(address, top, arrive) {
    const mine = ++number;
    let page;
    try {
      page = await fetchPage(address);
      await nextTask();
    } catch {
      location.assign(address); // the browser shows what is wrong, or a page of another kind
      return;
    }
    if (mine !== number) return;
    closePage();
    arrive();
    here = location.pathname;
    swap(page);
    focusAndScroll(new URL(address).hash, top);
    await nextTask();
    if (mine === number) openPage();
  }

  history.scrollRestoration = "manual";
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!inBook(link) || link.pathname === location.pathname) return;
    event.preventDefault();
    history.replaceState({ top: scrollY }, "");
    go(link.href, 0, () => history.pushState(null, "", link.href));
  });
  addEventListener("popstate", ({ state }) => {
    if (location.pathname !== here) go(location.href, state?.top ?? 0, () => {});
  });
}

// What a page can do beyond reading: notes beside marks, marks and boxes that light up together. Every page works without it.
"use strict";

(() => {
  const marks = document.querySelectorAll(".m");
  if (!marks.length) return;

  const note = document.createElement("div");
  note.id = "note";
  note.setAttribute("role", "tooltip");
  note.hidden = true;
  document.body.append(note);
  const pages = document.querySelector(".pages");
  let shown = null; // the number of the mark
  let at = null; // the element that asked for the note

  // the title attribute serves readers without scripts; with one, the note is shown at once and to the keyboard as well
  for (const mark of marks) {
    mark.dataset.note = mark.title;
    mark.removeAttribute("title");
    if (mark.tagName !== "A") mark.tabIndex = 0;
  }

  const same = (number) => document.querySelectorAll(`[data-m="${number}"]`);

  function show(element) {
    hide();
    at = element;
    shown = at.dataset.m;
    for (const one of same(shown)) one.classList.add("lit");
    const mark = element.dataset.note ? element : document.querySelector(`.m[data-m="${shown}"]`);
    if (!mark) return;
    note.textContent = mark.dataset.note;
    note.hidden = false;
    element.setAttribute("aria-describedby", "note");
    place(line(element));
    if (element === mark && pages) follow(pages.querySelector(`rect[data-m="${shown}"]`));
  }

  const line = (element) => element.getClientRects()[0] || element.getBoundingClientRect();

  function place(first) {
    const gap = 6;
    const room = note.getBoundingClientRect();
    const left = Math.min(Math.max(gap, first.left), window.innerWidth - room.width - gap);
    const above = first.top - room.height - gap;
    note.style.left = `${left}px`;
    note.style.top = `${above > gap ? above : first.bottom + gap}px`;
  }

  // brings a box into sight within the column of pages, never moving the page itself
  function follow(box) {
    if (!box || getComputedStyle(pages).overflowY !== "auto") return;
    const inside = pages.getBoundingClientRect();
    const outline = box.getBoundingClientRect();
    if (outline.top < inside.top || outline.bottom > inside.bottom) {
      pages.scrollTo({ top: pages.scrollTop + outline.top - inside.top - inside.height / 3 });
    }
  }

  function hide() {
    if (shown === null) return;
    for (const one of same(shown)) {
      one.classList.remove("lit");
      one.removeAttribute("aria-describedby");
    }
    note.hidden = true;
    shown = null;
  }

  const marked = (event) => event.target instanceof Element ? event.target.closest("[data-m]") : null;
  // where the mouse was last: a page that scrolls under a resting mouse must not take the note from what has the focus
  let mouse = "";
  const spot = (event) => `${event.screenX} ${event.screenY}`;
  document.addEventListener("mousemove", (event) => { mouse = spot(event); });
  document.addEventListener("mouseover", (event) => {
    const rests = spot(event) === mouse;
    mouse = spot(event);
    if (rests && shown !== null && at === document.activeElement) return;
    const element = marked(event);
    if (element) show(element);
    else if (at !== document.activeElement && !(event.target instanceof Element && event.target.closest("#note"))) hide();
  });
  document.addEventListener("focusin", (event) => {
    const element = marked(event);
    if (element) show(element);
    else hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  // a note goes with what has the focus, as focusing itself scrolls; what only lay under the mouse takes it away
  document.addEventListener("scroll", (event) => {
    if (shown === null || !event.target.contains(at)) return;
    if (at === document.activeElement) place(line(at));
    else hide();
  }, true);
  if (pages) {
    pages.addEventListener("click", (event) => {
      const box = marked(event);
      const mark = box && document.querySelector(`.m[data-m="${box.dataset.m}"]`);
      if (mark) {
        mark.scrollIntoView({ block: "center" });
        mark.focus({ preventScroll: true });
      }
    });
  }
})();

"use strict";
const rows = [...document.querySelectorAll("#rows > details")];
const control = (name) => document.getElementById("f-" + name);
function filter() {
  const verdict = control("verdict").value, place = control("place").value, act = control("act").value;
  const words = control("text").value.toLocaleLowerCase("lv");
  let shown = 0;
  for (const row of rows) {
    const fits = (!verdict || row.dataset.verdict === verdict) && (!place || row.dataset.place === place)
      && (!act || row.dataset.act === act) && (!words || row.textContent.toLocaleLowerCase("lv").includes(words));
    row.hidden = !fits;
    shown += fits;
  }
  document.getElementById("shown").textContent = shown + " / " + rows.length;
}
for (const name of ["verdict", "place", "act", "text"]) control(name).addEventListener("input", filter);
for (const button of document.querySelectorAll("button[data-verdict]")) {
  button.addEventListener("click", () => {
    const chosen = control("verdict");
    chosen.value = button.dataset.verdict;
    filter();
    document.getElementById("filters").scrollIntoView();
    chosen.focus();
  });
}
document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("beforeprint", () => rows.forEach((row) => { if (!row.hidden) row.open = true; }));
filter();

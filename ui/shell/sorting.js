/* A press on the head of a column sorts its table, largest first, and then the other way. */
(function () {
  "use strict";

  if (window.footprintSorting) return;
  window.footprintSorting = true;

  /* What a cell is sorted by: the value it holds, its date, or its words. */
  function key(cell) {
    if (cell.dataset.value) return Number(cell.dataset.value);
    const said = cell.textContent.trim();
    const date = /^\w+ \d{4}$/.test(said) ? Date.parse(`1 ${said}`) : NaN;
    return Number.isNaN(date) ? said : date;
  }

  /* What has no figure stands last, whichever way a column goes. */
  function order(one, other, down) {
    const figures = [typeof one === "number", typeof other === "number"];
    if (figures[0] && figures[1]) return down ? other - one : one - other;
    if (figures[0] !== figures[1]) return figures[0] ? -1 : 1;
    return (down ? -1 : 1) * one.localeCompare(other, "en", { numeric: true });
  }

  function sort(head) {
    const table = head.closest("table");
    const place = [...head.parentElement.children].indexOf(head);
    const before = head.getAttribute("aria-sort");
    const words = !head.classList.contains("number");
    const down = before ? before === "ascending" : !words;
    const rows = [...table.tBodies[0].rows].map((row) => [key(row.cells[place]), row]);
    rows.sort((a, b) => order(a[0], b[0], down));
    rows.forEach(([, row]) => table.tBodies[0].append(row));
    table.querySelectorAll("[aria-sort]").forEach((one) => one.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
  }

  const pressed = (event) => event.target.closest && event.target.closest(".plain thead [role=button]");

  document.addEventListener("click", (event) => {
    const button = pressed(event);
    if (button) sort(button.closest("th"));
  });
  document.addEventListener("keydown", (event) => {
    const button = (event.key === "Enter" || event.key === " ") && pressed(event);
    if (!button) return;
    event.preventDefault();
    sort(button.closest("th"));
  });
})();

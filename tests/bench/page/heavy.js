// What a heavy application of a single page does before it can be used: builds some ten thousand elements.

const list = document.createElement("main");
for (let row = 0; row < 2_000; row += 1) {
  const item = document.createElement("section");
  item.innerHTML = `<h2>Row ${row}</h2><p><b>${Math.sqrt(row)}</b> <i>of</i> <a href="#${row}">${row}</a></p>`;
  item.style.borderTop = `1px solid hsl(${row % 360} 50% 50%)`;
  list.append(item);
}
document.body.append(list);

// Set a paper with jsPDF in the standard fonts, as web pages with a download button do: node with_jspdf.js BLOCKS.json PAPER.pdf
const fs = require("fs");
const { jsPDF } = require("jspdf");
const [source, made] = process.argv.slice(2);
const paper = JSON.parse(fs.readFileSync(source, "utf8"));
const pdf = new jsPDF({ unit: "pt", format: "a4" });
const styles = { title: [20, "normal"], chapter: [15, "bold"], heading: [13, "bold"], label: [11, "bold"], subheading: [11, "italic"] };
let y = 80;

function set(text, indent = 0, size = 11, style = "normal", mark = "") {
  pdf.setFont("times", style).setFontSize(size);
  pdf.splitTextToSize(text, 425 - indent).forEach((line, n) => {
    if (y > 760) { pdf.addPage(); y = 80; }
    if (mark && n === 0) pdf.text(mark, 99, y);
    pdf.text(line, 99 + indent, y);
    y += size * 1.3;
  });
}

for (const block of paper.blocks) {
  if (block.kind === "break") { pdf.addPage(); y = 80; continue; }
  if (block.kind === "table") {
    for (const row of block.rows) { row.forEach((cell, n) => pdf.text(cell, 99 + 130 * n, y)); y += 17; }
  } else if (block.entries.length) {
    block.entries.forEach((entry, n) => set(entry, 18, 11, "normal", block.kind === "bullets" ? "–" : `${n + 1}.`));
  } else {
    const [size, style] = styles[block.kind] || [11, "normal"];
    if (style !== "normal") y += 10;
    if (style !== "normal" && y > 720) { pdf.addPage(); y = 80; }
    set(`${block.number} ${block.text}`.trim(), 0, size, style);
  }
  y += 9;
}
for (let page = 1; page <= pdf.getNumberOfPages(); page++) {
  pdf.setPage(page).setFont("times", "normal").setFontSize(9);
  pdf.text(paper.foot, 99, 800);
  pdf.text(`Side ${page}`, 524, 800, { align: "right" });
}
fs.writeFileSync(made, Buffer.from(pdf.output("arraybuffer")));

// Set a paper with pdfmake: node with_pdfmake.js BLOCKS.json PAPER.pdf
const fs = require("fs");
const PdfPrinter = require("pdfmake/js/Printer").default;
const [source, made] = process.argv.slice(2);
const paper = JSON.parse(fs.readFileSync(source, "utf8"));
const folder = "/usr/share/fonts/truetype/liberation/LiberationSans-";
const fonts = { Sans: { normal: folder + "Regular.ttf", bold: folder + "Bold.ttf", italics: folder + "Italic.ttf" } };
const sizes = { title: 20, chapter: 15, heading: 13 };

function content(block) {
  if (block.kind === "break") return { text: " ", fontSize: 2, pageBreak: "before" };
  if (block.kind === "table") return { table: { widths: block.rows[0].map(() => 130), body: block.rows }, margin: [0, 0, 0, 10] };
  if (block.kind === "bullets") return { ul: block.entries, markerColor: "black", type: "square", margin: [0, 0, 0, 8] };
  if (block.kind === "numbers") return { ol: block.entries, margin: [0, 0, 0, 8] };
  return {
    text: `${block.number} ${block.text}`.trim(),
    fontSize: sizes[block.kind] || 11,
    bold: ["chapter", "heading", "label"].includes(block.kind),
    italics: block.kind === "subheading",
    margin: [0, ["chapter", "heading", "label", "subheading"].includes(block.kind) ? 10 : 0, 0, 8],
  };
}

const definition = {
  pageSize: "A4", pageMargins: [99, 75, 71, 75], defaultStyle: { font: "Sans", fontSize: 11 },
  info: { creationDate: new Date(0) },
  footer: (page) => ({ columns: [paper.foot, { text: `Side ${page}`, alignment: "right" }], fontSize: 9, margin: [99, 20, 71, 0] }),
  content: paper.blocks.map(content),
};
const { URLResolver } = (() => { try { return { URLResolver: require("pdfmake/js/URLResolver").default }; } catch { return {}; } })();
const vfs = require("pdfmake/js/virtual-fs").default;
new PdfPrinter(fonts, vfs, URLResolver && new URLResolver(vfs)).createPdfKitDocument(definition).then((pdf) => {
  pdf.pipe(fs.createWriteStream(made));
  pdf.end();
});

// Copy the pages of a PDF with pdf-lib, and stamp a number on each: node with_pdflib.js OLD.pdf NEW.pdf
const fs = require("fs");
const { PDFDocument, StandardFonts } = require("pdf-lib");
const [source, made] = process.argv.slice(2);

(async () => {
  const old = await PDFDocument.load(fs.readFileSync(source));
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const page of await pdf.copyPages(old, old.getPageIndices())) {
    pdf.addPage(page);
    page.drawText(`- ${pdf.getPageCount()} -`, { x: 290, y: 25, size: 8, font });
  }
  fs.writeFileSync(made, await pdf.save());
})();

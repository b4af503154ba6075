"""Pages that are images, read by Tesseract.

`finding` tells which pages of a PDF are to be read from their image, and `reading` reads them and puts them in their
place. Each is read by `page`, in a process of its own within bounds of time and memory: `image` gives the page as dots,
upright and level, `leaders` takes away what Tesseract stumbles over, `tesseract` makes lines of words of it, `numbers`
and `missed` put right what it reads badly or passes over, and `rows` sets the lines in their order.
"""

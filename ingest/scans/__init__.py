"""Pages that are images, read by Tesseract.

`finding` tells which pages of a PDF are to be read from their image, `reading` reads them and puts them in their place;
each page is read by `page`, in a process of its own within bounds of time and memory, with the help of `image` (the
page as dots, upright and level) and `tesseract` (dots into lines of words).
"""

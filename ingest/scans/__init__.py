"""Pages that are images, read by Tesseract.

`detection` finds the pages of a PDF that need OCR, and `scanned_pages` has them read and puts them among the others.
Each is read by `page`, in a process of its own with limits on time and memory: `image` renders the page as a bitmap,
upright and level, `dot_leaders` removes what Tesseract stumbles over, `tesseract` returns lines of words,
`margin_numbers` and `missed_lines` correct what it misreads or misses, and `text_rows` puts the lines in order.
"""

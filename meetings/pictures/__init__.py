"""The pages of PDFs as pictures: made by PDFium in a process of its own, and kept on disk.

`store` has the pictures and makes those that are missing; `render` is the program that draws one page.
"""

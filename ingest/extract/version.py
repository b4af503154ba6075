"""The version of the extraction, by which stored pages tell whether they are what would be extracted today."""

# To be raised with each change to what is extracted from a file: the pieces of text, their places, what is hidden.
EXTRACTION = 1

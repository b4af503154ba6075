"""How well documents are read and found: the reading against gold made by hand, the search against judged queries.

`python -m tests.scoring` writes the figures to docs/quality.md; the tests beside this file hold them.
"""

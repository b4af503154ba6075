"""Quality scores: the parser against gold records made by hand, the search against judged queries.

`python -m tests.scoring` writes the figures to docs/quality.md; the tests next to this file keep them from falling.
"""

"""Answers to a query: the pages of meetings, people, councils, municipalities, topics and cases that it names.

`answers` are shown above the results, `suggestions` while a query is typed; both read it in the same way (`reading`)
and find in the same way (`meetings_asked`, `people_asked`, `named`).
"""

from meetings.search.answers.answer import Answer
from meetings.search.answers.finder import answers
from meetings.search.answers.named import Kind

__all__ = ["Answer", "Kind", "answers"]

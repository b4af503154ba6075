"""Labels of vocabularies for use within sentences, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from meetings.shared.vocabulary import Labelled


def within_sentence(member: Labelled) -> str:
    """Return a label as written within a sentence: only the first letter is lowered, so that IT further on stays IT."""
    label = _(member.label)
    return label[:1].lower() + label[1:]


def join_labels(members: Sequence[Labelled]) -> str:
    """Return the labels of several members as one phrase: "Anbefalet, udpeget eller sendt videre"."""
    names = [_(members[0].label), *map(within_sentence, members[1:])]
    return " ".join([", ".join(names[:-1]), _("eller"), names[-1]]) if len(names) > 1 else names[0]

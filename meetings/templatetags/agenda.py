"""What a meeting's pages have dozens of, by filters as in `rows`: the outline, what changed in it, delegations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from django import template
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from meetings.finding.attending import Delegation
from meetings.finding.differences import Difference, Kind
from meetings.finding.outline import Node
from meetings.finding.stages import Change
from meetings.models import AgendaItem, Participant
from meetings.templatetags.language import danish
from meetings.templatetags.rows import links, outcome

register = template.Library()


@register.filter
def outline_list(nodes: Iterable[Node]) -> SafeString:
    """Give an agenda as a list, with the items below an item as a list within it."""
    return mark_safe(f'<ol class="outline">{"".join(map(_node, nodes))}</ol>')  # noqa: S308 - escaped below


@register.filter
def entry_rows(items: Iterable[AgendaItem]) -> SafeString:
    """Give items as the entries of an outline, each with its number and a link."""
    found = (f"<li>{_entry(item.number, _title(item.title, item))}</li>" for item in items)
    return mark_safe("\n".join(found))  # noqa: S308 - escaped below


@register.filter
def change_rows(changes: Iterable[Change], only_numbers: bool = False) -> SafeString:
    """Give changes as the entries of an outline, each with its mark; or only where a number changed."""
    return mark_safe("\n".join(_change(one, only_numbers) for one in changes))  # noqa: S308 - escaped below


@register.filter
def change_mark(difference: Difference) -> SafeString:
    """Give in a word or two how an item differs."""
    said = _words_of(difference.kind)
    if difference.former_number:
        said += ", " if difference.kind == Kind.CHANGED else ""
        said += _("før %(number)s") % {"number": difference.former_number}
    html = f'<span class="change" data-change="{difference.kind}">{escape(said)}</span>'
    return mark_safe(html)  # noqa: S308 - escaped above


@register.filter
def delegation_rows(delegations: Iterable[Delegation]) -> SafeString:
    """Give who was there, and who sent regrets, by municipality."""
    return mark_safe("\n".join(map(_delegation, delegations)))  # noqa: S308 - escaped below


def _node(node: Node) -> str:
    item = node.item
    below = outline_list(node.children) if node.children else ""
    if node.children and not item.has_text:
        number = f'<span class="number">{escape(item.number)}</span>'
        title = f'<span class="name"{danish()}>{escape(item.title)}</span>'
        return f'<li><h3 class="group" id="punkt-{escape(item.address)}">{number} {title}</h3>{below}</li>'
    mark = f" {change_mark(node.difference)}" if node.difference else ""
    title = f"<span>{_title(item.title, item if node.leads_on else None)}{mark}</span>"
    decision = getattr(item, "decision", None)
    if not decision:
        return f"<li>{_entry(item.number, title + ' ')}{below}</li>"
    printed = f'<div class="printed decided"{danish()}>{linebreaks(decision.text, autoescape=True)}</div>'
    return f"<li>{_entry(item.number, f'{title} {outcome(decision.outcome)}')}{printed}{below}</li>"


def _change(change: Change, only_numbers: bool) -> str:
    difference = change.difference
    has_mark = bool(difference.former_number) or not only_numbers
    mark = f" {change_mark(difference)}" if has_mark else ""
    return f"<li>{_entry(difference.number, f'<span>{_title(difference.title, change.item)}{mark}</span>')}</li>"


def _entry(number: str, rest: str) -> str:
    return f'<p class="entry"><span class="number">{escape(number)}</span> {rest}</p>'


def _title(title: str, item: AgendaItem | None) -> str:
    if not item:
        return f'<span class="name"{danish()}>{escape(title)}</span>'
    return f'<a class="name" href="{escape(item.get_absolute_url())}"{danish()}>{escape(title)}</a>'


def _words_of(kind: Kind) -> str:
    if kind == Kind.NEW:
        return pgettext("punkt", "nyt")
    if kind == Kind.DROPPED:
        return pgettext("punkt", "udeladt")
    return pgettext("punkt", "ændret") if kind == Kind.CHANGED else ""


def _delegation(delegation: Delegation) -> str:
    place = links([delegation.municipality]) if delegation.municipality else escape(_("Kommune ikke oplyst"))
    return f"<div><dt>{place}</dt>{''.join(_members(delegation))}</div>"


def _members(delegation: Delegation) -> Iterator[str]:
    yield from (f"<dd>{_member(one)}</dd>" for one in delegation.present)
    status = escape(_("afbud"))
    for one in delegation.absent:
        yield f'<dd class="absent">{_member(one)} <span class="status">{status}</span></dd>'


def _member(one: Participant) -> str:
    party = f' <span class="party">{escape(one.party)}</span>' if one.party else ""
    return f'<a href="{escape(one.person.get_absolute_url())}">{escape(one.name)}</a>{party}'

"""Parameters of pages without a form."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext as _

from meetings.site.forgiving.guess import Way
from meetings.site.pages.query_strings import PAGE, with_value
from meetings.site.views.errors import Missing

_SHOWN = 20  # characters of a value


def read_parameter(request: HttpRequest, name: str) -> str:
    """Return the value of a parameter, "" if it is not there. Raise Missing if several values are given."""
    given = list(dict.fromkeys(request.GET.getlist(name)))
    if len(given) > 1:
        told = ", ".join(f"»{value[:_SHOWN]}«" for value in given)
        message = _("»%(name)s« kan kun være ét ad gangen, men der er givet %(values)s.") % {
            "name": name,
            "values": told,
        }
        offered = [] if name == PAGE else [(value[:_SHOWN], value) for value in given]  # such a page may not be there
        raise Missing(message, mended(request, name, offered))
    return given[0] if given else ""


def mended(request: HttpRequest, name: str, values: Iterable[tuple[str, str]] = ()) -> list[Way]:
    """Return the same page with each of the (label, value) pairs in place of what was given, and without any."""
    ways = [Way(label, request.path + with_value(request.GET, name, value)) for label, value in values]
    return [*ways, Way(_("Vis uden »%(label)s«") % {"label": name}, request.path + with_value(request.GET, name))]

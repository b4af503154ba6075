"""The reader's choice of language."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language


@csrf_exempt
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the language in a cookie and lead back to the page (`next`); nothing is written in the database.

    No token against forgery: a stranger's form could at worst turn the page into English, and a token would put a
    second cookie on every reader and every page.
    """
    answer: HttpResponse = set_language(request)
    return answer

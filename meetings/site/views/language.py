"""The reader's choice of language."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language


@csrf_exempt
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Store the language in a cookie and redirect back to the page (`next`); nothing is written to the database.

    There is no CSRF token: a forged form could at worst switch the page to English, and a token would cost a second
    cookie for every reader on every page.
    """
    answer: HttpResponse = set_language(request)
    return answer

"""`{% url %}` as Django has it, but an address that was made before is not made again. Built into all templates."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as read_url
from django.urls import NoReverseMatch
from django.utils.html import conditional_escape

from meetings.addresses import address_of

register = template.Library()


class Address(URLNode):
    """The address of one of our pages; those with a namespace, as the admin's, depend on more than their parts."""

    def render(self, context: Context) -> str:
        """Give the address, or keep it under the name that the tag gives. Raises NoReverseMatch."""
        page = self.view_name.resolve(context)
        if self.kwargs or ":" in page:
            return super().render(context)
        try:
            address = address_of(page, *(part.resolve(context) for part in self.args))
        except NoReverseMatch:  # which Django lets pass where the address is only kept
            return super().render(context)
        if self.asvar:
            context[self.asvar] = address
            return ""
        return conditional_escape(address)


@register.tag
def url(parser: Parser, token: Token) -> Any:
    """Read the tag as Django does."""
    node = read_url(parser, token)
    return Address(node.view_name, node.args, node.kwargs, node.asvar)

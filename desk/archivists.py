"""The group of archivists with its permissions in the admin, and archivists' accounts."""

from __future__ import annotations

import secrets

from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.db.models import QuerySet

GROUP = "Arkivarer"

# Archivists can view everything. They cannot edit what the parser produced, since the next import would overwrite it;
# they add and delete documents, merge and split persons, edit the terms that assign topics, and synonyms, and strike
# wrongly learned words.
MAY_CHANGE = {
    "document": ("add", "change", "delete"),
    "person": ("change",),
    "topicterm": ("add", "change", "delete"),
    "synonym": ("add", "change", "delete"),
    "learnedword": ("change",),
    "learnedpair": ("change",),
}


def has_group() -> bool:
    """Return whether the group of archivists exists with all its permissions."""
    return not _rights().exclude(group__name=GROUP).exists()


def ensure_group() -> None:
    """Create the group of archivists and add its permissions; others that an administrator added are kept."""
    group, _made = Group.objects.get_or_create(name=GROUP)
    group.permissions.add(*_rights())


def _rights() -> QuerySet[Permission]:
    models = [model.__name__.lower() for model in apps.get_app_config("meetings").get_models()]
    wanted = [f"view_{model}" for model in models]
    wanted += [f"{verb}_{model}" for model, verbs in MAY_CHANGE.items() for verb in verbs]
    return Permission.objects.filter(content_type__app_label="meetings", codename__in=wanted)


def ensure_archivist(username: str) -> str | None:
    """Create an archivist's account and return its password; do nothing and return None if any account exists."""
    if User.objects.exists():
        return None
    return new_password(username)


def new_password(username: str) -> str:
    """Set and return a new random password for the account; if there is no such account, create it as archivist."""
    password = secrets.token_urlsafe(12)
    user, made = User.objects.get_or_create(username=username, defaults={"is_staff": True})
    user.set_password(password)
    user.save()
    if made:
        ensure_group()
        user.groups.add(Group.objects.get(name=GROUP))
    return password

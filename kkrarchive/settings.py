"""Django's settings. What differs between installations is read from the environment; docs/drift.md lists it.

With nothing set, the archive runs for one machine, with embedded PostgreSQL and all its data below `var/`.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dj_database_url
from django.utils.translation import gettext_lazy as _
from jinja2 import StrictUndefined

from kkrarchive import embedded
from kkrarchive.secret_key import read_or_make_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("KKRARCHIVE_DATA") or BASE_DIR / "var").absolute()


def environment_list(name: str, default: str = "") -> list[str]:
    """Return the comma-separated values of an environment variable."""
    return [value.strip() for value in os.environ.get(name, default).split(",") if value.strip()]


DEBUG = os.environ.get("KKRARCHIVE_DEBUG") == "1"
SECRET_KEY = os.environ.get("KKRARCHIVE_SECRET_KEY") or read_or_make_secret_key(DATA_DIR)
ALLOWED_HOSTS = environment_list("KKRARCHIVE_HOSTS", "localhost,127.0.0.1,[::1]")

# Behind a proxy that speaks HTTPS and says so in X-Forwarded-Proto.
BEHIND_HTTPS = os.environ.get("KKRARCHIVE_HTTPS") == "1"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if BEHIND_HTTPS else []
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_HTTPS else 0
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "desk.apps.ArchiveAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_filters",
    "procrastinate.contrib.django",
    "kkrarchive",
    "meetings",
    "ingest",
    "desk",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "meetings.site.known_parameters.KnownParameters",
    "meetings.site.page_cache.PageCache",
    "kkrarchive.compression.CompressedPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kkrarchive.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "kkrarchive.urls"
WSGI_APPLICATION = "kkrarchive.wsgi.application"
TEMPLATES = [
    # The public pages.
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates" / "site"],
        "OPTIONS": {
            "environment": "meetings.site.jinja.environment",
            "undefined": StrictUndefined,
            "context_processors": ["meetings.site.context.archive"],
        },
    },
    # The archivists' pages.
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["django.templatetags.i18n", "desk.templatetags.language"],
        },
    },
]

DATABASE: Mapping[str, Any] = (
    dj_database_url.parse(os.environ["DATABASE_URL"])
    if os.environ.get("DATABASE_URL")
    else embedded.database_settings(DATA_DIR)
)
# A query that a connection has run before is a prepared statement, planned anew only if PostgreSQL finds that better. A
# search's plan does not depend on its words anyway: the planner has no statistics on them (migration 0003).
PREPARED = {"server_side_binding": True, "prepare_threshold": 2}
# How long a page waits for a server that is away, even on a network that drops packets silently.
NOTICED = {"connect_timeout": 5, "tcp_user_timeout": 30_000}  # seconds; milliseconds
DATABASES = {
    "default": {
        **DATABASE,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**PREPARED, **NOTICED, **DATABASE.get("OPTIONS", {})},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "admin:login"

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Dansk")), ("en", _("Engelsk"))]
LANGUAGE_COOKIE_NAME = "sprog"
LANGUAGE_COOKIE_AGE = 31_536_000
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = BEHIND_HTTPS
FORMAT_MODULE_PATH = ["kkrarchive.formats"]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("KKRARCHIVE_STATIC") or DATA_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    # Originals, byte for byte; served only through the document's own address, never by their path.
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "originals"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# The largest file an archivist can upload, in bytes: KL's largest agendas with enclosures are about 30 MB.
MAX_UPLOAD_BYTES = int(os.environ.get("KKRARCHIVE_MAX_UPLOAD_MB", "50")) * 1024 * 1024
# How many files at once: enough for a council's documents of many years. Each is an open file until it is stored;
# gunicorn.conf.py raises the limit on open files accordingly.
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "desk.upload_handler.BoundedUploadHandler",
]
# Limits on reading one document. A real one of 100 pages takes about 10 s on one core and 0.2 GB of address space; one
# that takes 30 times as long is stuck, and one that takes 7 times the memory was made to do so.
READ_SECONDS = float(os.environ.get("KKRARCHIVE_READ_SECONDS", "300"))
READ_TOTAL_SECONDS = float(os.environ.get("KKRARCHIVE_READ_TOTAL_SECONDS", "1800"))
# A document that takes longer, or that needs OCR, is read in the slow lane of the queue, beside the others.
FAST_SECONDS = float(os.environ.get("KKRARCHIVE_FAST_SECONDS", "20"))
READ_MEMORY_MB = int(os.environ.get("KKRARCHIVE_READ_MEMORY_MB", "1500"))

# Pictures of pages, made when somebody looks at them: about 0.1 MB each, in two sizes. They can be made again at any
# time, so a backup need not have them.
PICTURES_DIR = DATA_DIR / "pictures"
PICTURES_MB = int(os.environ.get("KKRARCHIVE_PICTURES_MB", "1000"))

# Seconds that one query of a search may take before it is cancelled and the page says so.
SEARCH_SECONDS = float(os.environ.get("KKRARCHIVE_SEARCH_SECONDS", "5"))

# How much memory each web process may use to cache pages, of about 8 kB each; 0 turns the cache off.
PAGES_MB = float(os.environ.get("KKRARCHIVE_PAGES_MB", "32"))

# Who runs this archive, for the accessibility statement. WAS_URL is its address in Digitaliseringsstyrelsen's WAS-Tool.
OPERATOR = {
    "name": os.environ.get("KKRARCHIVE_OPERATOR", ""),
    "email": os.environ.get("KKRARCHIVE_OPERATOR_EMAIL", ""),
    "phone": os.environ.get("KKRARCHIVE_OPERATOR_PHONE", ""),
}
WAS_URL = os.environ.get("KKRARCHIVE_WAS_URL", "")

PROCRASTINATE_ON_APP_READY = "ingest.tasks.on_app_ready"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "class": "kkrarchive.masked_log.MaskedFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "filters": {"known": {"()": "kkrarchive.known_errors.WithoutTraceback"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["known"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # A request for a page that does not exist is of no interest to the operator.
    "loggers": {"django.request": {"level": "ERROR"}},
}

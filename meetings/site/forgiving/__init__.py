"""What an address that leads nowhere may have meant: other spellings, other forms of a date or number, slips."""

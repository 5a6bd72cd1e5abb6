"""How places are named, and which units of today they can lie in."""

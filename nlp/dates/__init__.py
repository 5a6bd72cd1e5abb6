"""How dates are given, from the moon to the campaigns, and what happened on them."""

"""One tree of migrations for both databases, run at start or by `manhmoi migrate`."""

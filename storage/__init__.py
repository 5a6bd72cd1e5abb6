"""WHAT WE KEEP: the model, and the only package that speaks SQL.

Functions here are plain and synchronous, `f(tx, …)`, return model records, and are
called as `await db.write(f, …)` or `await db.read(f, …)`: nothing can await inside a
transaction.
"""

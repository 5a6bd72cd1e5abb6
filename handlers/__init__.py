"""What we decide: conversations, filing, triage, routing and hand-over.

Values in, values out: no SQL, no HTTP and no platform in here.
"""

"""Words for somebody else's eyes: names, addresses and dates are taken out, nothing is added.

Redacted is not anonymous: what was said may tell who said it.
"""

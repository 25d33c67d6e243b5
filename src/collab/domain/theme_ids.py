"""The names of the nine themes, apart from all that is said of them.

`collab status` comes by here when focus themes are set, so nothing is imported.
"""

THEME_IDS = (
    "decide",
    "purpose",
    "empathy",
    "candour",
    "difficult",
    "network",
    "trust",
    "negotiate",
    "enable",
)
"""The nine, in the order in which reports list them. Packs add prompts, not themes."""

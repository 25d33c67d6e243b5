"""The names of the nine themes, apart from all that is said of them.

`collab status` comes by here when focus themes are set, and every report, so nothing is
imported or read. What else belongs to a theme stands in `prompts/themes.toml`.
"""

THEME_NAMES = {
    "decide": "Shared decisions",
    "purpose": "Shared purpose",
    "empathy": "Understanding others",
    "candour": "Open dialogue",
    "difficult": "Difficult conversations",
    "network": "Connections and coalitions",
    "trust": "Trust and accountability",
    "negotiate": "Joint problem solving",
    "enable": "Enabling others",
}
"""The nine by their ids, in the order in which reports list them. Packs add prompts, not
themes."""
THEME_IDS = tuple(THEME_NAMES)

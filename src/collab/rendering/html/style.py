"""How the page looks: at a desk, on a telephone, on paper, by day and by night.

Colours have meanings and no judgement: ink for words, a quieter ink for labels, one accent
for where something stands or falls due. Nothing is said by colour alone, and the page
reads in the right order without any of this.
"""

from __future__ import annotations

import base64
import hashlib

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #23211e; --quiet: #67625a; --rule: #d9d4cb; --wash: #f2efe9;
  --accent: #0a5f80; --full: #4d4942; --half: #918a7e;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", Georgia, serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #191817; --ink: #e8e4dc; --quiet: #a9a297; --rule: #3c3934; --wash: #24221f;
    --accent: #7cc4e2; --full: #cfc8bb; --half: #787268;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 3rem; max-width: 41rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 var(--sans);
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { margin: 0 0 1.25rem; font-size: 1.6rem; font-weight: 650; letter-spacing: -.01em; }
h2 {
  margin: 2.75rem 0 1rem; padding-top: .7rem; border-top: 1px solid var(--rule);
  font-size: 1.2rem; font-weight: 650;
}
h3 { margin: 1.75rem 0 .5rem; font-size: 1.0625rem; font-weight: 600; }
p { margin: .6rem 0; }
strong { font-weight: 700; }
abbr { text-decoration: none; }
.whole { white-space: nowrap; }
.quiet, .ends, .figures, caption, dt, th { color: var(--quiet); }
.due { color: var(--accent); font-weight: 600; }

blockquote {
  margin: .35rem 0 1rem; padding-left: 1rem; border-left: 3px solid var(--rule);
  font: 1.125rem/1.55 var(--serif); font-variant-numeric: tabular-nums;
}
blockquote p { margin: 0 0 .6rem; }
blockquote p:last-child { margin-bottom: 0; }
.words h3 { margin: 1.4rem 0 .3rem; font-size: .9375rem; color: var(--quiet); }
.starred { color: var(--ink); }
.question { font-weight: 600; margin-top: 1.4rem; }
.from { margin-bottom: .3rem; }

dl { margin: .75rem 0; }
dl > div {
  display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0 .75rem; padding: .15rem 0;
}
dt { font-size: .9375rem; line-height: 1.655rem; }
dd { margin: 0; }
ul { margin: .75rem 0; padding: 0; list-style: none; }
li { padding: .15rem 0; }

table { border-collapse: collapse; font-size: .9375rem; }
.strip { width: 100%; max-width: 27rem; table-layout: fixed; margin: .5rem 0 .9rem; }
.strip th { font-weight: 400; font-size: .8125rem; padding: 0 0 .2rem; }
.strip td {
  height: 2.1rem; padding: 0; text-align: center; vertical-align: middle;
  border: 2px solid var(--paper); background: var(--wash); font-weight: 600;
}
.strip .none { color: var(--quiet); font-weight: 400; }
.strip .to-come { background: none; }
.weeks th, .weeks td { padding: .15rem 1.25rem .15rem 0; text-align: left; font-weight: 400; }
.weeks td, .weeks thead th + th { text-align: right; }
.weeks caption { text-align: left; padding-bottom: .3rem; }

figure { margin: 1rem 0 1.25rem; }
svg { display: block; width: 100%; max-width: 27rem; height: auto; overflow: visible; }
svg text { font-family: var(--sans); font-size: 12px; fill: var(--ink); }
svg .quiet { fill: var(--quiet); }
svg + svg { margin-top: 1.25rem; }
svg .small { font-size: 10px; }
svg .now { font-weight: 700; }
svg .rule { stroke: var(--rule); }
svg .line { stroke: var(--quiet); }
svg .middle { fill: var(--half); }
svg .dot { fill: var(--accent); }
svg .halo { stroke: var(--paper); stroke-width: 4px; paint-order: stroke; }
svg .point { fill: var(--full); }
svg .well { fill: var(--full); }
svg .partly { fill: var(--half); }
svg .other { fill: none; stroke: var(--quiet); }

.pair { display: grid; gap: 0 2rem; }
.pair h3 { margin-top: .5rem; font-size: .9375rem; color: var(--quiet); }
footer { margin-top: 3rem; padding-top: .9rem; border-top: 1px solid var(--rule); }
footer p { font-size: .875rem; color: var(--quiet); }
footer .purpose { color: var(--ink); }

.aside {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.aside-box { position: relative; }

@media (min-width: 40rem) {
  body { padding: 4rem 1.5rem 5rem; }
  h1 { font-size: 2rem; }
  dl > div { grid-template-columns: 8rem minmax(0, 1fr); }
  .pair { grid-template-columns: 1fr 1fr; }
}
@page { margin: 18mm 17mm 16mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --quiet: #4a4a4a; --rule: #bbb; --wash: #f1f1f1;
    --accent: #000; --full: #444; --half: #8c8c8c;
  }
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.4; }
  blockquote { font-size: 10.5pt; line-height: 1.4; margin-bottom: .6rem; }
  h1 { font-size: 18pt; margin-bottom: .8rem; }
  h2 { font-size: 12.5pt; margin: 1.1rem 0 .5rem; padding-top: .5rem; }
  h3, .words h3, .pair h3 { font-size: 10pt; margin: .8rem 0 .2rem; }
  dl, ul { margin: .3rem 0; }
  dt { font-size: inherit; line-height: inherit; }
  figure { margin: .6rem 0 .8rem; }
  svg, .strip { max-width: 88mm; }
  footer { margin-top: 1.5rem; }
  footer p { font-size: 8.5pt; }
  h1, h2, h3, .question, .from, .ends, caption { break-after: avoid; }
  section:not(.long), figure, table, tr, li, dl > div, .together, footer { break-inside: avoid; }
  p, blockquote { orphans: 3; widows: 3; }
  .strip td, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""


def policy() -> str:
    """The content security policy of a page with this style: nothing else may be loaded."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"

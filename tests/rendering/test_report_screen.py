"""Whole screens of a report, as they stand on the terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from collab.domain.reports.report import Report
from collab.rendering.glyphs import ASCII
from collab.rendering.report_layout import Look
from collab.rendering.report_screen import first_screen, page, plain_page
from tests.rendering.sample_reports import EMPTY_WEEK, FIRST_WEEK, ORDINARY_WEEK, said

ORDINARY_80 = """\
Week 2024-06-10 to 2024-06-16           Mo ■  Tu ■  We ■  Th □  Fr ■  Sa ·  Su ·
  written    on 5 of 7 days; 1 light evening

In your words
  Mon        Told @Bo the supplier date had slipped before he could hear it …
  Tue        Asked all six about the rota. It took the day, and four had no …
  Wed        @Rui said the handovers slip when I change the list after noon. …
  Thu        light evening
  Fri        "@Ana said I asked, and then I waited."

Plans        done 2, partly 0, not done 1 (3 with an occasion; 0 without)

Talks
  now        planned 1 > held 0 > debriefed 1 > follow-up due 0
  this week  added 0; held 1 of 1 that had a date; debriefed 1 of 1 held;
             closed 0; let go 0
  expected   Rui: 4, it was 2
  waiting    Cy: 20 days. Hold it, hand it over, or let it go?

Promises
  mine       2 due; kept 1, late 1, open 0
  to me      2 due; kept 1, late 0, open 1
Next         Tue 18: from Cy, two hires · Wed 19: to Bo, vendor numbers

Balance (your ratings)
  on my own  ├───────────────┄┄┄┄┄┄┄●┄───────────────┤  together
            -2        -1         0        +1        +2
  this week  +0.3 on the line -2 (on my own) to +2 (together);
             10 ratings on 4 days
  position   around the middle
  fit        suited well 8, partly 1, would choose another way 1 (10 of 10
             answered)
  waited     1 day (waited or gave way)
  compared   no clear difference from your usual (difference +0.6, NAP 0.78)

Themes       1 = on my own, 5 = together; neither end is better

Shared decisions           Mo 2   Tu 4   We 3   Th ·   Fr 3   Sa ·   Su ·
  this week  mean 3.0, range 2-4, n=4 of 7 days
  usual      mean 2.8, n=16 over 4 weeks
  compared   no clear difference from your usual (difference +0.2, NAP 0.57)
  8 weeks    no clear direction (7 rated weeks, S=+10, change +0.5)
  4-5
  3-4                               3.0           3.0           3.0
  2-3          2.3    2.7                  2.8           2.5
  1-2
  n             3      3      1      4      4      4      4      4
  week          17     18     19     20     21     22     23     24

Open dialogue              Mo 3   Tu 4   We 4   Th ·   Fr 4   Sa ·   Su ·
  this week  mean 3.8, range 3-4, n=4 of 7 days
  usual      mean 2.8, n=16 over 4 weeks
  compared   higher than your usual (difference +1.0, NAP 0.88)
  8 weeks    rising (6 rated weeks, S=+14, change +1.5)
  4-5
  3-4                                                    3.3    3.8
  2-3                 2.3           2.5    2.5    2.8
  1-2
  n             2      3      1      4      4      4      4      4
  week          17     18     19     20     21     22     23     24

Difficult conversations    no ratings
Trust and accountability   Mo 2   Tu W   We 3   Th ·   Fr 0   Sa ·   Su ·
             2, 3 (n=2; 3 needed for a mean); no occasion: 1 day;
             waited or gave way: 1 day

People in your notes (named with @)
  named      Ana (report) 4, Bo (peer) 3, Dee (partner) 2, Rui (report) 2,
             Cy (boss) 1
  top two    7 of 12 mentions; people named: 5
  not named  Eli for 28 days

Outside views
  this week  1 outside view
  Fri        "You asked, and then you waited. I had not seen that before." (Ana)

Language signal (a word count; not a measure of you)
  this week  we-words 15, I-words 34 in 486 words; 31% we
  usual      24% we (n=159)
  compared   no clear difference from your usual (95% ranges 20-45% and 18-31%)

Weekly review
  Where did acting alone, and where did acting together, suit this week's
  situations?
             Alone was right for the supplier call, there was an hour. Asking …
  Next week  If I am about to ask the whole group, then I will name the two
             people it touches most and ask only them first.

These are your own ratings of your own days. They are not a test and say nothing
about other people. 1 = on my own, 5 = together; neither end is better.
'Higher', 'lower', 'rising' and 'falling' follow fixed rules; in simulations of
people who did not change, 14 to 27 of 100 weeks with three themes held such a
word all the same. Differences are of exact means, so they can differ by 0.1
from those printed. NAP: share of day pairs in which this week's value is higher
(ties half). S: rises minus falls among all pairs of weeks; change: the middle
slope over the weeks. 95% range: where the share may lie by chance.
"""

ORDINARY_60_WITHOUT_UTF8 = """\
Week 2024-06-10 to 2024-06-16
  Mo x  Tu x  We x  Th o  Fr x  Sa .  Su .
  written    on 5 of 7 days; 1 light evening

In your words
  Mon        Told @Bo the supplier date had slipped ...
  Tue        Asked all six about the rota. It took the ...
  Wed        @Rui said the handovers slip when I change ...
  Thu        light evening
  Fri        "@Ana said I asked, and then I waited."

Plans        done 2, partly 0, not done 1 (3 with an
             occasion; 0 without)

Talks
  now        planned 1 > held 0 > debriefed 1 >
             follow-up due 0
  this week  added 0; held 1 of 1 that had a date;
             debriefed 1 of 1 held; closed 0; let go 0
  expected   Rui: 4, it was 2
  waiting    Cy: 20 days. Hold it, hand it over, or let it
             go?

Promises
  mine       2 due; kept 1, late 1, open 0
  to me      2 due; kept 1, late 0, open 1
Next         Tue 18: from Cy, two hires
             Wed 19: to Bo, vendor numbers

Balance (your ratings)
  on my own  |--------..o--------|  together
            -2   -1    0   +1   +2
  this week  +0.3 on the line -2 (on my own) to +2
             (together); 10 ratings on 4 days
  position   around the middle
  fit        suited well 8, partly 1, would choose another
             way 1 (10 of 10 answered)
  waited     1 day (waited or gave way)
  compared   no clear difference from your usual (difference
             +0.6, NAP 0.78)

Themes       1 = on my own, 5 = together;
             neither end is better

Shared decisions
  days       Mo 2  Tu 4  We 3  Th .  Fr 3  Sa .  Su .
  this week  mean 3.0, range 2-4, n=4 of 7 days
  usual      mean 2.8, n=16 over 4 weeks
  compared   no clear difference from your usual (difference
             +0.2, NAP 0.57)
  8 weeks    no clear direction (7 rated weeks, S=+10,
             change +0.5)
  4-5
  3-4                        3.0       3.0       3.0
  2-3         2.3  2.7            2.8       2.5
  1-2
  n            3    3    1    4    4    4    4    4
  week         17   18   19   20   21   22   23   24

Open dialogue
  days       Mo 3  Tu 4  We 4  Th .  Fr 4  Sa .  Su .
  this week  mean 3.8, range 3-4, n=4 of 7 days
  usual      mean 2.8, n=16 over 4 weeks
  compared   higher than your usual (difference +1.0, NAP
             0.88)
  8 weeks    rising (6 rated weeks, S=+14, change +1.5)
  4-5
  3-4                                       3.3  3.8
  2-3              2.3       2.5  2.5  2.8
  1-2
  n            2    3    1    4    4    4    4    4
  week         17   18   19   20   21   22   23   24

Difficult conversations    no ratings
Trust and accountability
  days       Mo 2  Tu W  We 3  Th .  Fr 0  Sa .  Su .
             2, 3 (n=2; 3 needed for a mean);
             no occasion: 1 day; waited or gave way: 1 day

People in your notes (named with @)
  named      Ana (report) 4, Bo (peer) 3, Dee (partner) 2,
             Rui (report) 2, Cy (boss) 1
  top two    7 of 12 mentions; people named: 5
  not named  Eli for 28 days

Outside views
  this week  1 outside view
  Fri        "You asked, and then you waited. I had not seen
             that before." (Ana)

Language signal (a word count; not a measure of you)
  this week  we-words 15, I-words 34 in 486 words; 31% we
  usual      24% we (n=159)
  compared   no clear difference from your usual (95% ranges
             20-45% and 18-31%)

Weekly review
  Where did acting alone, and where did acting together,
  suit this week's situations?
             Alone was right for the supplier call, ...
  Next week  If I am about to ask the whole group, then I
             will name the two people it touches most and
             ask only them first.

These are your own ratings of your own days. They are not a
test and say nothing about other people. 1 = on my own, 5 =
together; neither end is better. 'Higher', 'lower', 'rising'
and 'falling' follow fixed rules; in simulations of people
who did not change, 14 to 27 of 100 weeks with three themes
held such a word all the same. Differences are of exact
means, so they can differ by 0.1 from those printed. NAP:
share of day pairs in which this week's value is higher
(ties half). S: rises minus falls among all pairs of weeks;
change: the middle slope over the weeks. 95% range: where
the share may lie by chance.
"""

ORDINARY_100 = """\
Week 2024-06-10 to 2024-06-16           Mo ■  Tu ■  We ■  Th □  Fr ■  Sa ·  Su ·
  written    on 5 of 7 days; 1 light evening

In your words
  Mon        Told @Bo the supplier date had slipped before he could hear it from anybody else.
  Tue        Asked all six about the rota. It took the day, and four had no view.
  Wed        @Rui said the handovers slip when I change the list after noon. I had never put the …
  Thu        light evening
  Fri        "@Ana said I asked, and then I waited."

Plans        done 2, partly 0, not done 1 (3 with an occasion; 0 without)

Talks
  now        planned 1 > held 0 > debriefed 1 > follow-up due 0
  this week  added 0; held 1 of 1 that had a date; debriefed 1 of 1 held; closed 0; let go 0
  expected   Rui: 4, it was 2
  waiting    Cy: 20 days. Hold it, hand it over, or let it go?

Promises
  mine       2 due; kept 1, late 1, open 0
  to me      2 due; kept 1, late 0, open 1
Next         Tue 18: from Cy, two hires · Wed 19: to Bo, vendor numbers

Balance (your ratings)
  on my own  ├───────────────┄┄┄┄┄┄┄●┄───────────────┤  together
            -2        -1         0        +1        +2
  this week  +0.3 on the line -2 (on my own) to +2 (together); 10 ratings on 4 days
  position   around the middle
  fit        suited well 8, partly 1, would choose another way 1 (10 of 10 answered)
  waited     1 day (waited or gave way)
  compared   no clear difference from your usual (difference +0.6, NAP 0.78)

Themes       1 = on my own, 5 = together; neither end is better

Shared decisions           Mo 2   Tu 4   We 3   Th ·   Fr 3   Sa ·   Su ·
  this week  mean 3.0, range 2-4, n=4 of 7 days
  usual      mean 2.8, n=16 over 4 weeks
  compared   no clear difference from your usual (difference +0.2, NAP 0.57)
  8 weeks    no clear direction (7 rated weeks, S=+10, change +0.5)
  4-5
  3-4                               3.0           3.0           3.0
  2-3          2.3    2.7                  2.8           2.5
  1-2
  n             3      3      1      4      4      4      4      4
  week          17     18     19     20     21     22     23     24

Open dialogue              Mo 3   Tu 4   We 4   Th ·   Fr 4   Sa ·   Su ·
  this week  mean 3.8, range 3-4, n=4 of 7 days
  usual      mean 2.8, n=16 over 4 weeks
  compared   higher than your usual (difference +1.0, NAP 0.88)
  8 weeks    rising (6 rated weeks, S=+14, change +1.5)
  4-5
  3-4                                                    3.3    3.8
  2-3                 2.3           2.5    2.5    2.8
  1-2
  n             2      3      1      4      4      4      4      4
  week          17     18     19     20     21     22     23     24

Difficult conversations    no ratings
Trust and accountability   Mo 2   Tu W   We 3   Th ·   Fr 0   Sa ·   Su ·
             2, 3 (n=2; 3 needed for a mean); no occasion: 1 day; waited or gave way: 1 day

People in your notes (named with @)
  named      Ana (report) 4, Bo (peer) 3, Dee (partner) 2, Rui (report) 2, Cy (boss) 1
  top two    7 of 12 mentions; people named: 5
  not named  Eli for 28 days

Outside views
  this week  1 outside view
  Fri        "You asked, and then you waited. I had not seen that before." (Ana)

Language signal (a word count; not a measure of you)
  this week  we-words 15, I-words 34 in 486 words; 31% we
  usual      24% we (n=159)
  compared   no clear difference from your usual (95% ranges 20-45% and 18-31%)

Weekly review
  Where did acting alone, and where did acting together, suit this week's situations?
             Alone was right for the supplier call, there was an hour. Asking all six about the …
  Next week  If I am about to ask the whole group, then I will name the two people it touches most
             and ask only them first.

These are your own ratings of your own days. They are not a test and say nothing about other people.
1 = on my own, 5 = together; neither end is better. 'Higher', 'lower', 'rising' and 'falling' follow
fixed rules; in simulations of people who did not change, 14 to 27 of 100 weeks with three themes
held such a word all the same. Differences are of exact means, so they can differ by 0.1 from those
printed. NAP: share of day pairs in which this week's value is higher (ties half). S: rises minus
falls among all pairs of weeks; change: the middle slope over the weeks. 95% range: where the share
may lie by chance.
"""

ORDINARY_48 = """\
Week 2024-06-10 to 2024-06-16
  Mo ■, Tu ■, We ■, Th □, Fr ■
  written    on 5 of 7 days; 1 light evening

In your words
  Mon        Told @Bo the supplier date had …
  Tue        Asked all six about the rota. It …
  Wed        @Rui said the handovers slip …
  Thu        light evening
  Fri        "@Ana said I asked, and then I
             waited."

Plans        done 2, partly 0, not done 1 (3
             with an occasion; 0 without)

Talks
  now        planned 1 > held 0 > debriefed 1 >
             follow-up due 0
  this week  added 0;
             held 1 of 1 that had a date;
             debriefed 1 of 1 held; closed 0;
             let go 0
  expected   Rui: 4, it was 2
  waiting    Cy: 20 days. Hold it, hand it over,
             or let it go?

Promises
  mine       2 due; kept 1, late 1, open 0
  to me      2 due; kept 1, late 0, open 1
Next         Tue 18: from Cy, two hires
             Wed 19: to Bo, vendor numbers

Balance (your ratings)
  this week  +0.3 on the line -2 (on my own) to
             +2 (together); 10 ratings on 4 days
  position   around the middle
  fit        suited well 8, partly 1, would
             choose another way 1 (10 of 10
             answered)
  waited     1 day (waited or gave way)
  compared   no clear difference from your usual
             (difference +0.6, NAP 0.78)

Themes       1 = on my own, 5 = together;
             neither end is better

Shared decisions
  days       Mo 2, Tu 4, We 3, Fr 3
  this week  mean 3.0, range 2-4, n=4 of 7 days
  usual      mean 2.8, n=16 over 4 weeks
  compared   no clear difference from your usual
             (difference +0.2, NAP 0.57)
  8 weeks    no clear direction (7 rated weeks,
             S=+10, change +0.5)
  week       17: 2.3 (n=3), 18: 2.7 (n=3),
             19: n=1, 20: 3.0 (n=4),
             21: 2.8 (n=4), 22: 3.0 (n=4),
             23: 2.5 (n=4), 24: 3.0 (n=4)

Open dialogue
  days       Mo 3, Tu 4, We 4, Fr 4
  this week  mean 3.8, range 3-4, n=4 of 7 days
  usual      mean 2.8, n=16 over 4 weeks
  compared   higher than your usual (difference
             +1.0, NAP 0.88)
  8 weeks    rising (6 rated weeks, S=+14,
             change +1.5)
  week       17: n=2, 18: 2.3 (n=3), 19: n=1,
             20: 2.5 (n=4), 21: 2.5 (n=4),
             22: 2.8 (n=4), 23: 3.3 (n=4),
             24: 3.8 (n=4)

Difficult conversations    no ratings
Trust and accountability
  days       Mo 2, Tu W, We 3, Fr 0
             2, 3 (n=2; 3 needed for a mean);
             no occasion: 1 day;
             waited or gave way: 1 day

People in your notes (named with @)
  named      Ana (report) 4, Bo (peer) 3,
             Dee (partner) 2, Rui (report) 2,
             Cy (boss) 1
  top two    7 of 12 mentions; people named: 5
  not named  Eli for 28 days

Outside views
  this week  1 outside view
  Fri        "You asked, and then you waited. I
             had not seen that before." (Ana)

Language signal (a word count; not a measure of
you)
  this week  we-words 15, I-words 34 in 486
             words; 31% we
  usual      24% we (n=159)
  compared   no clear difference from your usual
             (95% ranges 20-45% and 18-31%)

Weekly review
  Where did acting alone, and where did acting
  together, suit this week's situations?
             Alone was right for the supplier …
  Next week  If I am about to ask the whole
             group, then I will name the two
             people it touches most and ask only
             them first.

These are your own ratings of your own days.
They are not a test and say nothing about other
people. 1 = on my own, 5 = together; neither end
is better. 'Higher', 'lower', 'rising' and
'falling' follow fixed rules; in simulations of
people who did not change, 14 to 27 of 100 weeks
with three themes held such a word all the same.
Differences are of exact means, so they can
differ by 0.1 from those printed. NAP: share of
day pairs in which this week's value is higher
(ties half). S: rises minus falls among all
pairs of weeks; change: the middle slope over
the weeks. 95% range: where the share may lie by
chance.
"""

FIRST_80 = """\
Week 2024-04-22 to 2024-04-28           Mo ■  Tu ■  We ·  Th ■  Fr ·  Sa ·  Su ·
  written    on 3 of 7 days

In your words
  Mon        Told @Ana in front of everyone that the rota was settled. She …
  Tue        Asked @Ana what she would change. Two things, and I took both.
  Thu        @Bo wanted the numbers. I said later and did not say when.

Plans        done 1, partly 0, not done 0 (1 with an occasion; 1 without)

Balance (your ratings)
  on my own  ├─────────●─────┄┄┄┄┄┄┄┄┄───────────────┤  together
            -2        -1         0        +1        +2
  this week  -1.0 on the line -2 (on my own) to +2 (together);
             7 ratings on 3 days
  position   nearer 'on my own'
  fit        suited well 5, partly 2, would choose another way 0 (7 of 7
             answered)

Themes       1 = on my own, 5 = together; neither end is better
Shared decisions           Mo 2   Tu 3   We ·   Th 2   Fr ·   Sa ·   Su ·
             mean 2.3, range 2-3, n=3 of 7 days
Open dialogue              Mo ·   Tu 2   We ·   Th 2   Fr ·   Sa ·   Su ·
             2, 2 (n=2; 3 needed for a mean)
Difficult conversations    Mo ·   Tu 1   We ·   Th 2   Fr ·   Sa ·   Su ·
             1, 2 (n=2; 3 needed for a mean)

People in your notes (named with @)
  named      Ana (report) 2, Bo (peer) 1

Not yet, and when at the earliest
  compared   with your usual: week of 13 May, after 12 ratings in 3 weeks
             (so far Shared decisions 3, Open dialogue 2, Difficult
             conversations 2)
  8 weeks    a direction: week of 20 May, after 5 weeks of 3 ratings or more
             (so far 1, 0, 0)
  language   150 words and 20 pronouns in a week (131 and 14)
  nothing    recorded: talks, promises, outside views

These are your own ratings of your own days. They are not a test and say nothing
about other people. 1 = on my own, 5 = together; neither end is better.
'Higher', 'lower', 'rising' and 'falling' follow fixed rules; in simulations of
people who did not change, 14 to 27 of 100 weeks with three themes held such a
word all the same. Differences are of exact means, so they can differ by 0.1
from those printed. NAP: share of day pairs in which this week's value is higher
(ties half). S: rises minus falls among all pairs of weeks; change: the middle
slope over the weeks. 95% range: where the share may lie by chance.
"""

FIRST_60 = """\
Week 2024-04-22 to 2024-04-28
  Mo ■  Tu ■  We ·  Th ■  Fr ·  Sa ·  Su ·
  written    on 3 of 7 days

In your words
  Mon        Told @Ana in front of everyone that the rota …
  Tue        Asked @Ana what she would change. Two …
  Thu        @Bo wanted the numbers. I said later and did …

Plans        done 1, partly 0, not done 0 (1 with an
             occasion; 1 without)

Balance (your ratings)
  on my own  ├────●───┄┄┄────────┤  together
            -2   -1    0   +1   +2
  this week  -1.0 on the line -2 (on my own) to +2
             (together); 7 ratings on 3 days
  position   nearer 'on my own'
  fit        suited well 5, partly 2, would choose another
             way 0 (7 of 7 answered)

Themes       1 = on my own, 5 = together;
             neither end is better
Shared decisions
  days       Mo 2  Tu 3  We ·  Th 2  Fr ·  Sa ·  Su ·
             mean 2.3, range 2-3, n=3 of 7 days
Open dialogue
  days       Mo ·  Tu 2  We ·  Th 2  Fr ·  Sa ·  Su ·
             2, 2 (n=2; 3 needed for a mean)
Difficult conversations
  days       Mo ·  Tu 1  We ·  Th 2  Fr ·  Sa ·  Su ·
             1, 2 (n=2; 3 needed for a mean)

People in your notes (named with @)
  named      Ana (report) 2, Bo (peer) 1

Not yet, and when at the earliest
  compared   with your usual: week of 13 May, after 12
             ratings in 3 weeks
             (so far Shared decisions 3, Open dialogue 2,
             Difficult conversations 2)
  8 weeks    a direction: week of 20 May, after 5 weeks of 3
             ratings or more (so far 1, 0, 0)
  language   150 words and 20 pronouns in a week (131 and
             14)
  nothing    recorded: talks, promises, outside views

These are your own ratings of your own days. They are not a
test and say nothing about other people. 1 = on my own, 5 =
together; neither end is better. 'Higher', 'lower', 'rising'
and 'falling' follow fixed rules; in simulations of people
who did not change, 14 to 27 of 100 weeks with three themes
held such a word all the same. Differences are of exact
means, so they can differ by 0.1 from those printed. NAP:
share of day pairs in which this week's value is higher
(ties half). S: rises minus falls among all pairs of weeks;
change: the middle slope over the weeks. 95% range: where
the share may lie by chance.
"""

FIRST_80_IN_FULL = """\
Week 2024-04-22 to 2024-04-28           Mo ■  Tu ■  We ·  Th ■  Fr ·  Sa ·  Su ·
  written    on 3 of 7 days

In your words
  Mon        Told @Ana in front of everyone that the rota was settled. She said
             fine, and then nothing for the rest of the meeting.
  Tue        Asked @Ana what she would change. Two things, and I took both.
  Thu        @Bo wanted the numbers. I said later and did not say when.

Plans        done 1, partly 0, not done 0 (1 with an occasion; 1 without)

Talks        none recorded

Promises     none due

Balance (your ratings)
  on my own  ├─────────●─────┄┄┄┄┄┄┄┄┄───────────────┤  together
            -2        -1         0        +1        +2
  this week  -1.0 on the line -2 (on my own) to +2 (together);
             7 ratings on 3 days
  position   nearer 'on my own'
  fit        suited well 5, partly 2, would choose another way 0 (7 of 7
             answered)
  compared   not yet (0 rated days in 0 weeks; 12 in 3 weeks needed)

Themes       1 = on my own, 5 = together; neither end is better

Shared decisions           Mo 2   Tu 3   We ·   Th 2   Fr ·   Sa ·   Su ·
  this week  mean 2.3, range 2-3, n=3 of 7 days
  usual      not yet (0 ratings in 0 weeks; 12 in 3 weeks needed)
  8 weeks    not yet (1 rated week; 5 needed)

Open dialogue              Mo ·   Tu 2   We ·   Th 2   Fr ·   Sa ·   Su ·
  this week  2, 2 (n=2; 3 needed for a mean)
  usual      not yet (0 ratings in 0 weeks; 12 in 3 weeks needed)

Difficult conversations    Mo ·   Tu 1   We ·   Th 2   Fr ·   Sa ·   Su ·
  this week  1, 2 (n=2; 3 needed for a mean)
  usual      not yet (0 ratings in 0 weeks; 12 in 3 weeks needed)

People in your notes (named with @)
  named      Ana (report) 2, Bo (peer) 1

Language signal (a word count; not a measure of you)
  this week  we-words 2, I-words 12 in 131 words
  compared   too little text (14 of 20 pronouns, 131 of 150 words)

Not yet, and when at the earliest
  compared   with your usual: week of 13 May, after 12 ratings in 3 weeks
             (so far Shared decisions 3, Open dialogue 2, Difficult
             conversations 2)
  8 weeks    a direction: week of 20 May, after 5 weeks of 3 ratings or more
             (so far 1, 0, 0)
  language   150 words and 20 pronouns in a week (131 and 14)
  nothing    recorded: talks, promises, outside views

These are your own ratings of your own days. They are not a test and say nothing
about other people. 1 = on my own, 5 = together; neither end is better.
'Higher', 'lower', 'rising' and 'falling' follow fixed rules; in simulations of
people who did not change, 14 to 27 of 100 weeks with three themes held such a
word all the same. Differences are of exact means, so they can differ by 0.1
from those printed. NAP: share of day pairs in which this week's value is higher
(ties half). S: rises minus falls among all pairs of weeks; change: the middle
slope over the weeks. 95% range: where the share may lie by chance.
"""

EMPTY_80 = """\
Week 2024-07-01 to 2024-07-07
  written    on 0 of 7 days
Nothing written. The last week with a page: collab report --of 2024-06-24
"""

EMPTY_60 = """\
Week 2024-07-01 to 2024-07-07
  written    on 0 of 7 days
Nothing written. The last week with a page:
collab report --of 2024-06-24
"""


THEMES_120 = """\
Shared decisions           Mo 2   Tu 4   We 3   Th ·   Fr 3   Sa ·   Su ·         4-5
  this week  mean 3.0, range 2-4, n=4 of 7 days                                   3-4             3.0     3.0     3.0
  usual      mean 2.8, n=16 over 4 weeks                                          2-3 2.3 2.7         2.8     2.5
  compared   no clear difference from your usual (difference +0.2, NAP 0.57)      1-2
  8 weeks    no clear direction (7 rated weeks, S=+10, change +0.5)               n    3   3   1   4   4   4   4   4
                                                                                  week 17  18  19  20  21  22  23  24

Open dialogue              Mo 3   Tu 4   We 4   Th ·   Fr 4   Sa ·   Su ·         4-5
  this week  mean 3.8, range 3-4, n=4 of 7 days                                   3-4                         3.3 3.8
  usual      mean 2.8, n=16 over 4 weeks                                          2-3     2.3     2.5 2.5 2.8
  compared   higher than your usual (difference +1.0, NAP 0.88)                   1-2
  8 weeks    rising (6 rated weeks, S=+14, change +1.5)                           n    2   3   1   4   4   4   4   4
                                                                                  week 17  18  19  20  21  22  23  24

Difficult conversations    no ratings
"""  # noqa: E501


@pytest.mark.parametrize(
    ("report", "look", "screen"),
    [
        pytest.param(ORDINARY_WEEK, Look(), ORDINARY_80, id="an ordinary week at 80 columns"),
        pytest.param(
            ORDINARY_WEEK,
            Look(width=60, glyphs=ASCII),
            ORDINARY_60_WITHOUT_UTF8,
            id="an ordinary week at 60 columns without UTF-8",
        ),
        pytest.param(
            ORDINARY_WEEK, Look(width=100), ORDINARY_100, id="an ordinary week at 100 columns"
        ),
        pytest.param(
            ORDINARY_WEEK, Look(width=48), ORDINARY_48, id="strips are lists under 60 columns"
        ),
        pytest.param(FIRST_WEEK, Look(), FIRST_80, id="a first week at 80 columns"),
        pytest.param(FIRST_WEEK, Look(width=60), FIRST_60, id="a first week at 60 columns"),
        pytest.param(
            FIRST_WEEK, Look(full=True), FIRST_80_IN_FULL, id="a first week, nothing collapsed"
        ),
        pytest.param(EMPTY_WEEK, Look(), EMPTY_80, id="an empty week"),
        pytest.param(EMPTY_WEEK, Look(width=60), EMPTY_60, id="an empty week at 60 columns"),
    ],
)
def test_a_report_is_laid_out_as_drawn(report: Report, look: Look, screen: str) -> None:
    assert plain_page(report, look) == screen


def test_charts_stand_beside_their_sentences_where_there_is_room() -> None:
    assert THEMES_120 in plain_page(ORDINARY_WEEK, Look(width=120))
    assert "\n  week          17     18" in plain_page(ORDINARY_WEEK, Look(width=119))


def printed(report: Report, look: Look, **options: object) -> str:
    """What a console of that width writes."""
    output = io.StringIO()
    console = Console(file=output, width=look.width, _environ={}, **options)  # type: ignore[arg-type]
    console.print(page(report, look))
    return output.getvalue()


@pytest.mark.parametrize("width", [60, 80, 100])
def test_a_console_without_colour_prints_the_lines_as_they_are(width: int) -> None:
    look = Look(width=width)
    assert printed(ORDINARY_WEEK, look) == plain_page(ORDINARY_WEEK, look)


def test_headings_and_words_of_change_are_bold_labels_dim_and_due_dates_cyan() -> None:
    lines = printed(
        ORDINARY_WEEK, Look(), force_terminal=True, color_system="standard"
    ).splitlines()
    assert lines[0].startswith("\x1b[1mWeek 2024-06-10 to 2024-06-16\x1b[0m  ")
    assert "\x1b[1mBalance (your ratings)\x1b[0m" in lines
    assert (
        "  \x1b[2mcompared\x1b[0m   \x1b[1mhigher\x1b[0m than your usual "
        "\x1b[2m(difference +1.0, NAP 0.88)\x1b[0m"
    ) in lines
    assert (
        "  \x1b[2m8 weeks\x1b[0m    \x1b[1mrising\x1b[0m "
        "\x1b[2m(6 rated weeks, S=+14, change +1.5)\x1b[0m"
    ) in lines
    assert (
        "\x1b[1mNext\x1b[0m         \x1b[36mTue 18\x1b[0m: from Cy, two hires · "
        "\x1b[36mWed 19\x1b[0m: to Bo, vendor numbers"
    ) in lines
    assert '  \x1b[2mFri\x1b[0m        "@Ana said I asked, and then I waited."' in lines


def test_the_day_of_a_follow_up_is_cyan() -> None:
    talks = replace(ORDINARY_WEEK.talks, says=said("follow-up: B.: due 2024-06-14"))
    lines = printed(
        replace(ORDINARY_WEEK, talks=talks),
        Look(),
        force_terminal=True,
        color_system="standard",
    ).splitlines()
    assert "  \x1b[2mfollow-up\x1b[0m  B.: due \x1b[36m2024-06-14\x1b[0m" in lines


def test_brackets_stay_dim_where_they_go_on_on_the_next_line() -> None:
    lines = printed(
        ORDINARY_WEEK, Look(width=60), force_terminal=True, color_system="standard"
    ).splitlines()
    place = next(n for n, line in enumerate(lines) if line.endswith("NAP\x1b[0m"))
    assert lines[place].endswith("\x1b[2m(difference +1.0, NAP\x1b[0m")
    assert lines[place + 1] == f"{' ' * 13}\x1b[2m0.88)\x1b[0m"


def test_no_red_green_or_yellow_is_used() -> None:
    text = printed(ORDINARY_WEEK, Look(), force_terminal=True, color_system="standard")
    assert not any(f"\x1b[{code}m" in text for code in (31, 32, 33, 91, 92, 93))


def test_the_first_screen_ends_before_the_first_number() -> None:
    assert ORDINARY_80.startswith(first_screen(ORDINARY_WEEK, Look()).plain + "\n\nBalance")
    assert first_screen(ORDINARY_WEEK, Look()).plain.count("\n") == 22

"""The fixed words under every report: what its numbers are and what they are not."""

FOOT = (
    "These are your own ratings of your own days. They are not a test and say nothing about"
    " other people. 1 = on my own, 5 = together; neither end is better. 'Higher', 'lower',"
    " 'rising' and 'falling' follow fixed rules; in simulations of people who did not change,"
    " 14 to 27 of 100 weeks with three themes held such a word all the same. Differences are of"
    " exact means, so they can differ by 0.1 from those printed. NAP: share of day pairs in"
    " which this week's value is higher (ties half). S: rises minus falls among all pairs of"
    " weeks; change: the middle slope over the weeks. 95% range: where the share may lie by"
    " chance."
)

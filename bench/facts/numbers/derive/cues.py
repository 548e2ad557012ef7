"""Words beside a figure that tell it as the difference of others, or as a change."""

COMPARED = frozenset(
    "more fewer less lower higher up down gap difference ahead behind older younger senior junior short lead "
    "leads led left remaining remain remains remained rest remainder grew grown shrank fell fall falls rose "
    "gained gain lost loss lose cut cuts raised increase increased decrease rise rises drop dropped drops "
    "shed extra over longer shorter taller faster slower quicker sooner later bigger smaller larger heavier "
    "lighter beaten cheaper dearer margin below above majority change widened narrowed another still others "
    "overran overrun saved save not without deficit shortfall surplus advantage cushion clear adrift shy "
    "trail trails trailed trailing apart separated separate separates separating needs needed missing "
    "survived survive survivors survivor spared escaped escape avoided completed finished stayed stays away "
    "owed owes except besides beyond never none reduction discount saving premium topped exceeded exceeds "
    "outscored outnumbered than yet outstanding pending unaccounted".split()
)
RISING = frozenset(
    "more higher up rose risen rise rises grew grown growth increase increased gain gained climbed jumped "
    "soared raised dearer bigger swelled swollen longer faster heavier expanded widened rising growing "
    "surged leapt increasing increases raise raises raising climbs climbing jumps jumping surges expands "
    "expanding lengthened".split()
)
FALLING = frozenset(
    "less fewer lower down fell fallen fall falls cut cuts shrank shrunk decrease decreased drop dropped "
    "lost loss slid tumbled reduced cheaper smaller shed trimmed shorter lighter thinner saved off "
    "eased narrowed contracted declined sank sunk slumped plunged dipped falling dropping shrinking reduces "
    "reducing reduce reduction lowers lowering lowered lower cutting decreases decreasing declines declining "
    "loses losing slashed slashing slashes trims trimming drops shrinks shrink shortened curbed".split()
)
MOVING = frozenset(
    "rose risen rise rises rising grew grown grow grows growing climbed climbs climbing soared jumped surged "
    "increased increases increasing raised swelled leapt fell fallen fall falls falling dropped drop "
    "drops dropping declined sank sunk sinking slid slumped plunged tumbled shrank shrunk shrinking "
    "decreased reduced lowered cut cuts dipped slipped trimmed contracted widened narrowed crept "
    "edged".split()
)
"""Verbs of getting more or less, told of a change ("by 5") or of what it leads to ("to 5")."""
CHANGING = RISING | FALLING | frozenset("halved by slower quicker".split())
"""Words that tell a share as a change."""

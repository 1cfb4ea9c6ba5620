"""Feeds that are looked at again and again: what is new, what an outlet altered, what contradicts what was held.

`opml` reads the list of feeds, `addresses` says what may be fetched. `web` asks once, `manners` asks as a guest does,
`lanes` asks many hosts at once. `poll` looks at all that is due (`schedule`), reads what it finds (`entries`) and keeps
it (`kept`); `news` says what came of it, `conflicts` whom it contradicts, `told` puts it in lines. Clock, pause and
fetch are handed in: nothing here looks at a clock by itself.
"""

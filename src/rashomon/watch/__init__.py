"""Feeds that are looked at again and again: what is new, what an outlet altered, what contradicts what was held.

`opml` reads the list of feeds, `addresses` says what may be fetched, `web` asks once, `manners` asks as a guest does,
`lanes` asks many hosts at once. Clock, pause and fetch are handed in: nothing here looks at a clock by itself.
"""

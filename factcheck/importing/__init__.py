"""Taking the reviews of others in: bytes of a feed -> entries -> drafts -> rows that search finds.

`read_feed(stream)` gives the entries one after the other, `read_entry` what one of them says,
`import_feed(engine, feed, …)` stores them, a batch at a time.
"""

"""Text in, claims out: rules only, nothing to download, no I/O.

`extract(text, language, published) -> Extraction`
"""

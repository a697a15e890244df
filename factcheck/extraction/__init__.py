"""Text in, claims out: rules only, nothing to download, no I/O.

`claims.extract(text, language, published) -> Extraction`
"""

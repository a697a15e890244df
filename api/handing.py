"""A report over HTTP, sent whole or as it is written."""

from flask import Response, stream_with_context

from factcheck.exports import Exported, Streamed


def send(written: Exported | Streamed, *, inline: bool = False) -> Response:
    """The file, to be kept or, `inline`, to be shown; with the session open until its last part."""
    body = written.content if isinstance(written, Exported) else stream_with_context(written.parts)
    response = Response(body, content_type=written.media_type)
    shown = "inline" if inline else "attachment"
    response.headers["Content-Disposition"] = f'{shown}; filename="{written.file_name}"'
    return response

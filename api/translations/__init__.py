"""The sentences of the desk in other languages than English."""

"""Keeping a desk: backups and the way back, moving to another database, checking, erasing."""

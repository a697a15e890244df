"""What goes wrong with a service."""


class ServiceMissing(Exception):
    """A service that tests need is not on this machine and could not be brought to it."""

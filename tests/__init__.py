"""The tests: they mirror the three packages; journeys run across all of them."""

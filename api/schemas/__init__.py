"""What programs send and get: frozen values, out of which the OpenAPI document is made."""

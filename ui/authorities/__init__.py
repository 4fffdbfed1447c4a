"""Authorities: which of them a plan keeps whole, one by one."""

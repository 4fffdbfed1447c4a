"""Measures the app beside a naive page that draws the same map the usual way."""

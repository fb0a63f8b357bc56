"""Tests of what the reports of a case say together."""

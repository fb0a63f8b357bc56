"""Copies: which passages of a report stand in others, which way they went, and what tells."""

from tocsin.copies.arriving import INDEX, Arrived, arrive, entry_of
from tocsin.copies.candidates import Candidate, candidates, touched
from tocsin.copies.copies import VERSION, compare
from tocsin.copies.credits import Credit, Origin, origin
from tocsin.copies.families import families
from tocsin.copies.furniture import furniture, without
from tocsin.copies.packed import pack, unpack
from tocsin.copies.publishers import Publishers, publishers
from tocsin.copies.quoted import Quotation, join
from tocsin.copies.reports import Prepared, Report, prepare, report_of
from tocsin.copies.runs import Entry, Run, added, holds
from tocsin.copies.thirds import credited

__all__ = [
    "INDEX",
    "VERSION",
    "Arrived",
    "Candidate",
    "Credit",
    "Entry",
    "Origin",
    "Prepared",
    "Publishers",
    "Quotation",
    "Report",
    "Run",
    "added",
    "arrive",
    "candidates",
    "compare",
    "credited",
    "entry_of",
    "families",
    "furniture",
    "holds",
    "join",
    "origin",
    "pack",
    "prepare",
    "publishers",
    "report_of",
    "touched",
    "unpack",
    "without",
]

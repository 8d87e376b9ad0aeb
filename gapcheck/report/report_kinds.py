"""Whom a report is for and in which form: what a command line offers without loading what makes reports."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """Whom a report is for."""

    BRIEF = "brief"
    FULL = "full"
    CONCORDANCE = "concordance"


class ReportFormat(StrEnum):
    """The formats of a report."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"
    OSCAL = "oscal"

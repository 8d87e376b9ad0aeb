"""Requirement, sections, options and a date make an assessment. Pure: no file, no clock, no words for people."""

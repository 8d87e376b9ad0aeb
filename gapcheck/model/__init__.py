"""The words of the law as frozen types: ids, scopes, paragraphs, sections, mappings, verdicts."""

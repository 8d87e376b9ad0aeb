"""From an assessment to what people read: wording, a neutral view, one file a format."""

//! Retell LLM response engines.

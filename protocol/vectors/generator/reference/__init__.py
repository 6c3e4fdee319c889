"""PROTOCOL.md in Python, written from the text alone: it shares no line with the Java or the TypeScript implementation."""

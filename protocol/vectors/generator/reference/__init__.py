"""PROTOCOL.md in Python, written from the text alone: no line is shared with the Java or TypeScript one."""

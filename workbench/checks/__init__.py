"""What may be wrong in a document: checks, their findings, the waivers of findings, and reports."""

"""Safety and risk audits: a school walked with a checklist."""

"""Instruments: the content consultants wrote (TOML in resources/instruments), read and strictly checked."""

"""Instruments: the content consultants wrote (TOML under resources/instruments), read and strictly checked."""

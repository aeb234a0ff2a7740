"""Turn short YAML descriptions of a therapeutic community into a guide, schedules, session plans and handbooks."""

__version__ = "0.1.0"

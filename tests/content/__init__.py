"""Rules for the words of the catalogue and the guide, and a command that tells an author what they find.

    python -m tests.content programmes/catalogue/components/core-tc/seminar.yaml docs/id/safety.md
"""

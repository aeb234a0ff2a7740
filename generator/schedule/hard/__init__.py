"""Rules that every week keeps. Every file of this folder is a rule: ``add(week)`` puts it into the model.

Its words stand in the languages under ``rules`` by its name (``person_once.py`` is ``person-once``); ``checker.py``
holds it a second time, in plain Python, without knowing these files.
"""

from generator.schedule.rule import rules_in

RULES = rules_in(__path__, __name__)

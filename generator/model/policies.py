"""The rules of a house: what each says to everybody, and the same said to a resident."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.language import Text
from generator.model.told import Reader
from generator.model.values import Count, Described, Name


class Policy(Described):
    """A rule of the house in plain words, as residents and staff read it."""

    says: Annotated[tuple[Text, ...], Field(min_length=1)]
    for_residents: tuple[Text, ...] = ()
    """The same said to a resident; ``says`` where not given. A policy is inherited whole: with a ``says`` of its own a
    programme drops its parent's."""
    responsible: Name | None = None

    def told(self, reader: Reader) -> tuple[Text, ...]:
        return (reader == "residents" and self.for_residents) or self.says


class LeavePolicy(Policy):
    """Leaving: at any time, without penalty, with a safe way out."""

    any_time: bool
    penalty: bool


class MedicationPolicy(Policy):
    """Medicines: what continues, and who alone may change it."""

    continues: tuple[Literal["oat", "arv", "tb", "psychiatric"], ...]
    changed_only_by_prescriber: bool


class SanctionsPolicy(Policy):
    """What follows a broken rule, from least to most."""

    ladder: Annotated[tuple[Text, ...], Field(min_length=1)]
    ladder_for_residents: tuple[Text, ...] = ()
    """The same steps in the same order, said to a resident; ``ladder`` where not given."""
    collective: bool

    def ladder_told(self, reader: Reader) -> tuple[Text, ...]:
        return (reader == "residents" and self.ladder_for_residents) or self.ladder


class ForbiddenPolicy(Policy):
    """The red list: acknowledged by every member of staff."""

    acknowledged: bool


class WorkPolicy(Policy):
    """House work and any work for income."""

    hours_per_week_most: Count
    income_work: Literal["none", "paid", "voluntary"]


class Policies(Described):
    """The rules every resident and member of staff can read."""

    consent: Policy | None = None
    leave: LeavePolicy | None = None
    rights: Policy | None = None
    rules: Policy | None = None
    sanctions: SanctionsPolicy | None = None
    forbidden: ForbiddenPolicy | None = None
    complaints: Policy | None = None
    confidentiality: Policy | None = None
    medication: MedicationPolicy | None = None
    relapse: Policy | None = None
    emergency: Policy | None = None
    overdose: Policy | None = None
    suicide: Policy | None = None
    safeguarding: Policy | None = None
    searches: Policy | None = None
    drug_tests: Policy | None = None
    work: WorkPolicy | None = None
    family_contact: Policy | None = None
    fees: Policy | None = None

"""The rules of a house: what each says to everybody, and the same said to a resident."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.language import Text
from generator.model.told import Reader, told_to
from generator.model.values import Count, Described, Name


class Policy(Described):
    """A rule of the house in plain words, as residents and staff read it."""

    says: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The rule in plain words, a paragraph each."""
    for_residents: tuple[Text, ...] = ()
    """The same said to a resident; ``says`` where not given. A policy is inherited whole: with a ``says`` of its own a
    programme drops its parent's."""
    for_families: tuple[Text, ...] = ()
    """The same said to a family, with a resident as “your relative”; ``says`` where not given."""
    responsible: Name | None = None
    """The role that answers for it."""

    def told(self, reader: Reader) -> tuple[Text, ...]:
        return told_to(reader, self.says, residents=self.for_residents, families=self.for_families)


class LeavePolicy(Policy):
    """Leaving: at any time, without penalty, with a safe way out."""

    any_time: bool
    """Whether a resident may leave at any time."""
    penalty: bool
    """Whether leaving is punished."""


class MedicationPolicy(Policy):
    """Medicines: what continues, and who alone may change it."""

    continues: tuple[Literal["oat", "arv", "tb", "psychiatric"], ...]
    """Medicines that go on during the stay: for opioid dependence (``oat``), HIV (``arv``), tuberculosis (``tb``),
    psychiatric ones."""
    changed_only_by_prescriber: bool
    """Whether nobody but the prescriber changes them."""


class SanctionsPolicy(Policy):
    """What follows a broken rule, from least to most."""

    ladder: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What follows a broken rule, the mildest first."""
    ladder_for_residents: tuple[Text, ...] = ()
    """The same steps in the same order, said to a resident; ``ladder`` where not given."""
    collective: bool
    """Whether all are punished for one."""

    def ladder_told(self, reader: Reader) -> tuple[Text, ...]:
        return told_to(reader, self.ladder, residents=self.ladder_for_residents)


class ForbiddenPolicy(Policy):
    """The red list: acknowledged by every member of staff."""

    acknowledged: bool
    """Whether every member of staff has read and signed the red list."""


class WorkPolicy(Policy):
    """House work and any work for income."""

    hours_per_week_most: Count
    """Most hours of house work in a week."""
    income_work: Literal["none", "paid", "voluntary"]
    """Whether there is work that earns money, and if so on which terms."""


class Policies(Described):
    """The rules every resident and member of staff can read."""

    consent: Policy | None = None
    """How residents agree to the programme."""
    leave: LeavePolicy | None = None
    """How somebody leaves before the end."""
    rights: Policy | None = None
    """What every resident has a right to."""
    rules: Policy | None = None
    """The rules of living together."""
    sanctions: SanctionsPolicy | None = None
    """What follows when a rule is broken."""
    forbidden: ForbiddenPolicy | None = None
    """What nobody in the house may do: the red list."""
    complaints: Policy | None = None
    """How to complain."""
    confidentiality: Policy | None = None
    """What stays between residents and staff."""
    medication: MedicationPolicy | None = None
    """How medicines are kept, given and changed."""
    relapse: Policy | None = None
    """What happens after somebody has used again."""
    emergency: Policy | None = None
    """What to do in an emergency."""
    overdose: Policy | None = None
    """How an overdose is recognised, treated and prevented."""
    suicide: Policy | None = None
    """What to do when somebody thinks of suicide."""
    safeguarding: Policy | None = None
    """How residents are protected from abuse."""
    searches: Policy | None = None
    """How belongings are checked."""
    drug_tests: Policy | None = None
    """How urine is tested."""
    work: WorkPolicy | None = None
    """House work and work for income."""
    family_contact: Policy | None = None
    """Calls and visits."""
    fees: Policy | None = None
    """What the stay costs."""

"""Jobs run beside one another and come back in their order, each with what it made or what went wrong."""

from __future__ import annotations

import threading

import pytest

from generator.two_at_a_time import two_at_a_time


def test_results_come_in_the_order_of_the_jobs_though_a_later_one_may_be_done_first():
    second_is_done = threading.Event()
    jobs = [("first", lambda: second_is_done.wait(5)), ("second", lambda: second_is_done.set() or "b")]

    assert [(name, job.result()) for name, job in two_at_a_time(jobs)] == [("first", True), ("second", "b")]


def test_what_one_job_raises_stops_no_other():
    def fails() -> str:
        raise ValueError("no paper")

    found = dict(two_at_a_time([("one", lambda: "a"), ("two", fails), ("three", lambda: "c")]))

    assert (found["one"].result(), found["three"].result()) == ("a", "c")
    with pytest.raises(ValueError, match="no paper"):
        found["two"].result()


def test_only_a_few_jobs_are_begun_ahead():
    asked = []

    def jobs():
        for number in range(100):
            asked.append(number)
            yield str(number), lambda: None

    first = next(two_at_a_time(jobs()))

    assert first[0] == "0"
    assert len(asked) < 10

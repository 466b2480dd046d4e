"""The command is started and asked as a user would."""

from benchmarks.snelheid import time_start


def test_a_start_ends_with_an_answer(tmp_path):
    start = time_start(tmp_path)
    assert start.seconden > 0
    assert start.geheugen_mb > 0

"""Killed at random moments under load, nothing is lost."""

import shutil
from pathlib import Path

from benchmarks.chaos import judge, run_chaos


def test_killed_five_times_under_load_every_question_has_its_answer_in_order(
    tmp_path: Path, gevuld: Path
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(gevuld, folder)
    chaos = run_chaos(folder, gesprekken=6, kills=5, per_ronde=4, seed=20261128)
    assert chaos.gesteld == 150
    assert chaos.verloren == 0
    assert chaos.wanorde == 0
    assert chaos.meest_dubbel <= 5  # the one in flight, at each kill


def test_the_judge_sees_what_is_lost() -> None:
    assert judge("abc", "ab").verloren == 1
    assert judge("abc", "").verloren == 3
    assert judge("abc", "abc").verloren == 0


def test_the_judge_sees_what_is_out_of_order() -> None:
    assert judge("abc", "acb").wanorde
    assert judge("abc", "abca").wanorde
    assert judge("abc", "abxc").wanorde
    assert not judge("abc", "aabbcc").wanorde


def test_the_judge_counts_what_came_twice() -> None:
    assert judge("abc", "abbcc").dubbel == 2
    assert judge("aab", "aab").dubbel == 0

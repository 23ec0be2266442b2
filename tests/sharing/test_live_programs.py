"""Real programs over the network: after a cut and a kill, all soon keep the same, and nothing went in the clear.

`python -m tests.sharing.live_programs 12 60` does it with twelve, for a minute.
"""

from tests.sharing.live_programs import Programs


def test_three_programs_are_together_soon_after_a_cut_heals(tmp_path):
    programs = Programs(tmp_path)
    try:
        for _ in range(2):
            programs.join()
        for number in range(12):
            if number == 4:
                programs.cables[0].cut()
                programs.cables[1].darken()
            programs.say_something()
        programs.kill(2)
        programs.resume(2)
        programs.say(0, "/them while they were away")
        programs.mend()
        programs.together_after()
        assert len(programs.digests()) == 1
        assert programs.in_the_clear() == []
    finally:
        assert programs.close() == [0, 0, 0]

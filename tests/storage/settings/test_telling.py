"""The settings in words."""

from facilitator.storage.settings.config import Config
from facilitator.storage.settings.telling import told


def test_what_is_set_is_told_one_setting_a_line():
    config = Config(theme="light", bell=False, keys={"next": "f9"}, cues={"end": ("sound", "complete")})
    said = list(told(config))
    assert said[0] == "theme: light"
    assert {"bell: off", "keys.next: f9", "cues.end: sound complete", "formats: md"} <= set(said)
    assert not [one for one in said if one.startswith("retention_days")]

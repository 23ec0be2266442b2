"""After a removal there is another key, which everybody who stays can open and nobody else."""

import pytest
from msgspec.structs import replace

from facilitator.conducting.sealing.group_key import GroupKey
from facilitator.conducting.sealing.leaving.rotation import all_secrets, another_is_needed, rotated
from facilitator.conducting.sealing.welcome import Guest
from facilitator.domain.facts.kinds.panel import DeviceAdmitted, KeyRotated
from facilitator.domain.session.state import Session
from tests.conducting.packed_panels import KEY, PANEL, SECRET, PackedPanel, secret

BOXES = {name: secret(f"{name}'s box") for name in ("ann", "bo", "cy")}


@pytest.fixture
def session() -> Session:
    """Ann, Bo and Cy are on the panel; Cy is removed."""
    session = PackedPanel().host.session
    session.devices = {
        name: DeviceAdmitted(device=name, seat=name, box_key=_public(private)) for name, private in BOXES.items()
    }
    session.removed_devices = {"cy"}
    return session


def _public(private: bytes) -> str:
    from facilitator.conducting.sealing.signing import key_text

    return key_text(Guest(secret("any"), private).box_key)


def keys_of(session: Session, name: str) -> tuple[bytes, ...]:
    return all_secrets((SECRET,), session, PANEL, name, BOXES[name])


def rotate(session: Session) -> KeyRotated:
    changed = rotated(session, PANEL, KEY.ids[-1])
    session.key_rotations.append(changed)
    return changed


def test_whoever_stays_has_it_and_whoever_was_removed_hasnt(session):
    changed = rotate(session)
    assert {GroupKey(PANEL, keys_of(session, name)[-1]).id for name in ("ann", "bo")} == {changed.key}
    assert keys_of(session, "cy") == (SECRET,)
    assert changed.before == GroupKey(PANEL, SECRET).id


def test_another_devices_box_opens_nothing(session):
    changed = rotate(session)
    session.key_rotations = [replace(changed, boxes={"cy": changed.boxes["bo"]})]
    assert keys_of(session, "cy") == (SECRET,)
    assert all_secrets((SECRET,), session, PANEL, "cy", BOXES["bo"]) == (SECRET,), "it is bound to its device"


def test_a_box_that_holds_another_key_than_it_says_is_nothing(session):
    changed = rotate(session)
    session.key_rotations = [replace(changed, key="0" * 16)]
    assert keys_of(session, "bo") == (SECRET,)


def test_the_last_in_the_order_is_the_newest_whatever_a_device_began_with(session):
    one, other = rotate(session), rotate(session)
    began_with = keys_of(session, "bo")
    session.key_rotations = [other, one]
    secrets = all_secrets(began_with[::-1], session, PANEL, "bo", BOXES["bo"])
    assert [GroupKey(PANEL, secret).id for secret in secrets][-2:] == [other.key, one.key]


def test_it_another_is_needed_until_nobody_who_was_removed_has_the_newest(session):
    assert another_is_needed(session)
    rotate(session)
    assert not another_is_needed(session)
    session.removed_devices = {"cy", "bo"}
    assert another_is_needed(session)


def test_it_another_is_needed_if_somebody_stays_who_hasnt_got_it(session):
    changed = rotate(session)
    late = DeviceAdmitted(device="di", seat="di", box_key=_public(secret("di's box")))
    session.devices["di"] = late
    assert another_is_needed(session)
    session.devices["di"] = replace(late, key=changed.key)
    assert not another_is_needed(session), "it was given the newest when it joined"
    session.devices["di"] = replace(late, box_key="nonsense")
    assert not another_is_needed(session), "nothing can be sealed for it"


def test_nobody_removed_nothing_to_change(session):
    session.removed_devices = set()
    assert not another_is_needed(session)


def test_a_device_whose_own_key_is_none_gets_no_box(session):
    session.devices["bo"] = replace(session.devices["bo"], box_key="nonsense")
    assert rotate(session).boxes.keys() == {"ann"}

"""The newest key seals, all keys open; what tells of a new key goes under the one before."""

from facilitator.conducting.sealing.group_key import GroupKey
from facilitator.conducting.sealing.keyring import Keyring
from facilitator.domain.facts.kinds.panel import KeyRotated
from tests.conducting.packed_panels import PANEL, SECRET
from tests.conducting.sealing.test_signing import BO, NOTE

OLD, NEW = GroupKey(PANEL, SECRET), GroupKey(PANEL, SECRET[::-1])
BOTH = Keyring(PANEL, (OLD.secret, NEW.secret))
PACKET = BO.packed([NOTE])


def test_the_newest_seals_and_all_open():
    assert NEW.packet(BOTH.frame(PACKET)) == PACKET
    assert BOTH.packet(OLD.frame(PACKET)) == PACKET
    assert NEW.whispered("heads", BOTH.whisper("heads", b"mine")) == b"mine"
    assert BOTH.whispered("heads", OLD.whisper("heads", b"theirs")) == b"theirs"


def test_what_tells_of_a_new_key_goes_under_the_one_before():
    from msgspec.structs import replace

    told = BO.packed([replace(NOTE, fact=KeyRotated(key=NEW.id, before=OLD.id))])
    assert OLD.packet(BOTH.frame(told)) == told


def test_it_knows_what_an_older_key_sealed_and_what_no_key_of_it():
    ring = Keyring(PANEL, (OLD.secret,))
    assert ring.is_under_an_unknown_key(NEW.frame(PACKET))
    ring.use((OLD.secret, NEW.secret))
    assert not ring.is_under_an_unknown_key(NEW.frame(PACKET))
    assert [ring.is_under_an_older_key(key.whisper("heads", b"")) for key in (OLD, NEW)] == [True, False]
    assert not ring.is_under_an_unknown_key(b"1nonsense")


def test_it_tells_its_secrets_for_who_keeps_them():
    assert BOTH.secrets == (OLD.secret, NEW.secret)

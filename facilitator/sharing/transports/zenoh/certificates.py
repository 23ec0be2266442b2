"""Certificates of the live way, made anew each time from keys, in memory only. The authority is the listener's own.

Whoever connects knows the authority's public key alone. Its root is built from that: nobody checks the signature of a
root that is trusted already (RFC 5280, 6.1.1 d), so any key may have signed it.
"""

import ipaddress
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

AUTHORITY = "facilitator authority"

_BEGINS, _ENDS = datetime(2000, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
"""Always: the key is the listener's own and goes with it, and no clock has to be right for a panel to meet."""


def common_name(authority: bytes) -> str:
    """Return the name in the certificate of whoever listens, by the public key of its authority."""
    return f"facilitator-{sha256(authority).hexdigest()[:32]}"


def root(authority: bytes) -> bytes:
    """Return the root certificate (PEM) of an authority, of which only the public key is known."""
    key = Ed25519PublicKey.from_public_bytes(authority)
    return _certificate(AUTHORITY, key, Ed25519PrivateKey.generate(), is_authority=True)


def leaf(authority: bytes, hosts: Iterable[str]) -> tuple[bytes, bytes]:
    """Return a certificate for `hosts` by an authority with this private key, and its own key (both PEM)."""
    key = Ed25519PrivateKey.generate()
    signer = Ed25519PrivateKey.from_private_bytes(authority)
    name = common_name(signer.public_key().public_bytes_raw())
    certificate = _certificate(name, key.public_key(), signer, is_authority=False, hosts=hosts)
    return certificate, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _certificate(
    name: str, key: Ed25519PublicKey, signer: Ed25519PrivateKey, *, is_authority: bool, hosts: Iterable[str] = ()
) -> bytes:
    builder = (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(_named(AUTHORITY))
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(_BEGINS)
        .not_valid_after(_ENDS)
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
    )
    if found := [_host(host) for host in hosts]:
        builder = builder.add_extension(x509.SubjectAlternativeName(found), critical=False)
    return builder.sign(signer, None).public_bytes(Encoding.PEM)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])


def _host(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)

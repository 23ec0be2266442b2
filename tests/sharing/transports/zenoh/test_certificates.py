"""The certificates of a panel, made of keys alone."""

import ipaddress

import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from facilitator.sharing.transports.zenoh.certificates import common_name, leaf, root


def test_whoever_has_the_authoritys_public_key_can_check_the_host():
    authority = Ed25519PrivateKey.generate()
    certificate = x509.load_pem_x509_certificate(leaf(authority.private_bytes_raw(), ["10.0.0.1"])[0])
    trusted = x509.load_pem_x509_certificate(root(authority.public_key().public_bytes_raw()))
    key = trusted.public_key()
    assert isinstance(key, Ed25519PublicKey)
    assert certificate.issuer == trusted.subject
    key.verify(certificate.signature, certificate.tbs_certificate_bytes)
    other = x509.load_pem_x509_certificate(leaf(bytes(32), [])[0])
    with pytest.raises(InvalidSignature):
        key.verify(other.signature, other.tbs_certificate_bytes)


def test_it_names_its_authority_and_the_hosts():
    certificate = x509.load_pem_x509_certificate(leaf(bytes(32), ["10.0.0.1", "::1", "host.example"])[0])
    (name,) = certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    key = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()
    assert name.value == common_name(key) != common_name(bytes(32))
    hosts = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert hosts.get_values_for_type(x509.IPAddress) == [ipaddress.ip_address(ip) for ip in ("10.0.0.1", "::1")]
    assert hosts.get_values_for_type(x509.DNSName) == ["host.example"]


def test_its_own_key_is_new_each_time():
    first, second = (leaf(bytes(32), []) for _ in range(2))
    assert first[1] != second[1]
    public = load_pem_private_key(first[1], None).public_key()
    assert x509.load_pem_x509_certificate(first[0]).public_key() == public

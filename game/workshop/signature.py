"""Who made a bundle: an Ed25519 signature over its list of files.

It proves that whoever has the key made this pack, and made the earlier ones with the same key. It
does not prove that what the pack says is true.
"""

from __future__ import annotations

import json
import re

from game.phrase import phrase
from game.workshop.listing import SIGNATURE_NAME, read_json
from game.workshop.refusal import Refused

FORMAT = 1
MAX_BYTES = 1_000
MAX_KEY_BYTES = 10_000

_SIGNED_AS = b"t-minus bundle 1\n"
"""Stands before what is signed, so that no other use of the key makes a bundle's signature."""

_KEY, _SIGNATURE = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{128}")

# Public keys of an order so small that a signature under them fits every text (RFC 8032 lets a
# verifier take them; cryptography does). Without the sign bit, as in libsodium's list of them.
_ANYONES = frozenset(
    bytes.fromhex(word)
    for word in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
)


def new_key() -> tuple[bytes, str]:
    """A new key as a PEM file holds it, and its public half in hex. ImportError without the extra.

    The only chance in the workshop that no seed decides.
    """
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return pem, key.public_key().public_bytes_raw().hex()


def sign(listing: bytes, pem: bytes) -> bytes:
    """The signature file for a list of files. ValueError if `pem` is no key of this sort."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        key = serialization.load_pem_private_key(pem, password=None)
    except TypeError as error:
        raise ValueError(phrase("it is locked with a password")) from error
    except Exception as error:  # what cannot be read raises one of several unrelated errors
        raise ValueError(phrase("it is no private key in PEM")) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(phrase("it is a key of another sort than Ed25519"))
    document = {
        "format": FORMAT,
        "key": key.public_key().public_bytes_raw().hex(),
        "signature": key.sign(_SIGNED_AS + listing).hex(),
    }
    return json.dumps(document, indent=1).encode() + b"\n"


def verified(listing: bytes, signature: bytes) -> str:
    """The public key, in hex, that a list of files was signed with. Raises Refused.

    ImportError without the author extra.
    """
    document = read_json(signature, SIGNATURE_NAME)
    if document.get("format") != FORMAT or set(document) != {"format", "key", "signature"}:
        raise _bad(phrase("this is no signature that is read"))
    key, signed = document["key"], document["signature"]
    if not (isinstance(key, str) and _KEY.fullmatch(key)):
        raise _bad(phrase("it names no key"))
    if not (isinstance(signed, str) and _SIGNATURE.fullmatch(signed)):
        raise _bad(phrase("it holds no signature"))
    raw = bytes.fromhex(key)
    if bytes([*raw[:31], raw[31] & 0x7F]) in _ANYONES:
        raise _bad(phrase("its key is one that anybody can sign with"))
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        public = Ed25519PublicKey.from_public_bytes(raw)
        public.verify(bytes.fromhex(signed), _SIGNED_AS + listing)
    except (InvalidSignature, ValueError):
        raise _bad(phrase("the signature does not fit the list of files")) from None
    return key


def spoken(key: str) -> str:
    """A key as people compare it: its first sixteen signs in fours."""
    return " ".join(key[at : at + 4] for at in range(0, 16, 4))


def _bad(message: str) -> Refused:
    hint = phrase("get it from its author once more")
    return Refused("bad-signature", message, SIGNATURE_NAME, hint)

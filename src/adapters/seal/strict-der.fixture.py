# Shares no code with ours: reads each signature of each PDF with asn1crypto, and walks over its DER.
import re
import sys

from asn1crypto import cms, core, parser, tsp  # noqa: F401 (tsp makes cms read timestamps)


def length_of(count):
    if count < 128:
        return bytes([count])
    size = (count.bit_length() + 7) // 8
    return bytes([0x80 | size]) + count.to_bytes(size, "big")


def split(content):
    parts, at = [], 0
    while at < len(content):
        part = parser.parse(content[at:], strict=False)
        size = len(part[3]) + len(part[4]) + len(part[5])
        parts.append((content[at : at + size], part))
        at += size
    return parts


def walk(content):
    for _, (kind, method, tag, header, inner, trailer) in split(content):
        if trailer or header[1:] != length_of(len(inner)):
            raise ValueError("A length is not written shortest.")
        if not method:
            continue
        parts = [part for part, _ in split(inner)]
        if kind == 0 and tag == 17 and parts != sorted(parts):
            raise ValueError("A set is not sorted.")
        walk(inner)


# `native` of a whole signature parses its parts again and again, which takes seconds.
def read(value):
    if isinstance(value, core.Choice):
        read(value.chosen)
    elif isinstance(value, (core.Sequence, core.SequenceOf, core.SetOf)):
        for index in range(len(value)):
            read(value[index])
    else:
        value.native


for path in sys.argv[1:]:
    with open(path, "rb") as file:
        data = file.read()
    for match in re.finditer(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", data):
        start, end, _ = map(int, match.groups())
        padded = bytes.fromhex(data[start + 1 : end - 1].decode("ascii"))
        info = parser.parse(padded, strict=False)
        der = info[3] + info[4]
        if any(padded[len(der) :]):
            raise ValueError("Something stands behind the signature.")
        walk(der)
        signed = cms.ContentInfo.load(der, strict=True)["content"]
        read(signed)
        (signer,) = signed["signer_infos"]
        names = [attribute["type"].dotted for attribute in signer["signed_attrs"]]
        print(signed["encap_content_info"]["content_type"].dotted, *names)

# SPDX-License-Identifier: Apache-2.0
"""Frames of the wire, by firmware-protocol/SPEC.md, quick enough for millions; shares no code with the service."""
import binascii
import struct

FRAME_ID = 0x01
HEAD_BYTES = 9  # message id, number, clock
CRC_BYTES = 2
CODES = [bytes((length + 1,)) for length in range(254)]


def crc16(content, before=0xFFFF):
    """CRC-16/IBM-3740, which Python knows as crc_hqx with another start."""
    return binascii.crc_hqx(content, before)


assert crc16(b"123456789") == 0x29B1


def stuffed(message):
    """COBS of a message of less than 254 bytes, without its delimiter."""
    return b"".join(CODES[len(group)] + group for group in message.split(b"\0"))


def unstuffed(encoded):
    """The message, or None when it is none."""
    out, at = bytearray(), 0
    while at < len(encoded):
        code = encoded[at]
        if at + code > len(encoded):
            return None
        out += encoded[at + 1:at + code] + b"\0"
        at += code
    return bytes(out[:-1])


def messages(stream):
    """The sound messages of a byte stream, without checksum."""
    for encoded in stream.split(b"\0"):
        message = unstuffed(encoded)
        if message and len(message) > CRC_BYTES:
            content = message[:-CRC_BYTES]
            if crc16(content) == int.from_bytes(message[-CRC_BYTES:], "little"):
                yield content


def frame_times(stream):
    """Sequence number to clock, as sent, of all frames."""
    return dict(struct.unpack_from("<II", content, 1) for content in messages(stream) if content[0] == FRAME_ID)


class FrameTail:
    """A frame's content behind number and clock, which is sent again and again."""

    def __init__(self, content):
        self.content = content[HEAD_BYTES:]
        groups = self.content.split(b"\0")
        self.first, self.last = groups[0], groups[-1]
        self.middle = b"".join(CODES[len(group)] + group for group in groups[1:-1])
        self.whole = len(groups) < 2

    def bytes_at(self, sequence, time_us):
        """For the line, with its delimiter."""
        head = struct.pack("<BII", FRAME_ID, sequence & 0xFFFFFFFF, time_us & 0xFFFFFFFF)
        crc = crc16(self.content, crc16(head)).to_bytes(CRC_BYTES, "little")
        if self.whole:
            return stuffed(head + self.content + crc) + b"\0"
        return stuffed(head + self.first) + self.middle + stuffed(self.last + crc) + b"\0"

package org.rollscope.protocol;

/** Why a piece between two delimiters is no message; the order is the order of the checks. */
public enum RejectReason {
    /** More than {@link Wire#MAX_ENCODED_BYTES} bytes without a delimiter. */
    TOO_LONG,
    /** The byte stuffing does not come out even. */
    BAD_COBS,
    /** Less than an id and a checksum. */
    TOO_SHORT,
    /** The checksum does not fit. */
    BAD_CHECKSUM,
    /** A whole message of a kind that this version does not know, as from newer firmware. */
    UNKNOWN_MESSAGE,
    /** The length is not what the message and its pad count ask for. */
    BAD_LENGTH,
    /** A field lies outside the range of {@code messages.csv}. */
    BAD_VALUE
}

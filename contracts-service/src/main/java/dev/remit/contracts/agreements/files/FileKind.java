package dev.remit.contracts.agreements.files;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a scanned paper may be. The bytes say which it is, and not the name that somebody gave it. */
enum FileKind {
    PDF("application/pdf", "255044462d"),
    PNG("image/png", "89504e470d0a1a0a"),
    JPEG("image/jpeg", "ffd8ff");

    /** As many bytes as tell every kind. */
    static final int LONGEST_BEGINNING = 8;

    private final String mediaType;
    private final byte[] beginning;

    FileKind(String mediaType, String beginning) {
        this.mediaType = mediaType;
        this.beginning = HexFormat.of().parseHex(beginning);
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * What bytes are.
     *
     * @param first the first bytes, {@link #LONGEST_BEGINNING} if there are as many
     */
    static Optional<FileKind> of(byte[] first) {
        return Arrays.stream(values()).filter(kind -> kind.begins(first)).findFirst();
    }

    private boolean begins(byte[] first) {
        return first.length >= beginning.length
                && Arrays.equals(first, 0, beginning.length, beginning, 0, beginning.length);
    }
}

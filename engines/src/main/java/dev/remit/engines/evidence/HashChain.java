package dev.remit.engines.evidence;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A chain of evidence in which no link can be changed, left out or moved, and yet any payload can be erased.
 *
 * <p>A link's hash covers the link before it and the seal of its payload; the seal is the hash of a random salt and the
 * payload. Erasing throws salt and payload away and keeps the seal: the chain still verifies, and without the salt even
 * a guessed payload cannot be confirmed.
 */
public final class HashChain {

    /** The shortest salt, in bytes. */
    public static final int SALT_LENGTH = 16;

    private HashChain() {}

    /**
     * What stands before the first link: it ties a chain to its subject, so that links cannot be moved to another.
     *
     * @param subject names the chain, as a ticket's id does
     */
    public static byte[] origin(String subject) {
        return Sha256.of(CanonicalJson.bytes(List.of("remit-chain/1", subject)));
    }

    /**
     * Seals a payload and links it behind another.
     *
     * @param previous the hash of the link before, or the {@link #origin}
     * @param salt at least {@link #SALT_LENGTH} random bytes, new for each link
     * @param payload the bytes to keep
     */
    public static Link link(byte[] previous, byte[] salt, byte[] payload) {
        if (salt.length < SALT_LENGTH) {
            throw new IllegalArgumentException("a salt has at least " + SALT_LENGTH + " bytes");
        }
        byte[] seal = seal(salt, payload);
        return new Link(Sha256.of(previous, seal), seal, salt, payload);
    }

    /**
     * Finds the first link that does not follow from what is before it.
     *
     * @param origin as the chain was begun with
     * @param links in order
     * @return the position of the first broken link, or empty if all hold
     */
    public static OptionalInt firstBroken(byte[] origin, List<Link> links) {
        byte[] previous = origin;
        for (int i = 0; i < links.size(); i++) {
            if (!links.get(i).follows(previous)) {
                return OptionalInt.of(i);
            }
            previous = links.get(i).hash;
        }
        return OptionalInt.empty();
    }

    private static byte[] seal(byte[] salt, byte[] payload) {
        return Sha256.of(Sha256.of(salt), payload);
    }

    /** One link; equal to another with the same hash, seal, salt and payload. */
    public static final class Link {

        private final byte[] hash;
        private final byte[] seal;
        private final byte[] salt;
        private final byte[] payload;

        private Link(byte[] hash, byte[] seal, byte[] salt, byte[] payload) {
            this.hash = hash.clone();
            this.seal = seal.clone();
            this.salt = salt == null ? null : salt.clone();
            this.payload = payload == null ? null : payload.clone();
        }

        /**
         * A link as it was stored.
         *
         * @param salt null if erased, together with the payload
         * @param payload null if erased, together with the salt
         */
        public static Link stored(byte[] hash, byte[] seal, byte[] salt, byte[] payload) {
            if ((salt == null) != (payload == null)) {
                throw new IllegalArgumentException("salt and payload are kept or erased together");
            }
            return new Link(Objects.requireNonNull(hash, "hash"), Objects.requireNonNull(seal, "seal"), salt, payload);
        }

        /** What the next link covers. */
        public byte[] hash() {
            return hash.clone();
        }

        /** What stays of the payload when it is erased. */
        public byte[] seal() {
            return seal.clone();
        }

        /** The salt, or null if erased. */
        public byte[] salt() {
            return salt == null ? null : salt.clone();
        }

        /** The payload, or null if erased. */
        public byte[] payload() {
            return payload == null ? null : payload.clone();
        }

        /** The same link without salt and payload. */
        public Link erased() {
            return new Link(hash, seal, null, null);
        }

        private boolean follows(byte[] previous) {
            return MessageDigest.isEqual(hash, Sha256.of(previous, seal))
                    && (payload == null || MessageDigest.isEqual(seal, HashChain.seal(salt, payload)));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Link link
                    && Arrays.equals(hash, link.hash)
                    && Arrays.equals(seal, link.seal)
                    && Arrays.equals(salt, link.salt)
                    && Arrays.equals(payload, link.payload);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(hash);
        }
    }
}

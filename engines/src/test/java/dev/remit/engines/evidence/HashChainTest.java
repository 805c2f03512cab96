package dev.remit.engines.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.evidence.HashChain.Link;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HashChainTest {

    private static final byte[] ORIGIN = HashChain.origin("ticket 70123");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] salt(int fill) {
        byte[] salt = new byte[HashChain.SALT_LENGTH];
        Arrays.fill(salt, (byte) fill);
        return salt;
    }

    private static List<Link> chain() {
        List<Link> links = new ArrayList<>();
        byte[] previous = ORIGIN;
        for (int i = 0; i < 4; i++) {
            Link link = HashChain.link(previous, salt(i), bytes("payload " + i));
            links.add(link);
            previous = link.hash();
        }
        return links;
    }

    @Test
    void holdsAsItWasMade() {
        assertEquals(OptionalInt.empty(), HashChain.firstBroken(ORIGIN, chain()));
        assertEquals(OptionalInt.empty(), HashChain.firstBroken(ORIGIN, List.of()));
    }

    @Test
    void holdsAfterErasure() {
        List<Link> links = chain();
        links.set(1, links.get(1).erased());
        links.set(3, links.get(3).erased());
        assertEquals(OptionalInt.empty(), HashChain.firstBroken(ORIGIN, links));
        assertNull(links.get(1).payload());
        assertNull(links.get(1).salt());
    }

    @Test
    void aChangedPayloadShows() {
        List<Link> links = chain();
        Link link = links.get(2);
        links.set(2, Link.stored(link.hash(), link.seal(), link.salt(), bytes("payload 9")));
        assertEquals(OptionalInt.of(2), HashChain.firstBroken(ORIGIN, links));
    }

    @Test
    void aReplacedLinkShowsAtTheNext() {
        List<Link> links = chain();
        links.set(1, HashChain.link(links.get(0).hash(), salt(9), bytes("another")));
        assertEquals(OptionalInt.of(2), HashChain.firstBroken(ORIGIN, links));
    }

    @Test
    void aMissingAMovedAndAForeignLinkShow() {
        List<Link> missing = chain();
        missing.remove(1);
        assertEquals(OptionalInt.of(1), HashChain.firstBroken(ORIGIN, missing));
        List<Link> moved = chain();
        moved.add(moved.remove(0));
        assertEquals(OptionalInt.of(0), HashChain.firstBroken(ORIGIN, moved));
        assertEquals(OptionalInt.of(0), HashChain.firstBroken(HashChain.origin("ticket 70124"), chain()));
    }

    @Test
    void theSameWordsAreNotRecognisedUnderAnotherSalt() {
        Link one = HashChain.link(ORIGIN, salt(1), bytes("reset my password"));
        Link other = HashChain.link(ORIGIN, salt(2), bytes("reset my password"));
        assertFalse(Arrays.equals(one.seal(), other.seal()));
    }

    @Test
    void saltAndPayloadCannotBeShiftedAgainstEachOther() {
        byte[] longer = Arrays.copyOf(salt(1), HashChain.SALT_LENGTH + 1);
        longer[HashChain.SALT_LENGTH] = 'x';
        Link one = HashChain.link(ORIGIN, salt(1), bytes("xyz"));
        Link other = HashChain.link(ORIGIN, longer, bytes("yz"));
        assertFalse(Arrays.equals(one.seal(), other.seal()));
    }

    @Test
    void refusesHalfAnErasureAndAShortSalt() {
        Link link = chain().getFirst();
        assertThrows(IllegalArgumentException.class, () -> Link.stored(link.hash(), link.seal(), null, link.payload()));
        assertThrows(IllegalArgumentException.class, () -> HashChain.link(ORIGIN, new byte[15], bytes("short")));
    }

    @Test
    void givesNothingAwayThatCouldBeChanged() {
        Link link = chain().getFirst();
        link.hash()[0] ^= 1;
        link.payload()[0] ^= 1;
        assertEquals(chain().getFirst(), link);
    }

    @Test
    void isEqualToWhatIsTheSameInEveryPart() {
        Link link = chain().getFirst();
        Link same = Link.stored(link.hash(), link.seal(), link.salt(), link.payload());
        assertEquals(link, same);
        assertEquals(link.hashCode(), same.hashCode());
        List<Link> others = List.of(
                link.erased(),
                Link.stored(salt(1), link.seal(), link.salt(), link.payload()),
                Link.stored(link.hash(), salt(1), link.salt(), link.payload()),
                Link.stored(link.hash(), link.seal(), salt(1), link.payload()),
                Link.stored(link.hash(), link.seal(), link.salt(), bytes("another")));
        others.forEach(other -> assertNotEquals(link, other));
    }

    @Test
    void hashesAsTheStandardSays() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha256.hex(bytes("abc")));
        assertArrayEquals(Sha256.of(bytes("abc")), Sha256.of(bytes("a"), bytes("bc")));
    }
}

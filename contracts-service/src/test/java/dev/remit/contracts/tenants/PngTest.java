package dev.remit.contracts.tenants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PngTest {
    private static final byte[] FILE = Pngs.of(40, 30);

    @Test
    void aPictureSaysHowLargeItIs() {
        assertEquals(Optional.of(new Png(40, 30)), Png.read(FILE));
    }

    @Test
    void whatIsCutOffAnywhereIsNone() {
        for (int length = 0; length < FILE.length; length++) {
            assertEquals(Optional.empty(), Png.read(Arrays.copyOf(FILE, length)), "the first " + length);
        }
    }

    @Test
    void whatHasSomethingBehindItsEndIsNone() {
        assertEquals(Optional.empty(), Png.read(Arrays.copyOf(FILE, FILE.length + 1)));
    }

    @Test
    void whatWasChangedAnywhereIsNone() {
        Random random = new Random(7);
        for (int at = 0; at < FILE.length; at++) {
            byte[] changed = FILE.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertEquals(Optional.empty(), Png.read(changed), "another byte at " + at);
        }
    }
}

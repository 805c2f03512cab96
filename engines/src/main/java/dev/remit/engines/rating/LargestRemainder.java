package dev.remit.engines.rating;

/** Divides whole minutes in proportion, so that the parts add up to the whole. */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Each part is its exact share or one of the two whole numbers next to it; the minutes left over go to the largest
     * fractions, and between equal fractions to the earlier part.
     *
     * @param total at least 0
     * @param weights at least 0; if they add up to 0, so does the result
     */
    public static long[] share(long total, long[] weights) {
        long[] parts = new long[weights.length];
        if (weights.length == 1 && weights[0] > 0) {
            parts[0] = total;
            return parts;
        }
        long whole = 0;
        for (long weight : weights) {
            whole = Math.addExact(whole, weight);
        }
        if (whole == 0) {
            return parts;
        }
        long[] rests = new long[weights.length];
        long left = total;
        for (int i = 0; i < weights.length; i++) {
            long product = Math.multiplyExact(total, weights[i]);
            parts[i] = product / whole;
            rests[i] = product % whole;
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < rests.length; i++) {
                if (rests[i] > rests[largest]) {
                    largest = i;
                }
            }
            parts[largest]++;
            rests[largest] = -1;
        }
        return parts;
    }
}

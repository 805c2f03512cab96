package dev.remit.engines;

/** A calculation would take more steps than it may. */
public final class TooMuchWork extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param limit how many steps it may take */
    public TooMuchWork(long limit) {
        super("takes more than " + limit + " calendar steps, with all that stands before it", null, false, false);
    }

    /** The same as a fault of a field: half a sentence that reads after its path. */
    public InvalidInput at(String path) {
        return new InvalidInput(path, getMessage());
    }
}

package dev.remit.psa;

/** A platform's payload lacks something without which no fact can be stated. */
public final class UnusablePayloadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field path of the member that is missing or wrong, in the platform's own names
     * @param message what is wrong with it, for a person
     */
    public UnusablePayloadException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Path of the member that is missing or wrong, in the platform's own names. Never null. */
    public String field() {
        return field;
    }
}

package dev.remit.tickets;

/** Words that many operations of the API document share. */
public final class ApiText {
    public static final String KEY =
            "Your own key of this request: sent again, it does nothing and repeats the answer.";
    public static final String IF_MATCH = "The ETag of the state that you change.";
    public static final String ETAG = "Names this state; send it as If-Match to change it.";
    public static final String LOCATION = "Where the new object is.";

    public static final String TICKET = "The ticket's id.";
    public static final String CONNECTION = "The connection's name.";

    /** No key holds control characters, or the sign that stands for bytes which are no text. */
    public static final String KEYS = "^[^\\x00-\\x1f\\x7f\\ufffd]*$";

    public static final String KEYS_SAY = "must not hold control characters";

    public static final String EXTERNAL_ID = "The source's own key of the object.";
    public static final String TICKETS = "/api/tickets/v1/tickets";

    private ApiText() {}
}

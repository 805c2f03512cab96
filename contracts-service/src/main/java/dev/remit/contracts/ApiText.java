package dev.remit.contracts;

/** Words that many operations of the API document share. */
public final class ApiText {
    public static final String KEY =
            "Your own key of this request: sent again, it does nothing and repeats the answer.";
    public static final String IF_MATCH = "The ETag of the state that you change.";
    public static final String ETAG = "Names this state; send it as If-Match to change it.";
    public static final String LOCATION = "Where the new object is.";

    public static final String AGREEMENT = "The agreement's id.";
    public static final String VERSION = "The version's number, from 1.";

    private ApiText() {}
}

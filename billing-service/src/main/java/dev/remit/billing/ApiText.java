package dev.remit.billing;

/** Words that many operations of the API document share. */
public final class ApiText {
    public static final String ETAG = "Names this state; send it as If-Match to change it.";
    public static final String LOCATION = "Where the new object is.";

    public static final String DECIDING =
            "By the named approver or an active deputy of theirs, as of this moment, under their own name. It is final.";

    private ApiText() {}
}

package dev.remit.contracts;

/** The form of the codes that people give to clients, sites and catalogue items. */
public final class Slug {

    /** Lower-case words joined by single hyphens, 64 characters at most, such as {@code whitfield-crane}. */
    public static final String FORM = "^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$";

    private Slug() {}
}

package dev.remit.engines.rating;

/** How work uses prepaid blocks up. */
public enum BlockBurn {
    /** A minute of any band uses one block minute. */
    PLAIN,
    /** A minute uses as many block minutes as its band's multiplier says. */
    WEIGHTED
}

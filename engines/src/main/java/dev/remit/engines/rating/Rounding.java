package dev.remit.engines.rating;

/** Which way worked time goes to a multiple of the increment. */
public enum Rounding {
    /** To the next multiple. */
    UP,
    /** To the nearest multiple; half way goes up. */
    NEAREST,
    /** To the multiple before. */
    DOWN
}

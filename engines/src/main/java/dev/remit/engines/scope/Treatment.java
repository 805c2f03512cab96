package dev.remit.engines.scope;

/** How a clause treats what it covers. */
public enum Treatment {
    /** Done for the recurring fee. */
    INCLUDED,
    /** Done at a rate. */
    EXTRA,
    /** Not done. */
    EXCLUDED
}

package dev.remit.engines.delivery;

/** What has come of a delivery parameter over a period. */
public enum ParameterState {
    /** The period is not over. */
    OPEN,
    /** It is over, and nobody has said what was measured. */
    NOT_MEASURED,
    /** It is over, and there was nothing to count. */
    NOT_PROMISED,
    /** The figure is as good as was promised, or better. */
    KEPT,
    /** It is worse. */
    MISSED
}

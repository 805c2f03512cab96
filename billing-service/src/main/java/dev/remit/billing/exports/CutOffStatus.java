package dev.remit.billing.exports;

/** Whether a cut-off still locks lines. */
public enum CutOffStatus {
    UNDER_WAY,
    DONE
}

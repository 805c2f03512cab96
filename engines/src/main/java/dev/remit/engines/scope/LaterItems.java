package dev.remit.engines.scope;

/** How items are ruled that the MSP's catalogue has and the signed version does not, since they were added later. */
public enum LaterItems {
    /** By the rules for their category, else by the catch-all. */
    BY_CATEGORY,
    /** The agreement is silent on them. */
    SILENT
}

package dev.remit.engines.scope;

/** Why a ruling is SILENT. */
public enum SilentReason {
    /** The item is known and no clause of the agreement applies to it. */
    NO_CLAUSE,
    /** No agreement with the client was in force. */
    NO_AGREEMENT,
    /** Nobody has said yet what was asked for, or it could be several things. */
    NOT_CATEGORISED
}

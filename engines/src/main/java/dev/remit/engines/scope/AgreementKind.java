package dev.remit.engines.scope;

/** What an agreement is to a client's other agreements. */
public enum AgreementKind {
    /** The agreement that stands by itself; on a date at most one of a client is in force. */
    MASTER,
    /** An agreement beside a master, as a statement of work or an add-on: in force only while its master is. */
    ADDENDUM
}

package dev.remit.contracts.agreements.terms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a clause is about, so that it can be told which one is missing. */
@Schema(name = "ClauseKind")
public enum ClauseKind {
    SCOPE,
    SERVICE_LEVEL,
    COVERAGE,
    RATES,
    FEES,
    RESPONSIBILITY,
    APPROVAL,
    CHANGE,
    TERM,
    EXIT,
    LIABILITY,
    DATA,
    CONFIDENTIALITY,
    INSURANCE,
    LAW,
    OTHER
}

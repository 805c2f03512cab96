package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.VersionTerm;
import java.util.List;

/**
 * What a version of an addendum would stand beside.
 *
 * @param master the master's version that is in force on its first date; null if none is
 * @param inForce when it would be in force; empty if that is never
 * @param addenda signed versions of other addenda that are in force on one of its dates
 */
public record OtherAgreements(AgreementDocument master, VersionTerm inForce, List<AgreementDocument> addenda) {}

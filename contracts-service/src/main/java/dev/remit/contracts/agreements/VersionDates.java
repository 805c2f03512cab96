package dev.remit.contracts.agreements;

import dev.remit.engines.agreement.InForce;
import dev.remit.engines.agreement.VersionTerm;
import dev.remit.engines.agreement.VersionsInForce;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What follows from the dates of one agreement's versions and its master's, or of all of one client's. */
final class VersionDates {
    private final VersionsInForce<AgreementVersion> signed;

    /** @param versions all of them; of drafts and proposals nothing follows */
    VersionDates(Collection<AgreementVersion> versions) {
        this(versions, AgreementVersion::isSigned);
    }

    /** @param counts whether a version is taken as signed */
    VersionDates(Collection<AgreementVersion> versions, Predicate<AgreementVersion> counts) {
        signed = new VersionsInForce<>(versions.stream().filter(counts).toList(), AgreementVersion::term);
    }

    /** The versions in force on a local date. */
    Optional<InForce<AgreementVersion>> inForce(LocalDate date) {
        return signed.on(date);
    }

    /** The version of an agreement that is in force on a local date. */
    Optional<AgreementVersion> inForce(LocalDate date, Agreement agreement) {
        return signed.on(date).stream()
                .flatMap(set -> set.all().stream())
                .filter(version -> version.agreement().id().equals(agreement.id()))
                .findFirst();
    }

    /** The versions in force at a moment, at a place whose zone each of them may sign for itself. */
    Optional<InForce<AgreementVersion>> inForceAt(Instant moment, Function<AgreementVersion, ZoneId> zone) {
        return signed.at(moment, zone);
    }

    VersionStatus status(AgreementVersion version, LocalDate date) {
        return VersionStatus.on(date, version, signed.termInForce(version.term()));
    }

    /** The first local date without it; null for an open end, and for a version that was withdrawn. */
    LocalDate effectiveTo(AgreementVersion version) {
        return switch (version.state()) {
            case DRAFT, PROPOSED -> version.effectiveTo();
            case DISCARDED, WITHDRAWN -> null;
            case SIGNED, TERMINATED -> termInForce(version).effectiveTo();
        };
    }

    /** Its term, cut where the next version of its agreement begins, and an addendum's where its master ends. */
    VersionTerm termInForce(AgreementVersion version) {
        return signed.termInForce(version.term());
    }

    /** The signed versions beside which this one cannot be signed, earliest first. */
    List<AgreementVersion> conflictsWith(AgreementVersion version) {
        return signed.conflictsWith(version.term());
    }
}

package dev.remit.tickets.agreements;

import dev.remit.engines.agreement.CandidateTerm;
import dev.remit.engines.agreement.InForce;
import dev.remit.engines.agreement.VersionTerm;
import dev.remit.engines.agreement.VersionsInForce;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The versions with one client, as far as they had reached us when they were read. */
public final class ClientAgreements {
    private final List<AgreementVersion> versions;
    private final UnaryOperator<VersionTerm> looked;

    ClientAgreements(List<AgreementVersion> versions) {
        this(versions, UnaryOperator.identity());
    }

    /** @param looked how a version's term is looked at */
    private ClientAgreements(List<AgreementVersion> versions, UnaryOperator<VersionTerm> looked) {
        this.versions = List.copyOf(versions);
        this.looked = looked;
    }

    /** The same with a version among them that nobody has signed. */
    ClientAgreements with(CompiledAgreement candidate, CandidateTerm term, Instant now) {
        List<AgreementVersion> all = new ArrayList<>(versions);
        all.add(AgreementVersion.candidate(candidate, term.term(), now));
        return new ClientAgreements(all, term::beside);
    }

    /** Whether all versions with these documents were known at a moment. */
    public boolean hadAll(List<String> documentHashes, Instant knownBy) {
        return asKnown(knownBy).versions.stream()
                .map(AgreementVersion::documentHash)
                .collect(Collectors.toSet())
                .containsAll(documentHashes);
    }

    /** Those that were known at a moment. */
    public ClientAgreements asKnown(Instant knownBy) {
        return new ClientAgreements(
                versions.stream().filter(version -> version.wasKnown(knownBy)).toList(), looked);
    }

    /** Whether of any of them it was signed what it changes in the past. */
    public boolean reachBack() {
        return versions.stream().anyMatch(AgreementVersion::isSignedForThePast);
    }

    /** Whether none has ever reached us. */
    public boolean isEmpty() {
        return versions.isEmpty();
    }

    /** The first local date on which any of them is in force; empty where there is none. */
    public Optional<LocalDate> firstDay() {
        return byDate().firstDate();
    }

    /**
     * The versions that are in force at a moment.
     *
     * @param zone that a version signs for the place, or that is known otherwise
     */
    public Optional<InForce<AgreementVersion>> inForceAt(Instant moment, Function<AgreementVersion, ZoneId> zone) {
        return byDate().at(moment, zone);
    }

    private VersionsInForce<AgreementVersion> byDate() {
        return new VersionsInForce<>(versions, version -> looked.apply(version.term()));
    }

    /**
     * The end of cover.
     *
     * @param date the first local date without any version in force
     * @param knownAt since when that has been known, in the tenant's time
     */
    public record Lapse(LocalDate date, Instant knownAt) {}

    /** The end of the cover that a local date had, as far as was known at a moment; empty where none was, or has no end. */
    public Optional<Lapse> lapse(LocalDate inForceOn, Instant knownBy) {
        List<AgreementVersion> known = asKnown(knownBy).versions;
        return new VersionsInForce<>(known, version -> looked.apply(version.termAsKnown(knownBy)))
                .lapse(inForceOn)
                .map(lapse -> new Lapse(lapse.date(), knownSince(lapse.last(), lapse.date(), known, knownBy)));
    }

    /** Since the last version was known, and since every other that was signed for the date has been ended before it. */
    private static Instant knownSince(
            AgreementVersion last, LocalDate date, List<AgreementVersion> known, Instant knownBy) {
        Stream<Instant> ends = known.stream().flatMap(version -> version.missingSince(date, knownBy).stream());
        return ends.reduce(last.knownAt(), (one, other) -> one.isAfter(other) ? one : other);
    }
}

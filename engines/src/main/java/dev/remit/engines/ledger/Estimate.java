package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.money.Money;
import dev.remit.engines.money.Sums;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.RulingCases.Judgement;
import dev.remit.engines.scope.UsedVolume;
import dev.remit.engines.scope.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What planned work on one work item will be billed as. The work is put to {@link Ledger} as the time entries that it will
 * be, and where it needs an approval under one without a limit, so that it comes to the cent to what the same entries are
 * billed as later.
 *
 * <p>Technicians have no names yet. Those of one role who are free again do the next work too, so that they travel to a
 * site once a day. Work without a time is done by technicians of its own.
 *
 * @param pieces one list for each planned work, in their order: labour in the order of its bands, then trips
 */
public record Estimate(List<List<EstimatedPiece>> pieces) {
    private static final UUID QUOTE = new UUID(0, 0);

    /** Copies the lists. */
    public Estimate {
        pieces = pieces.stream().map(List::copyOf).toList();
    }

    /**
     * What planned work is priced by.
     *
     * @param ruling of the work item; under a quote its document prices what begins before {@code ratesHoldUntil}
     * @param versions the client's; that in force on its date prices all other work
     * @param quoted whether there is a quote for the work; else only work that needs an approval is priced as under one
     * @param ratesHoldUntil when a quote for the work expires
     * @param undated the date whose rates price work without a time
     * @param used what other work takes of volumes that are counted by the work
     */
    public record Terms(
            WorkItemRuling ruling,
            SignedVersions versions,
            boolean quoted,
            Instant ratesHoldUntil,
            LocalDate undated,
            UsedVolume used) {

        private Approvals approvals() {
            String quotedBy = Objects.toString(ruling.documentHash(), "");
            return currency(quotedBy)
                    .map(currency -> new ApprovedQuote(
                            QUOTE, Money.of(Long.MAX_VALUE, currency), quotedBy, ratesHoldUntil, Instant.MIN, Map.of()))
                    .map(quote -> new Approvals(List.of(quote), null, Map.of()))
                    .orElse(Approvals.NONE);
        }

        /** That of the rate card, else of a price in the rules. */
        private Optional<String> currency(String quotedBy) {
            return versions.byHash(quotedBy)
                    .filter(version -> version.hasRateCard() || !version.isAddendum())
                    .or(() -> versions.inForce(undated))
                    .filter(SignedVersion::hasRateCard)
                    .map(SignedVersion::currency)
                    .or(() -> ruling.cases().all().stream()
                            .map(RulingCase::price)
                            .filter(Objects::nonNull)
                            .map(price -> price.money().currency().code())
                            .findFirst());
        }
    }

    /**
     * Estimates planned work.
     *
     * @throws dev.remit.engines.InvalidInput if it cannot be rated together, as where its amounts do not fit
     */
    public static Estimate of(Terms terms, List<PlannedWork> planned) {
        List<LedgerLine> lines = lines(terms, planned, terms.quoted() ? terms.approvals() : Approvals.NONE);
        if (!terms.quoted() && lines.stream().anyMatch(line -> judgement(line).approvalRequired())) {
            lines = lines(terms, planned, terms.approvals());
        }
        List<Map<EstimatedPiece, EstimatedPiece>> pieces = new ArrayList<>();
        planned.forEach(work -> pieces.add(new LinkedHashMap<>()));
        for (LedgerLine line : inOrder(lines)) {
            EstimatedPiece piece = piece(line);
            pieces.get(PlannedEntries.planned(line.key().entryId())).merge(piece, piece, EstimatedPiece::and);
        }
        return new Estimate(pieces.stream()
                .map(ofWork ->
                        ofWork.values().stream().map(EstimatedPiece::inWords).toList())
                .toList());
    }

    private static List<LedgerLine> lines(Terms terms, List<PlannedWork> planned, Approvals approvals) {
        List<WorkEntry> entries = new PlannedEntries(planned, terms.undated()).all();
        return Ledger.compute(new Facts(
                        PlannedEntries.CLIENT,
                        entries,
                        List.of(),
                        Map.of(PlannedEntries.WORK_ITEM, counted(terms.ruling(), planned)),
                        Map.of(PlannedEntries.WORK_ITEM, approvals),
                        terms.versions(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        usedByOthers(terms, entries)))
                .lines();
    }

    private static Judgement judgement(LedgerLine line) {
        return ((Basis.Present) line.basis()).judgement();
    }

    private static List<VolumeUse> usedByOthers(Terms terms, List<WorkEntry> planned) {
        return planned.stream()
                .flatMap(entry -> VolumeKeys.of(entry, terms.ruling()).stream())
                .distinct()
                .map(key -> new VolumeUse(
                        key,
                        PlannedEntries.NONE,
                        Instant.EPOCH,
                        null,
                        null,
                        terms.used().count(key),
                        0,
                        0,
                        ""))
                .filter(use -> use.amount() > 0)
                .toList();
    }

    /** Planned units stand for those that somebody will count. */
    private static WorkItemRuling counted(WorkItemRuling ruling, List<PlannedWork> planned) {
        return planned.stream()
                .map(PlannedWork::units)
                .filter(Objects::nonNull)
                .reduce(Math::addExact)
                .map(units -> new WorkItemRuling(ruling.cases(), ruling.silentReason(), ruling.documentHash(), units))
                .orElse(ruling);
    }

    /** What will be billed, before tax and without what nobody can say yet: one sum for each currency. */
    public Sums bills() {
        return Sums.of(all().map(EstimatedPiece::bills).filter(Objects::nonNull));
    }

    /** Whether it says of all of the work what will be billed. */
    public boolean isComplete() {
        return all().allMatch(piece -> piece.bills() != null || isBilledToNobody(piece.verdict(), piece.held()));
    }

    private Stream<EstimatedPiece> all() {
        return pieces.stream().flatMap(List::stream);
    }

    private static List<LedgerLine> inOrder(List<LedgerLine> lines) {
        return lines.stream()
                .sorted(Comparator.comparing((LedgerLine line) -> line.key().kind())
                        .thenComparingInt(line -> line.figures().lineNumber()))
                .toList();
    }

    private static EstimatedPiece piece(LedgerLine line) {
        Figures figures = line.figures();
        Judgement judgement = judgement(line);
        Money worth = figures.amountMinor() == null ? null : Money.of(figures.amountMinor(), figures.currency());
        // Hours without a time wait for one only once they were worked.
        boolean billed = figures.heldReason() == null || figures.heldReason() == HeldReason.TIMES_UNKNOWN;
        return new EstimatedPiece(
                line.key().kind(),
                figures.piece(),
                1,
                figures.minutes(),
                judgement.verdict(),
                clauses(judgement),
                billed ? null : figures.heldReason(),
                billed ? worth : bills(judgement.verdict(), figures.heldReason(), worth),
                worth,
                figures.arithmetic());
    }

    /** What the contract includes or excludes, or a price stands for, is billed to nobody; of all else nobody can say. */
    private static Money bills(Verdict verdict, HeldReason held, Money worth) {
        return worth != null && isBilledToNobody(verdict, held) ? Money.zero(worth.currency()) : null;
    }

    private static boolean isBilledToNobody(Verdict verdict, HeldReason held) {
        return held == HeldReason.INCLUDED || held == HeldReason.IN_PRICE || verdict == Verdict.EXCLUDED;
    }

    private static List<Clause> clauses(Judgement judgement) {
        Stream<RulingCase> cases =
                judgement.decided() == null ? judgement.speaking().stream() : Stream.of(judgement.decided());
        return cases.map(RulingCase::clause).filter(Objects::nonNull).distinct().toList();
    }
}

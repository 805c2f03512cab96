package dev.remit.billing.approvals;

import dev.remit.billing.agreements.Agreements;
import dev.remit.billing.clients.Clients;
import dev.remit.billing.volumes.TakenVolumes;
import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.ledger.Estimate;
import dev.remit.engines.ledger.EstimatedPiece;
import dev.remit.engines.ledger.PlannedWork;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.RulingCase;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Rates the lines of drafts as the same work will be billed. */
@ApplicationScoped
class QuoteEstimates {
    /** How long a quote stands when nobody says otherwise. */
    static final Duration USUAL_VALIDITY = Duration.ofDays(14);

    private final Work rulings;
    private final Clients clients;
    private final Agreements agreements;
    private final RecordedWork recorded;
    private final TakenVolumes volumes;
    private final TenantClock clock;

    QuoteEstimates(
            Work rulings,
            Clients clients,
            Agreements agreements,
            RecordedWork recorded,
            TakenVolumes volumes,
            TenantClock clock) {
        this.rulings = rulings;
        this.clients = clients;
        this.agreements = agreements;
        this.recorded = recorded;
        this.volumes = volumes;
        this.clock = clock;
    }

    /** Plans what the ruling's clause says of such work: the usual effort, at no time yet. */
    void byRuling(Quote quote, Ruling ruling) {
        quote.plan(LinesFrom.RULING, rated(quote, usual(ruling)));
    }

    private static List<PlannedLine> usual(Ruling ruling) {
        Optional<RulingCase> asked =
                ruling.caseToApprove().filter(any -> any.estimateMinutes() != null || any.price() != null);
        return asked.stream()
                .map(any -> new PlannedLine(
                        Optional.ofNullable(any.clause())
                                .map(Clause::title)
                                .or(() -> Optional.ofNullable(ruling.item()))
                                .orElse("Work"),
                        any.workType(),
                        null,
                        null,
                        null,
                        any.estimateMinutes() == null
                                ? null
                                : Integer.valueOf((int) Math.clamp(any.estimateMinutes(), 1, PlannedLine.MOST_MINUTES)),
                        null,
                        1,
                        false,
                        null))
                .toList();
    }

    /**
     * Plans what the desk says.
     *
     * @throws Problem validation, naming a line for which nothing is charged because it plans no time
     */
    void byDesk(Quote quote, List<PlannedLine> planned) {
        QuoteLines lines = rated(quote, planned);
        for (int i = 0; i < planned.size(); i++) {
            if (lines.all().get(i).pieces().isEmpty()) {
                throw Problem.invalid(
                        "lines[" + i + "].minutes", "is needed: nothing but time is charged here", "required");
            }
        }
        quote.plan(LinesFrom.DESK, lines);
    }

    /** Takes over the time entries that wait for the approval; says whether there are any. */
    boolean byRecordedWork(Quote quote) {
        List<QuoteLine> waiting = recorded.lines(quote.clientId(), quote.workItemId());
        quote.plan(LinesFrom.RECORDED, new QuoteLines(waiting));
        return !waiting.isEmpty();
    }

    /** The same lines by the terms and the ruling of now. */
    void again(Quote quote) {
        if (quote.linesFrom() == LinesFrom.RECORDED) {
            byRecordedWork(quote);
        } else {
            quote.plan(quote.linesFrom(), rated(quote, quote.lines().planned()));
        }
    }

    private QuoteLines rated(Quote quote, List<PlannedLine> planned) {
        if (planned.isEmpty()) {
            return QuoteLines.NONE;
        }
        Ruling ruling = rulings.ruling(quote.workItemId()).orElseThrow();
        return rated(ruling, quote.clientId(), quote.terms().workType(), true, ratesHoldUntil(quote), planned);
    }

    /** What planned work on a ruled work item will be billed as; where it needs an approval, if a quote for it is sent now. */
    QuoteLines rated(Ruling ruling, List<PlannedLine> planned) {
        String usual = Stream.concat(ruling.caseToApprove().stream(), ruling.forLedger().cases().all().stream())
                .map(RulingCase::workType)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return rated(ruling, ruling.clientId(), usual, false, clock.now().plus(USUAL_VALIDITY), planned);
    }

    private QuoteLines rated(
            Ruling ruling,
            UUID clientId,
            String usualWorkType,
            boolean quoted,
            Instant ratesHoldUntil,
            List<PlannedLine> planned) {
        SignedVersions versions = agreements.versionsOf(clientId);
        ZoneId zone = zone(clientId);
        Optional<SignedVersion> version =
                Optional.ofNullable(ruling.documentHash()).flatMap(versions::byHash);
        LocalDate ruledOn = LocalDate.ofInstant(ruling.ruledAt(), zone);
        Optional<SignedVersion> master = versions.inForce(ruledOn);
        List<PlannedWork> work = planned.stream()
                .map(line ->
                        work(line, usualWorkType, zone(line.siteCode(), master, zone(line.siteCode(), version, zone))))
                .toList();
        Estimate estimate = Estimate.of(
                new Estimate.Terms(
                        ruling.forLedger(),
                        versions,
                        quoted,
                        ratesHoldUntil,
                        ruledOn,
                        key -> volumes.taken(clientId, key)),
                work);
        List<QuoteLine> lines = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            lines.add(line(
                    planned.get(i), work.get(i).workType(), estimate.pieces().get(i)));
        }
        return new QuoteLines(lines);
    }

    private Instant ratesHoldUntil(Quote quote) {
        return quote.expiresAt() == null ? clock.now().plus(USUAL_VALIDITY) : quote.expiresAt();
    }

    private static PlannedWork work(PlannedLine line, String usualWorkType, ZoneId zone) {
        return new PlannedWork(
                line.workType() == null ? usualWorkType : line.workType(),
                line.role(),
                line.siteCode(),
                zone,
                line.start(),
                line.minutes() == null ? 0 : line.minutes(),
                line.technicians(),
                line.travel(),
                line.place(),
                line.units());
    }

    private static QuoteLine line(PlannedLine planned, String workType, List<EstimatedPiece> estimated) {
        return new QuoteLine(
                planned.what(),
                workType,
                planned.role(),
                planned.siteCode(),
                planned.start(),
                planned.minutes() == null ? 0 : planned.minutes(),
                planned.units(),
                planned.technicians(),
                planned.travel(),
                planned.place(),
                null,
                estimated.stream().map(QuotePiece::of).toList());
    }

    private static ZoneId zone(String site, Optional<SignedVersion> version, ZoneId otherwise) {
        return version.map(signed -> signed.zone(site, otherwise)).orElse(otherwise);
    }

    private ZoneId zone(UUID clientId) {
        return clients.byId(clientId)
                .map(client -> ZoneId.of(client.timeZone()))
                .orElse(ZoneId.of("UTC"));
    }
}

package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.terms.TermsJson;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps the next date of each kind for every agreement, and tells of it ahead. */
@ApplicationScoped
class AgreementDates {
    private final AgreementDateRepository dates;
    private final VersionRepository versions;
    private final TermsJson termsJson;
    private final TenantClock clock;
    private final Caller caller;
    private final Outbox outbox;
    private final Ids ids;

    AgreementDates(
            AgreementDateRepository dates,
            VersionRepository versions,
            TermsJson termsJson,
            TenantClock clock,
            Caller caller,
            Outbox outbox,
            Ids ids) {
        this.dates = dates;
        this.versions = versions;
        this.termsJson = termsJson;
        this.clock = clock;
        this.caller = caller;
        this.outbox = outbox;
        this.ids = ids;
    }

    private record Coming(int version, LocalDate date) {}

    /** Takes the dates of an agreement anew from what is signed, and those of its addenda, which end with it. */
    void refresh(Agreement agreement) {
        List<AgreementVersion> signed = versions.signedOf(agreement.client().id());
        Stream.concat(Stream.of(agreement), signed.stream().map(AgreementVersion::agreement))
                .filter(other -> other.equals(agreement) || agreement.id().equals(other.masterId()))
                .distinct()
                .forEach(other -> refresh(other, signed));
        dates.flush();
    }

    /** @param signed every signed version of the client */
    private void refresh(Agreement agreement, List<AgreementVersion> signed) {
        LocalDate today = agreement.client().dateAt(clock.now());
        Map<DateKind, Coming> coming = coming(agreement, signed, today);
        Map<DateKind, AgreementDate> kept = new EnumMap<>(DateKind.class);
        dates.of(agreement).forEach(date -> kept.put(date.kind(), date));
        kept.forEach((kind, date) -> {
            if (!coming.containsKey(kind)) {
                dates.delete(date);
            }
        });
        coming.forEach((kind, next) -> {
            AgreementDate date = kept.get(kind);
            if (date == null) {
                dates.persist(new AgreementDate(ids.next(), agreement, kind, next.version(), next.date(), today));
            } else {
                date.moves(next.version(), next.date(), today);
            }
        });
    }

    private Map<DateKind, Coming> coming(Agreement agreement, List<AgreementVersion> all, LocalDate today) {
        VersionDates chain = new VersionDates(all);
        List<AgreementVersion> signed = all.stream()
                .filter(version -> version.agreement().equals(agreement))
                .toList();
        Map<DateKind, Coming> coming = new HashMap<>();
        for (AgreementVersion version : signed) {
            LocalDate end = chain.effectiveTo(version);
            if (version.state() == VersionState.WITHDRAWN || (end != null && !end.isAfter(today))) {
                continue;
            }
            boolean succeeded = signed.stream()
                    .anyMatch(next -> next.number() > version.number()
                            && next.state() != VersionState.WITHDRAWN
                            && next.effectiveFrom().equals(end));
            ComingDates.of(
                            termsJson.read(version.terms()),
                            chain.termInForce(version),
                            succeeded,
                            version.state() == VersionState.TERMINATED,
                            today)
                    .forEach((kind, date) -> coming.merge(
                            kind,
                            new Coming(version.number(), date),
                            (one, other) -> one.date().isAfter(other.date()) ? other : one));
        }
        return coming;
    }

    /** Tells of a date that comes near, or takes the next one; false where another replica was here before. */
    @Transactional
    boolean look(UUID id) {
        Instant now = clock.now();
        Optional<AgreementDate> due = dates.lock(id).filter(date -> date.isDue(now));
        due.ifPresent(date -> look(date, date.agreement().client().dateAt(now)));
        return due.isPresent();
    }

    private void look(AgreementDate date, LocalDate today) {
        if (date.date().isBefore(today)) {
            refresh(date.agreement());
        } else if (date.isToBeTold(today)) {
            outbox.append("AgreementDateAhead", date.agreement().id(), AgreementDateAhead.of(date, today));
        }
    }

    /** @param days how many days ahead; all without */
    Page<AgreementDateView> list(Optional<String> clientCode, Optional<Integer> days, Paging paging) {
        if (caller.isBarredFrom(clientCode)) {
            return new Page<>(List.of(), null);
        }
        Instant now = clock.now();
        Optional<LocalDate> until =
                days.map(count -> LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(count));
        return Page.of(
                dates.page(clientCode.or(caller::client), until, paging.after(2), paging.limit()),
                paging.limit(),
                date -> AgreementDateView.of(date, date.agreement().client().dateAt(now)),
                date -> Cursor.after(date.date(), date.id()));
    }
}

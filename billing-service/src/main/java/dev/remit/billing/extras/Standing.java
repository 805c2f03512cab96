package dev.remit.billing.extras;

import dev.remit.billing.agreements.SignedVersion;
import dev.remit.billing.approvals.Authority;
import dev.remit.billing.approvals.QuoteStatus;
import dev.remit.billing.work.Billability;
import dev.remit.billing.work.Entry;
import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Verdict;
import dev.remit.billing.work.Work.KnownEntry;
import dev.remit.engines.rating.Grouping;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How one time entry stands before anything is rated: whether it is charged at all, by which version, and what keeps it
 * from being billed.
 *
 * @param ruling null while there is none
 * @param version null where no signed version prices the entry
 * @param hold null where nothing keeps it from being billed
 * @param kept its published lines that still hold, and their unpublished siblings
 * @param outdated its published lines that no longer hold
 */
record Standing(
        KnownEntry known,
        Ruling ruling,
        Authority authority,
        SignedVersion version,
        boolean charged,
        HeldReason hold,
        String factsHash,
        List<Extra> kept,
        List<Extra> outdated) {

    static Standing of(KnownEntry known, Book book) {
        Entry entry = known.entry();
        Ruling ruling = book.ruling(known);
        Authority authority = book.authority(known);
        boolean charged = entry.clientId() != null
                && entry.clientId().equals(book.clientId())
                && !entry.deleted()
                && (ruling == null || ruling.verdict() != Verdict.INCLUDED);
        boolean extra = charged && ruling != null && ruling.verdict() == Verdict.EXTRA;
        String factsHash = entry.factsHash();
        SignedVersion version = authority
                .pricing(entry.startedAt())
                .flatMap(quote -> book.versions().byHash(quote.documentHash()))
                .or(() -> book.versions().inForce(entry.workDate()))
                .orElse(null);
        List<Extra> lines = book.lines().getOrDefault(known.id(), List.of());
        List<Extra> living =
                lines.stream().filter(line -> isLiving(line, lines)).toList();
        List<Extra> holding = living.stream()
                .filter(line -> extra && line.grounds.factsHash().equals(factsHash))
                .toList();
        return new Standing(
                known,
                ruling,
                authority,
                version,
                charged,
                hold(known, ruling, authority, version, book),
                factsHash,
                holding.isEmpty() ? List.of() : withSiblings(holding, lines, factsHash),
                living.stream().filter(line -> !holding.contains(line)).toList());
    }

    private static boolean isLiving(Extra line, List<Extra> lines) {
        return line.isPublished()
                && line.origin != Origin.REVERSAL
                && lines.stream()
                        .noneMatch(other -> other.isPublished()
                                && other.origin == Origin.REVERSAL
                                && other.refersTo.equals(line.id));
    }

    private static List<Extra> withSiblings(List<Extra> published, List<Extra> lines, String factsHash) {
        Stream<Extra> siblings = lines.stream()
                .filter(line -> !line.isPublished()
                        && line.origin == Origin.RATED
                        && line.figures.amountMinor() != null
                        && line.grounds.factsHash().equals(factsHash));
        return Stream.concat(published.stream(), siblings).toList();
    }

    private static HeldReason hold(
            KnownEntry known, Ruling ruling, Authority authority, SignedVersion version, Book book) {
        Entry entry = known.entry();
        if (ruling == null) {
            return HeldReason.AWAITING_RULING;
        }
        if (ruling.verdict() != Verdict.EXTRA) {
            return switch (ruling.verdict()) {
                case EXCLUDED -> HeldReason.EXCLUDED;
                case AMBIGUOUS -> HeldReason.AMBIGUOUS;
                default -> HeldReason.SILENT;
            };
        }
        if (entry.billable() != Billability.BILLABLE) {
            return HeldReason.valueOf(entry.billable().name());
        }
        if (version == null) {
            boolean underway = ruling.documentHash() != null
                    && book.versions().byHash(ruling.documentHash()).isEmpty();
            return underway ? HeldReason.AWAITING_DOCUMENT : HeldReason.NO_AGREEMENT;
        }
        if (entry.unmapped() != null) {
            return HeldReason.UNMAPPED;
        }
        if (!hasRate(entry, version)) {
            return HeldReason.NO_RATE;
        }
        if (!Rater.takes(entry)) {
            return HeldReason.UNUSABLE_TIMES;
        }
        if (entry.timeless() && version.isDayOff(entry.workDate(), entry.zone())) {
            return HeldReason.TIMES_UNKNOWN;
        }
        return holdOfApproval(known, ruling, authority, version);
    }

    private static HeldReason holdOfApproval(
            KnownEntry known, Ruling ruling, Authority authority, SignedVersion version) {
        if (authority.isGranted() && !authority.isIn(version.currency())) {
            return HeldReason.OTHER_CURRENCY;
        }
        if (!ruling.approvalRequired() || authority.covers(known.id(), known.entry())) {
            return null;
        }
        if (authority.isDeclined(known.id(), known.entry())) {
            return HeldReason.DECLINED;
        }
        if (authority.isGranted()) {
            return HeldReason.BEFORE_APPROVAL;
        }
        if (authority.undecided() == QuoteStatus.DECLINED) {
            return HeldReason.DECLINED;
        }
        return authority.undecided() == QuoteStatus.EXPIRED ? HeldReason.QUOTE_EXPIRED : HeldReason.AWAITING_APPROVAL;
    }

    UUID id() {
        return known.id();
    }

    Entry entry() {
        return known.entry();
    }

    /** Whether the entry is to be rated, rather than published already or not charged. */
    boolean isFresh() {
        return charged && kept.isEmpty();
    }

    boolean isRateable() {
        return version != null && entry().unmapped() == null && hasRate(entry(), version) && Rater.takes(entry());
    }

    /** Whether no other entry's minutes depend on this one's. */
    boolean isRoundedAlone() {
        return version == null
                || !version.hasRateCard()
                || version.ratingTerms(entry().zone()).card().grouping() == Grouping.ENTRY;
    }

    private static boolean hasRate(Entry entry, SignedVersion version) {
        return version.hasRate(entry.workType(), entry.role(), entry.workDate());
    }
}

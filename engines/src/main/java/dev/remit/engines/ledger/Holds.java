package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.ledger.Approvals.Refusal;
import dev.remit.engines.scope.RulingCases.Judgement;
import dev.remit.engines.scope.SilentReason;
import dev.remit.engines.scope.Verdict;
import java.time.LocalDate;

/** What keeps work from being billed, the cap apart: the first reason that applies. */
final class Holds {
    private Holds() {}

    /**
     * @param ruling may be null, and then there is no judgement either
     * @param judgement of the piece of the entry
     * @param version that prices the piece; may be null
     * @param date of the piece
     * @return null where nothing holds it
     */
    static HeldReason of(
            WorkEntry entry,
            WorkItemRuling ruling,
            Judgement judgement,
            Approvals approvals,
            SignedVersion version,
            LocalDate date,
            SignedVersions versions) {
        if (ruling == null) {
            return HeldReason.AWAITING_RULING;
        }
        if (judgement.verdict() != Verdict.EXTRA) {
            return switch (judgement.verdict()) {
                case INCLUDED -> HeldReason.INCLUDED;
                case EXCLUDED -> HeldReason.EXCLUDED;
                case AMBIGUOUS -> HeldReason.AMBIGUOUS;
                default ->
                    ruling.silentReason() == SilentReason.NOT_CATEGORISED
                            ? HeldReason.AWAITING_CATEGORY
                            : HeldReason.SILENT;
            };
        }
        if (judgement.price() != null) {
            return HeldReason.IN_PRICE;
        }
        return ofTime(entry, ruling, judgement, approvals, version, date, versions);
    }

    /** What keeps time from being billed that is to be charged, whatever the verdict. */
    static HeldReason ofTime(
            WorkEntry entry,
            WorkItemRuling ruling,
            Judgement judgement,
            Approvals approvals,
            SignedVersion version,
            LocalDate date,
            SignedVersions versions) {
        if (entry.billable() != Billability.BILLABLE) {
            return HeldReason.valueOf(entry.billable().name());
        }
        if (version == null) {
            boolean underway = ruling.documentHash() != null
                    && versions.byHash(ruling.documentHash()).isEmpty();
            return underway ? HeldReason.AWAITING_DOCUMENT : HeldReason.NO_AGREEMENT;
        }
        if (entry.unmapped()) {
            return HeldReason.UNMAPPED;
        }
        if (!hasRate(entry, version, date)) {
            return HeldReason.NO_RATE;
        }
        if (!entry.isRateable()) {
            return HeldReason.UNUSABLE_TIMES;
        }
        if (entry.timeless() && version.isDayOff(entry.workDate(), entry.siteZone())) {
            return HeldReason.TIMES_UNKNOWN;
        }
        return ofApproval(entry, judgement.approvalRequired(), approvals, version.currency());
    }

    /** What keeps a charge from being billed that does not go by time. */
    static HeldReason ofCharge(WorkEntry entry, Judgement judgement, Charge charge, Approvals approvals) {
        if (entry.billable() != Billability.BILLABLE) {
            return HeldReason.valueOf(entry.billable().name());
        }
        if (!charge.isCounted()) {
            return HeldReason.AWAITING_COUNT;
        }
        String currency = charge.price().currency().code();
        return ofApproval(entry, judgement.approvalRequired(), approvals, currency);
    }

    private static HeldReason ofApproval(
            WorkEntry entry, boolean approvalRequired, Approvals approvals, String currency) {
        if (approvals.isGranted() && !approvals.isIn(currency)) {
            return HeldReason.OTHER_CURRENCY;
        }
        if (!approvalRequired || approvals.covers(entry)) {
            return null;
        }
        if (approvals.isDeclined(entry)) {
            return HeldReason.DECLINED;
        }
        if (approvals.isGranted()) {
            return HeldReason.BEFORE_APPROVAL;
        }
        if (approvals.refused() == Refusal.DECLINED) {
            return HeldReason.DECLINED;
        }
        return approvals.refused() == Refusal.EXPIRED ? HeldReason.QUOTE_EXPIRED : HeldReason.AWAITING_APPROVAL;
    }

    static boolean hasRate(WorkEntry entry, SignedVersion version, LocalDate date) {
        return version.hasRate(entry.workType(), entry.role(), date);
    }
}

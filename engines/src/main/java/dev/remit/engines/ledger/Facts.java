package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.money.Sums;
import dev.remit.engines.scope.CaseAgreement;
import dev.remit.engines.scope.RulingCases.Judgement;
import dev.remit.engines.scope.VolumeKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All that some of a client's unpublished lines follow from. What is asked about entries is complete: every entry that
 * moves and shares a cap with them is one of them, and every entry that shares a trip or is rounded with them is one of
 * them or one of the others.
 *
 * @param entries those whose lines are wanted, in any order; one may belong to another client by now
 * @param others entries that decide with them about trips and rounding, and whose lines are not wanted
 * @param rulings by work item
 * @param approvals by work item; one without a quote may be left out
 * @param lines by entry, published and not, of entries and others
 * @param billed what published lines of each work item bill
 * @param closings cut-offs that closed the date of any entry
 * @param volumeUses what is taken of each volume that any of the entries takes of or took of, by them and by all other work
 */
public record Facts(
        UUID clientId,
        List<WorkEntry> entries,
        List<WorkEntry> others,
        Map<UUID, WorkItemRuling> rulings,
        Map<UUID, Approvals> approvals,
        SignedVersions versions,
        Map<UUID, List<BookedLine>> lines,
        Map<UUID, Sums> billed,
        List<Closing> closings,
        List<VolumeUse> volumeUses) {

    /**
     * Those of some entries as if nothing of them had been computed or published. What other work takes of volumes, as it was
     * last said, stays taken.
     */
    public static Facts alone(Book book, List<WorkEntry> entries) {
        Set<UUID> ids = entries.stream().map(WorkEntry::id).collect(Collectors.toSet());
        Set<UUID> workItems = entries.stream()
                .map(WorkEntry::workItemId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, WorkItemRuling> rulings = book.rulings(workItems);
        Set<VolumeKey> volumes = entries.stream()
                .filter(entry -> entry.workItemId() != null)
                .flatMap(entry -> VolumeKeys.of(entry, rulings.get(entry.workItemId())).stream())
                .collect(Collectors.toSet());
        List<VolumeUse> taken = volumes.isEmpty()
                ? List.of()
                : book.volumeUses(volumes).stream()
                        .filter(use -> !ids.contains(use.entryId()))
                        .toList();
        return new Facts(
                book.clientId(),
                entries,
                List.of(),
                rulings,
                book.approvals(workItems, ids),
                book.versions(),
                Map.of(),
                Map.of(),
                List.of(),
                taken);
    }

    WorkItemRuling ruling(WorkEntry entry) {
        return entry.workItemId() == null ? null : rulings.get(entry.workItemId());
    }

    Approvals approvals(WorkEntry entry) {
        return entry.workItemId() == null ? Approvals.NONE : approvals.getOrDefault(entry.workItemId(), Approvals.NONE);
    }

    /** The version of the clause that decides, by which a charge is priced; null while it is not at hand. */
    SignedVersion versionOf(Judgement judgement, WorkEntry entry) {
        CaseAgreement agreement =
                judgement.decided() == null ? null : judgement.decided().agreement();
        String hash = agreement == null ? ruling(entry).documentHash() : agreement.documentHash();
        return hash == null ? null : versions.byHash(hash).orElse(null);
    }

    List<BookedLine> lines(WorkEntry entry) {
        return lines.getOrDefault(entry.id(), List.of());
    }

    /** What published lines of a work item bill. */
    public Sums billed(UUID workItem) {
        return billed.getOrDefault(workItem, Sums.NONE);
    }

    /**
     * Whether what an entry took of a volume stays as it is: its date is closed, or lines of it are published and all say
     * so. Lines of what it stated before are to be reversed, and say nothing; nor do those of a closed date that were
     * published before it took of the volume.
     */
    boolean isFixed(WorkEntry entry, VolumeUse took) {
        if (isClosed(entry.workDate())) {
            return true;
        }
        List<BookedLine> lines = lines(entry);
        List<BookedLine> published = lines.stream()
                .filter(line -> line.isLivingAmong(lines) && !line.key().kind().isCharge())
                .filter(line -> line.factsHash().equals(entry.factsHash()))
                .toList();
        return !published.isEmpty() && published.stream().allMatch(took::agreesWith);
    }

    boolean isClosed(LocalDate date) {
        return closings.stream().anyMatch(closing -> closing.closes(date));
    }

    boolean isLate(WorkEntry entry) {
        return closings.stream().anyMatch(closing -> closing.precedes(entry.workDate(), entry.knownAt()));
    }
}

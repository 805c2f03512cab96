package dev.remit.engines.agreement;

import dev.remit.engines.rating.Grouping;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The signed versions of one client's agreements, with what they charge. */
public final class SignedVersions {
    private final List<SignedVersion> all;
    private final VersionsInForce<SignedVersion> byDate;

    /** In any order. */
    public SignedVersions(List<SignedVersion> all) {
        this.all = List.copyOf(all);
        byDate = new VersionsInForce<>(all, SignedVersion::term);
    }

    /**
     * By which agreements work is priced.
     *
     * @param decided whose clause decides the work; null where none does
     * @param leading whose rule goes first for its work item, so that its hours cut the work into bands; null where there
     *     is no ruling
     */
    public record Ruled(UUID decided, UUID leading) {

        /** Work on which no clause says anything. */
        public static final Ruled BY_NONE = new Ruled(null, null);
    }

    /**
     * The same with a version among them, which may be one of them as it is or be signed by nobody.
     *
     * @param from the first local date that is looked at
     */
    public SignedVersions with(SignedVersion candidate, CandidateTerm.Mode mode, LocalDate from) {
        CandidateTerm term = CandidateTerm.of(candidate.term(), mode, from);
        return new SignedVersions(Stream.concat(
                        all.stream()
                                .filter(version -> !version.isSameAs(candidate))
                                .map(version -> version.lasting(term.beside(version.term()))),
                        Stream.of(candidate.lasting(term.term())))
                .toList());
    }

    /** The version that was published as a document. */
    public Optional<SignedVersion> byHash(String documentHash) {
        return all.stream()
                .filter(version -> version.documentHash().equals(documentHash))
                .findFirst();
    }

    /** The master's version in force on a local date. */
    public Optional<SignedVersion> inForce(LocalDate date) {
        return byDate.on(date).map(InForce::master);
    }

    /**
     * The version that prices work on a local date: of the addendum that decides it where that has a rate for it, else of
     * the master.
     */
    public Optional<SignedVersion> pricing(LocalDate date, Ruled ruled, Predicate<SignedVersion> hasRate) {
        return byDate.on(date).map(inForce -> {
            SignedVersion prices =
                    addendum(inForce, ruled.decided()).filter(hasRate).orElse(inForce.master());
            SignedVersion hours = addendum(inForce, ruled.leading()).orElse(inForce.master());
            return prices.beside(inForce.master(), hours);
        });
    }

    /**
     * A version that a quote was made under, as it prices work on a local date; empty for an addendum without its master or
     * without prices of its own.
     */
    public Optional<SignedVersion> quoted(String documentHash, LocalDate date, Ruled ruled) {
        return byHash(documentHash)
                .filter(quoted -> !quoted.isAddendum() || quoted.hasRateCard())
                .flatMap(quoted -> masterOf(quoted, date).map(master -> {
                    boolean leads = quoted.agreementId().equals(ruled.leading());
                    Optional<SignedVersion> leading =
                            byDate.on(date).flatMap(inForce -> addendum(inForce, ruled.leading()));
                    return quoted.beside(master, leads ? quoted : leading.orElse(master));
                }));
    }

    /**
     * The version whose rates a quote names for work that a version rules: its own, of an addendum without prices its
     * master's.
     *
     * @param date of the quote
     */
    public Optional<SignedVersion> quoting(String documentHash, LocalDate date) {
        return byHash(documentHash)
                .flatMap(version -> version.hasRateCard() ? Optional.of(version) : masterOf(version, date));
    }

    /** The master's version that one stands beside on a date: itself if it is a master's; empty while none is known. */
    public Optional<SignedVersion> masterOf(SignedVersion version, LocalDate date) {
        if (!version.isAddendum()) {
            return Optional.of(version);
        }
        UUID agreement = version.document().master();
        return inForce(date)
                .filter(master -> master.agreementId().equals(agreement))
                .or(() -> all.stream()
                        .filter(other -> other.agreementId().equals(agreement))
                        .max(Comparator.comparingInt(SignedVersion::version)));
    }

    /** The local dates after one, through another, on which any version begins or ends; in their order. */
    public SortedSet<LocalDate> turns(LocalDate after, LocalDate through) {
        return all.stream()
                .flatMap(version -> Stream.of(version.effectiveFrom(), version.effectiveTo()))
                .filter(date -> date != null && date.isAfter(after) && !date.isAfter(through))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<SignedVersion> addendum(InForce<SignedVersion> inForce, UUID agreement) {
        return inForce.addenda().stream()
                .filter(version -> version.agreementId().equals(agreement))
                .findFirst();
    }

    /** All the ways in which any of them rounds entries together. */
    public Set<Grouping> groupings() {
        return all.stream().map(SignedVersion::grouping).collect(Collectors.toSet());
    }
}

package dev.remit.engines.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.agreement.CandidateTerm.Mode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A version among others that nobody has signed. */
class CandidateTermTest {
    private static final UUID MASTER = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID ADDENDUM = new UUID(0, 3);

    private static LocalDate day(String date) {
        return LocalDate.parse("2026-" + date);
    }

    private static VersionTerm term(UUID agreement, int version, String from, String to, UUID master) {
        return new VersionTerm(agreement, version, day(from), to == null ? null : day(to), master);
    }

    private static String on(String date, CandidateTerm candidate, VersionTerm... signed) {
        List<VersionTerm> all = new ArrayList<>(List.of(signed));
        all.add(candidate.term());
        return new VersionsInForce<>(all, candidate::beside)
                .on(day(date))
                .map(set -> set.all().stream()
                        .map(any -> any.agreementId().getLeastSignificantBits() + "/" + any.version())
                        .toList()
                        .toString())
                .orElse("none");
    }

    @Test
    void activatedItTakesTheDatesThatItSays() {
        CandidateTerm second = CandidateTerm.of(term(MASTER, 2, "03-10", null, null), Mode.ACTIVATED, day("03-01"));
        VersionTerm first = term(MASTER, 1, "01-01", null, null);
        assertEquals("[1/1]", on("03-09", second, first));
        assertEquals("[1/2]", on("03-10", second, first));
    }

    @Test
    void triedItIsInForceFromTheFirstDateOnWhateverItSays() {
        CandidateTerm draft = CandidateTerm.of(term(MASTER, 4, "09-01", "09-02", null), Mode.TRIED, day("03-10"));
        VersionTerm first = term(MASTER, 1, "01-01", null, null);
        VersionTerm third = term(MASTER, 3, "04-01", null, null);
        VersionTerm addendum = term(ADDENDUM, 1, "02-01", null, MASTER);
        assertEquals("[1/1, 3/1]", on("03-09", draft, first, third, addendum));
        assertEquals("[1/4, 3/1]", on("03-10", draft, first, third, addendum));
        assertEquals("[1/4, 3/1]", on("05-01", draft, first, third, addendum));
    }

    @Test
    void triedItTakesThePlaceOfAnotherMasterWhoseAddendaEndWithIt() {
        CandidateTerm draft = CandidateTerm.of(term(OTHER, 1, "09-01", null, null), Mode.TRIED, day("03-10"));
        VersionTerm first = term(MASTER, 1, "01-01", null, null);
        VersionTerm addendum = term(ADDENDUM, 1, "02-01", null, MASTER);
        assertEquals("[2/1]", on("03-10", draft, first, addendum));
    }

    @Test
    void anAddendumThatIsTriedStandsBesideTheOthers() {
        CandidateTerm draft = CandidateTerm.of(term(ADDENDUM, 2, "09-01", null, MASTER), Mode.TRIED, day("03-10"));
        VersionTerm first = term(MASTER, 1, "01-01", null, null);
        VersionTerm addendum = term(ADDENDUM, 1, "02-01", null, MASTER);
        VersionTerm beside = term(OTHER, 1, "02-01", null, MASTER);
        assertEquals("[1/1, 2/1, 3/2]", on("03-10", draft, first, addendum, beside));
    }
}

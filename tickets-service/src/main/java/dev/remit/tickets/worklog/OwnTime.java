package dev.remit.tickets.worklog;

import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.psa.Author;
import dev.remit.psa.TimeEntryFacts.Technician;
import java.util.Optional;

/** Whose time somebody may write: technicians their own alone, the service desk everybody's, marked with who did. */
final class OwnTime {
    private OwnTime() {}

    /**
     * Who worked.
     *
     * @param author the person who writes; empty for a source
     * @param told null where the body names nobody, which is the writer
     * @throws Problem forbidden for another's time, validation where a source names nobody
     */
    static Technician technician(Optional<Author> author, Technician told) {
        if (author.isEmpty()) {
            if (told == null) {
                throw Problem.invalid("technician", "must not be null", "required");
            }
            return told;
        }
        Author writer = author.get();
        if (told != null && isTechnician(writer) && !isOwn(writer, told)) {
            throw Problem.of(ProblemType.FORBIDDEN, "Technicians write their own time alone.")
                    .error("technician.id", "must be your own, " + writer.login(), "own-time");
        }
        return told == null || isOwn(writer, told)
                ? new Technician(writer.login(), writer.name() == null ? writer.login() : writer.name())
                : told;
    }

    /**
     * Keeps a technician from writing over what a source or somebody else's work is.
     *
     * @param author the person who writes; null for a source
     * @throws Problem forbidden
     */
    static void requireMayReplace(Author author, TimeEntry known) {
        if (author == null || !isTechnician(author)) {
            return;
        }
        if (known.facts().author() == null) {
            throw Problem.of(ProblemType.FORBIDDEN, "The entry comes from its source, where it must be changed.");
        }
        if (!isOwn(author, known.facts().technician())) {
            throw Problem.of(ProblemType.FORBIDDEN, "The entry is the time of somebody else.");
        }
    }

    /**
     * Keeps a technician from deleting what is not their own time.
     *
     * @param author the person who deletes; empty for a source
     * @throws Problem forbidden; not-found for a technician and what is not there
     */
    static void requireMayDelete(Optional<Author> author, Optional<TimeEntry> known) {
        author.filter(OwnTime::isTechnician)
                .ifPresent(technician -> requireMayReplace(technician, known.orElseThrow(Problem::notFound)));
    }

    private static boolean isTechnician(Author author) {
        return TECHNICIAN.equals(author.role());
    }

    private static boolean isOwn(Author author, Technician technician) {
        return technician.id().equalsIgnoreCase(author.login())
                || technician.id().equals(author.subject());
    }
}

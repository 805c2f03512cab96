package dev.remit.tickets.connections;

import dev.remit.kit.problem.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which of a source's names mean something to us. */
@Schema(name = "NameTable")
public enum NameTable {
    PRIORITY("priority", 200),
    STATUS("status", 200),
    TICKET_CLASS("ticketClass", 200),
    CHANNEL("channel", 200),
    WORK_TYPE("workType", 500),
    ROLE("role", 500);

    private static final Pattern WORD = Pattern.compile(SourceWords.OURS);

    private final String field;
    private final int most;

    NameTable(String field, int most) {
        this.field = field;
        this.most = most;
    }

    /** The table of the names in a field of a ticket or a time entry; empty for a site, which is the client's to name. */
    public static Optional<NameTable> ofField(String field) {
        return Arrays.stream(values())
                .filter(table -> table.field.equals(field))
                .findFirst();
    }

    /** How many names of this kind one connection can map. */
    int most() {
        return most;
    }

    /** @throws Problem validation, where a name of this kind cannot mean that */
    void require(String means) {
        switch (this) {
            case STATUS -> requireOneOf(TicketStatus.values(), means);
            case CHANNEL -> requireOneOf(TicketChannel.values(), means);
            default -> {
                if (!WORD.matcher(means).matches()) {
                    throw Problem.invalid("means", "must match " + WORD, "means");
                }
            }
        }
    }

    private static void requireOneOf(Enum<?>[] words, String means) {
        if (Arrays.stream(words).noneMatch(word -> word.name().equals(means))) {
            throw Problem.invalid(
                    "means",
                    "must be one of " + Arrays.stream(words).map(Enum::name).collect(Collectors.joining(", ")),
                    "means");
        }
    }
}

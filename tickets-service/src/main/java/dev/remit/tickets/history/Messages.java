package dev.remit.tickets.history;

import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.psa.Author;
import dev.remit.psa.TicketFacts.Message;
import dev.remit.tickets.history.TicketEvent.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was said on a ticket: the union of all snapshots, each message as the latest of them has it. */
final class Messages {
    private record Said(Message message, Instant knownAt, Author author) {}

    private final Map<String, Said> byKey = new TreeMap<>();

    void take(List<Message> messages, Instant knownAt, Author author) {
        for (Message message : messages) {
            Said before = byKey.get(message.key());
            boolean same = before != null && before.message().equals(message);
            boolean earlier = same && before.knownAt().isBefore(knownAt);
            byKey.put(message.key(), earlier ? before : new Said(message, knownAt, author));
        }
    }

    /** Whether the client said something after one moment and not after another. */
    boolean clientSpokeIn(Instant after, Instant until) {
        return byKey.values().stream()
                .map(Said::message)
                .anyMatch(message -> message.from() == Message.Party.CLIENT
                        && message.at().isAfter(after)
                        && !message.at().isAfter(until));
    }

    void addTo(SnapshotFold fold) {
        byKey.forEach((key, said) -> {
            Message message = said.message();
            Kind kind = kind(message);
            fold.add(TicketEvent.fromSource(
                    message.at(),
                    said.knownAt(),
                    kind,
                    "message:" + key,
                    null,
                    message.question() ? "question" : null,
                    said.author()));
            if (kind != Kind.INTERNAL_NOTE) {
                fold.add(
                        new SlaEvent("message:" + key, message.at(), said.knownAt(), fact(kind, message)),
                        said.author());
            }
        });
    }

    private static Kind kind(Message message) {
        if (message.from() == Message.Party.CLIENT) {
            return Kind.CLIENT_MESSAGE;
        }
        if (!message.isPublic()) {
            return Kind.INTERNAL_NOTE;
        }
        return message.automatic() ? Kind.AUTOMATIC_MESSAGE : Kind.PUBLIC_MESSAGE;
    }

    private static Fact fact(Kind kind, Message message) {
        return switch (kind) {
            case CLIENT_MESSAGE -> new Fact.Happened(EventKind.CLIENT_CONTACT);
            case AUTOMATIC_MESSAGE -> new Fact.Happened(EventKind.AUTOMATIC_MESSAGE);
            default -> new Fact.PublicMessage(message.question());
        };
    }
}

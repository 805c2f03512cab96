package dev.remit.notifications.mail;

import dev.remit.kit.people.Logins;
import dev.remit.kit.tenancy.Roles;
import dev.remit.notifications.clients.Approver;
import dev.remit.notifications.clients.ClientPeople;
import dev.remit.notifications.clients.Clients;
import dev.remit.notifications.mailkinds.Audience;
import dev.remit.notifications.people.People;
import dev.remit.notifications.people.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Who stands behind an audience. */
@ApplicationScoped
class Recipients {
    private final Clients clients;
    private final People people;

    Recipients(Clients clients, People people) {
        this.clients = clients;
        this.people = people;
    }

    /**
     * Each address once.
     *
     * @param client null where it is no client's
     */
    List<Recipient> of(Collection<Audience> audiences, UUID client, MailHints hints) {
        Optional<ClientPeople> known = Optional.ofNullable(client).flatMap(clients::people);
        Map<String, Recipient> found = new LinkedHashMap<>();
        Stream.concat(
                        Stream.concat(
                                        audiences.stream(),
                                        hints.audiences().stream().sorted())
                                .distinct()
                                .flatMap(audience -> of(audience, known, hints)),
                        hints.people().stream().flatMap(this::person))
                .forEach(recipient -> found.putIfAbsent(recipient.email().toLowerCase(Locale.ROOT), recipient));
        return List.copyOf(found.values());
    }

    private Stream<Recipient> of(Audience audience, Optional<ClientPeople> client, MailHints hints) {
        return switch (audience) {
            case APPROVER -> ofClient(client, hints, false);
            case DEPUTIES -> ofClient(client, hints, true);
            case TECHNICIAN -> hints.technician() == null ? as(Roles.SERVICE_DESK) : person(hints.technician());
            case SERVICE_DESK -> as(Roles.SERVICE_DESK);
            case OWNER -> as(Roles.OWNER);
        };
    }

    /** By login or address; the service desk where that is nobody's. */
    private Stream<Recipient> person(String loginOrEmail) {
        return people.known(loginOrEmail).map(Recipients::of).map(Stream::of).orElseGet(() -> as(Roles.SERVICE_DESK));
    }

    private Stream<Recipient> as(String role) {
        return people.as(role).stream().map(Recipients::of);
    }

    private static Recipient of(Person person) {
        return new Recipient(person.login(), person.name(), person.email(), null);
    }

    private static Stream<Recipient> ofClient(Optional<ClientPeople> client, MailHints hints, boolean deputies) {
        return client.stream().flatMap(known -> known.approvers().stream()
                .filter(Approver::isReachable)
                .filter(approver -> deputies ? isDeputy(approver, hints) : isMeant(approver, hints))
                .map(approver ->
                        new Recipient(approver.username(), approver.name(), approver.email(), zone(known.timeZone()))));
    }

    /** Where it was sent to nobody in particular, all approvers are meant. */
    private static boolean isMeant(Approver approver, MailHints hints) {
        return hints.approver() == null
                ? approver.deputyOf() == null
                : Logins.same(approver.username(), hints.approver());
    }

    private static boolean isDeputy(Approver approver, MailHints hints) {
        return approver.deputyOf() != null
                && (hints.approver() == null || Logins.same(approver.deputyOf(), hints.approver()));
    }

    private static ZoneId zone(String name) {
        return name == null ? null : ZoneId.of(name);
    }
}

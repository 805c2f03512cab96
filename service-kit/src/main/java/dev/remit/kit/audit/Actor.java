package dev.remit.kit.audit;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.tenancy.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who did something.
 *
 * @param id the token's subject, the connection's id, or the service's name
 * @param login the token's user name; null where there is no token
 * @param name as the token has it; null where there is none
 * @param roles of the token
 * @param client the code of the client to which the token is bound; null for the MSP's own
 * @param application for which the token was issued; null where there is no token
 */
@Schema(name = "AuditActor")
record Actor(
        Kind kind,
        String id,
        @MayBeAbsent String login,
        @MayBeAbsent String name,
        @MayBeAbsent List<String> roles,
        @MayBeAbsent String client,
        @MayBeAbsent String application) {
    private static final String MACHINE_PREFIX = "service-account-";

    @Schema(name = "AuditActorKind")
    enum Kind {
        PERSON,
        MACHINE,
        /** A platform whose signature was checked. */
        CONNECTION,
        /** Remit itself: a sweep, or what follows from another service's event. */
        SYSTEM
    }

    static Actor of(Caller caller) {
        String username = caller.username();
        boolean machine = username != null && username.startsWith(MACHINE_PREFIX);
        return new Actor(
                machine ? Kind.MACHINE : Kind.PERSON,
                caller.subject(),
                username,
                caller.name() == null ? username : caller.name(),
                caller.roles().stream().sorted().toList(),
                caller.clientIfAny().orElse(null),
                caller.application());
    }

    static Actor connection(String id) {
        return new Actor(Kind.CONNECTION, id, null, null, List.of(), null, null);
    }

    static Actor system(String service) {
        return new Actor(Kind.SYSTEM, service, null, null, List.of(), null, null);
    }

    Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("kind", kind.name());
        plain.put("id", id);
        putIfAny(plain, "login", login);
        putIfAny(plain, "name", name);
        if (!roles.isEmpty()) {
            plain.put("roles", roles);
        }
        putIfAny(plain, "client", client);
        putIfAny(plain, "application", application);
        return plain;
    }

    private static void putIfAny(Map<String, Object> plain, String name, String value) {
        if (value != null) {
            plain.put(name, value);
        }
    }
}

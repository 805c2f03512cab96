package dev.remit.kit.audit;

import dev.remit.kit.tenancy.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who did something.
 *
 * @param id the token's subject, the connection's id, or the service's name
 * @param name as the token has it; null where there is none
 * @param roles of the token
 */
@Schema(name = "AuditActor")
record Actor(Kind kind, String id, String name, List<String> roles) {
    private static final String MACHINE_PREFIX = "service-account-";

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
                caller.name() == null ? username : caller.name(),
                caller.roles().stream().sorted().toList());
    }

    static Actor connection(String id) {
        return new Actor(Kind.CONNECTION, id, null, List.of());
    }

    static Actor system(String service) {
        return new Actor(Kind.SYSTEM, service, null, List.of());
    }

    Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("kind", kind.name());
        plain.put("id", id);
        if (name != null) {
            plain.put("name", name);
        }
        if (!roles.isEmpty()) {
            plain.put("roles", roles);
        }
        return plain;
    }
}

package dev.remit.contracts.keycloak;

import dev.remit.contracts.keycloak.KeycloakOrganizations.Organization;
import dev.remit.contracts.keycloak.MspFaces.Face;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Each MSP is an organization of the realm, and whoever has an account of it is a member: so that Keycloak's pages and mails
 * say whose they are. Tokens say nothing of it. Not to be called in a transaction.
 */
@ApplicationScoped
class MspOrganizations {
    /** The attribute with what pages and mails call it; the organization's own name has the tenant's id in it to be unique. */
    private static final String NAME = "msp";
    /** The attribute of one that has a logo. */
    private static final String LOGO = "logo";

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final KeycloakOrganizations organizations;
    private final MspFaces faces;

    MspOrganizations(@RestClient KeycloakOrganizations organizations, MspFaces faces) {
        this.organizations = organizations;
        this.faces = faces;
    }

    /** Makes the account a member of its MSP, whose organization is made where it is not there. */
    void join(UUID tenant, String account) {
        ensure(tenant).ifPresent(id -> join(id, account));
    }

    private void join(String id, String account) {
        KeycloakCalls.doneUnless(CONFLICT, () -> organizations.join(id, account));
    }

    /** Makes the organization what it is to be, and all these accounts members of it. */
    void settle(UUID tenant, List<String> accounts) {
        Optional<Face> face = faces.faceOf(tenant);
        face.flatMap(there -> ensure(tenant)).ifPresent(id -> {
            KeycloakCalls.done(() -> organizations.change(id, wanted(tenant, face.get())));
            accounts.forEach(account -> join(id, account));
        });
    }

    /** @return its id */
    private Optional<String> ensure(UUID tenant) {
        return find(tenant).or(() -> faces.faceOf(tenant).flatMap(face -> {
            KeycloakCalls.doneUnless(CONFLICT, () -> organizations.create(wanted(tenant, face)));
            return find(tenant);
        }));
    }

    private static Organization wanted(UUID tenant, Face face) {
        Map<String, List<String>> attributes = new HashMap<>();
        attributes.put(NAME, List.of(face.name()));
        face.logo().ifPresent(sha256 -> attributes.put(LOGO, List.of(sha256)));
        return new Organization(null, "%s (%s)".formatted(face.name(), tenant), tenant.toString(), true, attributes);
    }

    private Optional<String> find(UUID tenant) {
        return KeycloakCalls.answered(() -> organizations.with("alias:" + tenant)).stream()
                .map(Organization::id)
                .findFirst();
    }

    /** Whether there was one. */
    boolean remove(UUID tenant) {
        Optional<String> found = find(tenant);
        found.ifPresent(id -> KeycloakCalls.doneUnless(NOT_FOUND, () -> organizations.remove(id)));
        return found.isPresent();
    }
}

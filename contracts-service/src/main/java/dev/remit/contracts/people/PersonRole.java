package dev.remit.contracts.people;

import dev.remit.kit.tenancy.Roles;

/** What somebody is in the MSP, or for a client of it. */
enum PersonRole {
    OWNER(Roles.OWNER),
    SERVICE_DESK(Roles.SERVICE_DESK),
    TECHNICIAN(Roles.TECHNICIAN),
    FINANCE(Roles.FINANCE),
    AUDITOR(Roles.AUDITOR),
    /** Of one client, and sees that client alone. */
    CLIENT_APPROVER(Roles.CLIENT_APPROVER);

    private final String role;

    PersonRole(String role) {
        this.role = role;
    }

    /** As tokens name it. */
    String role() {
        return role;
    }
}

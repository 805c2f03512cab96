package dev.remit.contracts.machines;

import dev.remit.kit.tenancy.Roles;

/** What a machine client is for, and so what it may do. */
enum MachineRole {
    /** Sends tickets and time of one connection. */
    PSA_SYNC(Roles.PSA_SYNC),
    /** Pulls billable extras and batches, and acknowledges them. */
    FINANCE_PULL(Roles.FINANCE_PULL),
    /** Reads and simulates. */
    INTEGRATOR(Roles.INTEGRATOR);

    private final String role;

    MachineRole(String role) {
        this.role = role;
    }

    /** As tokens name it. */
    String role() {
        return role;
    }
}

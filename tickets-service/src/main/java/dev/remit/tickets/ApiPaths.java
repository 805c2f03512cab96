package dev.remit.tickets;

/** Paths of the API that several resources share. */
public final class ApiPaths {
    public static final String TICKETS = "/api/tickets/v1/tickets";

    private ApiPaths() {}
}

package dev.remit.tickets.clients;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * All that we keep of a client.
 *
 * @param revision grows with each change
 * @param approvers those who are active
 */
public record ClientFacts(
        UUID id,
        String code,
        String name,
        ZoneId zone,
        long revision,
        List<Site> sites,
        List<Approver> approvers,
        List<Site.Reference> references) {}

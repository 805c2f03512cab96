package dev.remit.notifications.clients;

import java.util.List;

/**
 * Who acts for a client.
 *
 * @param name what people call the client
 * @param timeZone of the IANA database; null where nobody told
 */
public record ClientPeople(String name, String timeZone, List<Approver> approvers) {}

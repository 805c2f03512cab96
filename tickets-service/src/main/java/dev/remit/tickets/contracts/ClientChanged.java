package dev.remit.tickets.contracts;

import dev.remit.tickets.clients.Approver;
import dev.remit.tickets.clients.ClientFacts;
import dev.remit.tickets.clients.Site;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What we read of a changed client. */
record ClientChanged(
        UUID clientId,
        String code,
        String name,
        String timeZone,
        List<SiteOf> sites,
        List<ApproverOf> approvers,
        List<Reference> externalRefs,
        long revision) {

    record SiteOf(String code, String timeZone, List<Reference> externalRefs) {}

    record ApproverOf(String username, String subject, boolean active) {}

    record Reference(String connection, String id) {}

    ClientFacts facts() {
        ZoneId zone = ZoneId.of(timeZone);
        return new ClientFacts(
                clientId,
                code,
                name,
                zone,
                revision,
                orNone(sites).stream()
                        .map(site -> new Site(
                                site.code(),
                                site.timeZone() == null ? zone : ZoneId.of(site.timeZone()),
                                references(site.externalRefs())))
                        .toList(),
                orNone(approvers).stream()
                        .filter(ApproverOf::active)
                        .map(approver -> new Approver(approver.username(), approver.subject()))
                        .toList(),
                references(externalRefs));
    }

    private static List<Site.Reference> references(List<Reference> sent) {
        return orNone(sent).stream()
                .map(reference -> new Site.Reference(reference.connection(), reference.id()))
                .toList();
    }

    private static <T> List<T> orNone(List<T> sent) {
        return sent == null ? List.of() : sent;
    }
}

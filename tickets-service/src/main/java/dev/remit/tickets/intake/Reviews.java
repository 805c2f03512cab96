package dev.remit.tickets.intake;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The current tenant's review list. */
@ApplicationScoped
public class Reviews implements PanacheRepositoryBase<Review, UUID> {
    private static final int LONGEST_DETAIL = 500;
    private static final int LONGEST_FIELD = 200;

    private final Ids ids;
    private final TenantClock clock;

    Reviews(Ids ids, TenantClock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Lists a payload once for each cause and field. */
    public void raise(Origin origin, ReviewCause cause, String field, String detail) {
        String where = cut(field, LONGEST_FIELD);
        if (count("payloadId = ?1 and cause = ?2 and field = ?3", origin.payloadId(), cause, where) == 0) {
            persist(new Review(ids.next(), origin, cause, where, cut(detail, LONGEST_DETAIL), clock.now()));
        }
    }

    /** Lists a payload of which nothing is made. */
    public Receipt refuse(Origin origin, ReviewCause cause, String field, String detail) {
        raise(origin, cause, field, detail);
        return Receipt.forReview(cause, field, detail);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}

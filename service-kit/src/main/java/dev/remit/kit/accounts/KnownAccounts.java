package dev.remit.kit.accounts;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.sql.Sql;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.UUID;

/**
 * The accounts whose tokens this service was told not to take, or not all of them. Whoever nobody told of is let in by a
 * token that verifies.
 */
@ApplicationScoped
public class KnownAccounts {
    private final Sql sql;

    KnownAccounts(Sql sql) {
        this.sql = sql;
    }

    /** What is known of an account. */
    public record Known(boolean active, Instant tokensFrom) {
        private static final Known NOT_TOLD = new Known(true, null);

        /**
         * @param issuedAt of the token
         * @throws Problem unauthorized
         */
        public void requireGood(Instant issuedAt) {
            if (!active) {
                throw refused("The account is not active.");
            }
            if (tokensFrom != null && issuedAt.isBefore(tokensFrom)) {
                throw refused("The account has changed since the token was issued; get a new one.");
            }
        }

        private static Problem refused(String detail) {
            return Problem.of(ProblemType.UNAUTHORIZED, detail).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
    }

    /** Keeps what was told, in the running transaction. */
    public void learn(UUID tenant, AccountFacts facts) {
        sql.update(
                "INSERT INTO known_account (tenant_id, subject, active, tokens_from) VALUES (?, ?, ?, ?) AS told"
                        + " ON DUPLICATE KEY UPDATE active = told.active, tokens_from = told.tokens_from",
                tenant,
                facts.subject(),
                facts.active(),
                facts.tokensFrom());
    }

    /** An account as it was told of, up to a second ago. */
    @CacheResult(cacheName = "known-accounts")
    public Known of(UUID tenant, String subject) {
        return sql.first(
                        "SELECT active, tokens_from FROM known_account WHERE tenant_id = ? AND subject = ?",
                        row -> new Known(row.number(1) == 1, row.instant(2)),
                        tenant,
                        subject)
                .orElse(Known.NOT_TOLD);
    }
}

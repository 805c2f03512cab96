package dev.remit.contracts.keycloak;

import dev.remit.kit.accounts.AccountFacts;
import dev.remit.kit.accounts.KnownAccounts;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Tells every service, this one too, whose tokens are good. */
@ApplicationScoped
public class AccountChanges {
    private final KnownAccounts known;
    private final Outbox outbox;
    private final Tenancy tenancy;

    AccountChanges(KnownAccounts known, Outbox outbox, Tenancy tenancy) {
        this.known = known;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /**
     * No token of an account is good.
     *
     * @param of whose account it is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void ended(UUID of, String subject) {
        tell(of, new AccountFacts(subject, false, null));
    }

    /** Tokens of an account are good that were issued from then on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void goodFrom(UUID of, String subject, Instant tokensFrom) {
        tell(of, new AccountFacts(subject, true, tokensFrom));
    }

    private void tell(UUID of, AccountFacts facts) {
        known.learn(tenancy.current(), facts);
        outbox.append(AccountFacts.EVENT, of, facts);
    }
}

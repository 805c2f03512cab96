package dev.remit.kit.app;

import dev.remit.kit.people.Logins;
import dev.remit.kit.tenancy.ActiveApprovers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Everybody of a client acts for it, but for those who were removed. */
@ApplicationScoped
class GadgetApprovers implements ActiveApprovers {
    static final String REMOVED = "removed";

    @Override
    public boolean include(String clientCode, String login, String subject) {
        return !Logins.same(REMOVED, login) && !Set.of("unknown-client").contains(clientCode);
    }
}

package dev.remit.kit.testing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.TestTenants;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing wrong gets into a service, whatever the operation, and every refusal names what was wrong. */
public interface BadInputTests {
    /** Tries a request that each operation takes, with something wrong about it. */
    BadInput requests();

    /** The token of somebody who may do it, in another tenant; null where who may do it belongs to none. */
    String stranger(UUID tenant, String operation);

    /** The most bytes that a body may have. */
    default int limit(String operation) {
        return 1 << 20;
    }

    @Test
    default void everyBrokenFieldIsRefusedByName() {
        isEmpty(requests().fields());
    }

    @Test
    default void everyBrokenParameterIsRefusedByName() {
        isEmpty(requests().parameters());
    }

    @Test
    default void onlyWhatThereIsCanBeDoneAndAsked() {
        isEmpty(requests().addresses());
    }

    @Test
    default void whatIsKnownIsNotSentAgain() {
        isEmpty(requests().copies());
    }

    @Test
    default void whatIsNoBodyIsRefused() {
        isEmpty(requests().bodies());
    }

    @Test
    default void whatIsTooLargeIsRefused() {
        isEmpty(requests().sizes(this::limit));
    }

    @Test
    default void nothingIsDoneTwiceOrOnSomethingElse() {
        isEmpty(requests().repetitionsAndPreconditions());
    }

    @Test
    default void anotherTenantsObjectLooksLikeNone() {
        UUID tenant = TestTenants.fresh();
        isEmpty(requests().strangers(operation -> stranger(tenant, operation)));
    }

    private static void isEmpty(List<String> wrong) {
        assertEquals("", String.join("\n", wrong));
    }
}

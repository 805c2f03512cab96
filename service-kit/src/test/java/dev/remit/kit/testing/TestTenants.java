package dev.remit.kit.testing;

import java.util.UUID;

/** Tenants to test with: a fresh one for each test needs no cleaning up after. */
public final class TestTenants {
    /** Has a clock that moves; shared by all tests of a run, so a test that needs it to itself asks for a later time. */
    public static final UUID SANDBOX = UUID.fromString("0198c0de-0000-7000-8000-00000000005a");

    public static final UUID OTHER_SANDBOX = UUID.fromString("0198c0de-0000-7000-8000-00000000005b");

    private TestTenants() {}

    public static UUID fresh() {
        return UUID.randomUUID();
    }
}

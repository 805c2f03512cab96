package dev.remit.stack;

import dev.remit.stack.demo.DemoMsp;
import dev.remit.stack.demo.DemoWorld;
import dev.remit.stack.demo.RemitApi;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The tenants of the demo world in a stack, made by calls: its two MSPs, and for journeys any number of the first one. */
final class DemoTenants {
    /** Counts those of this JVM, whose stacks share a Keycloak. */
    private static final AtomicInteger SUFFIXES = new AtomicInteger();

    private final URI gateway;
    private final Tokens tokens;
    private final MspMaking making;
    private final DemoAccounts world;

    /**
     * @param gateway its address, without a path
     * @param alone whether no other stack has tenants in the realm, so that logins are as the demo world declares them
     */
    DemoTenants(String gateway, Tokens tokens, Accounts accounts, boolean alone) {
        this.gateway = URI.create(gateway);
        this.tokens = tokens;
        this.making = new MspMaking(gateway, tokens, accounts);
        this.world = accounts(DemoMsp.all(), alone ? "" : newSuffix());
    }

    /** Of somebody of the demo world, who is given an account if they have none, or of whoever has one beside. */
    String token(String name) {
        return world.token(name);
    }

    /** @return what became of it, for people to read */
    String load() {
        if (isThere()) {
            world.wereMade();
            return "is there";
        }
        try {
            new DemoWorld(new RemitApi(gateway, this::token), world::login).load();
        } catch (RuntimeException e) {
            throw new StackException("The demo world could not be loaded: " + e.getMessage(), e);
        }
        return "loaded";
    }

    /** As those see it who had an account before. */
    private boolean isThere() {
        try {
            return new DemoWorld(new RemitApi(gateway, name -> tokens.of(world.login(name)))).isThere();
        } catch (StackException nobodyHasAnAccount) {
            return false;
        }
    }

    /** Makes the first MSP of the demo world once more, and loads it. */
    RemitApi another() {
        DemoAccounts accounts = accounts(List.of(DemoMsp.all().getFirst()), newSuffix());
        RemitApi api = new RemitApi(gateway, accounts::token);
        new DemoWorld(api, accounts::login).loadFirst();
        return api;
    }

    private DemoAccounts accounts(List<DemoMsp> msps, String suffix) {
        return new DemoAccounts(making, tokens, msps, suffix);
    }

    private static String newSuffix() {
        return ".t" + SUFFIXES.incrementAndGet();
    }
}

package dev.remit.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.stack.demo.DemoMsp;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The people and machine clients of MSPs of the demo world. Each is made when a token of theirs is first asked for, and the
 * tenant with its owner. Logins and addresses are those of the whole realm, so where others have tenants of the demo world in
 * it, names have something of their own behind them: {@code desk.t3}.
 */
final class DemoAccounts {
    private final MspMaking making;
    private final Tokens tokens;
    private final List<DemoMsp> msps;
    private final String suffix;
    private final Set<String> there = ConcurrentHashMap.newKeySet();

    /** @param suffix what names end in, with a full stop before it; empty where nobody else has such tenants */
    DemoAccounts(MspMaking making, Tokens tokens, List<DemoMsp> msps, String suffix) {
        this.making = making;
        this.tokens = tokens;
        this.msps = msps;
        this.suffix = suffix;
    }

    /** With what somebody of these MSPs logs in, or under what a machine client's login is kept. */
    String login(String name) {
        return msps.stream().anyMatch(msp -> msp.members().contains(name)) ? name + suffix : name;
    }

    /** @param name of somebody or a machine client of these MSPs, or of whoever has an account beside */
    String token(String name) {
        if (!there.contains(name)) {
            make(name);
        }
        return tokens.of(login(name));
    }

    /** Nobody is to be made: an earlier start has done so. */
    void wereMade() {
        msps.forEach(msp -> there.addAll(msp.members()));
    }

    private void make(String name) {
        msps.stream().filter(msp -> msp.members().contains(name)).findFirst().ifPresent(msp -> make(msp, name));
    }

    private synchronized void make(DemoMsp msp, String name) {
        if (there.contains(name)) {
            return;
        }
        String owner = msp.owner();
        if (name.equals(owner)) {
            ObjectNode tenant = msp.tenant();
            rename((ObjectNode) tenant.path("owner"));
            making.tenant(tenant);
        } else {
            make(msp, owner);
            if (msp.isMachineClient(name)) {
                making.machineClient(login(owner), login(name), msp.machineClient(name));
            } else {
                making.person(login(owner), rename(msp.person(name)));
            }
        }
        there.add(name);
    }

    private ObjectNode rename(ObjectNode person) {
        String email = person.path("email").asText();
        return person.put("login", login(person.path("login").asText()))
                .put("email", suffix.isEmpty() ? email : suffix.substring(1) + "." + email);
    }
}

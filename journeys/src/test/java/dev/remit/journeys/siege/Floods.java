package dev.remit.journeys.siege;

import dev.remit.stack.demo.RemitApi;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Every flood there is. */
final class Floods {
    private Floods() {}

    /**
     * @param api the gateway, with the tokens that the callers of {@link TenantFloods} have
     * @param month the ticket whose evidence is long
     */
    static List<Flood> of(URI gateway, RemitApi api, String month) {
        return Stream.concat(new SocketFloods(gateway).all().stream(), new TenantFloods(api, month).all().stream())
                .toList();
    }
}

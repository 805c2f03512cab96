package dev.remit.contracts.keycloak;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.UriBuilder;

/** The admin API of a realm stands beside it: {@code /realms/remit} is administered under {@code /admin/realms/remit}. */
public class AdminAddress implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
        String path = request.getUri().getRawPath().replaceFirst("/realms/", "/admin/realms/");
        request.setUri(UriBuilder.fromUri(request.getUri()).replacePath(path).build());
    }
}

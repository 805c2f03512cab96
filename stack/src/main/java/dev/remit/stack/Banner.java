package dev.remit.stack;

import dev.remit.stack.demo.DemoMsp;

/** What a newcomer needs once everything is up. */
final class Banner {
    private Banner() {}

    static String of(Stack stack) {
        return """

                Remit is up.
                  API          %1$s/api/…   (documents at %1$s/openapi, pages to try it at %1$s/docs)
                  Keycloak     %2$s
                  its console  %6$s   user: %7$s   password: keycloak-admin in .remit/secrets.properties
                  people       %3$s   password: %4$s
                  machines     %5$s   secrets: .remit/secrets.properties
                  a token      make token USER=desk   or   make token CLIENT=psa-sync
                  logs         .remit/logs
                  mails        .remit/mail
                """.formatted(
                        stack.gatewayUrl(),
                        stack.issuer(),
                        String.join(" ", DemoMsp.everybody()) + " " + MspMaking.OPERATOR,
                        Accounts.PEOPLE_PASSWORD,
                        String.join(" ", DemoMsp.allMachineClients()),
                        stack.issuer().replace("/realms/remit", "/admin/"),
                        IdentityProvider.ADMINISTRATOR);
    }
}

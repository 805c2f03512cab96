package dev.remit.stack;

import java.util.Map;

/** What a newcomer does in the browser: log in with the password that they were given, choose one, set up a second factor. */
public final class FirstLogIn {
    private final BrowserSession browser;
    private final String client;
    private final String redirect;

    /**
     * @param realm its address, as its tokens name it
     * @param redirect one of the client's addresses
     */
    public FirstLogIn(String realm, String client, String redirect) {
        this.browser = new BrowserSession(realm);
        this.client = client;
        this.redirect = redirect;
    }

    /** @return an access token of the client, once everything that the realm asks for is done */
    public String token(String login, String given, String chosen) {
        BrowserSession.Page page =
                browser.send(browser.open(client, redirect, ""), Map.of("username", login, "password", given));
        for (int asked = 0; page.back().isEmpty() && asked < 2; asked++) {
            page = answered(page, chosen);
        }
        return browser.token(client, redirect, page);
    }

    private BrowserSession.Page answered(BrowserSession.Page page, String chosen) {
        if (page.asksFor("password-new")) {
            return browser.send(page, Map.of("password-new", chosen, "password-confirm", chosen));
        }
        return browser.send(page, SecondFactor.of(page).form());
    }
}

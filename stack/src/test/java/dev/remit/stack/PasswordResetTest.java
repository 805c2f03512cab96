package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has forgotten a password gets a new one by mail, with Keycloak and mail as they are on one machine. */
class PasswordResetTest {
    private static final String CHOSEN = "amber-lantern-51";
    private static final String DOCS = TestKeycloak.GATEWAY + "/docs/oauth2-redirect.html";
    private static final Pattern FORGOT = Pattern.compile("href=\"([^\"]*/login-actions/reset-credentials[^\"]*)\"");

    @TempDir
    private static Path folder;

    private static IdentityProvider keycloak;
    private static MailServer mail;

    @BeforeAll
    static void start() {
        int port = Ports.free(1).getFirst();
        mail = MailServer.start(folder.resolve("mail"), port);
        keycloak = new IdentityProvider(
                folder.resolve("keycloak"),
                folder.resolve("imported"),
                folder.resolve("keycloak.log"),
                Ports.free(1).getFirst(),
                true,
                TestKeycloak.GATEWAY,
                MailServer.placeholders(port),
                new SecretFile(folder.resolve("secrets.properties")),
                System.err::println);
        keycloak.start();
    }

    @AfterAll
    static void stop() {
        keycloak.stop();
        mail.close();
    }

    @Test
    void whoForgotThePasswordChoosesAnotherByMail() throws Exception {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        BrowserSession browser = new BrowserSession(keycloak.issuer());
        asked(browser, person.name());

        Mail came = mailTo(person);
        assertEquals("A new password", came.subject());
        assertTrue(came.text().contains("your account at " + TemporaryPerson.MSP + " (Remit)"), came.text());
        BrowserSession.Page choice = browser.follow(came.link());
        assertTrue(choice.asksFor("password-new"), choice.body());
        assertTrue(choice.body().contains(">" + TemporaryPerson.MSP_ON_A_PAGE + "<"), choice.body());
        browser.token("remit-docs", DOCS, chosen(browser, choice));

        HttpResponse<String> before = person.grant(TemporaryPerson.PASSWORD);
        assertTrue(before.body().contains("Invalid user credentials"), before.body());
        HttpResponse<String> now = person.grant(CHOSEN);
        assertEquals(200, now.statusCode(), now.body());
    }

    @Test
    void whoIsInvitedReadsByWhom() {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        keycloak.administrator()
                .put("/remit/users/" + person.id() + "/execute-actions-email", List.of("UPDATE_PASSWORD"));
        Mail came = mailTo(person);
        assertEquals("Your account is ready", came.subject());
        assertTrue(came.text().contains("at " + TemporaryPerson.MSP + " (Remit)."), came.text());
        assertTrue(came.text().contains("finish it (Update Password)"), came.text());
        String page = new BrowserSession(keycloak.issuer()).follow(came.link()).body();
        assertTrue(page.contains(">" + TemporaryPerson.MSP_ON_A_PAGE + "<"), page);
        String logo = TestKeycloak.GATEWAY + "/logos/" + TemporaryPerson.TENANT;
        assertTrue(page.contains("<img src=\"" + logo + "\""), page);
    }

    @Test
    void aLinkIsGoodForOnce() {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        BrowserSession browser = new BrowserSession(keycloak.issuer());
        asked(browser, person.name());
        String link = mailTo(person).link();
        chosen(browser, browser.follow(link));
        assertFalse(new BrowserSession(keycloak.issuer()).follow(link).asksFor("password-new"));
    }

    @Test
    void theSecondFactorIsAskedForAndStays() {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        BrowserSession own = person.loggedInAt("remit-docs", DOCS);
        BrowserSession.Page setUp = own.open("remit-docs", DOCS, "CONFIGURE_TOTP");
        SecondFactor factor = SecondFactor.of(setUp);
        own.send(setUp, factor.form());
        List<String> before = factors(person);

        BrowserSession browser = new BrowserSession(keycloak.issuer());
        asked(browser, person.name());
        BrowserSession.Page page = browser.follow(mailTo(person).link());
        assertTrue(page.asksFor("otp") && !page.asksFor("password-new"), page.body());
        page = browser.send(page, Map.of("otp", "000000"));
        assertTrue(page.asksFor("otp") && !page.asksFor("password-new"), page.body());
        page = browser.send(page, Map.of("otp", factor.nextCode()));
        assertTrue(page.asksFor("password-new"), page.body());
        chosen(browser, page);

        assertEquals(before, factors(person));
        BrowserSession again = new BrowserSession(keycloak.issuer());
        page = again.send(again.open("remit-docs", DOCS, ""), Map.of("username", person.name(), "password", CHOSEN));
        assertTrue(page.asksFor("otp"), page.body());
    }

    @Test
    void nobodyLearnsWhoHasAnAccount() {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        String known = shown(asked(new BrowserSession(keycloak.issuer()), person.name()), person.name());
        String unknown = shown(asked(new BrowserSession(keycloak.issuer()), "nobody-at-all"), "nobody-at-all");
        assertEquals(known, unknown);
        assertTrue(known.contains("You should receive an email shortly"), known);
    }

    @Test
    void nobodyLearnsWhoseAnAccountIsWithoutItsPassword() {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        BrowserSession browser = new BrowserSession(keycloak.issuer());
        BrowserSession.Page page = browser.open("remit-docs", DOCS, "");
        assertFalse(page.body().contains("id=\"msp\""), page.body());
        page = browser.send(page, Map.of("username", person.name(), "password", "wrong"));
        assertTrue(page.asksFor("password"), page.body());
        assertFalse(page.body().contains("id=\"msp\""), page.body());
    }

    @Test
    void theOperatorIsOfNoMsp() {
        BrowserSession browser = new BrowserSession(keycloak.issuer());
        browser.token("remit-docs", DOCS, "operator", Accounts.PEOPLE_PASSWORD);
        BrowserSession.Page page = browser.open("remit-docs", DOCS, "CONFIGURE_TOTP");
        assertTrue(page.asksFor("totp"), page.body());
        assertFalse(page.body().contains("id=\"msp\""), page.body());
    }

    @Test
    void aMailIsAFileThatSaysWhatItIs() throws Exception {
        TemporaryPerson person = TemporaryPerson.arrive(keycloak);
        asked(new BrowserSession(keycloak.issuer()), person.name());
        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            String name = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.contains(person.name()))
                    .findFirst()
                    .orElseThrow();
            assertTrue(
                    name.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d\\.\\d{6}Z_" + person.name()
                            + "@beacon-it\\.example_A-new-password\\.eml"),
                    name);
        }
    }

    @Test
    void whereTheRealmSendsNoMailNoneIsPromised() {
        IdentityProvider other = TestKeycloak.shared();
        other.start();
        BrowserSession.Page page = new BrowserSession(other.issuer()).open("remit-docs", DOCS, "");
        assertTrue(page.asksFor("password"), page.body());
        assertFalse(FORGOT.matcher(page.body()).find(), page.body());
    }

    private static BrowserSession.Page asked(BrowserSession browser, String login) {
        BrowserSession.Page page = browser.open("remit-docs", DOCS, "");
        String forgot = FORGOT.matcher(page.body())
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .findFirst()
                .orElseThrow();
        return browser.send(browser.follow(forgot), Map.of("username", login));
    }

    private static BrowserSession.Page chosen(BrowserSession browser, BrowserSession.Page page) {
        return browser.send(page, Map.of("password-new", CHOSEN, "password-confirm", CHOSEN));
    }

    private static Mail mailTo(TemporaryPerson person) {
        return mail.mails().stream()
                .filter(came -> came.recipient().contains(person.name()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> factors(TemporaryPerson person) {
        JsonNode credentials = keycloak.administrator().get("/remit/users/" + person.id() + "/credentials");
        return credentials.findParents("type").stream()
                .filter(credential -> credential.path("type").asText().equals("otp"))
                .map(credential -> credential.path("id").asText())
                .toList();
    }

    /** The page without what differs from one log-in to the next. */
    private static String shown(BrowserSession.Page page, String login) {
        return page.status()
                + page.body()
                        .replace(login, "…")
                        .replaceAll("checkAuthSession\\(\\s*\"[^\"]*\"", "…")
                        .replaceAll(
                                "(tab_id|session_code|execution|client_data|authSessionIdHash|nonce)[=:\"' ]+[^&\"'<>\\s]+",
                                "…");
    }
}

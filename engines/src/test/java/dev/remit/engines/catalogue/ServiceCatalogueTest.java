package dev.remit.engines.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.catalogue.Categorisation.Basis;
import dev.remit.engines.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work is recognised by codes and words, and the bytes of a catalogue say for good by which. */
class ServiceCatalogueTest {

    private static final ServiceCatalogue CATALOGUE = ServiceCatalogue.of(List.of(
            item(
                    "office-move",
                    "projects",
                    new ItemMatchers(
                            List.of(), List.of("Relocation"), List.of(), List.of("office move", "relocation"))),
            item("desk-move", "moves", ItemMatchers.ofKeywords("move my pc", "desk move")),
            item(
                    "password-reset",
                    "accounts",
                    new ItemMatchers(
                            List.of("Accounts"), List.of("Password"), List.of(), List.of("password", "locked out"))),
            item("new-user", "accounts", new ItemMatchers(List.of("Accounts"), null, List.of("New hire"), null)),
            item("account-work", "accounts", new ItemMatchers(List.of("Accounts"), null, null, null)),
            item("printer-fix", "devices", ItemMatchers.ofKeywords("printer", "print")),
            item("printer-lease", "leases", ItemMatchers.ofKeywords("printer", "lease")),
            item("coffee-machine", null, ItemMatchers.ofKeywords("coffee"))));

    private static RecognisableItem item(String code, String category, ItemMatchers matchers) {
        return new RecognisableItem(code, category, matchers);
    }

    private static WorkDescription of(String type, String subtype, String item, String title) {
        return new WorkDescription(null, null, type, subtype, item, title, null, null, null);
    }

    private static Categorisation titled(ServiceCatalogue catalogue, String title) {
        return catalogue.categorise(of(null, null, null, title));
    }

    @ParameterizedTest(name = "{0}/{1}/{2} \"{3}\" is {4}")
    @CsvSource(nullValues = "-", textBlock = """
                    # type,    subtype,    item,     title,                               found,          basis
                    -,         -,          -,        Office move in July,                 office-move,    KEYWORDS
                    -,         -,          -,        OFFICE   MOVE!,                      office-move,    KEYWORDS
                    -,         -,          -,        (office)-move,                       office-move,    KEYWORDS
                    -,         -,          -,        ｏｆｆｉｃｅ move,                      office-move,    KEYWORDS
                    -,         -,          -,        the office will move,                -,              NONE
                    -,         -,          -,        offices moved,                       -,              NONE
                    -,         -,          -,        office moves,                        -,              NONE
                    -,         -,          -,        please move my PC to room 4,         desk-move,      KEYWORDS
                    -,         -,          -,        I am locked out,                     password-reset, KEYWORDS
                    -,         Relocation, -,        Hello,                               office-move,    PSA_SUBTYPE
                    Moves,     relocation, -,        Hello,                               office-move,    PSA_SUBTYPE
                    Accounts,  Password,   -,        Hello,                               password-reset, PSA_SUBTYPE
                    ' accounts ', PASSWORD, -,       Hello,                               password-reset, PSA_SUBTYPE
                    Accounts,  Password,   -,        office move,                         password-reset, PSA_SUBTYPE
                    Accounts,  -,          New hire, Hello,                               new-user,       PSA_ITEM
                    Accounts,  Password,   New hire, Hello,                               new-user,       PSA_ITEM
                    Hardware,  -,          New hire, Hello,                               -,              NONE
                    Accounts,  -,          -,        Hello,                               account-work,   PSA_TYPE
                    Accounts,  -,          -,        office move,                         office-move,    KEYWORDS
                    Accounts,  -,          -,        new password,                        password-reset, KEYWORDS
                    Hardware,  Password,   -,        Hello,                               -,              NONE
                    -,         -,          -,        printer on fire,                     -,              UNDECIDED
                    -,         -,          -,        -,                                   -,              NONE
                    """)
    void findsTheItem(String type, String subtype, String item, String title, String found, Basis basis) {
        Categorisation categorisation = CATALOGUE.categorise(of(type, subtype, item, title));
        assertEquals(found, categorisation.item());
        assertEquals(basis, categorisation.basis());
    }

    private static final ServiceCatalogue BOARDS = ServiceCatalogue.of(List.of(
            item("onboarding", null, new ItemMatchers(List.of("Onboarding"), null, null, null, null, null)),
            item("laptop", null, new ItemMatchers(List.of("Onboarding"), List.of("Hardware"), null, null, null, null)),
            item("hardware", null, new ItemMatchers(List.of("Hardware"), null, null, List.of("monitor"))),
            item("alert", null, new ItemMatchers(null, null, null, null, null, List.of("alerts@monitor.example"))),
            item("disk", null, new ItemMatchers(null, List.of("Disk"), null, null, null, List.of("Monitor"))),
            item("vip", null, new ItemMatchers(null, null, List.of("Quick"), null, null, List.of("Eleanor"))),
            item("quick", null, new ItemMatchers(null, List.of("Quick"), null, null))));

    @ParameterizedTest(name = "on {0}, {1}/{2} \"{3}\" from {4} <{5}> is {6}")
    @CsvSource(nullValues = "-", textBlock = """
                    # board,      type,     subtype, title,         name,    email,                  found,      basis
                    Onboarding,   -,        -,       Hello,         -,       -,                      onboarding, PSA_BOARD
                    ' onboarding',Project,  -,       Hello,         -,       -,                      onboarding, PSA_BOARD
                    Onboarding,   Hardware, -,       Hello,         -,       -,                      laptop,     PSA_TYPE
                    Help desk,    Hardware, -,       Hello,         -,       -,                      hardware,   PSA_TYPE
                    Onboarding,   -,        -,       a new monitor, -,       -,                      hardware,   KEYWORDS
                    Help desk,    -,        -,       Hello,         -,       -,                      -,          NONE
                    Onboarding,   -,        -,       Hello,         -,       Alerts@Monitor.example, alert,      REQUESTER
                    -,            Hardware, -,       Hello,         -,       alerts@monitor.example, alert,      REQUESTER
                    -,            Hardware, -,       a new monitor, -,       alerts@monitor.example, hardware,   KEYWORDS
                    -,            Disk,     -,       Hello,         monitor, -,                      disk,       REQUESTER
                    -,            Disk,     -,       Hello,         monitor, alerts@monitor.example, disk,       REQUESTER
                    -,            Tape,     -,       Hello,         monitor, -,                      -,          NONE
                    -,            Disk,     -,       Hello,         Dana,    -,                      -,          NONE
                    -,            -,        Quick,   Hello,         Eleanor, -,                      vip,        PSA_SUBTYPE
                    -,            -,        Quick,   Hello,         Dana,    -,                      quick,      PSA_SUBTYPE
                    """)
    void boardsAndWhoAsksNarrowAndAreWaysIn(
            String board,
            String type,
            String subtype,
            String title,
            String name,
            String email,
            String found,
            Basis basis) {
        Categorisation categorisation =
                BOARDS.categorise(new WorkDescription(null, board, type, subtype, null, title, name, email, null));
        assertEquals(found, categorisation.item());
        assertEquals(basis, categorisation.basis());
    }

    @Test
    void namesTheItemsItCannotDecideBetween() {
        assertEquals(
                List.of("printer-fix", "printer-lease"),
                titled(CATALOGUE, "the printer").candidates());
    }

    @Test
    void theLongerPhraseDecides() {
        ServiceCatalogue moves = ServiceCatalogue.of(List.of(
                item("move", null, ItemMatchers.ofKeywords("move")),
                item("server-move", null, ItemMatchers.ofKeywords("server move"))));
        Categorisation found = titled(moves, "Server move on Saturday");
        assertEquals("server-move", found.item());
        assertEquals("server move", found.evidence());
    }

    @Test
    void codesAndWordsTogetherDecideBetweenItemsOfOneType() {
        ServiceCatalogue scanners = ServiceCatalogue.of(List.of(
                item("words", null, ItemMatchers.ofKeywords("scanner")),
                item("typed", null, new ItemMatchers(List.of("Request"), null, null, List.of("scanner")))));
        assertEquals(
                "typed",
                scanners.categorise(of("Request", null, null, "scanner")).item());
    }

    @Test
    void aTypeThatSeveralItemsStandForDecidesNothing() {
        ItemMatchers byType = new ItemMatchers(List.of("Request", "request"), null, null, List.of("scanner"));
        ServiceCatalogue requests = ServiceCatalogue.of(List.of(
                item("second", null, byType),
                item("first", null, byType),
                item("lease", null, new ItemMatchers(List.of("Request"), List.of("Lease"), null, null))));
        for (String title : new String[] {null, "hello", "a scanner"}) {
            Categorisation found = requests.categorise(of(" REQUEST", null, null, title));
            assertEquals(Basis.UNDECIDED, found.basis());
            assertEquals(List.of("first", "second"), found.candidates());
        }
        assertEquals(
                "lease",
                requests.categorise(of("Request", "Lease", null, "a scanner")).item());
    }

    @ParameterizedTest
    @CsvSource({"desk-move, moves", "coffee-machine,", "in-no-catalogue,"})
    void whatAPersonChoseGoesBeforeEverything(String code, String category) {
        Categorisation found = CATALOGUE.categorise(new WorkDescription(
                code, null, "Accounts", "Password", "New hire", "office move", null, null, "printer-fix"));
        assertEquals(new Categorisation(Basis.CHOSEN, code, category, code, List.of()), found);
    }

    @ParameterizedTest(name = "{0}/{1} \"{2}\" is {3}")
    @CsvSource(nullValues = "-", textBlock = """
                    # type,   subtype,        title,         found,          basis
                    -,        Print devices,  Hello,         printer-fix,    RECOGNISED_BEFORE
                    Devices,  -,              Hello,         printer-fix,    RECOGNISED_BEFORE
                    Accounts, Print devices,  Hello,         printer-fix,    RECOGNISED_BEFORE
                    -,        Print devices,  desk move,     printer-fix,    RECOGNISED_BEFORE
                    -,        Print devices,  the printer,   printer-fix,    RECOGNISED_BEFORE
                    -,        Relocation,     Hello,         office-move,    PSA_SUBTYPE
                    Devices,  Relocation,     Hello,         office-move,    PSA_SUBTYPE
                    Accounts, -,              Hello,         account-work,   PSA_TYPE
                    -,        -,              desk move,     desk-move,      KEYWORDS
                    -,        -,              Hello,         -,              NONE
                    """)
    void aCodeThatNoItemHasLeavesWorkAsItWasRecognisedBefore(
            String type, String subtype, String title, String found, Basis basis) {
        Categorisation categorisation = CATALOGUE.categorise(
                new WorkDescription(null, null, type, subtype, null, title, null, null, "printer-fix"));
        assertEquals(found, categorisation.item());
        assertEquals(basis, categorisation.basis());
    }

    @Test
    void tellsTheCategoryOfWhatItFound() {
        assertEquals("projects", titled(CATALOGUE, "office move").category());
        assertNull(titled(CATALOGUE, "coffee").category());
        assertNull(titled(CATALOGUE, "printer").category());
    }

    @ParameterizedTest(name = "{0}/{1}/{2} is unmapped: {3}")
    @CsvSource(nullValues = "-", textBlock = """
                    # type,    subtype,    item,     unmapped
                    -,         relocation, -,        false
                    Moves,     Relocation, -,        false
                    Accounts,  -,          -,        false
                    Accounts,  -,          ' ',      false
                    Accounts,  Mailbox,    -,        true
                    Hardware,  -,          -,        true
                    Hardware,  Password,   -,        true
                    Accounts,  Password,   Anything, false
                    -,         -,          -,        false
                    """)
    void tellsCodesThatSomebodyShouldMap(String type, String subtype, String item, boolean unmapped) {
        assertEquals(unmapped, CATALOGUE.isUnmapped(of(type, subtype, item, "office move")));
    }

    @Test
    void knowsTheCodesOfItsItems() {
        assertTrue(CATALOGUE.has("desk-move"));
        assertFalse(CATALOGUE.has("Desk-move"));
    }

    @Test
    void theSameItemsInAnotherOrderAreTheSameBytes() {
        RecognisableItem one = item("one", "things", ItemMatchers.ofKeywords("one"));
        RecognisableItem two = item("two", null, null);
        ServiceCatalogue catalogue = ServiceCatalogue.of(List.of(one, two));
        assertEquals(
                "{\"items\":[{\"category\":\"things\",\"code\":\"one\",\"matchers\":{\"keywords\":[\"one\"]}},"
                        + "{\"code\":\"two\",\"matchers\":{}}],\"schema\":\"remit-catalogue/1\"}",
                new String(catalogue.bytes(), StandardCharsets.UTF_8));
        assertEquals(catalogue.hash(), ServiceCatalogue.of(List.of(two, one)).hash());
        assertEquals(catalogue.hash(), ServiceCatalogue.parse(catalogue.bytes()).hash());
        assertEquals(Sha256.hex(catalogue.bytes()), catalogue.hash());
        assertNotEquals(catalogue.hash(), ServiceCatalogue.of(List.of(one)).hash());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"items":[]}                                                          | schema
                    {"schema":"remit-agreement/1","items":[]}                             | schema
                    {"schema":"remit-catalogue/1"}                                        | items
                    {"schema":"remit-catalogue/1","items":[{"code":"a"},{"code":" "}]}    | items[1].code
                    {"schema":"remit-catalogue/1","items":[{"code":"a"},{"code":"a"}]}    | items[1].code
                    """)
    void whatIsNoCatalogueIsRefused(String document, String place) {
        InvalidInput refused = assertThrows(
                InvalidInput.class, () -> ServiceCatalogue.parse(document.getBytes(StandardCharsets.UTF_8)));
        assertEquals(place, refused.path());
    }
}

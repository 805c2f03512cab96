package dev.remit.engines.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.scope.Categorisation.Basis;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategorisationTest {

    private static final CompiledScope SCOPE = Catalogue.scope();

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
        Categorisation categorisation = SCOPE.categorise(
                Catalogue.facts().psa(type, subtype, item).title(title).build());
        assertEquals(found, categorisation.item());
        assertEquals(basis, categorisation.basis());
    }

    @Test
    void namesTheItemsItCannotDecideBetween() {
        Categorisation found =
                SCOPE.categorise(Catalogue.facts().title("the printer").build());
        assertEquals(List.of("printer-fix", "printer-lease"), found.candidates());
    }

    @Test
    void theLongerPhraseDecides() {
        CompiledScope scope = new CompiledScope(
                List.of(),
                List.of(
                        new ScopeItem("move", null, null, ItemMatchers.ofKeywords("move")),
                        new ScopeItem("server-move", null, null, ItemMatchers.ofKeywords("server move"))),
                List.of());
        Categorisation found = scope.categorise(
                Catalogue.facts().title("Server move on Saturday").build());
        assertEquals("server-move", found.item());
        assertEquals("server move", found.evidence());
    }

    @Test
    void codesAndWordsTogetherDecideBetweenItemsOfOneType() {
        ItemMatchers typed = new ItemMatchers(List.of("Request"), List.of(), List.of(), List.of("scanner"));
        ItemMatchers words = ItemMatchers.ofKeywords("scanner");
        CompiledScope scope = new CompiledScope(
                List.of(),
                List.of(new ScopeItem("words", null, null, words), new ScopeItem("typed", null, null, typed)),
                List.of());
        WorkItemFacts facts =
                Catalogue.facts().psa("Request", null, null).title("scanner").build();
        assertEquals("typed", scope.categorise(facts).item());
    }

    @Test
    void aTypeThatSeveralItemsStandForDecidesNothing() {
        ItemMatchers byType = new ItemMatchers(List.of("Request", "request"), List.of(), List.of(), List.of("scanner"));
        ItemMatchers narrower = new ItemMatchers(List.of("Request"), List.of("Lease"), List.of(), List.of());
        CompiledScope scope = new CompiledScope(
                List.of(),
                List.of(
                        new ScopeItem("second", null, null, byType),
                        new ScopeItem("first", null, null, byType),
                        new ScopeItem("lease", null, null, narrower)),
                List.of());
        for (String title : new String[] {null, "hello", "a scanner"}) {
            Categorisation found = scope.categorise(
                    Catalogue.facts().psa(" REQUEST", null, null).title(title).build());
            assertEquals(Basis.UNDECIDED, found.basis());
            assertEquals(List.of("second", "first"), found.candidates());
        }
        Categorisation lease = scope.categorise(Catalogue.facts()
                .psa("Request", "Lease", null)
                .title("a scanner")
                .build());
        assertEquals("lease", lease.item());
    }

    @Test
    void whatAPersonChoseGoesBeforeEverything() {
        WorkItemFacts facts = Catalogue.facts()
                .itemCode("desk-move")
                .psa("Accounts", "Password", "New hire")
                .title("office move")
                .build();
        assertEquals("desk-move", SCOPE.categorise(facts).item());
        assertEquals(Basis.CHOSEN, SCOPE.categorise(facts).basis());
    }

    @Test
    void anItemThatWasAddedLaterIsKnownToBeUnlisted() {
        Categorisation found = SCOPE.categorise(Catalogue.of("added-later"));
        assertEquals(Basis.CHOSEN_UNLISTED, found.basis());
        assertEquals("added-later", found.item());
    }
}

package dev.remit.kit.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {
    @ParameterizedTest
    @CsvSource({
        "Eleanor Whitfield, Eleanor Whitfield, true",
        "eleanor  WHITFIELD, Eleanor Whitfield, true",
        "' Eleanor Whitfield ', Eleanor Whitfield, true",
        "Jose Garcia, José García, true",
        "Zoë Müller, Zoe Muller, true",
        "Donald Duck, Eleanor Whitfield, false",
        "Eleanor, Eleanor Whitfield, false",
        "Eleanor, , false"
    })
    void aNameIsTheSameWhateverItsCaseAccentsAndSpaces(String typed, String own, boolean same) {
        assertEquals(same, Names.same(typed, own));
    }

    @ParameterizedTest
    @CsvSource({"partner, partner, true", "Partner, partner, true", "partner, junior, false", "I, i, true"})
    void aLoginIsTheSameWhateverItsCase(String one, String other, boolean same) {
        assertEquals(same, Logins.same(one, other));
    }

    @Test
    void nobodyIsFoundByALoginThatIsNotThere() {
        assertFalse(Logins.same(null, null));
        assertFalse(Names.same(null, null));
    }
}

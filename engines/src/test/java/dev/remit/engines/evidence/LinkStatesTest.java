package dev.remit.engines.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkStatesTest {
    private final LinkStates states = new LinkStates();

    private Optional<String> full(long position, String payload) {
        return states.full(position, Json.parseObject(payload.getBytes(StandardCharsets.UTF_8)))
                .map(CanonicalJson::text);
    }

    @Test
    void aLinkStandsForTheStateThatItChanges() {
        assertEquals(Optional.of("{\"a\":1,\"kind\":\"K\"}"), full(1, "{\"kind\":\"K\",\"whole\":{\"a\":1}}"));
        assertEquals(Optional.of("{\"kind\":\"OTHER\"}"), full(2, "{\"kind\":\"OTHER\"}"));
        assertEquals(
                Optional.of("{\"a\":1,\"b\":2,\"kind\":\"K\"}"),
                full(3, "{\"kind\":\"K\",\"since\":1,\"changed\":{\"set\":{\"b\":2}}}"));
        assertEquals(
                Optional.of("{\"b\":2,\"kind\":\"K\"}"),
                full(4, "{\"kind\":\"K\",\"since\":3,\"changed\":{\"drop\":[\"a\"]}}"));
        assertEquals(Optional.of("{\"b\":2,\"kind\":\"K\"}"), full(5, "{\"kind\":\"K\",\"since\":4,\"changed\":{}}"));
    }

    @Test
    void whatRestsOnAnErasedLinkHasNoState() {
        full(1, "{\"kind\":\"K\",\"whole\":{\"a\":1}}");
        assertEquals(Optional.empty(), full(3, "{\"kind\":\"K\",\"since\":2,\"changed\":{}}"));
        assertTrue(full(4, "{\"kind\":\"K\",\"since\":1,\"changed\":{}}").isPresent());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 2147483648L})
    void whatIsNoPositionIsRefused(long since) {
        InvalidInput refused =
                assertThrows(InvalidInput.class, () -> full(3, "{\"since\":" + since + ",\"changed\":{}}"));
        assertEquals("since", refused.path());
    }

    @Test
    void theLastPositionThatAChainCanHaveIsOne() {
        assertTrue(full(Integer.MAX_VALUE, "{\"whole\":{\"a\":1}}").isPresent());
        assertEquals(Optional.of("{\"a\":1}"), full(Integer.MAX_VALUE + 1L, "{\"since\":2147483647,\"changed\":{}}"));
    }

    @Test
    void theNewestStateIsKeptAndNoOther() {
        full(1, "{\"whole\":{\"a\":1}}");
        full(2, "{\"kind\":\"without a state\"}");
        full(3, "{\"since\":1,\"changed\":{\"set\":{\"b\":2}}}");
        assertEquals(Optional.empty(), states.at(1));
        assertEquals(Optional.empty(), states.at(2));
        assertEquals(Optional.of("{\"a\":1,\"b\":2}"), states.at(3).map(CanonicalJson::text));
    }
}

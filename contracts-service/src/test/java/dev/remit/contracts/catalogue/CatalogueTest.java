package dev.remit.contracts.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.LawFirm;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueTest extends ContractsTest {
    private static final String ITEMS = API + "/catalogue/items";

    private final UUID tenant = TestTenants.fresh();

    @Test
    void itemIsReadAsItWasMade() {
        create(LawFirm.read("office-move.json")).statusCode(201);
        owner(tenant)
                .get(ITEMS + "/office-move")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1."))
                .body("category", equalTo("projects"))
                .body("meaning", equalTo("The whole firm moves to another address."))
                .body("matchers.keywords", contains("office move", "new suite"))
                .body("matchers.items", hasSize(0))
                .body("retired", equalTo(false));
    }

    @Test
    void codeIsTakenOnce() {
        create(LawFirm.read("office-move.json")).statusCode(201);
        create(LawFirm.read("office-move.json")).statusCode(409).body("errors.field", contains("code"));
    }

    @Test
    void badFieldIsNamed() {
        create("{\"code\":\"Office Move\",\"name\":\"x\"}").statusCode(400).body("errors.field", hasItem("code"));
        create("{\"code\":\"a\",\"name\":\"x\",\"matchers\":{\"keywords\":[\"\"]}}")
                .statusCode(400)
                .body("errors.field", hasItem("matchers.keywords[0]"));
        create("{\"code\":\"a\",\"name\":\"x\",\"matchers\":{\"words\":[]}}")
                .statusCode(400)
                .body("errors.field", hasItem("matchers.words"));
    }

    @Test
    void itemIsRetiredByAChange() {
        create(LawFirm.read("office-move.json")).statusCode(201);
        String retired = "{\"name\":\"Office move\",\"retired\":true}";
        change("\"1\"", retired).statusCode(200).body("retired", equalTo(true)).body("matchers.types", hasSize(0));
        change("\"1\"", retired).statusCode(412);
    }

    @Test
    void listIsByCode() {
        create(LawFirm.read("password-reset.json")).statusCode(201);
        create(LawFirm.read("office-move.json")).statusCode(201);
        once(owner(tenant), LawFirm.read("client.json"))
                .post(API + "/clients")
                .then()
                .statusCode(201);
        partner(tenant).get(ITEMS).then().statusCode(200).body("items.code", contains("office-move", "password-reset"));
    }

    private ValidatableResponse create(String body) {
        return once(owner(tenant), body).post(ITEMS).then();
    }

    private ValidatableResponse change(String ifMatch, String body) {
        return owner(tenant)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .put(ITEMS + "/office-move")
                .then();
    }
}

package dev.remit.kit.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running application's health and metrics, at the port that is not its callers'. */
public final class Management {
    private Management() {}

    public static Response get(String path) {
        return given().baseUri("http://127.0.0.1")
                .port(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class))
                .basePath("")
                .get(path);
    }
}

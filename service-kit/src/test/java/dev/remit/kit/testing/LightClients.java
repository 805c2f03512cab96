package dev.remit.kit.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import org.apache.http.client.HttpClient;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.BasicClientConnectionManager;
import org.apache.http.impl.conn.SchemeRegistryFactory;
import org.apache.http.params.HttpParams;

/**
 * REST Assured makes a client for each request, and each client looks its version up in a jar and prepares for TLS, which
 * takes longer than many a request. Here that is done once; each request still has a connection of its own.
 */
@SuppressWarnings("deprecation")
public final class LightClients implements QuarkusTestBeforeEachCallback, HttpClientConfig.HttpClientFactory {
    private static final SchemeRegistry SCHEMES = SchemeRegistryFactory.createDefault();
    private static final HttpParams PARAMETERS = new DefaultHttpClient().getParams();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        HttpClientConfig config = RestAssured.config().getHttpClientConfig();
        RestAssured.config = RestAssured.config().httpClient(config.httpClientFactory(this));
    }

    @Override
    public HttpClient createHttpClient() {
        return new DefaultHttpClient(new BasicClientConnectionManager(SCHEMES), PARAMETERS.copy());
    }
}

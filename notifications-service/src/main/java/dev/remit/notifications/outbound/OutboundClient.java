package dev.remit.notifications.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Posts to addresses that strangers chose. An address is looked up once, and the connection is made to just what was looked
 * at; TLS is verified by the name. No redirect is followed, nothing is decompressed, no proxy is asked, and what comes back
 * is bounded in size and time.
 */
@ApplicationScoped
public class OutboundClient {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(3);
    /** Of a call, below what a claim of it lasts. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(45);

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(50);
    /** Of a connection that is kept: less than the five seconds after which common servers close one. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(4);

    private static final int LARGEST_HEAD = 16 * 1024;
    private static final int MOST_CONNECTIONS = 64;

    private final Guard guard;
    private final Duration longestCall;
    private final Vertx vertx;
    private final HttpClient client;

    @Inject
    OutboundClient(Guard guard, OutboundSettings settings) {
        this(guard, settings.longestCall(), Optional.empty());
    }

    /** @param authority whose certificates alone are believed; else those that the JDK knows are */
    OutboundClient(Guard guard, Duration longestCall, Optional<Buffer> authority) {
        if (longestCall.compareTo(LONGEST_CALL) > 0) {
            throw new IllegalStateException("A call may take " + LONGEST_CALL + " at most, not " + longestCall);
        }
        this.guard = guard;
        this.longestCall = longestCall;
        // One of its own: no receiver's path becomes the name of a meter, and no trace id leaves the house.
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.client = vertx.createHttpClient(options(authority), new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
    }

    private static HttpClientOptions options(Optional<Buffer> authority) {
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setVerifyHost(true)
                .setForceSni(false)
                .setConnectTimeout((int) LONGEST_CONNECT.toMillis())
                .setSslHandshakeTimeout(LONGEST_CONNECT.toSeconds())
                .setIdleTimeout((int) LONGEST_SILENCE.toSeconds())
                .setKeepAliveTimeout((int) LONGEST_IDLE.toSeconds())
                .setMaxInitialLineLength(LARGEST_HEAD)
                .setMaxHeaderSize(LARGEST_HEAD)
                .setDecompressionSupported(false)
                .setTracingPolicy(TracingPolicy.IGNORE);
        options.setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"));
        authority.ifPresent(known -> options.setTrustOptions(new PemTrustOptions().addCertValue(known)));
        return options;
    }

    /**
     * Posts a text and waits for the answer, on a thread that may wait.
     *
     * @param fields header fields beside those that every request has
     * @throws UnfitTarget if the address is none that may be called
     * @throws OutboundFailure if no answer came
     */
    public OutboundAnswer post(String address, Map<String, String> fields, String body)
            throws UnfitTarget, OutboundFailure {
        Deadline deadline = new Deadline(longestCall);
        Target target = guard.fit(address);
        List<InetAddress> addresses = addresses(target);
        OutboundFailure failure = new OutboundFailure("No address is known for the host.");
        for (InetAddress found : addresses) {
            if (deadline.isOver()) {
                break;
            }
            Exchange exchange = new Exchange(deadline);
            try {
                return exchange.await(client.request(options(target, found, fields)), Buffer.buffer(body));
            } catch (OutboundFailure e) {
                failure = e;
                if (exchange.isConnected()) {
                    break;
                }
            }
        }
        throw failure;
    }

    private List<InetAddress> addresses(Target target) throws UnfitTarget, OutboundFailure {
        try {
            return guard.addresses(target);
        } catch (UnknownHostException e) {
            throw new OutboundFailure(e.getMessage());
        }
    }

    private RequestOptions options(Target target, InetAddress found, Map<String, String> fields) {
        RequestOptions options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(target.port(), found.getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.secure())
                .setMethod(HttpMethod.POST)
                .setURI(target.path())
                .setFollowRedirects(false)
                .setConnectTimeout(LONGEST_CONNECT.toMillis());
        options.putHeader("user-agent", "remit-notifications");
        options.putHeader("content-type", "application/json");
        if (target.host().indexOf(':') >= 0) {
            options.putHeader("host", "[" + target.host() + "]:" + target.port());
        }
        fields.forEach(options::putHeader);
        return options;
    }

    @PreDestroy
    void stop() {
        client.close();
        vertx.close();
    }
}

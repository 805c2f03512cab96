package dev.remit.k8s;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Calls a part as somebody would who speaks no TLS, and as somebody who wants to know whom they speak to. */
final class TlsCheck {
    static final int TLS_PORT = 8443;
    static final int CLEAR_PORT = 8080;

    private static final int PATIENCE_MILLIS = 3_000;
    /** By which MySQL says that it wants TLS. */
    private static final int SECURE_TRANSPORT_REQUIRED = 3159;

    private TlsCheck() {}

    static boolean isOpen(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean mySqlLetsInUnencrypted(String address, String password) {
        String url = "jdbc:mysql://" + address + ":3306/?sslMode=DISABLED&allowPublicKeyRetrieval=true";
        try (Connection connection = DriverManager.getConnection(url, "root", password)) {
            return connection.isValid(PATIENCE_MILLIS / 1000);
        } catch (SQLException e) {
            if (e.getErrorCode() != SECURE_TRANSPORT_REQUIRED) {
                throw new CheckFailed("MySQL refuses for another reason: " + e.getMessage(), e);
            }
            return false;
        }
    }

    /** Fails unless a part shows a certificate with its name that this JVM believes. */
    static void requireOwnCertificate(String name, String address) {
        try (Socket plain = new Socket(address, TLS_PORT);
                SSLSocket socket = (SSLSocket)
                        SSLContext.getDefault().getSocketFactory().createSocket(plain, name, TLS_PORT, true)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        } catch (IOException | GeneralSecurityException e) {
            throw new CheckFailed(name + " does not show its own certificate: " + e.getMessage(), e);
        }
    }
}

package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private static final byte[] WORDS = "what was signed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static Path made;

    @BeforeAll
    static void make() {
        made = folder.resolve("made");
        Certificates.make(made, 30);
    }

    @Test
    void eachPartHasItsOwnKeyUnderItsNamesFromOneAuthority() throws IOException, GeneralSecurityException {
        X509Certificate authority = certificate("internal-ca/ca.crt");
        assertEquals(0, authority.getBasicConstraints());
        for (String part : Certificates.PARTS) {
            X509Certificate certificate = certificate(part + "-tls/tls.crt");
            certificate.verify(authority.getPublicKey());
            assertEquals(-1, certificate.getBasicConstraints(), "no authority itself");
            List<Object> names = certificate.getSubjectAlternativeNames().stream()
                    .<Object>map(name -> name.get(1))
                    .toList();
            assertEquals(List.of(part, part + ".remit", part + ".remit.svc", part + ".remit.svc.cluster.local"), names);
            assertTrue(isPair(certificate, key(part)), part);
            Instant end = certificate.getNotAfter().toInstant();
            assertTrue(end.isBefore(Instant.now().plus(Duration.ofDays(31))), end.toString());
        }
        assertFalse(isPair(certificate("mysql-tls/tls.crt"), key("keycloak")));
    }

    @Test
    void whoTrustsNeedsNoSecretAndTheAuthoritysKeyIsNowhere() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(made.resolve("internal-ca/ca.p12"))) {
            trusted.load(in, Certificates.TRUST_PASSWORD.toCharArray());
        }
        assertEquals(1, trusted.size());
        assertArrayEquals(
                certificate("internal-ca/ca.crt").getEncoded(),
                trusted.getCertificate("ca").getEncoded());
        try (Stream<Path> files = Files.walk(made)) {
            List<String> keys = files.filter(file -> file.toString().endsWith(".key"))
                    .map(file -> made.relativize(file).toString())
                    .sorted()
                    .toList();
            assertEquals(
                    Certificates.PARTS.stream()
                            .map(part -> part + "-tls/tls.key")
                            .sorted()
                            .toList(),
                    keys);
        }
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(made.resolve("mysql-tls/tls.key"))));
    }

    @Test
    void whatIsThereIsNotOverwritten() {
        assertThrows(StackException.class, () -> Certificates.make(made, 30));
    }

    private static boolean isPair(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        Signature signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(key);
        signing.update(WORDS);
        byte[] signature = signing.sign();
        signing.initVerify(certificate);
        signing.update(WORDS);
        return signing.verify(signature);
    }

    private static PrivateKey key(String part) throws IOException, GeneralSecurityException {
        String text = Files.readString(made.resolve(part + "-tls/tls.key"));
        byte[] bytes = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    private static X509Certificate certificate(String file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(made.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}

package dev.remit.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Certificates for the parts of one installation, with the JDK's keytool alone: an authority that is made for the purpose and
 * thrown away, and one key and certificate a part. Whoever has the authority's certificate believes these parts and no other;
 * nothing can be signed with it later, so all of them are made anew together.
 */
final class Certificates {
    /** The parts that listen in a cluster, by the names of their Services. */
    static final List<String> PARTS = List.of("contracts", "tickets", "billing", "notifications", "keycloak", "mysql");
    /** Of the file with the authority's certificate alone, which is no secret: a keystore has to have one. */
    static final String TRUST_PASSWORD = "remit-ca";

    private static final String NAMESPACE = "remit";

    private final Path folder;
    private final int days;
    private final Path work;
    private final String password = UUID.randomUUID().toString();

    private Certificates(Path folder, int days, Path work) {
        this.folder = folder;
        this.days = days;
        this.work = work;
    }

    /**
     * Writes {@code internal-ca/ca.crt} and {@code ca.p12}, and for each part {@code <part>-tls/tls.crt} and
     * {@code tls.key}: one folder a Kubernetes secret.
     *
     * @param folder is made; must not be there, so that nothing that is in use is lost
     * @param days for how many they are good
     */
    static void make(Path folder, int days) {
        if (Files.exists(folder)) {
            throw new StackException(
                    folder + " is there already; certificates are made anew into a folder of their own");
        }
        Path work = null;
        try {
            work = Files.createTempDirectory(
                    "remit-certificates",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            new Certificates(folder, days, work).make();
        } catch (IOException | GeneralSecurityException e) {
            throw new StackException("The certificates could not be made: " + e.getMessage(), e);
        } finally {
            if (work != null) {
                Folders.delete(work);
            }
        }
    }

    /** For containers that are run by other users of this machine; of a cluster's secrets Kubernetes takes care. */
    static void letEverybodyRead(Path folder) {
        for (String part : PARTS) {
            try {
                Files.setPosixFilePermissions(
                        folder.resolve(part + "-tls/tls.key"), PosixFilePermissions.fromString("rw-r--r--"));
            } catch (IOException e) {
                throw new StackException("Could not change " + folder, e);
            }
        }
    }

    private void make() throws IOException, GeneralSecurityException {
        Path ca = Files.createDirectories(folder.resolve("internal-ca"));
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-dname",
                "CN=Remit internal",
                "-ext",
                "bc:c=ca:true,pathlen:0",
                "-ext",
                "ku:c=keyCertSign,cRLSign");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "ca",
                "-file",
                ca.resolve("ca.crt").toString());
        run(List.of(
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                ca.resolve("ca.crt").toString(),
                "-keystore",
                ca.resolve("ca.p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                TRUST_PASSWORD));
        for (String part : PARTS) {
            certify(part);
        }
    }

    private void certify(String part) throws IOException, GeneralSecurityException {
        Path request = work.resolve(part + ".csr");
        Path certificate =
                Files.createDirectories(folder.resolve(part + "-tls")).resolve("tls.crt");
        keytool("-genkeypair", "-alias", part, "-dname", "CN=" + part);
        keytool("-certreq", "-alias", part, "-file", request.toString());
        String service = part + "." + NAMESPACE;
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-infile",
                request.toString(),
                "-outfile",
                certificate.toString(),
                "-ext",
                "san=dns:" + String.join(",dns:", part, service, service + ".svc", service + ".svc.cluster.local"),
                "-ext",
                "ku:c=digitalSignature",
                "-ext",
                "eku=serverAuth");
        writeKey(part, certificate.resolveSibling("tls.key"));
    }

    private void writeKey(String part, Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(work.resolve("keys.p12"))) {
            store.load(in, password.toCharArray());
        }
        byte[] key = store.getKey(part, password.toCharArray()).getEncoded();
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n",
                StandardOpenOption.WRITE);
    }

    /** On the store of all keys, which is gone afterwards. */
    private void keytool(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(List.of(
                "-keystore", work.resolve("keys.p12").toString(), "-storetype", "PKCS12", "-storepass", password));
        switch (words[0]) {
            case "-genkeypair" ->
                command.addAll(
                        List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", Integer.toString(days)));
            case "-gencert" -> command.addAll(List.of("-validity", Integer.toString(days)));
            default -> {}
        }
        run(command);
    }

    private static void run(List<String> words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        // Each word to it is a JVM of a second.
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(words);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new StackException("keytool " + words.getFirst() + ": " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }
}

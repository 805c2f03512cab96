package dev.remit.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** What came back. */
@SuppressWarnings("ArrayRecordComponent")
record ApiAnswer(int status, HttpHeaders headers, byte[] body) {

    boolean isGood() {
        return status / 100 == 2;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return Json.read(text());
    }

    /** Without its parameters, in small letters; empty for an answer without a body. */
    String mediaType() {
        return headers.firstValue("Content-Type")
                .orElse("")
                .replaceFirst(";.*", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    boolean isProblem() {
        return "application/problem+json".equals(mediaType());
    }

    /** The fields that a problem names. */
    List<String> fields() {
        return isProblem()
                ? StreamSupport.stream(json().path("errors").spliterator(), false)
                        .map(error -> error.path("field").asText())
                        .toList()
                : List.of();
    }

    @Override
    public String toString() {
        String text = text();
        return status + " " + (text.length() > 400 ? text.substring(0, 400) + "…" : text);
    }
}

package dev.remit.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Each answer of JSON in the document, of a problem too, must have an example, and the example must be what its schema says. */
final class ExampleRules {
    private final ApiDocument document;
    private final AnswerRules rules;

    ExampleRules(ApiDocument document) {
        this.document = document;
        this.rules = new AnswerRules(document);
    }

    /** What is wrong, in words; empty where nothing is. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        document.operations().forEach(operation -> operation
                .node()
                .path("responses")
                .properties()
                .forEach(answer -> document.resolve(answer.getValue())
                        .path("content")
                        .properties()
                        .forEach(media -> look(
                                operation.name() + " " + answer.getKey(), media.getKey(), media.getValue(), faults))));
        document.root().path("webhooks").properties().forEach(webhook -> webhook.getValue()
                .at("/post/requestBody/content")
                .properties()
                .forEach(media -> look("webhook " + webhook.getKey(), media.getKey(), media.getValue(), faults)));
        return faults;
    }

    private void look(String answer, String mediaType, JsonNode media, List<String> faults) {
        if (!mediaType.matches(".*[/+]json")) {
            return;
        }
        if (media.path("examples").isEmpty()) {
            faults.add(answer + " has no example of its " + schema(media));
        }
        media.path("examples").properties().forEach(example -> rules.faultsOf(
                        media.path("schema"),
                        document.resolve(example.getValue()).path("value"))
                .forEach(fault -> faults.add(answer + ", example " + example.getKey() + ": " + fault)));
    }

    private static String schema(JsonNode media) {
        return media.at("/schema/$ref").asText("body").replaceAll(".*/", "");
    }
}

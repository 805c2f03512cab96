package dev.remit.kit.openapi;

import dev.remit.kit.idempotency.Idempotency;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Describes alike in every service's document what is alike: problems, the access token, and which answers can come. */
public class HouseRules implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";
    private static final String[] ALWAYS = {
        "400", "401", "403", "404", "406", "409", "412", "413", "414", "415", "422", "428", "429", "500", "502", "503",
        "504"
    };
    private static final String[] READING = {"400", "401", "403", "404", "406", "414", "429", "500", "502", "503", "504"
    };

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Components components = document.getComponents();
        if (components.getSchemas() != null) {
            Set<String> asked = SchemaUse.inRequests(document);
            Set<String> answered = SchemaUse.inAnswers(document);
            components.getSchemas().forEach((name, schema) -> {
                if (!asked.contains(name)) {
                    mayGrow(schema, "More values may come");
                } else if (answered.contains(name)) {
                    mayGrow(schema, "More values may come in answers");
                }
            });
        }
        components.addSchema(PROBLEM, problem());
        components.addSecurityScheme(
                TOKEN,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("Access token of the tenant's identity provider"));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().values().forEach(HouseRules::describe);
        }
    }

    private static void describe(PathItem path) {
        path.getOperations()
                .forEach((method, operation) ->
                        addProblems(operation, method == PathItem.HttpMethod.GET ? READING : ALWAYS));
    }

    /** Enumerations are open in answers alone: a value that comes later breaks no client that was told so. */
    private static void mayGrow(Schema schema, String where) {
        if (schema.getEnumeration() != null && schema.getDescription() == null) {
            schema.setDescription(where + ": a client must be able to read one that it does not know.");
        }
    }

    /** A header that is described comes with every such answer, but for the mark of a repetition. */
    private static void describeHeaders(Operation operation) {
        boolean repeatable = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> Idempotency.HEADER.equals(parameter.getName()));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getHeaders() != null) {
                response.getHeaders().values().forEach(header -> header.setRequired(true));
            }
            if (repeatable && status.startsWith("2")) {
                response.addHeader(
                        "Idempotent-Replayed",
                        OASFactory.createHeader()
                                .description("true on the repeated answer to a key that was used before.")
                                .required(false)
                                .schema(typed(Schema.SchemaType.STRING)));
            }
        });
    }

    private static void addProblems(Operation operation, String... statuses) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        for (String status : statuses) {
            APIResponse there = operation.getResponses().getAPIResponse(status);
            if (there == null || there.getContent() == null) {
                operation.getResponses().addAPIResponse(status, answer());
            }
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (isProblem(status) && response.getContent() == null) {
                response.setContent(answer().getContent());
            }
        });
        describeHeaders(operation);
    }

    private static boolean isProblem(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    private static APIResponse answer() {
        return OASFactory.createAPIResponse()
                .description("A problem (RFC 9457)")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    private static Schema problem() {
        Schema error = typed(Schema.SchemaType.OBJECT)
                .addProperty("field", typed(Schema.SchemaType.STRING).description("Path as the caller sent it"))
                .addProperty("message", typed(Schema.SchemaType.STRING))
                .addProperty("code", typed(Schema.SchemaType.STRING).description("Stable, for programs"))
                .addRequired("field")
                .addRequired("message")
                .addRequired("code");
        return typed(Schema.SchemaType.OBJECT)
                .description("What went wrong (RFC 9457); a type may add members of its own")
                .addProperty(
                        "type",
                        typed(Schema.SchemaType.STRING).format("uri").description("Stable name of the kind of problem"))
                .addProperty("title", typed(Schema.SchemaType.STRING))
                .addProperty("status", typed(Schema.SchemaType.INTEGER))
                .addProperty("detail", typed(Schema.SchemaType.STRING))
                .addProperty("requestId", typed(Schema.SchemaType.STRING))
                .addProperty("errors", typed(Schema.SchemaType.ARRAY).items(error))
                .addProperty(
                        "errorCount",
                        typed(Schema.SchemaType.INTEGER)
                                .description("How many errors there are, where errors names but the first hundred"))
                .additionalPropertiesBoolean(true)
                .addRequired("type")
                .addRequired("title")
                .addRequired("status");
    }

    private static Schema typed(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}

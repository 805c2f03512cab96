package dev.remit.kit.openapi;

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
        "400", "401", "403", "404", "409", "412", "413", "415", "422", "428", "429", "500", "502", "503", "504"
    };
    private static final String[] READING = {"400", "401", "403", "404", "406", "429", "500", "502", "503", "504"};

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Components components = document.getComponents();
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

    private static void addProblems(Operation operation, String... statuses) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        for (String status : statuses) {
            if (!operation.getResponses().hasAPIResponse(status) || !hasContent(operation, status)) {
                operation.getResponses().addAPIResponse(status, answer());
            }
        }
    }

    private static boolean hasContent(Operation operation, String status) {
        return operation.getResponses().getAPIResponse(status).getContent() != null;
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
                .addRequired("type")
                .addRequired("title")
                .addRequired("status");
    }

    private static Schema typed(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}

package dev.remit.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Completes a service's API document when the service is built: texts from the Javadoc of the resource methods, examples from
 * files, and what is alike for every operation.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {
    private static final String TOKEN = "token";

    private final IndexView index;
    private final ResourceMethods methods;
    private final Javadocs javadocs = new Javadocs();
    private final RequestParts requests;
    private final ProblemAnswers problems = new ProblemAnswers();

    /** Called by Quarkus with the index of the service's classes. */
    public ApiDescription(IndexView index) {
        this.index = index;
        this.methods = new ResourceMethods(index);
        this.requests = new RequestParts(index, javadocs);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Components components = document.getComponents();
        RequiredMembers.tell(document, index);
        SchemaNames.give(document, index);
        // A file is described as its media type, not as what writes it.
        components.removeSchema(StreamingOutput.class.getSimpleName());
        SharedHeaders.addTo(components);
        problems.addTo(components);
        components.addSecurityScheme(
                TOKEN,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("Access token of the tenant's identity provider"));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            VersionedTypes versioned = VersionedTypes.of(document);
            document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                    .forEach((verb, operation) -> describe(verb, operation, versioned)));
            SharedOperations.nameByService(document, methods);
        }
        OpenEnumerations.tell(document);
        AnswerExamples.addTo(document);
        SchemaUse.keepUsed(document);
        SharedHeaders.keepUsed(document);
        Webhooks.addTo(document, index);
    }

    private void describe(HttpMethod verb, Operation operation, VersionedTypes versioned) {
        Optional<MethodInfo> method = methods.of(operation);
        method.ifPresent(found -> {
            MethodText text = javadocs.of(found);
            if (text.summary() != null) {
                operation.setSummary(text.summary());
                operation.setDescription(text.description());
            }
            OperationRoles.tell(operation, found);
            requests.describe(verb, operation, found, text);
            SuccessAnswers.describe(operation, found, text, versioned);
        });
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        problems.describe(verb, operation.getResponses());
        method.ifPresent(found -> SharedHeaders.describe(operation, found, index));
    }
}

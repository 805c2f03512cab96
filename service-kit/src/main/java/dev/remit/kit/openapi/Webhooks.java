package dev.remit.kit.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * What receivers are posted, one entry for each type: a body has what its example has, each member as the schema of all data
 * describes it. Its own schema is a component, so that a client that is made from the document can read it.
 */
final class Webhooks {
    private static final DotName TYPES = DotName.createSimple(WebhookTypes.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";
    private static final String GROUP = "Webhooks";
    private static final String TYPE = "type";
    private static final String TIMESTAMP = "timestamp";
    private static final String DATA = "data";

    /** Not the field's own "webhook-": a generator would make the same of webhook-signature and of WebhookSignature. */
    private static final String IN_COMPONENTS = "delivery-";
    /** Members of the data that a subject may be without. */
    private static final List<String> WHERE_THERE_IS_ONE = List.of("client", "ticket");

    private final OpenAPI document;
    private final Map<String, Schema> members;

    private Webhooks(OpenAPI document, Map<String, Schema> members) {
        this.document = document;
        this.members = members;
    }

    /** The text and the example of a type. */
    private record Described(String summary, Map<String, Object> example) {}

    static void addTo(OpenAPI document, IndexView index) {
        for (AnnotationInstance types : index.getAnnotations(TYPES)) {
            String data = types.value(DATA).asClass().name().withoutPackagePrefix();
            Schema schema = document.getComponents().getSchemas().get(data);
            if (schema == null) {
                throw new IllegalStateException("No answer has the " + data + " that webhooks have");
            }
            document.addTag(OASFactory.createTag()
                    .name(GROUP)
                    .description("What is posted to the addresses of subscriptions, by Standard Webhooks."));
            Webhooks webhooks = new Webhooks(document, schema.getProperties());
            webhooks.addParameters();
            types.target().asClass().enumConstants().stream()
                    .map(FieldInfo::name)
                    .flatMap(constant -> described(constant).stream())
                    .forEach(webhooks::add);
        }
    }

    private void addParameters() {
        parameter("id", "The same at every try of a webhook, and when it is replayed");
        parameter(TIMESTAMP, "When this try was made, in seconds since 1970, by the machine's time");
        parameter(
                "signature",
                "Signatures with spaces between, over `id.timestamp.body`: `v1,…` by HMAC-SHA256, `v1a,…` by Ed25519. One"
                        + " that verifies is enough");
    }

    private void parameter(String name, String text) {
        document.getComponents()
                .addParameter(
                        IN_COMPONENTS + name,
                        OASFactory.createParameter()
                                .name("webhook-" + name)
                                .in(Parameter.In.HEADER)
                                .required(true)
                                .description(text)
                                .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
    }

    private void add(Described described) {
        String type = (String) described.example().get(TYPE);
        String name = Arrays.stream(type.split("[._]")).map(MethodText::capital).collect(Collectors.joining());
        String schema = name + "Webhook";
        document.getComponents().addSchema(schema, bodyOf(described));
        Operation post = OASFactory.createOperation()
                .operationId("on" + name)
                .summary(described.summary())
                .tags(List.of(GROUP))
                .security(List.of())
                .parameters(List.of(
                        OASFactory.createParameter().ref(IN_COMPONENTS + "id"),
                        OASFactory.createParameter().ref(IN_COMPONENTS + TIMESTAMP),
                        OASFactory.createParameter().ref(IN_COMPONENTS + "signature")))
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        JSON_TYPE,
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref(schema))
                                                .examples(new LinkedHashMap<>(Map.of(
                                                        schema,
                                                        OASFactory.createExample()
                                                                .value(described.example())))))))
                .responses(answers());
        document.addWebhook(type, OASFactory.createPathItem().POST(post));
    }

    private Schema bodyOf(Described described) {
        Map<?, ?> data = (Map<?, ?>) described.example().get(DATA);
        Schema ofData = OASFactory.createSchema().addType(SchemaType.OBJECT);
        List<String> always = new ArrayList<>();
        members.forEach((name, member) -> {
            if (data.containsKey(name)) {
                ofData.addProperty(name, member);
                if (!WHERE_THERE_IS_ONE.contains(name)) {
                    always.add(name);
                }
            }
        });
        return OASFactory.createSchema()
                .description(described.summary() + ".")
                .addType(SchemaType.OBJECT)
                .addProperty(
                        TYPE,
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .enumeration(List.of(described.example().get(TYPE))))
                .addProperty(
                        TIMESTAMP,
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .format("date-time")
                                .description("When it happened, by the tenant's clock"))
                .addProperty(DATA, ofData.required(always))
                .required(List.of(TYPE, TIMESTAMP, DATA));
    }

    private static APIResponses answers() {
        return OASFactory.createAPIResponses()
                .addAPIResponse("2XX", OASFactory.createAPIResponse().description("It is received."))
                .addAPIResponse(
                        "410",
                        OASFactory.createAPIResponse()
                                .description("Nothing more is wanted: the subscription is disabled."))
                .addAPIResponse(
                        "default", OASFactory.createAPIResponse().description("It is not received, and comes again."));
    }

    private static Optional<Described> described(String constant) {
        try (InputStream file = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/webhooks/" + constant + ".json")) {
            return file == null ? Optional.empty() : Optional.of(JSON.readValue(file, Described.class));
        } catch (IOException e) {
            throw new UncheckedIOException("What is told of " + constant + " cannot be read", e);
        }
    }
}

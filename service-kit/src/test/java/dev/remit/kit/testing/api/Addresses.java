package dev.remit.kit.testing.api;

import dev.remit.kit.testing.api.ApiOperation.Parameter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Holds the paths of a service and their queries against its document, and gives a line for each that is otherwise. */
final class Addresses {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final int DONE = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_ALLOWED = 405;

    private final URI base;
    private final Function<ApiOperation, RightRequest> right;
    private final Map<String, List<ApiOperation>> byPath = new TreeMap<>();

    Addresses(URI base, ApiDocument document, Function<ApiOperation, RightRequest> right) {
        this.base = base;
        this.right = right;
        document.operations().forEach(operation -> byPath.computeIfAbsent(operation.path(), first -> new ArrayList<>())
                .add(operation));
    }

    /** OPTIONS names the methods of the path and no others; each other method is refused with the same names. */
    List<String> methods() {
        List<String> wrong = new ArrayList<>();
        byPath.forEach((path, operations) -> {
            TreeSet<String> methods =
                    new TreeSet<>(operations.stream().map(ApiOperation::method).toList());
            TreeSet<String> allowed = new TreeSet<>(methods);
            allowed.add("OPTIONS");
            if (methods.contains("GET")) {
                allowed.add("HEAD");
            }
            hold(wrong, operations.getFirst(), "OPTIONS", DONE, String.join(", ", allowed));
            METHODS.stream()
                    .filter(method -> !methods.contains(method))
                    .forEach(method ->
                            hold(wrong, operations.getFirst(), method, NOT_ALLOWED, String.join(", ", allowed)));
        });
        return wrong;
    }

    private void hold(List<String> wrong, ApiOperation there, String method, int status, String allowed) {
        ApiOperation other = new ApiOperation(there.document(), method, there.path(), there.node());
        ApiAnswer answer = right.apply(there).call(other, "").send(base);
        String told = answer.headers().firstValue("Allow").orElse("nothing");
        if (answer.status() != status || !told.equals(allowed)) {
            wrong.add(other.name() + " allows " + told + " and not " + allowed + ": " + answer);
        }
    }

    /** A parameter that is not in the document is refused by its name, and so is one of one value that is given twice. */
    List<String> queries() {
        List<String> wrong = new ArrayList<>();
        byPath.values().stream().flatMap(List::stream).forEach(operation -> {
            RightRequest request = right.apply(operation);
            if (request.takesAnyBody()) {
                return;
            }
            refused(wrong, request.call(operation).query("no-such-parameter", "1"), "no-such-parameter");
            for (Parameter parameter : operation.parameters("query")) {
                if (parameter.schema().path("type").asText().equals("array")) {
                    continue;
                }
                String twice = operation.path() + "?" + parameter.name() + "=&" + parameter.name() + "=";
                refused(
                        wrong,
                        request.call(
                                new ApiOperation(operation.document(), operation.method(), twice, operation.node())),
                        parameter.name());
            }
        });
        return wrong;
    }

    /** Whoever reads again what has an entity tag is not sent it again. */
    List<String> copies() {
        List<String> wrong = new ArrayList<>();
        byPath.values().stream()
                .flatMap(List::stream)
                .filter(operation -> operation.method().equals("GET"))
                .forEach(operation -> {
                    ApiCall call = right.apply(operation).call(operation);
                    call.send(base).headers().firstValue("ETag").ifPresent(tag -> {
                        ApiAnswer again = call.header("If-None-Match", tag).send(base);
                        boolean same =
                                again.headers().firstValue("ETag").orElse("").equals(tag);
                        if (again.status() != NOT_MODIFIED || again.body().length > 0 || !same) {
                            wrong.add(operation.name() + " is sent again to whoever has it: " + again);
                        }
                    });
                });
        return wrong;
    }

    private void refused(List<String> wrong, ApiCall call, String name) {
        ApiAnswer answer = call.send(base);
        if (answer.status() != BAD_REQUEST || !answer.fields().contains(name)) {
            wrong.add(call + " was answered " + answer + " without refusing " + name);
        }
    }
}

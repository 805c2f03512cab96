package dev.remit.kit.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer other than success, thrown from anywhere in a request. Carries nothing that the caller may not see. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SECONDS_TO_RETRY = 5;

    private final ProblemType type;
    private final transient List<FieldError> errors = new ArrayList<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private Problem(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    public static Problem of(ProblemType type) {
        return of(type, null);
    }

    /** @param detail one sentence about this occurrence, or null */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail);
    }

    /** Also the answer for an object of another tenant or client, which must look the same. */
    public static Problem notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    public static Problem invalid(String field, String message, String code) {
        return of(ProblemType.VALIDATION).error(field, message, code);
    }

    public static Problem conflict(String detail) {
        return of(ProblemType.CONFLICT, detail);
    }

    public static Problem wrongState(String detail) {
        return of(ProblemType.WRONG_STATE, detail);
    }

    public static Problem unavailable(String detail) {
        return of(ProblemType.SERVICE_UNAVAILABLE, detail).header("Retry-After", Integer.toString(SECONDS_TO_RETRY));
    }

    public Problem error(String field, String message, String code) {
        errors.add(new FieldError(field, message, code));
        return this;
    }

    /** Adds a member of the problem's own; its name must not be one of RFC 9457's. */
    public Problem member(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    Map<String, Object> members() {
        return members;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return "Problem[" + type.slug() + (getMessage() == null ? "" : ": " + getMessage())
                + (errors.isEmpty() ? "" : " " + errors) + "]";
    }
}

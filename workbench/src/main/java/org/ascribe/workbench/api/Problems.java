package org.ascribe.workbench.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.ascribe.store.LedgerException;
import org.ascribe.workbench.api.Answers.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever goes wrong into problem details with a stable code. */
@RestControllerAdvice
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** A problem whose title is the usual phrase of its HTTP status. */
    public static Problem of(
            int status,
            String code,
            String detail,
            @Nullable String field,
            @Nullable String found,
            @Nullable String expected) {
        return new Problem(
                "about:blank",
                HttpStatus.valueOf(status).getReasonPhrase(),
                status,
                code,
                detail,
                field,
                found,
                expected);
    }

    static Problem invalid(String field, @Nullable String found, String expected) {
        String detail = found == null || found.isBlank()
                ? "%s is missing, expected %s.".formatted(field, expected)
                : "%s is \"%s\", expected %s.".formatted(field, shorten(found), expected);
        return of(400, "invalid-" + dashed(field), detail, field, found == null ? null : shorten(found), expected);
    }

    /** Answers with the problem from outside a controller. */
    public static void write(HttpServletResponse response, JsonMapper mapper, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(mapper.writeValueAsBytes(problem));
    }

    @ExceptionHandler
    ResponseEntity<Problem> onProblem(ProblemException thrown) {
        return answer(thrown.problem());
    }

    @ExceptionHandler
    ResponseEntity<Problem> onMismatch(MethodArgumentTypeMismatchException thrown) {
        return answer(invalid(
                thrown.getName(), String.valueOf(thrown.getValue()), expected(wanted(thrown, thrown.getName()))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> onBinding(BindException thrown) {
        FieldError error = thrown.getFieldError();
        if (error == null) {
            return answer(of(400, "invalid-request", "The request cannot be read.", null, null, null));
        }
        Class<?> type = null;
        if (error.contains(TypeMismatchException.class)) {
            type = wanted(error.unwrap(TypeMismatchException.class), error.getField());
        }
        Object found = error.getRejectedValue();
        String text = found instanceof Object[] parts
                ? String.join(",", Arrays.stream(parts).map(String::valueOf).toList())
                : String.valueOf(found);
        return answer(invalid(error.getField(), text, expected(type)));
    }

    /** The element's type where a list did not convert. */
    private static @Nullable Class<?> wanted(TypeMismatchException mismatch, String field) {
        Class<?> type = mismatch.getRequiredType();
        if (type == null || !Collection.class.isAssignableFrom(type)) {
            return type;
        }
        return IncidentFilter.elementType(field);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onMissing(MissingServletRequestParameterException thrown) {
        return answer(invalid(thrown.getParameterName(), null, "a value"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> onUnreadable(HttpMessageNotReadableException thrown) {
        if (thrown.getCause() instanceof DatabindException broken
                && !broken.getPath().isEmpty()) {
            String field = broken.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(name -> name != null)
                    .collect(Collectors.joining("."));
            Class<?> type = broken instanceof tools.jackson.databind.exc.MismatchedInputException mismatch
                    ? mismatch.getTargetType()
                    : null;
            Object found = broken instanceof tools.jackson.databind.exc.InvalidFormatException format
                    ? format.getValue()
                    : null;
            return answer(invalid(field, found == null ? "something else" : found.toString(), expected(type)));
        }
        return answer(of(
                400,
                "invalid-json",
                "The body cannot be read as JSON. Send one JSON object as UTF-8.",
                null,
                null,
                null));
    }

    @ExceptionHandler
    ResponseEntity<Problem> onLedger(LedgerException thrown) {
        return answer(
                of(503, "ledger-" + Codes.of(thrown.reason()), String.valueOf(thrown.getMessage()), null, null, null));
    }

    @ExceptionHandler
    ResponseEntity<Problem> onNothingHere(NoResourceFoundException thrown, HttpServletRequest request) {
        return answer(nothingAt(request.getRequestURI()));
    }

    static Problem nothingAt(String path) {
        return of(
                404,
                "unknown-path",
                "Nothing is served at \"%s\". The paths are listed in /api/v1/openapi.json.".formatted(shorten(path)),
                null,
                shorten(path),
                null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onAnythingElse(Exception thrown, HttpServletRequest request) {
        if (thrown instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(of(
                    status.value(),
                    status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    "%s %s was refused: %s. See /api/v1/openapi.json for what is served."
                            .formatted(request.getMethod(), shorten(request.getRequestURI()), status.getReasonPhrase()),
                    null,
                    null,
                    null));
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
        return answer(of(
                500,
                "internal-error",
                "The answer could not be put together; the program's log says why. Please report it.",
                null,
                null,
                null));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> Codes.of((Enum<?>) constant))
                            .collect(Collectors.joining(", "));
        }
        if (type == java.time.LocalDate.class) {
            return "a date such as 2024-03-22";
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number";
        }
        return "a value of another kind";
    }

    private static String dashed(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").replace('.', '-').toLowerCase(java.util.Locale.ROOT);
    }

    private static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}

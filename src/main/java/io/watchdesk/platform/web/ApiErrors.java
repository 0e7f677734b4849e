package io.watchdesk.platform.web;

import io.watchdesk.platform.NotForYou;
import io.watchdesk.platform.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Turns what goes wrong in an endpoint into a sentence; nothing of the inside (classes, SQL, traces) gets out. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<Sentences> refused(Refused refused) {
        return answer(400, refused.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Sentences> notForYou(NotForYou notForYou) {
        return answer(403, notForYou.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Sentences> notAllowed(AuthorizationException refused) {
        // What the guards have put into words keeps what the engine had said as its cause.
        boolean inWords = refused.getCause() instanceof AuthorizationException;
        return answer(403, inWords ? refused.getMessage() : "You are not allowed to do this.");
    }

    @ExceptionHandler
    ResponseEntity<Sentences> collision(ConcurrencyFailureException collision) {
        return answer(409, "Somebody else changed this at the same moment. Please reload and look again.");
    }

    @ExceptionHandler(HttpMessageConversionException.class)
    ResponseEntity<Sentences> unreadable() {
        return answer(400, "What was sent cannot be read: it must be JSON with exactly the fields that are asked for.");
    }

    /** Somebody who listened has gone; nobody is left to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    @ExceptionHandler(MultipartException.class)
    ResponseEntity<Sentences> noUpload() {
        return answer(400, "The upload was broken off or cannot be read. Please try again.");
    }

    /** For example a file where a text is asked for. */
    @ExceptionHandler(ConversionNotSupportedException.class)
    ResponseEntity<Sentences> otherKind() {
        return answer(400, "One of the values that were sent is of another kind than is asked for.");
    }

    @ExceptionHandler
    ResponseEntity<Sentences> invalid(BindException invalid) {
        return answer(
                400,
                invalid.getFieldErrors().stream()
                        .map(error -> "The field \"%s\" %s.".formatted(error.getField(), error.getDefaultMessage()))
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    @ExceptionHandler
    ResponseEntity<Sentences> mismatch(MethodArgumentTypeMismatchException mismatch) {
        return answer(400, "The value of \"%s\" has the wrong form.".formatted(mismatch.getName()));
    }

    @ExceptionHandler
    ResponseEntity<Sentences> anything(Exception failure, HttpServletRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused(refused);
            }
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(known.getStatusCode().value(), "The request is not one that this address understands.");
        }
        Optional<Outage> outage = Outage.behind(failure);
        if (outage.isPresent()) {
            LOG.warn("{} {}: the database cannot be asked.", request.getMethod(), RequestPath.shown(request), failure);
            return ResponseEntity.status(503)
                    .header("Retry-After", Outage.RETRY_AFTER)
                    .header("Cache-Control", "no-store")
                    .header("Content-Type", "application/json")
                    .body(new Sentences(Spoken.sentence(outage.get().sentence())));
        }
        String number = HexFormat.of()
                .toHexDigits(ThreadLocalRandom.current().nextInt())
                .toUpperCase();
        LOG.error("Fault {} in {} {}", number, request.getMethod(), RequestPath.shown(request), failure);
        return answer(
                500,
                "Something went wrong here, not with what you entered. Please try again; if it happens again, "
                        + "tell an administrator the number %s.".formatted(number));
    }

    private static ResponseEntity<Sentences> answer(int status, String sentence) {
        return ResponseEntity.status(status)
                .header("Cache-Control", "no-store")
                .header("Content-Type", "application/json")
                .body(new Sentences(Spoken.sentence(sentence)));
    }
}

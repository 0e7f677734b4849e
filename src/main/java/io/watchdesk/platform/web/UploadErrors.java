package io.watchdesk.platform.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Uploads fail before an endpoint is chosen, so this advice is bound to none. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadErrors {

    private final String limit;

    UploadErrors(@Value("${spring.servlet.multipart.max-file-size}") String limit) {
        this.limit = limit;
    }

    @ExceptionHandler
    ResponseEntity<Sentences> tooLarge(MaxUploadSizeExceededException tooLarge) {
        return ResponseEntity.status(413)
                .header("Content-Type", "application/json")
                .body(new Sentences("The file is too large. At most %s can be uploaded.".formatted(limit)));
    }

    @ExceptionHandler
    ResponseEntity<Sentences> broken(MultipartException broken) {
        return ResponseEntity.status(400)
                .header("Content-Type", "application/json")
                .body(new Sentences("The upload was broken off or cannot be read. Please try again."));
    }
}

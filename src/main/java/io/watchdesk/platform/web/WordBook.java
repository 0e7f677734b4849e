package io.watchdesk.platform.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** A file of words: what is written in English and what that is in Chinese. */
final class WordBook {

    private WordBook() {}

    /** The entries in the order of the file. */
    static Map<String, String> read(String file) {
        try (InputStream content = new ClassPathResource(file).getInputStream()) {
            return JsonMapper.builder().build().readValue(content, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s of this build cannot be read.".formatted(file), e);
        }
    }
}

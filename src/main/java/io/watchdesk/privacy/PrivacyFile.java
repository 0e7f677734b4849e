package io.watchdesk.privacy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the files below {@code privacy/} that say what is held and how long. */
final class PrivacyFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PrivacyFile() {}

    static <T> T read(String name, Class<T> type) {
        try (InputStream file = new ClassPathResource("privacy/" + name).getInputStream()) {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return JSON.convertValue(read, type);
        } catch (IOException e) {
            throw new UncheckedIOException("privacy/%s cannot be read.".formatted(name), e);
        }
    }
}

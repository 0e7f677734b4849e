package io.watchdesk.platform.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.watchdesk.platform.Said;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/** Answers of our API say what is {@link Said} in the language of the reader; what is stored as JSON stays as it is. */
@Configuration(proxyBeanMethods = false)
class SaidInAnswers {

    @Bean
    MappingJackson2HttpMessageConverter answers(ObjectMapper json) {
        return new MappingJackson2HttpMessageConverter(
                json.copy().registerModule(new SimpleModule("said").setSerializerModifier(new Translating())));
    }

    private static final class Translating extends BeanSerializerModifier {

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
            properties.stream()
                    .filter(property -> property.getAnnotation(Said.class) != null)
                    .forEach(property -> property.assignSerializer(
                            new Speaking(property.getAnnotation(Said.class).orTyped())));
            return properties;
        }
    }

    private static final class Speaking extends JsonSerializer<Object> {

        private final boolean orTyped;

        Speaking(boolean orTyped) {
            this.orTyped = orTyped;
        }

        @Override
        public void serialize(Object said, JsonGenerator answer, SerializerProvider serializers) throws IOException {
            boolean typed = answer.currentValue() instanceof Said.Sometimes holder && !holder.composed();
            if (said instanceof Collection<?> several) {
                answer.writeStartArray();
                for (Object each : several) {
                    answer.writeString(spoken(each, typed));
                }
                answer.writeEndArray();
            } else {
                answer.writeString(spoken(said, typed));
            }
        }

        private String spoken(Object said, boolean typed) {
            String text = String.valueOf(said);
            return typed ? text : orTyped ? Spoken.perhaps(text) : Spoken.sentence(text);
        }
    }
}

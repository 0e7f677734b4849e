package io.watchdesk.desk.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** Chinese or English: what the person chose, else what the browser asks for, else English. */
@Configuration(proxyBeanMethods = false)
class Languages {

    /** Written by the page when the person chooses; holds {@code zh} or {@code en}. */
    static final String COOKIE = "watchdesk-language";

    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.CHINESE);

    /** The texts of all parts of the desk: {@code desk/<part>.properties} in English, {@code desk/<part>_zh.properties}. */
    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setBasenames(parts().map(part -> "desk/" + part).toArray(String[]::new));
        return messages;
    }

    /** The names of the parts that have texts, in the order of the alphabet. */
    static Stream<String> parts() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:desk/*.properties");
            return Arrays.stream(found)
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull)
                    .filter(name -> !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .distinct()
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException("The texts of the desk cannot be read.", e);
        }
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                Cookie chosen = WebUtils.getCookie(request, COOKIE);
                return Stream.concat(
                                Stream.ofNullable(chosen).map(Cookie::getValue).map(Locale::forLanguageTag),
                                request.getHeader("Accept-Language") == null
                                        ? Stream.of()
                                        : Collections.list(request.getLocales()).stream())
                        .flatMap(wanted -> KNOWN.stream()
                                .filter(known -> known.getLanguage().equals(wanted.getLanguage())))
                        .findFirst()
                        .orElse(Locale.ENGLISH);
            }

            @Override
            public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
                throw new UnsupportedOperationException("The page itself keeps the choice.");
            }
        };
    }
}

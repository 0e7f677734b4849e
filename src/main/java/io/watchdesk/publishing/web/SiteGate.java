package io.watchdesk.publishing.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** What every answer of the public site carries: no scripts, no frames, and a tag to ask "changed?" with. */
@Configuration
class SiteGate {

    @Bean
    FilterRegistrationBean<SiteFilter> siteFilter() {
        FilterRegistrationBean<SiteFilter> registration = new FilterRegistrationBean<>(new SiteFilter());
        registration.addUrlPatterns("/site", "/site/*");
        return registration;
    }

    /** Caches may keep a page but must ask each time, so that a post that is taken down is gone at once. */
    static final class SiteFilter extends ShallowEtagHeaderFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setHeader("Cache-Control", "public, no-cache");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self';"
                            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
            super.doFilterInternal(request, response, chain);
        }
    }
}

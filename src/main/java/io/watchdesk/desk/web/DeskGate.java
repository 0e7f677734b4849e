package io.watchdesk.desk.web;

import io.watchdesk.desk.OnPage;
import io.watchdesk.platform.DeskRights;
import io.watchdesk.platform.NotForYou;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks for every address of the desk whether the person's role has its page; what names no page is for nobody. */
@Configuration
class DeskGate implements WebMvcConfigurer, HandlerInterceptor {

    private static final String OURS = "io.watchdesk.desk.";

    private final DeskRights rights;

    DeskGate(DeskRights rights) {
        this.rights = rights;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/desk", "/desk/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // The end of a stream comes through here again, without the person, and shows nothing.
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            response.setHeader("Cache-Control", "no-store");
            OnPage page = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), OnPage.class);
            if (page == null) {
                throw new NotForYou("This address is for nobody.");
            }
            if (!page.value().equals(OnPage.ANYBODY) && !rights.maySee(page.value())) {
                throw new NotForYou("Your role does not have this page of the desk.");
            }
        }
        return true;
    }
}

package io.watchdesk.desk.web;

import io.watchdesk.desk.OnPage;
import io.watchdesk.platform.DeskRights;
import io.watchdesk.platform.NotForYou;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks for every address of the desk whether the person's role has its page; what names no page is for nobody. */
@Configuration
class DeskGate implements WebMvcConfigurer, HandlerInterceptor {

    /** Attribute of the request: what the page will have seen of its topics. */
    static final String SEEN = DeskGate.class.getName() + ".seen";

    private static final String OURS = "io.watchdesk.desk.";

    private final DeskRights rights;
    /** Asked for late: the web server is set up long before what the topics look at. */
    private final ObjectProvider<LiveChannel> channel;

    DeskGate(DeskRights rights, ObjectProvider<LiveChannel> channel) {
        this.rights = rights;
        this.channel = channel;
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
            if (!AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class)) {
                // Before anything is read for the page, so that no change falls between the two.
                request.setAttribute(SEEN, channel.getObject().seen(page.value()));
            }
        }
        return true;
    }
}

package io.watchdesk.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;

/** Who is signed in, as Camunda's webapps keep it in the session. */
final class SessionPerson {

    private SessionPerson() {}

    static Optional<String> of(HttpServletRequest request, ProcessEngine engine) {
        return Optional.ofNullable(request.getSession(false))
                .map(AuthenticationUtil::getAuthsFromSession)
                .map(all -> all.getAuthenticationForProcessEngine(engine.getName()))
                .map(Authentication::getIdentityId);
    }
}

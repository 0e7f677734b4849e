package io.watchdesk.platform.signin;

import io.watchdesk.platform.Refused;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Reads a person out of what a provider says about somebody. */
class ProviderClaims {

    private final ProviderSettings settings;

    ProviderClaims(ProviderSettings settings) {
        this.settings = settings;
    }

    /** @throws Refused if a claim is missing that we cannot do without */
    OutsidePerson person(Map<String, Object> claims) {
        String id = text(claims.get(settings.idClaim()));
        String subject = text(claims.get("sub"));
        if (id == null || subject == null) {
            throw missing("who you are", id == null ? settings.idClaim() : "sub");
        }
        Object groups = at(claims, settings.groupsClaim());
        if (groups == null) {
            throw missing("which groups you are in", settings.groupsClaim());
        }
        String first = text(claims.get("given_name"));
        String last = text(claims.get("family_name"));
        return new OutsidePerson(
                id,
                subject,
                first == null && last == null ? text(claims.get("name")) : first,
                last,
                text(claims.get("email")),
                names(groups));
    }

    private Refused missing(String what, String claim) {
        return new Refused(
                ("%s does not tell Watchdesk %s. Its administrator adds the claim \"%s\" to what the client \"%s\""
                                + " gets; Watchdesk's handbook says how, under Single sign-on.")
                        .formatted(settings.shownName(), what, claim, settings.clientId()));
    }

    /** The claim of this name, or the one that the name leads to step by step, as in {@code realm_access.roles}. */
    private static Object at(Map<String, Object> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        Object found = claims;
        for (String step : path.split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }

    private static Set<String> names(Object groups) {
        Set<String> names = new LinkedHashSet<>();
        if (groups instanceof Collection<?> several) {
            several.forEach(group -> names.add(String.valueOf(group)));
        } else {
            names.add(String.valueOf(groups));
        }
        return names;
    }

    private static String text(Object claim) {
        return claim == null || claim.toString().isBlank() ? null : claim.toString();
    }
}

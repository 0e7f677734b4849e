package io.watchdesk.platform.signin;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.core.env.Environment;

/** What single sign-on and directories need beyond the types of their settings; what would open a door is refused. */
class OutsideSignInCheck implements SettingCheck {

    private static final String ROOT = "watchdesk.sign-in";
    private static final String PROVIDER = ROOT + ".provider";
    private static final String DIRECTORY = ROOT + ".directory";

    @Override
    public List<String> problems(Environment environment) {
        Settings settings = new Settings(environment);
        List<String> lines = new ArrayList<>();
        boolean provider = settings.isSet(PROVIDER);
        boolean directory = settings.isSet(DIRECTORY);
        try {
            if (provider && directory) {
                lines.add("%s and %s are both set: people sign in through one of them.".formatted(PROVIDER, DIRECTORY));
            } else if (provider) {
                provider(settings, settings.bindOrCreate(PROVIDER, Bindable.of(ProviderSettings.class)), lines);
            } else if (directory) {
                directory(settings, settings.bindOrCreate(DIRECTORY, Bindable.of(DirectorySettings.class)), lines);
            }
            if (provider || directory) {
                breakGlass(settings, lines);
                groups(settings, lines);
            }
        } catch (BindException ofWrongType) {
            // The check of all types tells this one.
            return lines;
        }
        return lines;
    }

    private static void provider(Settings settings, ProviderSettings provider, List<String> lines) {
        String key = PROVIDER + ".issuer";
        URI issuer = address(provider.issuer());
        if (issuer == null || issuer.getQuery() != null || issuer.getFragment() != null) {
            lines.add(settings.problem(
                    key, "must be the provider's issuer, such as https://sso.example.com/realms/house"));
        } else if (!"https".equals(issuer.getScheme()) && !provider.plain()) {
            lines.add(settings.problem(
                    key,
                    "must start with https://; for a trial on one machine set %s.plain to true".formatted(PROVIDER)));
        }
        missing(
                settings,
                PROVIDER + ".client-id",
                provider.clientId(),
                "must be what the provider calls Watchdesk",
                lines);
        missing(
                settings,
                PROVIDER + ".client-secret",
                provider.clientSecret(),
                "must be the secret that the provider gave to Watchdesk",
                lines);
        if (!provider.scopes().contains("openid")) {
            lines.add(settings.problem(PROVIDER + ".scopes", "must contain openid"));
        }
        if (provider.checkEvery().isNegative()
                || provider.checkEvery().isZero()
                || provider.checkEvery().compareTo(provider.trustFor()) > 0) {
            lines.add(settings.problem(
                    PROVIDER + ".check-every", "must be more than nothing and not longer than trust-for"));
        }
    }

    private static void directory(Settings settings, DirectorySettings directory, List<String> lines) {
        if (directory.urls().isEmpty()) {
            lines.add(settings.problem(
                    DIRECTORY + ".urls[0]", "must be its address, such as ldaps://ldap.example.com:636"));
        }
        for (int index = 0; index < directory.urls().size(); index++) {
            if (!isDirectory(directory.urls().get(index))) {
                lines.add(settings.problem(
                        "%s.urls[%d]".formatted(DIRECTORY, index),
                        "must be like ldaps://ldap.example.com:636, or ldap://ldap.example.com:389 for StartTLS"));
            }
        }
        missing(
                settings,
                DIRECTORY + ".people.base",
                directory.people().base(),
                "must be the entry above all people",
                lines);
        missing(
                settings,
                DIRECTORY + ".groups.base",
                directory.groups().base(),
                "must be the entry above all groups",
                lines);
        for (String[] dn : new String[][] {
            {".people.base", directory.people().base()},
            {".groups.base", directory.groups().base()},
            {".bind-dn", directory.bindDn()}
        }) {
            if (dn[1] != null && !dn[1].isBlank() && !DN.isValidDN(dn[1])) {
                lines.add(settings.problem(DIRECTORY + dn[0], "must be a DN such as ou=people,dc=example,dc=com"));
            }
        }
        filter(settings, DIRECTORY + ".people.filter", directory.people().filter(), lines);
        filter(settings, DIRECTORY + ".groups.filter", directory.groups().filter(), lines);
        if (directory.bindDn() != null) {
            missing(
                    settings,
                    DIRECTORY + ".bind-password",
                    directory.bindPassword(),
                    "must be the password of bind-dn, or the directory takes it for nobody",
                    lines);
        }
    }

    /** Without an administrator of our own Camunda shows nobody its pages, and nobody could mend a provider that is gone. */
    private static void breakGlass(Settings settings, List<String> lines) {
        String key = ROOT + ".break-glass";
        String named = settings.value(key, String.class);
        String first = settings.value("watchdesk.admin.id", String.class);
        if (named == null || !named.equals(first == null ? "admin" : first)) {
            lines.add(settings.problem(
                    key,
                    "must name the administrator of watchdesk.admin.id (%s), who gets in when nobody else can"
                            .formatted(first == null ? "admin" : first)));
        }
    }

    private static void groups(Settings settings, List<String> lines) {
        String key = ROOT + ".groups";
        int count = settings.count(key);
        for (int index = 0; index < count; index++) {
            String one = "%s[%d]".formatted(key, index);
            missing(
                    settings,
                    one + ".theirs",
                    settings.value(one + ".theirs", String.class),
                    "must be the name of a group there",
                    lines);
            List<String> ours = settings.bind(one + ".ours", Bindable.listOf(String.class));
            if (ours == null || ours.isEmpty()) {
                lines.add(settings.problem(one + ".ours", "must name groups of Watchdesk such as writers"));
            }
        }
        if (count == 0) {
            lines.add(settings.problem(key + "[0].theirs", "must name a group there, or nobody has a role here"));
        }
    }

    private static void missing(Settings settings, String key, String value, String mend, List<String> lines) {
        if (value == null || value.isBlank()) {
            lines.add(settings.problem(key, mend));
        }
    }

    private static void filter(Settings settings, String key, String filter, List<String> lines) {
        try {
            Filter.create(filter);
        } catch (LDAPException wrong) {
            lines.add(settings.problem(key, "must be an LDAP filter such as (objectClass=person)"));
        }
    }

    private static boolean isDirectory(String url) {
        try {
            LDAPURL address = new LDAPURL(url);
            return !address.getScheme().equals("ldapi") && address.hostProvided();
        } catch (LDAPException wrong) {
            return false;
        }
    }

    private static URI address(String text) {
        try {
            URI uri = URI.create(text == null ? "" : text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}

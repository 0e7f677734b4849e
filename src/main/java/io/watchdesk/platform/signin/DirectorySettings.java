package io.watchdesk.platform.signin;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An LDAP directory ({@code watchdesk.sign-in.directory}). It is only read.
 *
 * @param urls its hosts, tried in this order: {@code ldaps://host:636}, or {@code ldap://host:389} for StartTLS
 * @param plain whether {@code ldap://} goes without TLS: passwords then travel in the clear
 * @param sslBundle name of a bundle below {@code spring.ssl.bundle} whose certificates are trusted; null trusts those of the JVM
 * @param bindDn who asks, or null for nobody
 * @param bindPassword of the one who asks
 * @param people where people are and what their attributes are called
 * @param groups where groups are and what their attributes are called
 * @param every how often everybody is read again; zero never
 * @param timeout for connecting and for each answer
 */
record DirectorySettings(
        @DefaultValue List<String> urls,
        @DefaultValue("false") boolean plain,
        String sslBundle,
        String bindDn,
        String bindPassword,
        @DefaultValue PeopleEntries people,
        @DefaultValue GroupEntries groups,
        @DefaultValue("PT5M") Duration every,
        @DefaultValue("PT5S") Duration timeout) {

    /**
     * Entries of people.
     *
     * @param base below this entry
     * @param filter which entries there
     * @param id the attribute with the id here
     */
    record PeopleEntries(
            String base,
            @DefaultValue("(objectClass=person)") String filter,
            @DefaultValue("uid") String id,
            @DefaultValue("givenName") String firstName,
            @DefaultValue("sn") String lastName,
            @DefaultValue("mail") String mail) {}

    /**
     * Entries of groups.
     *
     * @param base below this entry
     * @param filter which entries there
     * @param name the attribute that {@code groups[].theirs} names
     * @param member the attribute with the members, as DNs or ids
     */
    record GroupEntries(
            String base,

            @DefaultValue(
                    "(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=posixGroup)(objectClass=group))")
            String filter,

            @DefaultValue("cn") String name,
            @DefaultValue("member") String member) {}
}

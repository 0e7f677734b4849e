package io.watchdesk.platform.signin;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import io.watchdesk.platform.signin.DirectorySettings.GroupEntries;
import io.watchdesk.platform.signin.DirectorySettings.PeopleEntries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An LDAP directory, read only. Names that people type become values of filters and never a part of them; a bind without a
 * password, which directories take for anonymous and answer with success, is never sent.
 */
class Directory {

    private static final int PAGE = 500;

    private final PeopleEntries people;
    private final GroupEntries groups;
    private final DirectoryConnections connections;
    private final Set<String> groupNames;

    /** @param groupNames the groups that mean something here */
    Directory(DirectorySettings settings, DirectoryConnections connections, Set<String> groupNames) {
        this.people = settings.people();
        this.groups = settings.groups();
        this.connections = connections;
        this.groupNames = groupNames;
    }

    /**
     * The person with this id if the password is right, else empty.
     *
     * @throws DirectoryAway if it cannot be found out
     */
    Optional<OutsidePerson> signIn(String id, String password) {
        if (id == null || id.isBlank() || password == null || password.isEmpty()) {
            return Optional.empty();
        }
        try (LDAPConnection connection = connections.open()) {
            List<SearchResultEntry> found = search(
                    connection,
                    people.base(),
                    Filter.createANDFilter(
                            Filter.create(people.filter()), Filter.createEqualityFilter(people.id(), id)),
                    attributes());
            if (found.size() != 1 || !id.equals(found.get(0).getAttributeValue(people.id()))) {
                return Optional.empty();
            }
            SearchResultEntry entry = found.get(0);
            Set<String> memberOf = groupsOf(connection, entry);
            try {
                connection.bind(entry.getDN(), password);
            } catch (LDAPException refused) {
                if (isAboutThePassword(refused.getResultCode())) {
                    return Optional.empty();
                }
                throw refused;
            }
            return Optional.of(person(entry, memberOf));
        } catch (LDAPException failure) {
            throw away(failure);
        }
    }

    /**
     * Everybody who is in a group that means something here.
     *
     * @throws DirectoryAway if it cannot be read completely
     */
    Collection<OutsidePerson> everybody() {
        try (LDAPConnection connection = connections.open()) {
            Map<String, Set<String>> memberOf = new HashMap<>();
            for (String name : groupNames) {
                for (SearchResultEntry group : search(connection, groups.base(), named(name), groups.member())) {
                    for (String member : members(group)) {
                        memberOf.computeIfAbsent(member, key -> new HashSet<>()).add(name);
                    }
                }
            }
            Map<String, OutsidePerson> found = new HashMap<>();
            Set<String> twice = new HashSet<>();
            for (SearchResultEntry entry :
                    search(connection, people.base(), Filter.create(people.filter()), attributes())) {
                Set<String> theirs = new LinkedHashSet<>(memberOf.getOrDefault(key(entry.getDN()), Set.of()));
                String id = entry.getAttributeValue(people.id());
                if (id != null) {
                    theirs.addAll(memberOf.getOrDefault(key(id), Set.of()));
                    if (!theirs.isEmpty() && found.put(id, person(entry, theirs)) != null) {
                        twice.add(id);
                    }
                }
            }
            // Who of the two is meant nobody can tell, and signing in refuses both.
            found.keySet().removeAll(twice);
            return found.values();
        } catch (LDAPException failure) {
            throw away(failure);
        }
    }

    private Set<String> groupsOf(LDAPConnection connection, Entry person) throws LDAPException {
        Filter member = Filter.createORFilter(
                Filter.createEqualityFilter(groups.member(), person.getDN()),
                Filter.createEqualityFilter(groups.member(), person.getAttributeValue(people.id())));
        Set<String> names = new LinkedHashSet<>();
        Filter filter = Filter.createANDFilter(Filter.create(groups.filter()), member);
        for (SearchResultEntry group : search(connection, groups.base(), filter, groups.name())) {
            for (String name : groupNames) {
                if (group.hasAttributeValue(groups.name(), name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private Filter named(String group) throws LDAPException {
        return Filter.createANDFilter(
                Filter.create(groups.filter()), Filter.createEqualityFilter(groups.name(), group));
    }

    private Set<String> members(Entry group) throws LDAPException {
        Set<String> keys = new HashSet<>();
        for (Attribute attribute : group.getAttributes()) {
            // A part of the members, as Active Directory answers for large groups, would take rights from all others.
            if (attribute.getName().toLowerCase(Locale.ROOT).contains(";range=")) {
                throw new LDAPException(
                        ResultCode.SIZE_LIMIT_EXCEEDED,
                        "it tells only a part of the members of %s".formatted(group.getDN()));
            }
            for (String member : attribute.getValues()) {
                keys.add(key(member));
            }
        }
        return keys;
    }

    /** DNs in one spelling; ids, which some kinds of groups list, without regard to large and small letters. */
    private static String key(String member) {
        try {
            return DN.normalize(member);
        } catch (LDAPException anId) {
            return member.toLowerCase(Locale.ROOT);
        }
    }

    private OutsidePerson person(Entry entry, Set<String> theirs) {
        String id = entry.getAttributeValue(people.id());
        return new OutsidePerson(
                id,
                id,
                entry.getAttributeValue(people.firstName()),
                entry.getAttributeValue(people.lastName()),
                entry.getAttributeValue(people.mail()),
                theirs);
    }

    private String[] attributes() {
        return new String[] {people.id(), people.firstName(), people.lastName(), people.mail()};
    }

    private static List<SearchResultEntry> search(
            LDAPConnection connection, String base, Filter filter, String... attributes) throws LDAPException {
        List<SearchResultEntry> found = new ArrayList<>();
        ASN1OctetString next = null;
        do {
            SearchRequest request = new SearchRequest(base, SearchScope.SUB, filter, attributes);
            request.addControl(new SimplePagedResultsControl(PAGE, next));
            SearchResult result = connection.search(request);
            found.addAll(result.getSearchEntries());
            SimplePagedResultsControl more = SimplePagedResultsControl.get(result);
            next = more != null && more.moreResultsToReturn() ? more.getCookie() : null;
        } while (next != null);
        return found;
    }

    private static boolean isAboutThePassword(ResultCode code) {
        return code.equals(ResultCode.INVALID_CREDENTIALS)
                || code.equals(ResultCode.UNWILLING_TO_PERFORM)
                || code.equals(ResultCode.CONSTRAINT_VIOLATION)
                || code.equals(ResultCode.INAPPROPRIATE_AUTHENTICATION)
                || code.equals(ResultCode.NO_SUCH_OBJECT);
    }

    private static DirectoryAway away(LDAPException failure) {
        return new DirectoryAway("%s (%s)".formatted(failure.getResultCode().getName(), failure.getMessage()), failure);
    }
}

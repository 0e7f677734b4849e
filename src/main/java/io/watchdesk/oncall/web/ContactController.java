package io.watchdesk.oncall.web;

import io.watchdesk.oncall.ContactBook;
import io.watchdesk.oncall.Contacts;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a person is reached: one's own addresses as {@code me}, others' for owners of rotas and managers. */
@RestController
@RequestMapping("/api/oncall/contacts/{person}")
class ContactController {

    private static final String MYSELF = "me";

    private final ContactBook book;
    private final People people;

    ContactController(ContactBook book, People people) {
        this.book = book;
        this.people = people;
    }

    @GetMapping
    List<Line> contacts(@PathVariable String person) {
        return lines(book.shown(id(person)));
    }

    /** Replaces what was added to the mail address of the account. */
    @PutMapping
    List<Line> change(@PathVariable String person, @RequestBody List<Entry> addresses) {
        return lines(
                book.change(id(person), addresses.stream().map(Entry::address).toList()));
    }

    /** Lets an address that was marked dead be tried again. */
    @PostMapping("/revival")
    List<Line> revive(@PathVariable String person, @RequestBody Entry address) {
        return lines(book.revive(id(person), address.address()));
    }

    private String id(String person) {
        return person.equals(MYSELF) ? people.actor() : person;
    }

    private static List<Line> lines(List<ContactBook.Contact> contacts) {
        return contacts.stream().map(Line::of).toList();
    }

    /** @param kind {@code mail} or {@code chat} */
    record Entry(String kind, String target) {

        Contacts.Address address() {
            return new Contacts.Address(
                    Outcomes.parse(Contacts.Kind.class, kind == null ? "" : kind.toLowerCase(Locale.ROOT)), target);
        }
    }

    /** @param deadSince since when it is not tried, or null */
    record Line(String kind, String target, Instant deadSince, String deadBy, String why) {

        static Line of(ContactBook.Contact contact) {
            ContactBook.Dead dead = contact.dead();
            return new Line(
                    Outcomes.text(contact.address().kind()),
                    contact.address().target(),
                    dead == null ? null : dead.since(),
                    dead == null ? null : dead.by(),
                    dead == null ? null : dead.why());
        }
    }
}

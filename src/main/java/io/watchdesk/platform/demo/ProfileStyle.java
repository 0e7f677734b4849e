package io.watchdesk.platform.demo;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A style sheet that every login page imports: it says DEMO and who there is in the demo, and is empty otherwise. */
@RestController
class ProfileStyle {

    private final Optional<DemoPeople> demo;

    ProfileStyle(ObjectProvider<DemoPeople> demo) {
        this.demo = Optional.ofNullable(demo.getIfAvailable());
    }

    @GetMapping(path = "/watchdesk/profile.css", produces = "text/css;charset=UTF-8")
    ResponseEntity<String> style() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(demo.isPresent() ? banner() : "");
    }

    private static String banner() {
        String people = DemoPeople.PEOPLE.stream()
                .map(person -> person.id() + " (" + person.role() + ")")
                .collect(Collectors.joining(", "));
        return """
                .form-signin::before {
                  content: "DEMO - people and work are made up. Each password is the person's own name: %s.";
                  display: block;
                  margin: 0 0 18px;
                  padding: 12px 14px;
                  border-left: 5px solid #b42318;
                  background: #fff0ee;
                  color: #7a1a12;
                  font-weight: 600;
                  line-height: 1.5;
                }
                .navbar-brand::after {
                  content: "DEMO";
                  display: inline-block;
                  margin-left: 8px;
                  padding: 0 8px;
                  border-radius: 4px;
                  background: #b42318;
                  color: #fff;
                  font-size: 12px;
                  font-weight: 700;
                  line-height: 1.7;
                }
                """.formatted(people);
    }
}
